"""What the drills of dates share."""

from random import Random

from copydesk.drills import Change, Row

RAW = "date_published_raw"


def raw(*texts: str, **columns: str | None) -> Change:
    """A change that puts one of some texts in the place of the date of publication, and sets other columns."""

    def change(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
        return {RAW: random.choice(texts), "date_modified_raw": None, **columns}

    return change
