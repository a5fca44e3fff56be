"""What is kept of new stories held against what is kept of those published earlier: which pairs are worth comparing.

Both lie sorted by hash, so they meet by reading them from front to end.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.engines import Engine, Stored
from copydesk.stories.arrays import changes, counted, distinct, nth, ranges, sizes
from copydesk.stories.kept import KEPT, KIND_BITS, RAW, SHINGLE
from copydesk.stories.published import Published

Array = npt.NDArray[Any]

MET = pa.schema(
    [("row", pa.int32()), ("other", pa.int32()), ("kind", pa.int8()), ("alone", pa.bool_()), ("hash", pa.int64())]
)
"""A hash that the new story of `row` shares with the published one of row `other`, of what kind; that of a shingle
which stands in many is COMMON, in too many SKIPPED. `alone`: one of the two is so brief that a single hash is enough.
"""
OF_PAIR = ("row", "other", "kind", "alone")
"""Columns of MET by which pairs are chosen."""
COMMON, SKIPPED = 3, 4
PARTNERS = 2
"""Published stories that a new one is compared with, at most: those that share most."""
TOGETHER = 32
"""Row groups of what is kept that are read by one task."""
LEAST_COMMON_SHARE = 0.5
"""Share of a new story's kept shingles that must be met where nearly all of them are common."""
NEAR = pa.schema([("row", pa.int64()), ("other", pa.int64()), ("raw", pa.bool_())])
"""Pairs worth comparing: the row of a new story, and that of a published one; `raw`: they seem to be the same text."""


@dataclass(frozen=True, slots=True)
class Best:
    """Kernel from MET, all of a row together, to NEAR: the PARTNERS that share most with each row.

    `kept` is how many shingles are kept of each row.
    """

    kept: npt.NDArray[np.int64]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The pairs worth comparing of some rows."""
        row, other, kind, alone = (batch.column(name).to_numpy(zero_copy_only=False) for name in OF_PAIR)
        order = np.lexsort((other, row))
        row, other, kind, alone = row[order], other[order], kind[order], alone[order]
        first = np.flatnonzero(changes(row) | changes(other))
        shingles, raw, common = (counted(mask, first) for mask in (kind == SHINGLE, kind == RAW, kind >= COMMON))
        every = sizes(first, len(row))
        row, other, same = row[first], other[first], every - shingles - common
        least = np.where(counted(alone, first) > 0, 1, 2)
        much = shingles + common >= np.maximum(1, LEAST_COMMON_SHARE * self.kept[row])
        chosen = np.flatnonzero((same > 0) | (shingles >= least) | much)
        chosen = chosen[np.lexsort((other[chosen], -every[chosen], -same[chosen], -raw[chosen], row[chosen]))]
        begins = np.flatnonzero(changes(row[chosen]))
        best = chosen[nth(sizes(begins, len(chosen))) < PARTNERS]
        return pa.table([row[best].astype(np.int64), other[best].astype(np.int64), raw[best] > 0], schema=NEAR)


@dataclass(frozen=True, slots=True)
class MeetKept:
    """Kernel from KEPT of new stories to MET, by what is kept of an earlier dataset.

    A shingle that stands in more than `common` stories is boilerplate; by one in more than `most` stories meet the
    first published one alone.
    """

    earlier: Published
    common: int
    most: int

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """What some new stories share with published ones."""
        hashes = batch.column("hash").to_numpy()
        parts = []
        with self.earlier.kept() as source:
            for group, span in enumerate(self.earlier.hashes):
                low, high = np.searchsorted(hashes, span[0]), np.searchsorted(hashes, span[1], "right")
                if low < high:
                    new = pa.Table.from_batches([batch.slice(low, high - low)])
                    parts.append(self._join(new, source.read_row_group(group, use_threads=False)))
        return pa.Table.from_batches(parts, MET).combine_chunks()

    def _join(self, new: pa.Table, old: pa.Table) -> pa.RecordBatch:
        hashes, others = new["hash"].to_numpy(), old["hash"].to_numpy()
        low = np.searchsorted(others, hashes)
        met = np.flatnonzero(others[np.minimum(low, len(others) - 1)] == hashes)
        low, many = low[met], np.searchsorted(others, hashes[met], "right") - low[met]
        mine, theirs = np.repeat(met, many), ranges(low, many)
        stories = new["stories"].to_numpy()[mine] + old["stories"].to_numpy()[theirs]
        kind = hashes[mine] & ((1 << KIND_BITS) - 1)
        kind[(kind == SHINGLE) & (stories > self.common)] = COMMON
        kind[(kind == COMMON) & (stories > self.most)] = SKIPPED
        alone = new["brief"].to_numpy()[mine] | old["brief"].to_numpy()[theirs]
        rows = new["row"].to_numpy()[mine], old["row"].to_numpy()[theirs]
        listed = (kind != SKIPPED) | changes(mine)
        columns = (*rows, kind.astype(np.int8), alone, hashes[mine])
        return pa.RecordBatch.from_arrays([pa.array(each[listed]) for each in columns], schema=MET)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What came of holding new stories against published ones.

    `near` is NEAR; `common` are the common shingles that were met, sorted, less their lowest DROPPED bits; `skipped` is
    of how many shingles only the first published story was looked at.
    """

    near: pa.Table
    common: npt.NDArray[np.uint64]
    skipped: int


def meeting(engine: Engine, kept: Stored, meet: MeetKept, rows: int) -> Meeting:
    """New stories of which KEPT is kept, with rows below a number, held against those of an earlier dataset."""
    counts = np.zeros(rows, np.int64)
    for batch in engine.scan(kept, ("hash", "row")):
        shingle = batch.column("hash").to_numpy() & ((1 << KIND_BITS) - 1) == SHINGLE
        counts += np.bincount(batch.column("row").to_numpy()[shingle], minlength=rows)
    met = engine.map(engine.store(_parts(engine.scan(kept), meet.earlier), KEPT), meet)
    best = engine.group(met, "row", Best(counts), OF_PAIR)
    near = pa.Table.from_batches(engine.scan(best), schema=best.schema)
    frequent, skipped = _frequent(engine.scan(met, ("kind", "hash")))
    return Meeting(near, (frequent >> KIND_BITS).astype(np.uint64), len(skipped))


def _parts(kept: Iterable[pa.RecordBatch], earlier: Published) -> Iterator[pa.RecordBatch]:
    """The batches cut where row groups of what is kept of the earlier dataset begin, TOGETHER of them a part."""
    begins = np.array([low for low, high in earlier.hashes if low <= high][::TOGETHER], np.int64)
    for batch in kept:
        edges = np.searchsorted(batch.column("hash").to_numpy(), begins[1:])
        for low, high in itertools.pairwise((0, *edges.tolist(), batch.num_rows)):
            if low < high:
                yield batch.slice(low, high - low)


def _frequent(met: Iterable[pa.RecordBatch]) -> tuple[Array, Array]:
    """The hashes of common shingles, sorted, and of those the skipped ones."""
    common, skipped = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for batch in met:
        kind, hashes = batch.column("kind").to_numpy(), batch.column("hash").to_numpy()
        common.append(distinct(hashes[kind >= COMMON]))
        skipped.append(distinct(hashes[kind == SKIPPED]))
    return distinct(np.concatenate(common)), distinct(np.concatenate(skipped))
