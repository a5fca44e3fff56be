"""Other calendars: known days, and no day left out."""

from datetime import date

import pytest

from copydesk.language.dates.calendars import century, gregorian


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "expected"),
    [
        ("jalali", 1395, 4, 22, date(2016, 7, 12)),
        ("jalali", 1399, 1, 1, date(2020, 3, 20)),
        ("jalali", 1403, 12, 30, date(2025, 3, 20)),
        ("jalali", 1404, 12, 30, None),
        ("jalali", 1395, 13, 1, None),
        ("ethiopic", 2008, 11, 5, date(2016, 7, 12)),
        ("ethiopic", 2011, 13, 6, date(2019, 9, 11)),
        ("ethiopic", 2012, 13, 6, None),
        ("hijri", 1437, 10, 7, date(2016, 7, 12)),
        ("hijri", 1437, 10, 31, None),
        ("buddhist", 2559, 7, 12, date(2016, 7, 12)),
        ("", 2559, 7, 12, date(2016, 7, 12)),
        ("gregorian", 2559, 7, 12, date(2559, 7, 12)),
        ("ordinal", 2016, 1, 366, date(2016, 12, 31)),
        ("ordinal", 2015, 1, 366, None),
        ("week", 2016, 28, 2, date(2016, 7, 12)),
        ("week", 2016, 60, 2, None),
        ("", 2015, 2, 29, None),
    ],
)
def test_days(calendar: str, year: int, month: int, day: int, expected: date | None) -> None:
    assert gregorian(calendar, year, month, day) == expected


@pytest.mark.parametrize(
    ("calendar", "first", "last", "months"), [("jalali", 1245, 1472, 12), ("ethiopic", 1901, 2100, 13)]
)
def test_every_day_follows_another(calendar: str, first: int, last: int, months: int) -> None:
    days = [
        found
        for year in range(first, last)
        for month in range(1, months + 1)
        for day in range(1, 32)
        if (found := gregorian(calendar, year, month, day))
    ]
    assert [day.toordinal() for day in days] == list(range(days[0].toordinal(), days[0].toordinal() + len(days)))


def test_two_digits() -> None:
    assert [century(year) for year in (0, 68, 69, 99)] == [2000, 2068, 1969, 1999]
