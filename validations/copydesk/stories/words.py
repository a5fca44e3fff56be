"""Texts cut into words, each a hash with its place: numpy over whole batches, no loop over words.

A word is a run of letters and digits, a number one with its points and commas; in scripts that do not separate words
each character is one. Markup and entities count as white space. A block of texts is one array of bytes, folded in
place: ASCII by a table of bytes, the other characters by tables of code points. A word is then read eight bytes at a
time from where it begins, so that most words are one number that needs only to be mixed.
"""

import zlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.stories.arrays import joined
from copydesk.stories.blocks import LANE, Block, blocks, without_markup
from copydesk.stories.characters import (
    ALONE,
    CLOSE,
    DENSE,
    DROP,
    INNER,
    LAST,
    POINT,
    STEADY,
    STOP,
    UPPER,
    characters,
)

Array = npt.NDArray[Any]

NUMBER, NAME, CHARACTER, CROWDED = 1, 2, ALONE, DENSE
"""Flags of a word: begins or ends with a digit; capitalised inside a sentence; a character of a script without spaces;
one of Thai and its neighbours."""
_NOWHERE = np.zeros(0, np.int32)
WORD_BYTES = 64
"""Bytes of a word after which the rest of it is read in one go, byte by byte: no words of a language are so long."""
_FIRST = np.array([(1 << 8 * count) - 1 for count in range(LANE + 1)], np.uint64)
"""Masks that keep some of the lowest bytes of eight, by their number."""
_OWN = np.array([(1 << 8 * count) - 1 & 0x01010101 for count in range(5)], "<u4")
"""Which of four bytes a character has, by the number of its bytes."""
_STEP = np.uint64(0x9E3779B97F4A7C15)


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
    parts = [words_of(block, places=places) for block in blocks(texts)]
    counts = joined([part.count for part in parts], np.int64)
    columns = (("hash", np.uint32), ("flags", np.uint8), ("start", np.int32), ("end", np.int32))
    every = (joined([getattr(part, name) for part in parts], kind) for name, kind in columns)
    return Words(np.concatenate([[0], np.cumsum(counts)]), *every)


@dataclass(frozen=True, slots=True)
class _Spelt:
    """The folded bytes of one block, LANE spare ones behind them, and where each text begins among them.

    `kind` is null where no byte is of a kind that is asked for. `dropped` and `tails` are the places in the block as it
    stood of bytes that fold to nothing, and of those that are not the first of their character.
    """

    letters: npt.NDArray[np.uint8]
    kind: npt.NDArray[np.uint8] | None
    offsets: Array
    dropped: Array
    tails: Array


def _spelt(block: Block, *, places: bool) -> _Spelt:
    """A block of UTF-8, folded in place."""
    table, data = characters(), block.data
    text = bytearray(data)
    text.extend(bytes(LANE))
    letters = np.frombuffer(text.translate(table.plain_spelt), np.uint8)
    kind = np.frombuffer(text.translate(table.plain_kind), np.uint8) if places else None
    if block.plain:
        return _Spelt(letters, kind, block.begins, _NOWHERE, _NOWHERE)
    alone = _steady(data)
    high = np.flatnonzero((data >= 0x80) & (alone == 0) if alone is not None else data >= 0x80)
    raw = data[high]
    first = np.flatnonzero((raw & 0xC0) != 0x80)
    length = np.diff(first, append=len(raw))
    points = np.frombuffer(raw.tobytes().decode("utf-8").encode("utf-32-le"), "<u4")
    lanes = _OWN.take(length).view(np.bool_)
    index = np.minimum(points, LAST)
    laid = table.spelt.take(index).view(np.uint8)[lanes]
    if int(points.max(initial=0)) >= LAST:
        np.copyto(laid, raw, where=np.repeat(index == LAST, length))
    letters[high] = laid
    kinds = table.kind.take(index)
    if places or alone is not None or bool((kinds & ALONE).any()):
        kind = np.zeros(len(letters), np.uint8) if kind is None else kind
        kind[high] = kinds.view(np.uint8)[lanes]
    if kind is not None and alone is not None:
        kind[: len(data)] |= alone & np.uint8(ALONE | CLOSE)
    dropped = high[laid == DROP]
    tails = np.flatnonzero((data & 0xC0) == 0x80) if places else _NOWHERE
    return _without(_Spelt(letters, kind, block.begins, dropped, tails))


def _steady(data: Array) -> npt.NDArray[np.uint8] | None:
    """The kind of the bytes of characters that are told by their first byte to fold to themselves, if there are some.

    It is 0 for other bytes, and for these it is not.
    """
    first = data - np.uint8(STEADY.start) < len(STEADY)
    if not bool(first.any()):
        return None
    kind = first * np.uint8(ALONE)
    kind[1:] |= first[:-1] * np.uint8(INNER)
    kind[2:] |= first[:-2] * np.uint8(CLOSE)
    return kind


def _without(spelt: _Spelt) -> _Spelt:
    """The bytes less those that fold to nothing."""
    if not len(spelt.dropped):
        return spelt
    letters = np.frombuffer(bytearray(spelt.letters).translate(None, bytes([DROP])), np.uint8)
    kind = None if spelt.kind is None else np.delete(spelt.kind, spelt.dropped)
    offsets = spelt.offsets - np.searchsorted(spelt.dropped, spelt.offsets)
    return replace(spelt, letters=letters, kind=kind, offsets=offsets)


def words_of(block: Block, *, places: bool = True) -> Words:
    """The words of one block: where they begin and end, then their hashes and flags. `places` as of words()."""
    block = without_markup(block)
    spelt = _spelt(block, places=places)
    _join_numbers(spelt.letters)
    begins, ends = _bounds(spelt)
    hashes = _hashes(spelt.letters, begins, ends)
    first = np.searchsorted(begins, spelt.offsets)
    sort = np.zeros(len(begins), np.uint8) if spelt.kind is None else spelt.kind.take(begins)
    flags = sort & np.uint8(CHARACTER | CROWDED)
    if not places:
        return Words(first, hashes, flags, _NOWHERE, _NOWHERE)
    flags |= _facts(spelt, begins, ends, first)
    begin = block.begins[:-1]
    origin = np.repeat(begin - np.searchsorted(spelt.tails, begin), np.diff(first))
    # what folds to nothing at the end of a word, such as a mark above its last letter, is part of it
    start, end = _point(spelt, begins) - origin, _point(spelt, ends + 1) - origin
    return Words(first, hashes, flags, start.astype(np.int32), end.astype(np.int32))


def _point(spelt: _Spelt, places: Array) -> Array:
    """The code points of the block that places among the folded bytes stand for."""
    if len(spelt.dropped):
        before = spelt.dropped - np.arange(len(spelt.dropped))
        places = places + np.searchsorted(before, places, side="right")
    return places - np.searchsorted(spelt.tails, places, side="right") if len(spelt.tails) else places


def _join_numbers(letters: Array) -> None:
    """Make marks that may stand within a number, and do, parts of it, alike."""
    point = np.flatnonzero(letters[1:-1] == POINT) + 1
    inner = _is_digit(letters[point - 1]) & _is_digit(letters[point + 1])
    letters[point[inner]] = ord(",")


def _is_digit(letters: Array) -> npt.NDArray[np.bool_]:
    digit: npt.NDArray[np.bool_] = letters - np.uint8(ord("0")) < 10
    return digit


def _bounds(spelt: _Spelt) -> tuple[Array, Array]:
    """The positions of the first and the last byte of each word."""
    inside = spelt.letters > POINT
    border = np.empty(len(inside), bool)
    border[0] = inside[0]
    np.not_equal(inside[1:], inside[:-1], out=border[1:])
    if spelt.kind is None or not bool((spelt.kind & ALONE).any()):
        edges = np.flatnonzero(border)
        return edges[::2].copy(), edges[1::2] - 1
    border |= (spelt.kind & ALONE) != 0
    border[1:] |= (spelt.kind[:-1] & CLOSE) != 0
    return np.flatnonzero(inside & border), np.flatnonzero(inside[:-1] & border[1:])


def _hashes(letters: Array, begins: Array, ends: Array) -> npt.NDArray[np.uint32]:
    """32 bits of the bytes of each word, eight at a time."""
    left = ends - begins + 1
    value = _eight(letters, begins, left)
    long = np.flatnonzero(left > LANE)
    value[long] = _mixed(letters, value[long], begins[long] + LANE, left[long] - LANE, WORD_BYTES - LANE)
    value *= _STEP
    value ^= value >> np.uint64(32)
    value *= _STEP
    value >>= np.uint64(32)
    return value.astype(np.uint32)


def _eight(letters: Array, begins: Array, left: Array) -> npt.NDArray[np.uint64]:
    """As one number, the eight bytes from each place on, or the `left` ones if they are fewer."""
    lanes = np.ndarray(len(letters) - LANE + 1, "<u8", letters, strides=(1,))
    eight: npt.NDArray[np.uint64] = lanes[begins]
    eight &= _FIRST.take(left, mode="clip")
    return eight


def _mixed(letters: Array, value: Array, begins: Array, left: Array, most: int) -> Array:
    """The values with the `left` bytes of words that stand from `begins` on mixed in, those behind `most` in one go."""
    value ^= value >> np.uint64(29)
    value *= _STEP
    value += _eight(letters, begins, left)
    more = np.flatnonzero(left > LANE)
    if most > LANE and len(more):
        value[more] = _mixed(letters, value[more], begins[more] + LANE, left[more] - LANE, most - LANE)
    else:
        for place in more.tolist():
            rest = letters[begins[place] + LANE : begins[place] + left[place]]
            value[place] ^= np.uint64(zlib.crc32(rest.tobytes()))
    return value


def _facts(spelt: _Spelt, begins: Array, ends: Array, first: Array) -> Array:
    """The flags NUMBER and NAME."""
    kind = spelt.kind if spelt.kind is not None else np.zeros(len(spelt.letters), np.uint8)
    number = _is_digit(spelt.letters.take(begins)) | _is_digit(spelt.letters.take(ends))
    before = kind.take(np.maximum(begins - 1, 0)) | kind.take(np.maximum(begins - 2, 0))
    before[first[:-1][first[:-1] < len(before)]] = STOP
    name = ((kind.take(begins) & UPPER) != 0) & ((before & STOP) == 0) & ~number
    flags: Array = number * np.uint8(NUMBER) | name * np.uint8(NAME)
    return flags
