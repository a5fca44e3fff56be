"""The names of what a folder or an entry-point group holds, known without importing it.

A check, drill, loader, renderer or command is one module; its name is the module's, with hyphens. Third parties add
theirs by entry points of the groups copydesk.checks, copydesk.drills, copydesk.loaders, copydesk.renderers and
copydesk.commands. Nothing here keeps state.
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

from copydesk.errors import UnknownNameError, UsageError

PACKAGE = Path(__file__).parent


def names(room: str) -> tuple[str, ...]:
    """The sorted names of the members of a room (checks, loaders, renderers, commands, ...); imports none of them."""
    return tuple(sorted({*_own(room), *(point.name for point in _points(room))}))


def load(room: str, name: str) -> ModuleType:
    """The module of one member; ours comes before one of the same name that a third party adds.

    Raises UnknownNameError, which names the nearest right one, and UsageError for a module that cannot be imported.
    """
    if name in _own(room):
        return importlib.import_module(f"copydesk.{room}.{name.replace('-', '_')}")
    for point in _points(room):
        if point.name == name:
            return _imported(point)
    raise UnknownNameError(f"there is no {room.removesuffix('s')} {name!r}", remedy=nearest(name, names(room)))


def check_class(name: str) -> Any:
    """The class of a check: the one in its module that is named as the module is. Raises UnknownNameError."""
    wanted = "".join(part.capitalize() for part in name.split("-"))
    found = getattr(load("checks", name), wanted, None)
    if not isinstance(found, type):
        raise UnknownNameError(f"the module of check {name!r} has no class {wanted}")
    return found


def languages() -> tuple[str, ...]:
    """The languages that the HTML report can speak: English, whose words stand in the code, and one a catalogue."""
    return tuple(sorted({"en", *(path.stem for path in (PACKAGE / "renderers" / "catalogues").glob("*.po"))}))


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest right name, or all of them."""
    known = tuple(known)
    return close(name, known) or f"Known are: {', '.join(known)}."


def close(name: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest right name; empty if none is near."""
    found = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    return f"Did you mean {found[0]!r}?" if found else ""


@cache
def _own(room: str) -> frozenset[str]:
    """What the package holds does not change while it runs, and a loader is sought for each file."""
    return frozenset(path.stem.replace("_", "-") for path in (PACKAGE / room).glob("[!_]*.py"))


def _imported(point: EntryPoint) -> ModuleType:
    try:
        return importlib.import_module(point.module)
    except ImportError as error:
        raise UsageError(
            f"{point.name!r} of the group {point.group} cannot be imported: {error}",
            where=point.dist.name if point.dist else None,
            remedy="Mend the package that offers it, or uninstall it.",
        ) from error


def _points(room: str) -> tuple[EntryPoint, ...]:
    return _points_on(room, tuple(sys.path))


@cache
def _points_on(room: str, path: tuple[str, ...]) -> tuple[EntryPoint, ...]:  # noqa: ARG001 - another path, other points
    """Reading the metadata of everything installed takes milliseconds, and a loader is sought for each file."""
    return tuple(entry_points(group=f"copydesk.{room}"))
