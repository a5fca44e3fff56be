"""`copydesk checks`: list the checks."""

import click

from copydesk import registry
from copydesk.commands._wrapped import echo


@click.command("checks")
def command() -> None:
    """List the checks.

    At a terminal long lines are wrapped at its width; piped it is a line a check.
    """
    from copydesk.doc import parse  # noqa: PLC0415

    names = registry.names("checks")
    width = max(map(len, names)) + 2
    for name in names:
        made = registry.check_class(name)
        echo(f"{name:{width}}{made.severity:9}{parse(made.__doc__).wants}", hang=width + 9)
