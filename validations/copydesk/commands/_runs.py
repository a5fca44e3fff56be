"""What the user said -> what the pipeline runs, and how a run is watched."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from copydesk import registry
from copydesk.commands._outputs import is_terminal, plain
from copydesk.errors import InputNotFoundError

if TYPE_CHECKING:
    from copydesk.config import Config
    from copydesk.run import Progress, Request

UNTOLD = frozenset({"inputs", "out", "as_of", "fail_on", "formats", "jobs", "quiet"})
"""Parameters that the report has itself, or that change nothing of it."""


def request(given: dict[str, Any]) -> "Request":
    """A run over the inputs that a command was given."""
    from copydesk.run import Request  # noqa: PLC0415

    inputs = tuple(given["inputs"])
    stdin = sys.stdin.buffer.read() if "-" in inputs else None
    if given["input_format"]:
        registry.load("loaders", given["input_format"])
    return Request(inputs, configuration(given), jobs=jobs(given), form=given["input_format"], stdin=stdin)


def options(ctx: click.Context) -> tuple[str, ...]:
    """The words of the command line that decide what a report says; inputs, day and folder the report has itself."""
    told = (
        (max(each.opts, key=len), ctx.params[each.name])
        for each in ctx.command.params
        if each.name and each.name not in UNTOLD and ctx.get_parameter_source(each.name) is ParameterSource.COMMANDLINE
    )
    return tuple(
        word
        for name, value in told
        for each in (value if isinstance(value, tuple) else (value,))
        for word in (name, str(each))
    )


def jobs(given: dict[str, Any]) -> int:
    """How many worker processes a run may have."""
    return given["jobs"] or os.cpu_count() or 1


def warm(given: dict[str, Any]) -> None:
    """Let the server that worker processes are forked from start, if there are to be some."""
    if jobs(given) > 1:
        from copydesk.engines import _pool  # noqa: PLC0415

        _pool.warm()


def configuration(given: dict[str, Any]) -> "Config":
    """The configuration that a command goes by: the file's, with what options say over it."""
    from copydesk import config  # noqa: PLC0415

    file = given["config_file"]
    if file and not file.is_file():
        raise InputNotFoundError("there is no such file", where=f"--config {file}", remedy="Name a file that exists.")
    read = config.read(file or config.find(Path.cwd()), given["settings"])
    day: datetime | None = given["as_of"]
    values: dict[str, Any] = {"as_of": day.date() if day else None, "fail_on": given.get("fail_on")}
    values |= {name: given.get(name) for name in ("sample", "evidence", "seen", "baseline", "waivers")}
    values["select"] = _list(given.get("select"))
    values["ignore"] = _list(given.get("ignore"))
    return replace(read, **{key: value for key, value in values.items() if value is not None})


def counted(count: int, many: str) -> str:
    """A count with its noun, given in the plural: `1 reject`, `1,200 articles`."""
    return f"{count:,} {many.removesuffix('s') if count == 1 else many}"


def inline(text: str) -> str:
    """Text of the data, or the name of a file, on one line, without what a terminal would act upon."""
    return plain(text).replace("\n", "\\x0a")


@contextmanager
def progress(*, quiet: bool) -> Iterator["Progress"]:
    """A line on the terminal's standard error that says what is going on; nothing in CI, in a pipe, or when quiet."""
    if quiet or not is_terminal(sys.stderr) or os.environ.get("CI"):
        yield _nothing
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status("start") as status:
        yield status.update


def _list(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(each.strip() for each in text.split(",") if each.strip())


def _nothing(_: str) -> None:
    """The progress of a run that nobody watches."""
