"""Where the articles are in a JSON document: the document itself, an array, or somewhere inside a wrapper."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.loaders._columns import choose, walk

LEVELS = 6
"""Levels of wrapping that are searched."""
TRIED = 20
"""Objects of an array that are looked at."""

Wanted = Mapping[str, str | int]


def find(document: Any, wanted: Wanted) -> tuple[int, list[Any]]:
    """The level of nesting at which the articles stand (0: the document), and they, in order.

    An object is surely an article that has a body, or a headline with a date; failing any, one with a headline. Where
    none is found the entries of the outer array, or the document, are returned as they are.
    """
    named = {field: column for field, column in wanted.items() if isinstance(column, str)}
    for sure in (True, False):
        parents: list[Any] = [[document]]
        for level in range(LEVELS):
            rows = [row for parent in parents for row in _articles(parent, named, sure)]
            if rows:
                return level, rows
            parents = [child for parent in parents for child in entries(parent)]
    return (1, document) if isinstance(document, list) else (0, [document])


def entries(node: Any) -> Iterator[Any]:
    """The objects and arrays right inside an object or array."""
    children = node.values() if isinstance(node, Mapping) else node
    return (child for child in children if isinstance(child, (Mapping, list)))


def at_level(document: Any, level: int) -> list[Any]:
    """All objects and arrays at a level of nesting, in the order of the document."""
    nodes = [document]
    for _ in range(level):
        nodes = [child for node in nodes for child in entries(node)]
    return nodes


def _articles(parent: Any, wanted: Mapping[str, str], sure: bool) -> Sequence[Any]:
    """All entries of an array, or of an object whose entries are mostly articles; else those that are articles."""
    tried = [child for child in entries(parent) if isinstance(child, Mapping)]
    marks = [is_article(child, wanted, sure=sure) for child in tried[:TRIED]]
    if not any(marks):
        return ()
    if isinstance(parent, list):
        return parent
    if 2 * sum(marks) > len(marks):
        return tried
    return [child for child in tried if is_article(child, wanted, sure=sure)]


def is_article(node: Mapping[str, Any], wanted: Mapping[str, str], *, sure: bool) -> bool:
    """Whether an object has what makes an article; `sure` asks for more than a headline."""
    found = choose([node], wanted, strict=False).chosen
    has = {field for field, column in found.items() if _holds(node, column)}
    if "article_body" in has and _wraps(node, found["article_body"], wanted):
        has.remove("article_body")
    return "article_body" in has or (
        "headline" in has and (not sure or "date_published" in has or "headline" in wanted)
    )


def _holds(node: Mapping[str, Any], column: str) -> bool:
    return node.get(column) is not None or walk(node, column.split(".")) is not None


def _wraps(node: Mapping[str, Any], column: str, wanted: Mapping[str, str]) -> bool:
    """Whether what looks like a body by its name is an array or object of articles: `{"news": [{"title": ...}]}`."""
    value = node.get(column)
    if isinstance(value, list):
        return any(isinstance(each, Mapping) and is_article(each, wanted, sure=True) for each in value[:3])
    return isinstance(value, Mapping) and any(
        isinstance(each, Mapping) and is_article(each, wanted, sure=True) for each in list(value.values())[:3]
    )
