"""What the tables of a run hold, counted once for the gate and the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored

COUNTED = ("articles", "teasers", "rejects", "findings", "stories")
NARROW = ("check", "severity", "table", "row", "source", "kind", "status", "scope")


@dataclass(frozen=True, slots=True)
class Counted:
    """What the tables of a run hold.

    `rows` by table, articles by source (the largest first), teasers by source, the first and last date, all findings
    with the columns of NARROW, and by table (articles, teasers) the row numbers it bears.
    """

    rows: Mapping[str, int]
    sources: Mapping[str, int]
    teaser_sources: Mapping[str, int]
    dates: tuple[str | None, str | None]
    findings: pa.Table
    numbers: Mapping[str, np.ndarray[Any, np.dtype[np.int64]]]


def count(engine: Engine, tables: Mapping[str, Stored]) -> Counted:
    """Count what a run's tables hold."""
    return Counted(
        rows={name: tables[name].rows for name in COUNTED},
        sources=sources(engine, tables["articles"]),
        teaser_sources=sources(engine, tables["teasers"]),
        dates=dates(engine, tables["articles"]),
        findings=narrow(engine, tables["findings"]),
        numbers={name: numbers(engine, tables[name]) for name in ("articles", "teasers")},
    )


def sources(engine: Engine, stored: Stored) -> Mapping[str, int]:
    """Rows of a table by source, the largest first, then by name."""
    table = engine.fold(stored, _count_sources, _add_sources, ("source",))
    counted = zip(table["source"].to_pylist(), table["count"].to_pylist(), strict=True)
    return dict(sorted(counted, key=lambda each: (-each[1], each[0])))


def dates(engine: Engine, articles: Stored) -> tuple[str | None, str | None]:
    """The first and the last local date of publication (else of change), to their precision."""
    table = engine.fold(articles, _span_dates, _span_dates_of, ("date_published_local", "date_modified_local"))
    return table["first"][0].as_py(), table["last"][0].as_py()


def narrow(engine: Engine, findings: Stored) -> pa.Table:
    """The columns of all findings that counting needs."""
    batches = [pa.Table.from_batches([batch]) for batch in engine.scan(findings, NARROW)]
    schema = pa.schema([findings.schema.field(name) for name in NARROW])
    return pa.concat_tables([schema.empty_table(), *batches])


def numbers(engine: Engine, stored: Stored) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The row numbers that a table bears, in its order; NaN for a row that bears none."""
    found = [batch.column("row").to_numpy(zero_copy_only=False) for batch in engine.scan(stored, ("row",))]
    return np.concatenate([np.array([], np.int64), *found])


def _count_sources(batch: pa.RecordBatch) -> pa.Table:
    counts = pc.value_counts(batch.column("source"))
    return pa.table({"source": counts.field("values"), "count": counts.field("counts")})


def _add_sources(parts: Sequence[pa.Table]) -> pa.Table:
    added = pa.concat_tables(parts).group_by("source").aggregate([("count", "sum")])
    return added.rename_columns({"count_sum": "count"}).select(["source", "count"])


def _span_dates(batch: pa.RecordBatch) -> pa.Table:
    span = pc.min_max(pc.coalesce(batch.column("date_published_local"), batch.column("date_modified_local")))
    return pa.table({"first": [span["min"].as_py()], "last": [span["max"].as_py()]}, schema=_SPAN)


def _span_dates_of(parts: Sequence[pa.Table]) -> pa.Table:
    table = pa.concat_tables(parts)
    return pa.table({"first": [pc.min(table["first"]).as_py()], "last": [pc.max(table["last"]).as_py()]}, schema=_SPAN)


_SPAN = pa.schema([("first", pa.string()), ("last", pa.string())])
