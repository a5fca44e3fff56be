"""Dates of which nobody can tell day from month."""

from collections.abc import Sequence

from copydesk.drills import PLAIN, Desk, Fault, Place
from copydesk.drills._dates import RAW


def _alone(desk: Desk, count: int) -> Sequence[Place]:
    """Each in a source of its own, so that no other row can settle it."""
    places: list[Place] = []
    for row in desk.draw():
        if len(places) == count:
            break
        day, month = desk.random.sample(range(1, 13), 2)
        texts = {RAW: f"{day:02}/{month:02}/2024", "date_modified_raw": None, "in_language": None}
        places.append(desk.change("articles", row, {**texts, "publisher": f"drill {row}", "source": f"drill {row}"}))
    return places


FAULTS = (Fault(PLAIN, "day and month below 13, in a source without other dates", _alone),)
