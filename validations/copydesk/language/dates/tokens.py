"""The tokens of a masked string, and the code that the grammar reads: one letter a token.

A number is its count of digits, a word the letter that lexicon.py gives, a mark itself. The unit characters of East
Asian dates stand for themselves as Y O D H I C: year, month, day, hour, minute, second.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zoneinfo import available_timezones

from copydesk.language.dates import lexicon
from copydesk.language.dates.lexicon import Word

Span = tuple[int, int]
"""From and to, counted in the digits of the string."""

LETTER: Final = (
    "(?:[^\\W\\d_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u0900-\u0963"
    "\u0971-\u0dff\u0e30-\u0e3a\u0e40-\u0e4e\u0eb0-\u0ece\u0f18-\u0fbc\u102b-\u103e\u1056-\u109d\u17b4-\u17d3\u1a17-\u1a1b\u1b00-\u1b44\ua802-\ua827\ua880-\ua8c5"
    "\ua926-\ua953\uaa29-\uaa36\uabe3-\uabed\U00011100-\U00011146\U0001e130-\U0001e136\U0001e2ec-\U0001e2ef"
    "\U0001e944-\U0001e94a])"
)
_UNITS: Final = {
    **dict.fromkeys("年년", "Y"),
    **dict.fromkeys("月월", "O"),
    **dict.fromkeys("日号號일", "D"),
    **dict.fromkeys("時时点點시", "H"),
    **dict.fromkeys("分분", "I"),
    **dict.fromkeys("秒초", "C"),
}
_MARK: Final = " .,/:'()|+!-"
_TOKEN: Final = re.compile(
    # Marks come first, for most tokens are spaces.
    rf"(?P<mark>[{_MARK}])|(?P<number>0+)|(?P<unit>(?<=0)[{''.join(_UNITS)}])"
    r"|(?P<region>\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z]+(?:/[A-Za-z]+)?"
    r"(?: [A-Z][a-z]+){0,2})"
    r"|(?P<utc>\bEtc/(?:GMT|UTC)\b)"
    rf"|(?P<word>{LETTER}+(?:'{LETTER}+)*)|(?P<other>.)"
)
_SEVERAL: Final = re.compile(rf"{LETTER}+(?:[ -]{LETTER}+){{1,6}}")
_DOTTED: Final = re.compile(
    r"(?<![^\W\d_])([^\W\d_])\.\s?([^\W\d_])\.|\b([ap])\.m\b|([ก-ฺเ-์]{1,3})\.\s?([ก-ฮ]{1,2})\."
    r"|([ਁ-ੱ]{1,3})\.\s?([ਁ-ੱ]{1,3})\.",
    re.IGNORECASE,
)
_BEFORE_UNIT: Final = re.compile(r"(?<=0) (?=[年月日时時点點分秒])")
_ALIKE: Final = {";": ",", "@": "k"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """`code` has one letter a token; `words` and `numbers` hold what stands behind it, by position."""

    code: str
    words: dict[int, Word]
    numbers: dict[int, Span]


def tokens(masked: str, language: str | None, *, everywhere: bool = False) -> Tokens:
    """The tokens of a plain, masked text."""
    text = _undotted(masked) if "." in masked else masked
    if not text.isascii():
        text = _BEFORE_UNIT.sub("", text)
    code: list[str] = []
    words: dict[int, Word] = {}
    numbers: dict[int, Span] = {}
    digits = done = 0
    for match in _TOKEN.finditer(text):
        kind, found = match.lastgroup, match[0]
        if match.start() < done:
            continue
        if kind == "mark":
            code.append(found)
        elif kind == "number":
            numbers[len(code)] = (digits, digits + len(found))
            digits += len(found)
            code.append(str(len(found)) if len(found) < 10 else "n")
        elif kind == "unit":
            code.append(_UNITS[found])
        elif kind == "other":
            code.append(_ALIKE.get(found, "!"))
        else:
            word, done = _word(kind, match, language, everywhere=everywhere)
            words[len(code)] = word
            code.append(word.code)
    return Tokens("".join(code), words, numbers)


def _region(match: re.Match[str]) -> tuple[Word, int]:
    """The longest name that is one, its spaces as IANA writes them; else the first word of it."""
    parts = match[0].split(" ")
    for length in range(len(parts), 0, -1):
        name = "_".join(parts[:length])
        if known_zone(name):
            return Word(lexicon.ZONE, name, region=name), match.start() + len(name)
    return Word(lexicon.ZONE, parts[0], region=parts[0]), match.start() + len(parts[0])


@lru_cache(maxsize=128)
def known_zone(region: str) -> bool:
    """Whether IANA has a zone of that name."""
    return region in available_timezones()


def _undotted(text: str) -> str:
    """Abbreviations of two letters with dots, such as p. m., as one word."""
    return _DOTTED.sub(lambda match: "".join(part or "" for part in match.groups()) + " ", text)


def _word(kind: str | None, match: re.Match[str], language: str | None, *, everywhere: bool) -> tuple[Word, int]:
    """What a word is, or the name that it begins, and where that ends."""
    if kind == "region":
        return _region(match)
    if kind == "utc":
        return Word(lexicon.ZONE, match[0]), match.end()
    word = lexicon.classify(match[0], language, everywhere=everywhere)
    if word.head and (several := _SEVERAL.match(match.string, match.start())):
        parts = re.split("[ -]", several[0])
        for length in range(len(parts), 1, -1):
            if name := lexicon.joined(tuple(parts[:length]), language):
                return name, match.start() + sum(map(len, parts[:length])) + length - 1
    return word, match.end()
