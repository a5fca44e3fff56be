"""What has one right answer is put right: texts and dates that a check can mend, rows that it can leave out.

A check names its `fixable` and `removable` kinds; nothing here knows one. Every change is a row of CHANGES, and nothing
that no finding names is touched: a key that was made from a text stays, so that what is known of an article stays
known. Fixing goes on until nothing is left to fix, so that fixing again changes nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check, Hit
from copydesk.engines import Engine, Stored
from copydesk.errors import CheckCrashedError
from copydesk.examine import FindKernel, finding
from copydesk.rules import Rule, blame
from copydesk.surveys import surveyed
from copydesk.tables import DATES, FINDINGS, content_hashes

PASSES = 24
"""Faults of one row that are mended one after another."""
ROUNDS = 6
"""Times that all rows are gone through, because what was mended may show what else can be."""
_FOUND = ("check", "severity", "table", "row", "key", "uri", "source", "field", "kind", "message")
CHANGES = pa.schema(
    [
        *(FINDINGS.field(name) for name in _FOUND),
        *(pa.field(name, pa.string()) for name in ("action", "before", "after")),
        *(FINDINGS.field(name) for name in ("source_file", "source_line", "fingerprint")),
    ]
)
"""`action` is changed or removed; `before` and `after` are the whole field, and of a removed row its headline."""
CHANGED, REMOVED = "changed", "removed"
TABLES = ("articles", "teasers")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The tables with what was fixed, and what that was (CHANGES, in the order in which it was done)."""

    tables: Mapping[str, Stored]
    changes: Stored


Look = Callable[[Mapping[str, Stored], Sequence[Rule]], Mapping[str, Stored]]
"""Tables, rules -> the tables as those rules see them, `stories` among them if one looks at it."""


def fix(
    engine: Engine, tables: Mapping[str, Stored], rules: Sequence[Rule], look: Look, roots: tuple[str, ...] = ()
) -> Fixed:
    """Mend what the rules can mend of articles and teasers, until nothing is left. Raises CheckCrashedError."""
    done: list[Stored] = []
    made = dict(tables)
    mend = [rule for rule in rules if rule.check.fixable]
    remove = [rule for rule in rules if rule.check.removable]
    for _ in range(ROUNDS):
        seen = look(made, mend)
        changes = {name: _mended(engine, name, seen[name], mend, roots) for name in TABLES if name in seen}
        changes = {name: each for name, each in changes.items() if each.rows}
        for name, each in changes.items():
            made[name] = engine.store(_applied(engine, made[name], each), made[name].schema)
        if not changes:
            removals = _removals(engine, look(made, remove), remove, roots)
            if not removals.rows:
                break
            made = _without(engine, made, removals)
            changes = {"articles": removals}
        done.extend(changes.values())
    return Fixed(made, engine.store((batch for each in done for batch in engine.scan(each)), CHANGES))


def mending(check: Check, table: str) -> bool:
    """Whether a check can put right what it finds in single rows of a table."""
    return bool(check.fixable) and table in check.tables() and not check.key_of(table)


@dataclass(frozen=True, slots=True)
class FixKernel:
    """One batch -> what is changed in it (CHANGES), row by row, until no rule finds anything more to mend."""

    table: str
    rules: tuple[Rule, ...]
    summaries: Mapping[str, pa.Table]
    roots: tuple[str, ...] = ()

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        parts = [CHANGES.empty_table()]
        current = batch
        for _ in range(PASSES):
            changes = self._pass(current)
            if not changes.num_rows:
                return pa.concat_tables(parts)
            parts.append(changes)
            rows = current.filter(pc.is_in(current.column("row"), value_set=changes["row"].combine_chunks()))
            current = replaced(rows, changes)
        raise CheckCrashedError(
            f"what it mends it finds again: row {changes['row'][0]}, {changes['field'][0]}",
            where=f"check {changes['check'][0]}",
            remedy="Leave it out with --ignore, and report the fault to its authors.",
        )

    def _pass(self, batch: pa.RecordBatch) -> pa.Table:
        """At most one change a row and field, by the first rule that has one."""
        changes: dict[tuple[int, str], dict[str, Any]] = {}
        for rule in self.rules:
            with blame(rule):
                for index, hit, row in _hits(rule, self.table, batch, self.summaries.get(rule.name)):
                    place = (index, hit["field"])
                    if hit["kind"] in rule.check.fixable and place not in changes:
                        before = row.get(column(hit["field"]))
                        after = rule.check.fix(_hit(hit), row)
                        if after is not None and after != before:
                            told = finding(rule, self.table, hit, row, self.roots)
                            changes[place] = {**told, "action": CHANGED, "before": before, "after": after}
        return _changes(changes[place] for place in sorted(changes))


def column(field: str) -> str:
    """The column that holds a field as it was written."""
    return f"{field}_raw" if field in DATES else field


def replaced(batch: pa.RecordBatch, changes: pa.Table) -> pa.RecordBatch:
    """The batch with what changes (in their order) make of its fields."""
    fields = changes["field"].to_pylist()
    for field in dict.fromkeys(fields):
        own = changes.filter(pc.equal(changes["field"], field))
        latest = dict(zip(own["row"].to_pylist(), own["after"].to_pylist(), strict=True))
        name = column(field)
        mask = pc.is_in(batch.column("row"), value_set=pa.array(latest, pa.int64()))
        values = pa.array([latest[row] for row in batch.column("row").filter(mask).to_pylist()], pa.string())
        new = pc.replace_with_mask(batch.column(name), mask, values)
        batch = batch.set_column(batch.schema.get_field_index(name), batch.schema.field(name), new)
    if "content_hash" in batch.schema.names and {"headline", "article_body"} & set(fields):
        hashes = content_hashes(batch.column("headline"), batch.column("article_body"))
        mask = pc.is_in(batch.column("row"), value_set=changes["row"].combine_chunks())
        new = pc.if_else(mask, hashes, batch.column("content_hash"))
        batch = batch.set_column(batch.schema.get_field_index("content_hash"), "content_hash", new)
    return batch


def _mended(engine: Engine, table: str, stored: Stored, rules: Sequence[Rule], roots: tuple[str, ...]) -> Stored:
    """What is changed in a table, sorted by row."""
    own = tuple(rule for rule in rules if mending(rule.check, table))
    if not own:
        return engine.store(iter(()), CHANGES)
    summaries = surveyed(engine, table, stored, own)
    kernel = FixKernel(table, own, summaries, roots)
    extra = tuple(name for name in ("headline", "article_body", "content_hash") if name in stored.schema.names)
    names = tuple(dict.fromkeys((*FindKernel(table, own, summaries).columns(stored.schema), *extra)))
    return engine.group(engine.map(stored, kernel, names), "row", as_it_is)


def as_it_is(batch: pa.RecordBatch) -> pa.Table:
    """The kernel that changes nothing: a group by it sorts."""
    return pa.Table.from_batches([batch])


def _applied(engine: Engine, stored: Stored, changes: Stored) -> Iterator[pa.RecordBatch]:
    """The batches of a table with changes, which are sorted by row as it is."""
    waiting = CHANGES.empty_table()
    coming = engine.scan(changes)
    for batch in engine.scan(stored):
        last = batch.column("row")[batch.num_rows - 1].as_py() if batch.num_rows else -1
        while not waiting.num_rows or waiting["row"][-1].as_py() <= last:
            more = next(coming, None)
            if more is None:
                break
            waiting = pa.concat_tables([waiting, pa.Table.from_batches([more])])
        here = pc.less_equal(waiting["row"], last)
        own = waiting.filter(here)
        waiting = waiting.filter(pc.invert(here))
        yield replaced(batch, own) if own.num_rows else batch


def _removals(engine: Engine, seen: Mapping[str, Stored], rules: Sequence[Rule], roots: tuple[str, ...]) -> Stored:
    """Articles that a rule would leave out, each once."""
    parts = []
    for rule in rules:
        for table in rule.check.tables():
            if table in seen and not rule.check.key_of(table):
                names = FindKernel(table, (rule,), {}).columns(seen[table].schema)
                also = tuple(name for name in ("headline",) if name in seen[table].schema.names)
                kernel = RemoveKernel(table, rule, roots)
                parts.append(engine.map(seen[table], kernel, tuple(dict.fromkeys((*names, *also)))))
    joined = Stored(tuple(file for each in parts for file in each.files), CHANGES, sum(each.rows for each in parts))
    return engine.group(joined, "row", first_of_each_row) if joined.rows else engine.store(iter(()), CHANGES)


@dataclass(frozen=True, slots=True)
class RemoveKernel:
    """One batch -> its rows that a rule leaves out (CHANGES)."""

    table: str
    rule: Rule
    roots: tuple[str, ...] = ()

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        with blame(self.rule):
            return _changes(
                {
                    **finding(self.rule, self.table, hit, row, self.roots),
                    "action": REMOVED,
                    "before": row.get("headline"),
                    "after": None,
                }
                for _, hit, row in _hits(self.rule, self.table, batch, None)
                if hit["kind"] in self.rule.check.removable
            )


def first_of_each_row(batch: pa.RecordBatch) -> pa.Table:
    """Of changes sorted by row the first of each row."""
    rows = batch.column("row")
    first = pc.not_equal(rows.slice(1), rows.slice(0, max(len(rows) - 1, 0)))
    keep = pa.concat_arrays([pa.array([True] * min(len(rows), 1), pa.bool_()), first])
    return pa.Table.from_batches([batch]).filter(keep)


def _without(engine: Engine, tables: Mapping[str, Stored], removals: Stored) -> dict[str, Stored]:
    """The tables without some articles, and without their teasers."""
    gone = pa.concat_arrays([batch.column("row") for batch in engine.scan(removals, ("row",))])
    made = dict(tables)
    for name, number in (("articles", "row"), ("teasers", "article_row")):
        kept = (
            batch.filter(pc.invert(pc.is_in(batch.column(number), value_set=gone)))
            for batch in engine.scan(tables[name])
        )
        made[name] = engine.store((batch for batch in kept if batch.num_rows), tables[name].schema)
    return made


def _hits(
    rule: Rule, table: str, batch: pa.RecordBatch, summary: pa.Table | None
) -> Iterator[tuple[int, dict[str, Any], dict[str, Any]]]:
    """The hits of a rule in a batch, each with its position and its row."""
    found = rule.check.find(table, batch, summary)
    failing = pc.unique(found["index"])
    rows = dict(zip(failing.to_pylist(), batch.take(failing).to_pylist(), strict=True))
    for hit in found.to_pylist():
        yield hit["index"], hit, rows[hit["index"]]


def _hit(hit: Mapping[str, Any]) -> Hit:
    return Hit(hit["field"], hit["kind"], hit["count"], hit["source"], hit["detail"])


def _changes(rows: Iterator[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist([{name: row[name] for name in CHANGES.names} for row in rows], schema=CHANGES)
