"""The numbers of a report: sources, dates, samples and the state of each check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import counted, portrait, summary
from copydesk.checks import Check
from copydesk.config import Config
from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.gate import Decision
from copydesk.model import ExitStatus, Outcome, Policy, Report, Severity, Status, Target, Verdict
from copydesk.rules import Rule
from copydesk.tables import ARTICLES, FINDINGS


@dataclass(frozen=True, kw_only=True)
class Loud(Check):
    """Headlines that shout.

    ## Why it matters

    Case is lost.

    ## What to do

    Ask the source.
    """

    targets: ClassVar = (Target("articles", "headline"),)
    severity: ClassVar = Severity.WARNING
    kinds: ClassVar = {"upper": "All capitals."}


@dataclass(frozen=True, kw_only=True)
class Quiet(Check):
    """Headlines that whisper."""

    targets: ClassVar = (Target("articles", "headline"),)
    kinds: ClassVar = {"lower": "No capital."}


@pytest.fixture
def engine(tmp_path):
    with Pool(1) as pool:
        yield LocalEngine(tmp_path, pool)


def stored(engine: LocalEngine, schema: pa.Schema, rows: Sequence[Mapping[str, Any]], size: int = 2) -> Stored:
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
    return engine.store(
        [each for start in range(0, len(rows), size) for each in table[start : start + size].to_batches()], schema
    )


def finding(check: str, severity: str, status: str = "new", **more: Any) -> dict[str, Any]:
    plain = {"check": check, "severity": severity, "status": status, "table": "articles", "row": 0, "kind": "upper"}
    return {**plain, "field": "headline", "count": 1, "message": "It shouts.", "fingerprint": "f" * 64, **more}


def reported(
    engine: LocalEngine,
    findings: Sequence[Mapping[str, Any]],
    outcomes: Sequence[Outcome] = (),
    **settings: Any,
) -> Report:
    config = Config(as_of=date(2026, 11, 1), **settings)
    tables = {name: stored(engine, FINDINGS, findings if name == "findings" else []) for name in counted.COUNTED}
    tables["articles"] = stored(engine, ARTICLES, [{"source": "Bote", "date_published_local": "2026-01-01"}] * 9)
    facts = summary.Facts(
        config=config,
        inputs=("in", "more"),
        counted=counted.count(engine, tables),
        notes=("A note.",),
        columns={},
        skipped=(),
        outcomes=tuple(outcomes),
        decision=Decision(Verdict.BLOCKED, ExitStatus.BLOCKED, ("It shouts.",)),
        tally=portrait.merge([portrait.survey(batch) for batch in engine.scan(tables["articles"])]),
        days={},
    )
    return summary.report(engine, tables, (Rule(Loud()), Rule(Quiet(), Severity.INFO)), facts)


# --- Sources and dates


def test_sources_are_counted_the_largest_first_then_by_name(engine):
    names = ["שער", "Bote", "Anzeiger", "Bote", "Courier", "Courier", "Bote"]
    table = stored(engine, ARTICLES, [{"source": name} for name in names])
    assert [*counted.sources(engine, table).items()] == [("Bote", 3), ("Courier", 2), ("Anzeiger", 1), ("שער", 1)]
    assert counted.sources(engine, stored(engine, ARTICLES, [])) == {}


def test_the_span_of_dates_is_that_of_publication_else_of_change(engine):
    rows = [
        {"date_published_local": "2026-03-01T10:00"},
        {"date_modified_local": "2025-12-31"},
        {"date_published_local": "2026-01-02", "date_modified_local": "2027-01-01"},
        {},
    ]
    assert counted.dates(engine, stored(engine, ARTICLES, rows, 1)) == ("2025-12-31", "2026-03-01T10:00")
    assert counted.dates(engine, stored(engine, ARTICLES, [{}])) == (None, None)
    assert counted.dates(engine, stored(engine, ARTICLES, [])) == (None, None)


def test_the_versions_are_those_of_what_decided():
    assert {"python", "copydesk", "great-expectations", "pyarrow"} <= set(summary.versions())


# --- Reports


def test_a_report_counts_findings_by_check_status_kind_and_row(engine):
    findings = [
        finding("loud", "error", row=1),
        finding("loud", "warning", row=1, kind="mixed"),
        finding("loud", "error", row=2),
        finding("loud", "error", "known", row=3),
        finding("loud", "warning", "waived", row=4),
        finding("loud", "error", table="teasers", row=1),
        finding("loud", "warning", table="dataset", row=None, source="Bote"),
        finding("loud", "warning", table="dataset", row=None, source="Courier"),
    ]
    outcomes = (
        Outcome("loud", Severity.ERROR, "articles", 9, 2, 5, True),
        Outcome("loud", Severity.WARNING, "articles", 9, 1, 0, False),
        Outcome("loud", Severity.WARNING, "dataset", 2, 2, 2, True),
    )
    made = reported(engine, findings, outcomes)
    assert (made.counts["articles"], made.counts["findings"], made.sources) == (9, 8, {"Bote": 9})
    assert made.findings_by_severity == {"error": 4, "warning": 4, "info": 0}
    first, second = made.checks
    assert (first.check, first.state, first.severity, first.rows, first.rows_failing) == (
        "loud", "failed", Severity.WARNING, 9, 5,
    )  # fmt: skip
    assert first.counts == {"new": 6, "known": 1, "waived": 1}
    assert first.findings == 8
    assert first.kinds == {"mixed": 1, "upper": 7}
    assert first.outcomes == outcomes
    assert (first.wants, first.why, first.remedy) == ("Headlines that shout.", "Case is lost.", "Ask the source.")
    assert (second.check, second.state, second.severity, second.findings) == ("quiet", "not-run", Severity.INFO, 0)


def test_a_report_says_what_was_asked_of_it(engine):
    made = reported(engine, [], policies={"loud": Policy(Severity.INFO, 3)}, raw={"sample": 7}, sample=7)
    assert (made.dataset, made.inputs, made.sample_limit) == ("in, more", ("in", "more"), 7)
    assert (made.as_of, made.dates, made.notes) == (date(2026, 11, 1), ("2026-01-01", "2026-01-01"), ("A note.",))
    assert (made.verdict, made.exit_status, made.reasons) == (Verdict.BLOCKED, 1, ("It shouts.",))
    assert made.configuration == {"sample": 7}
    assert next(each for each in made.checks if each.check == "loud").policy == Policy(Severity.INFO, 3)
    assert reported(engine, [], dataset="Küste").dataset == "Küste"


def test_what_blocks_stands_first_then_what_has_most_findings(engine):
    findings = [finding("loud", "warning", row=row) for row in range(3)]
    quiet = Outcome("quiet", Severity.INFO, "articles", 9, 1, 0, False)
    loud = Outcome("loud", Severity.WARNING, "articles", 9, 3, 9, True)
    assert [each.check for each in reported(engine, findings, [quiet, loud]).checks] == ["quiet", "loud"]
    passed = Outcome("quiet", Severity.INFO, "articles", 9, 0, 0, True)
    made = reported(engine, findings, [passed, loud])
    assert [(each.check, each.state) for each in made.checks] == [("loud", "passed"), ("quiet", "passed")]


STATUSES = st.sampled_from([str(each) for each in Status])
SEVERITIES = st.sampled_from([str(each) for each in Severity])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(STATUSES, SEVERITIES), max_size=15), st.integers(0, 6), st.integers(1, 5))
def test_a_sample_holds_the_gravest_new_findings_in_their_order(tmp_path_factory, drawn, limit, size):
    findings = [
        finding("loud", severity, status, row=row, excerpt_start=row) for row, (status, severity) in enumerate(drawn)
    ]
    with Pool(1) as pool:
        engine = LocalEngine(tmp_path_factory.mktemp("sample"), pool)
        sample = summary.samples_of(engine, stored(engine, FINDINGS, findings, size), limit).get("loud", ())
    order = [str(each) for each in Status], [str(each) for each in Severity]
    ranked = sorted(findings, key=lambda each: (order[0].index(each["status"]), order[1].index(each["severity"])))
    assert [each.row for each in sample] == [each["row"] for each in ranked[:limit]]
    assert [each.excerpt_start for each in sample] == [each.row for each in sample]
