"""`copydesk fix`: put right what has one right answer."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from copydesk.commands import _options as options
from copydesk.commands import _runs as runs


@click.command("fix")
@click.argument("folder", metavar="DIR", type=options.PathType(path_type=Path))
@click.option(
    "--out", type=options.PathType(path_type=Path, file_okay=False), required=True, help="The folder to write."
)
@options.config
@options.settings
@click.option("--select", metavar="CHECK,...", help="Fix only what these checks find.")
@click.option("--ignore", metavar="CHECK,...", help="Do not fix what these checks find.")
@options.as_of
@options.jobs
@options.quiet
def command(folder: Path, **given: Any) -> None:
    """Put right what has one right answer, and log every change.

    DIR is a folder written by --out. The new folder holds its tables with entities decoded, no-break and zero-width
    characters gone, dates in ISO 8601, exact copies left out, and whatever else a check can mend; changes.parquet
    holds each finding with the text before and after. Nothing else is touched, and fixing again changes nothing.
    """
    from copydesk import repair  # noqa: PLC0415
    from copydesk.run import running  # noqa: PLC0415

    request = replace(runs.request({**given, "inputs": (str(folder),), "input_format": None}), out=given["out"])
    counts: Counter[tuple[str, str]] = Counter()
    with runs.progress(quiet=given["quiet"]) as progress, running(request, progress) as run:
        changes = repair.fix(run, folder)
        for batch in run.engine.scan(changes, ("check", "action")):
            counts.update(zip(*(column.to_pylist() for column in batch.columns), strict=True))
    if not given["quiet"]:
        changes_made = runs.counted(sum(counts.values()), "changes")
        click.echo(runs.inline(f"{changes_made} in {given['out']}, told in changes.parquet"))
        for (check, action), count in sorted(counts.items()):
            click.echo(f"  {check}: {count:,} {action}")
