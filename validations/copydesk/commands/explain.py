"""`copydesk explain`: say what a check looks for, why, and what to do."""

import click

from copydesk import registry
from copydesk.commands._wrapped import echo


@click.command("explain")
@click.argument("name", metavar="CHECK")
def command(name: str) -> None:
    """Say what a check looks for, why, and what to do.

    At a terminal the text is wrapped at its width; piped it is the same wherever it runs.
    """
    from copydesk.doc import parse  # noqa: PLC0415

    made = registry.check_class(name)
    doc = parse(made.__doc__)
    echo(f"{name} ({made.severity})\n\n{doc.wants}\n")
    for title, text in (
        ("", doc.detail),
        ("Why it matters", doc.why),
        ("Example", doc.example),
        ("What to do", doc.remedy),
    ):
        if text:
            echo(f"{title}\n\n{text}\n" if title else f"{text}\n")
    echo("Kinds\n")
    for kind, meaning in made.kinds.items():
        echo(f"  {kind}: {meaning}", hang=4)
    if made.options():
        echo(f"\nOptions, under [checks.{name}]\n")
        for each in made.options():
            echo(f"  {each.name} = {each.default!r}: {each.metadata['doc']}", hang=4)
