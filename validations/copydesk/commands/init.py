"""`copydesk init`: draft a configuration from the data."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from copydesk.commands import _options as options
from copydesk.commands import _outputs as outputs
from copydesk.commands import _runs as runs
from copydesk.errors import OutputError, UntrustedError

FILE = "copydesk.toml"


@click.command("init")
@options.common
@click.option(
    "--write", "file", type=options.PathType(path_type=Path), default=FILE, show_default=True, help="The file."
)
def command(file: Path, **given: Any) -> None:
    """Draft copydesk.toml from the data, with what is so today as comments."""
    from copydesk import drafting, pipeline  # noqa: PLC0415
    from copydesk.model import Verdict  # noqa: PLC0415
    from copydesk.run import running  # noqa: PLC0415

    if file.exists():
        raise OutputError("exists already", where=str(file), remedy="Move it away, or name another by --write FILE.")
    outputs.place(file, f"--write {file}")
    with runs.progress(quiet=given["quiet"]) as progress, running(runs.request(given), progress) as run:
        report = pipeline.check(run)
        if report.verdict is Verdict.UNTRUSTED:
            raise UntrustedError(" ".join(report.reasons), remedy="Nothing was written.")
        # what the report withholds is the user's own configuration, from which the draft begins
        report = replace(report, configuration=dict(run.request.config.raw))
        text = drafting.draft(report, drafting.zoneless(run.engine, run.tables["articles"]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if not given["quiet"]:
        click.echo(runs.inline(f"{file} is drafted: {runs.counted(len(text.splitlines()), 'lines')}"))
