"""Whether one of two stories is a part of the other: its beginning, or one of several that a digest holds."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.stories.arrays import changes

Array = npt.NDArray[Any]

HELD, LONGER, SEVERAL = 0.8, 1.5, 3
"""Of a story that a digest holds the share that it holds, how many times as long it is, and how many such stories it
holds, at least."""
TEASER, REST = 20, 40
"""Words of a teaser, at least, and of what stands behind it, at most."""


def truncated(of: dict[str, Array], containment: Array) -> npt.NDArray[np.bool_]:
    """Whether the shorter story is the beginning of the other one, but for an edited word here and there."""
    shorter, longer = _by_length(of)
    few = np.maximum(5, 0.05 * longer["shared"])
    cut = (containment >= 0.9) & (longer["tail"] >= np.maximum(5, 0.05 * longer["words"]))
    cut &= (np.maximum(shorter["head"], longer["head"]) <= few) & (_between(longer) <= few)
    return np.asarray(cut, bool)


def teasers(of: dict[str, Array]) -> npt.NDArray[np.bool_]:
    """Whether the shorter story is the beginning of the other one and then something else, no longer than that.

    That is how a page looks that asks for payment where its text is cut.
    """
    shorter, longer = _by_length(of)
    begun = (shorter["shared"] >= TEASER) & (shorter["tail"] <= np.minimum(shorter["shared"], REST))
    for side in (shorter, longer):
        begun &= (side["head"] <= 5) & (_between(side) <= 5)
    return np.asarray(begun & (longer["tail"] >= np.maximum(2 * shorter["tail"], TEASER)), bool)


def in_digest(of: dict[str, Array], measures: pa.Table, whole: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which pairs are of a digest, which holds several stories one behind the other, and one of these.

    `whole`: the shorter story of the pair stands in the longer one.
    """
    low = _low_is_shorter(of)
    shorter, longer = _by_length(of)
    pairs = np.flatnonzero(whole & (longer["words"] >= LONGER * shorter["words"]))
    host = np.where(low, of["high"], of["low"])[pairs]
    spans = [_extent(measures.column(f"spans_{side}")) for side in ("high", "low")]
    begin, end = (np.where(low, *both)[pairs] for both in zip(*spans, strict=True))
    order = np.lexsort((begin, host))
    begin, end = begin[order], end[order]
    own = np.cumsum(changes(host[order])) * (int(end.max(initial=0)) + 1)
    reach = np.maximum.accumulate(end + own)
    # where a text ends, a word or two of the next one may be shared by chance
    apart = np.ones(len(order), bool)
    apart[1:] = (own + begin)[1:] >= reach[:-1] - (end - begin)[1:] // 10
    held = np.zeros(len(whole), bool)
    held[pairs] = np.bincount(host[order][apart], minlength=int(host.max(initial=0)) + 1)[host] >= SEVERAL
    return held


def _extent(spans: pa.ChunkedArray) -> tuple[Array, Array]:
    """Where the first of the spans of each row begins, and the last ends; 0 where there are none."""
    lists = spans.combine_chunks()
    offsets, flat = lists.offsets.to_numpy(), lists.values
    first, last = offsets[:-1], offsets[1:] - 1
    some = last >= first
    starts, ends = (np.append(flat.field(name).to_numpy(), 0) for name in ("start", "end"))
    return np.where(some, starts[first], 0), np.where(some, ends[last], 0)


def _low_is_shorter(of: dict[str, Array]) -> npt.NDArray[np.bool_]:
    return np.asarray(of["words_low"] <= of["words_high"], bool)


def _by_length(of: dict[str, Array]) -> tuple[dict[str, Array], dict[str, Array]]:
    """The measures of the shorter and of the longer story of each pair."""
    low = _low_is_shorter(of)
    names = ("words", "shared", "head", "tail")
    shorter = {name: np.where(low, of[f"{name}_low"], of[f"{name}_high"]) for name in names}
    return shorter, {name: np.where(low, of[f"{name}_high"], of[f"{name}_low"]) for name in names}


def _between(side: dict[str, Array]) -> Array:
    """Words of one's own between the first and the last shared one."""
    return np.asarray(side["words"] - side["shared"] - side["head"] - side["tail"])
