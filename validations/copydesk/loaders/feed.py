"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed. An entry is an article.

The full text of an entry is its body, a summary beside it its description. An entry without a title whose summary is
all its text is complete in itself, as RSS 2.0 has it ("the description contains the text, and the link and title may
be omitted"): the summary is its body. With a title, a summary alone stays a description, for it may be a teaser.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from copydesk.loaders import _feed_json, _feed_xml
from copydesk.loaders._xml import ROOT, narrow
from copydesk.model import Loaded, Origin

HEAD = 65536
SUFFIXES = (".rss", ".atom", ".rdf", ".feed")
_RDF_FEED = re.compile(rb"http://(?:purl\.org/rss/|my\.netscape\.com/rdf/simple/|channel\.netscape\.com/rdf/simple/)")
_JSON_FEED = re.compile(rb'\A\s*\{.*?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?entry[\s>/]")
_ATOM = re.compile(rb"""xmlns(?::[\w.-]+)?\s*=\s*["'](?:http://www\.w3\.org/2005/Atom|http://purl\.org/atom/)""")


def sniff(head: bytes, name: str) -> int:
    """98 for a JSON Feed by its version, 97 for a feed by its first element, 0 for any other XML."""
    plain = narrow(head)
    if _JSON_FEED.match(plain):
        return 98
    root = ROOT.match(plain)
    if root is None:
        return 40 if name.endswith(SUFFIXES) and plain.lstrip().startswith(b"<") else 0
    return 97 if _is_feed(root, plain, name) else 0


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """A record for each entry that has a title or a text, a reject for each other one.

    `line` is that of the entry's element, null where elements and entries do not agree in number. `extra` holds the
    other texts of an entry, and a guid that is no URI. Raises UnreadableFileError (broken-feed) for what is no feed.
    """
    data = stream.read()
    if _JSON_FEED.match(narrow(data[:HEAD])):
        return _feed_json.entries(data, origin)
    return _feed_xml.entries(data, origin)


def _is_feed(root: re.Match[bytes], head: bytes, name: str) -> bool:
    local = root["name"].rpartition(b":")[2].lower()
    if local == b"rss":
        return True
    if local == b"feed":
        return _ATOM.search(root["rest"]) is not None or _ENTRY.search(head) is not None
    if local == b"rdf":
        return _RDF_FEED.search(head) is not None
    return local == b"channel" and (name.endswith(SUFFIXES) or b"<item" in head.lower())
