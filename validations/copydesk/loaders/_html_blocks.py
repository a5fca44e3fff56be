"""Cards: elements of a page that lead to one story alone. Each step looks at each element once.

A link is *strong* if its text can be a headline, else *weak*: a picture, "Read more". A card grows from a link to the
largest element that leads nowhere else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final
from urllib.parse import urldefrag

from lxml import etree
from lxml.html import HtmlElement

from copydesk.language.normal import columns
from copydesk.loaders._html_page import resolve
from copydesk.loaders._html_tree import INLINE, SILENT, is_silent, squeeze, text_of
from copydesk.loaders._html_whole import is_cut

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
MENU_TAGS = frozenset({"nav", "menu"})
STORY_TAGS = frozenset({"article", "main"})
ITEM_TAGS = ("li", "article")
TITLE_TAGS = frozenset({*HEADINGS, "dt"})
TEXT_TAGS = frozenset({"p", "dd", "div"})
BARRED_TAGS = frozenset({"form", "button", "label", "dialog", "address", *SILENT})
AROUND = (
    r"(?:[\w-]*[_-])?(?:%s)(?:[_-]+(?:list|items?|wrap(?:per)?|container|bars?|box|links?|area|inner|block|section))*"
)
MENU = re.compile(AROUND % "nav|navbar|navi|navigation|menu|submenu|megamenu|dropdown|flyout", re.IGNORECASE)
BARRED = re.compile(
    AROUND % "breadcrumbs?|shar(?:e|ing)|social|cookies?|consent|gdpr|login|languages?|tags?|taglist|tagcloud|toolbar",
    re.IGNORECASE,
)
COMMENTS = re.compile(
    AROUND % "comments?|commentlist|comment-?body|commentaires?|disqus|disqus_thread|respond|repl(?:y|ies)|kommentare?|"
    "comentarios?|reacties|komentar|recent-?comments",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(
    r"(?:post|entry|article|single)[\w-]*nav|nav(?:igation)?[_-](?:post|links|prev|next|below|single)|prev[\w-]*next|"
    r"next[\w-]*prev|read-?next",
    re.IGNORECASE,
)
TITLE = re.compile(r"(?:^|[\s_-])(?:headline|heading|title|titel|titre|titulo|titolo|hed)(?:$|[\s_-])", re.IGNORECASE)
SMALL = re.compile(
    AROUND % "date|time|timestamp|author|byline|category|meta|tags?|kicker|label|copyright|credits?|topline|eyebrow",
    re.IGNORECASE,
)
"""What stands in a card beside the story's own words."""
CAPTION = re.compile(r"(?:[\w-]*-)?(?:image|photo|img|wp)[_-]?caption(?:[_-]?text)?|bildunterschrift", re.IGNORECASE)
TO_COMMENT = re.compile(r"#(?:comment|respond|disqus|reply)|[?&]replytocom=", re.IGNORECASE)
TO_LISTING = re.compile(
    r"/(?:authors?|tags?|categor(?:y|ies|ia)|kategorien?|autor(?:en|es)?|topics?|profile|users?|schlagwort)/",
    re.IGNORECASE,
)
TO_NETWORK = re.compile(
    r"//(?:[\w-]+\.)*(?:facebook|twitter|instagram|whatsapp|linkedin|pinterest|tiktok|snapchat|telegram|reddit|t)\."
    r"(?:com|me|org|co)\b",
    re.IGNORECASE,
)
HEADLINE_WIDTH = 20
FULL_WIDTH = 45
MAX_CARD = 1500
MAX_BELOW = 600
MAX_MARKS = 300
MAX_BESIDE = 15
MOST = 0.4
"""An element that holds more of the page's text than this is no menu and no comment, whatever its class says."""
LONG_WIDTH = 80
MAX_LONG = 1
"""Long texts beside the headline: what has more of them is no card, but a stretch of an article."""
UNLINKED = 3
"""Items without addresses that must stand side by side, at least, to be cards."""
MANY: Final = "\0"
"""The target of an element that leads to more than one story."""
OWN: Final = "\1"
"""The target of a link to the page itself: it parts cards, and makes none."""


class Zone(IntEnum):
    """What kind of place of the page an element stands in."""

    OPEN = 0
    MENU = 1
    BARRED = 2


@dataclass(frozen=True, slots=True)
class Card:
    """An element that leads to one story. `rest` is the length of the text that stands beside it in its parent.

    `below` is the element behind a heading that holds the text of the story, cut off, where they stand in no card.
    """

    root: HtmlElement
    link: HtmlElement
    url: str | None
    strong: bool
    rest: int
    below: HtmlElement | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as parallel lists, one entry an element, in page order; `parents` are positions, -1 for the root.

    `strong` and `weak` hold the one address that the links in an element lead to (MANY: several). `sizes` are lengths
    of text, `beside` of the text that stands in an element itself, `longs` counts of blocks with a long text that is
    no link, `headings` of headings that are no links, `tops` says whether the page's own headline is inside.
    """

    elements: Sequence[HtmlElement]
    parents: Sequence[int]
    sizes: Sequence[int]
    beside: Sequence[int]
    longs: Sequence[int]
    headings: Sequence[int]
    tops: Sequence[bool]
    strong: Sequence[str | None]
    weak: Sequence[str | None]


def cards(body: HtmlElement, base: str | None, own: frozenset[str]) -> list[Card]:
    """The cards of a page in page order; `own` are the addresses of the page itself, as `address` writes them."""
    elements = list(body.iter(etree.Element))
    at = {each: position for position, each in enumerate(elements)}
    parents = [at.get(each.getparent(), -1) for each in elements]
    sizes = _sizes(elements, parents)
    zones = _zones(elements, parents, sizes)
    strong: dict[int, str] = {}
    weak: dict[int, str] = {}
    for position, (each, zone) in enumerate(zip(elements, zones, strict=True)):
        target = _target(each, base, own) if each.tag == "a" and zone != Zone.BARRED else None
        if target is not None and _is_strong(each, zone):
            strong[position] = target
        elif target not in (None, OWN):
            weak[position] = target if zone == Zone.OPEN else MANY
    beside = _beside(elements, parents)
    page = _Page(
        elements,
        parents,
        sizes,
        beside,
        _longs(elements, parents, beside),
        _headings(elements, parents),
        _upwards([each.tag == "h1" for each in elements], parents),
        _targets(strong, parents),
        _targets(weak, parents),
    )
    return _grown(page, strong, weak) + _unlinked(page, zones)


def address(url: str) -> str:
    """An address without what does not tell stories apart: scheme, www, fragment, a slash at the end."""
    return re.sub(r"^(?:https?:)?//(?:www\.)?", "", urldefrag(url)[0]).rstrip("/")


def is_story(url: str, headline: str) -> bool:
    """Whether an address looks like that of a story, rather than of a section or a service of the site."""
    path = re.sub(r"^(?:https?:)?//[^/?#]*", "", url)
    words = max(len(re.findall(r"[^\W_]{2,}", part)) for part in path.split("/"))
    return words >= 3 or re.search(r"\d{4}|\?.*\d", path) is not None or columns(headline) >= FULL_WIDTH


def is_marked(element: HtmlElement) -> bool:
    """Whether an element, one of the two around it or something in it is a heading, or is called one."""
    above = (each for each, _ in zip(element.iterancestors(), range(2), strict=False))
    near = (element, *above, *element.iterdescendants(etree.Element))
    return any(each.tag in HEADINGS or TITLE.search(each.get("class") or "") for each in near)


def is_caption(element: HtmlElement) -> bool:
    """Whether an element, or one of the two around it, holds the words below a picture, and no headline or link."""
    above = (each for each, _ in zip(element.iterancestors(), range(2), strict=False))
    captions = (each for each in (element, *above) if each.tag == "figcaption" or is_named(each, CAPTION))
    return any(next(each.iter("a", *HEADINGS), None) is None for each in captions)


def is_named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether one of the classes of an element matches as a whole."""
    return any(pattern.fullmatch(token) for token in (element.get("class") or "")[:MAX_MARKS].split())


def marks(element: HtmlElement) -> str:
    """Class and id of an element."""
    return f"{(element.get('class') or '')[:MAX_MARKS]} {(element.get('id') or '')[:MAX_MARKS]}"


def _zones(elements: Sequence[HtmlElement], parents: Sequence[int], sizes: Sequence[int]) -> list[Zone]:
    zones: list[Zone] = []
    for each, parent, size in zip(elements, parents, sizes, strict=True):
        above = zones[parent] if parent >= 0 else Zone.OPEN
        zones.append(max(above, _zone(each) if size <= MOST * sizes[0] or each.tag in SILENT else Zone.OPEN))
    return zones


def _zone(element: HtmlElement) -> Zone:
    if element.tag in BARRED_TAGS:
        return Zone.BARRED
    words = marks(element)
    if element.tag in ("html", "body", "a") or NEIGHBOUR.search(words):
        return Zone.OPEN
    tokens = words.split()
    if any(BARRED.fullmatch(token) or COMMENTS.fullmatch(token) for token in tokens):
        return Zone.BARRED
    if element.tag == "footer" and next(element.iterancestors(*STORY_TAGS), None) is None:
        return Zone.MENU
    return Zone.MENU if element.tag in MENU_TAGS or any(MENU.fullmatch(token) for token in tokens) else Zone.OPEN


def _target(link: HtmlElement, base: str | None, own: frozenset[str]) -> str | None:
    """The address of the story that a link may lead to; OWN for the page itself, null for something else."""
    href = (link.get("href") or "").strip()
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:")) or TO_COMMENT.search(href):
        return None
    rel = (link.get("rel") or "").split()
    if is_named(link, SMALL) or is_named(link.getparent(), SMALL):
        return None
    if "tag" in rel or "author" in rel or TO_LISTING.search(href) or TO_NETWORK.search(href):
        return None
    url = urldefrag(resolve(base, href) or "")[0]
    if url and address(url) in own:
        return OWN
    return url if url and address(url).count("/") + url.count("?") else None


def _is_strong(link: HtmlElement, zone: Zone) -> bool:
    """Whether a link's text can be a headline: it is wide, or marked as one; in a menu it must be both."""
    wide = columns(text_of(link))
    if zone == Zone.MENU:
        return wide >= HEADLINE_WIDTH and is_marked(link)
    return wide >= HEADLINE_WIDTH or (wide >= 4 and is_marked(link))


def _sizes(elements: Sequence[HtmlElement], parents: Sequence[int]) -> list[int]:
    sizes = [0] * len(elements)
    for position in range(len(elements) - 1, -1, -1):
        each, parent = elements[position], parents[position]
        sizes[position] = 0 if is_silent(each) else sizes[position] + len(squeeze(each.text or ""))
        if parent >= 0:
            sizes[parent] += sizes[position] + len(squeeze(each.tail or ""))
    return sizes


def _headings(elements: Sequence[HtmlElement], parents: Sequence[int]) -> list[int]:
    """How many headings an element holds that neither are links nor hold one."""
    linked: list[bool] = []
    for each, parent in zip(elements, parents, strict=True):
        linked.append(each.tag == "a" or (parent >= 0 and linked[parent]))
    holds = _upwards([each.tag == "a" for each in elements], parents)
    counts = [
        int(each.tag in HEADINGS and not inside and not held)
        for each, inside, held in zip(elements, linked, holds, strict=True)
    ]
    for position in range(len(elements) - 1, 0, -1):
        counts[parents[position]] += counts[position]
    return counts


def _upwards(marked: Sequence[bool], parents: Sequence[int]) -> list[bool]:
    """For each element whether it, or one below it, is marked."""
    held = [*marked]
    for position in range(len(held) - 1, 0, -1):
        held[parents[position]] = held[parents[position]] or held[position]
    return held


def _targets(links: Mapping[int, str], parents: Sequence[int]) -> list[str | None]:
    targets = [links.get(position) for position in range(len(parents))]
    for position in range(len(parents) - 1, 0, -1):
        parent, mine = parents[position], targets[position]
        if mine is not None and targets[parent] != mine:
            targets[parent] = mine if targets[parent] is None else MANY
    return targets


def _grown(page: _Page, strong: Mapping[int, str], weak: Mapping[int, str]) -> list[Card]:
    found: dict[int, Card] = {}
    for position, url in sorted({**weak, **strong}.items()):
        firm = position in strong
        root = _root(position, page, firm=firm)
        running = _is_running(position, root, page) and not _is_cut_off(position, root, page, firm=firm)
        if url in (MANY, OWN) or (not firm and page.strong[root] is not None) or running:
            continue
        parent = page.parents[root]
        rest = page.sizes[parent] - page.sizes[root] if parent >= 0 else 0
        below = _below(page.elements[root]) if firm else None
        found.setdefault(root, Card(page.elements[root], page.elements[position], url, firm, rest, below))
    taken = {card.below for card in found.values() if card.below is not None}
    return [card for card in found.values() if card.root not in taken and card.root.getparent() not in taken]


def _is_cut_off(position: int, root: int, page: _Page, *, firm: bool) -> bool:
    """Whether a link leads, or a weak one ends, a block of text that is cut off: it is no link of a sentence then."""
    block = page.elements[root]
    text, link = text_of(block), text_of(page.elements[position])
    if block.tag in INLINE or page.longs[root] > MAX_LONG:
        return False
    if firm:
        return text.startswith(link) and is_cut(text)
    return is_cut(text) or (text.endswith(link) and is_cut(text[: len(text) - len(link)].rstrip()))


def _below(root: HtmlElement) -> HtmlElement | None:
    """The element behind a linked heading if it holds a text that is cut off, and leads nowhere else."""
    behind = root.getnext()
    if behind is None or root.tag not in TITLE_TAGS or behind.tag not in TEXT_TAGS:
        return None
    links = [text_of(each) for each in behind.iter("a")]
    text = text_of(behind)
    for link in links[:1]:
        text = text[: len(text) - len(link)].rstrip() if text.endswith(link) else text
    return behind if len(links) <= 1 and len(text) <= MAX_BELOW and is_cut(text) else None


def _root(position: int, page: _Page, *, firm: bool) -> int:
    """The largest element around a link that leads to the same story alone, and is no larger than a card may be."""
    targets = page.strong if firm else page.weak
    here = position
    while True:
        parent = page.parents[here]
        if parent < 0 or page.elements[parent].tag in ("html", "body", "main") or page.tops[parent]:
            return here
        foreign = targets[parent] != targets[position] or (not firm and page.strong[parent] is not None)
        label = page.headings[parent] > page.headings[here] and (firm or page.headings[here] > 0)
        stretch = page.longs[parent] > max(MAX_LONG, page.longs[here])
        if foreign or label or stretch or page.sizes[parent] > MAX_CARD:
            return here
        here = parent


def _unlinked(page: _Page, zones: Sequence[Zone]) -> list[Card]:
    """Items side by side that lead nowhere but by script: each has a headline, and several of these are cut off."""
    at = {each: position for position, each in enumerate(page.elements)}
    rows: dict[tuple[int, str], dict[int, Card]] = {}
    for position, each in enumerate(page.elements):
        if not _is_scripted(each) or zones[position] == Zone.BARRED or columns(text_of(each)) < HEADLINE_WIDTH:
            continue
        root = at[next(each.iterancestors(*ITEM_TAGS), each)]
        parent = page.parents[root]
        if parent < 0 or root == position or page.sizes[root] > MAX_CARD or page.longs[root] or page.tops[root]:
            continue
        if page.strong[root] is None and page.weak[root] is None:
            card = Card(page.elements[root], each, None, True, page.sizes[parent] - page.sizes[root])
            rows.setdefault((parent, marks(page.elements[root]).split("  ")[0]), {}).setdefault(root, card)
    kept = [[*row.values()] for row in rows.values() if len(row) >= UNLINKED]
    return [card for row in kept if sum(is_cut(text_of(card.link)) for card in row) > 1 for card in row]


def _is_scripted(element: HtmlElement) -> bool:
    """Whether an element may be a headline that leads somewhere by script alone: a link without address, a heading."""
    if element.tag == "a":
        return (element.get("href") or "#").strip().lower().startswith(("#", "javascript:"))
    return element.tag in HEADINGS and next(element.iter("a"), None) is None


def _is_running(position: int, root: int, page: _Page) -> bool:
    """Whether a link is a part of a sentence: words stand beside it in its block, and it does not lead a list item."""
    elements, block = page.elements, position
    while block != root and elements[block].tag in INLINE:
        block = page.parents[block]
    if elements[block].tag in INLINE and page.parents[block] >= 0:
        block = page.parents[block]
    most = max(MAX_BESIDE, page.sizes[position] // 3)
    return page.beside[block] > most and not _leads(elements[block], elements[position])


def _leads(block: HtmlElement, link: HtmlElement) -> bool:
    return block.tag == "li" and not (block.text or "").strip() and next(block.iter("a"), None) is link


def _beside(elements: Sequence[HtmlElement], parents: Sequence[int]) -> list[int]:
    """For each element the length of the words that stand in it, and in its inline elements but for links."""
    lengths = [0] * len(elements)
    for position in range(len(elements) - 1, -1, -1):
        each, parent = elements[position], parents[position]
        lengths[position] += len(squeeze(each.text or ""))
        if parent >= 0:
            lengths[parent] += len(squeeze(each.tail or ""))
            if each.tag in INLINE and each.tag not in ("a", "time") and not is_silent(each):
                lengths[parent] += lengths[position]
    return lengths


def _longs(elements: Sequence[HtmlElement], parents: Sequence[int], beside: Sequence[int]) -> list[int]:
    """For each element how many blocks in it hold a long text that is no link."""
    counts = [
        int(length >= LONG_WIDTH and each.tag not in INLINE and not is_silent(each) and not is_caption(each))
        for each, length in zip(elements, beside, strict=True)
    ]
    for position in range(len(elements) - 1, 0, -1):
        counts[parents[position]] += counts[position]
    return counts
