"""JSON as it is found: read fast, read again with more patience, and located in its file."""

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

_BRACKET = re.compile(rb'[^"{}\[\]]*+(?:"(?:[^"\\]++|\\.)*+"[^"{}\[\]]*+)*+([{}\[\]])', re.DOTALL)
_BLANK = re.compile(r"[ \t\r\n]*")


def parse(data: bytes) -> Any:
    """The value of one JSON text.

    What orjson refuses and Python takes is read too: NaN and Infinity become null, a number too large for a float
    infinity, and lone surrogates stay. Of a key that stands twice the last value counts. Raises
    json.JSONDecodeError, and UnicodeDecodeError for bytes that are no UTF-8.
    """
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        text = data.decode()
        value, end = _decode(text, 0)
        if end < len(text):
            raise json.JSONDecodeError("Extra data", text, end) from None
    return value


def documents(text: str) -> Iterator[tuple[Any, int, int]]:
    """The JSON texts that stand one after another: (value, start, end). Raises json.JSONDecodeError at a broken one."""
    position = _skip(text, 0)
    while position < len(text):
        value, end = _decode(text, position)
        yield value, position, end
        position = end


def breaks_off(error: json.JSONDecodeError) -> bool:
    """Whether a JSON text is broken because it ends too early."""
    return error.msg.startswith("Unterminated string") or error.pos >= len(error.doc.rstrip())


def openings(data: bytes, level: int) -> list[int]:
    """The offset of each object or array at one level of nesting, in their order."""
    found = []
    depth = 0
    for token in _BRACKET.finditer(data):
        if token[1] in b"{[":
            if depth == level:
                found.append(token.start(1))
            depth += 1
        else:
            depth -= 1
    return found


def _decode(text: str, position: int) -> tuple[Any, int]:
    """The value at a position, and where what follows it begins."""
    position = _skip(text, position)
    try:
        value, end = json.JSONDecoder(parse_constant=_no_number, parse_int=_integer).raw_decode(text, position)
    except RecursionError:
        raise json.JSONDecodeError("nested too deep", text, position) from None
    return value, _skip(text, end)


def _skip(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return position if found is None else found.end()


def _no_number(_name: str) -> None:
    return None


def _integer(digits: str) -> int | float:
    """As orjson: an integer beyond 64 bits is a float."""
    return int(digits) if len(digits) < 19 else float(digits)
