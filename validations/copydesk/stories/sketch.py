"""A story reduced to numbers: hashes of its whole text and a sample of its shingles.

Shingles are hashes of some words in a row. Those whose hash is a multiple of `sample` are kept, so two stories keep
the same ones of what they share: the share of kept shingles in common estimates the share of the shorter text that
the longer one holds, whatever their lengths. Stories of few shingles keep all.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.options import StoryOptions
from copydesk.stories.words import CHARACTER, CROWDED, Words, mix64, raw_hashes, words

Array = npt.NDArray[Any]

READS = (
    "row",
    "key",
    "source",
    "headline",
    "article_body",
    "content_hash",
    "date_published",
    "date_modified",
)
SLICE = 1 << 20
"""Bytes of bodies sketched at a time."""
WHOLE = 80
"""Stories of at most so many shingles keep all of them."""
SKETCH = pa.schema(
    [
        ("row", pa.int64()),
        ("key", pa.string()),
        ("source", pa.string()),
        ("content_hash", pa.string()),
        ("date", pa.timestamp("us", "UTC")),
        ("length", pa.int64()),
        ("words", pa.int32()),
        ("shingles", pa.int32()),
        ("body_high", pa.uint64()),
        ("body_low", pa.uint64()),
        ("body_raw", pa.uint32()),
        ("headline", pa.uint64()),
        ("headline_raw", pa.uint32()),
        ("hashes", pa.list_(pa.uint64())),
    ]
)
"""`length` in code points, `words` and `shingles` of the body; `body_high` and `body_low` hash its words, `headline`
those of the headline, `*_raw` the text as it stands; `hashes` are the sampled shingles; `date` is published, else
modified."""
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingle that begins at each word: `hash`, and whether there are words enough left for one."""

    hash: npt.NDArray[np.uint64]
    valid: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sketcher:
    """The kernel that turns a batch of articles (READS) into a table of SKETCH, row by row."""

    options: StoryOptions

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The sketches of a batch."""
        bodies, headlines = batch.column("article_body"), batch.column("headline")
        parts = [self._sketch(part) for part in _slices(bodies)]
        titles = words(headlines, places=False)
        columns = {
            **{name: batch.column(name) for name in ("row", "key", "source", "content_hash")},
            "date": pc.coalesce(batch.column("date_published"), batch.column("date_modified")),
            "length": pc.fill_null(pc.utf8_length(bodies), 0),
            "body_raw": raw_hashes(bodies),
            "headline": whole_hashes(titles),
            "headline_raw": raw_hashes(headlines),
        }
        rest = pa.concat_tables(parts) if parts else None
        for name in ("words", "shingles", "body_high", "body_low", "hashes"):
            columns[name] = rest.column(name) if rest is not None else []
        return pa.table({each.name: _column(columns[each.name], each.type) for each in SKETCH}, schema=SKETCH)

    def _sketch(self, bodies: pa.Array) -> pa.Table:
        text = words(bodies, places=False)
        made = shingles(text, self.options)
        count = _sums(made.valid.astype(np.int32), text.first)
        kept = self._kept(made, text, count)
        offsets = np.searchsorted(kept, text.first).astype(np.int32)
        hashes = made.hash * made.valid
        tiny = whole_hashes(text, only=count == 0)
        return pa.table(
            {
                "words": text.count.astype(np.int32),
                "shingles": count,
                "body_high": _sums(hashes, text.first) + tiny,
                "body_low": _sums(hashes * (hashes | np.uint64(1)), text.first) + tiny,
                "hashes": pa.ListArray.from_arrays(offsets, made.hash[kept]),
            }
        )

    def _kept(self, made: Shingles, text: Words, count: Array) -> Array:
        """The positions of the shingles kept."""
        chosen = (made.hash & np.uint64(self.options.sample - 1)) == 0
        few = (count <= WHOLE) & (count > 0)
        if bool(few.any()):
            chosen |= np.repeat(few, text.count)
        return np.flatnonzero(chosen & made.valid)


def shingles(text: Words, options: StoryOptions) -> Shingles:
    """The shingles of texts; their length depends on the script that most of a text is in."""
    total = len(text.hash)
    size = shingle_sizes(text, options)
    made = Shingles(np.zeros(total, np.uint64), np.ones(total, bool))
    for each in np.unique(size).tolist():
        mine = size == each
        hashes = _rolled(text.hash, each)
        if bool(mine.all()):
            made = Shingles(hashes, made.valid)
        else:
            np.copyto(made.hash, hashes, where=np.repeat(mine, text.count))
        ends, starts = text.first[1:][mine], text.first[:-1][mine]
        tail = np.maximum(ends[:, None] - 1 - np.arange(each - 1), starts[:, None] - 1)
        made.valid[tail[tail >= starts[:, None]]] = False
    return made


def shingle_sizes(text: Words, options: StoryOptions) -> npt.NDArray[np.int64]:
    """Words a shingle, for each text."""
    size = np.full(len(text.count), options.shingle)
    if bool((text.flags & CHARACTER).any()):
        alone, crowded = (
            _sums(((text.flags & flag) != 0).astype(np.int64), text.first) * 2 > text.count
            for flag in (CHARACTER, CROWDED)
        )
        size[alone] = options.characters
        size[crowded] = options.crowded
    return size


def whole_hashes(text: Words, only: Array | None = None) -> npt.NDArray[np.uint64]:
    """64 bits of all words of each text in their order; 0 where a text has none or is not among `only`."""
    chosen = np.ones(len(text.count), bool) if only is None else only & (text.count > 0)
    if not bool(chosen.any()):
        return np.zeros(len(chosen), np.uint64)
    picked = np.repeat(chosen, text.count)
    place = np.arange(len(text.hash)) - np.repeat(text.first[:-1], text.count)
    mixed = np.zeros(len(text.hash), np.uint64)
    mixed[picked] = mix64(text.hash[picked] + (place[picked].astype(np.uint64) + np.uint64(1)) * _STEP)
    return _sums(mixed, text.first)


def _rolled(hashes: Array, size: int) -> npt.NDArray[np.uint64]:
    """At each position a hash of that word and the next `size - 1`, whatever text they are of."""
    long = np.append(hashes.astype(np.uint64), np.zeros(size - 1, np.uint64))
    rolled = long[: len(hashes)] + np.uint64(size)
    for shift in range(1, size):
        rolled *= _STEP
        rolled += long[shift : shift + len(hashes)]
    return mix64(rolled)


def _sums(values: Array, first: Array) -> Array:
    """The sum of the values of each text."""
    if not len(values):
        return np.zeros(len(first) - 1, values.dtype)
    sums = np.add.reduceat(np.append(values, values.dtype.type(0)), first[:-1], dtype=values.dtype)
    return np.where(np.diff(first) > 0, sums, values.dtype.type(0))


def _slices(texts: pa.Array) -> Iterator[pa.Array]:
    """Whole texts of about SLICE bytes at a time."""
    lengths = pc.fill_null(pc.binary_length(texts), 0).to_numpy(zero_copy_only=False)
    part = np.cumsum(lengths, dtype=np.int64) // SLICE
    edges = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(part)]
    for low, high in itertools.pairwise(edges):
        if high > low:
            yield texts.slice(low, high - low)


def _column(values: Any, kind: pa.DataType) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        return values.combine_chunks().cast(kind) if values.num_chunks != 1 else values.chunk(0).cast(kind)
    return values.cast(kind) if isinstance(values, pa.Array) else pa.array(values, kind)
