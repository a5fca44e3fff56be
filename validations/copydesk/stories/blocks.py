"""Texts as arrays of bytes: many at a time, each at a round place, so that they are worked on eight bytes at once.

Here a text is bytes, not yet words: it is told apart from others as it stands, and rid of markup.
"""

import html
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import category, normalize

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.arrays import joined, mix64
from copydesk.stories.characters import FILLER

Array = npt.NDArray[Any]

LANE = 8
"""Bytes of a word that are read at a time."""
BLOCK = 1 << 19
"""Bytes of text worked on at a time: small enough that the arrays of a block stay in the processor's cache."""
_MARKUP = re.compile(
    r"<[A-Za-z/!?][^<>]{0,1000}>|&lt;[A-Za-z/!?](?:(?!&gt;).){0,1000}&gt;|&#?[A-Za-z0-9]{1,12};|#[0-9]{2,4};"
    "|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?",
    re.DOTALL,
)
"""Tags, entities, and syllables of Korean that are spelt in parts."""
_WORD_BREAK = re.compile(r"(?:<|&lt;)wbr\b", re.IGNORECASE)
_PARTS = 0xE1
"""The byte that parts of Korean syllables, and much else, begin with."""
_BEHIND = np.zeros(256, bool)
_BEHIND[list(b"/!?#" + string.ascii_letters.encode() + string.digits.encode() + bytes(range(0x84, 0x88)))] = True
"""Bytes that stand behind the first one of what _MARKUP finds."""
ENTITY_BYTES = 15
"""Of an entity, at most."""
_ONES = np.uint64(0x0101010101010101)
_NONE = pa.scalar("", pa.large_string())
_BREAKS = pa.array(["\n" * (LANE - over) for over in range(LANE)], pa.large_string())
"""What is put behind a text, by what its bytes are over a multiple of LANE."""
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Block:
    """Some texts as one array of bytes: text i begins at `begins[i]`, has `size[i]` bytes and line breaks behind it.

    Each begins at a multiple of LANE. A null is an empty text. `plain`: all is ASCII.
    """

    data: npt.NDArray[np.uint8]
    begins: npt.NDArray[np.int64]
    size: npt.NDArray[np.int64]
    plain: bool

    def lengths(self) -> npt.NDArray[np.int64]:
        """Code points of each text."""
        if self.plain or not len(self.size):
            return self.size
        lanes = self.data.view("<u8")
        tails = np.bitwise_count(lanes >> np.uint64(7) & ~(lanes >> np.uint64(6)) & _ONES)
        return self.size - np.add.reduceat(tails, self.begins[:-1] // LANE, dtype=np.int64)

    def raw_hashes(self) -> npt.NDArray[np.uint32]:
        """32 bits of each text as it stands, byte for byte; 0 for null and for an empty text."""
        lanes = self.data.view("<u8") * _STEP
        lanes ^= lanes >> np.uint64(32)
        lanes *= _power_table(int(_STEP), _room(len(lanes)))[: len(lanes)]
        first = self.begins[:-1] // LANE
        # what a text begins at is taken out of the powers again
        sums = np.add.reduceat(lanes, first) * _power_table(pow(int(_STEP), -1, 1 << 64), _room(len(lanes)))[first]
        mixed = mix64(sums + self.size.astype(np.uint64)) >> np.uint64(32)
        return (mixed * (self.size > 0)).astype(np.uint32)


def blocks(texts: pa.Array) -> Iterator[Block]:
    """All texts in their order, BLOCK bytes at a time, about."""
    for part in portions(texts, BLOCK):
        yield _block(part)


def raw_hashes(texts: pa.Array) -> npt.NDArray[np.uint32]:
    """32 bits of each text as it stands, byte for byte; 0 for null and for an empty text."""
    return joined([block.raw_hashes() for block in blocks(texts)], np.uint32)


def portions(texts: pa.Array, most: int) -> Iterator[pa.Array]:
    """As many texts at a time as have `most` bytes together, one at least."""
    sizes = pc.fill_null(pc.binary_length(texts), 0).to_numpy(zero_copy_only=False)
    ends, start = np.cumsum(sizes, dtype=np.int64), 0
    while start < len(ends):
        done = int(ends[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, done + most, "right")))
        yield texts.slice(start, stop - start)
        start = stop


def _block(texts: pa.Array) -> Block:
    large = texts.cast(pa.large_string())
    size = pc.fill_null(pc.binary_length(large), 0).to_numpy(zero_copy_only=False)
    breaks = _BREAKS.take(pa.array(size % LANE))
    ended = pc.binary_join_element_wise(large, breaks, _NONE, null_handling="replace")
    begins = np.frombuffer(ended.buffers()[1], np.int64)[: len(ended) + 1]
    data = np.frombuffer(ended.buffers()[2], np.uint8)[: int(begins[-1])]
    return Block(data, begins, size, plain=int(data.max(initial=0)) < 0x80)


def without_markup(block: Block) -> Block:
    """The texts with tags and entities blanked out, each to its old length; only suspects are looked at one by one."""
    suspects = _suspects(block)
    if not len(suspects):
        return block
    parts, size, done = [], block.size.copy(), 0
    for text in suspects.tolist():
        begin = int(block.begins[text])
        cleaned = _MARKUP.sub(_blank, block.data[begin : begin + int(size[text])].tobytes().decode()).encode()
        size[text] = len(cleaned)
        parts += [block.data[done:begin].tobytes(), cleaned, b"\n" * (LANE - len(cleaned) % LANE)]
        done = int(block.begins[text + 1])
    data = np.frombuffer(b"".join([*parts, block.data[done:].tobytes()]), np.uint8)
    begins = np.append(0, np.cumsum(size // LANE * LANE + LANE))
    return Block(data, begins, size, plain=int(data.max()) < 0x80)


def _suspects(block: Block) -> Array:
    """The texts that may hold a tag or an entity."""
    data = block.data
    text = data.tobytes()
    marks = [mark for mark in (*b"<&#", _PARTS) if mark in text]
    found = np.zeros(len(data) if marks else 0, bool)
    for mark in marks:
        found |= data == mark
    place = np.flatnonzero(found)
    place = place[_BEHIND[data[place + 1]]]
    if not len(place):
        return place
    ends = np.append(np.flatnonzero(data == ord(";")), len(data) + ENTITY_BYTES)
    near = ends[np.searchsorted(ends, place)] - place < ENTITY_BYTES
    place = place[near | np.isin(data[place], (ord("<"), _PARTS))]
    return np.unique(np.searchsorted(block.begins, place, "right") - 1)


def _blank(found: re.Match[str]) -> str:
    """What markup stands for, filled up so that nothing moves: a character, nothing, or spaces.

    Marks above letters, and characters that are not seen, such as soft hyphens, stand within words as letters do.
    """
    text = found[0]
    if _WORD_BREAK.match(text):
        return FILLER * len(text)
    char = html.unescape(text) if text[0] == "&" else normalize("NFC", text) if text[0] > "\u10ff" else " "
    if len(char) != 1:
        return text if text[0] > "\u10ff" else " " * len(text)
    kind = category(char)
    return char + (FILLER if kind[0] in "LNM" or kind == "Cf" else " ") * (len(text) - 1)


def _room(lanes: int) -> int:
    """The length of a table of powers for so many lanes: few lengths, so that few tables are made."""
    return max(BLOCK // LANE * 2, 1 << max(0, lanes - 1).bit_length())


@cache
def _power_table(base: int, length: int) -> npt.NDArray[np.uint64]:
    table = np.full(length, base, np.uint64)
    table[0] = 1
    return np.cumprod(table, dtype=np.uint64)
