"""Fields that an article should have and has not."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, NO_HITS, Check, Hit, dataset_hit, hits, where
from copydesk.language.kinds import brief, taken_back
from copydesk.model import Evidence, Severity, Target
from copydesk.tables import DATES, Required, required

_REQUIRED = required("article")


@dataclass(frozen=True, kw_only=True)
class MissingField(Check):
    """An article lacks a field that a news article has.

    There is no headline or no body; no date, address, author, publisher or language. What counts is
    read from schemas/article.schema.json. A body may be absent from a brief, and from a story that was taken back. A
    date is an error where other articles of the source have one. What no article of a source has is one finding of
    the dataset, not one a row. A date that stands there but cannot be read is a matter of unreadable-date.

    ## Why it matters

    Without date, address and author nobody can verify, order or credit a story; without headline or
    body it is none.

    ## Example

    Bad: {"headline": "Ferry returns to the lake", "article_body": null}

    Good: {"headline": "Ferry returns to the lake", "article_body": "The old paddle steamer ...", "uri": "urn:..."}

    ## What to do

    Fix the extraction, name the column under [columns] in the configuration, or leave the row out.
    """

    targets: ClassVar = tuple(Target("articles", rule.field) for rule in _REQUIRED)
    reads: ClassVar = {
        "articles": (
            *(name for rule in _REQUIRED for name in rule.alternatives),
            *(f"{name}_raw" for name in DATES),
            *("source", "pub_status", "article_section", "extra"),
        )
    }
    kinds: ClassVar = {
        "missing": "The article lacks the field.",
        "column-absent": "No article of the source has the field.",
    }

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        """By source and field: how many rows there are, and in how many the field or an alternative is filled."""
        parts = []
        for rule in _REQUIRED:
            filled = _filled(batch, rule).cast(pa.int64())
            counted = pa.table({"source": _sources(batch), "rows": filled, "filled": filled})
            counted = counted.group_by("source").aggregate([("rows", "count"), ("filled", "sum")])
            field = pa.repeat(pa.scalar(rule.field), counted.num_rows)
            columns = [counted["source"], field, counted["rows_count"], counted["filled_sum"]]
            parts.append(pa.table(columns, names=["source", "field", "rows", "filled"]))
        return pa.concat_tables(parts)

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        lenient = {rule.field for rule in _REQUIRED if rule.severity is not Severity.ERROR}
        found = [
            dataset_hit(row["field"], "column-absent", source=row["source"] or None, detail=str(row["rows"]))
            for row in summary.to_pylist()
            if row["field"] in lenient and not row["filled"]
        ]
        return pa.Table.from_pylist(found, schema=HITS)

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        return pa.concat_tables([_missing(batch, rule, summary) for rule in _REQUIRED])

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        rule = next(each for each in _REQUIRED if each.field == hit.field)
        names = " or ".join(name.replace("_", " ") for name in (rule.field, *rule.alternatives))
        if hit.kind == "missing":
            return Evidence(f"The article has no {names}.")
        return Evidence(f"No article of {hit.source or 'the source'} has {names} (rows: {int(hit.detail or 0):,}).")


def _filled(batch: pa.RecordBatch, rule: Required) -> pa.Array:
    """Whether each row has the field or an alternative; a date that cannot be read is there all the same."""
    names = [f"{name}_raw" if name in DATES else name for name in (rule.field, *rule.alternatives)]
    masks = [_present(batch.column(name)) for name in (*names, *(name for name in (rule.field,) if name in DATES))]
    return functools.reduce(pc.or_, masks)


def _present(column: pa.Array) -> pa.Array:
    if pa.types.is_list(column.type):
        return pc.fill_null(pc.greater(pc.list_value_length(column), 0), fill_value=False)
    return pc.is_valid(column)


def _sources(batch: pa.RecordBatch) -> pa.Array:
    return pc.fill_null(batch.column("source"), "")


def _missing(batch: pa.RecordBatch, rule: Required, summary: pa.Table | None) -> pa.Table:
    absent = where(pc.invert(_filled(batch, rule)))
    if rule.severity is Severity.ERROR:
        kept = absent if rule.field == "headline" else absent.filter(_owed(batch.take(absent)))
        return hits(kept, rule.field, "missing", severity=Severity.ERROR)
    if summary is None:
        return NO_HITS
    known = summary.filter(pc.and_(pc.equal(summary["field"], rule.field), pc.greater(summary["filled"], 0)))
    elsewhere = pc.is_in(_sources(batch).take(absent), value_set=known["source"].combine_chunks())
    severity = Severity.ERROR if rule.field in DATES else rule.severity
    return hits(absent.filter(elsewhere), rule.field, "missing", severity=severity)


def _owed(batch: pa.RecordBatch) -> pa.Array:
    """Whether each row owes a body: briefs and stories taken back do not."""
    rows = batch.select(["pub_status", "article_section", "extra"]).to_pylist()
    free = [taken_back(row["pub_status"]) or brief(row["article_section"], row["extra"]) for row in rows]
    return pc.invert(pa.array(free, pa.bool_()))
