"""Folders that a run writes: built beside their place, then swapped in whole; and the Parquet files in them."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.errors import InputNotFoundError, OutputError
from copydesk.inputs import MANIFEST, is_written

PLAIN = ("article_body", "description", "content_hash", "key", "extra")
"""Columns whose values hardly repeat: a dictionary would only cost."""
GROUP_BYTES = 8 << 20
"""Bytes of a row group, about."""


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
    """Raises OutputError unless a folder is new, empty, or ours."""
    if not out.exists() or (out.is_dir() and ((out / MANIFEST).is_file() or not any(out.iterdir()))):
        return
    raise OutputError(
        "exists, and was not written by copydesk",
        where=str(out),
        remedy="Name a new folder, an empty one, or an earlier output.",
    )


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
    """The manifest of a folder that --out wrote. Raises InputNotFoundError for another one."""
    if not is_written(folder):
        raise InputNotFoundError(
            "is no folder that copydesk wrote", where=str(folder), remedy="Name one that `check --out` or `load` wrote."
        )
    try:
        values: dict[str, Any] = orjson.loads((folder / MANIFEST).read_bytes())
    except ValueError as error:
        raise InputNotFoundError(f"its {MANIFEST} is no JSON", where=str(folder), remedy="Write it again.") from error
    return values


def write_manifest(folder: Path, values: Mapping[str, Any]) -> None:
    """manifest.json, the last file of a folder: without it the folder is unfinished."""
    (folder / MANIFEST).write_bytes(orjson.dumps(values, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))


def write_parquet(file: Path, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    """One Parquet file of the output; row groups are small, so that few rows can be had without reading all."""
    repeating = [each.name for each in schema if each.type == pa.string() and each.name not in PLAIN]
    packed = {each.name: each.metadata[b"encoding"].decode() for each in schema if b"encoding" in (each.metadata or {})}
    with pq.ParquetWriter(file, schema, compression="zstd", use_dictionary=repeating, column_encoding=packed) as sink:
        for batch in batches:
            sink.write_batch(batch, row_group_size=max(1, GROUP_BYTES * batch.num_rows // max(1, batch.nbytes)))
