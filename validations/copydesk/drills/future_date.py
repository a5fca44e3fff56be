"""Dates that have not come yet."""

from collections.abc import Sequence
from datetime import timedelta

from copydesk.drills import GROSS, PLAIN, SUBTLE, Desk, Fault, Place, Plant, edits
from copydesk.drills._dates import raw


def _ahead(days: int) -> Plant:
    def plant(desk: Desk, count: int) -> Sequence[Place]:
        return edits(raw(f"{desk.today + timedelta(days=days)}T12:00:00Z"))(desk, count)

    return plant


FAULTS = (
    Fault(GROSS, "a date ten years ahead", _ahead(3653)),
    Fault(PLAIN, "a date a month ahead", _ahead(30)),
    Fault(SUBTLE, "a date two days ahead", _ahead(2)),
)
