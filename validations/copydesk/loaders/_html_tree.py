"""From the bytes of a page to a parsed tree, and from elements to text and lines. Loops, never recursion: pages are
nested as deep as they please."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import cast

from lxml import etree, html

from copydesk.errors import UnreadableFileError
from copydesk.loaders._html_charset import decode
from copydesk.loaders._html_whole import names

MAX_BYTES = 16 * 1024 * 1024
MAX_ELEMENTS = 300_000
UNKNOWN_LINE = 65535
"""libxml2 counts lines of elements up to here."""
SPACE = re.compile(r"[ \t\r\n\f\u00a0\u2028\u2029]+")
SILENT = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select"})
# What is there for the ear, or for nobody: "(opens in a new window)".
HIDDEN = frozenset(names("sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only"))
INLINE = frozenset(
    names(
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q ruby rb rt s samp small span "
        "strike strong sub sup time tt u var wbr"
    )
)


def parse(data: bytes) -> html.HtmlElement:
    """The tree of a page; line numbers are those of the data. Raises UnreadableFileError."""
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(
            "too-large", f"the page has {len(data)} bytes", remedy=f"Pages up to {MAX_BYTES} bytes are read."
        )
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableFileError("empty-page", "the page holds no element", remedy="Write it again.") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableFileError(
            "too-deep", "elements are nested too deep to read the page whole", remedy="Mend its unclosed elements."
        )
    if sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        raise UnreadableFileError(
            "too-large", "the page has too many elements", remedy=f"Pages of up to {MAX_ELEMENTS} elements are read."
        )
    return tree


def squeeze(text: str) -> str:
    """The text with every run of white space, no-break spaces too, as one blank."""
    return SPACE.sub(" ", text).strip()


def text_of(element: html.HtmlElement) -> str:
    """The text below an element as one line; scripts, styles and the like are silent."""
    return squeeze("".join(text for _, text in texts(element)))


def is_silent(element: html.HtmlElement) -> bool:
    """Whether the text of an element is not for the eye."""
    return element.tag in SILENT or not HIDDEN.isdisjoint((element.get("class") or "").split())


def texts(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Every visible text below an element, with the element it stands in; a blank parts blocks from each other."""
    skipped: html.HtmlElement | None = None
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            skipped = each if skipped is None and is_silent(each) else skipped
            if skipped is None:
                yield each, (each.text or "") if each.tag in INLINE else f" {each.text or ''}"
        else:
            skipped = None if skipped is each else skipped
            if skipped is None and each is not element:
                yield each.getparent(), (each.tail or "") if each.tag in INLINE else f" {each.tail or ''}"


def line_of(element: html.HtmlElement) -> int | None:
    """The line, from 1, at which the text of an element begins; null behind the last line that libxml2 counts."""
    for each in element.iter(etree.Element):
        if each.text and each.text.strip():
            return _line(each, each.text)
    return _line(element, "")


def tag(element: html.HtmlElement) -> str:
    """The name of an element."""
    return cast("str", element.tag)


def _line(element: html.HtmlElement, text: str) -> int | None:
    line = element.sourceline
    if line is None or line >= UNKNOWN_LINE:
        return None
    return int(line) + text[: len(text) - len(text.lstrip())].count("\n")
