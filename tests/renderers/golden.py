"""The golden files of the renderers.

To renew them, and look at the difference: PYTHONPATH=tests python -m renderers.golden
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from lxml import html as lxml_html

from copydesk.renderers import html, json, text
from renderers import sample

FOLDER = Path(__file__).parent / "golden"
OUTLINED = {"section", "article", "details", "table", "tr", "li", "form", "header", "nav", "main", "footer", "dl"}


def at_width(columns: int) -> str:
    """The text of the sample at a width of the terminal."""
    with patch.dict(os.environ, {"COLUMNS": str(columns)}):
        return text.render(sample.report())


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


GOLDEN: dict[str, Callable[[], str]] = {
    "report.json": lambda: json.render(sample.report()),
    "report-80.txt": lambda: at_width(80),
    "report-120.txt": lambda: at_width(120),
    "report.outline.txt": outline,
}

if __name__ == "__main__":
    for name, make in GOLDEN.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
