"""What is kept of stories, so that later ones can be compared with them and their texts need not be hashed again.

Of each story some of its sampled shingles are kept, more of its beginning than of the rest, for a truncated copy has
nothing else; and a hash of its words, and one of its headline and body as they stand. They lie sorted, so that two
datasets meet by reading both from front to end. A hash has 40 bits: meeting by chance costs a comparison, and no more.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.stories.arrays import changes, mix64, nth, sizes
from copydesk.stories.blocks import raw_hashes
from copydesk.stories.options import StoryOptions
from copydesk.stories.pairs import again, scattered
from copydesk.stories.roster import Roster, word_keys
from copydesk.stories.sketch import SKETCH, WHOLE, shingle_sizes, shingles, whole_hashes
from copydesk.stories.words import words

Array = npt.NDArray[Any]

VERSION = 1
"""Of the layout of KEPT."""
FIRST_WORDS, HEAD, REST = 8, 24, 24
"""Shingles that are kept of a story's first words, sampled ones of its beginning, and of all that follows, about."""
SPARSE = 16
"""Of long stories one shingle in so many is kept, at least."""
BRIEF = 8
"""A story that has fewer sampled shingles may be found by a single one."""
FIRST = 16
"""Stories that are kept of a shingle, at most: those of smallest rank."""
BUCKET_STORIES = 4096
SHINGLE, BODY, RAW = range(3)
"""Kinds of hash: of a shingle, of all words of a body, of headline and body as they stand."""
KIND_BITS, RANK_BITS, DROPPED = 2, 24, 26
"""Bits of a kind and of a rank in a sorting key, and how many of a hash's lowest bits make place for them."""
METADATA = b"copydesk.stories"
ROWS = 1 << 20
"""Rows of a row group."""
_PACKED = {"encoding": "DELTA_BINARY_PACKED"}
KEPT = pa.schema(
    [
        pa.field("hash", pa.int64(), metadata=_PACKED),
        pa.field("row", pa.int32(), metadata=_PACKED),
        pa.field("stories", pa.int32()),
        pa.field("brief", pa.bool_()),
    ]
)
"""Sorted by `hash` (of 38 bits, above its kind of two), then by rank; `row` is that of the article. `stories` is how
many have the hash, of each source the first not counted but for one; FIRST are listed. Of a hash that too many have,
`stories` are all, and a single one is listed. `brief`: few are kept of the story."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Kernel from sketches to POSTINGS of what is kept. The arrays are by rank, `rank_of_row` by article row.

    `sought`: near-copies of the story are sought, so its shingles are kept; `leads`: none before it has its words.
    """

    rank_of_row: npt.NDArray[np.int64]
    sought: npt.NDArray[np.bool_]
    leads: npt.NDArray[np.bool_]
    options: StoryOptions
    buckets: int

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The postings of a batch."""
        rows = batch.column("row").to_numpy()
        ranks = self.rank_of_row[rows]
        kept, owner = self._shingles(batch, self.sought[ranks])
        count, body = word_keys(pa.Table.from_batches([batch]))
        body = mix64(body ^ count.astype(np.uint64))
        raw = mix64(_number(batch, "body_raw") << np.uint64(32) | _number(batch, "headline_raw"))
        some = count > 0
        bodies, raws = np.flatnonzero(some & self.leads[ranks]), np.flatnonzero(some)
        hashes = np.concatenate([_of_kind(kept, SHINGLE), _of_kind(body[bodies], BODY), _of_kind(raw[raws], RAW)])
        owner = np.concatenate([owner, bodies, raws])
        return scattered(hashes << np.uint64(RANK_BITS) | ranks[owner].astype(np.uint64), self.buckets)

    def _shingles(self, batch: pa.RecordBatch, sought: Array) -> tuple[Array, Array]:
        """The shingles that are kept, and for each the position of its story in the batch."""
        hashes = pc.list_flatten(batch.column("hashes")).to_numpy()
        count = pc.fill_null(pc.list_value_length(batch.column("hashes")), 0).to_numpy(zero_copy_only=False)
        drawn_of = np.where(batch.column("shingles").to_numpy() <= WHOLE, 1, self.options.sample).astype(np.uint64)
        owner = np.repeat(np.arange(len(count)), count)
        drawn = (hashes & (drawn_of - np.uint64(1))[owner]) == 0
        before = np.append(0, np.cumsum(drawn))
        ends = before[np.append(0, np.cumsum(count))]
        step = drawn_of << np.ceil(np.log2(np.maximum((np.diff(ends) - HEAD) / REST, 1))).astype(np.uint64)
        head = drawn & (before[:-1] - ends[owner] < HEAD)
        chosen = (nth(count) < FIRST_WORDS) | head | ((hashes & (step - np.uint64(1))[owner]) == 0)
        chosen &= sought[owner]
        return hashes[chosen], owner[chosen]


@dataclass(frozen=True, slots=True)
class Lay:
    """Kernel from whole buckets of POSTINGS to KEPT, with all stories of a hash that stands in no more than `most`.

    The arrays are by rank.
    """

    sources: npt.NDArray[np.int32]
    row: npt.NDArray[np.int64]
    brief: npt.NDArray[np.bool_]
    most: int

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The postings of some buckets, sorted."""
        keys = np.sort(pc.list_flatten(batch.column("keys")).to_numpy())
        keys = keys[changes(keys)]
        hashes = (keys >> np.uint64(RANK_BITS)).astype(np.int64)
        begins = np.flatnonzero(changes(hashes))
        size = sizes(begins, len(hashes))
        listed = np.repeat(size <= self.most, size)
        listed[begins] = True
        rank = (keys & np.uint64((1 << RANK_BITS) - 1)).astype(np.int64)
        stories, many = size.copy(), (size > 1) & (size <= self.most)
        stories[many] = again(self.sources[rank], begins[many], size[many])
        stories, rank = np.repeat(stories, size), rank[listed]
        columns = [hashes[listed], self.row[rank].astype(np.int32), stories[listed].astype(np.int32), self.brief[rank]]
        return pa.table([pa.array(each) for each in columns], schema=KEPT)


def keep_stories(engine: Engine, sketches: Stored, roster: Roster, options: StoryOptions) -> Stored:
    """KEPT of some stories, uncut."""
    total = max(1, len(roster.leader))
    buckets = 1 << (total // BUCKET_STORIES).bit_length()
    leads = roster.leader == np.arange(len(roster.leader))
    keep = Keep(roster.rank_of_row, roster.sought, leads, options, buckets)
    columns = [name for name in SKETCH.names if name not in {"key", "source", "content_hash", "date", "length"}]
    postings = engine.map(sketches, keep, columns)
    brief = roster.numbers("shingles") < BRIEF * options.sample
    return engine.group(postings, "bucket", Lay(roster.sources, roster.numbers("row"), brief, options.common_most))


def to_store(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of KEPT that are written beside a dataset: of each hash the FIRST."""
    for batch in batches:
        hashes = batch.column("hash").to_numpy()
        # they lie sorted: FIRST places before one that is too many stands the same hash
        kept = np.ones(len(hashes), bool)
        np.not_equal(hashes[FIRST:], hashes[:-FIRST], out=kept[FIRST:])
        table = pa.Table.from_batches([batch])
        table = table if bool(kept.all()) else table.filter(pa.array(kept)).combine_chunks()
        for start in range(0, table.num_rows, ROWS):
            yield from table.slice(start, ROWS).to_batches()


def described(options: StoryOptions) -> dict[str, Any]:
    """What must be the same for the hashes of two datasets to be: the layout, how texts are cut, and how hashed."""
    cut = {name: getattr(options, name) for name in ("shingle", "characters", "crowded", "sample")}
    return {"version": VERSION, **cut, "probe": _probe(options)}


def stored_schema(options: StoryOptions) -> pa.Schema:
    """KEPT with that description."""
    return KEPT.with_metadata({METADATA: json.dumps(described(options), sort_keys=True)})


@cache
def _probe(options: StoryOptions) -> int:
    """A number that is another one when texts are cut or hashed in another way."""
    told = pa.array(
        ["Old crane, 3.5 ton&shy;nes, 1’200 fell; Älter als 9 Kräne. Кран упал. 港のクレーンが倒れた。 ปั้นจั่นเก่าล้ม " * 3]
    )
    text = words(told, places=False)
    made = shingles(text, shingle_sizes(text, options))
    hashes = np.concatenate([made, whole_hashes(text), raw_hashes(told).astype(np.uint64)])
    return int(mix64(hashes).sum(dtype=np.uint64) >> np.uint64(DROPPED))


def _of_kind(hashes: Array, kind: int) -> Array:
    return hashes >> np.uint64(DROPPED) << np.uint64(KIND_BITS) | np.uint64(kind)


def _number(batch: pa.RecordBatch, name: str) -> Array:
    number: Array = batch.column(name).to_numpy().astype(np.uint64)
    return number
