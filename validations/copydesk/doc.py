"""The parts of a check's docstring, the one source of its page, its report sentences and `copydesk explain`.

First line: what is wrong with the data.

Further text.

## Why it matters
## Example
## What to do
"""

import inspect
import re
from dataclasses import dataclass

HEADINGS = ("Why it matters", "Example", "What to do")


@dataclass(frozen=True, slots=True)
class Doc:
    """`wants` is the first line, `detail` what follows it; the other parts are the sections, in Markdown."""

    wants: str
    detail: str
    why: str
    example: str
    remedy: str


def parse(docstring: str | None) -> Doc:
    """The parts of a docstring; a missing one is empty."""
    head, *sections = re.split(r"^## ", inspect.cleandoc(docstring or ""), flags=re.MULTILINE)
    first, _, detail = head.strip().partition("\n")
    parts = {title.strip(): text.strip() for title, _, text in (section.partition("\n") for section in sections)}
    return Doc(first, detail.strip(), *(parts.get(heading, "") for heading in HEADINGS))
