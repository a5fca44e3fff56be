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
from copydesk.stories.arrays import changes, distinct, ranges
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
RANK_BITS = 24
"""Bits of a rank in the key of a text, below its block."""

TEXTS = pa.schema(
    [("block", pa.int32()), ("rank", pa.int32()), ("partners", pa.list_(pa.int32())), ("article_body", pa.string())]
)
"""`partners` are the smaller ranks that a story is compared with in the block: none for one that is only a partner."""
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

    `wanted` are the columns of TEXTS but the text, sorted by the article rows that stand beside them.
    """

    row: npt.NDArray[np.int64]
    wanted: pa.RecordBatch

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The texts that pairs need of a batch."""
        rows = batch.column("row").to_numpy()
        begins, ends = np.searchsorted(self.row, rows, "left"), np.searchsorted(self.row, rows, "right")
        many = ends - begins
        taken = ranges(begins, many)
        # engines need not sort what lies sorted
        order = np.argsort(self.wanted.column("block").to_numpy()[taken], kind="stable")
        bodies = batch.column("article_body").take(pa.array(np.repeat(np.arange(len(rows)), many)[order]))
        return pa.table([*self.wanted.take(pa.array(taken[order])).columns, bodies], schema=TEXTS)


def hand(low: Array, high: Array, row_of_rank: Array) -> Hand:
    """The kernel that brings the texts of pairs (low, high) together."""
    order = _side_by_side(low, high, len(row_of_rank))
    low, high = low[order], high[order]
    block = np.arange(len(low)) // BLOCK_PAIRS << RANK_BITS
    texts = distinct(np.concatenate([block | low, block | high]))
    place = np.searchsorted(texts, block | high)
    first = np.append(0, np.cumsum(np.bincount(place, minlength=len(texts))))
    partners = pa.ListArray.from_arrays(
        *(pa.array(each, pa.int32()) for each in (first, low[np.argsort(place, kind="stable")]))
    )
    rank = texts & ((1 << RANK_BITS) - 1)
    columns = [pa.array(texts >> RANK_BITS, pa.int32()), pa.array(rank, pa.int32()), partners]
    rows = row_of_rank[rank]
    order = np.argsort(rows, kind="stable")
    return Hand(rows[order], pa.record_batch(columns, names=TEXTS.names[:-1]).take(pa.array(order)))


def _side_by_side(low: Array, high: Array, stories: int) -> Array:
    """The order of pairs (low, high) in which those of one chain stand together, so that a text is cut once for all."""
    head = np.arange(stories)
    np.minimum.at(head, high, low)
    while True:
        further = head[head]
        if np.array_equal(further, head):
            return np.lexsort((high, low, head[low]))
        head = further


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
    """The rows of TEXTS that the two stories of each pair are in, those of one chain together."""
    block, rank = (batch.column(name).to_numpy().astype(np.int64) for name in ("block", "rank"))
    key = block << RANK_BITS | rank
    order = np.argsort(key)
    partners = batch.column("partners").take(pa.array(order))
    high = np.repeat(np.arange(len(order)), pc.list_value_length(partners).to_numpy())
    wanted = block[order][high] << RANK_BITS | pc.list_flatten(partners).to_numpy()
    low = np.searchsorted(key[order], wanted)
    together = _side_by_side(low, high, len(order))
    return order[low[together]], order[high[together]]


def _compared(library: Library, rank: Array, lows: Array, highs: Array) -> dict[str, Any]:
    """The columns of MEASURES for some pairs of texts, given by their places in the library."""
    sides = (side_of(library, lows), side_of(library, highs))
    anchors = anchors_of(library, sides)
    shared = shared_words(library, sides, anchors, library.size[lows])
    columns: dict[str, Any] = {"low": rank[lows], "high": rank[highs], "jaccard": anchors.jaccard}
    columns["shingles_shared"] = anchors.contained
    columns |= _facts(library, sides)
    tallies = _tallies(library)
    counts = []
    for name, texts, side, mask in zip(("low", "high"), (lows, highs), sides, shared, strict=True):
        cut = _stretches(side, mask, library.scale[texts])
        counts.append(_counts(tallies, cut, len(texts)))
        columns[f"words_{name}"] = counts[-1].sum(axis=(1, 2))
        columns[f"shared_{name}"] = counts[-1][:, _SHARED].sum(axis=1)
        columns[f"long_{name}"] = np.bincount(cut.pair, cut.size * (cut.state == _LONG_GAP), len(texts))
        columns[f"head_{name}"], columns[f"tail_{name}"] = _edges(side, cut)
        columns[f"spans_{name}"] = _spans(library, side, cut)
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
"""States of a stretch: shared, short and between shared ones, other, long."""


@dataclass(frozen=True, slots=True)
class _Stretches:
    """The words of one side cut where shared and other ones, or texts, meet.

    Each has `size` words from `begin` of the side on, and `word` of the library; its `pair` and its `state`.
    """

    begin: Array
    size: Array
    word: Array
    pair: Array
    state: Array


def _stretches(side: Side, shared: Array, scale: Array) -> _Stretches:
    """`scale` is that of the text of each pair."""
    border = np.ones(len(shared) + 1, bool)
    np.not_equal(shared[1:], shared[:-1], out=border[1:-1])
    border[side.first] = True
    edges = np.flatnonzero(border)
    begin, size = edges[:-1], np.diff(edges)
    pair = np.searchsorted(side.first, begin, "right") - 1
    short, long = (most * scale[pair] for most in (SWAP, LONG))
    first = changes(pair)
    inner = ~(first | np.append(first[1:], True)[: len(first)])
    state = np.where(size >= long, _LONG_GAP, np.where((size <= short) & inner, _SWAPPED, _GAP))
    return _Stretches(begin, size, side.word[begin], pair, np.where(shared[begin], _SHARED, state))


def _tallies(library: Library) -> list[tuple[Array, ...]]:
    """How many numbers and names stand before each word; of those that are no boilerplate, and of all such words.

    The second is left out where there is no boilerplate.
    """
    flags, own = library.text.flags, ~library.boilerplate
    sorts = [(flags & np.uint8(NUMBER)) != 0, flags & np.uint8(NUMBER | NAME) == NAME]
    masks = [sorts] if bool(own.all()) else [sorts, [*(sort & own for sort in sorts), own]]
    return [tuple(np.append(0, np.cumsum(mask)) for mask in each) for each in masks]


def _counts(tallies: list[tuple[Array, ...]], cut: _Stretches, pairs: int) -> Array:
    """Words by pair, state and sort (number, name, plain), boilerplate left out unless there is little else."""
    code, end = cut.pair * 4 + cut.state, cut.word + cut.size
    made = []
    for tally in tallies:
        number, name, *words = (before[end] - before[cut.word] for before in tally)
        plain = (words[0] if words else cut.size) - number - name
        sums = [np.bincount(code, sort, pairs * 4) for sort in (number, name, plain)]
        made.append(np.stack(sums, axis=1).astype(np.int64).reshape(pairs, 4, 3))
    every, own = made[0], made[-1]
    enough = own.sum(axis=(1, 2)) >= np.maximum(20, every.sum(axis=(1, 2)) // 4)
    return np.where(enough[:, None, None], own, every)


def _facts(library: Library, sides: tuple[Side, Side]) -> dict[str, Array]:
    """What MEASURES says of the different names and numbers that both sides have."""
    pairs, (first, facts) = len(sides[0].text), _facts_of(library)
    keys = []
    for which, side in enumerate(sides):
        many = np.diff(first)[side.text]
        pair = np.repeat(np.arange(pairs, dtype=np.uint64), many) << np.uint64(34)
        keys.append(pair | facts[ranges(first[side.text], many)] << np.uint64(1) | np.uint64(which))
    every = np.sort(np.concatenate(keys))
    owner, second = (every >> np.uint64(34)).astype(np.int64), (every & np.uint64(1)).astype(bool)
    both = ~changes(every >> np.uint64(1))
    number = (every & np.uint64(1 << 33)) != 0
    low, high, shared = (np.bincount(owner[mask], minlength=pairs) for mask in (~second, second, both))
    fewer = np.minimum(low, high)
    one, other, alike = (np.bincount(owner[mask & number], minlength=pairs) for mask in (~second, second, both))
    numbers = np.minimum(one, other)
    overlap = shared / np.maximum(fewer, 1)
    return {"facts": fewer, "facts_overlap": overlap, "numbers": numbers, "numbers_apart": numbers - alike}


def _facts_of(library: Library) -> tuple[Array, Array]:
    """The different names and numbers of each text, text i from `first[i]` to `first[i + 1]`: 32 bits, and one above
    them that tells a number.
    """
    flags = library.text.flags
    mine = np.flatnonzero(flags & np.uint8(NUMBER | NAME) != 0)
    text = np.searchsorted(library.text.first, mine, "right").astype(np.uint64) - np.uint64(1)
    key = text << np.uint64(33) | (flags[mine] & np.uint8(NUMBER)).astype(np.uint64) << np.uint64(32)
    key = distinct(key | library.text.hash[mine])
    first = np.searchsorted(key, np.arange(len(library.size) + 1, dtype=np.uint64) << np.uint64(33))
    return first, key & np.uint64((1 << 33) - 1)


def _edges(side: Side, cut: _Stretches) -> tuple[Array, Array]:
    """Words before the first and after the last shared one of each pair; all of them where none is shared."""
    begins, ends = side.first[:-1], side.first[1:]
    shared = cut.state == _SHARED
    starts = np.append(cut.begin[shared], len(side.word))
    stops = np.append((cut.begin + cut.size)[shared], len(side.word))
    after, before = np.searchsorted(starts, begins), np.searchsorted(starts, ends) - 1
    some = after <= before
    return np.where(some, starts[after] - begins, ends - begins), np.where(some, ends - stops[before], ends - begins)


def _spans(library: Library, side: Side, cut: _Stretches) -> pa.Array:
    shared = cut.state == _SHARED
    begins, ends = cut.word[shared], (cut.word + cut.size - 1)[shared]
    start, end = pa.array(library.text.start[begins]), pa.array(library.text.end[ends])
    offsets = pa.array(np.searchsorted(cut.begin[shared], side.first).astype(np.int32))
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays([start, end], fields=list(_SPANS.value_type)))


def _chunks(size: Array) -> Iterator[tuple[int, int]]:
    part = np.cumsum(size) // CHUNK_BYTES
    edges = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(part)]
    for low, high in itertools.pairwise(edges):
        if high > low:
            yield low, high
