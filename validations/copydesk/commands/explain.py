"""`copydesk explain`: say what a check looks for, why, and what to do."""

import click

from copydesk import registry


@click.command("explain")
@click.argument("name", metavar="CHECK")
def command(name: str) -> None:
    """Say what a check looks for, why, and what to do."""
    from copydesk.doc import parse  # noqa: PLC0415

    made = registry.check_class(name)
    doc = parse(made.__doc__)
    click.echo(f"{name} ({made.severity})\n\n{doc.wants}\n")
    for title, text in (
        ("", doc.detail),
        ("Why it matters", doc.why),
        ("Example", doc.example),
        ("What to do", doc.remedy),
    ):
        if text:
            click.echo(f"{title}\n\n{text}\n" if title else f"{text}\n")
    click.echo("Kinds\n")
    for kind, meaning in made.kinds.items():
        click.echo(f"  {kind}: {meaning}")
    if made.options():
        click.echo(f"\nOptions, under [checks.{name}]\n")
        for each in made.options():
            click.echo(f"  {each.name} = {each.default!r}: {each.metadata['doc']}")
