"""Texts and names of feed entries, whatever their syntax."""

import re
from collections.abc import Mapping
from typing import Any

from copydesk.loaders._markup import plain_text
from copydesk.model import Record, Reject

EMPTY = "the entry has neither a title nor a text; give it one, or leave it out"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<!\[CDATA\[|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BREAK = re.compile(r"\r\n|\r|\n")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_WEB = re.compile(r"https?://[^/?#\s]\S*", re.IGNORECASE)


def looks_marked(text: str) -> bool:
    """Whether a text whose type nobody states holds HTML: a tag or an entity."""
    return _TAG.search(text) is not None


def prose(text: str, *, html: bool) -> str | None:
    """Paragraphs parted by a blank line; null if nothing is left. Line breaks of plain text stay."""
    plain = plain_text(text) if html else "\n".join(each.strip(" \t") for each in _BREAK.split(text))
    return _or_null(re.sub(r"\n{2,}", "\n\n", plain).strip(" \t\r\n"))


def line(text: str, *, html: bool) -> str | None:
    """A text on one line; null if nothing is left."""
    return _or_null(_SPACE.sub(" ", plain_text(text) if html else text).strip(" "))


def addresses(guid: Any, link: Any) -> tuple[dict[str, str], dict[str, str]]:
    """The fields uri and url, and under guid and link what is no address and belongs to extra, once if they agree."""
    fields: dict[str, str] = {}
    extra: dict[str, str] = {}
    for value, name, other, shape in ((guid, "uri", "guid", _URI), (link, "url", "link", _WEB)):
        text = value.strip() if isinstance(value, str) else ""
        if shape.fullmatch(text):
            fields[name] = text
        elif text and text not in extra.values():
            extra[other] = text
    return fields, extra


def article(
    fields: Mapping[str, Any],
    extra: Mapping[str, Any],
    *,
    place: tuple[int | None, int],
    raw: Mapping[str, Any] | None = None,
) -> Record | Reject:
    """The record of an entry, or its reject; `place` is its line and position. See feed.py on entries without title."""
    kept = {name: value for name, value in fields.items() if value is not None and value not in ("", [])}
    if "headline" not in kept and "article_body" not in kept and "description" in kept:
        kept["article_body"] = kept.pop("description")
    line, record = place
    if "headline" not in kept and "article_body" not in kept:
        return Reject("no-headline-and-body", EMPTY, line, record, _shown({**kept, **extra}))
    return Record(kept, line=line, record=record, extra=extra, raw=raw)


def _or_null(text: str) -> str | None:
    return text if text.strip() else None


def _shown(values: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in values.items())
