"""One file an output format. A renderer is a module that has

    SUFFIX: str                          the ending of its files, with the dot
    def render(report: Report) -> str    the whole output; sees only model

and whose docstring's first line says what it is for. Text of the data is hostile: each format escapes in one place.
"""

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
