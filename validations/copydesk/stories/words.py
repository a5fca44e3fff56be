"""Texts cut into words, each a hash with its place: numpy over whole batches, no loop over words.

A word is a run of letters and digits, a number one with its points and commas; in scripts that do not separate words
each character is one. Markup and entities count as white space. A block of texts is one array of bytes, folded in
place: ASCII by a table of bytes, the other characters by tables of code points. A word is then read eight bytes at a
time from where it begins, so that most words are one number that needs only to be mixed.
"""

import html
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.characters import ALONE, CLOSE, DENSE, DROP, FILLER, LAST, POINT, STOP, UPPER, characters

Array = npt.NDArray[Any]

BLOCK = 1 << 19
"""Bytes of text worked on at a time: small enough that the arrays of a block stay in the processor's cache."""
NUMBER, NAME, CHARACTER, CROWDED = 1, 2, ALONE, DENSE
"""Flags of a word: begins or ends with a digit; capitalised inside a sentence; a character of a script without spaces;
one of Thai and its neighbours."""
_MARKUP = re.compile(
    r"<[A-Za-z/!?][^<>]{0,1000}>|&lt;[A-Za-z/!?](?:(?!&gt;).){0,1000}&gt;|&#?[A-Za-z0-9]{1,12};|#[0-9]{2,4};", re.DOTALL
)
_SUSPECT = r"<[A-Za-z/!?]|&#?[A-Za-z0-9]{1,12};|#[0-9]{2,4};"
_NOWHERE = np.zeros(0, np.int32)
LANE = 8
"""Bytes of a word that are read at a time."""
WORD_BYTES = 64
"""Bytes of a word after which the rest of it is read in one go, byte by byte: no words of a language are so long."""
_FIRST = np.array([(1 << 8 * count) - 1 for count in range(LANE + 1)], np.uint64)
"""Masks that keep some of the lowest bytes of eight, by their number."""
_OWN = np.array([(1 << 8 * count) - 1 & 0x01010101 for count in range(5)], "<u4")
"""Which of four bytes a character has, by the number of its bytes."""
_NONE, _BREAK = (pa.scalar(text, pa.large_string()) for text in ("", "\n"))
_STEP = np.uint64(0x9E3779B97F4A7C15)
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
    parts = [_cut(data, offsets, places=places) for data, offsets in _blocks(_without_markup(texts))]
    counts = _joined([part.count for part in parts], np.int64)
    columns = (("hash", np.uint32), ("flags", np.uint8), ("start", np.int32), ("end", np.int32))
    joined = (_joined([getattr(part, name) for part in parts], kind) for name, kind in columns)
    return Words(np.concatenate([[0], np.cumsum(counts)]), *joined)


def portions(texts: pa.Array, most: int) -> Iterator[pa.Array]:
    """As many texts at a time as have `most` bytes together, one at least."""
    sizes = pc.fill_null(pc.binary_length(texts), 0).to_numpy(zero_copy_only=False)
    ends, start = np.cumsum(sizes, dtype=np.int64), 0
    while start < len(ends):
        done = int(ends[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, done + most, "right")))
        yield texts.slice(start, stop - start)
        start = stop


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
    for data, offsets in _blocks(texts):
        sums = (
            np.add.reduceat(data * _powers(len(data)), offsets[:-1], dtype=np.uint32)
            * _inverses(len(data))[offsets[:-1]]
        )
        found.append(mix32(sums) * (np.diff(offsets) > 1))
    return _joined(found, np.uint32)


def _joined(parts: list[Array], kind: Any) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else np.zeros(0, kind)


def _blocks(texts: pa.Array) -> Iterator[tuple[Array, Array]]:
    """The bytes of some texts at a time, a line break behind each, and where they begin; a null is an empty text."""
    for part in portions(texts.cast(pa.large_string()), BLOCK):
        ended = pc.binary_join_element_wise(part, _NONE, _BREAK, null_handling="replace")
        begins = np.frombuffer(ended.buffers()[1], np.int64)[: len(ended) + 1]
        yield np.frombuffer(ended.buffers()[2], np.uint8)[: int(begins[-1])], begins


def _without_markup(texts: pa.Array) -> pa.Array:
    """The texts with tags and entities blanked out, each to its old length; only suspects are looked at one by one."""
    marked = np.concatenate([_marked(data, begins) for data, begins in _blocks(texts)] or [np.zeros(0, bool)])
    if not bool(marked.any()):
        return texts
    some = texts.filter(pa.array(marked))
    spoilt = pc.fill_null(pc.match_substring_regex(some, _SUSPECT), fill_value=False)
    marked[marked] = spoilt.to_numpy(zero_copy_only=False)
    cleaned = [_MARKUP.sub(_blank, text) for text in some.filter(spoilt).to_pylist()]
    return pc.replace_with_mask(texts, pa.array(marked), pa.array(cleaned, texts.type))


def _marked(data: Array, begins: Array) -> npt.NDArray[np.bool_]:
    """Which texts have a character that markup begins with."""
    place = np.flatnonzero((data == ord("<")) | (data == ord("&")) | (data == ord("#")))
    marked: npt.NDArray[np.bool_] = np.diff(np.searchsorted(place, begins)) > 0
    return marked


def _blank(found: re.Match[str]) -> str:
    """An entity's own character, filled up so that nothing moves; spaces for all else."""
    text = found[0]
    char = html.unescape(text) if text[0] == "&" else " "
    return (char if len(char) == 1 else " ") + (FILLER if char.isalnum() else " ") * (len(text) - 1)


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


def _spelt(data: Array, offsets: Array, *, places: bool) -> _Spelt:
    """A block of UTF-8, folded in place."""
    table = characters()
    text = bytearray(data)
    text.extend(bytes(LANE))
    letters = np.frombuffer(text.translate(table.plain_spelt), np.uint8)
    kind = np.frombuffer(text.translate(table.plain_kind), np.uint8) if places else None
    high = np.flatnonzero(data >= 0x80)
    if not len(high):
        return _Spelt(letters, kind, offsets, _NOWHERE, _NOWHERE)
    raw = data[high]
    first = np.flatnonzero((raw & 0xC0) != 0x80)
    length = np.diff(first, append=len(raw))
    points = np.frombuffer(raw.tobytes().decode("utf-8").encode("utf-32-le"), "<u4")
    lanes = _OWN.take(length).view(np.bool_)
    index = np.minimum(points, LAST)
    laid = table.spelt.take(index).view(np.uint8)[lanes]
    if int(points.max()) >= LAST:
        np.copyto(laid, raw, where=np.repeat(index == LAST, length))
    letters[high] = laid
    kinds = table.kind.take(index)
    if places or bool((kinds & ALONE).any()):
        kind = np.zeros(len(letters), np.uint8) if kind is None else kind
        kind[high] = kinds.view(np.uint8)[lanes]
    dropped = high[laid == DROP]
    tails = np.delete(high, first) if places else _NOWHERE
    return _without(_Spelt(letters, kind, offsets, dropped, tails))


def _without(spelt: _Spelt) -> _Spelt:
    """The bytes less those that fold to nothing."""
    if not len(spelt.dropped):
        return spelt
    letters = np.frombuffer(bytearray(spelt.letters).translate(None, bytes([DROP])), np.uint8)
    kind = None if spelt.kind is None else np.delete(spelt.kind, spelt.dropped)
    offsets = spelt.offsets - np.searchsorted(spelt.dropped, spelt.offsets)
    return replace(spelt, letters=letters, kind=kind, offsets=offsets)


def _cut(data: Array, offsets: Array, *, places: bool) -> Words:
    """The words of one block: where they begin and end, then their hashes and flags."""
    spelt = _spelt(data, offsets, places=places)
    _join_numbers(spelt.letters)
    begins, ends = _bounds(spelt)
    hashes = _hashes(spelt.letters, begins, ends)
    first = np.searchsorted(begins, spelt.offsets)
    sort = np.zeros(len(begins), np.uint8) if spelt.kind is None else spelt.kind.take(begins)
    flags = sort & np.uint8(CHARACTER | CROWDED)
    if not places:
        return Words(first, hashes, flags, _NOWHERE, _NOWHERE)
    flags |= _facts(spelt, begins, ends, first)
    origin = np.repeat(offsets[:-1] - np.searchsorted(spelt.tails, offsets[:-1]), np.diff(first))
    start, end = _point(spelt, begins) - origin, _point(spelt, ends) + 1 - origin
    return Words(first, hashes, flags, start.astype(np.int32), end.astype(np.int32))


def _point(spelt: _Spelt, places: Array) -> Array:
    """The code points of the block that places among the folded bytes stand for."""
    if len(spelt.dropped):
        before = spelt.dropped - np.arange(len(spelt.dropped))
        places = places + np.searchsorted(before, places, side="right")
    return places - np.searchsorted(spelt.tails, places, side="right") if len(spelt.tails) else places


def _join_numbers(letters: Array) -> None:
    """Make points and commas between digits parts of the number, alike."""
    place = np.flatnonzero(letters == POINT)
    inner = place[_is_digit(letters[np.maximum(place - 1, 0)]) & _is_digit(letters[place + 1])]
    letters[inner] = ord(",")


def _is_digit(letters: Array) -> Array:
    digit: Array = (letters >= 48) & (letters <= 57)
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
    lanes = np.ndarray(len(letters) - LANE + 1, "<u8", letters, strides=(1,))
    left = ends - begins + 1
    value = lanes[begins] & _FIRST.take(left, mode="clip")
    long = np.flatnonzero(left > LANE)
    for done in range(LANE, WORD_BYTES, LANE):
        if not len(long):
            break
        more = lanes[begins[long] + done] & _FIRST.take(left[long] - done, mode="clip")
        value[long] = (value[long] ^ (value[long] >> np.uint64(29))) * _STEP + more
        long = long[left[long] > done + LANE]
    for place in long.tolist():
        rest = letters[begins[place] + WORD_BYTES : ends[place] + 1]
        value[place] ^= np.uint64(zlib.crc32(rest.tobytes()))
    value *= _STEP
    value ^= value >> np.uint64(32)
    value *= _STEP
    value >>= np.uint64(32)
    return value.astype(np.uint32)


def _facts(spelt: _Spelt, begins: Array, ends: Array, first: Array) -> Array:
    """The flags NUMBER and NAME."""
    kind = spelt.kind if spelt.kind is not None else np.zeros(len(spelt.letters), np.uint8)
    number = _is_digit(spelt.letters.take(begins)) | _is_digit(spelt.letters.take(ends))
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
