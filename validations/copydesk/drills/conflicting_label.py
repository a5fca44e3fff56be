"""Copies of a story with different labels."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, Desk, Fault, Place, Plant
from copydesk.drills.split_leak import parted


def _labelled(headline: str | None) -> Plant:
    """Nothing is planted where the configuration names no column of labels, or one that is a field of articles."""

    def plant(desk: Desk, count: int) -> Sequence[Place]:
        column = desk.options.get("column")
        if column is None or column in desk.rows["articles"][0]:
            return ()
        return parted(column, "culture", "sports", headline)(desk, count)

    return plant


NEEDS = "articles of 60 words, or no labels: checks.conflicting-label.column is not set"
FAULTS = (
    Fault(GROSS, "a story once more with another label", _labelled(None)),
    Fault(PLAIN, "its body with another label, under another headline", _labelled("What we know so far")),
)
