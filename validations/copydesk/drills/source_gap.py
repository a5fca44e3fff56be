"""Sources that fell silent for some days."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, SUBTLE, Desk, Fault, Place, Plant
from copydesk.drills._courses import A_DAY, DAYS, course


def _silent(days: int) -> Plant:
    def plant(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one source is enough
        start = DAYS // 2
        rhythm = (0 if start <= day < start + days else A_DAY for day in range(DAYS))
        return (course(desk, f"drill, silent for {days} days", rhythm),)

    return plant


FAULTS = (
    Fault(GROSS, "a source without stories for two weeks", _silent(14)),
    Fault(PLAIN, "a source without stories for five days", _silent(5)),
    Fault(SUBTLE, "a source without stories for two days", _silent(2), 0.0),
)
