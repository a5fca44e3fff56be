"""Tables as checks see them: the stored ones, with the columns that a check reads of another table joined on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check
from copydesk.engines import Engine, Stored
from copydesk.examine import CONTEXT

TARGETS = {"target_body": "article_body", "target_headline": "headline", "target_description": "description"}
"""Columns that a check may read of the article that a teaser leads to, null where it leads to none of the dataset."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """One batch -> its columns under new names, only those named."""

    names: Mapping[str, str]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.table({new: batch.column(old) for old, new in self.names.items()})


@dataclass(frozen=True, slots=True)
class Chosen:
    """One batch -> of the rows whose `by` is wanted the named columns, under new names."""

    names: Mapping[str, str]
    by: str
    wanted: pa.Array

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        rows = batch.filter(pc.is_in(batch.column(self.by), value_set=self.wanted))
        return Renamed(self.names)(rows)


@dataclass(frozen=True, slots=True)
class Distinct:
    """One batch -> the distinct values of one column."""

    name: str

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.table({self.name: pc.drop_null(pc.unique(batch.column(self.name)))})


@dataclass(frozen=True, slots=True)
class Leading:
    """One batch of teasers -> those that lead to an article (their target under `handle`), or those that do not."""

    schema: pa.Schema
    leads: bool

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        table = pa.Table.from_batches([batch])
        known = pc.is_valid(table["target_uri"])
        table = table.filter(known if self.leads else pc.invert(known))
        if self.leads:
            return table.append_column("handle", table["target_uri"])
        for each in self.schema:
            if each.name not in table.column_names:
                table = table.append_column(each, pa.nulls(table.num_rows, each.type))
        return table.select(self.schema.names)


def first_of_each(batch: pa.RecordBatch) -> pa.Table:
    """Whole groups of articles of one key -> the one of the smallest row."""
    table = pa.Table.from_batches([batch]).sort_by([("handle", "ascending"), ("target_row", "ascending")])
    handles = table["handle"].combine_chunks()
    changes = pc.not_equal(handles.slice(1), handles.slice(0, max(len(handles) - 1, 0)))
    return table.filter(pa.concat_arrays([pa.array([True] * min(len(handles), 1), pa.bool_()), changes]))


def views(engine: Engine, tables: Mapping[str, Stored], checks: Sequence[Check]) -> Mapping[str, Stored]:
    """Every table that some check looks at; `stories` and `teasers` with the columns of articles that are read."""
    wanted = {table: [check for check in checks if table in check.tables()] for table in tables}
    made = {table: tables[table] for table, some in wanted.items() if some}
    if "stories" in made:
        made["stories"] = _stories(engine, tables, _read(wanted["stories"], "stories"))
    targets = [name for name in _read(wanted.get("teasers", ()), "teasers") if name in TARGETS]
    if targets:
        made["teasers"] = _teasers(engine, tables, targets)
    return made


def _read(checks: Sequence[Check], table: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for check in checks for name in check.columns(table)))


def _stories(engine: Engine, tables: Mapping[str, Stored], read: Sequence[str]) -> Stored:
    """Stories with what a finding repeats of their articles, and what checks read of those."""
    own, known = tables["stories"].schema.names, tables["articles"].schema.names
    wanted_names = (*CONTEXT, *(name for name in read if name in known))
    names = {name: name for name in wanted_names if name == "row" or name not in own}
    wanted = _distinct(engine, tables["stories"], "row")
    return engine.join(tables["stories"], _chosen(engine, tables["articles"], Chosen(names, "row", wanted)), "row")


def _distinct(engine: Engine, stored: Stored, name: str) -> pa.Array:
    """The distinct values of a column, in no order that anything may rest on."""

    def merged(parts: Sequence[pa.Table]) -> pa.Table:
        return pa.concat_tables(parts).group_by(name).aggregate([])

    return engine.fold(stored, Distinct(name), merged, (name,))[name].combine_chunks()


def _chosen(engine: Engine, articles: Stored, kernel: Chosen) -> Stored:
    """The rows that a kernel chooses; where none is wanted, no article is read."""
    if not len(kernel.wanted):
        nothing = pa.RecordBatch.from_pylist([], schema=articles.schema)
        return engine.store(iter(()), kernel(nothing).schema)
    return engine.map(articles, kernel, tuple(dict.fromkeys((kernel.by, *kernel.names))))


def _teasers(engine: Engine, tables: Mapping[str, Stored], names: Sequence[str]) -> Stored:
    """Teasers with columns of the article that each leads to, null where it leads to none."""
    columns = {"key": "handle", "row": "target_row", **{TARGETS[name]: name for name in names}}
    wanted = _distinct(engine, tables["teasers"], "target_uri")
    articles = _chosen(engine, tables["articles"], Chosen(columns, "key", wanted))
    articles = engine.group(articles, "handle", first_of_each)
    leading = engine.map(tables["teasers"], Leading(tables["teasers"].schema, leads=True))
    joined = engine.join(leading, articles, "handle")
    schema = pa.schema(
        [*tables["teasers"].schema, *(pa.field(name, articles.schema.field(name).type) for name in names)]
    )
    with_target = engine.map(joined, Renamed({name: name for name in schema.names}))
    others = engine.map(tables["teasers"], Leading(schema, leads=False))
    return Stored((*with_target.files, *others.files), schema, with_target.rows + others.rows)
