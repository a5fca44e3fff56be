"""One file a drill: `drills/truncated_teaser.py` plants what the check truncated-teaser is there to find.

A drill is a module with FAULTS, in the order from gross to subtle. Each plants one sort of fault into a Desk, a copy of
some articles, and says where; the gate is then run over the copy, and has to find them. NEEDS says in words what rows
it takes, where that is not any article without a finding of the check. A drill knows nothing of how
its check looks for faults: it writes what would go wrong with the data. Choices are drawn from the desk's own random
numbers, so the same seed plants the same faults.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

import orjson

Row = dict[str, Any]
Change = Callable[[Row, Random], Row | None]
"""A row of the loaded tables -> its changed columns; null where the fault cannot be planted in that row."""

GROSS, PLAIN, SUBTLE = "gross", "plain", "subtle"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault was planted: a row of a table, or (row null) a source of the dataset, null for all of it.

    `also` are rows of the same table that may bear the finding instead: of two copies, either is the second one. `kind`
    is that of the finding where a place may bear several, and null where any tells of the fault.
    """

    table: str
    row: int | None = None
    source: str | None = None
    also: tuple[int, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to spoil articles.

    `plant` takes a desk and how many faults are wanted, and says where it planted them: fewer, or none, where the data
    has no place for them. `least` is the share of them that the gate has to catch.
    """

    strength: str
    does: str
    plant: "Plant"
    least: float = 1.0


class Desk:
    """The articles, teasers and rejects that a drill spoils, as rows of the loaded tables: the one thing it changes.

    `spared` are rows by table that nothing is planted in, since they have findings already; `today` is the run's day,
    `options` what the user's configuration says of the check.
    """

    def __init__(
        self,
        rows: Mapping[str, list[Row]],
        random: Random,
        today: date,
        spared: Mapping[str, set[int]],
        options: Mapping[str, Any],
    ) -> None:
        self.today = today
        self.options = options
        self.rows = {table: [dict(row) for row in rows[table]] for table in rows}
        self.random = random
        self._taken = {table: set(spared.get(table, ())) for table in rows}
        self._first = {table: len(rows[table]) for table in rows}

    def draw(self, table: str = "articles") -> Iterator[int]:
        """Rows of the user's own that are free, each once, in random order."""
        free = [row for row in range(self._first[table]) if row not in self._taken[table]]
        self.random.shuffle(free)
        yield from free

    def take(self, table: str, row: int) -> None:
        """Keep other faults off a row."""
        self._taken[table].add(row)

    def change(self, table: str, row: int, columns: Mapping[str, Any]) -> Place:
        """Change some columns of a row."""
        self.take(table, row)
        self.rows[table][row].update(columns)
        return Place(table, row)

    def add(self, table: str, row: Row, of: int | None = None) -> Place:
        """Add a row behind all others; `of` is the row that it is a copy of."""
        self.rows[table].append(row)
        return Place(table, len(self.rows[table]) - 1, also=() if of is None else (of,))

    def by_source(self) -> dict[str, list[int]]:
        """The user's own articles by source, the largest source first."""
        found: dict[str, list[int]] = {}
        for number in range(self._first["articles"]):
            found.setdefault(self.rows["articles"][number]["source"], []).append(number)
        return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))


Plant = Callable[[Desk, int], Sequence[Place]]


def edits(change: Change, table: str = "articles", kind: str | None = None) -> Plant:
    """A plant that changes rows of a table; `kind` is that of the finding, where others would not tell of the fault."""

    def plant(desk: Desk, count: int) -> Sequence[Place]:
        places: list[Place] = []
        for row in desk.draw(table):
            if len(places) == count:
                break
            columns = change(desk.rows[table][row], desk.random)
            if columns is not None:
                places.append(replace(desk.change(table, row, columns), kind=kind))
        return places

    return plant


def copies(change: Change) -> Plant:
    """A plant that adds changed copies of articles, each under an address and with teasers of its own."""

    def plant(desk: Desk, count: int) -> Sequence[Place]:
        places: list[Place] = []
        for row in desk.draw():
            if len(places) == count:
                break
            columns = change(desk.rows["articles"][row], desk.random)
            if columns is not None:
                desk.take("articles", row)
                places.append(desk.add("articles", {**copied(desk, row), **columns}, row))
        return places

    return plant


def copied(desk: Desk, row: int) -> Row:
    """A copy of an article under another address: a scraper that met the story again."""
    number = len(desk.rows["articles"])
    address = f"https://drill.example.org/{number}"
    return {**desk.rows["articles"][row], "uri": address, "url": address}


def with_extra(row: Row, column: str, value: str) -> Row:
    """The change that puts a value into a column that no field takes."""
    return {"extra": orjson.dumps({**orjson.loads(row["extra"] or "{}"), column: value}).decode()}


def after_word(text: str, at: int) -> int:
    """The place of the white space behind the word at a place; the text's length where there is none."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def insert(text: str, at: float, what: str) -> str:
    """The text with something put behind the word that stands at a share of it."""
    place = after_word(text, int(len(text) * at))
    return text[:place] + what + text[place:]


def inserts(what: str, fields: Sequence[str] = ("article_body", "headline")) -> Change:
    """A change that puts something behind a word of the first of some fields that has a text."""

    def change(row: Row, random: Random) -> Row | None:
        field = next((name for name in fields if row[name] and " " in row[name]), None)
        return None if field is None else {field: insert(row[field], random.uniform(0.2, 0.7), what)}

    return change
