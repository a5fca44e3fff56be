"""Fields that a scraper lost."""

from collections.abc import Callable, Sequence

from copydesk.drills import GROSS, PLAIN, SUBTLE, Change, Desk, Fault, Place, Row, edits


def _without(*names: str) -> Change:
    def change(row: Row, random: object) -> Row | None:  # noqa: ARG001 - a Change
        kept = row["headline"] if "article_body" in names else row["article_body"]
        return dict.fromkeys(names) if kept and any(row[name] for name in names) else None

    return change


def _beside_others(names: Sequence[str]) -> Callable[[Desk, int], Sequence[Place]]:
    """A plant that takes a field from some rows of a source in which others keep it."""

    def plant(desk: Desk, count: int) -> Sequence[Place]:
        rows = desk.rows["articles"]
        having = [[row for row in own if any(rows[row][name] for name in names)] for own in desk.by_source().values()]
        free = set(desk.draw())
        chosen = [row for own in having for row in own[: len(own) // 3] if row in free]
        return [desk.change("articles", row, dict.fromkeys(names)) for row in chosen[:count]]

    return plant


FAULTS = (
    Fault(GROSS, "no headline", edits(_without("headline"))),
    Fault(PLAIN, "no body", edits(_without("article_body"))),
    Fault(
        SUBTLE,
        "no date, where other articles of the source have one",
        _beside_others(("date_published_raw", "date_modified_raw")),
    ),
)
