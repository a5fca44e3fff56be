"""Which stories may be copies of each other: those that share sampled shingles, found by sorting buckets of them.

Postings travel as rows that hold whole arrays, one a bucket and batch, so that an engine moves few rows. In a bucket
each shingle's stories stand in order of rank; its pairs are those with the first story (its likely representative)
and those of neighbours, so a shingle of n stories gives at most 2n pairs and not n squared. One that stands in very
many gives those with the first alone: it is boilerplate, or part of a story that was copied as often.

A pair is one number of 64 bits: the larger rank, the smaller rank, and how many uncommon and common shingles were
seen in both, each up to MOST_SEEN. That sets the limit of MOST_STORIES.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.arrays import changes, counted, distinct, nth, ranges, sizes
from copydesk.stories.options import StoryOptions
from copydesk.stories.sketch import BEGINNING, WHOLE

Array = npt.NDArray[Any]

MOST_STORIES = 1 << 24
PARTNERS = 4
"""Stories of smaller rank that a story is compared with, at most: those that share most."""
LEAST_SHARE = 0.06
LEAST_SHORT_SHARE = 0.3
LEAST_COMMON_SHARE = 0.5
"""Estimated share of the shorter story that must be seen in both: of any text, of short ones, and with common shingles
counted in. Well below what makes a duplicate: the texts themselves decide."""
MOST_SEEN = 255
"""Shingles seen in both stories of a pair of which is told how many they are; with so many, any pair is compared."""
_COUNT = np.uint64(16)

POSTINGS = pa.schema([("bucket", pa.int32()), ("keys", pa.list_(pa.uint64()))])
"""A key is a shingle, less its lowest bits, and in their place the rank of a story that has it."""
SEEN = pa.schema(
    [
        ("bucket", pa.int32()),
        ("pairs", pa.list_(pa.uint64())),
        ("common", pa.list_(pa.uint64())),
        ("skipped_shingles", pa.int64()),
        ("skipped_places", pa.int64()),
    ]
)
PAIRS = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("share", pa.float64())])


@dataclass(frozen=True, slots=True)
class Scatter:
    """Kernel from sketches (row, hashes) to POSTINGS. `rank_of_row` is NOBODY for rows to leave out."""

    rank_of_row: npt.NDArray[np.int32]
    stories: int
    buckets: int

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The postings of a batch, a row for each bucket that has some."""
        hashes, counts = _flat(batch.column("hashes"))
        ranks = np.repeat(self.rank_of_row[batch.column("row").to_numpy()], counts)
        bits = rank_bits(self.stories)
        keys = (hashes >> bits << bits) | ranks.view(np.uint32)
        return scattered(keys[ranks >= 0], self.buckets)


def scattered(keys: npt.NDArray[np.uint64], buckets: int) -> pa.Table:
    """POSTINGS of some keys, by their highest bits."""
    bucket = (keys >> np.uint64(48)).astype(np.uint32) * np.uint32(buckets) >> np.uint32(16)
    return _bucketed(POSTINGS, bucket.astype(np.uint16), {"keys": keys})


@dataclass(frozen=True, slots=True)
class Meet:
    """Kernel from whole buckets of POSTINGS to SEEN: pairs bucketed by their larger rank.

    A row without a bucket holds the shingles that stand in more than `common` stories, of each source the first not
    counted but for one, less their lowest `rank_bits`; and of how many that stand in more than `most` only the pairs
    with the first were taken, and in how many places. `sources` are those of each rank.
    """

    sources: npt.NDArray[np.int32]
    stories: int
    buckets: int
    common: int
    most: int

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The pairs of some buckets."""
        bits = rank_bits(self.stories)
        keys, _ = _flat(batch.column("keys"))
        keys.sort()
        keys = _met_again(keys[changes(keys)], bits)
        ranks = keys & ((np.uint64(1) << bits) - np.uint64(1))
        first = np.flatnonzero(changes(keys >> bits))
        size = sizes(first, len(keys))
        common, skipped = size > self.common, size > self.most
        common[common] = again(self.sources[ranks.astype(np.int64)], first[common], size[common]) > self.common
        rare = _met(ranks, first[~common], size[~common], bits, self.most)
        often = _met(ranks, first[common], size[common], bits, self.most)
        often += (often & np.uint64(0xFF)) * np.uint64(0xFF)
        pairs = np.concatenate([rare, often])
        bucket = (pairs >> (bits + _COUNT)) * np.uint64(self.buckets) // np.uint64(max(1, self.stories))
        seen = _bucketed(SEEN, bucket.astype(np.uint16), {"pairs": pairs})
        note = {
            "bucket": [None],
            "pairs": [None],
            "common": [(keys >> bits)[first[common]]],
            "skipped_shingles": [int(skipped.sum())],
            "skipped_places": [int(size[skipped].sum())],
        }
        return pa.concat_tables([seen, pa.table(note, schema=SEEN)])


@dataclass(frozen=True, slots=True)
class Tally:
    """Kernel from whole buckets of SEEN to PAIRS: those that share enough, the PARTNERS best for each larger rank.

    `shingles` are those of each rank. `share` estimates how much of the shorter story the other one holds.
    """

    shingles: npt.NDArray[np.int32]
    options: StoryOptions

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The pairs worth comparing of some buckets."""
        keys, _ = _flat(batch.column("pairs"))
        keys.sort()
        first = np.flatnonzero(changes(keys >> _COUNT))
        rare, common = (counted((keys >> np.uint64(shift)) & np.uint64(0xFF), first) for shift in (0, 8))
        bits = rank_bits(len(self.shingles))
        pairs = keys[first] >> _COUNT
        high, low = (pairs >> bits).astype(np.int64), (pairs & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        share, chosen = self._worth(low, high, rare, common)
        low, high, share = low[chosen], high[chosen], share[chosen]
        order = np.lexsort((low, -share, high))
        low, high, share = low[order], high[order], share[order]
        best = nth(sizes(np.flatnonzero(changes(high)), len(high))) < PARTNERS
        return pa.table({"low": low[best], "high": high[best], "share": share[best]}, schema=PAIRS)

    def _worth(self, low: Array, high: Array, rare: Array, common: Array) -> tuple[Array, Array]:
        """The estimated share of each pair, and whether it is worth comparing."""
        fewer = np.minimum(self.shingles[low], self.shingles[high])
        whole = np.maximum(self.shingles[low], self.shingles[high]) <= WHOLE
        short = fewer < self.options.short_words - self.options.shingle + 1
        # many stories begin alike, and of long ones more is kept there
        begun = np.where(short, 0, BEGINNING * (1 - 1 / self.options.sample))
        kept = np.maximum(np.where(whole, fewer, fewer / self.options.sample + begun), 1.0)
        least = np.where(short, LEAST_SHORT_SHARE, LEAST_SHARE)
        enough = (rare / kept >= least) & ((rare >= 2) | (kept < 8)) | (rare >= MOST_SEEN)
        share = (rare + common) / kept
        return np.minimum(share, 1.0), enough | (share >= LEAST_COMMON_SHARE) | (common >= MOST_SEEN)


def again(sources: Array, first: Array, size: Array) -> Array:
    """Of the stories of each run, how many there are without the first of each source, and one.

    `sources` are those of all stories; runs begin at `first` and have `size` stories.
    """
    owner = np.repeat(np.arange(len(first), dtype=np.uint64), size)
    keys = distinct(owner << np.uint64(32) | sources[ranges(first, size)].view(np.uint32))
    return size + 1 - np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(first))


def rank_bits(stories: int) -> np.uint64:
    """Bits that hold any rank."""
    return np.uint64(max(1, (stories - 1).bit_length()))


def _met_again(keys: Array, bits: np.uint64) -> Array:
    """The sorted keys less those whose shingle stands in one story alone, which most do."""
    repeats = ~changes(keys >> bits)
    repeats[:-1] |= repeats[1:]
    return keys[repeats]


def _met(ranks: Array, first: Array, size: Array, bits: np.uint64, most: int = MOST_STORIES) -> Array:
    """The pairs of runs of ranks, each once, with the number of runs in which it stands, at most MOST_SEEN.

    Neighbours in runs of more than `most` are no pairs.
    """
    others = size - 1
    leading = np.repeat(first, others)
    behind = nth(others) + 1
    place = leading + behind
    star = (ranks[place] << bits) | ranks[leading]
    later = place[(behind > 1) & np.repeat(size <= most, others)]
    pairs = np.concatenate([star, (ranks[later] << bits) | ranks[later - 1]])
    pairs.sort()
    begins = np.flatnonzero(changes(pairs))
    count = np.minimum(sizes(begins, len(pairs)), MOST_SEEN).astype(np.uint64)
    return (pairs[begins] << _COUNT) | count


def _flat(lists: pa.Array) -> tuple[Array, npt.NDArray[np.int64]]:
    """The values of a list column, writable, and the length of each list."""
    values = pc.list_flatten(lists).to_numpy(zero_copy_only=False).copy()
    return values, pc.fill_null(pc.list_value_length(lists), 0).to_numpy(zero_copy_only=False).astype(np.int64)


def _bucketed(schema: pa.Schema, bucket: Array, values: dict[str, Array]) -> pa.Table:
    """A row for each bucket that occurs, with all of its values as lists; columns of the schema not given are null."""
    order = np.argsort(bucket, kind="stable")
    bucket = bucket[order]
    first = np.flatnonzero(changes(bucket))
    offsets = pa.array(np.append(first, len(order)).astype(np.int32))
    columns = {name: pa.ListArray.from_arrays(offsets, value[order]) for name, value in values.items()}
    columns["bucket"] = pa.array(bucket[first].astype(np.int32))
    nothing = {each.name: pa.nulls(len(first), each.type) for each in schema}
    return pa.table({each.name: columns.get(each.name, nothing[each.name]) for each in schema}, schema=schema)
