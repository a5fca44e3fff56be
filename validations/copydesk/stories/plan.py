"""The one plan that finds duplicate stories, written against the verbs of an engine.

    sketch      each article becomes numbers: hashes of its text, a sample of its shingles
    roster      the order in which stories may represent others; which have the same words
    pair        sampled shingles meet in buckets, and stories that share enough of them are pairs
    compare     the texts of those pairs, and of no others, are read again and compared word by word
    judge       relations, representatives, the two tables

The process that runs the plan holds about 150 bytes a story and 200 a pair, and never a text.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.errors import UsageError
from copydesk.stories.arrays import distinct
from copydesk.stories.chains import chains
from copydesk.stories.compare import MEASURES, Comparer, hand
from copydesk.stories.options import STANDARD, StoryOptions
from copydesk.stories.pairs import MOST_STORIES, Meet, Scatter, Tally, rank_bits
from copydesk.stories.roster import Roster, roster
from copydesk.stories.sketch import READS, Sketcher
from copydesk.stories.tables import RELATIONS, STORIES, StoryTables, story_tables

Array = npt.NDArray[Any]

CLOSE = 0.2
"""Estimated share from which a chain of pairs is closed: its ends are compared with the smallest rank of the chain."""
ECHO, HALF = 0.8, 0.5
"""A pair is left out when its larger story shares this part of it, and this much at least, with the chain's head."""
BUCKET_STORIES = 16384
"""Stories whose sampled shingles fill a bucket."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs worth comparing, sorted, and the shingles that were too common to tell, less their lowest `bits` bits."""

    low: npt.NDArray[np.int64]
    high: npt.NDArray[np.int64]
    common: npt.NDArray[np.uint64]
    bits: np.uint64


@dataclass(frozen=True, slots=True)
class Sketched:
    """Articles as numbers: the table of sketches (SKETCH), and the roster of the stories."""

    sketches: Stored
    roster: Roster


def sketch_stories(engine: Engine, articles: Stored, options: StoryOptions = STANDARD) -> Sketched:
    """The sketches of articles (sketch.READS, unique rows). Raises UsageError above MOST_STORIES articles."""
    if articles.rows > MOST_STORIES:
        raise UsageError(
            f"{articles.rows} articles are too many to compare (the most are {MOST_STORIES})",
            remedy="Split the dataset, for instance by year, or leave duplicate-story out with --ignore.",
        )
    sketches = engine.map(articles, Sketcher(options), READS)
    numbers = [name for name in sketches.schema.names if name != "hashes"]
    schema = pa.schema([sketches.schema.field(name) for name in numbers])
    return Sketched(sketches, roster(engine.scan(sketches, numbers), schema))


def find_stories(
    engine: Engine, articles: Stored, options: StoryOptions = STANDARD, sketched: Sketched | None = None
) -> StoryTables:
    """The duplicate stories among articles (sketch.READS, unique rows), whatever the order of rows and size of batches.

    `sketched` are their sketches by the same options, if they are known. Raises UsageError above MOST_STORIES articles.
    """
    if articles.rows < 2:
        return StoryTables(STORIES.empty_table(), RELATIONS.empty_table(), ())
    sketched = sketched or sketch_stories(engine, articles, options)
    stories = sketched.roster
    found, notes = _candidates(engine, sketched.sketches, stories, options)
    measures = measured(engine, articles, stories, found, options)
    return story_tables(engine, articles, stories, measures, options, notes)


def common_from(stories: int, options: StoryOptions) -> int:
    """Of so many stories, in how many a shingle stands at most before it is boilerplate."""
    return min(options.common_most, max(options.common_least, int(options.common_share * stories)))


def _candidates(
    engine: Engine, sketches: Stored, stories: Roster, options: StoryOptions
) -> tuple[Candidates, tuple[str, ...]]:
    total = max(1, len(stories.leader))
    buckets = 1 << max(0, (total // BUCKET_STORIES).bit_length())
    common = common_from(total, options)
    scatter = Scatter(stories.rank_if_sought, total, buckets)
    postings = engine.map(sketches, scatter, ["row", "hashes"])
    seen = engine.group(postings, "bucket", Meet(stories.sources, total, buckets, common, options.common_most))
    shingles = np.append(stories.numbers("shingles"), np.zeros(total - len(stories.leader), np.int32))
    pairs = engine.group(seen, "bucket", Tally(shingles, options), ["bucket", "pairs"])
    table = pa.Table.from_batches(engine.scan(pairs), schema=pairs.schema)
    low, high = _closed(table, total)
    shingles, notes = _too_common(engine, seen, options)
    return Candidates(low, high, shingles, rank_bits(total)), notes


def _too_common(engine: Engine, seen: Stored, options: StoryOptions) -> tuple[npt.NDArray[np.uint64], tuple[str, ...]]:
    """The common shingles, sorted, and a sentence on those that are in too many stories to compare them all."""
    columns = ["bucket", "common", "skipped_shingles", "skipped_places"]
    batches = engine.scan(seen, columns)
    schema = pa.schema([seen.schema.field(name) for name in columns])
    table = pa.Table.from_batches((each.filter(pc.is_null(each.column("bucket"))) for each in batches), schema=schema)
    common = np.sort(pc.list_flatten(table.column("common")).to_numpy())
    skipped, places = (int(pc.sum(table.column(name)).as_py() or 0) for name in columns[2:])
    if not skipped:
        return common, ()
    note = (
        f"{skipped} sampled shingles each stand in more than {options.common_most} stories ({places} places in all): "
        "by these, stories were compared with the first of them alone."
    )
    return common, (note,)


def _closed(pairs: pa.Table, total: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """PAIRS with those of each chain's members and its smallest rank added, sorted, each once."""
    low, high, share = (pairs.column(name).to_numpy() for name in ("low", "high", "share"))
    near = share >= CLOSE
    label = chains(low[near], high[near], total)
    smallest = np.full(total, total)
    np.minimum.at(smallest, label, np.arange(total))
    lead, member = smallest[label], np.arange(total)
    low, high = _without_echoes(low, high, share, lead)
    both = np.concatenate([np.stack([low, high]), np.stack([lead, member])[:, lead != member]], axis=1)
    key = distinct(both[0] * total + both[1])
    return key // total, key % total


def _without_echoes(low: Array, high: Array, share: Array, lead: Array) -> tuple[Array, Array]:
    """The pairs less those of which both stories share much with the head of their chain, the larger nearly as much.

    The one that shares most stays, if that is more than with the head: of two fillings of a form neither is a copy of
    the other, and one that was printed again is a copy of its first print.
    """
    with_lead, most = np.zeros(len(lead)), np.zeros(len(lead))
    direct = low == lead[high]
    with_lead[high[direct]] = share[direct]
    np.maximum.at(most, high[~direct], share[~direct])
    echo = ~direct & (lead[low] == lead[high]) & (with_lead[high] >= np.maximum(ECHO * share, HALF))
    echo &= (with_lead[low] >= HALF) & ((share < most[high]) | (share <= with_lead[high]))
    return low[~echo], high[~echo]


def measured(engine: Engine, articles: Stored, stories: Roster, found: Candidates, options: StoryOptions) -> pa.Table:
    """MEASURES of all candidates, sorted by their ranks."""
    if not len(found.low):
        return MEASURES.empty_table()
    kernel = hand(found.low, found.high, stories.numbers("row"))
    texts = engine.map(articles, kernel, ["row", "article_body"])
    compared = engine.group(texts, "block", Comparer(options, found.common, found.bits))
    table = pa.Table.from_batches(engine.scan(compared), schema=compared.schema)
    return table.sort_by([("low", "ascending"), ("high", "ascending")])
