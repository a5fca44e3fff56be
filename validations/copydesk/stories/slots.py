"""Forms told by their slots: the places of a text where each of many stories that are alike has something of its own.

Names in scripts without capitals, and in a language that capitalises every noun, are told from no other words. Where a
form is filled in they stand at the same places in all of the stories; where a story was edited by many, each edit
stands somewhere else. A first story that alone was edited differs from all others at the same places, too: these do
not differ from each other.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.stories.arrays import changes
from copydesk.stories.chains import linked

Array = npt.NDArray[Any]

MEMBERS, SLOTS = 3, 3
"""Stories that are held against the first one of a chain, and slots, at least."""
STEADY = 0.8
"""Share of these stories that differ at a place, for it to be a slot; and of all differences the share in slots."""
ROOM = 0.025
"""Share of the first story's text that its slots take, at least."""
GAP = 100
"""Code points of a difference, at most."""
AMONG = 0.75
"""Times as many words as from the first story that most of the others differ by from each other, at least."""


def slotted(of: dict[str, Array], measures: pa.Table, much: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which pairs of MEASURES are of two fillings of one form, by its slots.

    `much`: enough is shared, and what is not does not stand in long stretches.
    """
    label = linked(of, much)
    head = np.full(len(label), len(label))
    np.minimum.at(head, label, np.arange(len(label)))
    chain = label[of["low"]]
    direct = much & (of["low"] == head[chain])
    swaps = of["numbers_swapped"] + of["names_swapped"] + of["plain_swapped"]
    members = np.bincount(chain[direct], minlength=len(label))
    usual = np.bincount(chain[direct], swaps[direct], len(label)) / np.maximum(members, 1)
    close = np.zeros(len(label), bool)
    close[of["high"][much & ~direct & (swaps < AMONG * usual[chain])]] = True
    form = _forms(measures, np.flatnonzero(direct), chain, members)
    form &= np.bincount(label[close], minlength=len(label)) <= members / 2
    return np.asarray(much & form[chain] & (swaps >= usual[chain] / 2), bool)


def _forms(measures: pa.Table, direct: Array, chain: Array, members: Array) -> npt.NDArray[np.bool_]:
    """By chain, whether its `members` differ from its first story in slots alone, nearly; `direct` are those pairs."""
    chains = len(members)
    owner, low, high, text = _differences(measures, direct, chain[direct], chains)
    owner, long, depth = _depths(owner, low, high)
    slot = (depth >= STEADY * members[owner]) & (long > 0)
    begins = slot.copy()
    begins[1:] &= ~slot[:-1] | changes(owner)[1:]
    every, kept, room = (np.bincount(owner, each, chains) for each in (depth * long, depth * long * slot, long * slot))
    enough = (members >= MEMBERS) & (np.bincount(owner[begins], minlength=chains) >= SLOTS)
    return np.asarray(enough & (kept >= STEADY * every) & (room >= ROOM * text), bool)


def _differences(measures: pa.Table, direct: Array, chain: Array, chains: int) -> tuple[Array, Array, Array, Array]:
    """Where the first stories of chains differ from others, in code points: the chain, begin and end of each place.

    Then, by chain, where the last shared stretch of its first story ends.
    """
    lists = measures.column("spans_low").combine_chunks().take(pa.array(direct))
    many = np.diff(lists.offsets.to_numpy())
    row, owner = np.repeat(np.arange(len(many)), many), np.repeat(chain, many)
    start, end = (lists.flatten().field(name).to_numpy().astype(np.int64) for name in ("start", "end"))
    text = np.zeros(chains, np.int64)
    np.maximum.at(text, owner, end)
    between = np.flatnonzero((row[1:] == row[:-1]) & (start[1:] - end[:-1] <= GAP))
    return owner[between], end[between], start[between + 1], text


def _depths(owner: Array, low: Array, high: Array) -> tuple[Array, Array, Array]:
    """The texts of owners cut wherever a difference begins or ends: owner, length and how many differ there."""
    owners, place = np.concatenate([owner, owner]), np.concatenate([low, high])
    step = np.repeat([1, -1], len(owner))
    order = np.lexsort((step, place, owners))
    owners, place = owners[order], place[order]
    long = np.diff(place, append=0)
    long[np.append(changes(owners)[1:], True)[: len(long)]] = 0
    return owners, long, np.cumsum(step[order])
