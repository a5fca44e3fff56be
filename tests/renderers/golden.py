"""The golden files of the renderers.

To renew them, and look at the difference: PYTHONPATH=tests python -m renderers.golden
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from lxml import html as lxml_html

from copydesk import registry
from copydesk.renderers import html, rendered, renderer, text
from renderers import sample

FOLDER = Path(__file__).parent / "golden"
OUTLINED = {"section", "article", "details", "table", "tr", "li", "form", "header", "nav", "main", "footer", "dl"}


def at_width(columns: int) -> str:
    """The text of the sample at a width of the terminal."""
    with patch.dict(os.environ, {"COLUMNS": str(columns)}):
        return text.render(sample.report())


def written(name: str) -> str:
    """The sample in a format, as a command would write it."""
    with patch.dict(os.environ):
        os.environ.pop("COLUMNS", None)
        return rendered(sample.report(), name)


def file_name(name: str) -> str:
    """`report.md`; with the format's name where two have one ending."""
    endings = [renderer(each).SUFFIX for each in registry.names("renderers")]
    ending = renderer(name).SUFFIX
    return (
        f"report{ending}"
        if endings.count(ending) == 1 or name == ending.removeprefix(".")
        else f"report.{name}{ending}"
    )


def outline() -> str:
    """The structure of the page: its sections, tables and lists, with ids, classes and headings."""
    root = lxml_html.document_fromstring(html.render(sample.report()).encode())
    return "\n".join(_lines(root.body, 0)) + "\n"


def _lines(element: lxml_html.HtmlElement, depth: int) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        heading = child.tag in {"h1", "h2", "h3", "h4", "th"}
        if child.tag in OUTLINED or heading:
            names = "".join([f"#{child.get('id')}" if child.get("id") else "", *(f".{c}" for c in child.classes)])
            yield "  " * depth + child.tag + names + (f" {' '.join(child.text_content().split())}" if heading else "")
        yield from _lines(child, depth + (child.tag in OUTLINED))


OTHERWISE = {"html", "text"}
"""Formats that are kept at two widths, or as an outline."""

GOLDEN: dict[str, Callable[[], str]] = {
    **{file_name(each): partial(written, each) for each in registry.names("renderers") if each not in OTHERWISE},
    "report-80.txt": lambda: at_width(80),
    "report-120.txt": lambda: at_width(120),
    "report.outline.txt": outline,
}

if __name__ == "__main__":
    for name, make in GOLDEN.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
