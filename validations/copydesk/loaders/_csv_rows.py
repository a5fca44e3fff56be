"""The rows of a text table with the lines they stand on; what is no row is a reject, and swallows no neighbour."""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.errors import UnreadableFileError
from copydesk.loaders._csv_dialect import Dialect
from copydesk.model import Reject

RECORD = 16 << 20
"""Code points of a row at most: a longer one is a quote that is never closed."""
REPEATED = 1 << 30
"""Code points at most that are read again behind faulty quotes, in one file."""


class Cells(NamedTuple):
    """The cells of one row, the line it begins on, and how many lines it takes."""

    cells: Sequence[str]
    line: int
    lines: int


class Feed:
    """Gives csv.reader one line after another, remembers those of the row at hand, and takes lines back.

    It says that it is at its end when a row grows too long, and goes on when it is asked again: csv.reader then
    reports the open quote and begins a new row.
    """

    def __init__(self, lines: Iterator[str], first: int) -> None:
        self.line = first
        self.taken: list[str] = []
        self._lines = lines
        self._waiting: list[str] = []
        self._size = 0
        self._repeated = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._size > RECORD:
            raise StopIteration
        line = self._waiting.pop() if self._waiting else next(self._lines)
        self.taken.append(line)
        self._size += len(line)
        return line

    def finish(self) -> None:
        """The row at hand is done."""
        self.line += len(self.taken)
        self.taken = []
        self._size = 0

    def give_back(self) -> None:
        """Take back all lines of the row at hand but the first. Raises UnreadableFileError if that goes on too long."""
        self._repeated += self._size
        if self._repeated > REPEATED:
            raise UnreadableFileError(
                "bad-quoting",
                f"too many quotes are opened and never closed; given up at line {self.line}",
                remedy="Write the file again with a CSV library, or as JSON Lines.",
            )
        self._waiting.extend(reversed(self.taken[1:]))
        del self.taken[1:]


def rows(feed: Feed, dialect: Dialect, width: int) -> Iterator[Cells | Reject]:
    """Every row of that many cells; a reject for each other row. `record` of a reject is left open."""
    table = csv.reader(feed, **dialect.arguments())
    while True:
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield _faulty(feed, dialect, width, str(error))
        else:
            if cells and (len(cells) == width or cells[0].strip() or len(cells) > 1):
                yield _checked(feed, cells, width)
        feed.finish()


def _checked(feed: Feed, cells: list[str], width: int) -> Cells | Reject:
    """The row if it has the right width; empty cells at its end are no cells."""
    if len(cells) > width and not any(cells[width:]):
        del cells[width:]
    if len(cells) == width:
        return Cells(cells, feed.line, len(feed.taken))
    problem = f"the row has {len(cells)} cells instead of {width}; quote cells that hold a delimiter"
    return _reject("ragged-row", problem, feed)


def _faulty(feed: Feed, dialect: Dialect, width: int, error: str) -> Cells | Reject:
    """A row with faulty quotes: taken as it stands if its own line has the right cells, else a reject.

    If the lines behind an open quote look like rows, they are read again.
    """
    if _are_rows(feed.taken[1:], dialect, width):
        feed.give_back()
    if len(feed.taken) == 1:
        cells = feed.taken[0].rstrip("\r\n").split(dialect.delimiter)
        if len(cells) == width:
            return Cells(cells, feed.line, 1)
    if "unexpected end" in error:
        problem = "a quote is opened and never closed; close it, or write the file again if it was cut off"
        return _reject("unclosed-quote", problem, feed)
    return _reject("bad-quoting", f"the quotes of the row are faulty ({error}); double each quote in a cell", feed)


def _are_rows(lines: Sequence[str], dialect: Dialect, width: int) -> bool:
    """Whether lines behind an open quote are rows, and not the text of its cell: some quoted cell, or many lines."""
    alike = sum(_cuts(line, dialect) == width for line in lines)
    quoted = any(line.startswith('"') or f'{dialect.delimiter}"' in line for line in lines)
    return alike > 0 and alike >= 0.8 * len(lines) and (alike >= 3 or quoted)


def _cuts(line: str, dialect: Dialect) -> int:
    """The number of cells of a line by itself; 0 if its quotes are faulty."""
    try:
        return len(next(csv.reader([line], **dialect.arguments()), ()))
    except csv.Error:
        return 0


def _reject(reason: str, problem: str, feed: Feed) -> Reject:
    lines = len(feed.taken)
    where = f"; lines {feed.line} to {feed.line + lines - 1}" if lines > 1 else ""
    return Reject(reason, problem + where, feed.line, None, "".join(feed.taken[:200])[:8192].rstrip("\r\n"))
