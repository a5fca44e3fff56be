"""`copydesk checks`: list the checks."""

import click

from copydesk import registry


@click.command("checks")
def command() -> None:
    """List the checks."""
    from copydesk.doc import parse  # noqa: PLC0415

    names = registry.names("checks")
    width = max(map(len, names)) + 2
    for name in names:
        made = registry.check_class(name)
        click.echo(f"{name:{width}}{made.severity:9}{parse(made.__doc__).wants}")
