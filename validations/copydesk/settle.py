"""What needs all rows before a table is true: row numbers, the date order of each source, the targets of teasers.

First surveys over the spilled parts, then one pass that fills.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.intake import SCHEMAS, Spill
from copydesk.language import addresses, dates
from copydesk.tables import ARTICLES, DATES, REJECTS, TEASERS

SURVEYED = ("source", *(f"{name}__{each}" for name in DATES for each in dates.READINGS.names))


@dataclass(frozen=True, slots=True)
class SurveyDates:
    """One batch of spilled articles -> what its decided dates say of the order of day and month."""

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.concat_tables([dates.survey(readings(batch, name), batch.column("source")) for name in DATES])


def merge_orders(parts: Sequence[pa.Table]) -> pa.Table:
    """The counts of equal observations added up."""
    table = pa.concat_tables(parts)
    names = [name for name in table.column_names if name != "count"]
    merged = table.group_by(names).aggregate([("count", "sum")]).rename_columns({"count_sum": "count"})
    return merged.select(table.column_names).sort_by([(name, "ascending") for name in names])


def readings(batch: pa.RecordBatch, name: str) -> pa.Table:
    """The readings of one date field that intake put beside the articles."""
    return pa.table({each.name: batch.column(f"{name}__{each.name}") for each in dates.READINGS})


def spilled(spills: Sequence[Spill], table: str) -> Stored:
    """One handle on all spilled parts of a table."""
    files = tuple(spill.files[table] for spill in spills if spill.rows[table])
    return Stored(files, SCHEMAS[table], sum(spill.rows[table] for spill in spills))


def date_orders(engine: Engine, articles: Stored) -> pa.Table:
    """What the rows of each source say of the order of day and month in its dates."""
    return engine.fold(articles, SurveyDates(), merge_orders, SURVEYED)


def settled_articles(
    engine: Engine, articles: Stored, orders: pa.Table, zones: Mapping[str, str]
) -> Iterator[pa.RecordBatch]:
    """The articles with row numbers and decided dates (ARTICLES)."""
    row = 0
    for batch in engine.scan(articles):
        columns = {name: batch.column(name) for name in batch.schema.names if name in ARTICLES.names}
        columns["row"] = _numbers(row, batch.num_rows)
        for name in DATES:
            settled = dates.settle(readings(batch, name), batch.column("source"), orders, zones)
            columns[name] = settled["value"]
            columns |= {f"{name}_{part}": settled[part] for part in ("local", "precision", "tz", "evidence")}
        row += batch.num_rows
        yield _batch(columns, ARTICLES)


def settled_teasers(engine: Engine, spills: Sequence[Spill], targets: pa.Table) -> Iterator[pa.RecordBatch]:
    """The teasers with row numbers, the rows of their articles, and their targets (TEASERS)."""
    row = 0
    firsts = accumulate((spill.rows["articles"] for spill in spills), initial=0)
    for first, spill in zip(firsts, spills, strict=False):
        for batch in engine.scan(spilled([spill], "teasers")):
            columns = {name: batch.column(name) for name in batch.schema.names}
            columns["row"] = _numbers(row, batch.num_rows)
            columns["article_row"] = pc.add(batch.column("article_row"), first)
            columns["target_uri"] = _target(batch, targets)
            row += batch.num_rows
            yield _batch(columns, TEASERS)


def settled_rejects(engine: Engine, rejects: Stored) -> Iterator[pa.RecordBatch]:
    """The rejects with row numbers (REJECTS)."""
    row = 0
    for batch in engine.scan(rejects):
        columns = {name: batch.column(name) for name in batch.schema.names}
        columns["row"] = _numbers(row, batch.num_rows)
        row += batch.num_rows
        yield _batch(columns, REJECTS)


def teaser_targets(engine: Engine, spills: Sequence[Spill]) -> pa.Table:
    """Articles that some teaser leads to, by address or else by headline: `handle` -> `key`, handles unique.

    A headline that several articles bear leads nowhere.
    """
    wanted = _wanted(engine.scan(spilled(spills, "teasers"), ("url", "headline", "source")))
    articles = spilled(spills, "articles")
    found = []
    if len(wanted):
        for batch in engine.scan(articles, ("key", "uri", "url", "headline", "source")):
            sources = batch.column("source")
            by_url = [form(batch.column("url"), sources) for form in (addresses.address, addresses.path)]
            by_uri = addresses.address(batch.column("uri"), sources)
            for handles in (*by_url, by_uri, addresses.headline(batch.column("headline"))):
                table = pa.table({"handle": handles, "key": batch.column("key")})
                found.append(table.filter(pc.is_in(table["handle"], value_set=wanted)))
    table = (
        pa.concat_tables(found)
        if found
        else pa.table({"handle": pa.array([], pa.string()), "key": pa.array([], pa.string())})
    )
    single = table.group_by("handle").aggregate([("key", "min"), ("key", "count_distinct")])
    single = single.filter(pc.equal(single["key_count_distinct"], 1))
    return single.select(["handle", "key_min"]).rename_columns(["handle", "key"])


def _handles(batch: pa.RecordBatch) -> tuple[pa.Array, pa.Array]:
    """By what each teaser of a batch may be known: its address, else its headline."""
    return addresses.address(batch.column("url"), batch.column("source")), addresses.headline(batch.column("headline"))


def _wanted(batches: Iterator[pa.RecordBatch]) -> pa.Array:
    """The handles of all teasers, each once."""
    columns = [handles for batch in batches for handles in _handles(batch)]
    return pc.drop_null(pc.unique(pa.chunked_array(columns, pa.string())))


def _target(batch: pa.RecordBatch, targets: pa.Table) -> pa.Array:
    """The key of the article that each teaser leads to; never the article that carries it."""
    handles, keys = targets["handle"].combine_chunks(), targets["key"].combine_chunks()
    found = pc.coalesce(*(keys.take(pc.index_in(each, value_set=handles)) for each in _handles(batch)))
    return pc.if_else(pc.equal(found, batch.column("key")), pa.scalar(None, pa.string()), found)


def _numbers(first: int, count: int) -> pa.Array:
    return pa.array(range(first, first + count), pa.int64())


def _batch(columns: Mapping[str, pa.Array], schema: pa.Schema) -> pa.RecordBatch:
    arrays = []
    for each in schema:
        column = columns[each.name]
        array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        arrays.append(array.cast(each.type))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
