"""Sources with days without stories that their own rhythm does not explain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, Final

import pyarrow as pa

from copydesk.checks import HITS, Check, Hit, dataset_hit, option, share
from copydesk.checks._days import Course, courses, daily, outlet, shown
from copydesk.checks._gaps import Gap, gaps
from copydesk.model import Evidence, Severity, Target

_FIELD: Final = "date_published"


@dataclass(frozen=True, kw_only=True)
class SourceGap(Check):
    """A source has days without stories that its own rhythm does not explain.

    The days between the first story of a source and its last are held against the eight weeks around them, weekday by
    weekday: a paper that rests on Sundays has no gap on Sundays, a weekly has none between its issues, and a source
    that ended has none behind its end. A stretch is a gap where a source of that rhythm leaves one of its length by
    accident less often than `chance`. Sources with few stories or few days are not judged. A gap of a single day is
    information: it may be a holiday.

    ## Why it matters

    A crawler that failed for a week looks sound row by row, but every count over time has a hole in it, and whatever
    happened in that week is missing from the dataset.

    ## Example

    Bad: No story from 3 to 9 May 2024 in a source that has thirty on every other day.

    Good: No story on any Sunday.

    ## What to do

    Crawl these days again, or look in the rejects and the logs for the stories of those days. Where the source was
    silent, a strike or a holiday, waive the finding: it names the days.
    """

    targets: ClassVar = (Target("articles", _FIELD),)
    reads: ClassVar = {"articles": (f"{_FIELD}_local",)}
    kinds: ClassVar = {"gap": "The source has stories before and after these days, and none on them."}

    chance: float = share(0.001, "Probability below which such a stretch is no accident, for a source of its rhythm.")
    least_stories: int = option(100, "Dated stories that a source must have to be judged.")
    least_days: int = option(28, "Days from its first story to its last that a source must span to be judged.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        return daily(batch, _FIELD)

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        judged = (each for each in courses(summary, _FIELD, self.least_stories) if len(each.counts) >= self.least_days)
        found = [_hit(course, gap) for course in judged for gap in gaps(course, self.chance)]
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        """The days, how many they are, and how many stories such days have."""
        first, last, usual = (hit.detail or "").split()
        days = f"from {first} to {last} ({hit.count} days)" if hit.count > 1 else f"on {first}"
        there = "there" if hit.count == 1 else "in such a stretch"
        return Evidence(
            f"{outlet(hit.source)} has no story {days}; by the weeks around, about {usual} would be usual {there}.",
            first if hit.count == 1 else f"{first}/{last}",
        )


def _hit(course: Course, gap: Gap) -> dict[str, Any]:
    first, last = course.day(gap.start), course.day(gap.end) - timedelta(days=1)
    days = gap.end - gap.start
    return dataset_hit(
        _FIELD,
        "gap",
        source=course.source,
        severity=Severity.INFO if days == 1 else Severity.WARNING,
        count=days,
        detail=f"{first} {last} {shown(gap.usual)}",
    )
