"""The article of a parsed page."""

from typing import Any

from lxml.html import HtmlElement

from copydesk.loaders._html_blocks import address, cards
from copydesk.loaders._html_body import lines, paragraphs, stated_body
from copydesk.loaders._html_fields import address_of, fields
from copydesk.loaders._html_headline import headlines
from copydesk.loaders._html_json import linked
from copydesk.loaders._html_page import Page, survey
from copydesk.loaders._html_teasers import Related, related
from copydesk.loaders._html_tree import parse
from copydesk.model import Origin, Record


def article(data: bytes, origin: Origin) -> Record:
    """The article of a page. What shows other stories is taken out before anything is read from the page.

    Raises UnreadableFileError for a page that is empty, too large, or nested too deep.
    """
    tree = parse(data)
    page = survey(tree, linked(tree))
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
