"""Sources with a rhythm of their own, made of copies, for the drills that spoil it."""

from collections.abc import Iterable
from datetime import timedelta

from copydesk.drills import Desk, Place, copied
from copydesk.drills._dates import RAW

DAYS = 70
A_DAY = 3
"""Days that such a source spans, and its stories on each."""


def course(desk: Desk, source: str, counts: Iterable[int]) -> Place:
    """A source with so many stories on each of some days, the last of them a month before the day of the run."""
    numbers = list(counts)
    own = range(len(desk.rows["articles"]))
    first = desk.today - timedelta(days=30 + len(numbers))
    for day, count in enumerate(numbers):
        for _ in range(count):
            stated = f"{first + timedelta(days=day)}T09:00:00Z"
            story = {"publisher": source, "source": source, RAW: stated, "date_modified_raw": None}
            desk.add("articles", {**copied(desk, desk.random.choice(own)), **story})
    return Place("dataset", source=source)
