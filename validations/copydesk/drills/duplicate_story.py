"""Copies of stories: as they are, under another headline, cut, and edited."""

from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Change, Fault, Row, copies

WORDS = 60
"""Words that a story has at least, so that a copy of a part of it can be told."""
EVERY = 12
"""One word in so many is left out of an edited copy."""


def _long(row: Row) -> bool:
    return len((row["article_body"] or "").split()) >= WORDS


def _exact(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
    return {} if _long(row) else None


def _headline(row: Row, random: Random) -> Row | None:  # noqa: ARG001
    return {"headline": "What we know so far"} if _long(row) and row["headline"] else None


def _part(share: float) -> Change:
    def change(row: Row, random: Random) -> Row | None:  # noqa: ARG001
        words = (row["article_body"] or "").split(" ")
        kept = int(len(words) * share)
        return {"article_body": " ".join(words[:kept])} if kept >= WORDS else None

    return change


def _edited(row: Row, random: Random) -> Row | None:
    words = (row["article_body"] or "").split(" ")
    if len(words) < 2 * WORDS:
        return None
    dropped = set(random.sample(range(len(words)), len(words) // EVERY))
    return {"article_body": " ".join(word for place, word in enumerate(words) if place not in dropped)}


NEEDS = f"articles of {WORDS} words"
FAULTS = (
    Fault(GROSS, "the same story under another address", copies(_exact)),
    Fault(GROSS, "the same body under another headline", copies(_headline)),
    Fault(PLAIN, "the first 60 % of a story", copies(_part(0.6)), 0.9),
    Fault(SUBTLE, "a story with one word in twelve left out", copies(_edited), 0.9),
)
