"""Where two texts agree: anchors, runs, and the words between them.

Shingles found in both texts anchor them to each other; neighbouring anchors make a run. A run is drawn out over single
changed words as long as more words agree than differ, and between two runs that lie close in both texts words that
agree but for a small shift are joined in. All of it for many pairs at once.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from copydesk.stories.arrays import changes, nth, ranges, sizes
from copydesk.stories.words import Words

Array = npt.NDArray[Any]

REACH = 24
"""Words by which a run may be drawn out on each side."""
GAP = 48
"""Words between two runs that are compared one by one, at most, in each text."""
DRIFT = 4
"""Words by which the two sides of a gap may differ in length."""


@dataclass(frozen=True, slots=True)
class Library:
    """All that is known of the texts of a batch: `shingles` by word; by text `size`, the words of a shingle, and
    `scale`, how many of our words a word of the language has (more than one where each character is one).
    """

    text: Words
    shingles: npt.NDArray[np.uint64]
    size: Array
    scale: Array
    boilerplate: Array


@dataclass(frozen=True, slots=True)
class Side:
    """One side of some pairs: for pair i its `text`, the words `first[i]:first[i + 1]`, in `word` their places in the
    library.
    """

    text: Array
    first: Array
    word: Array


def side_of(library: Library, texts: Array) -> Side:
    count = library.text.count[texts]
    return Side(texts, np.append(0, np.cumsum(count)), ranges(library.text.first[texts], count))


@dataclass(frozen=True, slots=True)
class Anchors:
    """Shingles that stand in both texts of a pair: the pair and the word they begin at, sorted."""

    pair: Array
    low: Array
    high: Array
    jaccard: Array
    contained: Array


def anchors_of(library: Library, sides: tuple[Side, Side]) -> Anchors:
    pairs = len(sides[0].text)
    longest = max(int(np.diff(side.first).max(initial=0)) for side in sides)
    place_bits = np.uint64(max(1, (longest - 1).bit_length()))
    pair_bits = max(1, (pairs - 1).bit_length())
    keys = np.concatenate([_keys(library, side, which, int(place_bits), pair_bits) for which, side in enumerate(sides)])
    keys.sort()
    edges = np.searchsorted(keys, np.arange(pairs, dtype=np.uint64) << np.uint64(64 - pair_bits))
    edges = np.append(edges, len(keys))
    second = (keys & (np.uint64(1) << place_bits)) != 0
    new = changes(keys >> (place_bits + np.uint64(1)))
    starts, met = np.flatnonzero(new), np.flatnonzero(second[1:] & ~(second[:-1] | new[1:])) + 1
    begin = met - 1
    again = np.flatnonzero(~new[begin])
    begin[again] = starts[np.searchsorted(starts, begin[again], "right") - 1]
    place = (np.uint64(1) << place_bits) - np.uint64(1)
    found = keys[met] >> np.uint64(64 - pair_bits) << (place_bits + place_bits)
    found |= (keys[begin] & place) << place_bits | (keys[met] & place)
    found.sort()
    common, united = np.diff(np.searchsorted(met, edges)), np.diff(np.searchsorted(starts, edges))
    firsts = np.diff(np.searchsorted(np.flatnonzero(new & ~second), edges))
    fewer = np.minimum(firsts, united - firsts + common)
    shares = (common / np.maximum(every, 1) for every in (united, fewer))
    parts = (found >> (place_bits + place_bits), found >> place_bits & place, found & place)
    return Anchors(*(part.astype(np.int64) for part in parts), *shares)


def _keys(library: Library, side: Side, which: int, place_bits: int, pair_bits: int) -> Array:
    """Pair, shingle, side and place of each shingle, in one sortable number."""
    many = np.maximum(library.text.count[side.text] - library.size[side.text] + 1, 0)
    hashes = library.shingles[ranges(library.text.first[side.text], many)]
    hashes >>= np.uint64(pair_bits + place_bits + 1)
    hashes <<= np.uint64(place_bits + 1)
    begins = np.arange(len(many), dtype=np.uint64) << np.uint64(64 - pair_bits) | np.uint64(which << place_bits)
    hashes |= ranges(begins, many)
    return hashes


@dataclass(frozen=True, slots=True)
class _Runs:
    """Anchors in a row: of the pair `owner`, `length` words of each side, from its places in `starts` on."""

    owner: Array
    starts: tuple[Array, Array]
    length: Array


def shared_words(library: Library, sides: tuple[Side, Side], anchors: Anchors, size: Array) -> tuple[Array, Array]:
    """Which words of each side are shared."""
    runs = _runs(sides, anchors, size)
    masks = (_covered(sides[0], runs.starts[0], runs.length), _covered(sides[1], runs.starts[1], runs.length))
    _fill(library, sides, masks, runs)
    for step in (1, -1):
        _draw_out(library, sides, masks, runs, step)
    return masks


def _runs(sides: tuple[Side, Side], anchors: Anchors, size: Array) -> _Runs:
    opens = np.ones(len(anchors.pair), bool)
    opens[1:] = (np.diff(anchors.pair) != 0) | (np.diff(anchors.low) != 1) | (np.diff(anchors.high) != 1)
    begins = np.flatnonzero(opens)
    owner = anchors.pair[begins]
    starts = (sides[0].first[owner] + anchors.low[begins], sides[1].first[owner] + anchors.high[begins])
    return _Runs(owner, starts, sizes(begins, len(opens)) + size[owner] - 1)


def _covered(side: Side, starts: Array, length: Array) -> Array:
    """Which words of a side stand in runs."""
    edges = (np.bincount(each, minlength=len(side.word) + 1) for each in (starts, starts + length))
    return np.asarray(np.cumsum(np.subtract(*edges)[:-1]) > 0)


def _fill(library: Library, sides: tuple[Side, Side], masks: tuple[Array, Array], runs: _Runs) -> None:
    """Mark the words between neighbouring runs that agree, shifted by no more than DRIFT."""
    if len(runs.length) < 2:
        return
    begins = [start[:-1] + runs.length[:-1] for start in runs.starts]
    gaps = [start[1:] - begin for start, begin in zip(runs.starts, begins, strict=True)]
    near = runs.owner[1:] == runs.owner[:-1]
    near &= np.abs(gaps[0] - gaps[1]) <= DRIFT
    for size in gaps:
        near &= (size > 0) & (size <= GAP)
    low, high = (begin[near] for begin in begins)
    long, other = (size[near] for size in gaps)
    gap, word = np.repeat(np.arange(len(long)), long), nth(long)
    first = low[gap] + word
    hashes = library.text.hash[sides[0].word[first]]
    for shift in range(-DRIFT - 1, DRIFT + 2):
        place = word + shift
        inside = (place >= 0) & (place < other[gap])
        second = high[gap] + np.where(inside, place, 0)
        agree = inside & (hashes == library.text.hash[sides[1].word[second]])
        masks[0][first[agree]] = True
        masks[1][second[agree]] = True


def _draw_out(library: Library, sides: tuple[Side, Side], masks: tuple[Array, Array], runs: _Runs, step: int) -> None:
    """Mark the words that agree behind runs, or before them (`step` -1), as far as more agree than differ."""
    reach = np.arange(REACH)
    rooms, hashes, places = [], [], []
    for side, start in zip(sides, runs.starts, strict=True):
        edge = start + runs.length if step > 0 else start - 1
        rooms.append(side.first[runs.owner + 1] - edge if step > 0 else edge - side.first[runs.owner] + 1)
        place = edge[:, None] + reach * step
        places.append(np.clip(place, 0, max(0, len(side.word) - 1), out=place))
        hashes.append(library.text.hash[side.word[place]] if len(side.word) else place)
    agree = hashes[0] == hashes[1]
    agree &= reach < np.minimum(*rooms)[:, None]
    score = np.cumsum(np.where(agree, np.int8(1), np.int8(-1)), axis=1, dtype=np.int8)
    # of several places where as many more agree the last: the edge of a text is reached over changed words
    best = REACH - 1 - np.argmax(score[:, ::-1], axis=1)
    far = np.where(score[np.arange(len(best)), best] > 0, best, -1)
    agree &= reach <= far[:, None]
    for mask, place in zip(masks, places, strict=True):
        mask[place[agree]] = True
