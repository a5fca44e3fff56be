"""Stretches of days without stories that the rhythm of a source does not explain.

A rhythm is taken from the weeks around, weekday by weekday, by medians: a source that grew over the years, one that
rests on Sundays and one that appears once a week each have their own.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from copydesk.checks._days import Course, Whole, robust

_WINDOW: Final = 56
"""Days on each side that a rhythm is taken from."""
_SIDE: Final = 14
"""Days with stories that there must be on one side of a gap."""
_OTHER_SIDE: Final = 3
"""And on the other: fewer are stragglers."""
_RESTS: Final = 0.9
"""Share of empty days from which on a weekday is one on which a source rests."""
_LONGEST: Final = 20
"""Empty stretches of a source that are looked at, the longest first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty days from `start` up to, not including, `end`; `usual` is the number of stories that such days have."""

    start: int
    end: int
    usual: float


def gaps(course: Course, chance: float) -> Iterator[Gap]:
    """Stretches without stories that a source of this rhythm has by accident with less than that probability.

    Only between its first day and its last: what ended has no gap. The chance of an empty stretch is the product of
    the chances of its days, each the larger of what the eight weeks around it say and what all days say; the sum over
    all days on which a stretch might begin is held against `chance`.
    """
    counts, weekdays = course.counts, course.weekdays
    edges = np.flatnonzero(np.diff(np.concatenate([[0], counts == 0, [0]])))
    stretches = sorted(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True), key=lambda each: each[0] - each[1])
    bar = math.log(len(counts)) - math.log(chance) if chance else math.inf
    everywhere = _Days.of(counts, weekdays)
    found = []
    for start, end in stretches[:_LONGEST]:
        here, around = np.arange(start, end), _around(start, end, len(counts))
        far = everywhere.surprise(np.bincount(weekdays[here], minlength=7))
        if far[weekdays[here]].sum() < bar or not _lively(counts, start, around):
            continue
        near = _Days.of(counts[around], weekdays[around]).surprise(np.zeros(7, np.int64))
        if np.minimum(near, far)[weekdays[here]].sum() >= bar:
            found.append(_gap(counts, weekdays, here, around))
    yield from sorted(found, key=lambda each: each.start)


@dataclass(frozen=True, slots=True)
class _Days:
    """By weekday, some days: how many, how many of them empty, and how far the usual number lies above none."""

    days: Whole
    empty: Whole
    far: npt.NDArray[np.float64]

    @classmethod
    def of(cls, counts: Whole, weekdays: Whole) -> "_Days":
        samples = [counts[weekdays == weekday] for weekday in range(7)]
        medians = (robust(each) if len(each) else (0.0, 1.0) for each in samples)
        return cls(
            np.array([len(each) for each in samples]),
            np.array([(each == 0).sum() for each in samples]),
            np.array([usual / spread if usual else 0.0 for usual, spread in medians]),
        )

    def surprise(self, without: Whole) -> npt.NDArray[np.float64]:
        """By weekday, how much a day without a story surprises: minus the logarithm of its chance.

        The chance is that of the empty days there are, `without` so many of them, or for days with very many stories
        that of a normal distribution by median and MAD, whose spread is no less than a Poisson's.
        """
        by_count: npt.NDArray[np.float64] = -np.log((self.empty - without + 0.5) / (self.days - without + 1))
        return np.maximum(by_count, self.far**2 / 2)


def _around(start: int, end: int, length: int) -> Whole:
    """The positions of the days beside a stretch."""
    return np.concatenate([np.arange(max(0, start - _WINDOW), start), np.arange(end, min(length, end + _WINDOW))])


def _lively(counts: Whole, start: int, around: Whole) -> bool:
    active = around[counts[around] > 0]
    sides = sorted([int((active < start).sum()), int((active >= start).sum())])
    return sides[0] >= _OTHER_SIDE and sides[1] >= _SIDE


def _gap(counts: Whole, weekdays: Whole, here: Whole, around: Whole) -> Gap:
    """The stretch without the days of rest at its ends."""
    empty, usual = np.ones(7), np.zeros(7)
    for weekday in range(7):
        some = counts[around][weekdays[around] == weekday]
        if len(some):
            empty[weekday], usual[weekday] = (some == 0).mean(), np.median(some) or some.mean()
    working = np.flatnonzero(empty[weekdays[here]] < _RESTS)
    first, last = (int(working[0]), int(working[-1])) if len(working) else (0, len(here) - 1)
    own = here[first : last + 1]
    return Gap(int(own[0]), int(own[-1]) + 1, float(usual[weekdays[own]].sum()))
