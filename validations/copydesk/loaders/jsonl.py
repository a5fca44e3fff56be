"""JSON Lines: one object a line."""

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import orjson

from copydesk.loaders._encoding import decoded
from copydesk.loaders._json_text import breaks_off, parse
from copydesk.loaders._tabular import Row, loaded
from copydesk.model import Loaded, Origin, Reject

SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
LINES = True

_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_MEND = "mend the line, or write the file again with a JSON library"


def sniff(head: bytes, name: str) -> int:
    """Sure of a first line that is a whole object with another after it; the name decides for a single line."""
    named = name.endswith(SUFFIXES)
    if named and head.startswith(_MARKS[:2]):
        return 90
    lines = [line for line in head.removeprefix(_MARKS[2]).splitlines()[:16] if line.strip()]
    if not lines or not lines[0].lstrip().startswith(b"{"):
        return 40 if named and not head.lstrip().startswith(b"[") else 0
    whole = sum(map(_is_object, lines))
    if named:
        return 95 if whole or lines[0].strip() != b"{" else 30
    return 92 if _is_object(lines[0]) and len(lines) > 1 and lines[1].lstrip().startswith((b'{"', b"{}")) else 0


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """A record for each line that holds an object, a reject for each other one; blank lines are only counted.

    Of a key that stands twice in an object the last value counts. Raises UnreadableFileError as `loaded` does.
    """
    return loaded(_rows(stream, origin), origin)


def _rows(stream: BinaryIO, origin: Origin) -> Iterator[Row | Reject]:
    before = origin.record - origin.line
    for number, line in enumerate(_lines(stream), start=origin.line):
        try:
            value = orjson.loads(line)
        except orjson.JSONDecodeError:
            if line.strip():
                yield _careful(line, number, number + before)
        else:
            if value.__class__ is dict:
                yield Row(value, number + before, number)
            else:
                yield _no_object(value, line, number, number + before)


def _lines(stream: BinaryIO) -> Iterable[bytes]:
    start = stream.tell()
    mark = stream.read(3)
    if mark.startswith(_MARKS[:2]):
        return io.BytesIO(decoded(mark + stream.read()).encode("utf-8", "replace"))
    if mark != _MARKS[2]:
        stream.seek(start)
    return stream


def _careful(line: bytes, number: int, record: int) -> Row | Reject:
    try:
        value = parse(line.rstrip(b"\r\n"))
    except UnicodeDecodeError as error:
        problem = f"the line is not UTF-8: byte {error.object[error.start]:#04x} at byte {error.start + 1} of the line"
        return _reject("bad-encoding", f"{problem}; convert the file to UTF-8", line, number, record)
    except json.JSONDecodeError as error:
        cut = "" if line.endswith(b"\n") else " (the last line has no line end: the file may be cut off)"
        problem = f"the line is not JSON: {_fault(error)}{cut}"
        return _reject("bad-json", f"{problem}; {_MEND}", line, number, record)
    return Row(value, record, number) if isinstance(value, dict) else _no_object(value, line, number, record)


def _fault(error: json.JSONDecodeError) -> str:
    """What is wrong with a line, and where; columns count from 1."""
    if not breaks_off(error):
        return f"{error.msg.removesuffix(' at')} at column {error.colno}"
    inside = f", inside the text that begins at column {error.colno}" if error.doc[error.pos :].startswith('"') else ""
    return f"it breaks off after column {len(error.doc.rstrip())}{inside}"


def _no_object(value: Any, line: bytes, number: int, record: int) -> Reject:
    problem = f"the line holds no object but a JSON {_KINDS.get(type(value), 'number')}; {_MEND}"
    return _reject("not-an-object", problem, line, number, record)


_KINDS = {list: "array", str: "string", bool: "boolean", type(None): "null"}


def _reject(reason: str, message: str, line: bytes, number: int, record: int) -> Reject:
    return Reject(reason, message, number, record, line.strip().decode("utf-8", "replace"))


def _is_object(line: bytes) -> bool:
    try:
        return parse(line).__class__ is dict
    except ValueError:
        return False
