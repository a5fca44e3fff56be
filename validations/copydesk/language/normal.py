"""Normal forms of text: what two texts must share to count as the same words."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np

_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029"
"""White space other than the space that NFKC leaves as it is."""
_WIDE, _WIDE_END, _TO_PLAIN = 0xFF01, 0xFF5F, 0xFEE0
"""The wide forms of ASCII, and their distance from what NFKC makes of them."""
_SHARP_S = "ß"
_RUNS = re.compile(r"[A-Za-z0-9]+|[^\x00-\x7f]")


def _folded(char: str) -> str:
    return " " if char in _SPACES else unicodedata.normalize("NFKC", char).casefold()


_LATIN = [(chr(code), _folded(chr(code))) for code in range(256)]
_LONG = [char for char, folded in _LATIN if char != _SHARP_S and (len(folded) > 1 or ord(folded) > 255)]
"""Characters of Latin 1 that do not fold to a character of it."""
_TABLE = bytes(ord(char if char in (*_LONG, _SHARP_S, "\n") else folded) for char, folded in _LATIN)
"""Lines stay apart: empty ones are left out faster than two spaces are found."""


def fold(text: str) -> str:
    """NFKC, case folded, runs of white space made one space, none at the edges."""
    return _single_spaces(_nearly_folded(text)).decode("utf-8", "surrogatepass")


def fold_all(texts: Sequence[str]) -> list[bytes]:
    """The UTF-8 of `fold` of each text, in a third of the time: runs of spaces are sought in all texts at once."""
    folded = [_nearly_folded(text) for text in texts]
    spaces = np.frombuffer(b"\n".join(folded), np.uint8) == ord(" ")
    ends = np.cumsum([len(each) + 1 for each in folded])
    for row in np.unique(np.searchsorted(ends, np.flatnonzero(spaces[1:] & spaces[:-1]), "right")).tolist():
        folded[row] = _single_spaces(folded[row])
    return folded


def _nearly_folded(text: str) -> bytes:
    """The UTF-8 of `fold`, but runs of spaces may be left.

    Most texts of news are Latin 1, or Chinese and Japanese with wide forms: both go a way that takes a third of the
    time.
    """
    data = _latin(text)
    if data is not None:
        lines = data.translate(_TABLE).replace(b"\xdf", b"ss").split(b"\n")
        data = b" ".join(filter(None, lines)).strip(b" ")
        return data if data.isascii() else data.decode("latin-1").encode()
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", _without_wide(text))
    text = text.casefold()
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    return text.strip(" ").encode("utf-8", "surrogatepass")


def _single_spaces(text: bytes) -> bytes:
    while b"  " in text:
        text = text.replace(b"  ", b" ")
    return text


def _latin(text: str) -> bytes | None:
    """The text in Latin 1; null if it has a character that is not in it, or that folds to none of it."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    return None if not text.isascii() and any(char in text for char in _LONG) else data


def _without_wide(text: str) -> str:
    """The text with the wide forms of ASCII as NFKC makes them; surrogates, which lie elsewhere, stay."""
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    wide = (units >= _WIDE) & (units < _WIDE_END)
    return (units - wide * np.uint16(_TO_PLAIN)).tobytes().decode("utf-16-le", "surrogatepass")


def bare(text: str) -> str:
    """`fold` without the marks at both edges: quotes, full stops, dashes."""
    text = fold(text)
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, compatibility forms and accents undone, case folded, and where each stands.

    The second value holds, for each character of the first, the position in `text` that it comes from.
    """
    kept: list[str] = []
    places: list[int] = []
    for found in _RUNS.finditer(text):
        start, end = found.span()
        if found.group().isascii():
            kept.append(found.group().lower())
            places.extend(range(start, end))
            continue
        counting = "".join(filter(_counts, unicodedata.normalize("NFKD", found.group()).casefold()))
        kept.append(counting)
        places.extend([start] * len(counting))
    return "".join(kept), places


def plain(text: str) -> str:
    """The first value of `letters`, in a small part of its time."""
    return text.translate(_Plain())


def columns(text: str) -> int:
    """The columns that a text takes: ideographs and kana count two."""
    return len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


class _Plain(dict[int, str]):
    """For str.translate: what counts of a character, worked out once for each that a text has."""

    def __missing__(self, code: int) -> str:
        found = "".join(filter(_counts, unicodedata.normalize("NFKD", chr(code)).casefold()))
        self[code] = found
        return found


def _counts(char: str) -> bool:
    """Letters, digits, and the vowel signs of Indic scripts; not accents."""
    return char.isalnum() or (unicodedata.category(char)[0] == "M" and not unicodedata.combining(char))
