"""Sources with far too many stories on one day."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, SUBTLE, Desk, Fault, Place, Plant
from copydesk.drills._courses import A_DAY, DAYS, course


def _crowded(stories: int) -> Plant:
    def plant(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one source is enough
        rhythm = (stories if day == DAYS // 2 else A_DAY for day in range(DAYS))
        return (course(desk, f"drill, {stories} stories on a day", rhythm),)

    return plant


FAULTS = (
    Fault(GROSS, f"200 stories on one day of a source that has {A_DAY} a day", _crowded(200)),
    Fault(PLAIN, f"60 stories on one day of a source that has {A_DAY} a day", _crowded(60)),
    Fault(SUBTLE, f"12 stories on one day of a source that has {A_DAY} a day", _crowded(12), 0.0),
)
