"""Dates that cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import HITS, Check, Hit, hits, where
from copydesk.checks._dates import FIELDS, TARGETS, parts, quoted, undated
from copydesk.language.dates import PROBLEMS, read
from copydesk.model import Evidence, Severity


@dataclass(frozen=True, kw_only=True)
class UnreadableDate(Check):
    """A text that should be a date is none.

    Something stands where the date should stand, but no day can be read from it: it is another text, a value that
    programs write where they have no date, a day that does not exist, or several dates at once. The date is null and
    the text is kept. What names two days is a matter of ambiguous-date.

    ## Why it matters

    A story without a day falls out of every timeline, and out of every split by date.

    ## Example

    Bad: `31-MAR-2024 605:12:19`, `1970-01-01T00:00:00Z`, `yesterday at 14:17`, `July 2024`.

    Good: `2024-03-31T05:12:19Z`.

    ## What to do

    Look at the source: export the date from a field that has it whole, in ISO 8601. Where the source has none, write
    null instead of a sentinel.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": (*parts("raw", "evidence"), "in_language")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "unreadable": "No date can be read from the text.",
        "incomplete": "The day, the month or the year is missing.",
        "impossible": "The text names a day or a time that does not exist.",
        "sentinel": "The value is one that programs write where they have no date.",
        "several-dates": "The text holds several dates, and nothing tells which is meant.",
    }

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        return pa.concat_tables([HITS.empty_table(), *(self._hits(batch, field) for field in FIELDS)])

    def _hits(self, batch: pa.RecordBatch, field: str) -> pa.Table:
        suspects = where(undated(batch, field, None))
        raws = batch.column(f"{field}_raw").take(suspects).to_pylist()
        languages = batch.column("in_language").take(suspects).to_pylist()
        problems = [read(raw, language).problem for raw, language in zip(raws, languages, strict=True)]
        kinds = [problem if problem in self.kinds else "unreadable" for problem in problems]
        return hits(suspects, field, pa.array(kinds, pa.string()))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The text, and why it is no date."""
        text = quoted(row, hit.field)
        return Evidence(f"{text!r} is no date: {PROBLEMS[hit.kind]}.", text)
