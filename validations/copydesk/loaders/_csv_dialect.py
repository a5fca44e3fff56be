"""How a text table is written: its delimiter, its quotes, and whether its first row names its columns."""

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.loaders._aliases import RANKS, normal

LINES = 400
"""Lines that are looked at to know a dialect."""
TABBED = (".tsv", ".tab")

_NUMERIC = re.compile(r"\W*\d[\d\W]*")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between tables; `escape` is the character that escapes a quote where doubling does not."""

    delimiter: str = ","
    quoted: bool = True
    escape: str | None = None
    spaced: bool = False

    def arguments(self) -> Mapping[str, Any]:
        """For csv.reader, which is strict so that it swallows nothing."""
        return {
            "delimiter": self.delimiter,
            "quoting": csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            "escapechar": self.escape,
            "skipinitialspace": self.spaced,
            "strict": True,
        }


@dataclass(frozen=True, slots=True)
class Guess:
    """A dialect with the rows that it reads in a sample; `share` of them are sound and as wide as most."""

    dialect: Dialect
    rows: tuple[tuple[str, ...], ...]
    width: int
    share: float


DIALECTS = (
    Dialect(","),
    Dialect("\t"),
    Dialect(";"),
    Dialect("|"),
    Dialect("\t", quoted=False),
    *(Dialect(delimiter, escape="\\") for delimiter in ",\t;"),
    *(Dialect(delimiter, spaced=True) for delimiter in ",;"),
)
"""The likeliest first: of two that fit alike the first is taken."""


def guess(lines: Sequence[str], name: str = "") -> Guess:
    """The dialect that fits the first lines of a table best; a single column is the last resort."""
    head = next((line for line in lines if line.strip()), "")
    likely = [each for each in DIALECTS if each.delimiter in head] or [DIALECTS[0]]
    if name.endswith(TABBED):
        likely.sort(key=lambda each: each.delimiter != "\t")
    return max((_fit(each, lines) for each in likely), key=lambda each: (each.width > 1, round(each.share, 2)))


def is_header(row: Sequence[str]) -> bool:
    """Whether a first row names its columns: no numbers, short names, one of them known or all brief and different."""
    names = [cell.strip() for cell in row if cell.strip()]
    if any(len(name) > 60 or "\n" in name or _NUMERIC.fullmatch(name) for name in names):
        return False
    brief = all(len(name.split()) <= 3 and len(name) <= 30 for name in names)
    return any(map(is_known, names)) or (bool(names) and brief and len(set(names)) == len(names))


def is_known(name: str) -> bool:
    """Whether a name is an alias of some field."""
    return normal(name) in RANKS


def suggestion(rows: Sequence[Sequence[str]], width: int) -> str:
    """The lines of [columns] that a table without names may need, by the length of its cells."""
    sizes = {
        place: sum(len(row[place]) for row in rows) / len(rows)
        for place in range(width)
        if not all(_NUMERIC.fullmatch(row[place].strip() or "0") for row in rows)
    }
    by_size = sorted(sizes, key=lambda place: (-sizes[place], place))
    if not by_size:
        return "headline = 0"
    if sizes[by_size[0]] < 90:
        return f"headline = {by_size[0]}"
    body = f"article_body = {by_size[0]}"
    headline = next((place for place in by_size[1:] if 15 <= sizes[place] <= 200), None)
    return body if headline is None else f"headline = {headline}, {body}"


def _fit(dialect: Dialect, lines: Sequence[str]) -> Guess:
    rows: list[tuple[str, ...]] = []
    broken = 0
    table = csv.reader(iter(lines), **dialect.arguments())
    while True:
        try:
            rows.append(tuple(next(table)))
        except csv.Error:
            # The sample may end inside a quoted cell: what is open at its end says nothing.
            broken += table.line_num < len(lines)
        except StopIteration:
            break
    rows = [row for row in rows if row]
    widths = Counter(map(len, rows))
    width, sound = max(widths.items(), key=lambda each: (each[1], each[0])) if widths else (0, 0)
    return Guess(dialect, tuple(row for row in rows if len(row) == width), width, sound / max(1, len(rows) + broken))
