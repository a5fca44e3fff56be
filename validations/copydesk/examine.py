"""Checks over stored tables -> findings.

All surveys go over a table in one pass, then all checks of single rows do; each check by key has a pass of its own,
over the columns it reads. The kernels take and give Arrow and run on any engine.
"""

import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import BRIEF, Check, Hit, excerpt, kept
from copydesk.engines import Engine, Stored
from copydesk.inputs import below
from copydesk.model import Evidence, Status
from copydesk.rules import Rule, blame
from copydesk.surveys import surveyed
from copydesk.tables import DATES, FINDINGS, place

CONTEXT = ("row", "key", "uri", "source", "in_language", "source_file", "source_line", "body_lines", "field_lines")
"""Columns of a row that a finding repeats, or that lead from a span to a line."""
DATASET = "dataset"
BODY = "article_body"
PATTERN = 6000
"""Characters of a pattern that is joined of several, about."""
SEPARATOR = "\n\n"
"""Between the paragraphs of a body."""
NULL_LENGTH = b"\xff" * 8
CUT = "…"
"""The mark of an excerpt that is cut."""


def unheard(_: str) -> None:
    """A listener to notes that nobody is."""


def examine(
    engine: Engine,
    tables: Mapping[str, Stored],
    rules: Sequence[Rule],
    note: Callable[[str], None] = unheard,
    roots: tuple[str, ...] = (),
) -> Stored:
    """All findings (FINDINGS) of some checks, status new, in an order that does not depend on batches.

    `tables` must hold every table that a check looks at. `note` is told each sentence on what was not looked at.
    `roots` are those of inputs.Found: fingerprints hold what lies below them, not where they lie. Raises
    CheckCrashedError.
    """
    parts: list[Stored] = []
    for table, stored in tables.items():
        here = [rule for rule in rules if table in rule.check.tables()]
        summaries = surveyed(engine, table, stored, here)
        for rule in here:
            if rule.name in summaries:
                for sentence in rule.check.notes(table, summaries[rule.name]):
                    note(f"{rule.name}: {sentence}")
        parts.append(engine.store(_judged(table, here, summaries, roots).to_batches(), FINDINGS))
        rows = tuple(rule for rule in here if _finds(rule.check) and not rule.check.key_of(table))
        if rows:
            kernel = FindKernel(table, rows, summaries, roots)
            parts.append(engine.map(stored, kernel, kernel.columns(stored.schema)))
        for rule in here:
            key = rule.check.key_of(table)
            if key and _finds(rule.check):
                kernel = FindKernel(table, (rule,), summaries, roots)
                keyed = _keyed(engine, table, stored, rule, key)
                parts.append(engine.group(keyed, key, kernel, kernel.columns(keyed.schema)))
    return engine.store((batch for part in parts for batch in engine.scan(part)), FINDINGS)


def _keyed(engine: Engine, table: str, stored: Stored, rule: Rule, key: str) -> Stored:
    """The table with the key of a check, if it does not hold that already."""
    if key in stored.schema.names:
        return stored
    return engine.map(stored, KeyKernel(table, rule, key), FindKernel(table, (rule,), {}).columns(stored.schema))


@dataclass(frozen=True, slots=True)
class KeyKernel:
    """One batch -> the rows to which a check gives a key, with that."""

    table: str
    rule: Rule
    key: str

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        with blame(self.rule):
            keys = self.rule.check.keys(self.table, batch)
        return pa.Table.from_batches([batch]).append_column(self.key, keys).filter(pc.is_valid(keys))


@dataclass(frozen=True, slots=True)
class FindKernel:
    """One batch -> the findings of some checks, by row, then in the order of the checks."""

    table: str
    rules: tuple[Rule, ...]
    summaries: Mapping[str, pa.Table]
    roots: tuple[str, ...] = ()

    def columns(self, schema: pa.Schema) -> tuple[str, ...]:
        """All columns that the checks and the findings need, of those the table has."""
        wanted = (*CONTEXT, *(name for rule in self.rules for name in rule.check.columns(self.table)))
        return tuple(name for name in dict.fromkeys(wanted) if name in schema.names)

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        parts = [FINDINGS.empty_table()]
        places: list[int] = []
        screened = self._screened(batch)
        for rule in self.rules:
            with blame(rule):
                seen = batch if rule.check.body_screen is None else screened
                hits = rule.check.find(self.table, seen, self.summaries.get(rule.name))
                if hits.num_rows:
                    parts.append(_findings(self._explain(rule, batch, hits)))
                    places.extend(hits["index"].to_pylist())
        order = sorted(range(len(places)), key=places.__getitem__)
        return pa.concat_tables(parts).take(pa.array(order, pa.int64()))

    def _screened(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch with null for the bodies that no check's screen finds."""
        screens = [rule.check.body_screen for rule in self.rules if rule.check.body_screen is not None]
        if not screens or BODY not in batch.schema.names:
            return batch
        bodies = batch.column(BODY)
        found = [pc.match_substring_regex(bodies, pattern) for pattern in _joined(screens)]
        seen = functools.reduce(pc.or_, found, pc.less_equal(pc.binary_length(bodies), BRIEF))
        return batch.set_column(batch.schema.get_field_index(BODY), BODY, kept(bodies, seen))

    def _explain(self, rule: Rule, batch: pa.RecordBatch, hits: pa.Table) -> Iterator[dict[str, Any]]:
        """Each hit as a row of FINDINGS; only rows with hits become Python values."""
        failing = pc.unique(hits["index"])
        wanted = [
            name for name in dict.fromkeys((*CONTEXT, *rule.check.columns(self.table))) if name in batch.schema.names
        ]
        rows = dict(zip(failing.to_pylist(), _rows(batch.select(wanted).take(failing)), strict=True))
        for hit in hits.to_pylist():
            yield finding(rule, self.table, hit, rows[hit["index"]], self.roots)


def _rows(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """Each row as Python values."""
    columns = [_values(column) for column in batch.columns]
    return (dict(zip(batch.schema.names, values, strict=True)) for values in zip(*columns, strict=True))


def _values(column: pa.Array) -> list[Any]:
    """The values of a column; moments, whose zone is UTC, by numpy: Arrow takes twenty times as long for them."""
    if pa.types.is_timestamp(column.type):
        return [moment and moment.replace(tzinfo=UTC) for moment in column.to_numpy(zero_copy_only=False).tolist()]
    values: list[Any] = column.to_pylist()
    return values


def _joined(screens: Iterable[str]) -> list[str]:
    """As few patterns as possible that find what some patterns find: RE2 refuses those that are too large."""
    joined: list[str] = []
    for screen in screens:
        if joined and len(joined[-1]) + len(screen) <= PATTERN:
            joined[-1] += f"|(?:{screen})"
        else:
            joined.append(f"(?:{screen})")
    return joined


def finding(
    rule: Rule, table: str, hit: Mapping[str, Any], row: Mapping[str, Any], roots: tuple[str, ...] = ()
) -> dict[str, Any]:
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
        "excerpt_start": excerpt_start(told, text_of(row, hit["field"])),
        "span_start": told.span[0] if told.span else None,
        "span_end": told.span[1] if told.span else None,
        "evidence": told.grade,
        "suggestion": told.suggestion,
        "source_file": row.get("source_file"),
        "source_line": line(row, hit["field"], told),
        "fingerprint": fingerprint(rule.name, hit["kind"], shown if row else DATASET, *_lasting(hit, row, told, roots)),
        "status": str(Status.NEW),
        "scope": None,
        "language": row.get("in_language"),
        "waiver": None,
    }


def _lasting(
    hit: Mapping[str, Any], row: Mapping[str, Any], told: Evidence, roots: tuple[str, ...]
) -> tuple[str | None, str, str | None]:
    """Key, field and excerpt for the fingerprint, which outlives new names of files and another place of the input.

    A folder that stands for a source counts by its path below the input. An excerpt that is the name of a file refused
    whole is left out for that of its folder.
    """
    file = row.get("source_file")
    if file and told.excerpt == excerpt(file, 0, len(file)):
        return row.get("key") or below(place(file), roots), hit["field"], None
    source = hit["source"]
    return row.get("key") or (None if source is None else below(source, roots)), hit["field"], told.excerpt


def text_of(row: Mapping[str, Any], field: str) -> str | None:
    """The text of a field; of a date its raw string, of a number its digits. Null where the row does not hold any."""
    value = row.get(field if field not in DATES else f"{field}_raw")
    return str(value) if isinstance(value, (str, int)) else None


def excerpt_start(told: Evidence, text: str | None) -> int | None:
    """Where in a field's text the excerpt's own text begins, the ellipsis of a cut beginning left out.

    Null where the excerpt is no stretch of the text that the span begins in. Of several such stretches it is the one
    that checks.excerpt cuts for the span, else the last.
    """
    if not told.excerpt or text is None:
        return None
    if told.excerpt == text:
        return 0
    stretches = _uncut(told.excerpt)
    for look in (_window, _search):
        for own, head in stretches:
            start = look(told, text, own, head)
            # mid-field, an ellipsis at the beginning is the mark of a cut: there must be no doubt about that
            if start is not None and (start > 0 if head else start == 0 or not own.startswith(CUT)):
                return start
    return None


def _uncut(shown: str) -> list[tuple[str, bool]]:
    """What of an excerpt may be the field's own text, and whether an ellipsis was taken off its beginning."""
    heads, tails = ((False, True)[: 1 + cut] for cut in (shown.startswith(CUT), shown.endswith(CUT)))
    pairs = ((shown[head : len(shown) - tail], head) for head in heads for tail in tails)
    return [(own, head) for own, head in pairs if own]


def _window(told: Evidence, text: str, own: str, head: bool) -> int | None:
    """Where checks.excerpt would have cut, if the stretch stands there."""
    start, end = told.span or (0, 0)
    width = len(told.excerpt or "")
    low = max(0, min(start - (width - (end - start)) // 2, len(text) - width)) if end - start < width else start
    return low + head if text.startswith(own, low + head) else None


def _search(told: Evidence, text: str, own: str, head: bool) -> int | None:  # noqa: ARG001 - as _window
    """Where the stretch stands at all."""
    start = told.span[0] if told.span else None
    found = text.find(own) if start is None else text.rfind(own, max(0, start - len(own)), start + len(own))
    return None if found < 0 else found


def fingerprint(*parts: str | None) -> str:
    """SHA-256 over length-prefixed parts: no two lists of parts can look alike.

    The length is that of the part's UTF-8, in eight bytes, the highest first; null has a length that no text has.
    """
    framed = [NULL_LENGTH if part is None else len(data := part.encode()).to_bytes(8, "big") + data for part in parts]
    return hashlib.sha256(b"".join(framed)).hexdigest()


def line(row: Mapping[str, Any], field: str, told: Evidence) -> int | None:
    """The line of the file where a finding's span starts, or its field, or at least its record."""
    start: int | None = row.get("source_line")
    if field == "article_body" and row.get("body_lines"):
        return _body_line(row["body_lines"], row.get("article_body"), told.span[0] if told.span else 0)
    return dict(row.get("field_lines") or ()).get(field, start)


def _body_line(lines: Sequence[int], body: str | None, start: int) -> int | None:
    if body is None:
        return lines[0]
    before = body[:start].split(SEPARATOR)
    return lines[min(len(before), len(lines)) - 1] + before[-1].count("\n")


def _judged(table: str, rules: Iterable[Rule], summaries: Mapping[str, pa.Table], roots: tuple[str, ...]) -> pa.Table:
    found = [FINDINGS.empty_table()]
    for rule in rules:
        if rule.name in summaries:
            with blame(rule):
                hits = rule.check.judge(table, summaries[rule.name]).to_pylist()
                found.append(_findings(finding(rule, table, hit, {}, roots) for hit in hits))
    return pa.concat_tables(found)


def _findings(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=FINDINGS)


def _finds(check: Check) -> bool:
    return type(check).find is not Check.find
