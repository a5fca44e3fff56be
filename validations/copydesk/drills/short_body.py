"""Bodies of which only a piece was scraped."""

from random import Random

from copydesk.drills import GROSS, PLAIN, Change, Fault, Row, edits


def _first(count: int) -> Change:
    def change(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
        words = (row["article_body"] or "").split()
        return {"article_body": " ".join(words[:count])} if len(words) > 50 else None

    return change


FAULTS = (
    Fault(GROSS, "two words", edits(_first(2))),
    Fault(PLAIN, "eight words", edits(_first(8)), 0.9),
)
