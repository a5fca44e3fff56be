"""A page and what it offers for its fields: each source of values by itself, as (text, line)."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from copydesk.loaders._html_json import Linked, Node
from copydesk.loaders._html_tree import line_of, squeeze, text_of
from copydesk.loaders._html_whole import letters

Candidate = tuple[str, int | None]

MAX_LENGTH = 300
WEB = ("http://", "https://")
DATED = re.compile(
    r"(?<![A-Za-z])(?:date|datetime|datum|published|pubdate|timestamp|posted|fecha)(?![a-z])|(?<=[a-z])Date(?:Time)?"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with what its head says.

    `meta` holds contents by the letters of the name (`articlepublishedtime`), in page order. `base` is the address
    that links are relative to, null where the page does not say.
    """

    tree: HtmlElement
    linked: Linked
    meta: Mapping[str, tuple[Candidate, ...]]
    base: str | None

    @property
    def article(self) -> Node:
        """The article of the JSON-LD, empty if there is none."""
        return self.linked.article or {}


def survey(tree: HtmlElement, linked: Linked) -> Page:
    """The page with its meta elements gathered."""
    meta: dict[str, list[Candidate]] = {}
    for each in tree.iter("meta"):
        content = squeeze(each.get("content") or "")
        for name in dict.fromkeys(
            letters(each.get(key) or "") for key in ("property", "name", "itemprop", "http-equiv")
        ):
            if name and content:
                meta.setdefault(name, []).append((content, line_of(each)))
    frozen = {name: tuple(found) for name, found in meta.items()}
    return Page(tree, linked, frozen, _base(tree, frozen))


def resolve(base: str | None, href: str) -> str | None:
    """A link's address, absolute if the page says where it stands; null for one that leads nowhere."""
    try:
        address = urljoin(base, "".join(href.split())) if base else "".join(href.split())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https", "") and (parts.netloc or parts.path or parts.query) else None


def stated(page: Page, names: Iterable[str]) -> Iterator[Candidate]:
    """What the article of the JSON-LD says."""
    for name in names:
        if value := plain(deref(page.article.get(name), page.linked.by_id)):
            yield value, line_in_script(page, name)


def metas(page: Page, names: Iterable[str]) -> Iterator[Candidate]:
    """What meta elements of these names say; addresses where a text belongs are passed over."""
    for name in names:
        yield from (each for each in page.meta.get(letters(name), ()) if not each[0].startswith(WEB))


def micro(tree: HtmlElement, name: str) -> Iterator[Candidate]:
    """What elements with that itemprop say."""
    for each in tree.iter():
        if name in (each.get("itemprop") or "").split() and each.tag != "meta":
            value = squeeze(each.get("datetime") or each.get("content") or text_of(each))
            if value and len(value) <= MAX_LENGTH:
                yield value, line_of(each)


def shown(found: Iterable[HtmlElement]) -> Iterator[Candidate]:
    """The texts of elements, short ones."""
    for each in found:
        text = text_of(each)
        if text and len(text) <= MAX_LENGTH:
            yield text, line_of(each)


def title(tree: HtmlElement) -> Iterator[Candidate]:
    """The title of the document."""
    for each in tree.iter("title"):
        text = squeeze(each.text or "")
        if text and each.getparent().tag in ("head", "html"):
            yield text, line_of(each)


def times(tree: HtmlElement) -> Iterator[Candidate]:
    """The dates that time elements state, those of a publication first."""
    found = [each for each in tree.iter("time") if each.get("datetime")]
    found.sort(key=lambda each: each.get("pubdate") is None)
    yield from ((squeeze(each.get("datetime") or ""), line_of(each)) for each in found)


def dated(tree: HtmlElement) -> Iterator[Candidate]:
    """Short texts with digits in elements that are called dates."""
    for each in tree.iter("span", "div", "p", "time", "li", "td"):
        if DATED.search(f"{each.get('class') or ''} {each.get('id') or ''}"):
            text = text_of(each)
            if 6 <= len(text) <= 80 and sum(char.isdigit() for char in text) >= 3:
                yield text, line_of(each)


def plain(value: Any) -> str | None:
    """One text of a JSON-LD value: of a node its name, of a list its texts."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (plain(each) for each in value if not isinstance(each, list)))))
    if isinstance(value, dict):
        value = value.get("name") or value.get("alternateName") or value.get("@value")
        value = value[0] if isinstance(value, list) and value else value
    return squeeze(bare(value)) or None if isinstance(value, str) else None


def bare(text: str) -> str:
    """A text of a script without entities and tags: scripts hold no markup, so they were meant for a page."""
    return re.sub(r"</?[a-zA-Z][^<>]*>", "", html.unescape(text)) if "&" in text or "<" in text else text


def deref(value: Any, by_id: Mapping[str, Node]) -> Any:
    """A JSON-LD value, or the node that it refers to."""
    if isinstance(value, list):
        return [deref(each, by_id) for each in value if not isinstance(each, list)]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def line_in_script(page: Page, name: str) -> int | None:
    """The line of a property of the JSON-LD article."""
    script = page.linked.script
    if script is None or (first := line_of(script)) is None:
        return None
    text = (script.text or "").lstrip()
    return first + text.count("\n", 0, max(0, text.find(f'"{name}"')))


def _base(tree: HtmlElement, meta: Mapping[str, tuple[Candidate, ...]]) -> str | None:
    links = [each.get("href") for each in tree.iter("link") if "canonical" in (each.get("rel") or "").lower()]
    bases = [each.get("href") for each in tree.iter("base")]
    for address in (*bases, *links, *(each[0] for each in meta.get("ogurl", ()))):
        if address and address.strip().startswith(WEB):
            return resolve(None, address)
    return None
