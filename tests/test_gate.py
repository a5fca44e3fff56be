"""Limits and verdicts, and Great Expectations' part in them."""

import json
from pathlib import Path
from typing import Any

import great_expectations.expectations as gxe
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import expectations, gate
from copydesk.errors import JudgeError
from copydesk.gate import Question, Sheet, allowance
from copydesk.model import ExitStatus, Outcome, Severity, Verdict


def question(rows: list[int], allowed: int = 0, severity: Severity = Severity.ERROR) -> Question:
    return Question(
        "some-check",
        severity,
        "It wants no fault.",
        ("bad", "worse"),
        np.array(rows, np.int64),
        np.zeros(len(rows), np.int64),
        allowed,
    )


def outcome(severity: Severity, *, passed: bool) -> Outcome:
    return Outcome("some-check", severity, "articles", 10, 0 if passed else 3, 0, passed)


@given(rows=st.integers(1, 100_000), share=st.floats(0, 1), count=st.none() | st.integers(0, 100_000))
def test_the_share_demanded_lets_exactly_the_allowance_fail(rows, share, count):
    allowed = allowance(count, share, rows)
    assert 0 <= allowed <= rows
    demanded = expectations.mostly(allowed, rows)
    assert (rows - allowed) / rows >= demanded
    if allowed < rows:
        assert (rows - allowed - 1) / rows < demanded


@pytest.mark.parametrize(
    ("count", "share", "rows", "allowed"),
    [
        (None, None, 10, 0),
        (3, None, 10, 3),
        (30, None, 10, 10),
        (None, 0.07, 100, 7),
        (2, 0.07, 100, 2),
        (None, 0.099, 10, 0),
    ],
)
def test_an_allowance_is_the_smaller_of_count_and_share(count, share, rows, allowed):
    assert allowance(count, share, rows) == allowed


@pytest.mark.parametrize(
    ("failing", "allowed", "passed"), [([], 0, True), ([4], 0, False), ([4, 7], 2, True), ([1, 4, 7], 2, False)]
)
def test_great_expectations_decides_by_the_allowance(failing, allowed, passed):
    judgement = expectations.judge([Sheet("articles", 10, (question(failing, allowed),))])
    assert judgement.outcomes == (Outcome("some-check", Severity.ERROR, "articles", 10, len(failing), allowed, passed),)
    assert judgement.broken == ()
    assert judgement.results["articles"]["statistics"]["evaluated_expectations"] == 2


def test_the_results_are_exported_whole_and_alike_each_time():
    sheets = [Sheet("articles", 3, (question([1]),)), Sheet("teasers", 0, (question([]),))]
    first, second = (json.dumps(expectations.judge(sheets).results) for _ in range(2))
    assert first == second
    assert "It wants no fault" in first
    assert '"teasers"' not in first


def test_a_row_with_two_kinds_shows_the_graver():
    two = Question("c", Severity.ERROR, "w", ("bad", "mild"), np.array([2, 2]), np.array([1, 0]), 0)
    assert expectations.frame(Sheet("articles", 4, (two,)))["c (error)"].tolist()[2] == "bad"


def test_what_raises_inside_great_expectations_is_never_green(monkeypatch):
    def crooked(sheet: Sheet) -> Any:
        yield gxe.ExpectColumnValuesToBeNull(column="no such column")

    monkeypatch.setattr(expectations, "_expectations", crooked)
    with pytest.raises(JudgeError, match="no such column"):
        expectations.judge([Sheet("articles", 3, ())])


def test_data_docs_are_built_on_request(tmp_path: Path):
    expectations.judge([Sheet("articles", 3, (question([1]),))], docs=tmp_path / "docs")
    assert (tmp_path / "docs" / "index.html").is_file()


@pytest.mark.parametrize(
    ("severity", "passed", "fail_on", "verdict", "status"),
    [
        (Severity.ERROR, True, "error", Verdict.PASSED, ExitStatus.PASSED),
        (Severity.ERROR, False, "error", Verdict.BLOCKED, ExitStatus.BLOCKED),
        (Severity.ERROR, False, "never", Verdict.BLOCKED, ExitStatus.PASSED),
        (Severity.WARNING, False, "error", Verdict.PASSED, ExitStatus.PASSED),
        (Severity.WARNING, False, "warning", Verdict.BLOCKED, ExitStatus.BLOCKED),
        (Severity.INFO, False, "warning", Verdict.PASSED, ExitStatus.PASSED),
    ],
)
def test_severity_alone_decides(severity, passed, fail_on, verdict, status):
    decision = gate.decide([outcome(severity, passed=passed)], [], fail_on)
    assert (decision.verdict, decision.exit_status) == (verdict, status)
    assert decision.reasons


@pytest.mark.parametrize("fail_on", ["error", "never"])
@pytest.mark.parametrize(
    ("rejects", "said"), [(0, "nothing to check in empty/"), (1, "a.bin: no loader"), (9, "every record (9)")]
)
def test_nothing_checked_is_never_green(rejects, said, fail_on):
    refused = pa.table({"source_file": ["a.bin"] * rejects, "message": ["no loader knows it"] * rejects})
    doubts = gate.doubts({"articles": 0, "rejects": rejects}, ["empty/"], refused)
    decision = gate.decide([], doubts, fail_on)
    assert decision.exit_status is ExitStatus.UNTRUSTED
    assert any(said in reason for reason in decision.reasons)


def test_doubts_outrank_faults():
    decision = gate.decide([outcome(Severity.ERROR, passed=False)], ["articles: not so"], "error")
    assert decision.exit_status is ExitStatus.UNTRUSTED


def test_a_finding_without_source_fails_every_source():
    found = pa.table({"source": ["b", None], "row": pa.array([None, None], pa.int64()), "kind": ["x", "y"]})
    assert gate._by_source(found, ["a", "b"], range(2))["row"].to_pylist() == [1, 0, 1]
