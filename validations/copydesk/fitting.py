"""Which checks have something to look at in a run: some need columns that only some datasets have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check
from copydesk.engines import Engine, Stored
from copydesk.model import ColumnMap
from copydesk.rules import Rule, blame

EXTRA = "extra"
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
