"""The verbs over a Spark DataFrame of somebody else's, as far as a check over its columns needs them: all but join.

A table of Spark's is a DataFrame with the kernels that shall go over its batches: they run when it is read, in Spark's
Python workers, which must have copydesk installed. Results travel as Arrow in a column of bytes, so that Spark's types
and time zones have no say in them. Findings come to the driver: some hundred bytes for each row that fails.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Kernel, Merge, Stored
from copydesk.engines.local import FOLD, LocalEngine, empty_batch

BYTES = "data binary"
DEALT = f"part int, {BYTES}"
PARTS = 64
"""Parts into which rows are dealt by key, at most: as many as Spark makes of a shuffle."""


@dataclass(frozen=True, slots=True)
class Lazy(Stored):
    """A DataFrame and the steps over each of its batches; `schema` is that of what comes out, `rows` is not known."""

    frame: Any = None
    steps: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A kernel over some columns of a batch; null: over all."""

    kernel: Kernel
    columns: tuple[str, ...] | None

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return self.kernel(batch if self.columns is None else batch.select(list(self.columns)))


@dataclass(frozen=True, slots=True)
class Steps:
    """All steps over the batches of one partition -> tables as bytes."""

    steps: tuple[Step, ...]

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for table in self.tables(batches):
            yield _packed([table])

    def tables(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
        """What comes out of the last step, batch by batch."""
        for batch in batches:
            table = pa.Table.from_batches([batch])
            for step in self.steps:
                table = step(_one(table))
            yield table


@dataclass(frozen=True, slots=True)
class Deal:
    """The batches of one partition -> rows with the number of their part, as bytes; equal keys get one part."""

    steps: Steps
    key: str
    parts: int

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for table in self.steps.tables(batches):
            keyed = table.filter(pc.is_valid(table[self.key]))
            keys = np.asarray(keyed[self.key].to_pylist(), dtype=object)
            parts = (
                pa.array((pd.util.hash_array(keys) % self.parts).astype(np.int32))
                if len(keys)
                else pa.array([], pa.int32())
            )
            for part in pc.unique(parts).to_pylist():
                data = _packed([keyed.filter(pc.equal(parts, part))]).column(0)
                yield pa.RecordBatch.from_arrays([pa.array([part], pa.int32()), data], names=["part", "data"])


@dataclass(frozen=True, slots=True)
class Gather:
    """The dealt rows of one partition -> what a kernel makes of them, sorted by key, part by part, as bytes."""

    key: str
    step: Step

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        parts: dict[int, list[pa.Table]] = {}
        for batch in batches:
            for part, data in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True):
                parts.setdefault(part, []).append(_unpacked(data))
        for _, tables in sorted(parts.items()):
            yield _packed([self.step(_one(pa.concat_tables(tables).sort_by(self.key)))])


class FrameEngine(LocalEngine):
    """A local engine that reads tables of Spark's too; what it stores or groups lies in its scratch folder."""

    def scan(self, stored: Stored, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The batches, in the order of Spark's partitions."""
        if not isinstance(stored, Lazy):
            yield from super().scan(stored, columns)
            return
        for table in _ran(stored.frame, Steps(stored.steps), BYTES):
            for batch in table.to_batches():
                yield batch if columns is None else batch.select(list(columns))

    def map(self, stored: Stored, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        """The table with one step more."""
        if not isinstance(stored, Lazy):
            return super().map(stored, kernel, columns)
        schema = kernel(empty_batch(stored.schema, columns)).schema
        return replace(stored, schema=schema, steps=(*stored.steps, _step(kernel, columns)))

    def fold(self, stored: Stored, survey: Kernel, merge: Merge, columns: Sequence[str] | None = None) -> pa.Table:
        """One small table from all batches."""
        if not isinstance(stored, Lazy):
            return super().fold(stored, survey, merge, columns)
        parts = [survey(empty_batch(stored.schema, columns))]
        for part in _ran(stored.frame, Steps((*stored.steps, _step(survey, columns))), BYTES):
            parts.append(part)
            if len(parts) >= FOLD:
                parts = [merge(parts)]
        return merge(parts)

    def group(self, stored: Stored, key: str, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        """The results of a kernel over batches of whole groups; null keys are left out."""
        if not isinstance(stored, Lazy):
            return super().group(stored, key, kernel, columns)
        parts = min(PARTS, int(stored.frame.sparkSession.conf.get("spark.sql.shuffle.partitions")))
        dealt = stored.frame.mapInArrow(Deal(Steps(stored.steps), key, parts), DEALT).repartition(parts, "part")
        tables = _ran(dealt, Gather(key, _step(kernel, columns)), BYTES)
        schema = kernel(empty_batch(stored.schema, columns)).schema
        return self.store((batch for table in tables for batch in table.to_batches()), schema)


def _step(kernel: Kernel, columns: Sequence[str] | None) -> Step:
    return Step(kernel, None if columns is None else tuple(columns))


def _ran(frame: Any, function: Any, schema: str) -> Iterator[pa.Table]:
    # one job: a local iterator would run one a partition, each after the other
    for row in frame.mapInArrow(function, schema).collect():
        yield _unpacked(row.data)


def _packed(tables: Sequence[pa.Table]) -> pa.RecordBatch:
    """Tables as one column of bytes."""
    cells = []
    for table in tables:
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
        cells.append(sink.getvalue().to_pybytes())
    return pa.RecordBatch.from_arrays([pa.array(cells, pa.binary())], names=["data"])


def _unpacked(data: bytes) -> pa.Table:
    return pa.ipc.open_stream(bytes(data)).read_all()


def _one(table: pa.Table) -> pa.RecordBatch:
    """A table as one batch."""
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)
