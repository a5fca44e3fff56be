"""The command line; its commands are the modules of commands/."""

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from copydesk.commands import Commands
from copydesk.commands._outputs import plain
from copydesk.errors import CopydeskError, OutputError, UsageError
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
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(int(ExitStatus.BAD_USE))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        # whoever read our output has gone: nothing more to say
        _discard_output()
        sys.exit(141)
    except OSError as error:
        sys.exit(_failed(_unwritten(error) or error))
    except Exception as error:
        sys.exit(_failed(error))
    sys.exit(status if isinstance(status, int) else 0)


def _failed(error: Exception) -> int:
    """Say what went wrong; returns the exit code."""
    if isinstance(error, CopydeskError):
        click.echo(f"copydesk: {plain(str(error))}", err=True)
        return int(ExitStatus.BAD_USE if isinstance(error, UsageError) else ExitStatus.UNTRUSTED)
    click.echo(plain("".join(traceback.format_exception(error))), err=True)
    click.echo("copydesk: crashed, and says nothing of the data. Please report the lines above.", err=True)
    return int(ExitStatus.UNTRUSTED)


def _unwritten(error: OSError) -> OutputError | None:
    """What an error says of a place that cannot be written (or read); null if it speaks of no such place.

    What reads the data makes rejects of its errors: those that come here are of places that an option names.
    """
    if error.errno not in _REMEDIES:
        return None
    if error.filename is None:
        if where := "standard output" if _printing(error) else None:
            _discard_output()
        return OutputError(f"cannot be written: {os.strerror(error.errno)}", where=where, remedy=_remedy(error))
    path = Path(os.fsdecode(error.filename))
    # a folder that we make beside the one that was named tells nobody anything
    path = next((each.parent for each in (path, *path.parents) if each.name.startswith(".copydesk-")), path)
    closed = os.access(path, os.F_OK) and not os.access(path, os.R_OK)
    verb = "read" if closed else "written"
    return OutputError(f"cannot be {verb}: {os.strerror(error.errno)}", where=str(path), remedy=_remedy(error))


def _remedy(error: OSError) -> str:
    return _REMEDIES[error.errno or 0]


_RIGHTS = "Name another place, or give yourself the right to this one."
_ROOM = "Make room there, or name another place."
_FOLDER = "A file stands where a folder is needed: name another place."
_OTHER = "Name another place."
_REMEDIES = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _RIGHTS),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _ROOM),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR), _FOLDER),
    **dict.fromkeys((errno.ENAMETOOLONG, errno.ELOOP, errno.EIO), _OTHER),
    errno.EISDIR: "It is a folder: name a file.",
}
"""What to do about a place, by what the file system says of it."""


def _printing(error: OSError) -> bool:
    """Whether it was raised while something was printed."""
    return any(frame.f_code is click.echo.__code__ for frame, _ in traceback.walk_tb(error.__traceback__))


def _discard_output() -> None:
    """Send nothing more to standard output, so that nothing complains at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
