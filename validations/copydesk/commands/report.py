"""`copydesk report`: make the report of a folder written by --out again."""

import json
import webbrowser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copydesk import registry
from copydesk.commands import _options as options
from copydesk.commands import _outputs as outputs
from copydesk.errors import InputNotFoundError, UsageError

if TYPE_CHECKING:
    from copydesk.model import Report


@click.command("report")
@click.argument("folder", metavar="DIR", type=options.PathType(path_type=Path))
@options.formats
@click.option("--language", type=click.Choice(registry.languages()), help="The language of the HTML report.")
@click.option(
    "--evidence", type=click.Choice(["spans", "none"]), help="Show less: spans without text, or not even headlines."
)
@click.option("--open", "show", is_flag=True, help="Open the HTML report in the browser.")
def command(folder: Path, formats: Sequence[str], language: str | None, evidence: str | None, show: bool) -> None:
    """Make the report of a folder written by --out again."""
    from copydesk import pipeline  # noqa: PLC0415
    from copydesk.renderers import renderer  # noqa: PLC0415
    from copydesk.withhold import withheld  # noqa: PLC0415

    file = folder / "report.json"
    if not file.is_file():
        raise InputNotFoundError(
            "holds no report.json", where=str(folder), remedy="Name a folder that check --out wrote."
        )
    wanted = outputs.outputs(formats)
    made = pipeline.refilled(_parsed(file), folder, outputs.listed(wanted))
    made = replace(made, language=language or made.language)
    made = withheld(made, evidence) if evidence else made
    outputs.emit(made, wanted, quiet=False)
    if show:
        page = folder / "report.html"
        if language or evidence or not page.is_file():
            page.write_text(renderer("html").render(made), encoding="utf-8")
        webbrowser.open(page.absolute().as_uri())


def _parsed(file: Path) -> "Report":
    """The report that a file holds. Raises UsageError for a file that is cut, damaged, or no report."""
    from copydesk.renderers.json import parse  # noqa: PLC0415

    remedy = "Run `copydesk check` again with --out."
    try:
        text = file.read_text(encoding="utf-8")
        json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"is no whole JSON: it breaks at line {error.lineno}, column {error.colno}"
        raise UsageError(problem, where=str(file), remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise UsageError("is damaged: it is not UTF-8", where=str(file), remedy=remedy) from error
    try:
        return parse(text)
    except UsageError as error:
        # without a cause it is of another version, and says so
        problem = "is no report of copydesk, or lacks a part of one" if error.__cause__ else error.problem
        raise UsageError(problem, where=str(file), remedy=remedy) from error
