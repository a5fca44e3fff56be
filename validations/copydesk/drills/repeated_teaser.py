"""The same teaser on page after page."""

from collections.abc import Sequence

from copydesk.drills import GROSS, Desk, Fault, Place

PAGES = 25


def _box(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one box is what a site has
    rows = [row for row, _ in zip(desk.draw(), range(PAGES), strict=False)]
    teaser = {
        "headline": "Ferry timetable for the winter",
        "description": "From Monday the ferry to the island sails twice a day.",
        "url": "https://example.org/ferry-winter",
        "collection_label": "Latest news",
    }
    places = []
    for row in rows:
        article = desk.rows["articles"][row]
        carried = {name: article[name] for name in ("key", "uri", "source", "in_language", "source_file")}
        shown = {"article_row": row, "position": 0, **teaser, **carried, "full": None, "source_line": None}
        places.append(desk.add("teasers", shown).row or 0)
    return [Place("teasers", places[0], also=tuple(places[1:]))] if len(places) == PAGES else []


FAULTS = (Fault(GROSS, f"one teaser under {PAGES} articles", _box),)
