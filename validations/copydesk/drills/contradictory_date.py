"""Dates that contradict themselves, each other, or the address."""

from datetime import date, timedelta
from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, Row, edits
from copydesk.drills._dates import RAW


def _day(random: Random) -> date:
    return date(2015, 1, 1) + timedelta(days=random.randrange(3000))


def _weekday(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
    day = _day(random)
    wrong = (day + timedelta(days=random.randrange(1, 7))).strftime("%a")
    return {RAW: f"{wrong}, {day:%d %b %Y} 10:00:00 +0000", "date_modified_raw": None}


def _order(row: Row, random: Random) -> Row | None:  # noqa: ARG001
    day = _day(random)
    before = day - timedelta(days=random.randrange(3, 300))
    return {RAW: f"{day}T10:00:00Z", "date_modified_raw": f"{before}T10:00:00Z", "url": None}


def _address(row: Row, random: Random) -> Row | None:  # noqa: ARG001
    day = _day(random)
    other = day + timedelta(days=random.choice((-1, 1)) * random.randrange(40, 300))
    address = f"https://news.example.org/{other:%Y/%m/%d}/harbour"
    return {RAW: f"{day}T10:00:00Z", "date_modified_raw": None, "url": address}


FAULTS = (
    Fault(GROSS, "changed days before it was published", edits(_order)),
    Fault(PLAIN, "a weekday that the date is not", edits(_weekday)),
    Fault(SUBTLE, "another day in the address", edits(_address), 0.95),
)
