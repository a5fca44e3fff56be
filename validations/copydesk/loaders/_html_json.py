"""JSON-LD as pages have it: found in scripts, mended where it is broken, searched for the article."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from copydesk.loaders._html_whole import names

Node = Mapping[str, Any]

ARTICLES = frozenset(
    names(
        "advertisercontentarticle analysisnewsarticle article askpublicnewsarticle backgroundnewsarticle blogposting "
        "liveblogposting medicalscholarlyarticle newsarticle opinionnewsarticle report reportagenewsarticle "
        "reviewnewsarticle satiricalarticle scholarlyarticle socialmediaposting techarticle"
    )
)
# An article below one of these is another story than the page's own.
FOREIGN = frozenset(
    names(
        "itemlistelement haspart ispartof mentions citation comment review isbasedon relatedlink subjectof about "
        "liveblogupdate video audio suggestedanswer acceptedanswer"
    )
)
MAX_NODES = 20_000
# Strings stay; comments, script wrappers and commas before a closing bracket go. A thing left open ends with the text,
# so that no part is read twice.
TOKENS = re.compile(
    r"""(?P<double>"(?:[^"\\]|\\.)*(?:"|\Z))"""
    r"""|(?P<single>'(?:[^'\\]|\\.)*(?:'|\Z))"""
    r"""|/\*.*?(?:\*/|\Z)|//[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>""",
    re.DOTALL,
)
COMMAS = re.compile(r""""(?:[^"\\]|\\.)*(?:"|\Z)|(?P<comma>,)\s*(?=[}\]])""", re.DOTALL)
START = re.compile(r"[\s;,]*(?=[{\[])")
DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Linked:
    """The JSON-LD of a page: its article with the script that states it, all nodes by @id, and scripts past mending."""

    article: Node | None
    script: HtmlElement | None
    by_id: Mapping[str, Node]
    broken: int


def linked(tree: HtmlElement) -> Linked:
    """The JSON-LD of a page. The article is the first with most of headline, dates, author and body."""
    found: list[tuple[int, int, Node, HtmlElement]] = []
    by_id: dict[str, Node] = {}
    broken = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        values = loose(script.text or "")
        broken += not values and bool((script.text or "").strip())
        for node in _nodes(values):
            if isinstance(node.get("@id"), str):
                by_id.setdefault(node["@id"], node)
            if is_article(node):
                found.append((-_weight(node), len(found), node, script))
    best = min(found, key=lambda each: each[:2], default=None)
    return Linked(best[2] if best else None, best[3] if best else None, by_id, broken)


def loose(text: str) -> list[Any]:
    """The JSON values in a script, one after another; mended if they must be, empty past mending."""
    return _values(text) or _values(_mended(text)) or (_values(_mended(html.unescape(text))) if "&" in text else [])


def is_article(node: Node) -> bool:
    """Whether a node is an article of some kind."""
    said = node.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return any(isinstance(kind, str) and kind.rpartition("/")[2].lower() in ARTICLES for kind in kinds)


def _values(text: str) -> list[Any]:
    values: list[Any] = []
    at = 0
    while start := START.match(text, at):
        try:
            value, at = DECODER.raw_decode(text, start.end())
        except (ValueError, RecursionError):
            return values
        values.append(value)
    return values


def _mended(text: str) -> str:
    bare = TOKENS.sub(_token, text)
    return COMMAS.sub(lambda found: "" if found["comma"] else found[0], bare)


def _token(found: re.Match[str]) -> str:
    if found["double"]:
        return found[0]
    if found["single"]:
        return json.dumps(found["single"].strip("'").replace("\\'", "'"), ensure_ascii=False)
    return ""


def _nodes(values: list[Any]) -> Iterator[Node]:
    """All mappings that may speak of this page, outer ones first."""
    queue: list[Any] = [values]
    for seen, value in enumerate(queue):
        if seen > MAX_NODES:
            return
        if isinstance(value, dict):
            yield value
            queue.extend(
                each for name, each in value.items() if name.lower() not in FOREIGN and isinstance(each, (dict, list))
            )
        elif isinstance(value, list):
            queue.extend(each for each in value if isinstance(each, (dict, list)))


def _weight(node: Node) -> int:
    return sum(bool(node.get(name)) for name in ("headline", "datePublished", "author", "articleBody", "publisher"))
