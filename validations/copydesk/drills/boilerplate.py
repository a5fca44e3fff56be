"""Lines that a site puts into all its stories."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, Desk, Fault, Place, Plant, Row
from copydesk.drills._sources import STORIES, spoilt


def _lined(line: str, source: str, spoil: int) -> Plant:
    def change(row: Row) -> Row | None:
        return {"article_body": f"{row['article_body']}\n\n{line}"} if len(row["article_body"] or "") > 300 else None

    def plant(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one source is enough
        return spoilt(desk, source, change, spoil)

    return plant


FAULTS = (
    Fault(
        GROSS,
        "a newsletter offered under every story",
        _lined("Sign up for our newsletter and get the news of the harbour every morning.", "Drill Herald", STORIES),
    ),
    Fault(
        PLAIN,
        "a line under every second story",
        _lined("Download the Drill Gazette app for the tides of the day.", "Drill Gazette", STORIES // 2),
    ),
)
