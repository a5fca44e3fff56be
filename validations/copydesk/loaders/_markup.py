"""Markup to plain text, for columns that say they hold HTML."""

import re

from lxml import etree

_BLOCKS = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
SILENT = frozenset({"head", "iframe", "noscript", "object", "script", "style", "template"})

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LOOSE = re.compile(r" *\n *")


def plain_text(markup: str) -> str:
    """The text of a piece of HTML: blocks become paragraphs, parted by a blank line, entities characters, once.

    A text without markup stays as it is, and so does one that is nested too deep to be read whole.
    """
    if "<" not in markup and "&" not in markup:
        return markup
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    data = markup.replace("\0", "\ufffd").encode("utf-8", "replace")
    tree = etree.fromstring(b"<div>" + data + b"</div>", parser)
    if tree is None or any("depth" in entry.message for entry in parser.error_log):
        return markup
    return "\n\n".join(_paragraphs(tree))


def _paragraphs(tree: etree._Element) -> list[str]:
    """The paragraphs below an element, none of them empty; a <br> is a line break inside one."""
    parts: list[list[str]] = [[]]
    silent: etree._Element | None = None
    for event, each in etree.iterwalk(tree, events=("start", "end")):
        if silent is None and event == "start" and each.tag in SILENT:
            silent = each
        if silent is None:
            if each.tag in BLOCKS:
                parts.append([])
            elif each.tag == "br" and event == "start":
                parts[-1].append("\0")
            parts[-1].append(_SPACE.sub(" ", (each.text if event == "start" else each.tail) or ""))
        elif event == "end" and each is silent:
            silent = None
            parts[-1].append(_SPACE.sub(" ", each.tail or ""))
    texts = (_LOOSE.sub("\n", _SPACE.sub(" ", "".join(part)).replace("\0", "\n")).strip() for part in parts)
    return [text for text in texts if text]
