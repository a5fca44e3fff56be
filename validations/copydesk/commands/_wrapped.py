"""Text for people at a terminal: wrapped at its width there, and line for line where it goes elsewhere."""

import re
import shutil
import sys

import click

from copydesk.commands._outputs import is_terminal

NARROW, WIDE = 20, 120
"""Columns of a terminal that are used, at least and at most: longer lines are hard to read."""
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s|[-*] |[0-9]+\. )[^\n]+)*")
"""Lines without a blank one between them; an indented line, or an item of a list, is a paragraph of its own."""


def echo(text: str, *, hang: int = 0) -> None:
    """Print text; at a terminal its paragraphs are wrapped between words, lines behind a first one `hang` columns in.

    Elsewhere nothing is broken or joined, so that what reads it finds the same wherever it runs.
    """
    if is_terminal(sys.stdout):
        columns = max(NARROW, min(WIDE, shutil.get_terminal_size().columns))
        text = PARAGRAPH.sub(lambda found: _wrapped(found[0], columns, hang), text)
    click.echo(text)


def _wrapped(paragraph: str, columns: int, hang: int) -> str:
    """A paragraph in lines; what stands in its first `hang` columns is kept as it is."""
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    hang = max(hang, len(paragraph) - len(paragraph.lstrip()))
    line = paragraph[:hang] + " ".join(paragraph[hang:].split())
    first, *others = (each.plain.rstrip() for each in Text(line).wrap(console, columns))
    if not others:
        return first
    margin = min(hang, columns // 2)
    rest = Text(line[len(first) :].strip()).wrap(console, columns - margin)
    return "\n".join([first, *(" " * margin + each.plain.rstrip() for each in rest)])
