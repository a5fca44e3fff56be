"""The command line; its commands are the modules of commands/."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from copydesk.commands import Commands
from copydesk.commands._outputs import plain
from copydesk.errors import CopydeskError, UsageError
from copydesk.model import ExitStatus
from copydesk.runtime import collect_rarely


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copydesk")
def cli() -> None:
    """A data-quality gate for news datasets.

    Article files in (text scrapes, HTML, JSON, CSV, Parquet, feeds); tables, findings with evidence, a verdict and a
    report out. Exit codes: 0 passed, 1 blocked, 2 bad use, 3 nothing could be checked or trusted.
    """


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
        click.echo(f"copydesk: {plain(str(error))}", err=True)
        sys.exit(int(ExitStatus.BAD_USE if isinstance(error, UsageError) else ExitStatus.UNTRUSTED))
    except Exception:
        click.echo(plain(traceback.format_exc()), err=True)
        click.echo("copydesk: crashed; the data was not checked. Please report the lines above.", err=True)
        sys.exit(int(ExitStatus.UNTRUSTED))
    sys.exit(status if isinstance(status, int) else 0)
