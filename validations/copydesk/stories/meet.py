"""What is kept of new stories held against what is kept of those published earlier: which pairs are worth comparing.

Both lie sorted by hash, so they meet by reading them from front to end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.engines import Engine, Stored
from copydesk.stories.kept import KIND_BITS, SHINGLE
from copydesk.stories.published import Published

Array = npt.NDArray[Any]

MET = pa.schema([("row", pa.int32()), ("other", pa.int32()), ("kind", pa.int8()), ("alone", pa.bool_())])
"""A hash that the new story of `row` shares with the published one of row `other`, of what kind; COMMON is that of a
shingle which stands in too many. `alone`: one of the two is so brief that a single hash is enough."""
COMMON = 3
MET_ROWS = 1 << 18
"""Rows of MET that are stored at a time, about."""
PARTNERS = 2
"""Published stories that a new one is compared with, at most: those that share most."""
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
        row, other, kind, alone = (batch.column(name).to_numpy(zero_copy_only=False) for name in MET.names)
        order = np.lexsort((other, row))
        row, other, kind, alone = row[order], other[order], kind[order], alone[order]
        new = np.append(True, (row[1:] != row[:-1]) | (other[1:] != other[:-1]))[: len(row)]
        first = np.flatnonzero(new)
        shingles, _, raw, common = (_counted(kind == each, first) for each in range(COMMON + 1))
        every = np.diff(np.append(first, len(row)))
        row, other, same = row[first], other[first], every - shingles - common
        least = np.where(_counted(alone, first) > 0, 1, 2)
        much = shingles + common >= np.maximum(1, LEAST_COMMON_SHARE * self.kept[row])
        chosen = np.flatnonzero((same > 0) | (shingles >= least) | much)
        chosen = chosen[np.lexsort((other[chosen], -every[chosen], -same[chosen], -raw[chosen], row[chosen]))]
        begins = np.flatnonzero(np.append(True, np.diff(row[chosen]) != 0)[: len(chosen)])
        nth = np.arange(len(chosen)) - np.repeat(begins, np.diff(np.append(begins, len(chosen))))
        best = chosen[nth < PARTNERS]
        return pa.table([row[best].astype(np.int64), other[best].astype(np.int64), raw[best] > 0], schema=NEAR)


@dataclass(slots=True)
class Meeting:
    """What is kept of new stories held against what is kept of an earlier dataset.

    A shingle that stands in more than `common` stories is boilerplate; by one in more than `most` stories meet the
    first published one alone.
    """

    earlier: Published
    common: int
    most: int
    frequent: list[Array] = field(default_factory=list)
    skipped: int = 0

    def near(self, engine: Engine, kept: Stored, rows: int) -> pa.Table:
        """NEAR, for new stories of which KEPT is kept, with rows below a number."""
        counts = np.zeros(rows, np.int64)
        for batch in engine.scan(kept, ("hash", "row")):
            shingle = batch.column("hash").to_numpy() & ((1 << KIND_BITS) - 1) == SHINGLE
            counts += np.bincount(batch.column("row").to_numpy()[shingle], minlength=rows)
        near = engine.group(engine.store(_large(self._met(engine, kept)), MET), "row", Best(counts))
        return pa.Table.from_batches(engine.scan(near), schema=near.schema)

    def _met(self, engine: Engine, kept: Stored) -> Iterator[pa.RecordBatch]:
        """MET, from front to end of both."""
        with self.earlier.kept() as source:
            held, old = -1, pa.table({})
            for batch in engine.scan(kept):
                hashes = batch.column("hash").to_numpy()
                for group, span in enumerate(self.earlier.hashes):
                    low, high = np.searchsorted(hashes, span[0]), np.searchsorted(hashes, span[1], "right")
                    if low < high:
                        held, old = (held, old) if group == held else (group, source.read_row_group(group))
                        yield self._join(pa.Table.from_batches([batch.slice(low, high - low)]), old)

    def _join(self, new: pa.Table, old: pa.Table) -> pa.RecordBatch:
        hashes, others = new["hash"].to_numpy(), old["hash"].to_numpy()
        low, high = np.searchsorted(others, hashes), np.searchsorted(others, hashes, "right")
        mine = np.repeat(np.arange(len(hashes)), high - low)
        theirs = np.arange(len(mine)) - np.repeat(np.cumsum(high - low) - high, high - low)
        stories = new["stories"].to_numpy()[mine] + old["stories"].to_numpy()[theirs]
        kind = hashes[mine] & ((1 << KIND_BITS) - 1)
        shingle = kind == SHINGLE
        self.frequent.append(hashes[mine][shingle & (stories > self.common)])
        many = shingle & (stories > self.most)
        self.skipped += len(np.unique(hashes[mine][many]))
        kind[shingle & (stories > self.common)] = COMMON
        alone = new["brief"].to_numpy()[mine] | old["brief"].to_numpy()[theirs]
        rows = new["row"].to_numpy()[mine], old["row"].to_numpy()[theirs]
        first = np.append(True, np.diff(mine) != 0)[: len(mine)]
        columns = [pa.array(each[first | ~many]) for each in (*rows, kind.astype(np.int8), alone)]
        return pa.RecordBatch.from_arrays(columns, schema=MET)

    def common_shingles(self) -> npt.NDArray[np.uint64]:
        """The common shingles that were met, sorted, less their lowest DROPPED bits."""
        return np.unique(np.concatenate([np.zeros(0, np.int64), *self.frequent]) >> KIND_BITS).astype(np.uint64)

    def notes(self, stories: int) -> Iterator[str]:
        """Sentences on what was compared, and what was not."""
        yield f"Stories compared with the {self.earlier.rows:,} published in {self.earlier.name}: {stories:,}."
        if self.skipped:
            yield (
                f"{self.skipped:,} kept shingles each stand in more than {self.most} stories: by these, new stories "
                "were compared with the first published one alone."
            )


def _large(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of batches in few ones."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        waiting.append(batch)
        if sum(each.num_rows for each in waiting) >= MET_ROWS:
            yield pa.concat_batches(waiting)
            waiting = []
    if waiting:
        yield pa.concat_batches(waiting)


def _counted(mask: Array, first: Array) -> npt.NDArray[np.int64]:
    """How often a mask is true in each stretch."""
    return np.add.reduceat(mask.astype(np.int64), first) if len(first) else np.zeros(0, np.int64)
