"""Boilerplate: what a page says on every story, and which got between its lines."""

import re
from collections.abc import Collection, Iterator, Mapping

from copydesk.language.boilerplate_words import INLINE, KINDS
from copydesk.language.wall_words import CONSENT

MEANING: Mapping[str, str] = {
    "recurring": "A line of the body stands in many articles of the source.",
    "advert": "The label or the link of an advertisement stands in the body.",
    "newsletter": "An invitation to a newsletter stands in the body.",
    "share": "The buttons that share a story stand in the body.",
    "follow": "An invitation to follow the outlet or to load its app stands in the body.",
    "copyright": "A notice of copyright stands in the body.",
    "comments": "The heading or the form of the comments stands in the body.",
    "consent": "A notice on cookies stands in the body.",
}
"""Each kind of boilerplate with a sentence on it."""
SHORT = 160
"""Bytes of a line that may be boilerplate by its words, at most."""
LEAST = 2
"""Letters of a line that may recur, at least: a row of stars is a mark of the writer."""
_EDGE = r"[\s\W_]*"


def _pattern(lines: str) -> str:
    return "|".join(lines.strip().splitlines()).replace(" ", r"[\s\u00a0]").replace("…", ".*")


_LINES = {kind: re.compile(f"{_EDGE}(?:{_pattern(lines)}){_EDGE}") for kind, lines in KINDS.items()}
_CONSENT = re.compile(f"{_EDGE}(?:{_pattern(CONSENT)})")
_INLINE = re.compile(_pattern(INLINE), re.IGNORECASE)
SCREENS = tuple(
    f"^[^\\pL\\pN@©(&]*(?:{_pattern(lines)})".replace(r"\u00a0", "\u00a0") for lines in (*KINDS.values(), CONSENT)
)
"""Patterns for RE2 that find, among lines in lower case, every line that is boilerplate by its words, and more."""
INLINE_SCREEN = "(?i)" + _pattern(INLINE).replace(r"\u00a0", "\u00a0")
"""A pattern for RE2 that finds every phrase that is boilerplate in a text without lines."""


def line_kind(line: str) -> str | None:
    """The kind of boilerplate that a line is by its words, else null."""
    text = line.strip().lower()
    if not text or len(text.encode(errors="surrogatepass")) > SHORT:
        return None
    found = next((kind for kind, pattern in _LINES.items() if pattern.fullmatch(text)), None)
    return found or ("consent" if _CONSENT.match(text) else None)


def boilerplate(text: str, recurring: Collection[str]) -> dict[str, list[tuple[int, int]]]:
    """The spans of boilerplate in a body by kind, in the order of MEANING.

    `recurring` are lines, without white space at the edges, that recur in the source; of two words or more they count
    within a line too.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for kind, span in (*_by_line(text, recurring), *_within(text, recurring)):
        if not any(start < span[1] and span[0] < end for spans in found.values() for start, end in spans):
            found.setdefault(kind, []).append(span)
    return {kind: sorted(found[kind]) for kind in MEANING if kind in found}


def without(text: str, spans: Collection[tuple[int, int]]) -> str:
    """A text without some stretches of it, and without the empty lines that they leave."""
    for start, end in sorted(spans, reverse=True):
        head, tail = text[:start].rstrip(" "), text[end:].lstrip(" ")
        alone = (not head or head.endswith("\n")) and (not tail or tail.startswith("\n"))
        text = head.rstrip("\n") + tail if alone and head else head + (tail.lstrip("\n") if alone else " " + tail)
    return text.strip()


def phrase(line: str) -> bool:
    """Whether a line that recurs is so peculiar that it counts within other lines too."""
    words = len(line.split())
    return len(line) <= SHORT and (words > 3 or (words > 2 and line.upper() == line))


def _by_line(text: str, recurring: Collection[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    start, before = 0, ""
    for line in text.split("\n"):
        bare = line.strip()
        kind = line_kind(bare) or ("recurring" if bare in recurring else None)
        if kind and not _goes_on(before, bare):
            first = start + line.index(bare)
            yield kind, (first, first + len(bare))
        start, before = start + len(line) + 1, bare or before


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of a paragraph that was broken at a width."""
    return line[:1].islower() and before[-1:].isalnum()


def _within(text: str, recurring: Collection[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for each in filter(phrase, recurring):
        yield from (("recurring", found.span()) for found in re.finditer(re.escape(each), text))
    if "\n" not in text:
        for found in _INLINE.finditer(text):
            yield _inline_kind(found.group()), found.span()


def _inline_kind(words: str) -> str:
    return line_kind(words) or next((kind for kind in KINDS if line_kind(f"{words} x") == kind), "advert")
