"""How the bytes of a data file become text: byte order mark, UTF-8, else detection on the part that is neither."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from charset_normalizer import from_bytes

CHUNK = 1 << 20
MARKED = 4096
"""Bytes of a beginning that show whether a text is UTF-16."""
DETECTED = 1 << 16
"""Bytes of lines beyond ASCII that the detection looks at."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]
"""Encodings that are known by their marks, and that a part of a file cannot show."""


@contextmanager
def opened(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """The stream as text whose lines end at a line feed alone, otherwise untouched; what cannot be read is U+FFFD.

    Where its beginning has carriage returns and no line feed, lines end at those.
    """
    encoding = encoding_of(stream)
    start = stream.tell()
    head = stream.read(CHUNK)
    stream.seek(start)
    newline = "\r" if b"\r" in head and b"\n" not in head else "\n"
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline=newline)
    try:
        yield text
    finally:
        text.detach()


def decoded(data: bytes) -> str:
    """The text of all bytes; what cannot be read is U+FFFD."""
    return data.decode(encoding_of(io.BytesIO(data)), "replace")


def encoding_of(stream: BinaryIO) -> str:
    """The name of a stream's encoding; reads it to the end if it must, and goes back to where it stood.

    A file with a few broken bytes among sound UTF-8 is UTF-8.
    """
    start = stream.tell()
    try:
        return marked(stream.read(MARKED)) or _by_content(stream, start)
    finally:
        stream.seek(start)


def marked(head: bytes) -> str | None:
    """The encoding by byte order mark, or by the zero bytes that ASCII has in UTF-16."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if max(zeros) * 4 > len(head) and min(zeros) * 20 < max(zeros):
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    return None


def _by_content(stream: BinaryIO, start: int) -> str:
    stream.seek(start)
    decoder = codecs.getincrementaldecoder("utf-8")()
    while chunk := stream.read(CHUNK):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            return "utf-8" if _mostly_utf8(chunk) else _detected(chunk)
    return "utf-8"


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return 9 * broken <= sum(1 for each in text if each > "\x7f") - broken


def _detected(data: bytes) -> str:
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:DETECTED]
    best = from_bytes(sample, cp_exclusion=_WIDE).best()
    return "cp1252" if best is None else best.encoding
