"""The day that the address of a story tells, and what the addresses of a source are worth as evidence.

Addresses hold numbers of all kinds. Year, month and day that are parts of the path of their own are a date; other ways
of writing count only where the source's other addresses agree with its dates.
"""

from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks._dates import local_day

_SCREEN: Final = r"[^0-9](?:19|20)\d\d[^0-9]?\d"
_Y: Final = r"(?P<y>(?:19|20)\d\d)"
_M: Final = r"(?P<m>0?[1-9]|1[0-2])"
_D: Final = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_MM: Final = r"(?P<m>0[1-9]|1[0-2])"
_DD: Final = r"(?P<d>0[1-9]|[12]\d|3[01])"
_WAYS: Final = {
    "path": rf"/{_Y}[/-]{_M}[/-]{_D}(?:[/_.?#-]|$)",
    "name": rf"[_.=-]{_Y}[-_.]{_MM}[-_.]{_DD}(?:[^0-9]|$)",
    "digits": rf"[^0-9]{_Y}{_MM}{_DD}(?:[^0-9]|$)",
    "day-first": rf"[/_.=-]{_D}[/_-]{_M}[/_-]{_Y}(?:[/_.?#-]|$)",
    "month": rf"/{_Y}/{_MM}(?P<d>)/(?:[^0-9/]|$)",
    "name-month": rf"/{_Y}-{_MM}(?P<d>)/(?:[^0-9/]|$)",
}
"""Patterns for RE2; the first that matches an address counts."""
_MONTHS: Final = ("month", "name-month")
_PLAIN: Final = ("path", "month")
"""Ways that are dates by themselves, unless most of the source's addresses contradict its dates."""
_ENOUGH: Final = 3
_MANY: Final = 5
_MOST: Final = 0.8
_DAY: Final = pa.date32()


def told(batch: pa.RecordBatch) -> pa.Table:
    """What addresses tell: `index` in the batch, `source`, `way`, `text`, and `days` off the date of publication.

    Days are 0 within a month that an address names without a day. Rows without a date are left out.
    """
    known = pc.and_(pc.match_substring_regex(batch.column("url"), _SCREEN), pc.is_valid(batch.column("date_published")))
    rows = pc.indices_nonzero(pc.fill_null(known, fill_value=False))
    urls, sources = (batch.column(name).take(rows) for name in ("url", "source"))
    days = local_day(batch, "date_published").take(rows).cast(_DAY)
    parts = [_in_one_way(way, rows, urls, sources, days) for way in _WAYS]
    table = pa.concat_tables(parts)
    _, first = _first_of_each(table["index"])
    return table.take(first)


def _in_one_way(way: str, rows: pa.Array, urls: pa.Array, sources: pa.Array, days: pa.Array) -> pa.Table:
    groups = pc.extract_regex(urls, _WAYS[way])
    year, month, day = (pc.struct_field(groups, part) for part in "ymd")
    first = _dated(year, month, pc.if_else(pc.equal(day, ""), "01", day))
    last = _last_of_month(first) if way in _MONTHS else first
    off = pc.max_element_wise(_less(first, days), _less(days, last), pa.scalar(0, pa.int32()))
    text = pc.binary_join_element_wise(year, pc.utf8_lpad(month, 2, "0"), "-")
    if way not in _MONTHS:
        text = pc.binary_join_element_wise(text, pc.utf8_lpad(day, 2, "0"), "-")
    columns = {"index": rows, "source": sources, "text": text, "days": off}
    table = pa.table(columns).filter(pc.is_valid(first))
    return table.append_column("way", pa.repeat(pa.scalar(way), table.num_rows))


def _dated(year: pa.Array, month: pa.Array, day: pa.Array) -> pa.Array:
    """The days; null for a day that the month does not have."""
    text = pc.binary_join_element_wise(year, pc.utf8_lpad(month, 2, "0"), pc.utf8_lpad(day, 2, "0"), "-")
    days = pc.strptime(text, format="%Y-%m-%d", unit="s", error_is_null=True).cast(_DAY)
    return pc.if_else(pc.equal(days.cast(pa.string()), text), days, pa.scalar(None, _DAY))


def _last_of_month(first: pa.Array) -> pa.Array:
    inside = pc.add(first.cast(pa.int32()), pa.scalar(31, pa.int32())).cast(_DAY)
    following = pc.floor_temporal(inside, unit="month").cast(_DAY).cast(pa.int32())
    return pc.subtract(following, pa.scalar(1, pa.int32())).cast(_DAY)


def _less(late: pa.Array, early: pa.Array) -> pa.Array:
    return pc.subtract(late.cast(pa.int32()), early.cast(pa.int32()))


def _first_of_each(index: pa.ChunkedArray) -> tuple[pa.Array, pa.Array]:
    """The values, ascending, and for each the position at which it stands first."""
    positions = pa.table({"index": index, "place": pa.array(range(len(index)), pa.int64())})
    first = positions.group_by("index").aggregate([("place", "min")]).sort_by("index")
    return first["index"].combine_chunks(), first["place_min"].combine_chunks()


def counted(batch: pa.RecordBatch, allowed: int) -> pa.Table:
    """How many addresses of each source agree with its dates, and how many do not, by way of writing."""
    table = told(batch)
    agree = pc.less_equal(table["days"], allowed).cast(pa.int64())
    columns = {"agree": agree, "differ": pc.subtract(1, agree)}
    counts = pa.table({"source": table["source"], "way": table["way"], **columns})
    return (
        counts.group_by(["source", "way"])
        .aggregate([("agree", "sum"), ("differ", "sum")])
        .rename_columns(["source", "way", "agree", "differ"])
    )


def trusted(summary: pa.Table | None) -> Mapping[tuple[Any, str], bool]:
    """By source and way whether its addresses are evidence, of the rows of `counted` added up."""
    rows = summary.to_pylist() if summary is not None else ()
    return {(row["source"], row["way"]): _trust(row["way"], row["agree"], row["differ"]) for row in rows}


def _trust(way: str, agree: int, differ: int) -> bool:
    if way in _PLAIN:
        return agree + differ < _MANY or agree >= differ
    return agree >= _ENOUGH and agree >= _MOST * (agree + differ)
