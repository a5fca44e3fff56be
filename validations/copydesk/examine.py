"""Checks over stored tables -> findings.

All checks of single rows go over a table in one pass; checks by key and surveys have a pass of their own, over the
columns they read. The kernels take and give Arrow and run on any engine.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check, Hit
from copydesk.engines import Engine, Stored
from copydesk.errors import CheckCrashedError, CopydeskError
from copydesk.model import Evidence, Severity, Status
from copydesk.tables import FINDINGS

CONTEXT = ("row", "key", "uri", "source", "source_file", "source_line", "body_lines", "field_lines")
"""Columns of a row that a finding repeats, or that lead from a span to a line."""
DATASET = "dataset"
SEPARATOR = "\n\n"
"""Between the paragraphs of a body."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check as one run uses it; `severity`, if the user set one, is that of all its findings."""

    check: Check
    severity: Severity | None = None

    @property
    def name(self) -> str:
        """The check's name."""
        return self.check.name()

    def weigh(self, said: str | None) -> Severity:
        """The severity of a hit that brings its own, or none."""
        return self.severity or (Severity(said) if said else self.check.severity)


def examine(engine: Engine, tables: Mapping[str, Stored], rules: Sequence[Rule]) -> Stored:
    """All findings (FINDINGS) of some checks, status new, in an order that does not depend on batches.

    `tables` must hold every table that a check looks at. Raises CheckCrashedError.
    """
    parts: list[Stored] = []
    for table, stored in tables.items():
        here = [rule for rule in rules if table in rule.check.tables()]
        summaries = {rule.name: _survey(engine, table, stored, rule) for rule in here if _surveys(rule.check)}
        parts.append(engine.store(_judged(table, here, summaries).to_batches(), FINDINGS))
        rows = tuple(rule for rule in here if _finds(rule.check) and not rule.check.key_of(table))
        if rows:
            kernel = FindKernel(table, rows, summaries)
            parts.append(engine.map(stored, kernel, kernel.columns(stored.schema)))
        for rule in here:
            key = rule.check.key_of(table)
            if key and _finds(rule.check):
                kernel = FindKernel(table, (rule,), summaries)
                parts.append(engine.group(stored, key, kernel, kernel.columns(stored.schema)))
    return engine.store((batch for part in parts for batch in engine.scan(part)), FINDINGS)


@dataclass(frozen=True, slots=True)
class SurveyKernel:
    """One batch -> the summary of one check."""

    table: str
    rule: Rule

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        with _blame(self.rule):
            return self.rule.check.survey(self.table, batch)


@dataclass(frozen=True, slots=True)
class MergeSummaries:
    """Many summaries of one check -> one."""

    rule: Rule

    def __call__(self, parts: Sequence[pa.Table]) -> pa.Table:
        with _blame(self.rule):
            return self.rule.check.merge(parts)


@dataclass(frozen=True, slots=True)
class FindKernel:
    """One batch -> the findings of some checks, by row, then in the order of the checks."""

    table: str
    rules: tuple[Rule, ...]
    summaries: Mapping[str, pa.Table]

    def columns(self, schema: pa.Schema) -> tuple[str, ...]:
        """All columns that the checks and the findings need, of those the table has."""
        wanted = (*CONTEXT, *(name for rule in self.rules for name in rule.check.columns(self.table)))
        return tuple(name for name in dict.fromkeys(wanted) if name in schema.names)

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        found: list[tuple[int, int, dict[str, Any]]] = []
        for order, rule in enumerate(self.rules):
            with _blame(rule):
                hits = rule.check.find(self.table, batch, self.summaries.get(rule.name))
                if hits.num_rows:
                    found.extend((index, order, row) for index, row in self._explain(rule, batch, hits))
        found.sort(key=lambda each: each[:2])
        return pa.Table.from_pylist([row for _, _, row in found], schema=FINDINGS)

    def _explain(self, rule: Rule, batch: pa.RecordBatch, hits: pa.Table) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each hit as a row of FINDINGS; only rows with hits become Python values."""
        failing = pc.unique(hits["index"])
        wanted = [
            name for name in dict.fromkeys((*CONTEXT, *rule.check.columns(self.table))) if name in batch.schema.names
        ]
        rows = dict(zip(failing.to_pylist(), batch.select(wanted).take(failing).to_pylist(), strict=True))
        for hit in hits.to_pylist():
            yield hit["index"], finding(rule, self.table, hit, rows[hit["index"]])


def finding(rule: Rule, table: str, hit: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """One row of FINDINGS from a row of HITS and the row of the table it points to (empty for the dataset)."""
    told = rule.check.evidence(Hit(hit["field"], hit["kind"], hit["count"], hit["source"], hit["detail"]), row)
    # a story is told of the article that it is
    shown = "articles" if table == "stories" else table
    key = row.get("key")
    return {
        "check": rule.name,
        "severity": str(rule.weigh(hit["severity"])),
        "table": shown if row else DATASET,
        "row": row.get("row"),
        "key": key,
        "uri": row.get("uri"),
        "source": row.get("source") or hit["source"],
        "field": hit["field"],
        "kind": hit["kind"],
        "count": hit["count"],
        "message": told.message,
        "excerpt": told.excerpt,
        "span_start": told.span[0] if told.span else None,
        "span_end": told.span[1] if told.span else None,
        "evidence": told.grade,
        "suggestion": told.suggestion,
        "source_file": row.get("source_file"),
        "source_line": line(row, hit["field"], told),
        "fingerprint": fingerprint(
            rule.name, hit["kind"], shown if row else DATASET, key or hit["source"], hit["field"], told.excerpt
        ),
        "status": str(Status.NEW),
    }


def fingerprint(*parts: str | None) -> str:
    """SHA-256 over length-prefixed parts: no two lists of parts can look alike."""
    digest = hashlib.sha256()
    for part in parts:
        data = (part or "").encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def line(row: Mapping[str, Any], field: str, told: Evidence) -> int | None:
    """The line of the file where a finding's span starts, or its field, or at least its record."""
    start: int | None = row.get("source_line")
    if field == "article_body" and row.get("body_lines"):
        return _body_line(row["body_lines"], row.get("article_body"), told.span[0] if told.span else 0)
    return dict(row.get("field_lines") or ()).get(field, start)


def _body_line(lines: Sequence[int], body: str | None, start: int) -> int | None:
    if body is None:
        return lines[0]
    paragraph = min(body.count(SEPARATOR, 0, start), len(lines) - 1)
    begin = body.rfind(SEPARATOR, 0, start)
    return lines[paragraph] + body.count("\n", begin + len(SEPARATOR) if begin >= 0 else 0, start)


def _survey(engine: Engine, table: str, stored: Stored, rule: Rule) -> pa.Table:
    names = [name for name in (*rule.check.columns(table), "source") if name in stored.schema.names]
    return engine.fold(stored, SurveyKernel(table, rule), MergeSummaries(rule), tuple(dict.fromkeys(names)))


def _judged(table: str, rules: Iterable[Rule], summaries: Mapping[str, pa.Table]) -> pa.Table:
    found: list[dict[str, Any]] = []
    for rule in rules:
        if rule.name in summaries:
            with _blame(rule):
                hits = rule.check.judge(table, summaries[rule.name]).to_pylist()
                found.extend(finding(rule, table, hit, {}) for hit in hits)
    return pa.Table.from_pylist(found, schema=FINDINGS)


def _finds(check: Check) -> bool:
    return type(check).find is not Check.find


def _surveys(check: Check) -> bool:
    return type(check).survey is not Check.survey


@contextmanager
def _blame(rule: Rule) -> Iterator[None]:
    """Say which check crashed: what a check of a third party may raise is not known."""
    try:
        yield
    except CopydeskError:
        raise
    except Exception as error:
        raise CheckCrashedError(
            f"{type(error).__name__}: {error}",
            where=f"check {rule.name}",
            remedy=f"Leave it out with --ignore {rule.name}, and report the fault to its authors.",
        ) from error
