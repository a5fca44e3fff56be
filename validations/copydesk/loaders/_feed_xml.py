"""RSS and Atom, read by feedparser."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.parsers import expat
from xml.sax import SAXParseException

from copydesk.errors import UnreadableFileError
from copydesk.loaders._feed_text import addresses, article, line, looks_marked, prose
from copydesk.model import Loaded, Origin, Record, Reject

MALFORMED = "broken-feed"
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
_ENDED = re.compile(rb"</\s*(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_CLOSED = re.compile(rb"</\s*(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """What holds for all entries of a feed; `atom` says that texts state their type."""

    atom: bool
    title: str | None
    language: str | None
    rights: str | None


def entries(data: bytes, origin: Origin) -> Iterator[Loaded]:
    """A record or reject for each entry that feedparser finds, and a reject for a feed that is malformed or cut.

    Of a feed with such a fault the entries of which nothing could be read are that fault's, and told with it.
    """
    parsed = _parsed(data, origin)
    lines, common = _lines(data, origin.line, len(parsed.entries)), _common(parsed)
    found = [_entry(entry, common, (lines[place], origin.record + place)) for place, entry in enumerate(parsed.entries)]
    read = [each for each in found if isinstance(each, Record)]
    fault = _fault(parsed, data, origin, len(read))
    if fault is None or (fault.reason == MALFORMED and len(read) == len(found) and _whole(data)):
        return iter(found)
    return iter([*read, fault])


def _parsed(data: bytes, origin: Origin) -> Any:
    import feedparser  # noqa: PLC0415 - heavy, and most runs hold no feed

    # The data go in as a stream: a string could be taken for an address and fetched. Markup is taken out whole later
    # on, so it is neither sanitised nor are links in it resolved.
    parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        raise UnreadableFileError(
            "broken-feed",
            f"the file is no feed that can be read{_why(parsed)}",
            remedy="Fetch the feed again, or leave it out by `exclude`.",
            line=_line_of_fault(data, origin.line),
        )
    return parsed


def _common(parsed: Any) -> Feed:
    atom = parsed.version.startswith("atom")
    return Feed(
        atom,
        _value(parsed.feed, "title", atom=atom, whole=False),
        parsed.feed.get("language"),
        _value(parsed.feed, "rights", atom=atom, whole=False),
    )


def _why(parsed: Any) -> str:
    error = parsed.get("bozo_exception")
    # its line is that of the text that feedparser made of the data
    told = error.getMessage() if isinstance(error, SAXParseException) else error
    return f" ({told})" if told else ""


def _fault(parsed: Any, data: bytes, origin: Origin, count: int) -> Reject | None:
    """What is wrong with the XML of a feed of which `count` entries could be read; null if nothing is."""
    if not isinstance(parsed.get("bozo_exception"), SAXParseException):
        return None
    line = _line_of_fault(data, origin.line)
    if not _CLOSED.search(data.replace(b"\0", b"")[-TAIL:]):
        problem = f"the feed breaks off after {_counted(count)}, so the last may be cut{_why(parsed)}; fetch it again"
        return Reject("truncated-feed", problem, line, origin.record + count)
    at = f" at line {line}" if line else ""
    problem = (
        f"the XML of the feed is malformed{at}{_why(parsed)}; {_counted(count)} could be read, of which one may be"
    )
    return Reject(
        MALFORMED,
        f"{problem} cut, and others may be lost. Mend it there, or fetch it again.",
        line,
        origin.record + count,
    )


def _counted(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _whole(data: bytes) -> bool:
    """Whether each entry that begins ends."""
    plain = data.replace(b"\0", b"")
    return sum(bool(found["entry"]) for found in _ENTRY.finditer(plain)) <= len(_ENDED.findall(plain))


def _line_of_fault(data: bytes, first: int) -> int | None:
    """The line at which XML is malformed or ends too early; null if it is not."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        return first + error.lineno - 1
    return None


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
