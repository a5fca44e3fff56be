"""Sources of copies of different stories, for the drills of what only a whole source shows."""

from collections.abc import Callable, Sequence

from copydesk.drills import Desk, Place, Row, copied

STORIES = 30
FEW = 10


def spoilt(
    desk: Desk, source: str, change: Callable[[Row], Row | None], spoil: int, stories: int = STORIES
) -> Sequence[Place]:
    """A source of some stories, `spoil` of them changed; none if there are too few that can be."""
    rows = desk.rows["articles"]
    drawn = [row for row in desk.draw() if change(rows[row]) is not None][:stories]
    if len(drawn) < FEW:
        return ()
    wanted = max(1, spoil * len(drawn) // stories)
    places = []
    for number, row in enumerate(drawn):
        desk.take("articles", row)
        changed = change(rows[row]) or {} if number < wanted else {}
        place = desk.add("articles", {**copied(desk, row), "publisher": source, "source": source, **changed})
        places.append(place)
    return places[:wanted]
