"""What a code point is to a word: a letter, a word of its own, or nothing, and the form it takes when folded.

Tables over all code points below LAST, made once a process from the Unicode database; above it stand ideographs and
little else. Folding is compatibility decomposition, case folding and the loss of marks that texts set or leave out
as they like (accents, vowel points of Arabic and Hebrew, tatweel, soft hyphens), so that copies of one story agree
whatever normal form they came in. Every fold is a list of code points, mostly of one; positions are never lost.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

LAST = 0x20000
WORD, ALONE, DENSE, UPPER, STOP = 1, 2, 4, 8, 16
"""Bits of a kind: part of a word; a word by itself (scripts without spaces); of a script that needs more characters for
a word (Thai and its neighbours); an upper-case letter; a mark after which capitals mean nothing."""
FILLER = "\u034f"
"""Folds to nothing and breaks no word: stands for characters that are blanked out."""

_ALONE = (
    *((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF)),
    *((0xF900, 0xFAFF), (0xFF66, 0xFF9D), (0x1B000, 0x1B16F)),
)
_DENSE = ((0x0E00, 0x0E4F), (0x0E80, 0x0ECF), (0x0EDC, 0x0EDF), (0x1000, 0x103F), (0x1780, 0x17D3))
_OPTIONAL = (
    *((0x00AD, 0x00AD), (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640)),
    *((0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F)),
    *((0x2060, 0x2064), (0xFE00, 0xFE2F), (0xFEFF, 0xFEFF)),
)
_PLAIN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3))
"""Ideographs and Korean syllables: they fold to themselves, and are too many to ask about one by one."""
_STOPS = ".!?:\n\"'»«„“”‘’–—…。！？：؟۔।"
_APART = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d"})


FOLD_BITS, KIND_BITS = 21, 5


@dataclass(frozen=True, slots=True)
class Characters:
    """By code point, in one number: the first folded code point, the kind above it, how many it folds to above that.

    `plain_fold` and `plain_kind` are the tables of bytes for ASCII. `more` holds all code points of the folds of width
    above 1; that of `point` starts at `start[point]`.
    """

    packed: npt.NDArray[np.uint32]
    plain_fold: bytes
    plain_kind: bytes
    more: npt.NDArray[np.uint32]
    start: npt.NDArray[np.int32]


@cache
def characters() -> Characters:
    """The tables; some hundredths of a second, once a process."""
    alone, dense, optional, plain = (_within(ranges) for ranges in (_ALONE, _DENSE, _OPTIONAL, _PLAIN))
    kind = np.where(plain, WORD, 0).astype(np.uint8)
    folded = np.arange(LAST + 1, dtype=np.uint32)
    width = np.where(optional, 0, 1).astype(np.uint8)
    start = np.zeros(LAST + 1, np.int32)
    more: list[int] = []
    single = (alone | dense).tolist()
    for point in np.flatnonzero(~(optional | plain))[:-1].tolist():
        category = unicodedata.category(chr(point))
        if category[0] not in "LNM":
            continue
        kind[point] = WORD | (UPPER if category in {"Lu", "Lt"} else 0)
        fold = _fold(chr(point), optional)
        if single[point]:
            fold = unicodedata.normalize("NFKC", chr(point))[:1]
        width[point] = len(fold)
        folded[point] = ord(fold[0]) if fold else 0
        if len(fold) > 1:
            start[point] = len(more)
            more.extend(map(ord, fold))
    kind[alone & (kind != 0)] = ALONE
    kind[dense & (kind != 0)] = ALONE | DENSE
    kind[[ord(each) for each in _STOPS]] = STOP
    kind[LAST] = ALONE
    packed = folded | kind.astype(np.uint32) << FOLD_BITS | width.astype(np.uint32) << (FOLD_BITS + KIND_BITS)
    plain_fold, plain_kind = (bytes(table[:128].astype(np.uint8)) * 2 for table in (folded, kind))
    return Characters(packed.astype(np.uint32), plain_fold, plain_kind, np.array(more, np.uint32), start)


def _fold(char: str, optional: npt.NDArray[np.bool_]) -> str:
    """The letters and digits that a character folds to; a decimal digit of any script folds to the ASCII one."""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    spread = unicodedata.normalize("NFKD", char).casefold().translate(_APART)
    if len(spread) == 1:
        return spread
    spread = unicodedata.normalize("NFKD", spread)
    return "".join(each for each in spread if unicodedata.category(each)[0] in "LNM" and not optional[ord(each)])[:31]


def _within(ranges: tuple[tuple[int, int], ...]) -> npt.NDArray[np.bool_]:
    mask = np.zeros(LAST + 1, bool)
    for low, high in ranges:
        mask[low : high + 1] = True
    return mask
