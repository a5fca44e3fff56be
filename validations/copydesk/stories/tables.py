"""The two tables that the story finder gives: stories, and the pairs that they rest on."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.engines import Engine, Stored
from copydesk.stories.arrays import changes, distinct, sizes
from copydesk.stories.judge import Verdicts, judge, relations, representatives, same_words
from copydesk.stories.options import StoryOptions
from copydesk.stories.pick import Pick
from copydesk.stories.roster import Roster

Array = npt.NDArray[Any]

_SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
_MEASURES = (("containment", pa.float64()), ("jaccard", pa.float64()), ("facts_overlap", pa.float64()))
_FIRST = ("headline", "source", "source_file", "source_line", "date_published_local")
STORIES = pa.schema(
    [
        ("row", pa.int64()),
        ("key", pa.string()),
        ("story", pa.int64()),
        ("relation", pa.string()),
        ("representative_row", pa.int64()),
        *_MEASURES,
        ("representative_key", pa.string()),
        ("representative_headline", pa.string()),
        ("representative_source", pa.string()),
        ("representative_source_file", pa.string()),
        ("representative_source_line", pa.int32()),
        ("representative_date_published_local", pa.string()),
        ("representative_dataset", pa.string()),
    ]
)
"""One row for each member of a story of two or more: by representative (the earliest first), then by rank. `story` is
the smallest row in it, `relation` and the measures are towards the representative, null for itself. Where that was
published earlier, `representative_dataset` names the dataset, and `representative_row` is its row there."""
RELATIONS = pa.schema(
    [
        ("row", pa.int64()),
        ("key", pa.string()),
        ("other_row", pa.int64()),
        ("other_key", pa.string()),
        ("other_dataset", pa.string()),
        ("relation", pa.string()),
        *_MEASURES,
        ("spans", _SPANS),
        ("other_spans", _SPANS),
    ]
)
"""Pairs that were compared and are something to each other; `other` is the one of smaller rank. The spans are what
they share, in code points of each body. `other_dataset` is the one that the other was published in, whose row
`other_row` is; null: it is in this dataset."""


@dataclass(frozen=True, slots=True)
class StoryTables:
    """STORIES and RELATIONS, and sentences on what was limited."""

    stories: pa.Table
    relations: pa.Table
    notes: tuple[str, ...]


def story_tables(
    engine: Engine, articles: Stored, roster: Roster, measures: pa.Table, options: StoryOptions, notes: tuple[str, ...]
) -> StoryTables:
    """The tables, from the MEASURES of all pairs, sorted by (low, high)."""
    verdicts = judge(measures, options, roster)
    low, high = measures["low"].to_numpy(), measures["high"].to_numpy()
    sure = np.flatnonzero(verdicts.duplicate)
    tie = representatives(len(roster.leader), low[sure], high[sure], verdicts.containment[sure])
    pair = np.where(tie >= 0, sure[tie], -1) if len(sure) else tie
    stories = _stories(roster, verdicts, measures, pair)
    related = _relations(roster, verdicts, measures)
    return StoryTables(_with_firsts(engine, articles, stories), related, notes)


def _stories(roster: Roster, verdicts: Verdicts, measures: pa.Table, pair: Array) -> pa.Table:
    """STORIES without what is said of the representative; `pair` ties each rank to its representative, -1 for none."""
    low = np.append(measures["low"].to_numpy(), -1)
    tie = pair[roster.leader]
    first = np.where(tie >= 0, low[tie], roster.leader)
    member = np.flatnonzero(np.bincount(first, minlength=len(first))[first] > 1)
    member = member[np.argsort(first[member], kind="stable")]
    first, tie = first[member], tie[member]
    near, own = np.flatnonzero(tie >= 0), np.flatnonzero((tie < 0) & (first != member))
    relation = np.full(len(member), None, object)
    relation[near] = relations(verdicts, tie[near], first[near], member[near], roster)
    relation[own] = same_words(roster, first[own], member[own])
    columns: dict[str, Any] = {"relation": relation}
    facts = measures["facts_overlap"].to_numpy()
    for name, values in zip(
        ("containment", "jaccard", "facts_overlap"),
        (verdicts.containment, measures["jaccard"].to_numpy(), facts),
        strict=True,
    ):
        column = np.full(len(member), np.nan)
        column[near], column[own] = values[tie[near]], 1.0
        columns[name] = pa.array(column, from_pandas=True)
    rows, keys = roster.numbers("row"), roster.sketches["key"].combine_chunks()
    begins = np.flatnonzero(changes(first))
    smallest = np.minimum.reduceat(rows[member], begins) if len(begins) else begins
    columns |= {"row": rows[member], "key": keys.take(pa.array(member)), "representative_row": rows[first]}
    columns["story"] = np.repeat(smallest, sizes(begins, len(member)))
    columns["representative_key"] = keys.take(pa.array(first))
    made = {each.name: columns.get(each.name, pa.nulls(len(member), each.type)) for each in STORIES}
    return pa.table(made, schema=STORIES)


def _relations(roster: Roster, verdicts: Verdicts, measures: pa.Table) -> pa.Table:
    shown = np.flatnonzero(verdicts.duplicate | verdicts.template | verdicts.overlap)
    some = measures.take(pa.array(shown))
    low, high = some["low"].to_numpy(), some["high"].to_numpy()
    near = {
        "containment": verdicts.containment[shown],
        "jaccard": some["jaccard"].combine_chunks(),
        "facts_overlap": some["facts_overlap"].combine_chunks(),
        "relation": relations(verdicts, shown, low, high, roster),
        "spans": some["spans_high"].combine_chunks(),
        "other_spans": some["spans_low"].combine_chunks(),
    }
    twin = np.flatnonzero(roster.leader != np.arange(len(roster.leader)))
    leader = roster.leader[twin]
    length = roster.numbers("length")
    ones = np.ones(len(twin))
    same = {
        "containment": ones,
        "jaccard": ones,
        "facts_overlap": ones,
        "relation": same_words(roster, leader, twin),
        "spans": _whole(length[twin]),
        "other_spans": _whole(length[leader]),
    }
    table = pa.concat_tables([_related(roster, low, high, near), _related(roster, leader, twin, same)])
    order = np.lexsort((np.concatenate([high, twin]), np.concatenate([low, leader])))
    return table.take(pa.array(order))


def _related(roster: Roster, low: Array, high: Array, columns: dict[str, Any]) -> pa.Table:
    rows, keys = roster.numbers("row"), roster.sketches["key"].combine_chunks()
    columns |= {"row": rows[high], "other_row": rows[low]}
    columns |= {"key": keys.take(pa.array(high)), "other_key": keys.take(pa.array(low))}
    made = {each.name: columns.get(each.name, pa.nulls(len(low), each.type)) for each in RELATIONS}
    return pa.table(made, schema=RELATIONS)


def _whole(length: Array) -> pa.Array:
    """A single span over a whole text, for each."""
    span = pa.StructArray.from_arrays(
        [pa.array(np.zeros(len(length), np.int32)), pa.array(length.astype(np.int32))], fields=list(_SPANS.value_type)
    )
    return pa.ListArray.from_arrays(pa.array(np.arange(len(length) + 1, dtype=np.int32)), span)


def _with_firsts(engine: Engine, articles: Stored, stories: pa.Table) -> pa.Table:
    """The table with what a message says of the representative."""
    if not stories.num_rows:
        return stories
    wanted = stories["representative_row"].to_numpy()
    known = [name for name in _FIRST if name in articles.schema.names]
    picked = engine.map(articles, Pick(distinct(wanted)), ["row", *known])
    table = pa.Table.from_batches(engine.scan(picked), schema=picked.schema).sort_by("row")
    place = pa.array(np.searchsorted(table["row"].to_numpy(), wanted))
    for name in known:
        column = f"representative_{name}"
        values = table[name].take(place).cast(STORIES.field(column).type)
        stories = stories.set_column(stories.schema.get_field_index(column), STORIES.field(column), values)
    return stories
