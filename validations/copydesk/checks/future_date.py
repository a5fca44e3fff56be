"""Dates that have not come yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, hits, option, where
from copydesk.checks._dates import FIELDS, TARGETS, parts, quoted
from copydesk.model import Evidence, Severity

_EASTERNMOST = 14
"""Hours by which the clocks of the world run ahead of UTC at most."""
_YEAR = 366 * 24
"""Its hours."""


@dataclass(frozen=True, kw_only=True)
class FutureDate(Check):
    """A story is dated after the day of the run.

    The day of the run is what `--as-of` says, to its end in UTC. A time without a zone is allowed the fourteen hours
    by which the easternmost clocks run ahead.

    ## Why it matters

    No story has been published tomorrow: the date is that of an event, of an expiry, or was read wrongly.

    ## Example

    Bad: `2034-10-17` in a dataset checked on 1 November 2026.

    Good: `2024-10-17`.

    ## What to do

    Look at the page: the date may be that of an event, or its two-digit year of another century. For stories under
    embargo raise the option, or run the check with the day of their publication.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": parts("raw", "local", "tz")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {"future": "The date lies after the day of the run."}

    as_of: date = option(date.max, "The day that counts as today; the run's own.")  # noqa: RUF009 - a dataclasses.field
    tolerance_hours: int = option(0, "Hours after the end of that day that are still allowed.", within=(0, _YEAR))

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        return pa.concat_tables(
            [HITS.empty_table(), *(hits(where(self._late(batch, field)), field, "future") for field in FIELDS)]
        )

    def _late(self, batch: pa.RecordBatch, field: str) -> pa.Array:
        if self.as_of == date.max:
            return pa.repeat(pa.scalar(False), batch.num_rows)
        end = datetime.combine(self.as_of, time(), UTC) + timedelta(days=1, hours=self.tolerance_hours)
        east = end + timedelta(hours=_EASTERNMOST)
        known, unknown = (pa.scalar(each, pa.timestamp("us", "UTC")) for each in (end, east))
        zoneless = pc.equal(batch.column(f"{field}_tz"), "none")
        return pc.greater_equal(batch.column(field), pc.if_else(zoneless, unknown, known))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The date, and the day of the run."""
        return Evidence(f"{row[f'{hit.field}_local']} lies after {self.as_of}.", quoted(row, hit.field))
