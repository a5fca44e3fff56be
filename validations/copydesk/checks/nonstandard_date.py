"""Dates that can be read, but are not written in ISO 8601."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, hits, where
from copydesk.checks._dates import FIELDS, TARGETS, parts, quoted
from copydesk.model import Evidence, Severity

_OFFSET: Final = r"(Z|[+-]\d\d(:?\d\d)?)?"
_ISO: Final = (
    rf"^\d{{4}}-(\d\d-\d\d|\d\d\d|W\d\d-\d)([T ]\d\d:\d\d(:\d\d([.,]\d+)?)? ?{_OFFSET})?$"
    rf"|^\d{{8}}(T\d{{4}}(\d\d)?{_OFFSET})?$"
)
"""ISO 8601, extended and basic, with RFC 3339's space; for RE2, over texts that are already known to be dates."""


@dataclass(frozen=True, kw_only=True)
class NonstandardDate(Check):
    """A date is readable, but its text is not ISO 8601.

    The table holds the date that was read; the finding says that the source wrote it in another way, which every other
    reader of the source has to understand anew.

    ## Why it matters

    Tools differ in what they make of such texts; the usual ones read two to nine of a hundred wrongly, without a word.

    ## Example

    Bad: `Tue, 12/07/2016 - 14:17`, `1468333020`.

    Good: `2016-07-12T14:17:00+01:00`.

    ## What to do

    Keep the decided column, not the text, when you publish the dataset; in the export, write ISO 8601 with a zone.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": parts("raw", "local", "evidence")}
    severity: ClassVar = Severity.INFO
    kinds: ClassVar = {
        "not-iso": "The text is a date, but not in ISO 8601.",
        "number": "The date is a count of seconds or days.",
    }
    fixable: ClassVar = frozenset(kinds)

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        return pa.concat_tables([HITS.empty_table(), *(self._hits(batch, field) for field in FIELDS)])

    def _hits(self, batch: pa.RecordBatch, field: str) -> pa.Table:
        other = pc.invert(pc.match_substring_regex(batch.column(f"{field}_raw"), _ISO))
        rows = where(pc.and_(pc.is_valid(batch.column(field)), other))
        counted = pc.equal(batch.column(f"{field}_evidence").take(rows), "epoch")
        return hits(rows, field, pc.if_else(pc.fill_null(counted, fill_value=False), "number", "not-iso"))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The text as printed, and the date in ISO 8601."""
        local = row[f"{hit.field}_local"]
        text = quoted(row, hit.field)
        return Evidence(f"{text!r} is not ISO 8601; it was read as {local}.", text, suggestion=local)
