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

from copydesk.stories.align import Library, Side, anchors_of, shared_words, side_of
from copydesk.stories.options import StoryOptions
from copydesk.stories.sketch import ranges, sampled, shingle_sizes, shingles
from copydesk.stories.words import NAME, NUMBER, Words, words

Array = npt.NDArray[Any]

BLOCK_PAIRS = 1024
"""Pairs of a block."""
CHUNK_WORDS = 1 << 17
"""Words of the pairs that are compared at a time."""
SWAP = 8
"""Words of a swap, at most."""
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
one's different names and numbers that the other has, `facts` how many those are; `numbers_apart`
how many numbers each side at least has for itself. By sort of word, how many are shared
and how many swapped. `spans`: the shared stretches, in code points of the body."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Kernel from articles (row, article_body) to TEXTS: each text once for every block that needs it.

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
        bodies = batch.column("article_body").take(pa.array(np.repeat(np.arange(len(rows)), many)))
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
        text = words(batch.column("article_body"))
        size = shingle_sizes(text, self.options)
        made = shingles(text, size)
        library = Library(text, made, size, self._boilerplate(text, made))
        block, rank, partner = (batch.column(name).to_numpy() for name in ("block", "rank", "partner"))
        firsts, seconds = np.flatnonzero(partner == FIRST), np.flatnonzero(partner != FIRST)
        seconds = seconds[np.lexsort((rank[seconds], partner[seconds], block[seconds]))]
        known = block[firsts].astype(np.int64) << 24 | rank[firsts]
        order = np.argsort(known)
        wanted = block[seconds].astype(np.int64) << 24 | partner[seconds]
        matches = firsts[order][np.searchsorted(known[order], wanted)]
        parts = [
            _compared(library, rank, matches[low:high], seconds[low:high])
            for low, high in _chunks(text.count[matches] + text.count[seconds])
        ]
        return pa.concat_tables([MEASURES.empty_table(), *parts])

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


def _compared(library: Library, rank: Array, lows: Array, highs: Array) -> pa.Table:
    """The measures of some pairs of texts, given by their places in the library."""
    sides = (side_of(library, lows), side_of(library, highs))
    anchors = anchors_of(library, sides)
    shared = shared_words(library, sides, anchors, library.size[lows])
    states = [_states(side, mask) for side, mask in zip(sides, shared, strict=True)]
    counts = [_counts(library, side, state) for side, state in zip(sides, states, strict=True)]
    columns: dict[str, Any] = {"low": rank[lows], "high": rank[highs], "jaccard": anchors.jaccard}
    columns["shingles_shared"] = anchors.contained
    both, *each = _facts(library, sides, NUMBER | NAME)
    columns["facts"] = np.minimum(*each)
    columns["facts_overlap"] = both / np.maximum(columns["facts"], 1)
    both, *each = _facts(library, sides, NUMBER)
    columns["numbers_apart"] = np.minimum(*each) - both
    for name, side, mask, state, count in zip(("low", "high"), sides, shared, states, counts, strict=True):
        columns[f"words_{name}"] = count.sum(axis=(1, 2))
        columns[f"shared_{name}"] = count[:, _SHARED].sum(axis=1)
        columns[f"long_{name}"] = np.bincount(side.pair[state == _LONG_GAP], minlength=len(lows))
        columns[f"head_{name}"], columns[f"tail_{name}"] = _edges(side, mask)
        columns[f"spans_{name}"] = _spans(library, side, mask)
    for index, sort in enumerate(_SWAPS):
        columns[f"{sort}_shared"] = np.minimum(*(count[:, _SHARED, index] for count in counts))
        columns[f"{sort}_swapped"] = np.minimum(*(count[:, _SWAPPED, index] for count in counts))
    return pa.table({each.name: pa.array(columns[each.name]).cast(each.type) for each in MEASURES}, schema=MEASURES)


_SHARED, _SWAPPED, _GAP, _LONG_GAP = range(4)


def _states(side: Side, shared: Array) -> Array:
    """For each word: shared, in a short stretch between shared ones, in another stretch, in a long one."""
    border = np.ones(len(shared) + 1, bool)
    border[1:-1] = shared[1:] != shared[:-1]
    border[side.first] = True
    edges = np.flatnonzero(border)
    length = np.diff(edges)
    open_ended = np.isin(edges[:-1], side.first) | np.isin(edges[1:], side.first)
    state = np.where(length >= LONG, _LONG_GAP, np.where((length <= SWAP) & ~open_ended, _SWAPPED, _GAP))
    return np.where(shared, _SHARED, np.repeat(state, length))


def _counts(library: Library, side: Side, state: Array) -> Array:
    """Words by pair, state and sort (number, name, plain), boilerplate left out unless there is little else."""
    flags = library.text.flags[side.word]
    sort = np.where(flags & NUMBER, 0, np.where(flags & NAME, 1, 2))
    code = (side.pair * 4 + state) * 3 + sort
    pairs = len(side.first) - 1
    every = np.bincount(code, minlength=pairs * 12).reshape(pairs, 4, 3)
    common = library.boilerplate[side.word]
    if not bool(common.any()):
        return every
    own = np.bincount(code[~common], minlength=pairs * 12).reshape(pairs, 4, 3)
    enough = own.sum(axis=(1, 2)) >= np.maximum(20, every.sum(axis=(1, 2)) // 4)
    return np.where(enough[:, None, None], own, every)


def _facts(library: Library, sides: tuple[Side, Side], flags: int) -> tuple[Array, Array, Array]:
    """The different words of some flags that both have, and that each side has."""
    pairs = len(sides[0].first) - 1
    keys = []
    for which, side in enumerate(sides):
        mine = library.text.flags[side.word] & flags != 0
        hashes = library.text.hash[side.word[mine]].astype(np.uint64)
        keys.append(side.pair[mine].astype(np.uint64) << np.uint64(33) | hashes << np.uint64(1) | np.uint64(which))
    every = np.sort(np.concatenate(keys))
    new = np.ones(len(every), bool)
    new[1:] = every[1:] != every[:-1]
    every = every[new]
    owner = (every >> np.uint64(33)).astype(np.int64)
    second = (every & np.uint64(1)).astype(bool)
    both = np.zeros(len(every), bool)
    both[1:] = every[1:] >> np.uint64(1) == every[:-1] >> np.uint64(1)
    low, high = (np.bincount(owner[mask], minlength=pairs) for mask in (~second, second))
    return np.bincount(owner[both], minlength=pairs), low, high


def _edges(side: Side, shared: Array) -> tuple[Array, Array]:
    """Words before the first and after the last shared one of each pair; all of them where none is shared."""
    begins, ends = side.first[:-1], side.first[1:]
    place = np.append(np.flatnonzero(shared), len(shared))
    after, before = np.searchsorted(place, begins), np.searchsorted(place, ends) - 1
    some = after <= before
    head = np.where(some, place[after] - begins, ends - begins)
    return head, np.where(some, ends - 1 - place[before], ends - begins)


def _spans(library: Library, side: Side, shared: Array) -> pa.Array:
    border = np.ones(len(shared) + 1, bool)
    border[1:-1] = shared[1:] != shared[:-1]
    border[side.first] = True
    edges = np.flatnonzero(border)
    kept = shared[edges[:-1]] if len(shared) else np.zeros(0, bool)
    begins, ends = edges[:-1][kept], edges[1:][kept] - 1
    start = pa.array(library.text.start[side.word[begins]])
    end = pa.array(library.text.end[side.word[ends]])
    offsets = pa.array(np.searchsorted(begins, side.first).astype(np.int32))
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays([start, end], fields=list(_SPANS.value_type)))


def _chunks(size: Array) -> Iterator[tuple[int, int]]:
    part = np.cumsum(size) // CHUNK_WORDS
    edges = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(part)]
    for low, high in itertools.pairwise(edges):
        if high > low:
            yield low, high
