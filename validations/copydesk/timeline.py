"""Stories over time by source: how long a stretch is, and where on a line the findings about days stand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from copydesk.exhibits import Mark, SourceDays, Timeline

Counts = npt.NDArray[np.int64]

SOURCES = 8
"""Sources that have a line of their own; the others share one."""
STRETCHES = (1, 7, 28, 91, 364, 3640)
"""Lengths in days that a stretch may have."""
MOST = 160
"""Stretches on a line; the smallest length that needs no more is taken."""
FENCE = 3
"""What lies farther from the middle half of the stories than this many times its length may be an outlier."""
EDGE = 0.05
"""Outliers are left out where they are at most this share of the stories, and at least half of the time shown."""
MARKED = {"source-gap": "gap", "date-spike": "spike"}
"""Checks whose findings are marked on the lines; each names its days in its excerpt, `first/last` or one."""


def marks(findings: Iterable[Mapping[str, Any]]) -> Mapping[str, tuple[Mark, ...]]:
    """By source the days that findings of MARKED checks name, in their order; a day of change is on no line."""
    found: dict[str, set[Mark]] = {}
    for each in findings:
        if each["check"] in MARKED and each["field"] != "date_modified" and each["source"] and each["excerpt"]:
            first, _, last = each["excerpt"].partition("/")
            days = (date.fromisoformat(day) for day in (first, last or first))
            found.setdefault(each["source"], set()).add(Mark(MARKED[each["check"]], *days))
    return {source: tuple(sorted(some, key=lambda each: (each.first, each.kind))) for source, some in found.items()}


def timeline(
    names: Sequence[str],
    days: Sequence[str | None],
    counts: Sequence[int],
    sources: Sequence[str],
    found: Mapping[str, tuple[Mark, ...]],
) -> Timeline | None:
    """Stories by source and stretch of days, from counts by source and ISO day (null: without one).

    `sources` has the largest first. Null where no story has a day.
    """
    dated = [(name, day, count) for name, day, count in zip(names, days, counts, strict=True) if day]
    if not dated:
        return None
    when = np.array([day for _, day, _ in dated], "datetime64[D]").astype(np.int64)
    many = np.array([count for *_, count in dated], np.int64)
    first, last = _window(when, many)
    length = next((each for each in STRETCHES if (last - first) // each < MOST), STRETCHES[-1])
    inside = (when >= first) & (when <= last)
    size = (last - first) // length + 1
    place = (when - first) // length
    largest = {name: row for row, name in enumerate(sources[:SOURCES])}
    lines = np.zeros((len(largest) + 1, size), np.int64)
    row = np.array([largest.get(name, len(largest)) for name, *_ in dated])
    np.add.at(lines, (row[inside], place[inside]), many[inside])
    begin = date(1970, 1, 1) + timedelta(days=first)
    shown = {name: _within(found.get(name, ()), begin, begin + timedelta(days=size * length)) for name in largest}
    named = [SourceDays(name, tuple(lines[number].tolist()), shown[name]) for name, number in largest.items()]
    others = SourceDays(None, tuple(lines[-1].tolist()))
    return Timeline(
        first=begin,
        days=length,
        sources=tuple(each for each in (*named, others) if any(each.counts)),
        outside=int(many[~inside].sum()),
        undated=sum(count for day, count in zip(days, counts, strict=True) if not day),
    )


def _within(some: Sequence[Mark], first: date, end: date) -> tuple[Mark, ...]:
    return tuple(each for each in some if first <= each.first and each.last < end)


def _window(when: Counts, many: Counts) -> tuple[int, int]:
    """The first and the last day shown, as days since 1970: all, unless a few outliers would squeeze the rest."""
    order = np.argsort(when, kind="stable")
    days, upto = when[order], np.cumsum(many[order])
    low, high = days[np.searchsorted(upto, [0.25 * upto[-1], 0.75 * upto[-1]])]
    far = FENCE * max(high - low, STRETCHES[1])
    inside = (when >= low - far) & (when <= high + far)
    first, last = int(when[inside].min()), int(when[inside].max())
    few = many[~inside].sum() <= EDGE * upto[-1]
    if few and 2 * (last - first + 1) <= days[-1] - days[0] + 1:
        return first, last
    return int(days[0]), int(days[-1])
