"""The table of readings, and single readings as its rows."""

from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa

from copydesk.language.dates.reading import Reading, iso, parted

INSTANT: Final = pa.timestamp("us", "UTC")
ORDERS: Final = ("dmy", "mdy", "ymd")
READINGS: Final = pa.schema(
    [
        ("value", INSTANT),
        ("local", pa.string()),
        ("precision", pa.string()),
        ("tz", pa.string()),
        ("evidence", pa.string()),
        ("problem", pa.string()),
        ("order", pa.string()),
        ("shape", pa.string()),
        *((f"{name}_{order}", kind) for order in ORDERS for name, kind in (("value", INSTANT), ("local", pa.string()))),
    ]
)
"""One row a string. `value` is the instant (without a zone the local time as if it were UTC), `local` the ISO text as
printed to its precision, with its offset if it has one. `tz` is explicit or none, null with `value`; settle may make it
assumed. `value_dmy` and its kin hold what each order gives, where orders disagree and only a language or nothing at all
decided; else null. The other columns are those of Reading; all are null for a null string."""


def table(readings: Sequence[Reading | None]) -> pa.Table:
    """READINGS of single readings, in their order."""
    return pa.Table.from_pylist([_row(each) if each else {} for each in readings], schema=READINGS)


def _row(reading: Reading) -> dict[str, Any]:
    row: dict[str, Any] = {
        "precision": reading.precision,
        "evidence": reading.evidence,
        "problem": reading.problem,
        "order": reading.order,
        "shape": reading.shape,
    }
    if reading.local is not None and reading.precision:
        row["value"] = reading.instant
        row["local"] = iso(reading.local, reading.precision, reading.offset)
        row["tz"] = "none" if reading.offset is None else "explicit"
    for order, local in reading.candidates:
        naive, offset = parted(local)
        row[f"value_{order}"] = Reading(naive, offset).instant
        row[f"local_{order}"] = iso(naive, reading.precision or "day", offset)
    return row
