"""Days on which a source has far too many stories."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import numpy as np
import pyarrow as pa

from copydesk.checks import HITS, Check, Hit, dataset_hit, option
from copydesk.checks._dates import FIELDS, TARGETS, parts
from copydesk.checks._days import Course, courses, daily, outlet, shown
from copydesk.checks._spikes import spikes
from copydesk.model import Evidence, Severity


@dataclass(frozen=True, kw_only=True)
class DateSpike(Check):
    """A source has far too many stories on one day.

    Each day is held against the days with stories around it: it is a spike if it has at least `stories` stories, at
    least `times` the usual number, and lies `deviations` robust deviations above it, by median and MAD of the
    logarithm. Usual is the median of the days before, of those after, or of those of the same weekday, whichever is
    most. Sources with few stories or few days are not judged. A spike of date_modified is information: a move of the
    site often writes one.

    ## Why it matters

    Nobody writes ten times as much on one day. Such a day is mostly that of the crawl, of a move to another system, or
    a default that a scraper writes where it finds no date; the stories bear a date that is not theirs.

    ## Example

    Bad: 2,310 stories on 2 May 2024 in a source with about 40 a day.

    Good: 75 stories on the day of an election.

    ## What to do

    Look at some stories of that day: if their text or their address tells another date, take it from there, else set
    the date to null. If they are an archive that was published at once, waive the finding: it names the day.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": parts("local")}
    kinds: ClassVar = {
        "spike": "The source has far more stories on this day than on the days around it.",
        "crawl-day": "The same, and the day is that of the run, or the last one of the source: perhaps the crawl's.",
    }

    as_of: date = option(date.max, "The day that counts as today; the run's own.")  # noqa: RUF009 - a dataclasses.field
    stories: int = option(30, "Stories that a day must have to be a spike.")
    times: float = option(5.0, "How many times the usual number that must be.")
    deviations: float = option(4.0, "Robust standard deviations of the logarithm that it must lie above that.")
    least_stories: int = option(100, "Dated stories that a source must have to be judged.")
    least_days: int = option(10, "Days with stories that a source must have to be judged.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        return pa.concat_tables([daily(batch, field) for field in FIELDS])

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        found = [hit for field in FIELDS for hit in self._hits(summary, field)]
        return pa.Table.from_pylist(found, schema=HITS)

    def _hits(self, summary: pa.Table, field: str) -> Iterator[dict[str, Any]]:
        for course in courses(summary, field, self.least_stories):
            if np.count_nonzero(course.counts) >= self.least_days:
                found = spikes(course, stories=self.stories, times=self.times, deviations=self.deviations)
                yield from (self._hit(course, field, each.index, shown(each.usual)) for each in found)

    def _hit(self, course: Course, field: str, index: int, usual: str) -> dict[str, Any]:
        day = course.day(index)
        return dataset_hit(
            field,
            "crawl-day" if day == self.as_of or index == len(course.counts) - 1 else "spike",
            source=course.source,
            severity=Severity.INFO if field == "date_modified" else Severity.WARNING,
            count=int(course.counts[index]),
            detail=f"{day} {usual}",
        )

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        """The day, its stories, and how many are usual."""
        day, usual = (hit.detail or "").split()
        verb = "changed" if hit.field == "date_modified" else "published"
        own = "" if hit.kind == "spike" else ", the day of the run" if day == str(self.as_of) else ", its last day"
        return Evidence(
            f"{outlet(hit.source)} has {hit.count:,} stories {verb} on {day}{own}; usual are about {usual} a day.", day
        )
