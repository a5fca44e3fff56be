"""An engine that is right and as unhelpful as can be: one row a batch, groups in a random order, all in memory."""

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Kernel, Merge, Stored


class AwkwardEngine:
    """The verbs of copydesk.engines; `seed` decides the order of groups."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - an order, not a secret
        self._tables: dict[Path, pa.Table] = {}
        self._numbers = itertools.count()

    def scan(self, stored: Stored, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        for file in stored.files:
            table = self._tables[file]
            table = table if columns is None else table.select(list(columns))
            for row in range(table.num_rows):
                yield _batch(table.slice(row, 1))

    def map(self, stored: Stored, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        return self._keep([kernel(batch) for batch in self.scan(stored, columns)], stored, kernel, columns)

    def fold(self, stored: Stored, survey: Kernel, merge: Merge, columns: Sequence[str] | None = None) -> pa.Table:
        parts = [survey(batch) for batch in self.scan(stored, columns)]
        self._random.shuffle(parts)
        return merge(parts or [survey(_empty(stored, columns))])

    def group(self, stored: Stored, key: str, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        table = pa.Table.from_batches(self.scan(stored, columns), schema=_empty(stored, columns).schema)
        keys = pc.unique(table[key].drop_null()).to_pylist()
        self._random.shuffle(keys)
        groups = [table.filter(pc.equal(table[key], pa.scalar(each, table[key].type))) for each in keys]
        return self._keep([kernel(_batch(group)) for group in groups], stored, kernel, columns)

    def join(self, left: Stored, right: Stored, key: str) -> Stored:
        raise NotImplementedError

    def store(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Stored:
        return self._put(pa.Table.from_batches(batches, schema=schema))

    def _keep(self, parts: list[Any], stored: Stored, kernel: Kernel, columns: Sequence[str] | None) -> Stored:
        return self._put(pa.concat_tables(parts or [kernel(_empty(stored, columns))]))

    def _put(self, table: pa.Table) -> Stored:
        file = Path(f"memory/{next(self._numbers)}")
        self._tables[file] = table
        return Stored((file,), table.schema, table.num_rows)


def _batch(table: pa.Table) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([column.combine_chunks() for column in table.columns], schema=table.schema)


def _empty(stored: Stored, columns: Sequence[str] | None) -> pa.RecordBatch:
    names = stored.schema.names if columns is None else columns
    schema = pa.schema([stored.schema.field(name) for name in names])
    return pa.RecordBatch.from_arrays([pa.array([], each.type) for each in schema], schema=schema)
