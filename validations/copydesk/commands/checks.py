"""`copydesk checks`: list the checks."""

import click

from copydesk import registry


@click.command("checks")
def command() -> None:
    """List the checks."""
    from copydesk.doc import parse  # noqa: PLC0415

    for name in registry.names("checks"):
        made = registry.check_class(name)
        click.echo(f"{name:24}{made.severity:9}{parse(made.__doc__).wants}")
