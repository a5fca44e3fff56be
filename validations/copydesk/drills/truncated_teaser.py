"""Teasers cut from the story's own beginning."""

from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Change, Fault, Row, after_word, edits

WIDTH = 150


def _start(row: Row) -> str | None:
    """The body's beginning on one line; null where it is too short to be cut."""
    text = " ".join((row["article_body"] or "").split())
    return text if len(text) > 2 * WIDTH else None


def _cut(text: str, *, inside: bool) -> str | None:
    """The text cut inside or behind a word, never where a sentence or a clause ends."""
    for place in range(WIDTH, WIDTH + 60):
        end = after_word(text, place)
        head = text[: end - 2] if inside else text[:end]
        if len(text[:end].rsplit(" ", maxsplit=1)[-1]) > 4 and head[-1:].isalpha() and text[end - 1].isalpha():
            return head
    return None


def _cuts(mark: str, *, inside: bool) -> Change:
    def change(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
        text = _start(row)
        head = _cut(text, inside=inside) if text else None
        return {"description": head + mark} if head else None

    return change


FAULTS = (
    Fault(GROSS, "cut behind a word, with three dots", edits(_cuts("...", inside=False))),
    Fault(GROSS, "cut inside a word, with an ellipsis", edits(_cuts("…", inside=True))),
    Fault(PLAIN, "cut inside a word, without a mark", edits(_cuts("", inside=True)), 0.95),
    Fault(SUBTLE, "cut behind a word, without a mark", edits(_cuts("", inside=False)), 0.8),
)
