"""Pairs of stories compared word by word: what they share and where, and what stands in its place where they differ.

Shingles found in both texts anchor them to each other; neighbouring anchors make a run, and each run is drawn out
over single changed words as long as more words agree than differ. A word is *shared* when it lies so; a *swap* is a
short stretch that is not, between shared ones, in both stories. Names and numbers that stand in swaps tell a template
from a copy; long stretches that are not shared tell an update from an edit.

The texts of a pair must meet in one batch: pairs are numbered in blocks, and each text goes to every block it is in.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.stories.align import Library, Side, anchors_of, shared_words, side_of
from copydesk.stories.arrays import changes, ranges
from copydesk.stories.options import StoryOptions
from copydesk.stories.sketch import sampled, shingle_sizes, shingles
from copydesk.stories.words import NAME, NUMBER, Words, words

Array = npt.NDArray[Any]

BLOCK_PAIRS = 1024
"""Pairs of a block."""
CHUNK_BYTES = 1 << 19
"""Bytes of the texts of pairs that are compared at a time."""
SWAP = 8
"""Words of a swap, at most; as of those below, words of the language."""
LONG = 12
"""Words of a stretch that is long, at least."""
FIRST = -1

TEXTS = pa.schema([("block", pa.int32()), ("rank", pa.int32()), ("partner", pa.int32()), ("article_body", pa.string())])
_SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
_PER_SIDE = ("words", "shared", "long", "head", "tail")
_SWAPS = ("numbers", "names", "plain")
MEASURES = pa.schema(
    [
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("jaccard", pa.float64()),
        ("shingles_shared", pa.float64()),
        ("facts_overlap", pa.float64()),
        ("facts", pa.int32()),
        ("numbers", pa.int32()),
        ("numbers_apart", pa.int32()),
        *((f"{name}_{side}", pa.int32()) for name in _PER_SIDE for side in ("low", "high")),
        *((f"{sort}_{state}", pa.int32()) for sort in _SWAPS for state in ("shared", "swapped")),
        ("spans_low", _SPANS),
        ("spans_high", _SPANS),
    ]
)
"""Of the stories of smaller and of larger rank (`low`, `high`): `words` in all (boilerplate left out, unless there is
little else), how many are `shared`, how many stand in `long` unshared stretches, how many stand before the first
(`head`) and after the last (`tail`) shared word. `jaccard` of their shingles, `shingles_shared` the share of the
shorter list of shingles that the other has, `facts_overlap` the share of the shorter
one's different names and numbers that the other has, `facts` how many those are; `numbers` how many different numbers
each side at least has, and `numbers_apart` how many for itself. By sort of word, how many are shared
and how many swapped. `spans`: the shared stretches, in code points of the body."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Kernel from articles (row, article_body) to TEXTS: each text once for every block that needs it, sorted by block.

    The arrays are parallel, sorted by `row`; `partner` is FIRST for the story of smaller rank of a pair, else its rank.
    """

    row: npt.NDArray[np.int64]
    block: npt.NDArray[np.int32]
    rank: npt.NDArray[np.int32]
    partner: npt.NDArray[np.int32]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The texts that pairs need of a batch."""
        rows = batch.column("row").to_numpy()
        begins, ends = np.searchsorted(self.row, rows, "left"), np.searchsorted(self.row, rows, "right")
        many = ends - begins
        taken = ranges(begins, many)
        # engines need not sort what lies sorted
        order = np.argsort(self.block[taken], kind="stable")
        taken = taken[order]
        bodies = batch.column("article_body").take(pa.array(np.repeat(np.arange(len(rows)), many)[order]))
        return pa.table([self.block[taken], self.rank[taken], self.partner[taken], bodies], schema=TEXTS)


def hand(low: Array, high: Array, row_of_rank: Array) -> Hand:
    """The kernel that brings the texts of pairs, sorted by (low, high), together."""
    block = (np.arange(len(low)) // BLOCK_PAIRS).astype(np.int32)
    new = np.ones(len(low), bool)
    new[1:] = (np.diff(low) != 0) | (np.diff(block) != 0)
    rank = np.concatenate([low[new], high])
    blocks = np.concatenate([block[new], block])
    partner = np.concatenate([np.full(int(new.sum()), FIRST), low])
    order = np.argsort(row_of_rank[rank], kind="stable")
    rank, partner = rank[order].astype(np.int32), partner[order].astype(np.int32)
    return Hand(row_of_rank[rank], blocks[order], rank, partner)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Kernel from whole blocks of TEXTS to MEASURES. `common` are sorted shingles, less their lowest `bits` bits."""

    options: StoryOptions
    common: npt.NDArray[np.uint64]
    bits: np.uint64

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The measures of all pairs of some blocks."""
        bodies, rank = batch.column("article_body"), batch.column("rank").to_numpy()
        lows, highs = _pairs(batch)
        size = pc.fill_null(pc.binary_length(bodies), 0).to_numpy(zero_copy_only=False)
        parts = []
        for start, stop in _chunks(size[lows].astype(np.int64) + size[highs]):
            texts, places = np.unique(np.concatenate([lows[start:stop], highs[start:stop]]), return_inverse=True)
            library = self._library(bodies.take(pa.array(texts)))
            parts.append(_compared(library, rank[texts], *np.split(places, 2)))
        return _table(parts) if parts else MEASURES.empty_table()

    def _library(self, bodies: pa.Array) -> Library:
        text = words(bodies)
        size = shingle_sizes(text, self.options)
        made = shingles(text, size)
        return Library(text, made, size, size / self.options.shingle, self._boilerplate(text, made))

    def _boilerplate(self, text: Words, made: Array) -> npt.NDArray[np.bool_]:
        """Which words stand between common shingles, with no other sampled one nearer."""
        nothing = np.zeros(len(text.hash), bool)
        place = np.flatnonzero(sampled(made, self.options))
        if not len(self.common) or not len(place):
            return nothing
        cut = made[place] >> self.bits
        found = self.common[np.minimum(np.searchsorted(self.common, cut), len(self.common) - 1)] == cut
        if not bool(found.any()):
            return nothing
        here = np.zeros(len(text.hash), np.int32)
        here[place] = 1
        after = np.cumsum(here, dtype=np.int32) - here
        owner = text.text
        near = [np.clip(each, 0, len(place) - 1) for each in (after - 1, after)]
        sides = [(owner[place][each] == owner, found[each]) for each in near]
        clean = np.logical_and.reduce([~mine | common for mine, common in sides])
        return np.asarray(clean & np.logical_or.reduce([mine & common for mine, common in sides]), bool)


def _pairs(batch: pa.RecordBatch) -> tuple[Array, Array]:
    """The rows of TEXTS that the two stories of each pair are in."""
    block, rank, partner = (batch.column(name).to_numpy() for name in ("block", "rank", "partner"))
    firsts, seconds = np.flatnonzero(partner == FIRST), np.flatnonzero(partner != FIRST)
    seconds = seconds[np.lexsort((rank[seconds], partner[seconds], block[seconds]))]
    known = block[firsts].astype(np.int64) << 24 | rank[firsts]
    order = np.argsort(known)
    wanted = block[seconds].astype(np.int64) << 24 | partner[seconds]
    return firsts[order][np.searchsorted(known[order], wanted)], seconds


def _compared(library: Library, rank: Array, lows: Array, highs: Array) -> dict[str, Any]:
    """The columns of MEASURES for some pairs of texts, given by their places in the library."""
    sides = (side_of(library, lows), side_of(library, highs))
    anchors = anchors_of(library, sides)
    shared = shared_words(library, sides, anchors, library.size[lows])
    columns: dict[str, Any] = {"low": rank[lows], "high": rank[highs], "jaccard": anchors.jaccard}
    columns["shingles_shared"] = anchors.contained
    columns |= _facts(library, sides)
    counts = []
    for name, texts, side, mask in zip(("low", "high"), (lows, highs), sides, shared, strict=True):
        stretches = _stretches(side, mask)
        state = _states(side, stretches, library.scale[texts])
        counts.append(_counts(library, side, state))
        columns[f"words_{name}"] = counts[-1].sum(axis=(1, 2))
        columns[f"shared_{name}"] = counts[-1][:, _SHARED].sum(axis=1)
        columns[f"long_{name}"] = np.bincount(side.pair[state == _LONG_GAP], minlength=len(lows))
        columns[f"head_{name}"], columns[f"tail_{name}"] = _edges(side, stretches)
        columns[f"spans_{name}"] = _spans(library, side, stretches)
    for index, sort in enumerate(_SWAPS):
        columns[f"{sort}_shared"] = np.minimum(*(count[:, _SHARED, index] for count in counts))
        columns[f"{sort}_swapped"] = np.minimum(*(count[:, _SWAPPED, index] for count in counts))
    return columns


def _table(parts: list[dict[str, Any]]) -> pa.Table:
    """MEASURES from the columns of its parts."""
    columns = [
        pa.concat_arrays([part[each.name] for part in parts])
        if each.type == _SPANS
        else pa.array(np.concatenate([part[each.name] for part in parts]).astype(each.type.to_pandas_dtype()))
        for each in MEASURES
    ]
    return pa.table(columns, schema=MEASURES)


_SHARED, _SWAPPED, _GAP, _LONG_GAP = range(4)
_SORT = np.array([2, 0, 1, 0], np.int64)
"""The sort of a word (number, name, plain) by its flags NUMBER and NAME."""


@dataclass(frozen=True, slots=True)
class _Stretches:
    """The words of one side cut where shared and other ones, or texts, meet: stretch i is `edges[i]:edges[i + 1]`."""

    edges: Array
    shared: npt.NDArray[np.bool_]


def _stretches(side: Side, shared: Array) -> _Stretches:
    border = np.ones(len(shared) + 1, bool)
    np.not_equal(shared[1:], shared[:-1], out=border[1:-1])
    border[side.first] = True
    edges = np.flatnonzero(border)
    return _Stretches(edges, shared[edges[:-1]])


def _states(side: Side, stretches: _Stretches, scale: Array) -> Array:
    """For each word: shared, in a short stretch between shared ones, in another stretch, in a long one.

    `scale` is that of the text of each pair.
    """
    edges = stretches.edges
    length = np.diff(edges)
    short, long = (most * scale[side.pair[edges[:-1]]] for most in (SWAP, LONG))
    ends = np.zeros(len(side.word) + 1, bool)
    ends[side.first] = True
    open_ended = ends[edges[:-1]] | ends[edges[1:]]
    state = np.where(length >= long, _LONG_GAP, np.where((length <= short) & ~open_ended, _SWAPPED, _GAP))
    return np.repeat(np.where(stretches.shared, _SHARED, state), length)


def _counts(library: Library, side: Side, state: Array) -> Array:
    """Words by pair, state and sort (number, name, plain), boilerplate left out unless there is little else."""
    sort = _SORT.take(library.text.flags[side.word] & np.uint8(NUMBER | NAME))
    code = (side.pair * 4 + state) * 3 + sort
    pairs = len(side.first) - 1
    every = np.bincount(code, minlength=pairs * 12).reshape(pairs, 4, 3)
    common = library.boilerplate[side.word]
    if not bool(common.any()):
        return every
    own = np.bincount(code[~common], minlength=pairs * 12).reshape(pairs, 4, 3)
    enough = own.sum(axis=(1, 2)) >= np.maximum(20, every.sum(axis=(1, 2)) // 4)
    return np.where(enough[:, None, None], own, every)


def _facts(library: Library, sides: tuple[Side, Side]) -> dict[str, Array]:
    """What MEASURES says of the different names and numbers that both sides have."""
    pairs, keys = len(sides[0].first) - 1, []
    for which, side in enumerate(sides):
        flags = library.text.flags[side.word]
        mine = np.flatnonzero(flags & np.uint8(NUMBER | NAME))
        number = (flags[mine] & np.uint8(NUMBER)).astype(np.uint64)
        key = side.pair[mine].astype(np.uint64) << np.uint64(34) | number << np.uint64(33)
        keys.append(key | library.text.hash[side.word[mine]].astype(np.uint64) << np.uint64(1) | np.uint64(which))
    every = np.sort(np.concatenate(keys))
    every = every[changes(every)]
    owner, second = (every >> np.uint64(34)).astype(np.int64), (every & np.uint64(1)).astype(bool)
    both = ~changes(every >> np.uint64(1))
    number = (every & np.uint64(1 << 33)) != 0
    low, high, shared = (np.bincount(owner[mask], minlength=pairs) for mask in (~second, second, both))
    facts = np.minimum(low, high)
    one, other, alike = (np.bincount(owner[mask & number], minlength=pairs) for mask in (~second, second, both))
    numbers = np.minimum(one, other)
    overlap = shared / np.maximum(facts, 1)
    return {"facts": facts, "facts_overlap": overlap, "numbers": numbers, "numbers_apart": numbers - alike}


def _edges(side: Side, stretches: _Stretches) -> tuple[Array, Array]:
    """Words before the first and after the last shared one of each pair; all of them where none is shared."""
    begins, ends = side.first[:-1], side.first[1:]
    starts = np.append(stretches.edges[:-1][stretches.shared], len(side.word))
    stops = np.append(stretches.edges[1:][stretches.shared], len(side.word))
    after, before = np.searchsorted(starts, begins), np.searchsorted(starts, ends) - 1
    some = after <= before
    return np.where(some, starts[after] - begins, ends - begins), np.where(some, ends - stops[before], ends - begins)


def _spans(library: Library, side: Side, stretches: _Stretches) -> pa.Array:
    begins = stretches.edges[:-1][stretches.shared]
    ends = stretches.edges[1:][stretches.shared] - 1
    start = pa.array(library.text.start[side.word[begins]])
    end = pa.array(library.text.end[side.word[ends]])
    offsets = pa.array(np.searchsorted(begins, side.first).astype(np.int32))
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays([start, end], fields=list(_SPANS.value_type)))


def _chunks(size: Array) -> Iterator[tuple[int, int]]:
    part = np.cumsum(size) // CHUNK_BYTES
    edges = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(part)]
    for low, high in itertools.pairwise(edges):
        if high > low:
            yield low, high
