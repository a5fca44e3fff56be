"""RSS and Atom, read by feedparser."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax import SAXParseException

from copydesk.errors import UnreadableFileError
from copydesk.loaders._feed_text import addresses, article, line, looks_marked, prose
from copydesk.model import Loaded, Origin, Reject

HTML = frozenset({"text/html", "application/xhtml+xml"})
TAIL = 4096
USED = frozenset(
    {
        "title",
        "summary",
        "id",
        "link",
        "links",
        "guidislink",
        "author",
        "authors",
        "published",
        "updated",
        "created",
        "language",
        "rights",
        "publisher",
        "feedburner_origlink",
    }
)
_ENTRY = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<(?:[\w.-]+:)?(?P<entry>item|entry)(?=[\s>/])",
    re.DOTALL | re.IGNORECASE,
)
_CLOSED = re.compile(rb"</\s*(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """What holds for all entries of a feed; `atom` says that texts state their type."""

    atom: bool
    title: str | None
    language: str | None
    rights: str | None


def entries(data: bytes, origin: Origin) -> Iterator[Loaded]:
    """A record or reject for each entry that feedparser finds, and a reject for a feed that breaks off."""
    import feedparser  # noqa: PLC0415 - heavy, and most runs hold no feed

    # The data go in as a stream: a string could be taken for an address and fetched. Markup is taken out whole later
    # on, so it is neither sanitised nor are links in it resolved.
    parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        raise UnreadableFileError(
            "broken-feed",
            f"the file is no feed that can be read{_why(parsed)}",
            remedy="Fetch the feed again, or leave it out by `exclude`.",
        )
    lines = _lines(data, origin.line, len(parsed.entries))
    atom = parsed.version.startswith("atom")
    common = Feed(
        atom,
        _value(parsed.feed, "title", atom=atom, whole=False),
        parsed.feed.get("language"),
        _value(parsed.feed, "rights", atom=atom, whole=False),
    )
    for place, entry in enumerate(parsed.entries):
        yield _entry(entry, common, (lines[place], origin.record + place))
    if _breaks_off(parsed, data.replace(b"\0", b"")[-TAIL:]):
        count = len(parsed.entries)
        yield Reject(
            "truncated-feed",
            f"the feed breaks off after {count} entries, so the last may be cut{_why(parsed)}; fetch it again",
            line=origin.line + data.count(b"\n"),
            record=origin.record + count,
        )


def _why(parsed: Any) -> str:
    return f" ({parsed.bozo_exception})" if parsed.get("bozo_exception") else ""


def _breaks_off(parsed: Any, tail: bytes) -> bool:
    return isinstance(parsed.get("bozo_exception"), SAXParseException) and not _CLOSED.search(tail)


def _lines(data: bytes, first: int, count: int) -> Sequence[int | None]:
    """The line of each entry's element; nulls if there are not just as many elements as entries."""
    starts = [found.start() for found in _ENTRY.finditer(data) if found["entry"]]
    if len(starts) != count:
        return [None] * count
    lines: list[int | None] = []
    at, now = 0, first
    for start in starts:
        now += data.count(b"\n", at, start)
        at = start
        lines.append(now)
    return lines


def _entry(entry: Mapping[str, Any], feed: Feed, place: tuple[int | None, int]) -> Loaded:
    atom = feed.atom
    body, description = _texts(entry, atom=atom)
    known, extra = addresses(entry.get("id"), entry.get("feedburner_origlink") or entry.get("link"))
    fields = {
        **known,
        "headline": _value(entry, "title", atom=atom, whole=False),
        "description": description,
        "article_body": body,
        "author": _authors(entry),
        "publisher": _value(entry.get("source") or {}, "title", atom=atom, whole=False)
        or entry.get("publisher")
        or feed.title,
        "in_language": entry.get("language") or _content(entry).get("language") or feed.language,
        "keywords": _keywords(entry),
        "copyright_notice": _value(entry, "rights", atom=atom, whole=False) or feed.rights,
        **_dates(entry, atom=atom),
    }
    rest = {name: value for name, value in entry.items() if name not in USED and isinstance(value, str) and value}
    return article(fields, extra | rest, place=place)


def _texts(entry: Mapping[str, Any], *, atom: bool) -> tuple[str | None, str | None]:
    """Body and description. feedparser copies the content to an absent summary; that is no description."""
    content = _content(entry)
    body = _plain(content, atom=atom, whole=True)
    if content and entry.get("summary") == content.get("value"):
        return body, None
    return body, _value(entry, "summary", atom=atom, whole=True)


def _content(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The longest full text of an entry: one in several types stands in each."""
    found: Sequence[Mapping[str, Any]] = [each for each in entry.get("content") or () if each.get("value")]
    return max(found, key=lambda each: len(each["value"]), default={})


def _value(entry: Mapping[str, Any], name: str, *, atom: bool, whole: bool) -> str | None:
    detail = entry.get(f"{name}_detail") or {}
    return _plain({"value": entry.get(name), "type": detail.get("type")}, atom=atom, whole=whole)


def _plain(detail: Mapping[str, Any], *, atom: bool, whole: bool) -> str | None:
    """Atom states whether a text is HTML; in RSS it is HTML if it looks so, whatever type feedparser assumes."""
    text = detail.get("value")
    if not isinstance(text, str):
        return None
    html = detail.get("type") in HTML if atom else looks_marked(text)
    return prose(text, html=html) if whole else line(text, html=html)


def _authors(entry: Mapping[str, Any]) -> list[str]:
    named = [line(each.get("name") or "", html=False) for each in entry.get("authors") or ()]
    found = [each for each in named if each] or [
        each for each in (line(entry.get("author") or "", html=False),) if each
    ]
    return list(dict.fromkeys(found))


def _keywords(entry: Mapping[str, Any]) -> list[str]:
    terms = (line(tag.get("label") or tag.get("term") or "", html=False) for tag in entry.get("tags") or ())
    return list(dict.fromkeys(term for term in terms if term))


def _dates(entry: Mapping[str, Any], *, atom: bool) -> dict[str, str | None]:
    """The dates as printed. RSS has no date of change: what feedparser calls `updated` there is dc:date.

    Absence is asked for first: feedparser hands out `published` for `updated`, with a warning.
    """
    published = entry.get("published") or entry.get("created")
    updated = entry["updated"] if "updated" in entry else None  # noqa: SIM401 - get() is what warns
    if not atom and not published:
        published, updated = updated, None
    return {"date_published": published or None, "date_modified": updated or None}
