"""Dates that something beside them contradicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, hits, option, where
from copydesk.checks import _address as address
from copydesk.checks._dates import FIELDS, TARGETS, local_day, parts, quoted, undated
from copydesk.checks._mentions import contradictions
from copydesk.model import Evidence, Severity

_HOUR = 3_600_000_000
_UNKNOWN_ZONES = 26
"""Hours by which two local times may lie apart that are one moment: the clocks of the world span 26."""


@dataclass(frozen=True, kw_only=True)
class ContradictoryDate(Check):
    """A date does not agree with its weekday, the other date, its address, its dateline, or a day in the text.

    A date with the wrong weekday is not trusted: it is null, the text is kept, and it is an error. In all other cases
    the date is kept, and the finding is a warning: a story that was changed before it was published (information
    within a day, for editors save a story before it goes out); an address that names another day; an agency's
    dateline of another day; a sentence such as `on Monday, July 11` where that day was no Monday (information, where
    a single one says so: reporters err too). Times without a zone get the benefit of all zones of the world. Numbers
    in an address are a date if they are parts of the path of their own; other ways of writing count only where the
    source's other addresses agree with its dates. In a text the first 600 characters are read, a day without a year
    is taken in the year that lies nearest, and the date of the last change is an excuse.

    ## Why it matters

    One of the two is wrong, and a timeline built on it puts the story on the wrong day.

    ## Example

    Bad: `Thursday, 12 July 2016` (it was a Tuesday); published on 9 May, modified on 2 May; published on 7 December,
    with the dateline `LONDON, July 12 (Reuters) -`.

    Good: `Tuesday, 12 July 2016`; published on 2 May, modified on 9 May; published on 13 July with that dateline.

    ## What to do

    Look at the page. A wrong weekday often means that day and month changed places on the way; a change before the
    publication, that the two columns did, or that a page was published again.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {
        "articles": (
            *parts("raw", "local", "precision", "tz", "evidence"),
            *("url", "in_language", "dateline", "article_body"),
        )
    }
    surveyed: ClassVar = {"articles": ("date_published", "date_published_local", "url")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "weekday": "The text names a weekday that its date is not.",
        "modified-before-published": "The story was changed before it was published.",
        "url": "The address names another day than the date, or another month.",
        "dateline": "The dateline names another day than the date.",
        "named-day": "The text names a day with a weekday that it is not in the year of the date.",
    }

    url_days: int = option(1, "Days by which the day in the address may differ from the date; one is for zones.")
    dateline_days: int = option(7, "Days after the day of its dateline on which a story may be published.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        return address.counted(batch, self.url_days)

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        weekdays = (hits(where(undated(batch, field, "weekday")), field, "weekday") for field in FIELDS)
        rows = where(_early(batch))
        saved = pc.fill_null(_saved_before(batch).take(rows), fill_value=False)
        grave = pc.if_else(saved, str(Severity.INFO), str(Severity.WARNING))
        early = hits(rows, "date_modified", "modified-before-published", severity=grave)
        found = [*self._in_url(batch, summary), *contradictions(batch, self.dateline_days)]
        in_text = pa.Table.from_pylist(found, schema=HITS)
        return pa.concat_tables([HITS.empty_table(), *weekdays, early, in_text])

    def _in_url(self, batch: pa.RecordBatch, summary: pa.Table | None) -> Iterator[dict[str, Any]]:
        table = address.told(batch)
        trusted = address.trusted(summary)
        for row in table.filter(pc.greater(table["days"], self.url_days)).to_pylist():
            if trusted.get((row["source"], row["way"])):
                told = {"field": "date_published", "kind": "url", "count": 1, "severity": Severity.WARNING}
                yield {"index": row["index"], **told, "detail": row["text"]}

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The text of the date, and what contradicts it."""
        text, told = quoted(row, hit.field), hit.detail
        if hit.kind == "weekday":
            return Evidence(f"{text!r} names a weekday that its date is not.", text)
        published = row["date_published_local"]
        if hit.kind == "url":
            only = " (a month only)" if len(told or "") == len("2016-07") else ""
            return Evidence(f"Published {published}, but the address says {told}{only}: {row['url']}", text)
        if hit.kind in {"dateline", "named-day"}:
            verb = "Modified" if hit.field == "date_modified" else "Published"
            return Evidence(f"{verb} {row[f'{hit.field}_local']}, but {told}", text)
        return Evidence(f"Modified {row['date_modified_local']}, before it was published {published}.", text)


def _saved_before(batch: pa.RecordBatch) -> pa.Array:
    """Whether the last change lies less than a day before the publication."""
    published, modified = (batch.column(field).cast(pa.int64()) for field in FIELDS)
    return pc.less(pc.subtract(published, modified), 24 * _HOUR)


def _early(batch: pa.RecordBatch) -> pa.Array:
    """Modified before published, by more than unknown zones explain; a day alone counts as a day."""
    published, modified = (batch.column(field).cast(pa.int64()) for field in FIELDS)
    zoneless = [pc.equal(batch.column(f"{field}_tz"), "none") for field in FIELDS]
    whole = pc.or_(*(pc.equal(batch.column(f"{field}_precision"), "day") for field in FIELDS))
    slack = pc.if_else(pc.equal(*zoneless), 0, _UNKNOWN_ZONES * _HOUR)
    earlier = pc.less(pc.add(modified, slack), published)
    return pc.if_else(whole, pc.less(local_day(batch, "date_modified"), local_day(batch, "date_published")), earlier)
