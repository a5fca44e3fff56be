"""What earlier runs found, a line a run and check, in a Parquet file that the user names: numbers alone, no text."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.errors import OutputError, UsageError
from copydesk.files import hindrance
from copydesk.model import CheckResult, Past, Report, Status

SCHEMA = pa.schema(
    [
        ("run", pa.timestamp("s", "UTC")),
        ("dataset", pa.string()),
        ("as_of", pa.date32()),
        ("verdict", pa.string()),
        ("check", pa.string()),
        ("severity", pa.string()),
        ("state", pa.string()),
        ("rows", pa.int64()),
        ("rows_failing", pa.int64()),
        *((str(status), pa.int64()) for status in Status),
        ("copydesk", pa.string()),
    ]
)
"""`run` is when the run ended. `rows` were looked at, `rows_failing` had a new finding; findings are by status."""
RUNS = 30
"""Runs that a trend shows."""


def read(file: Path) -> pa.Table:
    """The lines (SCHEMA) of a history; none where there is no such file yet. Raises UsageError for another file.

    Raises it as well for a place where no file can be written when the run has ended.
    """
    why = hindrance(file)
    if why:
        raise OutputError(f"cannot be written: {why}", where=f"--history {file}", remedy="Name another file.")
    if not file.exists():
        return SCHEMA.empty_table()
    remedy = "Name a file that --history wrote, or a new one."
    try:
        table = pq.read_table(file)
    except (pa.ArrowException, OSError) as error:
        raise UsageError(f"cannot be read as Parquet: {error}", where=f"--history {file}", remedy=remedy) from error
    if not set(SCHEMA.names) <= set(table.column_names):
        raise UsageError("is no history of copydesk", where=f"--history {file}", remedy=remedy)
    return table.select(SCHEMA.names).cast(SCHEMA)


def with_past(report: Report, lines: pa.Table) -> Report:
    """The report with what earlier runs of the dataset of that name found, the latest last."""
    own = lines.filter(pc.equal(lines["dataset"], report.dataset)).sort_by("run")
    past: dict[str, list[Past]] = {}
    for row in own.to_pylist():
        past.setdefault(row["check"], []).append(
            Past(row["as_of"], row["state"], row["rows"], row["rows_failing"], row[str(Status.NEW)])
        )
    checks = (replace(each, past=tuple(past.get(each.check, ())[-RUNS:])) for each in report.checks)
    return replace(report, checks=tuple(checks))


def append(file: Path, lines: pa.Table, report: Report, run: datetime) -> None:
    """Write the history with the lines of one more run; the file is replaced whole, or not at all."""
    made = pa.Table.from_pylist([_line(each, report, run) for each in report.checks], schema=SCHEMA)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".copydesk-", dir=file.parent) as base:
        beside = Path(base) / file.name
        pq.write_table(pa.concat_tables([lines, made]), beside, compression="zstd")
        beside.replace(file)


def _line(check: CheckResult, report: Report, run: datetime) -> Mapping[str, object]:
    return {
        "run": run,
        "dataset": report.dataset,
        "as_of": report.as_of,
        "verdict": str(report.verdict),
        "check": check.check,
        "severity": str(check.severity),
        "state": check.state,
        "rows": check.rows,
        "rows_failing": check.rows_failing,
        **{str(status): check.counts.get(status, 0) for status in Status},
        "copydesk": report.versions.get("copydesk"),
    }
