"""Texts that stand in for a text that was never written, or never filled in."""

from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Change, Fault, Row, edits, inserts


def _says(field: str, *texts: str) -> Change:
    def change(row: Row, random: Random) -> Row | None:
        return {field: random.choice(texts)} if row[field] else None

    return change


LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore."

FAULTS = (
    Fault(GROSS, "filler in the place of the body", edits(_says("article_body", f"{LOREM} {LOREM}"))),
    Fault(GROSS, "a variable in the place of the headline", edits(_says("headline", "{{ article.title }}"))),
    Fault(PLAIN, "a word that stands for nothing", edits(_says("headline", "undefined", "[object Object]", "N/A"))),
    Fault(SUBTLE, "a variable that was not filled in, inside the text", edits(inserts(" {{ user.first_name }}"))),
)
