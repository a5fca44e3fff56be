"""How a report is put out: to files and to the terminal."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from copydesk import registry
from copydesk.commands._options import AUTO_FORMAT, DOCS_FORMAT, format_names
from copydesk.errors import OutputError, UnknownNameError, UsageError
from copydesk.files import hindrance
from copydesk.renderers import _logs as logs

if TYPE_CHECKING:
    from copydesk.model import Report

DEFAULT_FORMAT = "text"
AUTO = (("GITHUB_ACTIONS", "github", "sarif"), ("GITLAB_CI", "text", "gitlab"), ("CI", "text", "junit"))
"""By variable that a CI system sets: the format for its log, and the one for a file that it reads."""
ELSEWHERE = ("text", "html")
Output = tuple[str, Path | None]


def output(text: str) -> Output:
    """What one --format says: the format's name, and its file or null. Raises UsageError."""
    name, equals, file = text.partition("=")
    if name == AUTO_FORMAT:
        name = _automatic(to_file=bool(file))
    if name == DOCS_FORMAT:
        if not file:
            raise UsageError(f"{DOCS_FORMAT} writes a folder", remedy=f"Name it: --format {DOCS_FORMAT}=DIR.")
    elif name in format_names():
        registry.load("renderers", name)
    else:
        raise _unknown(name)
    if equals and not file:
        raise UsageError(f"--format {text} names no file", remedy="Write NAME=FILE, or NAME alone for the terminal.")
    return name, place(Path(file), f"--format {text}", folder=name == DOCS_FORMAT) if file else None


def _unknown(name: str) -> UnknownNameError:
    known = (*format_names(), AUTO_FORMAT)
    remedy = f"{registry.close(name, known)} Known are: {', '.join(known)}."
    return UnknownNameError(f"there is no format {name!r}", where=f"--format {name}", remedy=remedy.lstrip())


def place(path: Path, where: str, *, folder: bool = False) -> Path:
    """A path that an option names to be written at. Raises OutputError where nothing can be."""
    why = hindrance(path, folder=folder)
    if why:
        raise OutputError(f"cannot be written: {why}", where=where, remedy="Name another place.")
    return path


def docs(outputs: Sequence[Output]) -> Path | None:
    """The folder for Data Docs, if they are asked for."""
    return next((file for name, file in outputs if name == DOCS_FORMAT), None)


def outputs(texts: Sequence[str]) -> tuple[Output, ...]:
    """What all --format say. Raises UsageError for one that cannot be met, and for two on the terminal."""
    wanted = tuple(output(each) for each in texts)
    if sum(file is None for _, file in wanted) > 1:
        raise UsageError("two formats would go to the terminal", remedy="Give all but one a file: --format NAME=FILE.")
    return wanted


def listed(wanted: Sequence[Output]) -> int:
    """The findings of a check that the report must hold for these formats, if more than its sample."""
    from copydesk import renderers  # noqa: PLC0415

    return renderers.listed(name for name, _ in wanted if name != DOCS_FORMAT)


def emit(made: "Report", wanted: Sequence[Output], *, quiet: bool) -> None:
    """Write every format; the terminal gets the text report unless another format goes there."""
    from copydesk import renderers  # noqa: PLC0415

    for name, file in wanted:
        if name != DOCS_FORMAT and file:
            _write(renderers.rendered(made, name), file, f"--format {name}={file}")
    shown = next((name for name, file in wanted if file is None), DEFAULT_FORMAT)
    for name in dict.fromkeys([name for name, _ in wanted if name != DOCS_FORMAT]):
        _append(made, name)
    if shown != DEFAULT_FORMAT:
        click.echo(renderers.rendered(made, shown), nl=False)
    elif not quiet:
        _show(made.limited(made.sample_limit))


def _automatic(*, to_file: bool) -> str:
    """The format that suits where we run: in a CI system its own, else one for people."""
    return next((names for variable, *names in AUTO if os.environ.get(variable)), list(ELSEWHERE))[to_file]


def _append(made: "Report", name: str) -> None:
    """Append what belongs to a format to files that the environment names, such as a job's summary."""
    from copydesk import renderers  # noqa: PLC0415

    for variable, other in renderers.appends(name).items():
        file = os.environ.get(variable)
        if file:
            _write(renderers.rendered(made, other), Path(file), f"{variable}={file}", mode="a")


def _write(text: str, file: Path, where: str, *, mode: str = "w") -> None:
    """Write a format when all is done. Raises OutputError, for what could be written before may be so no more."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open(mode, encoding="utf-8") as sink:
            sink.write(text)
    except OSError as error:
        remedy = "The data was checked. Name another place."
        raise OutputError(f"cannot be written: {error.strerror}", where=where, remedy=remedy) from error


def is_terminal(stream: TextIO | None) -> bool:
    """Whether people see what is written there; a stream that was closed before we ran is null, and none."""
    return stream is not None and stream.isatty()


def plain(text: str) -> str:
    """Text that may hold names of files, without what a terminal or the runner of a CI system would act upon."""
    return logs.broken("".join(each if each.isprintable() or each == "\n" else f"\\x{ord(each):02x}" for each in text))


def _show(made: "Report") -> None:
    from rich.console import Console  # noqa: PLC0415

    from copydesk.renderers import text  # noqa: PLC0415

    if is_terminal(sys.stdout):
        text.render_terminal(made, Console())
    else:
        click.echo(text.render(made), nl=False)
