"""Engines are four verbs over stored tables, and no knowledge of news.

    scan(stored, columns)            its batches, in order
    map(stored, kernel, columns)     kernel(batch) -> table, for each batch
    fold(stored, survey, merge)      survey(batch) -> table, merge([table, ...]) -> table
    group(stored, key, kernel)       kernel(batch) -> table; all rows of a key are in one batch, sorted by key
    join(left, right, key)           inner join of two stored tables

Kernels are picklable, take and give Arrow, and keep no state between calls.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa

Kernel = Callable[[pa.RecordBatch], pa.Table]
Merge = Callable[[Sequence[pa.Table]], pa.Table]


@dataclass(frozen=True, slots=True)
class Stored:
    """A table on disk: files of one schema, read one after another; Parquet (.parquet) or Arrow IPC (.arrow)."""

    files: tuple[Path, ...]
    schema: pa.Schema
    rows: int


class Engine(Protocol):
    """What an engine does."""

    def scan(self, stored: Stored, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The batches of a table in order, bounded in bytes."""

    def map(self, stored: Stored, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        """The concatenated results of a kernel over all batches, in their order."""

    def fold(self, stored: Stored, survey: Kernel, merge: Merge, columns: Sequence[str] | None = None) -> pa.Table:
        """One small table from all batches; merge must not depend on order or batch size."""

    def group(self, stored: Stored, key: str, kernel: Kernel, columns: Sequence[str] | None = None) -> Stored:
        """The results of a kernel over batches of whole groups, sorted by key; rows with a null key are left out."""

    def join(self, left: Stored, right: Stored, key: str) -> Stored:
        """Rows of both tables with equal, non-null keys; the right table's key column is not repeated."""

    def store(self, batches: Iterator[pa.RecordBatch], schema: pa.Schema) -> Stored:
        """Write a table to the engine's scratch folder."""
