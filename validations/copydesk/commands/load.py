"""`copydesk load`: turn article files into tables, without checking them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands import _options as options
from copydesk.commands import _runs as runs
from copydesk.model import ExitStatus

if TYPE_CHECKING:
    from copydesk.run import Run

TOLD = 3
"""Rejects that are told."""


@click.command("load")
@options.common
@click.option(
    "--out", type=options.PathType(path_type=Path, file_okay=False), required=True, help="The folder to write."
)
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Turn article files into Parquet tables, without checking them."""
    from copydesk import pipeline  # noqa: PLC0415
    from copydesk.run import running  # noqa: PLC0415

    request = replace(runs.request(given), out=given["out"])
    with runs.progress(quiet=given["quiet"]) as progress, running(request, progress) as run:
        pipeline.manifest(run, pipeline.load(run))
        rows = {name: table.rows for name, table in run.tables.items()}
        columns = run.columns
        refused = list(islice(_refused(run), TOLD))
    if not given["quiet"]:
        click.echo(", ".join(runs.counted(count, name) for name, count in rows.items()) + f" in {given['out']}")
        for file, mapped in columns.items():
            pairs = ", ".join(f"{field} <- {column}" for field, column in mapped.mapped.items())
            click.echo(runs.inline(f"  {file}: {pairs or 'no column of an article'}"))
    if not given["quiet"] or not rows["articles"]:
        _tell(refused, rows, given["out"])
    ctx.exit(int(ExitStatus.PASSED if rows["articles"] else ExitStatus.UNTRUSTED))


def _refused(run: "Run") -> Iterator[str]:
    """Each reject in words, with its place."""
    for batch in run.engine.scan(run.tables["rejects"], ("source_file", "source_line", "message")):
        for row in batch.to_pylist():
            line = f":{row['source_line']}" if row["source_line"] else ""
            yield f"{row['source_file']}{line}: {row['message']}"


def _tell(refused: list[str], rows: Mapping[str, int], out: Path) -> None:
    """Some rejects, and that nothing was loaded if so it is."""
    if not rows["articles"]:
        found = "each record was refused" if rows["rejects"] else "no file, or no record in any"
        click.echo(f"copydesk: nothing was loaded: {found}", err=True)
    for each in refused:
        click.echo(runs.inline(f"  {each}"), err=True)
    if (left := rows["rejects"] - len(refused)) > 0:
        click.echo(runs.inline(f"  and {left:,} more in {out / 'rejects.parquet'}"), err=True)
