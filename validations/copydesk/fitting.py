"""Which checks have something to look at in a run: some need columns that only some datasets have, all need values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check
from copydesk.engines import Engine, Stored
from copydesk.model import ColumnMap
from copydesk.portrait import filled_fields
from copydesk.rules import Rule, blame
from copydesk.tables import DATES

EXTRA = "extra"
LOOKED_INTO = ("articles", "teasers")
"""Tables whose fields may hold nothing; what the other tables hold is made by us."""
Places = tuple[tuple[str, str], ...]
"""Tables, each with a field of it."""
KNOWN = pa.schema([("check", pa.int64()), ("column", pa.string()), ("text", pa.string())])


def fitted(
    engine: Engine, articles: Stored, columns: Iterable[ColumnMap], rules: Sequence[Rule]
) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules that have something to look at, as they run on these articles, and a sentence on each other one.

    `columns` are those of the files of the input. Where no check wants to know of a column no article is read.
    """
    names = _names(columns)
    wanted = tuple(rule.check.wants(names) for rule in rules)
    known = _known(engine, articles, rules, wanted)
    asked, idle = [], []
    for rule, of_rule in zip(rules, known, strict=True):
        with blame(rule):
            made = rule.check.fitted(of_rule)
        if isinstance(made, Check):
            asked.append(replace(rule, check=made))
        else:
            idle.append(f"{rule.name} was not run: {made}.")
    return tuple(asked), tuple(idle)


@dataclass(frozen=True, slots=True)
class Knowing:
    """One batch of articles -> what each rule must know of the columns that it wants (KNOWN)."""

    rules: tuple[Rule, ...]
    wanted: tuple[tuple[str, ...], ...]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        parts = [KNOWN.empty_table()]
        for number, (rule, columns) in enumerate(zip(self.rules, self.wanted, strict=True)):
            for column in columns:
                with blame(rule):
                    texts = pc.drop_null(rule.check.known(column, batch))
                same = (
                    pa.repeat(pa.scalar(each, kind), len(texts))
                    for each, kind in ((number, pa.int64()), (column, pa.string()))
                )
                parts.append(pa.table([*same, texts], schema=KNOWN))
        return _different(parts)


@dataclass(frozen=True, slots=True)
class Filled:
    """One batch -> the number of its rows that have each column."""

    columns: tuple[str, ...]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        counts = {name: batch.num_rows - batch.column(name).null_count for name in self.columns}
        return pa.table({name: pa.array([count], pa.int64()) for name, count in counts.items()})


def fruitful(
    engine: Engine, tables: Mapping[str, Stored], tally: pa.Table, rules: Sequence[Rule], findings: Stored
) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules that found something, or look at a field that some row has; and a sentence on the others.

    That those pass would say nothing. `tally` is that of portrait.survey. Only what it does not know is read.
    """
    some = {("articles", field) for field, count in filled_fields(tally).items() if count}
    found = {name for batch in engine.scan(findings, ("check",)) for name in batch.column("check").unique().to_pylist()}
    unsure = {rule.name: _places(rule.check) for rule in rules if rule.name not in found}
    unsure = {name: places for name, places in unsure.items() if _may_be_empty(places, tables) and not some & {*places}}
    wanted = {place for places in unsure.values() for place in places}
    for table in LOOKED_INTO:
        fields = sorted(field for own, field in wanted if own == table)
        some |= {(table, field) for field in _filled(engine, tables[table], fields)}
    idle: dict[Places, list[str]] = {}
    for name, places in unsure.items():
        if not some & {*places}:
            idle.setdefault(places, []).append(name)
    names = {name for each in idle.values() for name in each}
    return tuple(rule for rule in rules if rule.name not in names), tuple(_nothing(*each) for each in idle.items())


def _places(check: Check) -> Places:
    return tuple((target.table, target.field) for target in check.targets)


def _may_be_empty(places: Places, tables: Mapping[str, Stored]) -> bool:
    """Whether all fields are columns that a row may lack; where there is no article, that is what is to be told."""
    known = all(table in LOOKED_INTO and _column(field) in tables[table].schema.names for table, field in places)
    return known and tables["articles"].rows > 0


def _column(field: str) -> str:
    """The column that says whether a row has a field: of a date its text, which may be no date."""
    return f"{field}_raw" if field in DATES else field


def _filled(engine: Engine, stored: Stored, fields: Sequence[str]) -> tuple[str, ...]:
    """The fields that some row of a table has."""
    if not fields or not stored.rows:
        return ()
    columns = tuple(map(_column, fields))
    counts = engine.fold(stored, Filled(columns), _added, columns).to_pylist()[0]
    return tuple(field for field in fields if counts[_column(field)])


def _added(parts: Sequence[pa.Table]) -> pa.Table:
    table = pa.concat_tables(parts)
    return pa.table({name: pa.array([pc.sum(table[name]).as_py()], pa.int64()) for name in table.column_names})


def _nothing(places: Places, names: Sequence[str]) -> str:
    rows = " or ".join(dict.fromkeys(table.removesuffix("s") for table, _ in places))
    fields = " or ".join(dict.fromkeys(field for _, field in places))
    return f"{', '.join(names)} {'was' if len(names) == 1 else 'were'} not run: no {rows} has {fields}."


def _different(parts: Sequence[pa.Table]) -> pa.Table:
    return pa.concat_tables(parts).group_by(KNOWN.names).aggregate([])


def _known(
    engine: Engine, articles: Stored, rules: Sequence[Rule], wanted: Sequence[tuple[str, ...]]
) -> list[Mapping[str, frozenset[str]]]:
    """By rule and wanted column what is known of all articles."""
    read = dict.fromkeys(name if name in articles.schema.names else EXTRA for names in wanted for name in names)
    found = KNOWN.empty_table()
    if read:
        found = engine.fold(articles, Knowing(tuple(rules), tuple(wanted)), _different, tuple(read))
    told: dict[tuple[int, str], set[str]] = {}
    for row in found.to_pylist():
        told.setdefault((row["check"], row["column"]), set()).add(row["text"])
    return [
        {column: frozenset(told.get((number, column), ())) for column in columns}
        for number, columns in enumerate(wanted)
    ]


def _names(columns: Iterable[ColumnMap]) -> dict[str, str]:
    """By name of a column the field that it was mapped to, else the name itself; sorted."""
    maps = tuple(columns)
    names = {column: column for each in maps for column in each.unmapped}
    names |= {column: field for each in maps for field, column in each.mapped.items()}
    return dict(sorted(names.items()))
