"""A draft of copydesk.toml from the report of a run: what holds, what is so today, and what could be allowed.

Lines that begin with `#` and a key are proposals, those that begin with `# ` are facts. With any of the proposals
taken, the draft is a configuration that reads the same articles.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import Any

import pyarrow.compute as pc

from copydesk.config import FILES, FOLDER
from copydesk.engines import Engine, Stored
from copydesk.model import CheckResult, Outcome, Report
from copydesk.tables import DATES
from copydesk.toml import lines, written

WIDTH = 100
"""Columns of a line of names, at most."""
SHOWN = 20
"""Sources, columns and the like of which a draft speaks, at most."""
TABLES = ("columns", "zones", "checks")
"""Tables of the configuration that a draft has sections for."""


def draft(report: Report, zoneless: Mapping[str, int]) -> str:
    """The text of the draft. `zoneless` has by source its dates without a zone.

    What the run was configured with holds in the draft too; the rest of it is told, or proposed.
    """
    given = report.configuration
    checks = given.get("checks", {})
    sections = [
        [*_head(report)],
        [*_columns(report, given.get("columns", {}))],
        [*_zones(zoneless, given.get("zones", {}))],
        *(
            [*_check(each, checks.get(each.check, {}))]
            for each in report.checks
            if each.findings or each.check in checks
        ),
        [*_quiet(report)],
    ]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def zoneless(engine: Engine, articles: Stored) -> Mapping[str, int]:
    """By source the articles with a time that names no zone, the most first."""
    found: Counter[str] = Counter()
    names = ("source", *(f"{name}_{part}" for name in DATES for part in ("tz", "precision")))
    for batch in engine.scan(articles, names):
        for name in DATES:
            bare = pc.and_(
                pc.equal(batch.column(f"{name}_tz"), "none"), pc.not_equal(batch.column(f"{name}_precision"), "day")
            )
            found.update(batch.column("source").filter(bare).to_pylist())
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _head(report: Report) -> Iterator[str]:
    counts = ", ".join(f"{count:,} {name}" for name, count in report.counts.items() if name != "findings" and count)
    yield f"# Drafted by `copydesk init` as of {report.as_of}: {counts}."
    yield "# What is so today stands in comments. Take the # from a line that begins with #key to make it hold."
    given = {key: value for key, value in report.configuration.items() if key not in {*TABLES, *FILES, FOLDER, "as_of"}}
    yield from lines({"dataset": Path(report.inputs[0]).absolute().name, "fail_on": report.fail_on, **given})


def _columns(report: Report, given: Mapping[str, Any]) -> Iterator[str]:
    found: dict[str, Counter[str]] = {}
    for each in report.columns.values():
        for field, column in each.mapped.items():
            if field != column and field not in given:
                found.setdefault(field, Counter())[column] += 1
    if found:
        yield '# Columns as they are read; [columns] settles them, such as headline = "title".'
    for field, columns in sorted(found.items())[:SHOWN]:
        names = (f"{written(name)} ({count:,})" for name, count in columns.most_common(SHOWN))
        yield f"# - {field}: {', '.join(names)}"
    if given:
        yield "[columns]"
        yield from lines(given)


def _zones(zoneless: Mapping[str, int], given: Mapping[str, Any]) -> Iterator[str]:
    free = {source: count for source, count in zoneless.items() if source not in given}
    if not given and not free:
        return
    if free:
        yield "# Times that name no zone are read as UTC. Name the zone of a source, such as Europe/Berlin."
    yield "[zones]"
    yield from lines(given)
    for source, count in list(free.items())[:SHOWN]:
        yield f'#{written(source)} = "UTC"        # {count:,} times'


def _check(result: CheckResult, given: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {result.wants}"
    yield f"[checks.{result.check}]"
    for outcome in result.outcomes:
        if outcome.failing:
            yield f"# today {_share(outcome)} {'fails' if outcome.failing == 1 else 'fail'} ({outcome.severity})"
    plain = {key: value for key, value in given.items() if key != "scope"}
    yield from lines(plain)
    shares = (each.failing / each.rows for each in result.outcomes if each.rows and each.scope is None)
    worst = max(shares, default=0.0)
    if worst and not {"max_share", "max_count"} & set(plain):
        yield f"#max_share = {math.ceil(1000 * worst) / 1000:g}"
    if "severity" not in plain and len({each.severity for each in result.outcomes}) == 1:
        yield f"#severity = {written(str(result.severity))}"
    for scope in given.get("scope", ()):
        yield f"[[checks.{result.check}.scope]]"
        yield from lines(scope)


def _share(outcome: Outcome) -> str:
    noun = {"dataset": "sources"}.get(outcome.table, outcome.table)
    where = f" of {written(outcome.scope)}" if outcome.scope else ""
    return f"{outcome.failing:,} of {outcome.rows:,} {noun}{where} ({outcome.failing / outcome.rows:.1%})"


def _quiet(report: Report) -> Iterator[str]:
    quiet = [each.check for each in report.checks if not each.findings and each.state != "not-run"]
    idle = [each.check for each in report.checks if each.state == "not-run"]
    for said, names in (("Nothing is found today by", quiet), ("Had nothing to look at:", idle)):
        if names:
            text = f"{said} {', '.join(sorted(names))}."
            # a name is not broken at its hyphen, so that it is found
            yield from wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
