"""Dates that name two days, and nothing tells which."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import HITS, Check, Hit, hits, where
from copydesk.checks._dates import FIELDS, TARGETS, parts, quoted, undated
from copydesk.language.dates import read
from copydesk.model import Evidence


@dataclass(frozen=True, kw_only=True)
class AmbiguousDate(Check):
    """A date may be read as two days.

    The day and the month may change places, and neither a weekday nor the other rows of the source nor the language of
    the page says which is which; or the name of the month is that of two months in two languages. The date is null and
    the text is kept.

    ## Why it matters

    Whoever loads the text with a parser that guesses is wrong by up to eleven months, and is not told.

    ## Example

    Bad: `03/04/2024` from a source all of whose days lie before the 13th.

    Good: `2024-04-03`, or `Wed, 03/04/2024`.

    ## What to do

    Export the date in ISO 8601. If you cannot, add rows of the same source with days after the 12th, or state the
    language of the page.
    """

    targets: ClassVar = TARGETS
    reads: ClassVar = {"articles": (*parts("raw", "evidence"), "in_language")}
    kinds: ClassVar = {"undecidable": "The text names two days or more, and nothing tells which is meant."}

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        found = (hits(where(undated(batch, field, "undecidable")), field, "undecidable") for field in FIELDS)
        return pa.concat_tables([HITS.empty_table(), *found])

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The text with the days that it may mean."""
        text = quoted(row, hit.field)
        candidates = read(row[f"{hit.field}_raw"], row["in_language"]).candidates
        days = " or ".join(dict.fromkeys(local.date().isoformat() for _, local in candidates)) or "one of several days"
        return Evidence(f"{text!r} may be {days}; nothing in it or in the rows of its source tells which.", text)
