"""A dataset of which most is gone."""

from collections.abc import Sequence

from copydesk.drills import GROSS, Desk, Fault, Place


def _emptied(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - all but one article goes
    del desk.rows["articles"][1:], desk.rows["teasers"][:]
    return [Place("dataset")]


FAULTS = (Fault(GROSS, "all articles gone but one (told only if you set `minimum`)", _emptied, 0.0),)
