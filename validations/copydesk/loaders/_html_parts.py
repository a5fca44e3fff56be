"""What a card says: its texts, headline and description."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from copydesk.language.normal import columns
from copydesk.loaders._html_blocks import HEADINGS, LONG_WIDTH, MAX_LONG, SMALL, TITLE, Card, is_caption, is_named
from copydesk.loaders._html_tree import INLINE, is_silent, squeeze, text_of
from copydesk.loaders._html_whole import is_cut

WIDTH = 40
"""Columns of a description, at least."""
CUT_WIDTH = 24


@dataclass(frozen=True, slots=True)
class Said:
    """Headline and description of a card; `element` is that of the description, else of the headline."""

    headline: str | None
    description: str | None
    element: HtmlElement


def read(card: Card) -> Said:
    """What a card says; nothing if it is none.

    A single text is the headline; of a card of a weak link it is the description.
    """
    roots = (card.root, *(() if card.below is None else (card.below,)))
    parts = [(each, text) for root in roots for each, text in segments(root) if not _is_small(each, text)]
    title = next((part for part in parts if _is_title(part[0], card.root)), None)
    if title is None and card.strong:
        title = next((part for part in parts if _within(part[0], card.link)), parts[0] if parts else None)
    rest = [
        part for part in parts if part is not title and columns(part[1]) >= (CUT_WIDTH if is_cut(part[1]) else WIDTH)
    ]
    text = max(rest, key=lambda part: len(part[1]), default=None)
    if sum(columns(part[1]) >= LONG_WIDTH for part in rest) > MAX_LONG:
        return Said(None, None, card.root)
    return Said(
        title[1] if title else None,
        _before_link(*text) if text else None,
        text[0] if text else title[0] if title else card.root,
    )


def segments(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The texts of a card, each with its element: a paragraph, a heading, a span that stands by itself."""
    where, run, skipped = root, "", None
    mixed: dict[HtmlElement, bool] = {}
    for event, each in etree.iterwalk(root, events=("start", "end")):
        if skipped is None and _parts(each, root, mixed):
            if text := squeeze(run):
                yield where, text
            run = ""
        if event == "start" and skipped is None:
            skipped = each if is_silent(each) else None
            where, run = (where, run) if run.strip() else (each, "")
            run += (each.text or "") if skipped is None else ""
        elif event == "end" and (skipped is None or skipped is each):
            skipped = None
            where = where if run.strip() or each is root else each.getparent()
            run += (each.tail or "") if each is not root else ""
    if text := squeeze(run):
        yield where, text


def _before_link(element: HtmlElement, text: str) -> str:
    """A text that is cut off, without the words of the link ("Read more") that ends its element."""
    for link in element.iter("a"):
        before = text.removesuffix(text_of(link)).rstrip()
        if before and is_cut(before):
            return before
    return text


def _parts(element: HtmlElement, root: HtmlElement, mixed: dict[HtmlElement, bool]) -> bool:
    """Whether the text before and after an element are two: it is a block, or stands beside no text.

    `mixed` remembers of parents whether they have text of their own.
    """
    parent = element.getparent()
    if element.tag not in INLINE or element.tag == "time" or element is root or parent is None:
        return element.tag not in ("img", "wbr")
    if parent not in mixed:
        mixed[parent] = bool((parent.text or "").strip()) or any((child.tail or "").strip() for child in parent)
    return not mixed[parent]


def _is_small(element: HtmlElement, text: str) -> bool:
    """Whether a text is a date, a name, a section or a caption beside the story's own words."""
    return element.tag == "time" or is_caption(element) or (is_named(element, SMALL) and text_of(element) == text)


def _is_title(element: HtmlElement, root: HtmlElement) -> bool:
    for each in (element, *element.iterancestors()):
        if each.tag in HEADINGS or TITLE.search(each.get("class") or ""):
            return True
        if each is root:
            return False
    return False


def _within(element: HtmlElement, link: HtmlElement) -> bool:
    return element is link or link in element.iterancestors()
