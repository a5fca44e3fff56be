"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from copydesk.errors import UnreadableFileError
from copydesk.loaders._feed_text import addresses, article, line, prose
from copydesk.model import Loaded, Origin, Reject

USED = frozenset(
    {
        "id",
        "url",
        "external_url",
        "title",
        "content_html",
        "content_text",
        "summary",
        "date_published",
        "date_modified",
        "authors",
        "author",
        "tags",
        "language",
    }
)


def entries(data: bytes, origin: Origin) -> Iterator[Loaded]:
    """A record or reject for each item. Raises UnreadableFileError for a document that is not valid JSON."""
    try:
        feed = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise UnreadableFileError(
            "broken-feed",
            f"the JSON Feed is not valid JSON: {error}",
            remedy="Fetch the feed again, or mend it.",
            line=origin.line + error.lineno - 1,
        ) from error
    items = feed.get("items")
    if not isinstance(items, list):
        raise UnreadableFileError("broken-feed", "the JSON Feed has no list `items`", remedy="Fetch the feed again.")
    for place, item in enumerate(items, origin.record):
        if isinstance(item, dict):
            yield _item(item, feed, place)
        else:
            yield Reject(
                "not-an-object", "the item is no JSON object; leave it out", None, place, orjson.dumps(item).decode()
            )


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], place: int) -> Loaded:
    known, extra = addresses(item.get("id"), item.get("url") or item.get("external_url"))
    html = item.get("content_html")
    content = html or item.get("content_text")
    fields = {
        **known,
        "headline": _kept(item.get("title"), html=False, whole=False),
        "description": _kept(item.get("summary"), html=False, whole=True),
        "article_body": _kept(content, html=content is html, whole=True),
        "author": _authors(item) or _authors(feed),
        "publisher": _kept(feed.get("title"), html=False, whole=False),
        "in_language": item.get("language") or feed.get("language"),
        "keywords": item.get("tags"),
        "date_published": item.get("date_published"),
        "date_modified": item.get("date_modified"),
    }
    rest = {name: value for name, value in item.items() if name not in USED}
    return article(fields, extra | rest, place=(None, place), raw=item)


def _kept(value: Any, *, html: bool, whole: bool) -> Any:
    """The text in plain form; what is no text stays as it is, for the tables to set apart."""
    if not isinstance(value, str):
        return value
    return prose(value, html=html) if whole else line(value, html=html)


def _authors(holder: Mapping[str, Any]) -> list[str]:
    """The names of `authors` (1.1) or `author` (1.0)."""
    found = holder.get("authors") or holder.get("author") or ()
    listed: Sequence[Any] = found if isinstance(found, list) else [found]
    return [each["name"] for each in listed if isinstance(each, dict) and isinstance(each.get("name"), str)]
