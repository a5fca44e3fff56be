"""All stories of a dataset in the order in which they may represent others, and which have the same words.

A story's rank is its place in that order: the earliest date, else the longest body, else the smallest key, else the
smallest content_hash, else row. From here on stories are ranks, so that nothing depends on the order of rows. About
150 bytes a story are held, however long the stories are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.arrays import changes

Array = npt.NDArray[Any]

TINY = 12
"""A body of fewer words says too little: it is a copy only under the same headline, and near-copies are not sought."""
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Roster:
    """Stories by rank. `sketches` has the columns of SKETCH but hashes; `leader` is the smallest rank with the same
    words (itself, where there is none smaller, and where there are no words).

    `rank_of_row` gives the rank of an article row, NOBODY where there is no such row.
    """

    sketches: pa.Table
    leader: npt.NDArray[np.int64]
    rank_of_row: npt.NDArray[np.int64]

    def numbers(self, name: str) -> Array:
        """A column of numbers, by rank."""
        column: Array = self.sketches.column(name).to_numpy()
        return column

    @property
    def dates(self) -> npt.NDArray[np.float64]:
        """By rank, microseconds since 1970; NaN for stories without a date."""
        made: npt.NDArray[np.float64] = self.sketches["date"].cast(pa.int64()).cast(pa.float64()).to_numpy()
        return made

    @property
    def sources(self) -> npt.NDArray[np.int32]:
        """By rank, a number that stories of one source share; NOBODY for stories without one."""
        codes = self.sketches.column("source").combine_chunks().dictionary_encode().indices
        made: npt.NDArray[np.int32] = pc.fill_null(codes, NOBODY).to_numpy()
        return made

    @property
    def sought(self) -> npt.NDArray[np.bool_]:
        """By rank, whether near-copies of a story are sought: the leaders that are not tiny."""
        alone: npt.NDArray[np.bool_] = self.leader == np.arange(len(self.leader))
        return alone & (self.numbers("words") >= TINY)

    @property
    def rank_if_sought(self) -> npt.NDArray[np.int32]:
        """By article row, the rank of a story whose near-copies are sought, else NOBODY."""
        sought = np.append(self.sought, False)
        return np.where(sought[self.rank_of_row], self.rank_of_row, NOBODY).astype(np.int32)


def roster(sketches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Roster:
    """The roster of all stories. `schema` is that of the batches, any order of rows will do."""
    table = pa.Table.from_batches(sketches, schema=schema).combine_chunks()
    keys = table.append_column("shortness", pc.negate(table["length"]))
    order = [(name, "ascending") for name in ("date", "shortness", "key", "content_hash", "row")]
    ranked = table.take(pc.sort_indices(keys, sort_keys=order)).combine_chunks()
    rows = ranked["row"].to_numpy()
    rank_of_row = np.full(int(rows.max()) + 1 if len(rows) else 0, NOBODY)
    rank_of_row[rows] = np.arange(len(rows))
    return Roster(ranked, _leaders(ranked), rank_of_row)


def word_keys(sketches: pa.Table) -> tuple[Array, Array]:
    """Two numbers that stories with the same words share: how many, and a hash; tiny ones share the headline too."""
    count, body = sketches["words"].to_numpy(), sketches["body"].to_numpy().copy()
    tiny = count < TINY
    body[tiny] ^= sketches["headline"].to_numpy()[tiny] | np.uint64(1)
    return count, body


def _leaders(ranked: pa.Table) -> npt.NDArray[np.int64]:
    count, body = word_keys(ranked)
    order = np.lexsort((np.arange(len(body)), body, count))
    new = changes(body[order]) | changes(count[order])
    leaders = np.empty(len(order), np.int64)
    leaders[order] = order[np.flatnonzero(new)][np.cumsum(new) - 1] if len(order) else order
    return np.where(count > 0, leaders, np.arange(len(order)))
