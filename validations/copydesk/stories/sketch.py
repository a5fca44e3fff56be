"""A story reduced to numbers: hashes of its whole text and a sample of its shingles.

Shingles are hashes of some words in a row. Those whose hash is a multiple of `sample` are kept, so two stories keep
the same ones of what they share: the share of kept shingles in common estimates the share of the shorter text that
the longer one holds, whatever their lengths. Stories of few shingles keep all, and others those of their beginning,
which is all that a teaser has.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.arrays import mix64, ranges, sums
from copydesk.stories.blocks import Block, blocks, raw_hashes
from copydesk.stories.options import StoryOptions
from copydesk.stories.words import CHARACTER, CROWDED, Words, words, words_of

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
WHOLE = 320
"""Stories of at most so many shingles keep all of them."""
BEGINNING = 32
"""Shingles that others keep of their beginning."""
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
        ("body", pa.uint64()),
        ("body_raw", pa.uint32()),
        ("headline", pa.uint64()),
        ("headline_raw", pa.uint32()),
        ("hashes", pa.list_(pa.uint64())),
    ]
)
"""`length` in code points, `words` and `shingles` of the body; `body` and `headline` hash the words of each, `*_raw`
the text as it stands; `hashes` are the sampled shingles; `date` is published, else modified."""
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Sketcher:
    """The kernel that turns a batch of articles (READS) into a table of SKETCH, row by row."""

    options: StoryOptions

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The sketches of a batch."""
        bodies, headlines = batch.column("article_body"), batch.column("headline")
        parts = [self._sketch(block) for block in blocks(bodies)]
        titles = words(headlines, places=False)
        columns = {
            **{name: batch.column(name) for name in ("row", "key", "source", "content_hash")},
            "date": pc.coalesce(batch.column("date_published"), batch.column("date_modified")),
            "headline": whole_hashes(titles),
            "headline_raw": raw_hashes(headlines),
        }
        rest = pa.concat_tables(parts) if parts else None
        for name in ("length", "words", "shingles", "body", "body_raw", "hashes"):
            columns[name] = rest.column(name) if rest is not None else []
        return pa.table({each.name: _column(columns[each.name], each.type) for each in SKETCH}, schema=SKETCH)

    def _sketch(self, bodies: Block) -> pa.Table:
        text = words_of(bodies, places=False)
        size = shingle_sizes(text, self.options)
        hashes = shingles(text, size)
        count = np.maximum(text.count - size + 1, 0)
        kept = self._kept(hashes, text, count)
        offsets = np.searchsorted(kept, text.first).astype(np.int32)
        return pa.table(
            {
                "length": bodies.lengths(),
                "words": text.count.astype(np.int32),
                "shingles": count.astype(np.int32),
                "body": sums(hashes, text.first) + whole_hashes(text, only=count == 0),
                "body_raw": bodies.raw_hashes(),
                "hashes": pa.ListArray.from_arrays(offsets, hashes[kept]),
            }
        )

    def _kept(self, hashes: Array, text: Words, count: Array) -> Array:
        """The positions of the shingles kept."""
        chosen = sampled(hashes, self.options)
        chosen[ranges(text.first[:-1], np.where(count <= WHOLE, count, BEGINNING))] = True
        return np.flatnonzero(chosen)


def shingles(text: Words, size: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """The hash of the shingle that begins at each word; 0 where too few words are left. `size` is by text, in words."""
    sizes = np.unique(size).tolist()
    hashes = text.hash.astype(np.uint64)
    made = _rolled(hashes, sizes[0]) if sizes else hashes
    for other in sizes[1:]:
        np.copyto(made, _rolled(hashes, other), where=np.repeat(size == other, text.count))
    made ^= made >> np.uint64(32)
    made *= _STEP
    for shift in range(1, max(sizes, default=1)):
        short = (size > shift) & (text.count >= shift)
        made[text.first[1:][short] - shift] = 0
    return made


def _rolled(hashes: npt.NDArray[np.uint64], size: int) -> npt.NDArray[np.uint64]:
    """From each place on `size` hashes as one number, the digits of which they are; behind the last stand zeros."""
    made, done = hashes.copy(), 1
    for bit in f"{size:b}"[1:]:
        for more, step in ((made, done), (hashes, 1))[: 1 + int(bit)]:
            longer = made * np.uint64(pow(int(_STEP), step, 1 << 64))
            longer[:-done] += more[done:]
            made, done = longer, done + step
    return made


def sampled(hashes: npt.NDArray[np.uint64], options: StoryOptions) -> npt.NDArray[np.bool_]:
    """Which shingles are of the sample."""
    chosen: npt.NDArray[np.bool_] = (hashes & np.uint64(options.sample - 1)) == 0
    chosen &= hashes != 0
    return chosen


def shingle_sizes(text: Words, options: StoryOptions) -> npt.NDArray[np.int64]:
    """Words a shingle, for each text."""
    size = np.full(len(text.count), options.shingle)
    if bool((text.flags & CHARACTER).any()):
        alone, crowded = (
            sums(((text.flags & flag) != 0).astype(np.int64), text.first) * 2 > text.count
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
    return sums(mixed, text.first)


def _column(values: Any, kind: pa.DataType) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        return values.combine_chunks().cast(kind) if values.num_chunks != 1 else values.chunk(0).cast(kind)
    return values.cast(kind) if isinstance(values, pa.Array) else pa.array(values, kind)
