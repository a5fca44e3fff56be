"""Normal forms of text: what two texts must share to count as the same words."""

import re
import unicodedata

_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029"
"""White space other than the space that NFKC leaves as it is."""
_WIDE = {0x3000: " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
"""The wide forms of ASCII, and what NFKC makes of them."""
_RUNS = re.compile(r"[A-Za-z0-9]+|[^\x00-\x7f]")


def fold(text: str) -> str:
    """NFKC, case folded, runs of white space made one space, none at the edges."""
    if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
        # wide forms are all that most Chinese and Japanese text has to be normalised
        text = unicodedata.normalize("NFKC", text.translate(_WIDE))
    text = text.casefold()
    # what " ".join(text.split()) gives, at a tenth of its time: most of these are nowhere in a text
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


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


def _counts(char: str) -> bool:
    """Letters, digits, and the vowel signs of Indic scripts; not accents."""
    return char.isalnum() or (unicodedata.category(char)[0] == "M" and not unicodedata.combining(char))
