"""What reading one string comes to."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

UNREADABLE: Final = "unreadable"
INCOMPLETE: Final = "incomplete"
IMPOSSIBLE: Final = "impossible"
SENTINEL: Final = "sentinel"
UNDECIDABLE: Final = "undecidable"
CONTRADICTORY: Final = "contradictory"
SEVERAL: Final = "several-dates"

PROBLEMS: Final = {
    UNREADABLE: "no date can be read from it",
    INCOMPLETE: "the day, the month or the year is missing",
    IMPOSSIBLE: "it names a day or a time that does not exist",
    SENTINEL: "it is a value that programs write where they have no date",
    UNDECIDABLE: "it names two or more days, and nothing tells which",
    CONTRADICTORY: "its weekday is not that of its date",
    SEVERAL: "it holds several dates, and nothing tells which",
}
"""Why a string has no date."""

TIMESPEC: Final = {"minute": "minutes", "second": "seconds", "microsecond": "microseconds"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One string.

    `local` is naive, as printed; null where it is not decided. `offset` is in minutes east of UTC, null without a
    zone. `precision` is day, minute, second or microsecond: a month or a year alone is `incomplete`, never a first of
    the month. `evidence` is iso, month-name, over-12, weekday, locale, epoch or undecidable (`sibling` comes later,
    from `settle`): over-12 says that the numbers alone allow one day only. `problem` is null or a key of PROBLEMS.
    `order` is the numeric order (dmy, mdy, ymd) that was proved or used, null where no order is involved or all give
    the same day. `candidates` holds (order, local) pairs, where orders disagree and no fact of the string decides;
    with evidence `locale`, `local` is one of them. These carry their offset, where a zone is printed.
    `shape` names the numeric way of writing, for comparing rows of one source.
    """

    local: datetime | None = None
    offset: int | None = None
    precision: str | None = None
    evidence: str | None = None
    problem: str | None = None
    order: str | None = None
    candidates: tuple[tuple[str, datetime], ...] = ()
    shape: str | None = None

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC; without a zone the local time is taken as UTC."""
        if self.local is None:
            return None
        return self.local.replace(tzinfo=UTC) - timedelta(minutes=self.offset or 0)


def iso(local: datetime, precision: str, offset: int | None) -> str:
    """ISO 8601 text to the precision, with the offset if there is one."""
    if precision == "day":
        return local.date().isoformat()
    zoned = local if offset is None else local.replace(tzinfo=timezone(timedelta(minutes=offset)))
    return zoned.isoformat(timespec=TIMESPEC[precision])


def parted(local: datetime) -> tuple[datetime, int | None]:
    """The naive local time and its offset in minutes."""
    offset = local.utcoffset()
    return local.replace(tzinfo=None), None if offset is None else offset // timedelta(minutes=1)
