"""Stories compared with those of a dataset that was published earlier.

    meet        what is kept of both lies sorted by hash: stories that share enough of it are pairs
    read        the published stories of those pairs, and no others
    compare     word by word, as stories of one dataset are
    name        each new story that is a copy of a published one gets that as its representative

A published story represents a new one, whatever their dates say. Its row is set behind the new ones meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.stories.arrays import distinct
from copydesk.stories.kept import DROPPED, SPARSE
from copydesk.stories.meet import NEAR, Meeting, MeetKept, meeting
from copydesk.stories.options import StoryOptions
from copydesk.stories.plan import Candidates, Sketched, common_from, measured
from copydesk.stories.published import Published
from copydesk.stories.roster import Roster, roster, word_keys
from copydesk.stories.sketch import READS, SKETCH, Sketcher
from copydesk.stories.tables import StoryTables, story_tables

Array = npt.NDArray[Any]

OF_TEXT = ("length", "words", "shingles", "body", "body_raw", "headline", "headline_raw")
"""Columns of a sketch that are made of nothing but headline and body."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The tables with what was published earlier, and the published articles (published.SHOWN) that were compared.

    Those have their row in the earlier dataset as `published_row`.
    """

    tables: StoryTables
    articles: Stored


@dataclass(frozen=True, slots=True)
class Fresh:
    """New articles, their sketches, what is kept of those (KEPT), and what was found among them."""

    articles: Stored
    sketched: Sketched
    kept: Stored
    found: StoryTables


def with_published(engine: Engine, fresh: Fresh, earlier: Published, options: StoryOptions) -> Seen:
    """What was found among new articles, and what of them stands in an earlier dataset.

    Raises UsageError if the earlier dataset is not whole.
    """
    articles, found, stories = fresh.articles, fresh.found, fresh.sketched.roster
    behind = len(stories.rank_of_row)
    meet = MeetKept(earlier, common_from(articles.rows + earlier.rows, options), options.common_most)
    met = meeting(engine, fresh.kept, meet, behind)
    row, place, other, unread = _chosen(met.near, stories, earlier)
    old = earlier.articles(engine, other, other[unread < 0], behind)
    joined, pairs = _joined(_old_roster(engine, old, stories, unread, options), stories, row, place + behind)
    both = Stored((*old.files, *articles.files), old.schema, old.rows + articles.rows)
    candidates = Candidates(*pairs, met.common, np.uint64(DROPPED))
    # of a long story one shingle in SPARSE is kept at most: only of those is it known whether they are common
    sparse = replace(options, sample=max(SPARSE, options.sample))
    made = story_tables(engine, both, joined, measured(engine, both, joined, candidates, sparse), options, ())
    notes = (*found.notes, *_notes(met, meet, articles.rows))
    return Seen(
        StoryTables(
            _stories(made, found, stories, earlier, other), _relations(made, found, behind, earlier, other), notes
        ),
        old,
    )


def _notes(met: Meeting, meet: MeetKept, stories: int) -> Iterator[str]:
    """Sentences on what was compared, and what was not."""
    yield f"Stories compared with the {meet.earlier.rows:,} published in {meet.earlier.name}: {stories:,}."
    if met.skipped:
        yield (
            f"{met.skipped:,} kept shingles each stand in more than {meet.most} stories: by these, new stories were "
            "compared with the first published one alone."
        )


def _chosen(near: pa.Table, new: Roster, earlier: Published) -> tuple[Array, Array, Array, Array]:
    """The pairs to go on with: rows of new stories, and for each the place of the published one among `other`.

    `other` are the rows of published stories, sorted, and `unread` the rank of the new story that has the same headline
    and body, letter by letter: that one's text need not be read. It is -1 where it must be. A new story of which there
    is such a published one goes with no other.
    """
    row, other, raw = (near[name].to_numpy() for name in NEAR.names)
    hashes = new.sketches["content_hash"].combine_chunks()
    alike = distinct(other[raw])
    theirs = earlier.content_hashes(alike).take(pa.array(np.searchsorted(alike, other[raw])))
    same = np.zeros(len(row), bool)
    same[raw] = pc.equal(hashes.take(pa.array(new.rank_of_row[row[raw]])), theirs).to_numpy(zero_copy_only=False)
    done = np.zeros(len(new.rank_of_row), bool)
    done[row[same]] = True
    kept = same | ~done[row]
    row, other, same = row[kept], other[kept], same[kept]
    rows, place = np.unique(other, return_inverse=True)
    unread = np.full(len(rows), -1)
    unread[place[same]] = new.rank_of_row[row[same]]
    unread[place[~same]] = -1
    return row, place, rows, unread


def _old_roster(engine: Engine, old: Stored, new: Roster, unread: Array, options: StoryOptions) -> Roster:
    """The roster of published stories; those whose text was not read have the numbers of the new story like them."""
    numbers = [name for name in SKETCH.names if name != "hashes"]
    sketches = engine.map(old, Sketcher(options), READS)
    schema = pa.schema([sketches.schema.field(name) for name in numbers])
    table = pa.Table.from_batches(engine.scan(sketches, numbers), schema=schema)
    copied = pa.array(unread >= 0)
    twins = table.filter(copied)
    for name in OF_TEXT:
        values = new.sketches[name].take(pa.array(unread[unread >= 0]))
        twins = twins.set_column(schema.get_field_index(name), schema.field(name), values)
    return roster([*table.filter(pc.invert(copied)).to_batches(), *twins.to_batches()], schema)


def _joined(old: Roster, new: Roster, row: Array, place: Array) -> tuple[Roster, tuple[Array, Array]]:
    """The roster of published stories and then new ones, and the pairs to compare, sorted.

    `row` and `place` are those of new and published stories that are near. A new story's leader is the published one
    that has its words, else the new one that has; only leaders are compared.
    """
    before = len(old.leader)
    low, high = old.rank_of_row[place], new.rank_of_row[row]
    keys = [word_keys(each.sketches) for each in (old, new)]
    alike = np.logical_and.reduce([theirs[low] == mine[high] for theirs, mine in zip(*keys, strict=True)])
    alike &= new.numbers("words")[high] > 0
    raw = [old.numbers(name)[low] == new.numbers(name)[high] for name in ("body_raw", "headline_raw")]
    order = np.flatnonzero(alike)
    order = order[np.lexsort((low[order], ~(raw[0] & raw[1])[order], high[order]))][::-1]
    own = np.full(len(new.leader), -1)
    own[high[order]] = low[order]
    of_leader = own[new.leader]
    leader = np.where(own >= 0, own, np.where(of_leader >= 0, of_leader, new.leader + before))
    total = before + len(leader)
    compared = leader[high] == high + before
    pairs = distinct(low[compared] * total + high[compared] + before)
    sketches = pa.concat_tables([old.sketches, new.sketches])
    return Roster(sketches, np.append(np.arange(before), leader), np.zeros(0, np.int64)), (
        pairs // total,
        pairs % total,
    )


def _stories(made: StoryTables, found: StoryTables, roster: Roster, earlier: Published, other: Array) -> pa.Table:
    """STORIES as they were found, with a published representative for each member that has one, and those members."""
    behind = len(roster.rank_of_row)
    table = made.stories
    tied = table.filter(pc.and_(pc.greater_equal(table["representative_row"], behind), pc.less(table["row"], behind)))
    rows = tied["row"].to_numpy()
    known = found.stories["row"].to_numpy()
    place = np.full(behind, -1)
    place[known] = np.arange(len(known))
    story = np.arange(behind)
    story[known] = found.stories["story"].to_numpy()
    tied = _with(tied, "story", story[rows])
    tied = _with(tied, "representative_row", other[tied["representative_row"].to_numpy() - behind])
    tied = _with(tied, "representative_dataset", [earlier.name] * len(rows))
    order = np.where(place[rows] >= 0, place[rows], len(known) + roster.rank_of_row[rows])
    kept = np.setdiff1d(np.arange(len(known)), place[rows])
    whole = pa.concat_tables([found.stories.take(pa.array(kept)), tied])
    return whole.take(pa.array(np.argsort(np.concatenate([kept, order]), kind="stable")))


def _relations(made: StoryTables, found: StoryTables, behind: int, earlier: Published, other: Array) -> pa.Table:
    """RELATIONS as they were found, then those to published stories."""
    table = made.relations
    table = table.filter(pc.and_(pc.greater_equal(table["other_row"], behind), pc.less(table["row"], behind)))
    table = _with(table, "other_row", other[table["other_row"].to_numpy() - behind])
    return pa.concat_tables([found.relations, _with(table, "other_dataset", [earlier.name] * table.num_rows)])


def _with(table: pa.Table, name: str, values: Any) -> pa.Table:
    """The table with other values in one column."""
    place = table.schema.get_field_index(name)
    return table.set_column(place, table.schema.field(name), pa.array(values, table.schema.field(name).type))
