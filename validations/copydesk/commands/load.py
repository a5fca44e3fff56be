"""`copydesk load`: turn article files into tables, without checking them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from copydesk.commands import _options as options
from copydesk.commands import _runs as runs
from copydesk.commands._outputs import plain
from copydesk.model import ExitStatus


@click.command("load")
@options.common
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write.")
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
    if not given["quiet"]:
        click.echo(", ".join(f"{count:,} {name}" for name, count in rows.items()) + f" in {given['out']}")
        for file, mapped in columns.items():
            pairs = ", ".join(f"{field} <- {column}" for field, column in mapped.mapped.items())
            click.echo(plain(f"  {file}: {pairs}"))
    ctx.exit(int(ExitStatus.PASSED if rows["articles"] else ExitStatus.UNTRUSTED))
