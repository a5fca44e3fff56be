"""Copies of a story on both sides of a split."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, Desk, Fault, Place, Plant, copied, with_extra

WORDS = 60
"""Words that a story has at least, so that its copy is one beyond doubt."""


def parted(column: str, here: str, there: str, headline: str | None) -> Plant:
    """A plant of copies that have another value in a column than the story they are copies of."""

    def plant(desk: Desk, count: int) -> Sequence[Place]:
        places: list[Place] = []
        for row in desk.draw():
            if len(places) == count:
                break
            article = desk.rows["articles"][row]
            if len((article["article_body"] or "").split()) >= WORDS:
                copy = {**copied(desk, row), **with_extra(article, column, there)}
                desk.change("articles", row, with_extra(article, column, here))
                places.append(desk.add("articles", {**copy, "headline": headline or article["headline"]}, row))
        return places

    return plant


def _leaks(headline: str | None) -> Plant:
    def plant(desk: Desk, count: int) -> Sequence[Place]:
        return parted(desk.options.get("column") or "split", "train", "test", headline)(desk, count)

    return plant


NEEDS = f"articles of {WORDS} words"
FAULTS = (
    Fault(GROSS, "a story of train once more in test", _leaks(None)),
    Fault(PLAIN, "a body of train in test, under another headline", _leaks("What we know so far")),
)
