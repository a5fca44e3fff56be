"""JSON documents: an article, an array of them, a wrapper around one, or several documents one after another."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from copydesk.errors import UnreadableFileError
from copydesk.loaders._encoding import decoded
from copydesk.loaders._json_rows import at_level, find
from copydesk.loaders._json_text import breaks_off, documents, openings, parse
from copydesk.loaders._tabular import Row, loaded
from copydesk.model import Loaded, Origin, Reject

SUFFIXES = (".json", ".geojson", ".jsonld", ".json-ld")

_BEGINS = re.compile(rb'\s*(?:\{\s*(?:"|\}|\Z)|\[\s*(?:[\[{"\]]|-?\d|(?:true|false|null)\b|\Z))')
_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/')
_MARK = b"\xef\xbb\xbf"


def sniff(head: bytes, name: str) -> int:
    """Sure of a JSON value under its own suffix; JSON Feeds are left to the loader of feeds."""
    named = name.endswith(SUFFIXES)
    if _FEED.search(head):
        return 5
    if _BEGINS.match(head.removeprefix(_MARK)):
        return 88 if named else 60
    return 30 if named else 0


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """A record for each article in the document, wherever it wraps them; `line` is that of the object's beginning.

    The whole document is held in memory: JSON Lines are for more. Entries that are no objects are rejects. Of a key
    that stands twice in an object the last value counts. Raises UnreadableFileError for a document that is broken
    (bad-json), and as `loaded` does.
    """
    return loaded(_rows(stream.read(), origin), origin)


def _rows(data: bytes, origin: Origin) -> Iterator[Row | Reject]:
    record = origin.record
    for value, line, part in _documents(data.removeprefix(_MARK), origin.line):
        if isinstance(value, json.JSONDecodeError):
            place, _ = _place(value, origin.line)
            yield Reject("bad-json", f"{_explained(value, origin.line)}; what follows was not read", place, record)
            return
        level, rows = find(value, origin.columns)
        lines = _lines(value, part, level, line)
        for row in rows:
            yield _row(row, record, lines.get(id(row)))
            record += 1


def _documents(data: bytes, line: int) -> Iterator[tuple[Any, int, bytes]]:
    """Each JSON text of the data with its first line and its bytes; an error instead of a broken one that follows."""
    try:
        yield parse(data), line, data
    except UnicodeDecodeError:
        yield from _documents(decoded(data).encode("utf-8", "replace"), line)
    except json.JSONDecodeError:
        yield from _several(data.decode(), line)


def _several(text: str, line: int) -> Iterator[tuple[Any, int, bytes]]:
    """As _documents, for JSON texts one after another. Raises UnreadableFileError if not even the first can be read."""
    counted = 0
    found = False
    try:
        for value, start, end in documents(text):
            line += text.count("\n", counted, start)
            yield value, line, text[start:end].encode("utf-8", "replace")
            counted, found = start, True
    except json.JSONDecodeError as error:
        if not found:
            raise _broken(error, line) from error
        yield error, line, b""


def _broken(error: json.JSONDecodeError, first_line: int) -> UnreadableFileError:
    return UnreadableFileError(
        "bad-json",
        _explained(error, first_line),
        remedy="Mend it there, or write it again with a JSON library. A file that was cut off ends inside a value.",
        line=_place(error, first_line)[0],
    )


def _explained(error: json.JSONDecodeError, first_line: int) -> str:
    line, column = _place(error, first_line)
    fault = "it breaks off" if breaks_off(error) else error.msg.removesuffix(" at")
    return f"the file is not JSON: {fault} at line {line}, column {column}"


def _place(error: json.JSONDecodeError, first_line: int) -> tuple[int, int]:
    """The line and the column of a fault: of what breaks off, where it does."""
    text = error.doc.rstrip() if breaks_off(error) else error.doc[: error.pos]
    return first_line + text.count("\n"), len(text) - text.rfind("\n")


def _lines(value: Any, data: bytes, level: int, line: int) -> dict[int, int]:
    """By identity of an object its line; empty if the places do not agree with the value, as by a repeated key."""
    nodes = at_level(value, level)
    places = openings(data, level)
    if len(nodes) != len(places):
        return {}
    lines = {}
    counted = 0
    for node, place in zip(nodes, places, strict=True):
        line += data.count(b"\n", counted, place)
        counted = place
        lines[id(node)] = line
    return lines


def _row(value: Any, record: int, line: int | None) -> Row | Reject:
    if isinstance(value, dict):
        return Row(value, record, line)
    shown: str = json.dumps(value, ensure_ascii=False)
    return Reject(
        "not-an-object",
        "the entry is no object, and cannot be an article; leave it out, or write it as an object with named fields",
        line,
        record,
        shown,
    )
