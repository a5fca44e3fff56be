"""Teasers that slipped to another story."""

from collections.abc import Sequence

from copydesk.drills import GROSS, Desk, Fault, Place

BODY = 800
"""Code points that both bodies have at least."""


def _slipped(desk: Desk, count: int) -> Sequence[Place]:
    """The first sentences of one story as the description of another in the same language."""
    rows = desk.rows["articles"]
    long = [row for row in desk.draw() if len(rows[row]["article_body"] or "") >= BODY and rows[row]["headline"]]
    places: list[Place] = []
    for row in long[:count]:
        same = [each for each in long if each != row and rows[each]["in_language"] == rows[row]["in_language"]]
        if same:
            text = " ".join(rows[desk.random.choice(same)]["article_body"].split())[:400]
            sentences = text.rpartition(". ")[0] or text
            places.append(desk.change("articles", row, {"description": f"{sentences}."}))
    return places


NEEDS = f"two articles of {BODY} characters in one language"
FAULTS = (Fault(GROSS, "the beginning of another story as description", _slipped, 0.3),)
