"""The command line in this process: what a user would type, and the exit status that comes back."""

from pathlib import Path

import pytest

from copydesk.cli import main


def run(*arguments: str | Path) -> int:
    """The exit status of one command."""
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    return int(ended.value.code or 0)
