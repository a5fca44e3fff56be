"""Texts cut into words, each a hash with its place: numpy over whole batches, no loop over words.

A word is a run of letters and digits, a number one with its points and commas; in scripts that do not separate words
each character is one. Markup and entities count as white space. A block of texts is one array of bytes (all ASCII) or
of code points; a word's hash is the difference of two prefix sums of a polynomial, so its cost does not depend on how
many words there are.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.characters import (
    ALONE,
    DENSE,
    FILLER,
    FOLD_BITS,
    KIND_BITS,
    LAST,
    STOP,
    UPPER,
    WORD,
    characters,
)

Array = npt.NDArray[Any]

BLOCK = 1 << 18
"""Bytes of text worked on at a time: small enough that the arrays of a block stay in the processor's cache."""
NUMBER, NAME, CHARACTER, CROWDED = 1, 2, 4, 8
"""Flags of a word: begins or ends with a digit; capitalised inside a sentence; a character of a script without spaces;
one of Thai and its neighbours."""
_MARKUP = re.compile(
    r"<[A-Za-z/!?][^<>]{0,1000}>|&lt;[A-Za-z/!?](?:(?!&gt;).){0,1000}&gt;|&#?[A-Za-z0-9]{1,12};|#[0-9]{2,4};", re.DOTALL
)
_SUSPECT = r"<[A-Za-z/!?]|&#?[A-Za-z0-9]{1,12};|#[0-9]{2,4};"
_NOWHERE = np.zeros(0, np.int32)
_BASE = 0x9E3779B1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts, in order: `first[i]:first[i + 1]` are those of text i.

    `hash` is 32 bits, `flags` as above, `start` and `end` the code points in the text that a word spans.
    """

    first: npt.NDArray[np.int64]
    hash: npt.NDArray[np.uint32]
    flags: npt.NDArray[np.uint8]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]

    @property
    def count(self) -> npt.NDArray[np.int64]:
        """Words of each text."""
        return np.diff(self.first)

    @property
    def text(self) -> npt.NDArray[np.int64]:
        """The text of each word."""
        return np.repeat(np.arange(len(self.first) - 1), self.count)


def words(texts: pa.Array, *, places: bool = True) -> Words:
    """The words of texts; a null text has none. Without `places`: no facts, starts and ends, at half the cost."""
    plain = _without_markup(texts.cast(pa.large_string()))
    parts = [_cut(_spelt(data, offsets), places=places) for data, offsets in _blocks(plain)]
    counts = _joined([part.count for part in parts], np.int64)
    columns = (("hash", np.uint32), ("flags", np.uint8), ("start", np.int32), ("end", np.int32))
    joined = (_joined([getattr(part, name) for part in parts], kind) for name, kind in columns)
    return Words(np.concatenate([[0], np.cumsum(counts)]), *joined)


def mix32(values: Array) -> Array:
    """32 well mixed bits of each (the finaliser of MurmurHash3)."""
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    mixed: Array = values ^ (values >> np.uint32(16))
    return mixed


def mix64(values: Array) -> Array:
    """64 well mixed bits of each (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = values ^ (values >> np.uint64(31))
    return mixed


def raw_hashes(texts: pa.Array) -> npt.NDArray[np.uint32]:
    """32 bits of each text as it stands, byte for byte; 0 for null and for an empty text."""
    found = []
    for data, offsets in _blocks(texts.cast(pa.large_string())):
        weighed = np.append(data * _powers(len(data)), np.uint32(0))
        sums = np.add.reduceat(weighed, offsets[:-1], dtype=np.uint32) * _inverses(len(weighed))[offsets[:-1]]
        found.append(mix32(sums * (np.diff(offsets) > 0).astype(np.uint32)))
    return _joined(found, np.uint32)


def _joined(parts: list[Array], kind: Any) -> Array:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _blocks(texts: pa.Array) -> Iterator[tuple[Array, Array]]:
    """The bytes of some whole texts at a time, with offsets that start at 0; a null is an empty text."""
    texts = pc.fill_null(texts, "") if texts.null_count else texts
    offsets = np.frombuffer(texts.buffers()[1], np.int64)[texts.offset : texts.offset + len(texts) + 1]
    data = np.frombuffer(texts.buffers()[2] or b"", np.uint8)
    start = 0
    while start < len(texts):
        stop = max(start + 1, int(np.searchsorted(offsets, offsets[start] + BLOCK, "right")) - 1)
        low = int(offsets[start])
        yield data[low : int(offsets[stop])], offsets[start : stop + 1] - low
        start = stop


def _without_markup(texts: pa.Array) -> pa.Array:
    """The texts with tags and entities blanked out, each to its old length; only suspects are looked at one by one."""
    if not any(mark in data.tobytes() for data, _ in _blocks(texts) for mark in (b"<", b"&", b"#")):
        return texts
    mask = pc.fill_null(pc.match_substring_regex(texts, _SUSPECT), fill_value=False)
    cleaned = [_MARKUP.sub(_blank, text) for text in texts.filter(mask).to_pylist()]
    return pc.replace_with_mask(texts, mask, pa.array(cleaned, pa.large_string()))


def _blank(found: re.Match[str]) -> str:
    """An entity's own character, filled up so that nothing moves; spaces for all else."""
    text = found[0]
    char = html.unescape(text) if text[0] == "&" else " "
    return (char if len(char) == 1 else " ") + (FILLER if char.isalnum() else " ") * (len(text) - 1)


@dataclass(frozen=True, slots=True)
class _Spelt:
    """Folded characters with their kinds, the offsets of texts among them, and their places (null: as they stand)."""

    folded: Array
    kind: Array
    offsets: Array
    place: Array | None


def _spelt(data: Array, offsets: Array) -> _Spelt:
    """The characters of one block of UTF-8, folded; a character may fold to none or several."""
    table = characters()
    if not len(data) or int(data.max()) < 0x80:
        text = bytearray(data)
        folded, kind = (np.frombuffer(text.translate(each), np.uint8) for each in (table.plain_fold, table.plain_kind))
        return _Spelt(folded, kind, offsets, None)
    points = np.frombuffer(data.tobytes().decode("utf-8").encode("utf-32-le"), np.uint32)
    offsets = np.concatenate([[0], np.cumsum((data & 0xC0) != 0x80)])[offsets]
    high = int(points.max()) >= LAST
    index = np.minimum(points, LAST).astype(np.intp)
    packed = table.packed.take(index)
    width = packed >> (FOLD_BITS + KIND_BITS)
    place = None if bool((width == 1).all()) else np.repeat(np.arange(len(points)), width)
    if place is not None:
        index, points, packed, width = index[place], points[place], packed[place], width[place]
        offsets = np.searchsorted(place, offsets)
    folded = packed & np.uint32((1 << FOLD_BITS) - 1)
    if high:
        np.copyto(folded, points, where=index == LAST)
    if place is not None:
        many = np.flatnonzero(width > 1)
        folded[many] = table.more[table.start[index[many]] + many - np.searchsorted(place, place[many])]
    kind = (packed >> FOLD_BITS).astype(np.uint8) & np.uint8((1 << KIND_BITS) - 1)
    return _Spelt(folded, kind, offsets, place)


def _cut(spelt: _Spelt, *, places: bool) -> Words:
    """Words from folded characters: where they begin and end, then their hashes and flags."""
    _join_numbers(spelt)
    begins, ends = _bounds(spelt.kind, spelt.offsets)
    weighed = spelt.folded * _powers(len(spelt.folded))
    sums = np.cumsum(weighed, dtype=np.uint32)
    hashes = sums.take(ends) - sums.take(begins) + weighed.take(begins)
    hashes = mix32(hashes * _inverses(len(weighed)).take(begins))
    first = np.searchsorted(begins, spelt.offsets)
    sort = spelt.kind.take(begins)
    flags = ((sort & ALONE) != 0) * np.uint8(CHARACTER) | ((sort & DENSE) != 0) * np.uint8(CROWDED)
    if not places:
        return Words(first, hashes, flags, _NOWHERE, _NOWHERE)
    flags |= _facts(spelt.folded, spelt.kind, begins, ends, first)
    origin = np.repeat(_at(spelt.place, spelt.offsets[:-1]), np.diff(first))
    start, end = _at(spelt.place, begins) - origin, _at(spelt.place, ends) + 1 - origin
    return Words(first, hashes, flags, start.astype(np.int32), end.astype(np.int32))


def _at(place: Array | None, positions: Array) -> Array:
    """The places in the text of positions among folded characters."""
    if place is None:
        return positions
    return np.append(place, place[-1] + 1 if len(place) else 0)[positions]


def _join_numbers(spelt: _Spelt) -> None:
    """Make points and commas between digits of one text parts of the number, alike."""
    folded, kind = spelt.folded, spelt.kind
    place = np.flatnonzero((folded == 44) | (folded == 46))
    place = place[(place > 0) & (place < len(folded) - 1)]
    inner = place[_is_digit(folded[place - 1]) & _is_digit(folded[place + 1])]
    inner = inner[~(np.isin(inner, spelt.offsets) | np.isin(inner + 1, spelt.offsets))]
    kind[inner], folded[inner] = WORD, 44


def _is_digit(folded: Array) -> Array:
    digit: Array = (folded >= 48) & (folded <= 57)
    return digit


def _bounds(kind: Array, offsets: Array) -> tuple[Array, Array]:
    """The positions of the first and the last character of each word."""
    alone = (kind & ALONE) != 0
    inside = alone | ((kind & WORD) != 0)
    border = np.ones(len(kind) + 1, bool)
    np.not_equal(inside[1:], inside[:-1], out=border[1:-1])
    if bool(alone.any()):
        border[:-1] |= alone
        border[1:] |= alone
    border[offsets] = True
    return np.flatnonzero(inside & border[:-1]), np.flatnonzero(inside & border[1:])


def _facts(folded: Array, kind: Array, begins: Array, ends: Array, first: Array) -> Array:
    """The flags NUMBER and NAME."""
    head, tail = folded.take(begins), folded.take(ends)
    number = _is_digit(head) | _is_digit(tail)
    before = kind.take(np.maximum(begins - 1, 0)) | kind.take(np.maximum(begins - 2, 0))
    before[first[:-1][first[:-1] < len(before)]] = STOP
    name = ((kind.take(begins) & UPPER) != 0) & ((before & STOP) == 0) & ~number
    flags: Array = number * np.uint8(NUMBER) | name * np.uint8(NAME)
    return flags


def _powers(length: int) -> npt.NDArray[np.uint32]:
    return _power_table(_BASE, max(BLOCK, 1 << max(0, length - 1).bit_length()))[:length]


def _inverses(length: int) -> npt.NDArray[np.uint32]:
    return _power_table(pow(_BASE, -1, 1 << 32), max(BLOCK, 1 << max(0, length - 1).bit_length()))[:length]


@cache
def _power_table(base: int, length: int) -> npt.NDArray[np.uint32]:
    table = np.full(length, base, np.uint32)
    table[0] = 1
    return np.cumprod(table, dtype=np.uint32)
