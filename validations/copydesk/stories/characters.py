"""What a code point is to a word: a letter, a word of its own, or nothing, and the form it takes when folded.

Tables over all code points below LAST, made once a process from the Unicode database; above it stand ideographs and
little else. Folding is compatibility decomposition, case folding and the loss of marks that texts set or leave out
as they like (accents, vowel points of Arabic and Hebrew, the dots of Indic and Japanese letters, tatweel, soft
hyphens), so that copies of one story agree whatever normal form they came in. A character folds within the bytes that
it has in UTF-8, so that a text is folded in place; of a longer fold (some ligatures) only as much is kept as fits.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

LAST = 0x20000
GAP, POINT, DROP = 0, 1, 255
"""Folded bytes that are no letters: a gap between words, a mark that may stand within a number, nothing."""
UPPER, STOP, ALONE, DENSE, CLOSE, INNER = 1, 2, 4, 8, 16, 32
"""Bits of a kind: an upper-case letter; a mark after which capitals mean nothing; a word by itself (scripts without
spaces); of a script that needs more characters for a word (Thai and its neighbours); the last byte of what is ALONE.
STOP stands on every byte of a character, CLOSE on the last, the others on the first; INNER is for
the use of others."""
FILLER = "\u034f"
"""Folds to nothing and breaks no word: stands for characters that are blanked out."""

_ALONE = (
    *((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x9FFF)),
    *((0xF900, 0xFAFF), (0xFF66, 0xFF9D), (0x1B000, 0x1B16F), (LAST, LAST)),
)
_DENSE = ((0x0E00, 0x0E4F), (0x0E80, 0x0ECF), (0x0EDC, 0x0EDF), (0x1000, 0x103F), (0x1780, 0x17D3))
_OPTIONAL = (
    *((0x00AD, 0x00AD), (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640)),
    *((0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x093C, 0x093C), (0x09BC, 0x09BC), (0x0A3C, 0x0A3C)),
    *((0x0B3C, 0x0B3C), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x2060, 0x2064), (0x3099, 0x309A)),
    *((0xFE00, 0xFE2F), (0xFEFF, 0xFEFF)),
)
_PLAIN = ((0x3400, 0x9FFF), (0xAC00, 0xD7A3))
"""Ideographs (and the 64 signs of an oracle among them) and Korean syllables: they fold to themselves, and are too many
to ask about one by one."""
STEADY = range(0xE4, 0xEA)
"""The first bytes of characters that are all ideographs: U+4000 to U+9FFF, three bytes each."""
_STOPS = ".!?:\n\"'»«„“”‘’–—…。！？：؟۔।"
_POINTS = ".,'’٫٬，．\u00a0\u2009\u202f"
"""Marks that stand within numbers: of decimals, and of thousands."""
_APART = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d"})
_NOTHING = bytes([DROP] * 4)


@dataclass(frozen=True, slots=True)
class Characters:
    """Four bytes by code point, the first the lowest: `spelt`, what stands in place of its bytes of UTF-8, and `kind`,
    that of each of them. `plain_spelt` and `plain_kind` are tables by byte for ASCII; other bytes stay, of no kind.
    """

    spelt: npt.NDArray[np.uint32]
    kind: npt.NDArray[np.uint32]
    plain_spelt: bytes
    plain_kind: bytes


@cache
def characters() -> Characters:
    """The tables; some hundredths of a second, once a process."""
    spelt, upper = _spelling()
    kind = np.zeros((LAST + 1, 4), np.uint8)
    kind[upper, 0] = UPPER
    letter = (spelt[:, 0] > POINT) & (spelt[:, 0] != DROP)
    letter[LAST] = True
    for ranges, bits in ((_ALONE, ALONE), (_DENSE, ALONE | DENSE)):
        chosen = np.flatnonzero(_within(ranges) & letter)
        kind[chosen, 0] = bits
        kind[chosen, np.where(chosen < 0x10000, 2, 3)] |= CLOSE
    for mark in _STOPS:
        kind[ord(mark), : len(mark.encode())] = STOP
    rest = bytes(range(128, 256))
    plain_kind = kind[:128, 0].tobytes() + bytes(128)
    return Characters(_packed(spelt), _packed(kind), spelt[:128, 0].tobytes() + rest, plain_kind)


def _spelling() -> tuple[npt.NDArray[np.uint8], list[int]]:
    """The four bytes of each code point, and which are upper-case letters."""
    made, upper = bytearray(4 * (LAST + 1)), []
    optional, plain = _within(_OPTIONAL), _within(_PLAIN)
    drops, single = optional.tolist(), _within(_ALONE + _DENSE).tolist()
    for point in np.flatnonzero(~plain)[:-1].tolist():
        category = unicodedata.category(chr(point))
        place = 4 * point
        if drops[point]:
            made[place : place + 4] = _NOTHING
        elif category[0] in "LNM":
            fold = _fold(chr(point), optional)
            made[place : place + 4] = _fitting(chr(point), fold[:1] if single[point] else fold)
            if category in {"Lu", "Lt"}:
                upper.append(point)
        elif category[0] == "Z":
            made[place + 1 : place + 4] = _NOTHING[1:]
    spelt = np.frombuffer(made, np.uint8).reshape(-1, 4)
    for low, high in _PLAIN:
        own = "".join(map(chr, range(low, high + 1))).encode()
        spelt[low : high + 1, :3] = np.frombuffer(own, np.uint8).reshape(-1, 3)
    spelt[[ord(mark) for mark in _POINTS]] = (POINT, *_NOTHING[1:])
    return spelt, upper


def _fold(char: str, optional: npt.NDArray[np.bool_]) -> str:
    """The letters and digits that a character folds to; a decimal digit of any script folds to the ASCII one."""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    spread = unicodedata.normalize("NFKD", char).casefold().translate(_APART)
    if len(spread) == 1:
        return spread
    spread = unicodedata.normalize("NFKD", spread)
    return "".join(each for each in spread if unicodedata.category(each)[0] in "LNM" and not optional[ord(each)])


def _fitting(char: str, fold: str) -> bytes:
    """As much of a fold as fits into the bytes of its character, filled up; the character itself if nothing does."""
    room = len(char.encode())
    kept = fold.encode()
    if len(kept) > room:
        kept = kept[:room].decode("utf-8", "ignore").encode() or char.encode()
    return kept.ljust(4, _NOTHING[:1])


def _packed(table: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    """The four bytes of each row as one number."""
    packed: npt.NDArray[np.uint32] = table.view("<u4")[:, 0]
    return packed


def _within(ranges: tuple[tuple[int, int], ...]) -> npt.NDArray[np.bool_]:
    mask = np.zeros(LAST + 1, bool)
    for low, high in ranges:
        mask[low : high + 1] = True
    return mask
