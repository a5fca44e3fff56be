"""The beginning of an XML document."""

import re

ROOT = re.compile(
    rb"\A(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?>[^>\[]+|\[.*?\])*+>)*+<(?P<name>[A-Za-z_][\w.:-]*)(?P<rest>[^>]*)",
    re.DOTALL,
)
"""What may stand before the first element, and that element's name and attributes."""


def narrow(head: bytes) -> bytes:
    """The bytes without byte order mark and NULs: UTF-16 and UTF-32 then show the names of elements too."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")
