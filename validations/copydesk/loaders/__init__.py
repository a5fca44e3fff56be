"""One file a format. A loader is a module that has

    SUFFIXES: tuple[str, ...]                        endings it is used to, lower case, with the dot
    def sniff(head: bytes, name: str) -> int         how sure it is, 0..100, from the first 64 KiB and the name
    def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]
    LINES: bool = True                               (optional) any run of whole lines is itself an input

`load` yields records in file order, and a Reject for each that cannot be parsed; it raises UnreadableFileError when
the whole file is of no use. It never prints, and never opens anything but its stream. `name` and `origin.file` come
without a compression suffix; the stream is already decompressed, and seekable.
"""

from collections.abc import Iterator
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from copydesk import registry
from copydesk.errors import UnreadableFileError
from copydesk.loaders._xml import ROOT, narrow
from copydesk.model import Loaded, Origin

HEAD = 65536
"""Bytes that a loader may look at to recognise its format."""

NAME = 80
"""Characters of an element's name that are told."""


class Loader(Protocol):
    """The shape of a loader module."""

    SUFFIXES: tuple[str, ...]

    def sniff(self, head: bytes, name: str) -> int:
        """How sure the loader is that this is its format, 0..100."""

    def load(self, stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
        """The records and rejects of one stream, in its order."""


def loader(name: str) -> Loader:
    """The loader of that name. Raises UnknownNameError."""
    module: ModuleType = registry.load("loaders", name)
    return cast("Loader", module)


def recognise(head: bytes, name: str) -> str:
    """The name of the loader that is surest of these first bytes. Raises UnreadableFileError if none is."""
    if not head:
        raise UnreadableFileError("empty-file", "the file is empty", remedy="Leave it out, or write it again.")
    sure = [(loader(each).sniff(head, name.lower()), each) for each in registry.names("loaders")]
    best, found = max(sure, key=lambda pair: (pair[0], pair[1]))
    if best <= 0:
        raise _unknown(head)
    return found


def _unknown(head: bytes) -> UnreadableFileError:
    if root := ROOT.match(narrow(head)):
        element = root["name"].decode("ascii", "replace")[:NAME]
        problem = f"no loader knows this kind of XML (its first element is <{element}>)"
        remedy = "Of XML, feeds (RSS, Atom) and pages (XHTML) are read. Convert it, or leave it out by `exclude`."
    else:
        problem = "no loader knows this format (it looks like binary data)"
        remedy = f"Known formats: {', '.join(registry.names('loaders'))}. Convert it, or leave it out by `exclude`."
    return UnreadableFileError("unknown-format", problem, remedy=remedy)
