"""Findings and outcomes -> the numbers of a report, computed once."""

import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.config import Config
from copydesk.counted import Counted
from copydesk.doc import parse
from copydesk.engines import Engine, Stored
from copydesk.examine import DATASET
from copydesk.exhibits import Comparison, Mark, Portrait, StoryGroup
from copydesk.gate import Decision
from copydesk.history import with_past
from copydesk.model import (
    BaselineUse,
    CheckResult,
    ColumnMap,
    Finding,
    Outcome,
    Report,
    Severity,
    SkippedInput,
    Status,
    WaiverUse,
)
from copydesk.portrait import portrait
from copydesk.rules import Rule
from copydesk.timeline import MARKED, marks

PACKAGES = ("copydesk", "great-expectations", "jsonschema", "pandas", "pyarrow")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says of the run beside its findings.

    `tally` is what portrait.survey counted, `days` are by source the days marked on its line over time. `listed`: of
    each check it shall hold that many findings, or more.
    `past` is the history of earlier runs, null without one.
    """

    config: Config
    inputs: tuple[str, ...]
    counted: Counted
    notes: tuple[str, ...]
    columns: Mapping[str, ColumnMap]
    skipped: tuple[SkippedInput, ...]
    outcomes: tuple[Outcome, ...]
    decision: Decision
    tally: pa.Table
    days: Mapping[str, tuple[Mark, ...]]
    listed: int = 0
    groups: tuple[StoryGroup, ...] = ()
    baseline: BaselineUse | None = None
    waivers: tuple[WaiverUse, ...] = ()
    past: pa.Table | None = None
    against: Comparison | None = None


def versions() -> Mapping[str, str]:
    """The versions of what decided the verdict."""
    return {"python": platform.python_version(), **{name: metadata.version(name) for name in PACKAGES}}


def report(engine: Engine, tables: Mapping[str, Stored], rules: Sequence[Rule], facts: Facts) -> Report:
    """The report of a run."""
    found = facts.counted.findings
    samples = samples_of(engine, tables["findings"], max(facts.config.sample, facts.listed))
    results = [_result(rule, found, samples.get(rule.name, ()), facts) for rule in rules]
    by_severity = Counter(found["severity"].to_pylist())
    config, decision = facts.config, facts.decision
    made = Report(
        dataset=config.dataset or ", ".join(facts.inputs) or "dataset",
        verdict=decision.verdict,
        exit_status=decision.exit_status,
        reasons=decision.reasons,
        fail_on=config.fail_on,
        as_of=_as_of(config),
        inputs=facts.inputs,
        counts=facts.counted.rows,
        findings_by_severity={str(each): by_severity[str(each)] for each in Severity},
        sources=facts.counted.sources,
        dates=facts.counted.dates,
        checks=tuple(sorted(results, key=_weight)),
        columns=facts.columns,
        skipped=facts.skipped,
        notes=facts.notes,
        versions=versions(),
        configuration=dict(config.raw),
        sample_limit=config.sample,
        baseline=facts.baseline,
        waivers=facts.waivers,
        version=config.version,
        language=config.language,
        portrait=_portrait(facts),
        against=facts.against,
        groups=facts.groups,
    )
    return made if facts.past is None else with_past(made, facts.past)


def marked_days(engine: Engine, findings: Stored) -> Mapping[str, tuple[Mark, ...]]:
    """By source the days that findings name; read them before text is withheld: days are numbers."""
    told = (
        row
        for batch in engine.scan(findings, ("check", "field", "source", "excerpt"))
        for row in batch.filter(pc.is_in(batch.column("check"), value_set=pa.array(list(MARKED)))).to_pylist()
    )
    return marks(told)


def _portrait(facts: Facts) -> Portrait | None:
    return portrait(facts.tally, facts.counted, facts.days) if facts.counted.rows["articles"] else None


def _as_of(config: Config) -> Any:
    if config.as_of is None:
        raise AssertionError("the pipeline pins the clock before it reports")
    return config.as_of


def _result(rule: Rule, found: pa.Table, sample: Sequence[Finding], facts: Facts) -> CheckResult:
    own = found.filter(pc.equal(found["check"], rule.name))
    said = tuple(each for each in facts.outcomes if each.check == rule.name)
    doc = parse(type(rule.check).__doc__)
    failed = [each for each in said if not each.passed]
    statuses, kinds = Counter(own["status"].to_pylist()), Counter(own["kind"].to_pylist())
    new = own.filter(pc.equal(own["status"], str(Status.NEW)))
    return CheckResult(
        check=rule.name,
        severity=min((each.severity for each in failed), key=lambda each: each.rank, default=rule.weigh(None)),
        state="failed" if failed else "passed" if any(each.rows for each in said) else "not-run",
        rows=_rows(said),
        rows_failing=new.group_by(["table", "row", "source"]).aggregate([]).num_rows,
        counts={str(each): statuses[str(each)] for each in Status},
        kinds=dict(sorted(kinds.items())),
        outcomes=said,
        wants=doc.wants,
        why=doc.why,
        remedy=doc.remedy,
        policy=facts.config.policy(rule.name),
        sample=tuple(sample),
    )


def _rows(said: Sequence[Outcome]) -> int:
    """Rows looked at: those of the largest table, the sources only where the check looks at nothing else."""
    judged = {(each.table, each.scope): each.rows for each in said}
    by_table: Counter[str] = Counter()
    for (table, _), rows in judged.items():
        by_table[table] += rows
    return max((rows for table, rows in by_table.items() if table != DATASET), default=by_table[DATASET])


def _weight(result: CheckResult) -> tuple[bool, int, int, str]:
    """What blocks first: failed checks by severity, then the others by findings."""
    return (result.state != "failed", result.severity.rank, -result.findings, result.check)


def samples_of(engine: Engine, findings: Stored, limit: int) -> Mapping[str, tuple[Finding, ...]]:
    """By check its gravest findings, new ones first, then in the order of the table."""
    kept: dict[tuple[str, str, str], list[pa.Table]] = {}
    have: Counter[tuple[str, str, str]] = Counter()
    for batch in engine.scan(findings):
        table = pa.Table.from_batches([batch])
        groups = table.select(["check", "status", "severity"]).group_by(["check", "status", "severity"]).aggregate([])
        for row in groups.to_pylist():
            group = (row["check"], row["status"], row["severity"])
            if have[group] < limit:
                part = table.filter(_all_equal(table, row)).slice(0, limit - have[group])
                kept.setdefault(group, []).append(part)
                have[group] += part.num_rows
    found: dict[str, list[Finding]] = {}
    order = sorted(kept, key=lambda group: (group[0], list(Status).index(Status(group[1])), Severity(group[2]).rank))
    for group in order:
        rows = pa.concat_tables(kept[group]).to_pylist()
        found.setdefault(group[0], []).extend(_finding(row) for row in rows)
    return {name: tuple(rows[:limit]) for name, rows in found.items()}


def _all_equal(table: pa.Table, row: Mapping[str, Any]) -> pa.Array:
    first, *rest = (pc.equal(table[name], value) for name, value in row.items())
    for each in rest:
        first = pc.and_(first, each)
    return first


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(**{**row, "severity": Severity(row["severity"]), "status": Status(row["status"])})
