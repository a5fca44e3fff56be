"""The engine of one machine: batches in worker processes, sorted spill files for group and join.

Group and join sort each batch by key, spill it, and cut the sorted runs at common boundaries drawn from samples of
the keys. So any partition can be read by bisection, keys of any type work without hashing, and results come sorted.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.engines import Kernel, Merge, Stored
from copydesk.engines._pool import Pool
from copydesk.engines._shared import Shared

BATCH_BYTES = 16 << 20
"""Bytes of a batch that a kernel gets, about."""
PARTITION_BYTES = 32 << 20
"""Bytes of a partition that group and join sort in memory, about."""
SHARED_BYTES = 2 << 20
"""Bytes of a partition from which on it pays to cut it, so that every worker gets some."""
SHARES = 4
"""Partitions for each worker, so that none waits long for the last of another one."""
SAMPLE = 256
"""Keys drawn from a sorted run to find the boundaries of partitions."""
FOLD = 64
"""Summaries joined at a time."""
STRETCHES = 4096
"""Stretches of rows of sorted runs up to which a partition is put together of them, and not row by row."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One batch of a stored table: a row group of a Parquet file or a record batch of an Arrow file."""

    file: Path
    index: int


@dataclass(frozen=True, slots=True)
class Run:
    """A spilled batch of which the first `rows` lie sorted by key; behind them stand rows whose key is null, if any."""

    unit: Unit
    rows: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run, its bytes, and keys drawn from it at even distances, by which boundaries are found."""

    run: Run
    size: int
    sample: tuple[Any, ...]


class LocalEngine:
    """The four verbs over files in `scratch`, an existing folder that the caller removes; `pool` runs the kernels."""

    def __init__(self, scratch: Path, pool: Pool) -> None:
        self._scratch = scratch
        self._pool = pool
        self._numbers = itertools.count()

    def scan(self, stored: Stored, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The batches in order."""
        for unit in units(stored):
            yield read(unit, columns)

    def map(self, stored: Stored, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        """The results of a kernel over all batches, in their order."""
        shared = Shared(kernel, self._scratch)
        tasks = [_MapTask(unit, shared, _tuple(columns), self._file()) for unit in units(stored)]
        return _stored(list(self._pool.map(_run_map, tasks)), kernel, stored, columns)

    def fold(self, stored: Stored, survey: Kernel, merge: Merge, columns: Sequence[str] | None = None) -> pa.Table:
        """One small table from all batches; that of an empty batch where there are none."""
        shared = Shared(survey, self._scratch)
        tasks = [_FoldTask(unit, shared, _tuple(columns)) for unit in units(stored)]
        parts: list[pa.Table] = []
        for part in self._pool.map(_run_fold, tasks):
            parts.append(part)
            if len(parts) >= FOLD:
                parts = [merge(parts)]
        return merge(parts or [survey(empty_batch(stored.schema, columns))])

    def group(self, stored: Stored, key: str, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        """The results of a kernel over batches of whole groups, sorted by key; null keys are left out."""
        drawn = self._sorted(stored, key, columns)
        cuts, runs = _boundaries(drawn, self._pool.jobs), tuple(each.run for each in drawn)
        shared = Shared(kernel, self._scratch)
        tasks = [
            _GroupTask(runs, key, _tuple(columns), low, high, shared, self._file())
            for low, high in itertools.pairwise((None, *cuts, None))
            if runs
        ]
        return _stored(list(self._pool.map(_run_group, tasks)), kernel, stored, columns)

    def join(self, left: Stored, right: Stored, key: str) -> Stored:
        """Rows of both with equal, non-null keys, sorted by key; the right table's key column is not repeated."""
        lefts, rights = self._sorted(left, key, None), self._sorted(right, key, None)
        cuts = _boundaries((*lefts, *rights), self._pool.jobs)
        runs = (tuple(each.run for each in lefts), tuple(each.run for each in rights))
        empty = _join(left.schema.empty_table(), right.schema.empty_table(), key)
        tasks = [
            _JoinTask(*runs, key, low, high, self._file())
            for low, high in itertools.pairwise((None, *cuts, None))
            if all(runs)
        ]
        parts = list(self._pool.map(_run_join, tasks))
        return Stored(tuple(file for file, _ in parts), empty.schema, sum(rows for _, rows in parts))

    def store(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Stored:
        """Write a table to the scratch folder."""
        file = self._file()
        return Stored((file,), schema, _write(file, schema, batches))

    def _sorted(self, stored: Stored, key: str, columns: Sequence[str] | None) -> tuple[Drawn, ...]:
        tasks = [_SortTask(unit, key, _tuple(columns), self._file()) for unit in units(stored)]
        return tuple(drawn for drawn in self._pool.map(_run_sort, tasks) if drawn.run.rows)

    def _file(self) -> Path:
        return self._scratch / f"{next(self._numbers):06d}.arrow"


def units(stored: Stored) -> list[Unit]:
    """The batches of a stored table, in order."""
    return [Unit(file, index) for file in stored.files for index in range(_batches(file))]


def read(unit: Unit, columns: Sequence[str] | None = None) -> pa.RecordBatch:
    """One batch, only the named columns."""
    if unit.file.suffix == ".parquet":
        # all workers read at once, and what is mapped need not be fetched: threads and buffers would only cost
        with pq.ParquetFile(unit.file, memory_map=True, pre_buffer=False) as source:
            wanted = None if columns is None else list(columns)
            table = source.read_row_group(unit.index, columns=wanted, use_threads=False)
        batch = _one_batch(table)
    else:
        batch = pa.ipc.open_file(pa.memory_map(str(unit.file))).get_batch(unit.index)
    return batch if columns is None else batch.select(list(columns))


def stored_file(file: Path) -> Stored:
    """The handle of one Parquet file."""
    with pq.ParquetFile(file) as source:
        return Stored((file,), source.schema_arrow, source.metadata.num_rows)


def empty_batch(schema: pa.Schema, columns: Sequence[str] | None = None) -> pa.RecordBatch:
    """A batch of no rows."""
    wanted = schema if columns is None else pa.schema([schema.field(name) for name in columns])
    return pa.RecordBatch.from_arrays([pa.array([], each.type) for each in wanted], schema=wanted)


@dataclass(frozen=True, slots=True)
class _MapTask:
    unit: Unit
    kernel: Kernel
    columns: tuple[str, ...] | None
    out: Path


@dataclass(frozen=True, slots=True)
class _FoldTask:
    unit: Unit
    survey: Kernel
    columns: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _SortTask:
    unit: Unit
    key: str
    columns: tuple[str, ...] | None
    out: Path


@dataclass(frozen=True, slots=True)
class _GroupTask:
    runs: tuple[Run, ...]
    key: str
    columns: tuple[str, ...] | None
    low: Any
    high: Any
    kernel: Kernel
    out: Path


@dataclass(frozen=True, slots=True)
class _JoinTask:
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    key: str
    low: Any
    high: Any
    out: Path


def _run_map(task: _MapTask) -> tuple[Path, int, pa.Schema]:
    result = task.kernel(read(task.unit, task.columns))
    return task.out, _write(task.out, result.schema, result.to_batches()), result.schema


def _run_fold(task: _FoldTask) -> pa.Table:
    return task.survey(read(task.unit, task.columns))


def _run_sort(task: _SortTask) -> Drawn:
    batch = read(task.unit, task.columns)
    unit, valid = task.unit, batch.num_rows - batch.column(task.key).null_count
    if unit.file.suffix == ".parquet" or not _lies_sorted(batch.column(task.key), valid):
        batch = batch.take(pc.sort_indices(batch.column(task.key))[:valid])
        unit = Unit(task.out, 0)
        _write(task.out, batch.schema, [batch])
    step = max(1, -(-valid // SAMPLE))
    return Drawn(Run(unit, valid), batch.nbytes, tuple(batch.column(task.key)[:valid:step].to_pylist()))


def _lies_sorted(keys: pa.Array, valid: int) -> bool:
    """Whether the first `valid` keys are all that are not null, in ascending order."""
    first = keys[:valid]
    return first.null_count == 0 and pc.all(pc.less_equal(first[:-1], first[1:])).as_py() is not False


def _run_group(task: _GroupTask) -> tuple[Path, int, pa.Schema]:
    whole = _partition(task.runs, task.key, task.low, task.high, task.columns)
    results = [task.kernel(batch) for batch in _whole_groups(whole, task.key)]
    result = pa.concat_tables(results)
    return task.out, _write(task.out, result.schema, result.to_batches()), result.schema


def _run_join(task: _JoinTask) -> tuple[Path, int]:
    left = _partition(task.left, task.key, task.low, task.high)
    right = _partition(task.right, task.key, task.low, task.high)
    result = _join(left, right, task.key)
    return task.out, _write(task.out, result.schema, result.to_batches(_rows(result)))


def _join(left: pa.Table, right: pa.Table, key: str) -> pa.Table:
    """Inner join of two tables; pyarrow's own keeps no order and refuses lists."""
    both = pa.chunked_array([*left.column(key).chunks, *right.column(key).chunks], left.schema.field(key).type)
    codes = (
        both.combine_chunks().dictionary_encode().indices.to_numpy(zero_copy_only=False) if len(both) else np.array([])
    )
    ours, theirs = codes[: left.num_rows], codes[left.num_rows :]
    order = np.argsort(theirs, kind="stable")
    low = np.searchsorted(theirs[order], ours, "left")
    many = np.searchsorted(theirs[order], ours, "right") - low
    first = np.repeat(low - np.cumsum(many) + many, many)
    result = left.take(np.repeat(np.arange(left.num_rows), many))
    matches = right.drop_columns([key]).take(order[first + np.arange(len(first))] if len(first) else order[:0])
    for name in matches.column_names:
        result = result.append_column(matches.schema.field(name), matches.column(name))
    return result


def _partition(runs: Sequence[Run], key: str, low: Any, high: Any, columns: Sequence[str] | None = None) -> pa.Table:
    """All rows with low <= key < high of sorted runs, sorted; null bounds are open."""
    parts = []
    for run in runs:
        batch = read(run.unit, columns).slice(0, run.rows)
        keys = _Keys(batch.column(key))
        start = 0 if low is None else bisect_left(keys, low)
        stop = len(keys) if high is None else bisect_left(keys, high)
        parts.append(batch.slice(start, stop - start))
    keys = pa.chunked_array([part.column(key) for part in parts])
    return _in_order(parts, pc.sort_indices(keys).to_numpy().astype(np.int64))


def _in_order(parts: Sequence[pa.RecordBatch], order: npt.NDArray[np.int64]) -> pa.Table:
    """The rows of all parts in an order; nothing is copied where rows that stand together stay together."""
    first = np.cumsum([0, *(part.num_rows for part in parts)])
    new = np.diff(order, prepend=-2) != 1
    new |= np.isin(order, first)
    begins = np.flatnonzero(new)
    if len(begins) > STRETCHES:
        return pa.Table.from_batches(parts).take(order)
    places = order[begins]
    owners = np.searchsorted(first, places, "right") - 1
    sizes = np.diff(np.append(begins, len(order)))
    stretches = zip(owners.tolist(), (places - first[owners]).tolist(), sizes.tolist(), strict=True)
    slices = [parts[owner].slice(place, size) for owner, place, size in stretches]
    return pa.Table.from_batches(slices, parts[0].schema)


class _Keys(Sequence[Any]):
    """A sorted column for bisect, without making all of it Python values."""

    def __init__(self, column: pa.Array) -> None:
        self._column = column

    def __len__(self) -> int:
        return len(self._column)

    def __getitem__(self, index: Any) -> Any:
        return self._column[index].as_py()


def _whole_groups(table: pa.Table, key: str) -> Iterator[pa.RecordBatch]:
    """Batches that end where a group ends."""
    codes = table.column(key).combine_chunks().dictionary_encode().indices.to_numpy(zero_copy_only=False)
    ends = np.append(np.flatnonzero(np.diff(codes)) + 1, len(codes))
    step, start = _rows(table), 0
    while start < len(codes):
        stop = int(ends[min(int(np.searchsorted(ends, start + step)), len(ends) - 1)])
        yield _one_batch(table.slice(start, stop - start))
        start = stop
    if not len(codes):
        yield _one_batch(table)


def _boundaries(runs: Sequence[Drawn], workers: int) -> tuple[Any, ...]:
    """Keys that cut the runs into partitions of PARTITION_BYTES at most, about, as many for each worker."""
    size = sum(run.size for run in runs)
    parts = max(-(-size // PARTITION_BYTES), min(workers * SHARES, size // SHARED_BYTES))
    if parts < 2:
        return ()
    parts = -(-parts // workers) * workers
    drawn = sorted(each for run in runs for each in run.sample)
    return tuple(dict.fromkeys(drawn[len(drawn) * part // parts] for part in range(1, parts)))


def _rows(table: pa.Table) -> int:
    """Rows of a batch of BATCH_BYTES."""
    rows: int = BATCH_BYTES * table.num_rows // max(1, table.nbytes)
    return max(1, rows)


def _write(file: Path, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> int:
    rows = 0
    with pa.ipc.new_file(str(file), schema) as sink:
        for batch in batches:
            sink.write_batch(batch)
            rows += batch.num_rows
    return rows


def _stored(
    parts: Sequence[tuple[Path, int, pa.Schema]], kernel: Kernel, stored: Stored, columns: Sequence[str] | None
) -> Stored:
    schema = parts[0][2] if parts else kernel(empty_batch(stored.schema, columns)).schema
    return Stored(tuple(file for file, _, _ in parts), schema, sum(rows for _, rows, _ in parts))


def _batches(file: Path) -> int:
    if file.suffix == ".parquet":
        with pq.ParquetFile(file) as source:
            groups: int = source.metadata.num_row_groups
            return groups
    batches: int = pa.ipc.open_file(pa.memory_map(str(file))).num_record_batches
    return batches


def _one_batch(table: pa.Table) -> pa.RecordBatch:
    """A table as a single batch; its columns must each stay under 2 GiB of text."""
    arrays = [column.combine_chunks() if column.num_chunks != 1 else column.chunk(0) for column in table.columns]
    flat = [array.chunk(0) if isinstance(array, pa.ChunkedArray) else array for array in arrays]
    return pa.RecordBatch.from_arrays(flat, schema=table.schema)


def _tuple(columns: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if columns is None else tuple(columns)
