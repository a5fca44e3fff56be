"""Text tables: CSV, TSV, and their kin with semicolons or bars."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, islice
from typing import BinaryIO

from copydesk.errors import UnreadableFileError
from copydesk.loaders._columns import listed
from copydesk.loaders._csv_dialect import LINES as SAMPLE_LINES
from copydesk.loaders._csv_dialect import Guess, guess, is_header, is_known, suggestion
from copydesk.loaders._csv_rows import RECORD, Cells, Feed, rows
from copydesk.loaders._encoding import opened
from copydesk.loaders._tabular import Row, loaded, unique_names
from copydesk.model import Loaded, Origin, Reject

SUFFIXES = (".csv", ".tsv", ".tab", ".psv")

_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0C, 0x0D})


def sniff(head: bytes, name: str) -> int:
    """Sure of text under its own suffix; of other text only where row after row has the same cells."""
    text = _text(head)
    if text is None or text.lstrip()[:1] in {"{", "[", "<", ""}:
        return 0
    if name.endswith(SUFFIXES):
        return 86
    lines = text.splitlines(keepends=True)[:SAMPLE_LINES]
    lines = lines[:-1] if len(lines) > 3 else lines
    first = [line for line in lines if line.strip()][:10]
    if not any(sum(each in line for line in first) >= max(3, 0.8 * len(first)) for each in ",\t;|"):
        return 0
    found = guess(lines)
    return 66 if len(found.rows) >= 3 and found.width > 1 and found.share >= 0.9 and _is_table(found, lines) else 0


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """A record for each row; a reject for each row of another width, and for faulty quotes.

    Empty cells are null. A file whose first row holds data needs [columns] by number. Lines are those of the file,
    whatever line breaks the cells hold. Raises UnreadableFileError (no-header, bad-quoting), and as `loaded` does.
    """
    # The limit is the interpreter's, not the reader's; a body may well be longer than the default.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * RECORD))
    with opened(stream) as text:
        sample = list(islice(text, SAMPLE_LINES))
        found = guess(sample, origin.file.lower())
        header, used = _header(found, sample, origin)
        names = tuple(unique_names(header or [""] * found.width))
        feed = Feed(chain(sample[used:], text), origin.line + used)
        yield from loaded(_rows(rows(feed, found.dialect, len(names)), names, origin.record), origin, names)


def _header(found: Guess, sample: Sequence[str], origin: Origin) -> tuple[Sequence[str], int]:
    """The names of the columns and the lines they take; nothing and 0 if the first row is data.

    Raises UnreadableFileError (empty-file, no-header).
    """
    first, used = _first_row(found, sample)
    if not first:
        raise UnreadableFileError("empty-file", "the file holds no row", remedy="Leave it out, or write it again.")
    wanted = origin.columns.values()
    if is_header(first) or any(cell in wanted for cell in first):
        return (["", *first] if _has_row_names(found, len(first)) else first), used
    if wanted and all(isinstance(each, int) for each in wanted):
        return (), 0
    columns = suggestion(found.rows, found.width)
    raise UnreadableFileError(
        "no-header",
        f"its first row does not name the columns but holds data: {listed(first)}",
        remedy=f"Say under [columns] which is which, counted from 0. It looks like {columns}.",
    )


def _has_row_names(found: Guess, names: int) -> bool:
    """Whether rows begin with a cell that has no name, as R writes them; a delimiter at their end is another matter."""
    return found.width == names + 1 and found.share > 0.6 and any(row[-1] for row in found.rows)


def _first_row(found: Guess, sample: Sequence[str]) -> tuple[list[str], int]:
    """The first row that is not blank, and the line of the sample it ends on; none if its quotes are faulty."""
    table = csv.reader(iter(sample), **found.dialect.arguments())
    try:
        cells = next((cells for cells in table if any(map(str.strip, cells))), [])
    except csv.Error:
        return [sample[0]] if sample else [], 0
    return cells, table.line_num


def _rows(table: Iterator[Cells | Reject], names: Sequence[str], record: int) -> Iterator[Row | Reject]:
    for number, each in enumerate(table, start=record):
        if isinstance(each, Reject):
            yield replace(each, record=number)
        else:
            values = {name: cell or None for name, cell in zip(names, each.cells, strict=True)}
            yield Row(values, number, each.line, _starts(names, each) if each.lines > 1 else None)


def _starts(names: Sequence[str], row: Cells) -> dict[str, int]:
    """The line on which each cell begins."""
    breaks = (cell.count("\n") for cell in row.cells)
    return dict(zip(names, accumulate(breaks, initial=row.line), strict=False))


def _text(head: bytes) -> str | None:
    """The beginning of a file as text, roughly; null if it is binary."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return None if 200 * controls > len(head) else head.decode("utf-8-sig", "replace")


def _is_table(found: Guess, lines: Sequence[str]) -> bool:
    """Whether text with so regular delimiters is a table, and not prose: tabs, names that are known, quoted cells."""
    first = found.rows[0]
    return (
        found.dialect.delimiter == "\t"
        or (is_header(first) and any(map(is_known, first)))
        or all(line.startswith('"') for line in lines if line.strip())
    )
