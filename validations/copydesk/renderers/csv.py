"""The findings as a table for a spreadsheet: CSV with a line of names, in UTF-8.

Cells that a spreadsheet would take for a formula begin with an apostrophe, and what no eye can see is shown.
"""

import csv
from collections.abc import Iterator
from dataclasses import fields
from io import StringIO
from typing import Any

from copydesk.model import Finding, Report
from copydesk.renderers import _listing as listing
from copydesk.renderers import _logs as logs
from copydesk.renderers import _marks as marks

SUFFIX = ".csv"
LISTED = 100_000
COLUMNS = tuple(each.name for each in fields(Finding))
"""Those of findings.parquet, in their order."""
LEFT_OUT = "left-out"
"""The kind of a row that counts what is not listed."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """A row a finding, check by check; a check with more of them than are listed ends with a row that counts the rest.

    Null is an empty cell.
    """
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for each in listing.listings(report):
        table.writerows([_cell(getattr(finding, name)) for name in COLUMNS] for finding in each.findings)
        table.writerows(_rest(each))
    return logs.broken(out.getvalue())


def _rest(each: listing.Listing) -> Iterator[list[Any]]:
    if each.left_out:
        told = {"check": each.check.check, "kind": LEFT_OUT, "count": each.left_out, "message": each.rest}
        yield [_cell(told.get(name)) for name in COLUMNS]


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    shown = marks.visible(value)
    return f"'{shown}" if value.lstrip(" \u00a0").startswith(FORMULA) else shown
