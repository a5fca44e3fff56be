"""`copydesk baseline`: write down the findings of a run as known."""

from pathlib import Path

import click

from copydesk.commands import _options as options
from copydesk.commands import _outputs as outputs
from copydesk.commands import _runs as runs
from copydesk.errors import InputNotFoundError

FILE = "copydesk-baseline.txt"
COLUMNS = ("fingerprint", "check")


@click.command("baseline")
@click.argument("folder", metavar="DIR", type=options.PathType(path_type=Path))
@click.option(
    "--write",
    "file",
    type=options.PathType(path_type=Path, dir_okay=False),
    default=FILE,
    show_default=True,
    help="The file.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(folder: Path, file: Path, quiet: bool) -> None:
    """Write the findings of a folder written by --out as known ones.

    `copydesk check --baseline FILE` then blocks on others alone. Waived findings are left out. The file holds no text
    of any article: fingerprint, count and check, in sorted lines.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415

    from copydesk import baseline  # noqa: PLC0415
    from copydesk.damage import intact  # noqa: PLC0415
    from copydesk.folders import require  # noqa: PLC0415
    from copydesk.model import Status  # noqa: PLC0415

    findings = folder / "findings.parquet"
    if not findings.is_file():
        raise InputNotFoundError(
            "holds no findings.parquet", where=str(folder), remedy="Name a folder that `copydesk check --out` wrote."
        )
    require(findings, (*COLUMNS, "status"))
    with intact(findings):
        known = pq.read_table(findings, columns=list(COLUMNS), filters=[("status", "!=", str(Status.WAIVED))])
    pairs = list(zip(known["fingerprint"].to_pylist(), known["check"].to_pylist(), strict=True))
    text = baseline.render(pairs)
    outputs.place(file, f"--write {file}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if not quiet:
        lines = runs.counted(len(set(pairs)), "lines")
        click.echo(runs.inline(f"{runs.counted(len(pairs), 'findings')} ({lines}) in {file}"))
