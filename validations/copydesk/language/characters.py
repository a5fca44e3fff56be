"""Characters that a reader cannot see, or that stand for lost ones."""

import re
from collections.abc import Iterator, Mapping

_CLASSES: Mapping[str, str] = {
    "no-break-space": "\u00a0\u202f\u2007",
    "odd-space": "\u1680\u2000-\u2006\u2008\u2009\u200a\u205f\u2800\u3164\uffa0\u115f\u1160",
    "soft-hyphen": "\u00ad",
    "zero-width": "\u200b\u2060\ufeff\u180e\u200c\u200d\u034f\u2061-\u2064",
    "bidi-control": "\u202a-\u202e\u2066-\u2069",
    "line-separator": "\u2028\u2029\u0085\u000b\u000c",
    "control": "\u0000-\u0008\u000e-\u001f\u007f",
    "replacement": "\ufffd\ufffc",
    "private-use": "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "not-a-character": "\ufdd0-\ufdef\ufffe\uffff\U000e0001-\U000e007f",
}
MEANING: Mapping[str, str] = {
    "no-break-space": "A no-break space stands where a plain space belongs.",
    "odd-space": "A space of a special width, or a filler that looks like one.",
    "soft-hyphen": "An invisible hyphen splits a word.",
    "zero-width": "An invisible character of no width splits or joins words.",
    "bidi-control": "A control character changes the direction of the text.",
    "line-separator": "An uncommon character breaks the line.",
    "control": "A control character stands in the text.",
    "replacement": "U+FFFD stands where a character was lost.",
    "private-use": "A character of a private font stands in the text; others cannot read it.",
    "not-a-character": "A code point that is no character, or an invisible tag.",
}
"""Each kind of odd character with a sentence on it."""
_PATTERNS = {kind: re.compile(f"[{ranges}]") for kind, ranges in _CLASSES.items()}
SCREEN = f"[{''.join(_CLASSES.values())}]"
"""A pattern for RE2 that finds every odd character, and more."""
_ODD = re.compile(SCREEN)
_JOINER_NEEDED = re.compile(
    # ZWNJ and ZWJ are spelling in scripts whose letters join (Arabic to Malayalam, Khmer) and in emoji.
    "(?<=[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af])[\u200c\u200d]"
    "|[\u200c\u200d](?=[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af])"
    "|(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
)
_SPACED_MARK = re.compile(
    # French puts it before high marks and inside guillemets; figures are grouped by it, and it ties them to their unit,
    # and words of one letter (Czech, Polish) and initials to the next.
    r"[\u00a0\u202f](?=[:;!?»%€$£°])|(?<=«)[\u00a0\u202f]|(?<=[0-9])[\u00a0\u202f](?=\w)|(?<=\b\w)\u00a0(?=\w)"
    # "z. B.", "17. August", "Nr. 5", "M. Dupont", "Teil II", "§ 3", "– that"
    r"|(?<=\b\w\.)[\u00a0\u202f](?=\w)|(?<=[0-9]\.)[\u00a0\u202f](?=\w)|(?<=[\w.§])[\u00a0\u202f](?=[0-9IVX]+\b)"
    r"|[\u00a0\u202f](?=[–—])|(?<=[–—])[\u00a0\u202f]"
)
_MISREAD = re.compile("(?<=[\u00c2\u00c3\u00e2])[\u00a0\u00ad]")
"""Bytes of UTF-8 that was read as Latin-1: a matter of mojibake."""
_FLAG = "\U0001f3f4"
_FLAG_TAGS = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_MENDED: Mapping[str, str | None] = {
    "no-break-space": " ",
    "odd-space": " ",
    "soft-hyphen": "",
    "zero-width": "",
    "line-separator": "\n",
    "bidi-control": "",
}


def odd(text: str) -> dict[str, list[int]]:
    """The places of odd characters by kind, in the order of MEANING.

    Not odd: joiners inside scripts and emoji that need them, the tags of flags, no-break spaces where typesetters
    put them (before French high marks, around dashes, behind figures, abbreviations, words of one letter and initials).
    Control characters from U+0080 to U+009F are a matter of mojibake: they stand for what Windows-1252 has there.
    """
    tags = {place for found in _FLAG_TAGS.finditer(text) for place in range(*found.span())} if _FLAG in text else ()
    found: dict[str, list[int]] = {}
    for place in _places(text):
        if place not in tags and not _rightful(text, place):
            found.setdefault(_kind(text[place]), []).append(place)
    return {kind: found[kind] for kind in MEANING if kind in found}


def mended(text: str, kind: str) -> str | None:
    """The text without the odd characters of one kind; null where it cannot be known what belongs there."""
    new = _MENDED.get(kind)
    if new is None:
        return None
    places = odd(text).get(kind, [])
    starts = (0, *(place + 1 for place in places))
    return new.join(text[start:end] for start, end in zip(starts, (*places, len(text)), strict=True))


def _places(text: str) -> Iterator[int]:
    return (found.start() for found in _ODD.finditer(text))


def _kind(char: str) -> str:
    return next(kind for kind, pattern in _PATTERNS.items() if pattern.match(char))


def _rightful(text: str, place: int) -> bool:
    return any(pattern.match(text, place) for pattern in (_JOINER_NEEDED, _SPACED_MARK, _MISREAD))
