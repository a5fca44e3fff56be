"""Two versions of a text word by word, cut around what changed."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# Scripts that put no spaces between words are compared character by character.
_TOKEN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|\w+|\s+|[^\w\s]"
)
_WORD = re.compile(rf"(?!\s)(?:{_TOKEN.pattern})")
Spans = list[tuple[int, int]]
COMPARED = 400
"""Words of the stretch between the first and the last difference that are compared, at most."""
STRETCH = 3
"""Words between two differences that are told as shared, at least."""
CONTEXT = 60
"""Code points that are shown on each side of a difference."""
SHOWN = 240
"""Code points of removed or added text that are shown at most of one stretch."""
STRETCHES = 12
"""Stretches that are shown at most."""
CUT = "…"
SAME, REMOVED, ADDED = "same", "removed", "added"
Stretch = tuple[str, str]


def differences(before: str, after: str) -> tuple[Stretch, ...]:
    """What is the same, removed and added, as (kind, text), around the differences; empty if the texts are equal."""
    if before == after:
        return ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    rest = max(len(inner_old), len(inner_new)) > COMPARED
    middle = list(_compared(inner_old[:COMPARED], inner_new[:COMPARED]))
    whole = [(SAME, "".join(old[:head])), *middle, (SAME, CUT if rest else "".join(old[len(old) - tail :]))]
    joined = list(_joined(whole))
    cut = [(kind, _shown(kind, text, index, len(joined))) for index, (kind, text) in enumerate(joined)]
    return tuple(cut) if len(cut) <= STRETCHES else (*cut[:STRETCHES], (SAME, CUT))


def shared(before: str, after: str) -> tuple[Spans, Spans] | None:
    """What two texts have in common word by word, as spans in either; null where too much differs to be compared.

    White space is no difference; fewer than STRETCH shared words between two differences are part of them.
    """
    old, new = (tuple(_WORD.finditer(text)) for text in (before, after))
    olds, news = ([each.group() for each in some] for some in (old, new))
    head = _alike(olds, news)
    tail = _alike(olds[head:][::-1], news[head:][::-1])
    inner_old, inner_new = olds[head : len(olds) - tail], news[head : len(news) - tail]
    if max(len(inner_old), len(inner_new)) > COMPARED:
        return None
    inner = SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_matching_blocks()
    whole = [(0, 0, head), *((head + a, head + b, size) for a, b, size in inner if size >= STRETCH)]
    whole.append((len(olds) - tail, len(news) - tail, tail))
    return _spans(old, [(a, size) for a, _, size in whole]), _spans(new, [(b, size) for _, b, size in whole])


def _spans(words: Sequence[re.Match[str]], blocks: Sequence[tuple[int, int]]) -> Spans:
    return [(words[place].start(), words[place + size - 1].end()) for place, size in blocks if size]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words from the beginning are the same."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(old), len(new)))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield SAME, "".join(old[low:high])
        else:
            yield REMOVED, "".join(old[low:high])
            yield ADDED, "".join(new[first:last])


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches that hold anything; between two differences a single space belongs to both of them."""
    kept = [each for each in stretches if each[1]]
    removed = added = ""
    for index, (kind, text) in enumerate(kept):
        bridge = kind == SAME and text.isspace() and 0 < index < len(kept) - 1
        if kind == SAME and not bridge:
            yield from ((each, told) for each, told in ((REMOVED, removed), (ADDED, added)) if told)
            removed = added = ""
            yield kind, text
        else:
            removed += text if kind != ADDED else ""
            added += text if kind != REMOVED else ""
    yield from ((each, told) for each, told in ((REMOVED, removed), (ADDED, added)) if told)


def _shown(kind: str, text: str, index: int, count: int) -> str:
    """A stretch cut to what is shown of it: the beginning and end of a change, the context of what is the same."""
    if kind != SAME:
        return text if len(text) <= SHOWN else text[: SHOWN // 2] + CUT + text[-SHOWN // 2 :]
    head = "" if index == 0 else text[:CONTEXT]
    tail = "" if index == count - 1 else text[-CONTEXT:]
    return text if len(text) <= len(head) + len(tail) else head + CUT + tail
