"""Sources whose dates prove both that the day comes first and that the month does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, dataset_hit, excerpt
from copydesk.checks._dates import FIELDS, TARGETS, parts
from copydesk.checks._days import outlet
from copydesk.language import dates
from copydesk.model import Evidence, Severity

_OF_NUMBERS: Final = ("over-12", "weekday", "undecidable")
"""Evidence of dates whose order of day and month was in question."""
_OPEN: Final = "open"
_WORDS: Final = {"dmy": "the day first", "mdy": "the month first", "ymd": "the year first"}
_EXAMPLE: Final = 60
"""Code points of an example in a message."""


@dataclass(frozen=True, kw_only=True)
class ConflictingSourceDates(Check):
    """A source writes some dates with the day first and others with the month first.

    The order of day and month is taken from the rows of a source that prove it, by a number over twelve or by a
    weekday. Here such rows contradict each other, and so they prove nothing of the dates beside them: those that could
    be either stay undecided, and are findings of ambiguous-date.

    ## Why it matters

    The source was put together from two, or a program on the way rewrote some of its dates. Even those dates that can
    be read only one way may have been swapped before.

    ## Example

    Bad: `25/12/2025` and `12/25/2025` from one outlet.

    Good: `25/12/2025` and `31/12/2025`.

    ## What to do

    Find out where the two kinds of rows come from, and give each a source of its own, or export dates in ISO 8601.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": (*parts("raw", "evidence"), "in_language")}
    kinds: ClassVar = {
        "mixed-order": "Dates that are written alike prove both orders.",
        "two-ways": "Dates of one look prove one order, dates of another look the other: with a time or a weekday.",
    }

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        return _counted(pa.concat_tables([_orders(batch, field) for field in FIELDS]))

    def merge(self, parts: Sequence[pa.Table]) -> pa.Table:
        return _counted(pa.concat_tables(parts))

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        looks = summary.append_column("look", dates.coarse(summary["shape"]))
        ways: dict[tuple[Any, str], list[dict[str, Any]]] = {}
        for row in looks.to_pylist():
            ways.setdefault((row["source"], row["look"]), []).append(row)
        return pa.Table.from_pylist([hit for each in ways.values() for hit in _hits(each)], schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        look, _, told = (hit.detail or "").partition("\n")
        return Evidence(f"{outlet(hit.source)}: {told}", look)


def _orders(batch: pa.RecordBatch, field: str) -> pa.Table:
    """Dates whose order was in question: `source`, `field`, `shape`, `order` (or open), `rows`, `example`."""
    rows = batch.filter(pc.is_in(batch.column(f"{field}_evidence"), pa.array(_OF_NUMBERS)))
    raw = rows.column(f"{field}_raw")
    readings = dates.read_column(raw, rows.column("in_language"))
    still = pc.equal(rows.column(f"{field}_evidence"), "undecidable")
    columns = {
        "source": rows.column("source"),
        "field": pa.repeat(pa.scalar(field), rows.num_rows),
        "shape": readings["shape"],
        "order": pc.if_else(still, _OPEN, readings["order"]),
        "rows": pa.repeat(pa.scalar(1), rows.num_rows),
        "example": raw,
    }
    table = pa.table(columns)
    return table.filter(pc.and_(pc.is_valid(table["shape"]), pc.is_valid(table["order"])))


def _counted(table: pa.Table) -> pa.Table:
    names = ["source", "field", "shape", "order"]
    counted = table.group_by(names, use_threads=False).aggregate([("rows", "sum"), ("example", "min")])
    return counted.rename_columns([*names, "rows", "example"]).sort_by([(name, "ascending") for name in names])


def _hits(rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The finding on the dates of one look of one source, if they contradict each other."""
    proofs: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        proofs.setdefault(row["order"], []).append(row)
    still = sum(row["rows"] for row in proofs.pop(_OPEN, ()))
    if len(proofs) < 2:
        return
    shapes = [{row["shape"] for row in each} for each in proofs.values()]
    mixed = still or len(set.union(*shapes)) < sum(map(len, shapes))
    rarest = min(proofs.values(), key=lambda each: sum(row["rows"] for row in each))
    left = f" {still:,} that could be either {'stay' if still > 1 else 'stays'} undecided." if still else ""
    yield dataset_hit(
        rarest[0]["field"],
        "mixed-order" if mixed else "two-ways",
        source=rows[0]["source"],
        severity=Severity.WARNING if mixed else Severity.INFO,
        count=sum(row["rows"] for each in proofs.values() for row in each),
        detail=f"{rows[0]['look']}\n{'; '.join(_told(*each) for each in proofs.items())}.{left}",
    )


def _told(order: str, rows: Sequence[Mapping[str, Any]]) -> str:
    count, example = sum(row["rows"] for row in rows), min(row["example"] for row in rows)
    verb = "dates prove" if count > 1 else "date proves"
    return f"{count:,} {verb} {_WORDS[order]} ({excerpt(example, 0, len(example), _EXAMPLE)!r})"
