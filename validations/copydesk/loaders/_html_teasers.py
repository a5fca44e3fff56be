"""Teasers of related stories: cards that stand together, their labels, and the whole text where the page has it."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml import etree
from lxml.html import HtmlElement

from copydesk.language.normal import columns
from copydesk.language.slugs import goes_on
from copydesk.loaders._html_blocks import HEADINGS, NEIGHBOUR, TITLE, Card, is_marked, is_story, marks
from copydesk.loaders._html_parts import Said, read, segments
from copydesk.loaders._html_tree import line_of, squeeze, text_of
from copydesk.loaders._html_whole import STEM, is_cut, letters, stem, whole
from copydesk.model import Teaser

LABEL_LENGTH = 80
NEAR = 3
"""Siblings before a block that may hold its label."""
LEVELS = 5
RUNNING = 600
"""Text beside a card from which on it may stand in the article itself."""
OWN = 16
"""Letters of the page's own headline by which a card is known to show it."""
MAX_SCRIPT = 4_000_000
MAX_LOOKUPS = 100
MAX_SAME = 20
MAX_SPOKEN = 2000
COMMENTS = re.compile(
    r"\b(?:comments?|kommentare?|commentaires?|comentarios?|coment[aá]rios|commenti|reacties|komentar\w*|komentarze|"
    r"kommentarer|комментари\w*|коментар\w*|replies)\b|评论|評論|留言|コメント|댓글|تعليق",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"related|recommend|read-?next|read-?more|teaser|promo|popular|trending|latest|story-|most-|more-|similar|"
    r"sidebar|widget|aside|card",
    re.IGNORECASE,
)
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
UNSPOKEN = frozenset({"href", "src", "class", "id", "style", "srcset", "data-src", "data-srcset"})


@dataclass(frozen=True, slots=True)
class Related:
    """The teasers of a page, with the elements that show them."""

    teasers: tuple[Teaser, ...]
    roots: tuple[HtmlElement, ...]


def related(tree: HtmlElement, found: Sequence[Card], headline: str | None) -> Related:
    """The cards that stand in blocks of related stories, as teasers; the block is judged, not the card.

    A card under the page's own `headline` is none.
    """
    own = letters(headline or "")
    kept: list[tuple[str | None, Card, Said]] = []
    for label, block in _blocks(found):
        if label is None or not COMMENTS.search(label):
            said = ((card, read(card)) for card in block)
            kept += [(label, card, each) for card, each in said if _is_other(each, own)]
    known = _Known.of(tree) if any(_cuts(said) for _, _, said in kept) else _Known({}, "")
    looked = iter(range(MAX_LOOKUPS))
    teasers = tuple(
        Teaser(
            headline=said.headline,
            description=said.description,
            url=card.url,
            collection_label=label,
            line=line_of(said.element),
            full=next(filter(None, (known.full(cut, card, next(looked, None)) for cut in _cuts(said))), None),
        )
        for label, card, said in kept
    )
    # Pages show a block twice, for wide and for narrow screens.
    once: dict[tuple[str | None, ...], Teaser] = {}
    for teaser in teasers:
        once.setdefault((teaser.headline, teaser.description, teaser.url), teaser)
    return Related(
        tuple(once.values()), tuple(each for _, card, _ in kept for each in (card.root, card.below) if each is not None)
    )


def _is_other(said: Said, own: str) -> bool:
    """Whether a card says anything, and of another story than the page's."""
    shown = letters(stem(said.headline or ""))
    mine = bool(shown) and own.startswith(shown) and (len(shown) >= OWN or shown == own)
    return bool(shown or said.description) and not mine


def _cuts(said: Said) -> list[str]:
    """The texts that are cut off, the description before the headline."""
    return [text for text in (said.description, said.headline) if text is not None and is_cut(text)]


def _blocks(found: Sequence[Card]) -> Iterator[tuple[str | None, list[Card]]]:
    """Cards of one kind under one parent, in page order, with the label above them."""
    groups: dict[tuple[HtmlElement | None, str, bool], list[Card]] = {}
    for card in found:
        groups.setdefault((card.root.getparent(), card.root.tag, card.strong), []).append(card)
    shapes = Counter(_shape(card) for card in found)
    roots = {card.root for card in found}
    seen: dict[HtmlElement, str | None] = {}
    for block in groups.values():
        if _is_related(block, shapes):
            yield _label(block[0].root, roots, seen), block


def _shape(card: Card) -> str:
    return f"{card.root.tag} {card.strong} {' '.join(sorted((card.root.get('class') or '').split()))}"


def _is_related(block: Sequence[Card], shapes: Mapping[str, int]) -> bool:
    """Whether cards are a block of related stories, rather than links of the article or of the site."""
    first = block[0]
    near = (first.root, *_ancestors(first.root, 3))
    if first.url is None or (first.strong and any(NEIGHBOUR.search(marks(each)) for each in (first.link, *near))):
        return True
    together = len(block) > 1 or shapes[_shape(first)] > 1
    said = read(first)
    if not first.strong:
        named = together or any(RELATED.search(marks(each)) for each in near)
        return named and said.description is not None and (is_cut(said.description) or said.headline is not None)
    if said.description is not None or _goes_on(said.headline, first.url):
        return True
    if not _leads_to_stories(block) or _is_in_text(block):
        return False
    named = any(RELATED.search(marks(each)) for each in near) or _has_picture(first.root)
    return together or (named and is_marked(first.link))


def _goes_on(headline: str | None, url: str | None) -> bool:
    """Whether a headline is cut off, and the address goes on."""
    return headline is not None and is_cut(headline) and goes_on(stem(headline), url) is True


def _is_in_text(block: Sequence[Card]) -> bool:
    """Whether more of the text around cards is other text: they may stand in the article itself."""
    shown = [len(text_of(card.root)) for card in block]
    return block[0].rest + shown[0] - sum(shown) > max(RUNNING, sum(shown))


def _leads_to_stories(block: Sequence[Card]) -> bool:
    stories = sum(is_story(card.url or "", text_of(card.link)) for card in block)
    return 2 * stories >= len(block)


def _ancestors(element: HtmlElement, levels: int) -> Iterator[HtmlElement]:
    return (each for each, _ in zip(element.iterancestors(), range(levels), strict=False))


def _has_picture(element: HtmlElement) -> bool:
    return next(element.iter("img", "picture", "figure"), None) is not None


def _label(root: HtmlElement, roots: set[HtmlElement], seen: dict[HtmlElement, str | None]) -> str | None:
    """The heading of a block: the nearest short text before it, a few levels up at most. `seen` is a memory."""
    here = root
    for _ in range(LEVELS):
        for before, _ in zip(here.itersiblings(preceding=True), range(NEAR), strict=False):
            if before not in seen:
                seen[before] = _heading(before, roots)
            if text := seen[before]:
                return text
        parent = here.getparent()
        if parent is None or parent.tag in ("body", "main"):
            return None
        here = parent
    return None


def _heading(before: HtmlElement, roots: set[HtmlElement]) -> str | None:
    """The text of the last heading in an element; of the element itself where all of it is called one."""
    if not isinstance(before.tag, str) or before in roots:
        return None
    headings = [each for each in (before, *before.iterdescendants(*HEADINGS)) if each.tag in HEADINGS]
    if headings:
        last = headings[-1]
        shown = text_of(last)
        inside = any(each in roots for each in (*_ancestors(last, 8), *last.iterdescendants(etree.Element)))
        return None if inside or len(shown) > LABEL_LENGTH else shown
    text = text_of(before)
    return text if 2 <= len(text) <= LABEL_LENGTH and TITLE.search(before.get("class") or "") else None


@dataclass(frozen=True, slots=True)
class _Known:
    """Texts of a page by the first letters of each, and the text of its scripts."""

    by_stem: Mapping[str, Sequence[str]]
    scripts: str

    @classmethod
    def of(cls, tree: HtmlElement) -> "_Known":
        """The texts of a page."""
        by_stem: dict[str, list[str]] = {}
        for text in chain((text for _, text in segments(tree)), *map(_spoken, tree.iter(etree.Element))):
            key = letters(text[: 4 * STEM])[:STEM]
            same = by_stem.setdefault(key, [])
            if len(key) == STEM and len(same) < MAX_SAME:
                same.append(text)
        scripts = "\n".join(each.text or "" for each in tree.iter("script"))
        return cls(by_stem, scripts[:MAX_SCRIPT].replace("\u00a0", " ").replace("\\u00a0", " "))

    def full(self, text: str, card: Card, turn: int | None) -> str | None:
        """The uncut text: from an attribute in the card, another text of the page, or a string in a script."""
        values = chain.from_iterable(map(_spoken, card.root.iter(etree.Element)))
        longer = whole(text, values) or whole(text, self.by_stem.get(letters(text)[:STEM], ()))
        return longer if longer is not None or turn is None else whole(text, self._scripted(text))

    def _scripted(self, text: str) -> Iterator[str]:
        begun = stem(text)
        if columns(begun) < STEM:
            return
        for written in dict.fromkeys((json.dumps(begun)[1:-1], json.dumps(begun, ensure_ascii=False)[1:-1])):
            start = self.scripts.find(f'"{written}')
            rest = LITERAL.match(self.scripts, start) if start >= 0 else None
            if rest is not None:
                yield _string(rest[0])


def _spoken(element: HtmlElement) -> Iterator[str]:
    """Attributes that may hold a text."""
    for name, value in element.attrib.items():
        if name not in UNSPOKEN and " " in value[:MAX_SPOKEN] and len(value) < MAX_SPOKEN:
            yield squeeze(value)


def _string(literal: str) -> str:
    try:
        return squeeze(str(json.loads(literal, strict=False)))
    except ValueError:
        return ""
