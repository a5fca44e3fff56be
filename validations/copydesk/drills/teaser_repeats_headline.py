"""Teasers that say what the headline says."""

from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, Row, edits


def _same(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
    return {"description": row["headline"]} if row["headline"] else None


def _shouted(row: Row, random: Random) -> Row | None:  # noqa: ARG001
    return {"description": row["headline"].upper() + "."} if row["headline"] else None


def _part(row: Row, random: Random) -> Row | None:  # noqa: ARG001
    words = (row["headline"] or "").split(" ")
    return {"description": " ".join(words[: len(words) * 2 // 3]) + "..."} if len(words) >= 6 else None


FAULTS = (
    Fault(GROSS, "the headline itself", edits(_same)),
    Fault(PLAIN, "the headline in capitals, with a full stop", edits(_shouted)),
    Fault(SUBTLE, "the headline's beginning, with three dots", edits(_part), 0.9),
)
