"""Dates that contradict themselves, each other, or the address."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Desk, Fault, Place, Row, edits
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


def _address(desk: Desk, count: int) -> Sequence[Place]:
    """Each in a source of its own: where all addresses contradict the dates, they are no evidence."""
    places: list[Place] = []
    for row, _ in zip(desk.draw(), range(count), strict=False):
        day = _day(desk.random)
        other = day + timedelta(days=desk.random.choice((-1, 1)) * desk.random.randrange(40, 300))
        source = f"drill-{row}.example.org"
        named = {"url": f"https://{source}/{other:%Y/%m/%d}/harbour", "publisher": None, "source": source}
        place = desk.change("articles", row, {RAW: f"{day}T10:00:00Z", "date_modified_raw": None, **named})
        places.append(replace(place, kind="url"))
    return places


FAULTS = (
    Fault(GROSS, "changed days before it was published", edits(_order, kind="modified-before-published")),
    Fault(PLAIN, "a weekday that the date is not", edits(_weekday, kind="weekday")),
    Fault(SUBTLE, "another day in the address", _address, 0.95),
)
