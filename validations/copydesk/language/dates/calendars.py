"""Years, months and days of other calendars as days of the Gregorian one, and hours of the parts of a day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from hijridate import Hijri

FIRST_YEAR: Final = 1600
LAST_YEAR: Final = 2100
"""Years outside are no year of a news story."""
BUDDHIST: Final = 543
PIVOT: Final = 69
"""A year of two digits from here on is of the twentieth century (POSIX)."""

SENTINELS: Final = frozenset({date(1, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)}) | {
    date(1970, 1, 1),
    date(9999, 12, 31),
}

AM: Final = 0
PM: Final = 12
NIGHT: Final = 24
NOON: Final = 36
HOURS: Final = {
    AM: (*range(12), 0),
    PM: (*range(12, 24), 12),
    NIGHT: (*range(6), *range(18, 24), 0),
    NOON: (*range(12, 22), 10, 11, 12),
}
"""The hour of the day by that of a clock of twelve, 0..12, for each part of the day."""

_JALALI_EPOCH: Final = date(622, 3, 21).toordinal()
_ETHIOPIC_EPOCH: Final = date(8, 8, 27).toordinal()


def century(year: int) -> int:
    """The full year of one of two digits."""
    return year + (1900 if year >= PIVOT else 2000)


def gregorian(calendar: str, year: int, month: int, day: int) -> date | None:
    """The Gregorian day, null where the calendar has no such day.

    `calendar` is gregorian, buddhist, hijri (Umm al-Qura, 1343-1500), jalali, ethiopic, ordinal (`day` of the year,
    1..366), week (`month` is the ISO week, `day` 1..7); empty: gregorian, or buddhist where the year can be nothing
    else.
    """
    if calendar == "buddhist" or (not calendar and FIRST_YEAR <= year - BUDDHIST <= LAST_YEAR < year):
        year -= BUDDHIST
    try:
        return _CALENDARS.get(calendar, date)(year, month, day)
    except (ValueError, OverflowError):
        return None


def _hijri(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _ordinal(year: int, _: int, day: int) -> date | None:
    found = date(year, 1, 1) + timedelta(days=day - 1)
    return found if found.year == year else None


def _leap_jalali(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _jalali(year: int, month: int, day: int) -> date | None:
    """By the rule of 33 years, which agrees with the official calendar from 1244 to 1473."""
    length = 31 if month <= 6 else 30 if month <= 11 or _leap_jalali(year) else 29
    if not (1244 <= year <= 1473 and 1 <= month <= 12 and 1 <= day <= length):
        return None
    before = 31 * (month - 1) - max(0, month - 7)
    return date.fromordinal(_JALALI_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + before + day - 1)


def _ethiopic(year: int, month: int, day: int) -> date | None:
    length = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if not (1500 <= year <= 2200 and 1 <= month <= 13 and 1 <= day <= length):
        return None
    return date.fromordinal(_ETHIOPIC_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


_CALENDARS: Final[Mapping[str, Callable[[int, int, int], date | None]]] = {
    "hijri": _hijri,
    "jalali": _jalali,
    "ethiopic": _ethiopic,
    "ordinal": _ordinal,
    "week": date.fromisocalendar,
}
