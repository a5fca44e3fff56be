"""One file an output format. A renderer is a module that has

    SUFFIX: str                          the ending of its files, with the dot
    def render(report: Report) -> str    the whole output; sees only model

and whose docstring's first line says what it is for. Text of the data is hostile: each format escapes in one place.
A report holds a sample of the findings of each check. A format that lists findings may ask for a larger one, and says
what is left out even so; one that has a file of its own in some CI system may name it:

    LISTED: int                          findings of each check that it wants, if there are so many
    APPENDS: Mapping[str, str]           by variable of the environment that names a file, the format appended there
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, cast

from copydesk import registry
from copydesk.model import Report


class Renderer(Protocol):
    """The shape of a renderer module."""

    SUFFIX: str

    def render(self, report: Report) -> str:
        """The report in this format."""


def renderer(name: str) -> Renderer:
    """The renderer of that name. Raises UnknownNameError."""
    return cast("Renderer", registry.load("renderers", name))


def listed(names: Iterable[str]) -> int:
    """The findings of a check that the greediest of some formats lists; 0 if all take what the report holds."""
    return max((_listed(name) or 0 for name in names), default=0)


def rendered(report: Report, name: str) -> str:
    """The report in a format, with as many findings as that format lists. Raises UnknownNameError."""
    return renderer(name).render(report.limited(max(_listed(name) or 0, report.sample_limit)))


def appends(name: str) -> Mapping[str, str]:
    """By variable of the environment that names a file, the format that a format has appended there."""
    return cast("Mapping[str, str]", getattr(renderer(name), "APPENDS", {}))


def _listed(name: str) -> int | None:
    return cast("int | None", getattr(renderer(name), "LISTED", None))
