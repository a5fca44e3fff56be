"""The history of runs: lines are kept, and show as the past of each check."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from copydesk import history
from copydesk.errors import UsageError
from renderers import sample

RUN = datetime(2026, 10, 30, 12, tzinfo=UTC)


def test_a_history_that_is_not_there_is_empty(tmp_path):
    assert history.read(tmp_path / "none.parquet").num_rows == 0


def test_each_run_adds_a_line_a_check(tmp_path):
    file, report = tmp_path / "deep" / "history.parquet", sample.report()
    history.append(file, history.read(file), report, RUN)
    history.append(file, history.read(file), replace(report, as_of=date(2026, 11, 2)), RUN.replace(day=31))
    lines = history.read(file)
    assert lines.num_rows == 2 * len(report.checks)
    assert lines.schema == history.SCHEMA
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    shown = history.with_past(report, lines)
    teasers = next(check for check in shown.checks if check.check == "truncated-teaser")
    assert [(each.as_of.day, each.failing, each.rows, each.state) for each in teasers.past] == [
        (1, 7, 120, "failed"),
        (2, 7, 120, "failed"),
    ]


def test_only_runs_of_the_same_dataset_are_its_past(tmp_path):
    file, report = tmp_path / "history.parquet", sample.report()
    history.append(file, history.read(file), replace(report, dataset="another"), RUN)
    assert all(not check.past for check in history.with_past(report, history.read(file)).checks)


def test_a_trend_is_bounded(tmp_path):
    file, report = tmp_path / "history.parquet", sample.report()
    for minute in range(history.RUNS + 3):
        history.append(file, history.read(file), report, RUN.replace(minute=minute))
    shown = history.with_past(report, history.read(file))
    assert {len(check.past) for check in shown.checks} == {history.RUNS}


@pytest.mark.parametrize("kind", ["text", "other", "folder"])
def test_another_file_is_refused_and_kept(tmp_path, kind):
    file = tmp_path / "history.parquet"
    if kind == "folder":
        file.mkdir()
    elif kind == "text":
        file.write_text("not a table")
    else:
        pq.write_table(pa.table({"a": [1]}), file)
    with pytest.raises(UsageError, match=r"history\.parquet"):
        history.read(file)
    assert file.exists()
