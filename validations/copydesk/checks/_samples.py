"""Whether two samples differ by more than chance, and by how much."""

import math
from collections.abc import Mapping
from statistics import NormalDist

import numpy as np

SURE = 0.001
"""How often chance alone may make a difference look real, over all comparisons of one kind."""


def apart(part: int, whole: int, other_part: int, other_whole: int, comparisons: int = 1) -> bool:
    """Whether two shares differ by more than chance (two-proportion z-test, Bonferroni's correction)."""
    if not whole or not other_whole:
        return False
    pooled = (part + other_part) / (whole + other_whole)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / whole + 1 / other_whole))
    if not spread:
        return False
    limit = NormalDist().inv_cdf(1 - SURE / (2 * max(1, comparisons)))
    return abs(part / whole - other_part / other_whole) / spread > limit


def moved(counts: tuple[int, int, int, int], limit: float, comparisons: int = 1) -> bool:
    """Whether a share (part, whole, then the same of the other) moved by more than a limit, and more than chance."""
    before, rows_before, now, rows_now = counts
    return abs(now / rows_now - before / rows_before) > limit and apart(*counts, comparisons)


def counts_apart(count: int, other: int) -> bool:
    """Whether two counts differ by more than chance, each taken for a draw from a Poisson distribution."""
    total = count + other
    return bool(total) and abs(count - other) / math.sqrt(total) > NormalDist().inv_cdf(1 - SURE / 2)


def distributions_apart(one: Mapping[int, int], other: Mapping[int, int]) -> bool:
    """Whether two histograms differ by more than chance (Kolmogorov and Smirnov, two samples)."""
    sizes = sum(one.values()), sum(other.values())
    if not all(sizes):
        return False
    bins = sorted({*one, *other})
    shares = (
        np.cumsum([counts.get(each, 0) for each in bins]) / size
        for counts, size in zip((one, other), sizes, strict=True)
    )
    first, second = shares
    limit = math.sqrt(-math.log(SURE / 2) / 2 * sum(sizes) / (sizes[0] * sizes[1]))
    return float(np.abs(first - second).max()) > limit


def median(counts: Mapping[int, int]) -> int | None:
    """The bin that holds the middle of a histogram; null where that is empty."""
    half, seen = sum(counts.values()) / 2, 0
    for each in sorted(counts):
        seen += counts[each]
        if seen >= half:
            return each
    return None
