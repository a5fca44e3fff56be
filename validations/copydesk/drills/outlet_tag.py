"""Names of outlets behind headlines."""

from collections.abc import Sequence

from copydesk.drills import GROSS, SUBTLE, Desk, Fault, Place, Plant, Row
from copydesk.drills._sources import STORIES, spoilt


def _tagged(tag: str, source: str, spoil: int) -> Plant:
    def change(row: Row) -> Row | None:
        return {"headline": row["headline"] + tag} if row["headline"] else None

    def plant(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one source is enough
        return spoilt(desk, source, change, spoil)

    return plant


FAULTS = (
    Fault(GROSS, "the outlet's name behind every headline", _tagged(" | Drill Courier", "Drill Courier", STORIES)),
    Fault(
        SUBTLE, "a section behind every third headline", _tagged(" - Harbour Watch", "Drill Post", STORIES // 3), 0.0
    ),
)
