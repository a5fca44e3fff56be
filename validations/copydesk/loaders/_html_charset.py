"""The charset of a page."""

import codecs
import re

from copydesk.loaders._encoding import MARKED, marked

DETECT_BYTES = 65536
LEADS = bytes(range(0xC2, 0xF5))
# What browsers take a label for: https://encoding.spec.whatwg.org/#names-and-labels
BROWSER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    # A page that could be read far enough to find this label is not UTF-16.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
LABELS = {
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "x-gbk": "gb18030",
    "windows-874": "cp874",
    "x-euc-jp": "euc_jp",
}
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text of a page, by its byte order mark or the zeros of UTF-16, else by what its bytes are, say, or look like.

    Bytes that are sound UTF-8 are UTF-8, whatever a page says of itself. Bytes that fit no charset become U+FFFD.
    """
    if name := marked(data[:MARKED]):
        return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data) or _detected(data), "replace")


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:16384])
    if found is None:
        return None
    label = found[1].decode("ascii").lower()
    try:
        name = codecs.lookup(LABELS.get(label, label)).name
    except LookupError:
        return None
    name = BROWSER.get(name, name)
    # A declared UTF-8 that is not sound: a few broken bytes are damage, many are another charset.
    return name if name != "utf-8" or _mostly_utf8(data) else None


def _mostly_utf8(data: bytes) -> bool:
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return broken <= (len(data) - len(data.translate(None, LEADS))) // 4


def _detected(data: bytes) -> str:
    # Few pages need it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:DETECT_BYTES]).best()
    return best.encoding if best is not None else "cp1252"
