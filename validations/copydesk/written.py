"""Folders that --out wrote, read again as they were loaded."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.errors import UnreadableFileError
from copydesk.inputs import MANIFEST
from copydesk.model import ColumnMap
from copydesk.tables import LOADED_ARTICLES, LOADED_TEASERS, REJECTS, Tables

AGAIN = "Load or check the original files again with --out."


def tables(folder: Path) -> Iterator[Tables]:
    """The tables of a folder that --out wrote, as they were loaded, a row group at a time.

    Teasers come first: their `article_row` counts within the folder, and so before any article of it.
    """
    parts = {"teasers": LOADED_TEASERS, "rejects": REJECTS, "articles": LOADED_ARTICLES}
    empty = Tables(LOADED_ARTICLES.empty_table(), LOADED_TEASERS.empty_table(), REJECTS.empty_table())
    try:
        with ExitStack() as stack:
            files = {name: stack.enter_context(pq.ParquetFile(folder / f"{name}.parquet")) for name in parts}
            lacking = [
                name for name, schema in parts.items() if set(schema.names) - set(files[name].schema_arrow.names)
            ]
            if lacking:
                raise UnreadableFileError("other-layout", f"{lacking[0]}.parquet lacks columns", remedy=AGAIN)
            numbered = "row" in files["articles"].schema_arrow.names
            rows = files["articles"].read(columns=["row"])["row"] if numbered else None
            for name, schema in parts.items():
                for group in range(files[name].num_row_groups):
                    table = files[name].read_row_group(group, columns=schema.names).select(schema.names).cast(schema)
                    yield replace(empty, **{name: _placed(table, rows) if rows and name == "teasers" else table})
    except (pa.ArrowException, OSError) as error:
        # what the file system says has a number, what Arrow says of the bytes has none
        if getattr(error, "errno", None) is not None:
            raise
        raise UnreadableFileError("broken-output", f"its tables are damaged: {error}", remedy=AGAIN) from error


def columns(folder: Path) -> Mapping[str, ColumnMap]:
    """What was mapped to what when a folder was written, by file."""
    try:
        told = orjson.loads((folder / MANIFEST).read_bytes()).get("columns", {})
        return {name: ColumnMap(each["mapped"], tuple(each["unmapped"])) for name, each in told.items()}
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise UnreadableFileError("broken-output", f"its {MANIFEST} is damaged: {error}", remedy=AGAIN) from error


def _placed(teasers: pa.Table, rows: pa.ChunkedArray) -> pa.Table:
    """The teasers with the positions of their articles, where some rows of the folder were left out."""
    places = pc.index_in(teasers["article_row"], value_set=rows.combine_chunks()).cast(pa.int64())
    if places.null_count:
        raise UnreadableFileError("broken-output", "a teaser belongs to an article that is not there", remedy=AGAIN)
    return teasers.set_column(0, LOADED_TEASERS.field("article_row"), places)
