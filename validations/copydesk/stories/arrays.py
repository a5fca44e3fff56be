"""Small helpers for arrays that are sorted, ragged, in parts, or hashes."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def changes(values: Array) -> npt.NDArray[np.bool_]:
    """Whether each of some sorted values is the first of its kind."""
    changed = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def distinct(values: Array) -> Array:
    """The different values, sorted. np.unique puts numbers into a hash table first, which takes many times as long."""
    ordered = np.sort(values)
    return ordered[changes(ordered)]


def ranges(begins: Array, many: Array) -> Array:
    """The numbers from each begin on, `many` of them, one range after another, in the type of `begins`."""
    first = (np.cumsum(many) - many).astype(begins.dtype)
    numbers: Array = np.repeat(begins - first, many)
    numbers += np.arange(len(numbers), dtype=begins.dtype)
    return numbers


def sums(values: Array, first: Array) -> Array:
    """The sums of `values[first[i]:first[i + 1]]`, in their own type."""
    if not len(values):
        return np.zeros(len(first) - 1, values.dtype)
    summed = np.add.reduceat(values, np.minimum(first[:-1], len(values) - 1), dtype=values.dtype)
    return np.where(np.diff(first) > 0, summed, values.dtype.type(0))


def counted(values: Array, begins: Array) -> npt.NDArray[np.int64]:
    """The sums of the runs that begin at `begins` and have no gaps between them; of masks, how often each is true."""
    return np.add.reduceat(values.astype(np.int64), begins) if len(begins) else np.zeros(0, np.int64)


def sizes(begins: Array, total: int) -> npt.NDArray[np.int64]:
    """How many of `total` values each run has, from the places where runs begin."""
    many: npt.NDArray[np.int64] = np.diff(np.append(begins, total))
    return many


def nth(many: Array) -> npt.NDArray[np.int64]:
    """The place of each value within its run, from the sizes of the runs."""
    return ranges(np.zeros(len(many), np.int64), many)


def joined(parts: list[Array], kind: Any) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else np.zeros(0, kind)


def mix64(values: Array) -> Array:
    """64 well mixed bits of each (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = values ^ (values >> np.uint64(31))
    return mixed
