"""Two texts side by side: what they share and what each has of its own, with the long shared stretches cut short."""

import re
from collections.abc import Iterator, Sequence

from copydesk.exhibits import Passage

Spans = Sequence[tuple[int, int]]

CONTEXT = 90
"""Code points of shared text that are shown on either side of a difference."""
SHORT = 60
"""Shared text is not cut to save fewer code points than this."""
ALIKE = 420
"""Code points that are shown of a text that is all shared."""
MOST = 1000
"""Code points that are shown of one text."""
CLOSING = re.compile(r"(?:[.,;:!?…\"'”’»)\]؟،؛۔।॥]+(?=\s)|[。、，．！？；：」』）】]+|\s+)+")
"""Marks that end what stands before them, and space; those that a number may begin with only before space."""


def passages(text: str, spans: Spans) -> tuple[Passage, ...]:
    """A text cut where shared spans begin and end; of each text at most MOST code points and a little are shown."""
    whole = tuple(_joined(_cut(text, spans)))
    if len(whole) == 1 and whole[0].shared:
        return _limited(_trimmed(whole[0].text, 0, ALIKE))
    return _limited(_shortened(whole))


def _cut(text: str, spans: Spans) -> Iterator[Passage]:
    done = 0
    for start, end in sorted(spans):
        low, high = max(done, start), min(end, len(text))
        if high > low:
            yield from _own(text[done:low])
            yield Passage(text[low:high], shared=True)
            done = high
    yield from _own(text[done:])


def _own(text: str) -> Iterator[Passage]:
    """What stands between shared spans; the space around it and marks that end what is before it are no difference."""
    ended = CLOSING.match(text)
    start = ended.end() if ended else 0
    end = max(start, len(text.rstrip()))
    parts = ((text[:start], True), (text[start:end], False), (text[end:], True))
    yield from (Passage(part, own) for part, own in parts if part)


def _joined(cut: Iterator[Passage]) -> Iterator[Passage]:
    """Neighbours of one kind as one; what holds no letter and no digit is no difference to a reader."""
    held: Passage | None = None
    for each in cut:
        shared = each.shared or not any(map(str.isalnum, each.text))
        if held is not None and held.shared == shared:
            held = Passage(held.text + each.text, shared)
            continue
        if held is not None:
            yield held
        held = Passage(each.text, shared)
    if held is not None:
        yield held


def _shortened(whole: Sequence[Passage]) -> Iterator[Passage]:
    for place, each in enumerate(whole):
        if each.shared:
            yield from _trimmed(
                each.text, CONTEXT if place else 0, CONTEXT if place + 1 < len(whole) else 0, place == 0
            )
        else:
            yield each


def _trimmed(text: str, head: int, tail: int, first: bool = False) -> Iterator[Passage]:
    """Shared text with no more than its beginning and its end, cut between words where there are any nearby."""
    if not first and not head:
        head, tail = tail, 0
    begin = text.rfind(" ", head // 2, head) + 1 or head if head else 0
    end = text.find(" ", len(text) - tail, len(text) - tail // 2) if tail else len(text)
    end = len(text) - tail if end < 0 else end
    if end - begin < SHORT:
        yield Passage(text, shared=True)
        return
    if begin:
        yield Passage(text[:begin], shared=True)
    yield Passage("", shared=True, skipped=end - begin)
    if tail:
        yield Passage(text[end:], shared=True)


def _limited(shown: Iterator[Passage]) -> tuple[Passage, ...]:
    """The passages until MOST code points are shown, and how much is left."""
    kept: list[Passage] = []
    room, left = MOST, 0
    for each in shown:
        if room <= 0:
            left += len(each.text) + each.skipped
            continue
        left += max(0, len(each.text) - room)
        kept.append(Passage(each.text[:room], each.shared, each.skipped))
        room -= len(each.text)
    return (*kept, *([Passage("", shared=False, skipped=left)] if left else []))
