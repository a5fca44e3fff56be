"""Two articles under one identifier."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, Desk, Fault, Place, Row


def _again(headline: str) -> str:
    return f"{headline} (2)"


def _plant(desk: Desk, count: int, *, other: bool) -> Sequence[Place]:
    places: list[Place] = []
    for row in desk.draw():
        article: Row = desk.rows["articles"][row]
        if len(places) == count:
            break
        uri = article["uri"] or f"https://drill.example.org/{row}"
        desk.change("articles", row, {"uri": uri})
        changed = {"headline": _again(article["headline"] or "Update")} if other else {}
        places.append(desk.add("articles", {**article, **changed}, row))
    return places


def _same(desk: Desk, count: int) -> Sequence[Place]:
    return _plant(desk, count, other=False)


def _other(desk: Desk, count: int) -> Sequence[Place]:
    return _plant(desk, count, other=True)


FAULTS = (
    Fault(GROSS, "the same article once more, under the same URI", _same),
    Fault(PLAIN, "another headline under the same URI", _other),
)
