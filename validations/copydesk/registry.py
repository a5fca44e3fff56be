"""The names of what a folder or an entry-point group holds, known without importing it.

A check, loader or renderer is one module; its name is the module's, with hyphens. Third parties add theirs by entry
points of the groups copydesk.checks, copydesk.loaders and copydesk.renderers. Nothing here keeps state.
"""

import difflib
import importlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from copydesk.errors import UnknownNameError

PACKAGE = Path(__file__).parent


def names(room: str) -> tuple[str, ...]:
    """The sorted names of all members of a room (`checks`, `loaders`, `renderers`, `engines`); imports none of them."""
    own = (path.stem.replace("_", "-") for path in (PACKAGE / room).glob("[!_]*.py"))
    return tuple(sorted({*own, *(point.name for point in _points(room))}))


def load(room: str, name: str) -> ModuleType:
    """The module of one member. Raises UnknownNameError, which names the nearest right one."""
    stem = name.replace("-", "_")
    if (PACKAGE / room / f"{stem}.py").is_file() and not stem.startswith("_"):
        return importlib.import_module(f"copydesk.{room}.{stem}")
    for point in _points(room):
        if point.name == name:
            return importlib.import_module(point.module)
    raise UnknownNameError(f"there is no {room.removesuffix('s')} {name!r}", remedy=nearest(name, names(room)))


def check_class(name: str) -> Any:
    """The class of a check: the one in its module that is named as the module is. Raises UnknownNameError."""
    wanted = "".join(part.capitalize() for part in name.split("-"))
    found = getattr(load("checks", name), wanted, None)
    if not isinstance(found, type):
        raise UnknownNameError(f"the module of check {name!r} has no class {wanted}")
    return found


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest right name, or all of them."""
    known = tuple(known)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"Did you mean {close[0]!r}?" if close else f"Known are: {', '.join(known)}."


def _points(room: str) -> tuple[EntryPoint, ...]:
    return _points_on(room, tuple(sys.path))


@cache
def _points_on(room: str, path: tuple[str, ...]) -> tuple[EntryPoint, ...]:  # noqa: ARG001 - another path, other points
    """Reading the metadata of everything installed takes milliseconds, and a loader is sought for each file."""
    return tuple(entry_points(group=f"copydesk.{room}"))
