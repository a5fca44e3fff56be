"""From lines to paragraphs: blank lines, single lines, and the line breaks of a typesetter."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.language.sentences import spaceless, terminated

WIDEST = 130
"""Columns of a hard-wrapped line, at most."""
FULL, SHORT, OVER = 0.9, 0.75, 1.1
"""Shares of the width at which a line is full, surely short, and not wrapped at all."""
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_BREAK = re.compile(r"\r?\n|\r")
_BULLET = re.compile(r"[ \t\u3000]*(?:[-*+•‣◦▪●■►▶»–—]|\d{1,2}[.)])\s+\S")
_INDENT = re.compile(r"(?: {2,}|\t|\u3000)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file. `number` counts from the file's first line, `text` has no blanks at its ends."""

    number: int
    text: str
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `text` keeps the line breaks of a hard-wrapped one. `line` is that of its beginning."""

    text: str
    line: int

    @property
    def flat(self) -> str:
        """The text on one line."""
        if "\n" not in self.text:
            return self.text
        return self.text.replace("\n", "" if spaceless(self.text) else " ")


def paragraphs(text: str, first: int, is_label: Callable[[str], bool]) -> list[Paragraph]:
    """The paragraphs of a text whose first line has the number `first`.

    Lines that touch are one paragraph if the text is hard-wrapped and the break between them is the typesetter's, else
    each is one. A line for which `is_label` holds tends to be a paragraph of its own.
    """
    runs = list(_runs(text, first))
    limit = _limit(runs)
    return [paragraph for run in runs for paragraph in _joined(run, limit, is_label)]


def width(text: str) -> int:
    """Columns that a text takes: wide letters (Chinese, Japanese, Korean) take two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _runs(text: str, first: int) -> Iterator[list[Line]]:
    """The stretches of lines without a blank line or a form feed between them."""
    run: list[Line] = []
    for number, raw in enumerate(_BREAK.split(text), first):
        for place, part in enumerate(raw.split("\f")):
            if (place or not part.strip()) and run:
                yield run
                run = []
            if part.strip():
                run.append(Line(number, part.strip(" \t\v\u3000"), _INDENT.match(part) is not None))
    if run:
        yield run


def _limit(runs: Sequence[Sequence[Line]]) -> int | None:
    """The width at which lines were wrapped; null if the line breaks are those of the writer."""
    pairs = [pair for run in runs for pair in pairwise(run)]
    if not pairs:
        return None
    widths = sorted(width(before.text) for before, _ in pairs)
    limit = widths[max(0, -(-len(widths) * 9 // 10) - 1)]
    if limit > WIDEST:
        return None
    full = [pair for pair in pairs if _reach(*pair) >= FULL * limit]
    runs_on = sum(_runs_on(before.text, after.text) for before, after in full)
    return limit if 2 * len(full) >= len(pairs) and 10 * runs_on >= 3 * len(full) else None


def _reach(before: Line, after: Line) -> int:
    """The width that the line would have with the next word."""
    word = after.text[:1] if spaceless(after.text[:20]) else after.text.split(maxsplit=1)[0]
    return width(before.text) + 1 + width(word)


def _runs_on(before: str, after: str) -> bool:
    """Whether the sentence goes on: the next line begins in lower case, or has no cases and no sentence ended."""
    letter = next((char for char in after if char.isalpha()), "")
    if letter.islower() or letter.isupper():
        return letter.islower()
    return bool(letter) and not terminated(before)


def _joined(run: Sequence[Line], limit: int | None, is_label: Callable[[str], bool]) -> Iterator[Paragraph]:
    held: list[Line] = []
    for line in run:
        if held and (limit is None or _parts(held, line, limit, is_label)):
            yield _paragraph(held)
            held = []
        held.append(line)
    yield _paragraph(held)


def _parts(held: Sequence[Line], after: Line, limit: int, is_label: Callable[[str], bool]) -> bool:
    """Whether the writer ended a paragraph between the lines held and the next, in a text wrapped at `limit`.

    A break is his where the next word had room, or a line runs over; a full line may end one at a label or bullet.
    """
    before = held[-1]
    reach = _reach(before, after)
    if _goes_on(after.text):
        return False
    ended = reach < FULL * limit or terminated(before.text)
    if ended and (_BULLET.match(after.text) or is_label(after.text)):
        return True
    if (after.indented and not before.indented) or width(before.text) > OVER * limit:
        return True
    if len(held) == 1 and is_label(before.text):
        return True
    room = reach <= limit and (terminated(before.text) or before.number == 1)
    return room or reach < SHORT * limit


def _goes_on(text: str) -> bool:
    """Whether a line begins in lower case, in the middle of a sentence."""
    return next((char for char in text if char.isalpha()), "").islower() and not _BULLET.match(text)


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    return Paragraph("\n".join(line.text for line in lines), lines[0].number)
