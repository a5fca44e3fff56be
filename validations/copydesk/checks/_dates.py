"""What the checks of dates share: the columns of a date, its day, and its raw text as evidence."""

from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import excerpt
from copydesk.model import Target

FIELDS: Final = ("date_published", "date_modified")
TARGETS: Final = tuple(Target("articles", name) for name in FIELDS)


def parts(*names: str) -> tuple[str, ...]:
    """The columns beside each date: `parts("raw")` are date_published_raw and date_modified_raw."""
    return tuple(f"{field}_{name}" for field in FIELDS for name in names)


def undated(batch: pa.RecordBatch, field: str, evidence: str | None) -> pa.Array:
    """Rows in which a text stands for the date, that came to nothing, with that evidence."""
    stated = pc.greater(pc.utf8_length(pc.utf8_trim_whitespace(batch.column(f"{field}_raw"))), 0)
    why = batch.column(f"{field}_evidence")
    same = pc.is_null(why) if evidence is None else pc.equal(why, evidence)
    return pc.and_(pc.and_(stated, pc.is_null(batch.column(field))), same)


def quoted(row: Mapping[str, Any], field: str) -> str:
    """The raw text of a date, cut to the length of an excerpt."""
    raw = str(row[f"{field}_raw"])
    return excerpt(raw, 0, len(raw))


def local_day(batch: pa.RecordBatch, field: str) -> pa.Array:
    """The day of a date as printed, ISO text; null where the date is."""
    return pc.utf8_slice_codeunits(batch.column(f"{field}_local"), 0, 10)
