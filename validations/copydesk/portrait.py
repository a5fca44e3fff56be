"""What a dataset looks like: stories over time, lengths, filled fields, dates and faults, as numbers for pictures.

All that needs rows is counted batch by batch into one small table of counts. The rest is arithmetic on that table.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.counted import Counted
from copydesk.exhibits import Contrast, Grid, Lengths, Mark, Portrait
from copydesk.model import Status
from copydesk.timeline import timeline

TALLY = pa.schema([("of", pa.string()), ("name", pa.string()), ("value", pa.string()), ("count", pa.int64())])
"""Counts: `of` days (name: source, value: local day, null without one), lengths (field, lower bound of its class),
fill (source, field that has a value) and dates (precision, evidence)."""
MEASURED = ("headline", "description", "article_body")
FILLED = (
    "headline",
    "article_body",
    "description",
    "date_published",
    "date_modified",
    "author",
    "byline",
    "publisher",
    "uri",
    "url",
    "in_language",
    "article_section",
    "keywords",
)
SURVEYED = (
    *("source", "date_published_local", "date_modified_local", "date_published_precision", "date_published_evidence"),
    *FILLED,
)
"""Columns that a survey reads."""
CLASSES = np.array([1, *(step * 10**power for power in range(6) for step in (2, 3, 5, 7, 10))], np.int64)
"""Lower bounds of the classes of length, in code points: five for each power of ten; the last one has no end."""
SOURCES, CHECKS = 12, 16
"""Rows and columns of a grid; the largest."""
DAY = 10
"""Code points of an ISO day."""


def survey(batch: pa.RecordBatch) -> pa.Table:
    """The counts (TALLY) of one batch of articles."""
    parts = [_days(batch), _fill(batch), _dates(batch), *(_lengths(batch, name) for name in MEASURED)]
    return pa.concat_tables(parts)


def merge(parts: Sequence[pa.Table]) -> pa.Table:
    """Counts of equal things added up, in an order that depends on nothing but them."""
    names = TALLY.names[:-1]
    table = pa.concat_tables([TALLY.empty_table(), *parts])
    added = table.group_by(names, use_threads=False).aggregate([("count", "sum")])
    renamed = added.rename_columns({"count_sum": "count"}).select(TALLY.names)
    return renamed.sort_by([(name, "ascending") for name in names]).combine_chunks()


def portrait(tally: pa.Table, counted: Counted, found: Mapping[str, tuple[Mark, ...]]) -> Portrait:
    """The numbers of all pictures, from the merged counts of the articles, what was counted, and marks by source."""
    largest = tuple(counted.sources)[:SOURCES]
    return Portrait(
        timeline=timeline(*_columns(tally, "days"), tuple(counted.sources), found),
        lengths=tuple(each for name in MEASURED if (each := _histogram(tally, name))),
        fill=_filled(tally, counted.sources, largest),
        dates=_readings(tally),
        faults=_faults(counted, largest),
    )


def contrasts(before: pa.Table, now: pa.Table) -> tuple[Contrast, ...]:
    """What pictures of two versions show, from the merged counts of either."""
    both = (before, now)
    sources, fields = ([_added(each, *how) for each in both] for how in (("days", "name"), ("fill", "value")))
    largest = sorted({*sources[0], *sources[1]}, key=lambda name: (-max(each[name] for each in sources), name))
    used = [name for name in FILLED if any(each[name] for each in fields)]
    measured = [each.filter(pc.equal(each["name"], "article_body")) for each in both]
    lengths = [_added(each, "lengths", "value") for each in measured]
    classes = np.flatnonzero([any(each[str(low)] for each in lengths) for low in CLASSES])
    bounds = [str(low) for low in CLASSES[classes[0] : classes[-1] + 1]] if len(classes) else []
    told = (("source", largest[:SOURCES], sources), ("field", used, fields), ("length", bounds, lengths))
    return tuple(
        Contrast(measure, tuple(names), *(tuple(each[name] for name in names) for each in counts))
        for measure, names, counts in told
        if names
    )


def filled_fields(tally: pa.Table) -> Mapping[str, int]:
    """By field how many articles have it, from the merged counts."""
    return _added(tally, "fill", "value")


def _added(tally: pa.Table, of: str, by: str) -> Counter[str]:
    """Counts of one kind, added up by name or by value; nulls are left out."""
    found: Counter[str] = Counter()
    part = tally.filter(pc.equal(tally["of"], of))
    for name, count in zip(part[by].to_pylist(), part["count"].to_pylist(), strict=True):
        if name is not None:
            found[name] += count
    return found


def _tally(of: str, name: pa.Array, value: pa.Array) -> pa.Table:
    table = pa.table({"of": pa.repeat(pa.scalar(of), len(name)), "name": name, "value": value})
    counted = table.group_by(TALLY.names[:-1], use_threads=False).aggregate([([], "count_all")])
    return counted.rename_columns({"count_all": "count"}).select(TALLY.names)


def _days(batch: pa.RecordBatch) -> pa.Table:
    """Stories by source and local day, of publication, else of change."""
    local = pc.coalesce(batch.column("date_published_local"), batch.column("date_modified_local"))
    whole = pc.greater_equal(pc.utf8_length(local), DAY)
    days = pc.if_else(whole, pc.utf8_slice_codeunits(local, 0, DAY), None)
    return _tally("days", batch.column("source"), days)


def _lengths(batch: pa.RecordBatch, field: str) -> pa.Table:
    lengths = pc.drop_null(pc.utf8_length(batch.column(field))).to_numpy(zero_copy_only=False)
    place, counts = np.unique(np.searchsorted(CLASSES, lengths[lengths > 0], side="right") - 1, return_counts=True)
    bounds = pa.array(CLASSES[place]).cast(pa.string())
    named = {"of": ["lengths"] * len(place), "name": [field] * len(place), "value": bounds, "count": counts}
    return pa.table(named, schema=TALLY)


def _fill(batch: pa.RecordBatch) -> pa.Table:
    """By source how many of its articles have each field."""
    table = pa.table({"source": batch.column("source"), **{name: _there(batch.column(name)) for name in FILLED}})
    counted = table.group_by("source", use_threads=False).aggregate([(name, "sum") for name in FILLED])
    parts = [
        pa.table(
            {
                "of": pa.repeat(pa.scalar("fill"), counted.num_rows),
                "name": counted["source"],
                "value": pa.repeat(pa.scalar(name), counted.num_rows),
                "count": counted[f"{name}_sum"].cast(pa.int64()),
            }
        )
        for name in FILLED
    ]
    return pa.concat_tables(parts)


def _there(column: pa.Array) -> pa.Array:
    return pc.is_valid(column).cast(pa.uint8())


def _dates(batch: pa.RecordBatch) -> pa.Table:
    return _tally("dates", batch.column("date_published_precision"), batch.column("date_published_evidence"))


def _columns(tally: pa.Table, of: str) -> tuple[list[Any], list[Any], list[int]]:
    part = tally.filter(pc.equal(tally["of"], of))
    return part["name"].to_pylist(), part["value"].to_pylist(), part["count"].to_pylist()


def _histogram(tally: pa.Table, field: str) -> Lengths | None:
    """The lengths of one field, from the shortest class that has any to the longest; null where no row has it."""
    counts = np.zeros(len(CLASSES), np.int64)
    for name, value, count in zip(*_columns(tally, "lengths"), strict=True):
        if name == field:
            counts[np.searchsorted(CLASSES, int(value))] += count
    some = np.flatnonzero(counts)
    if not len(some):
        return None
    low, high = int(some[0]), int(some[-1]) + 1
    middle = int(np.searchsorted(np.cumsum(counts), (counts.sum() + 1) // 2))
    bounds = tuple(CLASSES[low : high + 1].tolist())
    return Lengths(field, bounds, tuple(counts[low:high].tolist()), middle - low)


def _filled(tally: pa.Table, sources: Mapping[str, int], largest: Sequence[str]) -> Grid:
    counted = {(name, value): count for name, value, count in zip(*_columns(tally, "fill"), strict=True)}
    used = tuple(field for field in FILLED if any(count for (_, name), count in counted.items() if name == field))
    return Grid(
        rows=tuple(largest),
        columns=used,
        counts=tuple(tuple(counted.get((source, field), 0) for field in used) for source in largest),
        of=tuple((sources[source],) * len(used) for source in largest),
    )


def _readings(tally: pa.Table) -> Grid:
    """Dates of publication by precision (rows; empty: not decided) and by what settled them (empty: there is none)."""
    counted = {(name or "", value or ""): count for name, value, count in zip(*_columns(tally, "dates"), strict=True)}
    rows, columns = (sorted({pair[place] for pair in counted}) for place in (0, 1))
    counts = tuple(tuple(counted.get((row, column), 0) for column in columns) for row in rows)
    return Grid(tuple(rows), tuple(columns), counts, ((sum(counted.values()),) * len(columns),) * len(rows))


def _faults(counted: Counted, largest: Sequence[str]) -> Grid:
    """By source and check how many rows have a new finding; checks with most such rows first."""
    found = counted.findings
    new = found.filter(pc.and_(pc.equal(found["status"], str(Status.NEW)), pc.is_valid(found["row"])))
    shown = new.filter(pc.is_in(new["source"], value_set=pa.array(largest, pa.string())))
    rows = shown.group_by(["source", "check", "table", "row"], use_threads=False).aggregate([])
    cells = rows.group_by(["source", "check"], use_threads=False).aggregate([([], "count_all")]).to_pylist()
    counts = {(each["source"], each["check"]): each["count_all"] for each in cells}
    total: Counter[str] = Counter()
    for (_, check), count in counts.items():
        total[check] += count
    checks = sorted(total, key=lambda each: (-total[each], each))[:CHECKS]
    whole = {check: _rows(counted, check, largest) for check in checks}
    return Grid(
        rows=tuple(largest),
        columns=tuple(checks),
        counts=tuple(tuple(counts.get((source, check), 0) for check in checks) for source in largest),
        of=tuple(tuple(whole[check][source] for check in checks) for source in largest),
    )


def _rows(counted: Counted, check: str, largest: Sequence[str]) -> Mapping[str, int]:
    """By source the rows of the tables where a check found something."""
    tables = set(pc.unique(counted.findings.filter(pc.equal(counted.findings["check"], check))["table"]).to_pylist())
    by_table = {"articles": counted.sources, "teasers": counted.teaser_sources}
    return {
        source: sum(rows.get(source, 0) for table, rows in by_table.items() if table in tables) for source in largest
    }
