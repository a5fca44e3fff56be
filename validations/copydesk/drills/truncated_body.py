"""Bodies that break off."""

from collections.abc import Sequence
from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Change, Desk, Fault, Place, Plant, Row, after_word, edits

LONG = 200
"""Code points of a body that is cut, at least."""
KEPT = 500
"""Code points that are left of it, at most, but for the rest of a word."""

BODIES = 20
"""Articles of a source in which a cut that ends in three dots is planted, at least."""


def _cut(mark: str) -> Change:
    def change(row: Row, random: Random) -> Row | None:
        body = row["article_body"] or ""
        place = after_word(body, int(random.uniform(0.6, 1) * min(KEPT, len(body) * 0.75)))
        inside = body[place - 1 : place].isalpha() and body[place + 1 : place + 2].islower()
        return {"article_body": body[:place] + mark} if len(body) > LONG and inside else None

    return change


def _in_large_sources(change: Change) -> Plant:
    """A plant where a source has bodies enough to tell how its bodies end: in others three dots may be its style."""

    def plant(desk: Desk, count: int) -> Sequence[Place]:
        large = {source for source, rows in desk.by_source().items() if len(rows) >= BODIES}
        return edits(lambda row, random: change(row, random) if row["source"] in large else None)(desk, count)

    return plant


NEEDS = f"articles of {LONG} characters"
FAULTS = (
    Fault(GROSS, "a beginning with the words of a paywall", edits(_cut("...\n\nSubscribe to continue reading"))),
    Fault(GROSS, "a beginning with a count of what is left out", edits(_cut("… [+2318 chars]"))),
    Fault(PLAIN, "a beginning with three dots", _in_large_sources(_cut("...")), 0.6),
    Fault(SUBTLE, "a beginning that breaks off inside a sentence", edits(_cut("")), 0.0),
)
