"""HTML pages: one article a page.

What the page states of itself comes from JSON-LD, then OpenGraph and other meta elements, microdata and visible marks;
the body is its main text, the teasers are those of its blocks of related stories.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml.html import HtmlElement

from copydesk.loaders._html_blocks import address, cards
from copydesk.loaders._html_body import lines, paragraphs, stated_body
from copydesk.loaders._html_fields import address_of, fields
from copydesk.loaders._html_headline import headlines
from copydesk.loaders._html_json import linked
from copydesk.loaders._html_page import Page, survey
from copydesk.loaders._html_teasers import Related, related
from copydesk.loaders._html_tree import decode, parse
from copydesk.model import Loaded, Origin, Record, Reject

SUFFIXES = (".html", ".htm", ".xhtml")
PROLOGUE = re.compile(r"(?:\s|\ufeff|<\?xml[^>]*\?>|<!--.*?-->)*", re.DOTALL | re.IGNORECASE)
PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
OTHER = re.compile(r"<(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|newsmessage|urlset)[\s>]|[{\[]", re.IGNORECASE)
ELEMENTS = re.compile(r"<(?:p|div|h1|h2|meta|title|table|a|br|script|section|article)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def sniff(head: bytes, name: str) -> int:
    """How sure it is that these are the first bytes of a page: the beginning counts before the name."""
    if b"\0" in head[:1024] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 0
    text = decode(head[:4096])
    start = PROLOGUE.match(text)
    at = start.end() if start else 0
    named = name.endswith(SUFFIXES)
    if PAGE.match(text, at):
        return 100 if named else 95
    if OTHER.match(text, at):
        return 0
    marked = len(ELEMENTS.findall(text)) >= 3 and text[at : at + 1] == "<"
    return (70 if named else 60) if marked else 30 if named else 0


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """The article of a page, or a Reject for a page that holds none. Raises UnreadableFileError."""
    data = stream.read()
    tree = parse(data)
    page = survey(tree, linked(tree))
    record = _record(page, origin)
    if record.fields.get("headline") or record.fields.get("article_body"):
        yield record
    else:
        yield Reject(
            reason="no-article",
            message="the page has neither a headline nor a text; leave it out, or save the page once it has loaded",
            line=origin.line,
            record=origin.record,
            raw=decode(data[:4096]),
        )


def _record(page: Page, origin: Origin) -> Record:
    """The article of a page. What shows other stories is taken out of the tree before anything is read from it."""
    others = _related(page)
    for root in others.roots:
        _drop(root)
    values: dict[str, Any]
    values, places = fields(page)
    body = paragraphs(page.tree, stated_body(page.linked.article))
    shift = origin.line - 1
    return Record(
        fields={**values, **({"article_body": "\n\n".join(body)} if body else {})},
        line=origin.line,
        record=origin.record,
        body_lines=tuple(line + shift for line in lines(page.tree, body)) if body else None,
        extra=_extra(page),
        teasers=others.teasers,
        field_lines={name: line + shift for name, line in places.items()},
        raw=page.linked.article,
    )


def _related(page: Page) -> Related:
    url, (headline, _) = address_of(page), headlines(page)
    own = frozenset({address(url)} if url else ())
    return related(page.tree, cards(page.tree, page.base, own), headline[0] if headline else None)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _extra(page: Page) -> dict[str, Any]:
    """What the page says that no field takes."""
    images = [text for text, _ in page.meta.get("ogimage", ())]
    said = {
        "type": page.article.get("@type") or next((text for text, _ in page.meta.get("ogtype", ())), None),
        "image": images[0] if images else None,
        "broken_json_ld": page.linked.broken or None,
    }
    return {name: value for name, value in said.items() if value is not None}
