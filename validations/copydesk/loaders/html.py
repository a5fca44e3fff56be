"""HTML pages: one article a page.

What the page states of itself comes from JSON-LD, then OpenGraph and other meta elements, microdata and visible marks;
the body is its main text, the teasers are those of its blocks of related stories.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from copydesk.loaders._encoding import MARKED, marked
from copydesk.model import Loaded, Origin, Reject

SUFFIXES = (".html", ".htm", ".xhtml")
PROLOGUE = re.compile(r"(?:\s|<\?xml[^>]*\?>|<!--.*?-->)*", re.DOTALL | re.IGNORECASE)
PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
OTHER = re.compile(
    r"<!doctype\s+(?!html)|<(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|newsmessage|urlset)[\s>]|[{\[]", re.IGNORECASE
)
ELEMENTS = re.compile(r"<(?:p|div|h1|h2|meta|title|table|a|br|script|section|article)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def sniff(head: bytes, name: str) -> int:
    """How sure it is that these are the first bytes of a page: the beginning counts before the name."""
    encoding = marked(head[:MARKED])
    if encoding is None and b"\0" in head[:1024]:
        return 0
    # Markup is ASCII in all charsets but UTF-16 and UTF-32.
    text = head[:MARKED].decode(encoding or "latin-1", "replace")
    start = PROLOGUE.match(text)
    at = start.end() if start else 0
    named = name.endswith(SUFFIXES)
    if PAGE.match(text, at):
        return 100 if named else 95
    if OTHER.match(text, at) or text.lstrip().startswith("<?xml"):
        return 0
    tagged = len(ELEMENTS.findall(text)) >= 3 and text[at : at + 1] == "<"
    return (70 if named else 60) if tagged else 30 if named else 0


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """The article of a page, or a Reject for a page that holds none. Raises UnreadableFileError."""
    # lxml and what rests on it is not needed to tell a page from another file.
    from copydesk.loaders._html_record import article  # noqa: PLC0415

    data = stream.read()
    record = article(data, origin)
    if record.fields.get("headline") or record.fields.get("article_body"):
        yield record
    else:
        yield Reject(
            reason="no-article",
            message="the page has neither a headline nor a text; leave it out, or save the page once it has loaded",
            line=origin.line,
            record=origin.record,
            raw=data[:4096].decode("utf-8", "replace"),
        )
