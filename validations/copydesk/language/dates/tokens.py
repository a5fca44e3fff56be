"""The tokens of a masked string, and the code that the grammar reads: one letter a token.

A number is its count of digits, a word the letter that lexicon.py gives, a mark itself. The unit characters of East
Asian dates stand for themselves as Y O D H I C: year, month, day, hour, minute, second.
"""

import re
from dataclasses import dataclass
from typing import Final

from copydesk.language.dates import lexicon
from copydesk.language.dates.lexicon import Word

Span = tuple[int, int]
"""From and to, counted in the digits of the string."""

_LETTER: Final = (
    "(?:[^\\W\\d_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963"
    "\u0971-\u0dff\u0e30-\u0e3a\u0e40-\u0e4e\u0eb0-\u0ece\u0f18-\u0fbc\u102b-\u103e\u1056-\u109d\u17b4-\u17d3])"
)
_UNITS: Final = {
    **dict.fromkeys("年년", "Y"),
    **dict.fromkeys("月월", "O"),
    **dict.fromkeys("日号號일", "D"),
    **dict.fromkeys("時时点點시", "H"),
    **dict.fromkeys("分분", "I"),
    **dict.fromkeys("秒초", "C"),
}
_TOKEN: Final = re.compile(
    rf"(?P<number>0+)|(?P<unit>(?<=0)[{''.join(_UNITS)}])"
    r"|(?P<region>\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]+(?:/[A-Za-z_]+)?)"
    r"|(?P<utc>\bEtc/(?:GMT|UTC)\b)"
    rf"|(?P<word>{_LETTER}+(?:'{_LETTER}+)*)|(?P<mark>.)"
)
_DOTTED: Final = re.compile(
    r"(?<![^\W\d_])([^\W\d_])\.\s?([^\W\d_])\.|\b([ap])\.m\b|([ก-ฮ]{1,3})\.\s?([ก-ฮ]{1,2})\.", re.IGNORECASE
)
_BEFORE_UNIT: Final = re.compile(r"(?<=0) (?=[年月日时時点點分秒])")
_MARKS: Final = frozenset(" .,/-:'()|+!")
_ALIKE: Final = {"[": "(", "]": ")", ";": ",", "@": "k"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """`code` has one letter a token; `words` and `numbers` hold what stands behind it, by position."""

    code: str
    words: dict[int, Word]
    numbers: dict[int, Span]


def tokens(masked: str, language: str | None, *, everywhere: bool = False) -> Tokens:
    """The tokens of a plain, masked text."""
    text = _BEFORE_UNIT.sub("", _DOTTED.sub(lambda match: "".join(part or "" for part in match.groups()) + " ", masked))
    code: list[str] = []
    words: dict[int, Word] = {}
    numbers: dict[int, Span] = {}
    digits = 0
    for kind, found, skipped in _merged(text, language):
        position = len(code)
        if kind == "number":
            numbers[position] = (digits, digits + len(found))
            digits += len(found)
            code.append(str(len(found)) if len(found) < 10 else "n")
        elif kind == "unit":
            code.append(_UNITS[found])
        elif kind == "mark":
            code.append(found if found in _MARKS else _ALIKE.get(found, "!"))
        else:
            words[position] = skipped or _word(kind, found, language, everywhere=everywhere)
            code.append(words[position].code)
    return Tokens("".join(code), words, numbers)


def _word(kind: str, text: str, language: str | None, *, everywhere: bool) -> Word:
    if kind == "region":
        return Word(lexicon.ZONE, text, region=text)
    if kind == "utc":
        return Word(lexicon.ZONE, text)
    return lexicon.classify(text, language, everywhere=everywhere)


def _merged(text: str, language: str | None) -> list[tuple[str, str, Word | None]]:
    """Kind and text of each token; words that make one name become one token, with what they mean."""
    found = [(match.lastgroup or "mark", match[0]) for match in _TOKEN.finditer(text)]
    merged: list[tuple[str, str, Word | None]] = []
    position = 0
    while position < len(found):
        kind, each = found[position]
        name, length = _several(found, position, language) if kind == "word" else (None, 1)
        merged.append((kind, each, name))
        position += length
    return merged


def _several(found: list[tuple[str, str]], position: int, language: str | None) -> tuple[Word | None, int]:
    if not lexicon.begins_name(found[position][1]):
        return None, 1
    for length in (5, 3):
        parts = found[position : position + length]
        gaps = all(text in " -" for _, text in parts[1::2])
        if len(parts) == length and gaps and all(kind == "word" for kind, _ in parts[::2]):
            name = lexicon.joined(tuple(text for _, text in parts[::2]), language)
            if name:
                return name, length
    return None, 1
