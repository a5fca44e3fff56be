"""How a report is put out: to files and to the terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copydesk import registry
from copydesk.commands._options import DOCS_FORMAT
from copydesk.errors import UsageError

if TYPE_CHECKING:
    from copydesk.model import Report

DEFAULT_FORMAT = "text"
Output = tuple[str, Path | None]


def output(text: str) -> Output:
    """What one --format says: the format's name, and its file or null. Raises UsageError."""
    name, equals, file = text.partition("=")
    if name == DOCS_FORMAT:
        if not file:
            raise UsageError(f"{DOCS_FORMAT} writes a folder", remedy=f"Name it: --format {DOCS_FORMAT}=DIR.")
    else:
        registry.load("renderers", name)
    if equals and not file:
        raise UsageError(f"--format {text} names no file", remedy="Write NAME=FILE, or NAME alone for the terminal.")
    return name, Path(file) if file else None


def docs(outputs: Sequence[Output]) -> Path | None:
    """The folder for Data Docs, if they are asked for."""
    return next((file for name, file in outputs if name == DOCS_FORMAT), None)


def emit(made: "Report", outputs: Sequence[Output], *, quiet: bool) -> None:
    """Write every format; the terminal gets the text report unless another format goes there."""
    from copydesk.renderers import renderer  # noqa: PLC0415

    for name, file in outputs:
        if name != DOCS_FORMAT and file:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(renderer(name).render(made), encoding="utf-8")
    shown = next((name for name, file in outputs if file is None), DEFAULT_FORMAT)
    if shown != DEFAULT_FORMAT:
        click.echo(renderer(shown).render(made), nl=False)
    elif not quiet:
        _show(made)


def plain(text: str) -> str:
    """Text that may hold names of files, without what a terminal would act upon."""
    return "".join(each if each.isprintable() or each == "\n" else f"\\x{ord(each):02x}" for each in text)


def _show(made: "Report") -> None:
    from rich.console import Console  # noqa: PLC0415

    from copydesk.renderers import text  # noqa: PLC0415

    if sys.stdout.isatty():
        text.render_terminal(made, Console())
    else:
        click.echo(text.render(made), nl=False)
