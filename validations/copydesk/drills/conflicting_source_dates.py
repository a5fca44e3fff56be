"""Sources whose dates prove both orders of day and month."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, Desk, Fault, Place, Plant, copied
from copydesk.drills._dates import RAW


def _mixed(day_first: int, month_first: int) -> Plant:
    def plant(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one source is enough
        source = f"drill, {month_first} of {day_first + month_first} dates turned"
        own = range(len(desk.rows["articles"]))
        for number in range(day_first + month_first):
            day, month = desk.random.randrange(13, 29), desk.random.randrange(1, 13)
            stated = f"{day:02}/{month:02}/2024" if number < day_first else f"{month:02}/{day:02}/2024"
            story = {"publisher": source, "source": source, RAW: stated, "date_modified_raw": None}
            desk.add("articles", {**copied(desk, desk.random.choice(own)), **story})
        return (Place("dataset", source=source),)

    return plant


FAULTS = (
    Fault(GROSS, "half of a source's dates with the month first", _mixed(10, 10)),
    Fault(PLAIN, "one date of twenty with the month first", _mixed(19, 1)),
)
