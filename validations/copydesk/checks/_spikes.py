"""Days on which a source has far more stories than on the days around."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from copydesk.checks._days import SIGMA, Course, Whole

_WINDOW: Final = 28
"""Days with stories on each side that a day is held against."""
_FEW: Final = 7
"""Fewer on one side say nothing; of the same weekday, half of them."""


@dataclass(frozen=True, slots=True)
class Spike:
    """A day at `index` with far more stories than the `usual` number."""

    index: int
    usual: float


def spikes(course: Course, *, stories: int, times: float, deviations: float) -> Iterator[Spike]:
    """Days with so many stories at least, so many times the usual number, and so far above it in robust deviations.

    Deviations are those of the logarithm, for stories a day are skewed: median and MAD, no less than a Poisson's.

    The usual number is the largest of three medians: of the days with stories before, of those after, and of those of
    the same weekday. So the first days of a busier time are no spikes.
    """
    active = np.flatnonzero(course.counts)
    counts, weekdays = course.counts[active], course.weekdays[active]
    least = counts.min(initial=stories)
    for place in np.flatnonzero(counts >= max(stories, times * least)).tolist():
        before = np.arange(max(0, place - _WINDOW), place)
        after = np.arange(place + 1, min(len(active), place + 1 + _WINDOW))
        around = np.concatenate([before, after])
        samples = [counts[some] for some in _samples(before, after, around[weekdays[around] == weekdays[place]])]
        usual, spread = max(map(_logarithmic, samples), default=(float(counts[place]), 1.0))
        if counts[place] >= times * usual and math.log((counts[place] + 1) / (usual + 1)) >= deviations * spread:
            yield Spike(int(active[place]), usual)


def _logarithmic(some: Whole) -> tuple[float, float]:
    """The median, and the spread of the logarithms (of one more, for one and two lie far apart) as a deviation."""
    usual = float(np.median(some))
    far = np.abs(np.log((some + 1) / (usual + 1)))
    return usual, max(SIGMA * float(np.median(far)), 1 / math.sqrt(usual + 1))


def _samples(before: Whole, after: Whole, alike: Whole) -> Iterator[Whole]:
    yield from (side for side in (before, after) if len(side) >= _FEW)
    if len(alike) >= _FEW // 2:
        yield alike
