"""Text that was decoded by the wrong table, and what it should read.

ftfy knows UTF-8 that was read byte by byte; what it leaves alone is tried here: Cyrillic code pages read by another,
and UTF-8 read as an East Asian encoding.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import ftfy
from ftfy.badness import BADNESS_RE

MEANING: Mapping[str, str] = {
    "misread": "UTF-8 was read as if it were another encoding.",
    "misread-twice": "UTF-8 was read as if it were another encoding, more than once.",
    "wrong-code-page": "A text of one code page was read by another.",
    "lost": "A text was decoded wrongly, and some of it is lost for good.",
}
"""Each kind of mojibake with a sentence on it."""
_LOST = re.compile("ï¿½|锟斤拷|Ð¿Ñ—Ð…|â€(?=[A-Za-z ])|Ã(?=\\?)|[ÃÐÑ]\ufffd|\ufffd[\u0080-\u00bf]")
_LATIN = "\u00a1-\u00ff"
_HIGH = re.compile(f"[{_LATIN}]")
_SWAPPED_CASE = re.compile(r"\b[а-яё][А-ЯЁ]{2,}\b")
_EAST = re.compile("[锛銆鏄鐨鍦鍥鍏鍙骞鍒鍗鍚鏂鎴缁鐢鏃寮鍔鍐甯鎵鎶鑰縺繝繧]")
"""What the bytes of common characters and marks look like when they are read in twos."""
_COMMON = frozenset("оеаинтсрвл")
_PAGES = ((("cp1252", "latin-1"), "cp1251"), (("cp1251",), "koi8-r"), (("koi8-r",), "cp1251"))
_EAST_PAGES = ("gb18030", "cp932", "cp949", "big5")
_LEAST = 3
_SHARE = 0.6
_GONE = 0.4
"""Share of the letters of a text that may be lost in reading it back."""


@dataclass(frozen=True, slots=True)
class Misread:
    """`kind`, the span of the first place, how many places there are, and how the text should read, if it is known."""

    kind: str
    start: int
    end: int
    count: int
    right: str | None


def misread(text: str) -> Misread | None:
    """What is decoded wrongly in a text; null where nothing is, or where nothing shows how it should read."""
    lost = _LOST.search(text)
    if lost:
        return Misread("lost", lost.start(), lost.end(), len(_LOST.findall(text)), None)
    return _east_asian(text) or _undone(text) or _other_page(text)


def _undone(text: str) -> Misread | None:
    if not BADNESS_RE.search(text):
        return None
    right, steps = ftfy.fix_encoding_and_explain(text)
    if right == text or "\ufffd" in right:
        return None
    twice = sum(step.action == "encode" for step in steps or ()) > 1
    places = list(BADNESS_RE.finditer(text))
    kind = "misread-twice" if twice else "misread"
    return Misread(kind, places[0].start(), places[0].end(), len(places), right)


def _other_page(text: str) -> Misread | None:
    """A Cyrillic text of which every letter is that of another table."""
    letters = [char for char in text if char.isalpha()]
    foreign = len(_HIGH.findall(text)) >= max(_LEAST, _SHARE * len(letters))
    if not foreign and (not _SWAPPED_CASE.search(text) or _usual(letters)):
        return None
    for right in (each for read_as, written_in in _PAGES for each in _decoded(text, read_as, written_in)):
        if _russian(right):
            start = next(place for place, (old, new) in enumerate(zip(text, right, strict=False)) if old != new)
            return Misread("wrong-code-page", start, len(text.rstrip()), 1, right)
    return None


def _decoded(text: str, read_as: tuple[str, ...], written_in: str) -> Iterator[str]:
    for each in read_as:
        try:
            yield text.encode(each).decode(written_in)
        except UnicodeError:
            continue


def _russian(text: str) -> bool:
    """Whether a text looks Slavonic, in a usual case."""
    letters = [char for char in text if char.isalpha()]
    return _usual(letters) and sum(char.islower() for char in letters) >= _SHARE * len(letters)


def _usual(letters: list[str]) -> bool:
    """Whether most letters are those that Slavonic languages have most."""
    return sum(char.lower() in _COMMON for char in letters) >= _SHARE * len(letters)


def _east_asian(text: str) -> Misread | None:
    """UTF-8 read as GBK, Shift JIS, EUC-KR or Big5: that a text can be read back as UTF-8 is no accident."""
    places = list(_EAST.finditer(text))
    if len(places) < 2:
        return None
    for page in _EAST_PAGES:
        right = text.encode(page, "ignore").decode("utf-8", "replace")
        foreign = sum(not char.isascii() for char in right)
        if foreign >= _LEAST and right.count("\ufffd") <= _GONE * foreign:
            whole = "\ufffd" not in text + right and right.encode().decode(page, "replace") == text
            kind, (start, end) = "misread" if whole else "lost", places[0].span()
            return Misread(kind, start, end, len(places), right if whole else None)
    return None


def _for_re2(pattern: str) -> str:
    """ftfy's own pattern, without the comments and spaces that make it readable; classes of RE2 for those of Python."""
    pieces = re.findall(r"\[(?:\\.|[^\]])*\]|#[^\n]*|\\.|\s+|.", pattern)
    kept = (piece for piece in pieces if not piece.startswith("#") and not piece.isspace())
    return "".join(r"[\pL\pN_]" if piece == r"\w" else r"[\s\p{Zs}]" if piece == r"\s" else piece for piece in kept)


SCREEN = f"{_for_re2(BADNESS_RE.pattern)}|[{_LATIN}]{{4}}|[а-яё][А-ЯЁ]{{2}}|{_EAST.pattern}|锟斤拷|\ufffd|Ã\\?|â€"
"""A pattern for RE2 that finds every text with mojibake, and more."""
