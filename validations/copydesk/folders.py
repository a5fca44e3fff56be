"""Folders that a run writes: built beside their place, then swapped in whole; and the Parquet files in them."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.damage import AGAIN, intact
from copydesk.errors import InputNotFoundError, OutputError, UsageError
from copydesk.files import hindrance
from copydesk.inputs import MANIFEST, is_written

PLAIN = ("article_body", "description", "content_hash", "key", "extra")
"""Columns whose values hardly repeat: a dictionary would only cost."""
GROUP_BYTES = 8 << 20
ROW_BYTES = 64
"""Bytes of a row group, about, and what a row counts beside its texts."""


@contextmanager
def fresh(out: Path) -> Iterator[Path]:
    """An empty folder that takes the place of `out` when all went well. Raises OutputError, as `usable` does."""
    usable(out)
    parent = out.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".copydesk-", dir=parent) as base:
        made = Path(base) / "out"
        made.mkdir()
        yield made
        swap(made, out)


def usable(out: Path) -> None:
    """Raises OutputError unless a folder is new, empty, or ours, and can be written."""
    ours = out.is_dir() and ((out / MANIFEST).is_file() or not any(out.iterdir()))
    if out.exists() and not ours:
        raise OutputError(
            "exists, and was not written by copydesk",
            where=str(out),
            remedy="Name a new folder, an empty one, or an earlier output.",
        )
    why = hindrance(out, folder=True)
    if why:
        raise OutputError(f"cannot be written: {why}", where=str(out), remedy="Name another place.")


def swap(made: Path, out: Path) -> None:
    """Put a finished folder where --out names it; an earlier one goes only when the new one is in its place."""
    aside = made.with_name("earlier")
    if out.exists():
        out.rename(aside)
    made.rename(out)
    out.chmod(0o777 & ~_umask())
    shutil.rmtree(aside, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def opened(folder: Path) -> Mapping[str, Any]:
    """The manifest of a folder that --out wrote. Raises UsageError for another one."""
    if not is_written(folder):
        raise InputNotFoundError(
            "is no folder that copydesk wrote", where=str(folder), remedy="Name one that `check --out` or `load` wrote."
        )
    try:
        values: dict[str, Any] = orjson.loads((folder / MANIFEST).read_bytes())
    except ValueError as error:
        raise UsageError("is no JSON", where=str(folder / MANIFEST), remedy=AGAIN) from error
    if not isinstance(values, dict):
        raise UsageError("is no JSON object", where=str(folder / MANIFEST), remedy=AGAIN)
    return values


def require(file: Path, columns: Sequence[str], remedy: str = AGAIN) -> Path:
    """The Parquet file of a folder of ours. Raises UsageError unless it is there, whole, and has these columns."""
    if not file.exists():
        raise InputNotFoundError("there is no such file", where=str(file), remedy=remedy)
    with intact(file, remedy):
        names = set(pq.read_schema(file).names)
    if lacking := [each for each in columns if each not in names]:
        raise UsageError(f"lacks the column {lacking[0]}", where=str(file), remedy=remedy)
    return file


def write_manifest(folder: Path, values: Mapping[str, Any]) -> None:
    """manifest.json, the last file of a folder: without it the folder is unfinished."""
    (folder / MANIFEST).write_bytes(orjson.dumps(values, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))


def write_parquet(file: Path, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    """One Parquet file of the output; row groups are small, so that few rows can be had without reading all."""
    repeating = [each.name for each in schema if each.type == pa.string() and each.name not in PLAIN]
    packed = {each.name: each.metadata[b"encoding"].decode() for each in schema if b"encoding" in (each.metadata or {})}
    # the smallest and the largest text of a row group tell nothing, and all who open the file read them
    told = [each.name for each in schema if each.type != pa.string()]
    with pq.ParquetWriter(
        file, schema, compression="zstd", use_dictionary=repeating, column_encoding=packed, write_statistics=told
    ) as sink:
        for group in _row_groups(batches):
            sink.write_table(group, row_group_size=group.num_rows)


def _row_groups(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Rows of GROUP_BYTES of text, about; where they are cut depends on the rows, not on the batches they come in.

    So the same rows are the same bytes, and what is read and written again stays as it is.
    """
    waiting: list[pa.RecordBatch] = []
    total = 0
    for batch in batches:
        ends = np.cumsum(_bytes_of_rows(batch)) + total
        start = 0
        for stop in (np.flatnonzero(np.diff(ends // GROUP_BYTES, prepend=total // GROUP_BYTES)) + 1).tolist():
            yield pa.Table.from_batches([*waiting, batch.slice(start, stop - start)]).combine_chunks()
            waiting, start = [], stop
        if start < batch.num_rows:
            waiting.append(batch.slice(start))
        total = int(ends[-1]) if batch.num_rows else total
    if waiting:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _bytes_of_rows(batch: pa.RecordBatch) -> npt.NDArray[np.int64]:
    """The bytes of the texts of each row, and some for its other values."""
    sizes = np.full(batch.num_rows, ROW_BYTES, np.int64)
    for column in batch.columns:
        if pa.types.is_string(column.type):
            sizes += pc.fill_null(pc.binary_length(column), 0).to_numpy(zero_copy_only=False)
    return sizes
