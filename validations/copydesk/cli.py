"""The command line: `copydesk check`, `load`, `report`, `checks` and `explain`."""

import os
import sys
import traceback
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk import registry
from copydesk.errors import CopydeskError, InputNotFoundError, UsageError
from copydesk.model import ExitStatus
from copydesk.runtime import collect_rarely

if TYPE_CHECKING:
    from copydesk.config import Config
    from copydesk.model import Report
    from copydesk.pipeline import Progress, Request

DOCS_FORMAT = "gx-docs"
DEFAULT_FORMAT = "text"

_inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
_config = click.option("--config", "config_file", type=click.Path(path_type=Path), help="The configuration file.")
_settings = click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Set one key of the configuration."
)
_as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that counts as today (default: today, UTC)."
)
_jobs = click.option("--jobs", type=click.IntRange(1), default=None, help="Worker processes (default: one a core).")
_quiet = click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
_form = click.option("--input-format", metavar="NAME", help="The format of every INPUT; needed for none but odd ones.")
_formats = click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help=f"An output format ({', '.join((*registry.names('renderers'), DOCS_FORMAT))}); without FILE to the terminal.",
)


def _common(command: Callable[..., None]) -> Callable[..., None]:
    for option in (_quiet, _jobs, _as_of, _form, _settings, _config, _inputs):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copydesk")
def cli() -> None:
    """A data-quality gate for news datasets.

    Article files in (text scrapes, HTML, JSON, CSV, Parquet, feeds); tables, findings with evidence, a verdict and a
    report out. Exit codes: 0 passed, 1 blocked, 2 bad use, 3 nothing could be checked or trusted.
    """


@cli.command()
@_common
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write tables and reports to this folder."
)
@_formats
@click.option("--select", metavar="CHECK,...", help="Run only these checks.")
@click.option("--ignore", metavar="CHECK,...", help="Do not run these checks.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="The least severity that blocks.")
@click.option("--sample", type=click.IntRange(0), help="Findings of a check that a report shows.")
@click.pass_context
def check(ctx: click.Context, /, **given: Any) -> None:
    """Check article files, and say whether the dataset passes.

    INPUT is a file, a folder, a glob pattern, - for standard input, or a folder written by --out.
    """
    from copydesk import pipeline  # noqa: PLC0415 - half a second that --help need not wait

    outputs = [_output(each) for each in given["formats"]]
    if sum(file is None for _, file in outputs) > 1:
        raise UsageError("two formats would go to the terminal", remedy="Give all but one a file: --format NAME=FILE.")
    with _progress(quiet=given["quiet"]) as progress:
        request = replace(_request(given), out=given["out"], docs=_docs(outputs))
        with pipeline.running(request, progress) as run:
            report = pipeline.check(run)
    _emit(report, outputs, quiet=given["quiet"])
    ctx.exit(int(report.exit_status))


@cli.command()
@_common
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write.")
@click.pass_context
def load(ctx: click.Context, /, **given: Any) -> None:
    """Turn article files into Parquet tables, without checking them."""
    from copydesk import pipeline  # noqa: PLC0415

    request = replace(_request(given), out=given["out"])
    with _progress(quiet=given["quiet"]) as progress, pipeline.running(request, progress) as run:
        pipeline.manifest(run, pipeline.load(run))
        rows = {name: table.rows for name, table in run.tables.items()}
        columns = run.columns
    if not given["quiet"]:
        click.echo(", ".join(f"{count:,} {name}" for name, count in rows.items()) + f" in {given['out']}")
        for file, mapped in columns.items():
            pairs = ", ".join(f"{field} <- {column}" for field, column in mapped.mapped.items())
            click.echo(_plain(f"  {file}: {pairs}"))
    ctx.exit(int(ExitStatus.PASSED if rows["articles"] else ExitStatus.UNTRUSTED))


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_formats
@click.option("--open", "show", is_flag=True, help="Open the HTML report in the browser.")
def report(folder: Path, formats: Sequence[str], show: bool) -> None:
    """Make the report of a folder written by --out again."""
    from copydesk.renderers import json, renderer  # noqa: PLC0415

    file = folder / "report.json"
    if not file.is_file():
        raise InputNotFoundError(
            "holds no report.json", where=str(folder), remedy="Name a folder that check --out wrote."
        )
    made = json.parse(file.read_text(encoding="utf-8"))
    _emit(made, [_output(each) for each in formats], quiet=False)
    if show:
        page = folder / "report.html"
        if not page.is_file():
            page.write_text(renderer("html").render(made), encoding="utf-8")
        webbrowser.open(page.absolute().as_uri())


@cli.command()
def checks() -> None:
    """List the checks."""
    from copydesk.doc import parse  # noqa: PLC0415

    for name in registry.names("checks"):
        made = registry.check_class(name)
        click.echo(f"{name:24}{made.severity:9}{parse(made.__doc__).wants}")


@cli.command()
@click.argument("name", metavar="CHECK")
def explain(name: str) -> None:
    """Say what a check looks for, why, and what to do."""
    from copydesk.doc import parse  # noqa: PLC0415

    made = registry.check_class(name)
    doc = parse(made.__doc__)
    click.echo(f"{name} ({made.severity})\n\n{doc.wants}\n")
    for title, text in (
        ("", doc.detail),
        ("Why it matters", doc.why),
        ("Example", doc.example),
        ("What to do", doc.remedy),
    ):
        if text:
            click.echo(f"{title}\n\n{text}\n" if title else f"{text}\n")
    click.echo("Kinds\n")
    for kind, meaning in made.kinds.items():
        click.echo(f"  {kind}: {meaning}")
    if made.options():
        click.echo(f"\nOptions, under [checks.{name}]\n")
        for each in made.options():
            click.echo(f"  {each.name} = {each.default!r}: {each.metadata['doc']}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    collect_rarely()
    try:
        status = cli.main(arguments, prog_name="copydesk", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(int(ExitStatus.BAD_USE))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        # whoever read our output has gone: nothing more to say, and nothing to complain of at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except CopydeskError as error:
        click.echo(f"copydesk: {_plain(str(error))}", err=True)
        sys.exit(int(ExitStatus.BAD_USE if isinstance(error, UsageError) else ExitStatus.UNTRUSTED))
    except Exception:
        click.echo(traceback.format_exc(), err=True)
        click.echo("copydesk: crashed; the data was not checked. Please report the lines above.", err=True)
        sys.exit(int(ExitStatus.UNTRUSTED))
    sys.exit(status if isinstance(status, int) else 0)


def _request(given: dict[str, Any]) -> "Request":
    from copydesk.pipeline import Request  # noqa: PLC0415

    inputs = tuple(given["inputs"])
    stdin = sys.stdin.buffer.read() if "-" in inputs else None
    if given["input_format"]:
        registry.load("loaders", given["input_format"])
    jobs = given["jobs"] or os.cpu_count() or 1
    return Request(inputs, _configuration(given), jobs=jobs, form=given["input_format"], stdin=stdin)


def _configuration(given: dict[str, Any]) -> "Config":
    from copydesk import config  # noqa: PLC0415

    file = given["config_file"]
    if file and not file.is_file():
        raise InputNotFoundError("there is no such file", where=f"--config {file}", remedy="Name a file that exists.")
    read = config.read(file or config.find(Path.cwd()), given["settings"])
    day: datetime | None = given["as_of"]
    values: dict[str, Any] = {"as_of": day.date() if day else None, "fail_on": given.get("fail_on")}
    values["sample"] = given.get("sample")
    values["select"] = _list(given.get("select"))
    values["ignore"] = _list(given.get("ignore"))
    return replace(read, **{key: value for key, value in values.items() if value is not None})


def _list(text: str | None) -> tuple[str, ...] | None:
    return tuple(each.strip() for each in text.split(",") if each.strip()) if text else None


def _output(text: str) -> tuple[str, Path | None]:
    name, equals, file = text.partition("=")
    if name == DOCS_FORMAT:
        if not file:
            raise UsageError(f"{DOCS_FORMAT} writes a folder", remedy=f"Name it: --format {DOCS_FORMAT}=DIR.")
    else:
        registry.load("renderers", name)
    if equals and not file:
        raise UsageError(f"--format {text} names no file", remedy="Write NAME=FILE, or NAME alone for the terminal.")
    return name, Path(file) if file else None


def _docs(outputs: Sequence[tuple[str, Path | None]]) -> Path | None:
    return next((file for name, file in outputs if name == DOCS_FORMAT), None)


def _emit(made: "Report", outputs: Sequence[tuple[str, Path | None]], *, quiet: bool) -> None:
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


def _show(made: "Report") -> None:
    from rich.console import Console  # noqa: PLC0415

    from copydesk.renderers import text  # noqa: PLC0415

    if sys.stdout.isatty():
        text.render_terminal(made, Console())
    else:
        click.echo(text.render(made), nl=False)


@contextmanager
def _progress(*, quiet: bool) -> Iterator["Progress"]:
    """A line on the terminal's standard error that says what is going on; nothing in CI, in a pipe, or when quiet."""
    if quiet or not sys.stderr.isatty() or os.environ.get("CI"):
        yield _nothing
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status("start") as status:
        yield status.update


def _nothing(_: str) -> None:
    """The progress of a run that nobody watches."""


def _plain(text: str) -> str:
    """Text that may hold names of files, without what a terminal would act upon."""
    return "".join(each if each.isprintable() or each == "\n" else f"\\x{ord(each):02x}" for each in text)
