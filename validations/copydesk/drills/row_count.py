"""A dataset of which most is gone."""

from collections.abc import Sequence

from copydesk.drills import GROSS, Desk, Fault, Place


def _emptied(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - there is one dataset
    kept = desk.options.get("minimum", 1) - 1
    if not 0 <= kept < len(desk.rows["articles"]):
        return ()
    del desk.rows["articles"][kept:]
    desk.rows["teasers"] = [row for row in desk.rows["teasers"] if row["article_row"] < kept]
    return (Place("dataset"),)


FAULTS = (Fault(GROSS, "one article fewer than `minimum`: none, where that is not set", _emptied),)
