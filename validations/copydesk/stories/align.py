"""Where two texts agree: anchors, runs, and the words between them.

Shingles found in both texts anchor them to each other; neighbouring anchors make a run. A run is drawn out over single
changed words as long as more words agree than differ, and between two runs that lie close in both texts words that
agree but for a small shift are joined in. All of it for many pairs at once.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from copydesk.stories.arrays import changes, ranges
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


def shared_words(library: Library, sides: tuple[Side, Side], anchors: Anchors, size: Array) -> tuple[Array, Array]:
    """Which words of each side are shared."""
    opens = np.ones(len(anchors.pair), bool)
    opens[1:] = (np.diff(anchors.pair) != 0) | (np.diff(anchors.low) != 1) | (np.diff(anchors.high) != 1)
    begins = np.flatnonzero(opens)
    owner = anchors.pair[begins]
    length = np.diff(np.append(begins, len(opens))) + size[owner] - 1
    starts = [side.first[owner] + place[begins] for side, place in zip(sides, (anchors.low, anchors.high), strict=True)]
    masks = []
    for side, start in zip(sides, starts, strict=True):
        steps = np.bincount(start, minlength=len(side.word) + 1) - np.bincount(
            start + length, minlength=len(side.word) + 1
        )
        masks.append(np.cumsum(steps[:-1]) > 0)
    _fill(library, sides, (masks[0], masks[1]), starts, length, owner)
    for step, edge in ((1, length), (-1, -1)):
        _draw_out(library, sides, (masks[0], masks[1]), [start + edge for start in starts], owner, step)
    return masks[0], masks[1]


def _fill(
    library: Library,
    sides: tuple[Side, Side],
    masks: tuple[Array, Array],
    starts: list[Array],
    length: Array,
    owner: Array,
) -> None:
    """Mark the words between neighbouring runs that agree, shifted by no more than DRIFT."""
    if len(length) < 2:
        return
    begins = [start[:-1] + length[:-1] for start in starts]
    sizes = [start[1:] - begin for start, begin in zip(starts, begins, strict=True)]
    near = owner[1:] == owner[:-1]
    near &= np.abs(sizes[0] - sizes[1]) <= DRIFT
    for size in sizes:
        near &= (size > 0) & (size <= GAP)
    low, high = (begin[near] for begin in begins)
    long, other = (size[near] for size in sizes)
    gap, nth = np.repeat(np.arange(len(long)), long), ranges(np.zeros_like(long), long)
    first = low[gap] + nth
    hashes = library.text.hash[sides[0].word[first]]
    for shift in range(-DRIFT - 1, DRIFT + 2):
        place = nth + shift
        inside = (place >= 0) & (place < other[gap])
        second = high[gap] + np.where(inside, place, 0)
        agree = inside & (hashes == library.text.hash[sides[1].word[second]])
        masks[0][first[agree]] = True
        masks[1][second[agree]] = True


def _draw_out(
    library: Library,
    sides: tuple[Side, Side],
    masks: tuple[Array, Array],
    edges: list[Array],
    owner: Array,
    step: int,
) -> None:
    """Mark the words beyond the edges of runs that agree, as far as more agree than differ."""
    reach = np.arange(REACH)
    rooms, hashes, places = [], [], []
    for side, edge in zip(sides, edges, strict=True):
        rooms.append(side.first[owner + 1] - edge if step > 0 else edge - side.first[owner] + 1)
        place = edge[:, None] + reach * step
        places.append(np.clip(place, 0, max(0, len(side.word) - 1), out=place))
        hashes.append(library.text.hash[side.word[place]] if len(side.word) else place)
    agree = hashes[0] == hashes[1]
    agree &= reach < np.minimum(*rooms)[:, None]
    score = np.cumsum(np.where(agree, np.int8(1), np.int8(-1)), axis=1, dtype=np.int8)
    best = np.argmax(score, axis=1)
    far = np.where(score[np.arange(len(best)), best] > 0, best, -1)
    agree &= reach <= far[:, None]
    for mask, place in zip(masks, places, strict=True):
        mask[place[agree]] = True
