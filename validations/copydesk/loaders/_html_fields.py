"""The fields that a page states of its article: JSON-LD first, then meta elements, microdata and visible marks."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from lxml.html import HtmlElement

from copydesk.loaders._html_headline import headlines
from copydesk.loaders._html_json import Node
from copydesk.loaders._html_page import (
    WEB,
    Candidate,
    Page,
    bare,
    dated,
    deref,
    line_in_script,
    metas,
    micro,
    plain,
    resolve,
    shown,
    stated,
    times,
)
from copydesk.loaders._html_tree import line_of, squeeze
from copydesk.loaders._html_whole import names, whole

Value = str | bool | int | list[str]

LINKED: Mapping[str, tuple[str, ...]] = {
    "description": ("description", "abstract"),
    "date_published": ("datePublished", "dateCreated"),
    "date_modified": ("dateModified",),
    "article_section": ("articleSection",),
    "copyright_notice": ("copyrightNotice",),
    "dateline": ("dateline",),
    "pub_status": ("creativeWorkStatus",),
    "publisher": ("publisher", "sourceOrganization", "provider"),
}
META: Mapping[str, tuple[str, ...]] = {
    "description": ("og:description", "description", "dc.description", "dcterms.description", "twitter:description"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher"),
    "date_published": names(
        "article:published_time article:published og:published_time og:article:published_time datepublished "
        "dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date date pubdate publishdate "
        "publication_date originalpublicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime "
        "cxenseparse:publishtime shareaholic:article_published_time displaydate"
    ),
    "date_modified": names(
        "article:modified_time article:modified og:updated_time og:article:modified_time datemodified "
        "dc.date.modified dcterms.modified last-modified lastmod moddate shareaholic:article_modified_time "
        "cxenseparse:modifiedtime"
    ),
    "article_section": ("article:section", "parsely-section", "cxenseparse:section", "section"),
    "copyright_notice": ("copyright", "dc.rights", "dcterms.rights"),
    "byline": ("byl", "byline"),
}
LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale", "language")
AUTHORS = ("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author", "byl")
KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
BYLINE = re.compile(r"(?:^|[\s_-])byline(?:$|[\s_-])", re.IGNORECASE)
BY = re.compile(r"^(?:by|von|par|por|di|door|oleh|av|od)\s+", re.IGNORECASE)
FREE = {"true": True, "free": True, "yes": True, "false": False, "locked": False, "no": False}


def fields(page: Page) -> tuple[dict[str, Value], dict[str, int]]:
    """The fields with their lines. Dates are as the page has them; a field that the page does not state is absent."""
    chosen = {name: _choose(tuple(candidates)) for name, candidates in _candidates(page).items()}
    chosen["headline"], chosen["alternative_headline"] = headlines(page)
    said = {name: each for name, each in chosen.items() if each is not None}
    typed: Mapping[str, Value | None] = {
        "author": _authors(page) or None,
        "keywords": _keywords(page) or None,
        "is_accessible_for_free": _free(page),
        "word_count": _number(page.article.get("wordCount")),
        "version": _number(page.article.get("version")),
        "is_part_of": _series(page.article),
    }
    values = {name: text for name, (text, _) in said.items()} | {
        name: value for name, value in typed.items() if value is not None
    }
    return values, {name: line for name, (_, line) in said.items() if line is not None}


def address_of(page: Page) -> str | None:
    """The address of the page itself."""
    return next((text for text, _ in _addresses(page)), None)


def _candidates(page: Page) -> dict[str, Iterator[Candidate]]:
    """For each text field what the page offers, the most trusted first."""
    found: dict[str, Iterator[Candidate]] = {
        name: chain(stated(page, LINKED.get(name, ())), metas(page, META.get(name, ())))
        for name in dict.fromkeys((*LINKED, *META))
    }
    tree = page.tree
    seen: Mapping[str, Iterator[Candidate]] = {
        "date_published": chain(micro(tree, "datePublished"), times(tree), dated(tree)),
        "date_modified": micro(tree, "dateModified"),
        "byline": shown(each for each in tree.iter() if BYLINE.search(each.get("class") or "")),
        "publisher": micro(tree, "publisher"),
    }
    both = {name: chain(found[name], seen[name]) for name in seen}
    return found | both | {"in_language": _languages(page), "url": _addresses(page), "uri": _identifiers(page)}


def _choose(offered: tuple[Candidate, ...]) -> Candidate | None:
    """The first, or a later one that has whole what the first has cut off."""
    if not offered:
        return None
    text, line = offered[0]
    rest: dict[str, int | None] = {}
    for value, where in offered[1:]:
        rest.setdefault(value, where)
    longer = whole(text, rest)
    return (longer, rest[longer]) if longer is not None else (text, line)


def _languages(page: Page) -> Iterator[Candidate]:
    """Language tags before names of languages."""
    own = ((page.tree.get(key) or "").strip() for key in ("lang", "xml:lang"))
    marked = ((each, line_of(page.tree)) for each in own if each)
    ordered = [*stated(page, ("inLanguage",)), *marked, *metas(page, LANGUAGES)]
    yield from (each for each in ordered if LANGUAGE.fullmatch(each[0]))
    yield from ordered


def _addresses(page: Page) -> Iterator[Candidate]:
    for each in page.tree.iter("link"):
        if "canonical" in (each.get("rel") or "").lower().split():
            yield from _absolute(page, each.get("href"), line_of(each))
    for text, line in page.meta.get("ogurl", ()):
        yield from _absolute(page, text, line)
    for name in ("url", "mainEntityOfPage"):
        value = page.article.get(name)
        value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        yield from _absolute(page, value, line_in_script(page, name))


def _absolute(page: Page, value: Any, line: int | None) -> Iterator[Candidate]:
    address = resolve(page.base, value) if isinstance(value, str) else None
    if address is not None and address.startswith(WEB):
        yield address, line


def _identifiers(page: Page) -> Iterator[Candidate]:
    """Identifiers that are no addresses."""
    linked = ((page.article.get(name), line_in_script(page, name)) for name in ("identifier", "@id"))
    for value, line in chain(linked, metas(page, ("dc.identifier", "dcterms.identifier"))):
        if isinstance(value, str) and re.match(r"(?:urn|tag):\S+$", value.strip()):
            yield value.strip(), line


def _names(value: Any, by_id: Mapping[str, Node]) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        name = plain(deref(each, by_id))
        if name and not name.startswith((*WEB, "@")):
            yield name


def _authors(page: Page) -> list[str]:
    by_id = page.linked.by_id
    linked = [*_names(page.article.get("author"), by_id)] or [*_names(page.article.get("creator"), by_id)]
    named = [text for text, _ in metas(page, AUTHORS)][:1]
    marked = (text for text, _ in chain(micro(page.tree, "author"), shown(_by_rel(page.tree))) if len(text) <= 100)
    return [*dict.fromkeys(BY.sub("", each) for each in linked or named or marked)]


def _by_rel(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in tree.iter("a") if "author" in (each.get("rel") or "").split())


def _keywords(page: Page) -> list[str]:
    value = page.article.get("keywords")
    linked = [*_names(value, page.linked.by_id)] if isinstance(value, (list, dict)) else _split(value)
    tags = [text for text, _ in page.meta.get("articletag", ())]
    listed = (words for text, _ in metas(page, KEYWORDS) if (words := _split(text)))
    return [*dict.fromkeys(linked or tags or next(listed, []))]


def _split(value: Any) -> list[str]:
    parts = re.split(r"[,;、，]", bare(value)) if isinstance(value, str) else []
    return [word for part in parts if (word := squeeze(part))]


def _free(page: Page) -> bool | None:
    value = next((each for name, each in page.article.items() if name.lower() == "isaccessibleforfree"), None)
    tier = next((text for text, _ in page.meta.get("articlecontenttier", ())), "")
    return FREE.get(str(tier if value is None else value).rpartition("/")[2].lower())


def _number(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10 else None


def _series(node: Node) -> str | None:
    part = node.get("isPartOf")
    kinds = str(part.get("@type")) if isinstance(part, dict) else ""
    return plain(part) if re.search(r"Series|Issue|Season|Volume", kinds) else None
