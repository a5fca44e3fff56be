"""Dates that something beside them contradicts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, hits, option, where
from copydesk.checks._dates import FIELDS, TARGETS, local_day, parts, quoted, undated
from copydesk.model import Evidence, Severity

_HOUR = 3_600_000_000
_UNKNOWN_ZONES = 26
"""Hours by which two local times may lie apart that are one moment: the clocks of the world span 26."""
_IN_URL = r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?:[/-]|$)"


@dataclass(frozen=True, kw_only=True)
class ContradictoryDate(Check):
    """A date does not agree with its weekday, with the other date, or with its address.

    A date with the wrong weekday is not trusted: it is null, the text is kept, and it is an error. A story that was
    changed before it was published, or whose address names a day far from its date, keeps both and is a warning.
    Times without a zone get the benefit of all zones of the world.

    ## Why it matters

    One of the two is wrong, and a timeline built on it puts the story on the wrong day.

    ## Example

    Bad: `Thursday, 12 July 2016` (it was a Tuesday); published on 9 May, modified on 2 May.

    Good: `Tuesday, 12 July 2016`; published on 2 May, modified on 9 May.

    ## What to do

    Look at the page. A wrong weekday often means that day and month changed places on the way; a change before the
    publication, that the two columns did, or that a page was published again.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": (*parts("raw", "local", "precision", "tz", "evidence"), "url")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "weekday": "The text names a weekday that its date is not.",
        "modified-before-published": "The story was changed before it was published.",
        "url": "The address names another day than the date.",
    }

    url_days: int = option(7, "Days by which the day in the address may differ from the date.")

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        weekdays = (hits(where(undated(batch, field, "weekday")), field, "weekday") for field in FIELDS)
        early = hits(where(_early(batch)), "date_modified", "modified-before-published", severity=Severity.WARNING)
        return pa.concat_tables([HITS.empty_table(), *weekdays, early, self._in_url(batch)])

    def _in_url(self, batch: pa.RecordBatch) -> pa.Table:
        days = pc.extract_regex(batch.column("url"), _IN_URL)
        written = [pc.struct_field(days, part) for part in "ymd"]
        suspects = where(pc.not_equal(pc.binary_join_element_wise(*written, "-"), local_day(batch, "date_published")))
        rows = batch.select(["url", "date_published_local"]).take(suspects).to_pylist()
        far = [self._far(row["url"], row["date_published_local"]) for row in rows]
        return hits(suspects.filter(pa.array(far, pa.bool_())), "date_published", "url", severity=Severity.WARNING)

    def _far(self, url: str, local: str) -> bool:
        day = _url_day(url)
        return day is not None and abs((day - date.fromisoformat(local[:10])).days) > self.url_days

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The text of the date, and what contradicts it."""
        text = quoted(row, hit.field)
        if hit.kind == "weekday":
            return Evidence(f"{text!r} names a weekday that its date is not.", text)
        published = row["date_published_local"]
        if hit.kind == "url":
            return Evidence(f"Published {published}, but the address says {_url_day(row['url'])}: {row['url']}", text)
        return Evidence(f"Modified {row['date_modified_local']}, before it was published {published}.", text)


def _early(batch: pa.RecordBatch) -> pa.Array:
    """Modified before published, by more than unknown zones explain; a day alone counts as a day."""
    published, modified = (batch.column(field).cast(pa.int64()) for field in FIELDS)
    zoneless = [pc.equal(batch.column(f"{field}_tz"), "none") for field in FIELDS]
    whole = pc.or_(*(pc.equal(batch.column(f"{field}_precision"), "day") for field in FIELDS))
    slack = pc.if_else(pc.equal(*zoneless), 0, _UNKNOWN_ZONES * _HOUR)
    earlier = pc.less(pc.add(modified, slack), published)
    return pc.if_else(whole, pc.less(local_day(batch, "date_modified"), local_day(batch, "date_published")), earlier)


def _url_day(url: str) -> date | None:
    match = re.search(_IN_URL, url)
    if match is None:
        return None
    year, month, day = (int(match[part]) for part in "ymd")
    try:
        return date(year, month, day)
    except ValueError:
        return None
