"""One value of a record as its field wants it: what news standards and programs nest, unfolded.

JSON-LD, ninjs, WordPress, news interfaces and database dumps wrap texts in objects and arrays. What is taken out of
such a wrapping goes to the field, the remainder to `extra`; what no rule knows stays as it is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from copydesk.loaders._markup import plain_text

Settled = tuple[Any, Any]
"""What the field takes, and what remains for `extra`; null for nothing."""

TEXT_KEYS = ("main", "value", "@value", "rendered", "text", "#text", "content", "name", "title", "default", "original")
NAME_KEYS = ("value", "name", "title", "@value", "#text", "rendered", "original", "@id")
ADDRESS_KEYS = ("url", "href", "@id", "value", "rendered", "@value", "#text", "canonical", "link")
DATE_KEYS = ("$date", "$numberLong", "value", "@value", "rendered", "#text")
LANGUAGE_KEYS = ("code", "alternateName", "value", "@value", "name")
WANTED_ROLES = ("main", "text", "plain", "body", "html")
"""Roles of ninjs headlines and bodies, the best first."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_HTML_NAME = re.compile(r"(?i)x?html$")
_QUOTED = r"'((?:[^'\\]|\\.)*+)'|\"((?:[^\"\\]|\\.)*+)\""
_LIST = re.compile(rf"\s*\[\s*(?:(?:{_QUOTED})[\s,]*)*+\]\s*", re.DOTALL)
_ENTRY = re.compile(_QUOTED, re.DOTALL)
_ESCAPE = re.compile(r"\\(['\"\\])")
_BETWEEN = (re.compile(r"\s*[;|]\s*"), re.compile(r"\s*[,،、，]\s*"))


def is_identifier(text: str) -> bool:
    """Whether a value names its own scheme, as `tag:` and `urn:` do: a bare number or word identifies nothing."""
    return _SCHEME.match(text) is not None


def settle(field: str, value: Any, column: str) -> Settled:
    """What a field takes of the value of a column, and what remains of it."""
    if value.__class__ is list and value and value[0].__class__ is str and field in _LISTS:
        return value, None
    if not isinstance(value, str) and isinstance(value, (Mapping, list, tuple)) and not value:
        return None, None
    return _RULES.get(field, _text)(value, column)


def _text(value: Any, column: str) -> Settled:
    if isinstance(value, str):
        return (plain_text(value) if _HTML_NAME.search(column) else value), None
    if isinstance(value, Mapping):
        return _from_mapping(value, TEXT_KEYS)
    if isinstance(value, (list, tuple)):
        return _from_list(value)
    return value, None


def _from_mapping(value: Mapping[str, Any], keys: Sequence[str]) -> Settled:
    """The first key with a text in it; all other keys remain."""
    for key in keys:
        inner = value.get(key)
        if isinstance(inner, str):
            silent = (key, "@type", "role", "contentType")
            rest = {name: each for name, each in value.items() if each is not None and name not in silent}
            return (plain_text(inner) if key == "rendered" or _is_html(value) else inner), rest or None
    return value, None


def _is_html(value: Mapping[str, Any]) -> bool:
    stated = value.get("contentType") or value.get("contenttype") or value.get("type") or value.get("role")
    return isinstance(stated, str) and _HTML_NAME.search(stated) is not None


def _from_list(value: Sequence[Any]) -> Settled:
    """Paragraphs joined; of several representations the best, and the others remain; else the only entry."""
    if all(isinstance(each, str) for each in value):
        return "\n\n".join(value), None
    if not all(isinstance(each, Mapping) for each in value):
        return value, None
    if any("role" in each or "contentType" in each or "contenttype" in each for each in value):
        best = min(range(len(value)), key=lambda index: (_role_rank(value[index]), index))
        taken, rest = _from_mapping(value[best], TEXT_KEYS)
        others = [*value[:best], *([] if rest is None else [rest]), *value[best + 1 :]]
        return (value, None) if isinstance(taken, Mapping) else (taken, others or None)
    texts = [_from_mapping(each, TEXT_KEYS)[0] for each in value]
    return ("\n\n".join(texts), None) if all(isinstance(each, str) for each in texts) else (value, None)


def _role_rank(value: Any) -> int:
    if not isinstance(value, Mapping):
        return len(WANTED_ROLES)
    stated = (value.get("role"), str(value.get("contentType", value.get("contenttype", ""))).removeprefix("text/"))
    return min((WANTED_ROLES.index(each) for each in stated if each in WANTED_ROLES), default=len(WANTED_ROLES))


def _one(keys: Sequence[str]) -> Callable[[Any, str], Settled]:
    """A rule for a short text: of an object the first of its keys, of an array the best or first entry."""

    def rule(value: Any, column: str) -> Settled:
        if isinstance(value, Mapping):
            return _from_mapping(value, keys)
        if isinstance(value, (list, tuple)):
            best = min(value, key=_role_rank)
            taken, rest = rule(best, column)
            remains = list(value) if len(value) > 1 else rest
            return (taken, remains) if isinstance(taken, str) else (value, None)
        return value, None

    return rule


def _identifier(value: Any, column: str) -> Settled:
    taken, rest = _one(ADDRESS_KEYS)(value, column)
    if column == "uri" or (isinstance(taken, str) and is_identifier(taken)):
        return taken, rest
    return None, value


def _date(value: Any, column: str) -> Settled:
    if isinstance(value, (datetime, date)):
        return value.isoformat(), None
    if isinstance(value, float) and value.is_integer():
        return int(value), None
    if isinstance(value, Mapping) and isinstance(value.get("$date"), (Mapping, int)):
        inner = value["$date"]
        return (inner, None) if isinstance(inner, int) else _date(inner, column)
    return _one(DATE_KEYS)(value, column)


def _names(value: Any, _column: str) -> Settled:
    """A list of names: of texts, or of objects that bear one; a text that is a printed list is one too."""
    if isinstance(value, str):
        printed = _printed(value)
        return (value if printed is None else printed or None), None
    entries = [value] if isinstance(value, Mapping) else value
    if not isinstance(entries, (list, tuple)):
        return value, None
    names = [_from_mapping(each, NAME_KEYS)[0] if isinstance(each, Mapping) else each for each in entries]
    if not all(isinstance(each, str) for each in names):
        return value, None
    told_more = any(isinstance(each, Mapping) and len(each.keys() - {"@type", *NAME_KEYS}) > 0 for each in entries)
    return names, (value if told_more else None)


def _keywords(value: Any, column: str) -> Settled:
    """A list of keywords; a text is cut at semicolons or bars, else at commas."""
    taken, rest = _names(value, column)
    if isinstance(taken, str):
        cut = _BETWEEN[0] if _BETWEEN[0].search(taken) else _BETWEEN[1]
        taken = [each for each in cut.split(taken.strip()) if each]
    return taken, rest


def _printed(text: str) -> list[str] | None:
    """The entries of a list of texts that a program printed, such as ['a', 'b']; null if the text is none."""
    if _LIST.fullmatch(text) is None:
        return None
    return [_ESCAPE.sub(r"\1", single or double) for single, double in _ENTRY.findall(text)]


_RULES: Mapping[str, Callable[[Any, str], Settled]] = {
    "uri": _identifier,
    "url": _one(ADDRESS_KEYS),
    "headline": _one(TEXT_KEYS),
    "alternative_headline": _one(TEXT_KEYS),
    "byline": _one(("original", *TEXT_KEYS)),
    "author": _names,
    "publisher": _one(NAME_KEYS),
    "date_published": _date,
    "date_modified": _date,
    "in_language": _one(LANGUAGE_KEYS),
    "article_section": _one(NAME_KEYS),
    "keywords": _keywords,
    "is_part_of": _one(NAME_KEYS),
}

_LISTS = frozenset({"author", "keywords"})

UNFOLDED = frozenset({"uri", *_LISTS})
"""Fields whose rule has work to do on a text too; the rules of the others leave a text alone."""


def needs_rule(field: str, column: str) -> bool:
    """Whether the values of a column must go through `settle` even where they are texts."""
    return field in UNFOLDED or _HTML_NAME.search(column) is not None
