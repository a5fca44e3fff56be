"""`copydesk check`: check article files, and say whether the dataset passes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from copydesk.commands import _options as options
from copydesk.commands import _outputs as outputs
from copydesk.commands import _runs as runs
from copydesk.model import LARGEST


@click.command("check")
@options.common
@click.option(
    "--out", type=options.PathType(path_type=Path, file_okay=False), help="Write tables and reports to this folder."
)
@options.formats
@click.option(
    "--schema", type=options.PathType(path_type=Path), help="Hold each record against your own JSON Schema too."
)
@click.option("--select", metavar="CHECK,...", help="Run only these checks.")
@click.option("--ignore", metavar="CHECK,...", help="Do not run these checks.")
@click.option(
    "--seen",
    type=options.PathType(file_okay=False),
    help="Compare stories with those of a dataset published earlier: a folder that --out wrote.",
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="The least severity that blocks.")
@click.option(
    "--evidence",
    type=click.Choice(["full", "spans", "none"]),
    help="What reports show of the data: all, spans without text, or not even headlines.",
)
@options.baseline
@options.waivers
@click.option(
    "--against", type=options.PathType(path_type=Path), help="The earlier version: a folder of ours, or any INPUT."
)
@click.option(
    "--quarantine",
    type=options.PathType(path_type=Path, file_okay=False),
    help="Write sound rows and refused rows apart to this folder.",
)
@click.option("--sample", type=click.IntRange(0, LARGEST), help="Findings of a check that a report shows.")
@click.option(
    "--history",
    type=options.PathType(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep what each run finds in this Parquet file, and show the trend.",
)
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Check article files, and say whether the dataset passes.

    INPUT is a file, a folder, a glob pattern, - for standard input, or a folder written by --out.
    """
    # half a second that --help need not wait; what workers are forked from is imported beside it
    runs.warm(given)
    from copydesk import own_schema, pipeline  # noqa: PLC0415
    from copydesk.run import running  # noqa: PLC0415

    wanted = outputs.outputs(given["formats"])
    with runs.progress(quiet=given["quiet"]) as progress:
        also = {name: given[name] for name in ("out", "against", "quarantine", "history")}
        also["options"] = runs.options(ctx)
        also |= {"docs": outputs.docs(wanted), "listed": outputs.listed(wanted)}
        also["schema"] = own_schema.read(given["schema"]) if given["schema"] else None
        request = replace(runs.request(given), **also)
        with running(request, progress) as run:
            report = pipeline.check(run)
    outputs.emit(report, wanted, quiet=given["quiet"])
    ctx.exit(int(report.exit_status))
