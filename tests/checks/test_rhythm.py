"""Gaps and spikes of a source: what chance draws is none, what was planted is found where it was planted."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.checks._days import Course
from copydesk.checks._gaps import gaps
from copydesk.checks._spikes import spikes

DAYS = 400


def course(counts: np.ndarray) -> Course:
    """A course without empty days at its ends."""
    active = np.flatnonzero(counts)
    return Course("Kestrel", 19_000, counts[active[0] : active[-1] + 1].astype(np.int64))


def drawn(seed: int, rate: float, rests: bool) -> np.ndarray:
    counts = np.random.default_rng(seed).poisson(rate, DAYS)
    return np.where(np.arange(DAYS) % 7 == 6, 0, counts) if rests else counts


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.sampled_from([0.5, 1.0, 4.0, 30.0, 200.0]), st.booleans())
def test_no_spike_by_chance(seed: int, rate: float, rests: bool) -> None:
    assert not [*spikes(course(drawn(seed, rate, rests)), stories=30, times=5.0, deviations=4.0)]


@pytest.mark.parametrize("rate", [0.5, 1.0, 4.0, 30.0, 200.0])
@pytest.mark.parametrize("rests", [False, True])
def test_hardly_a_gap_by_chance(rate: float, rests: bool) -> None:
    """Of a hundred sources without a gap none is expected to have one, at a chance of one in a thousand."""
    found = [gap for seed in range(100) for gap in gaps(course(drawn(seed, rate, rests)), 0.001)]
    assert len(found) <= 1


@pytest.mark.parametrize(("rate", "days"), [(3.0, 14), (10.0, 5), (30.0, 3), (200.0, 1)])
def test_a_planted_gap_is_found_where_it_is(rate: float, days: int) -> None:
    for seed in range(20):
        counts = drawn(seed, rate, rests=False)
        counts[200 : 200 + days] = 0
        made = course(counts)
        start = 200 - int(np.flatnonzero(counts)[0])
        assert any(gap.start <= start and gap.end >= start + days for gap in gaps(made, 0.001)), seed


@pytest.mark.parametrize("rate", [1.0, 4.0, 30.0])
@pytest.mark.parametrize("place", [30, 200, DAYS - 1])
def test_a_planted_spike_is_found_where_it_is(rate: float, place: int) -> None:
    for seed in range(20):
        counts = drawn(seed, rate, rests=True)
        counts[place] = 100 + int(20 * rate)
        made = course(counts)
        first = int(np.flatnonzero(counts)[0])
        found = [each.index + first for each in spikes(made, stories=30, times=5.0, deviations=4.0)]
        assert found == [place], seed


def test_nothing_to_judge() -> None:
    one = Course(None, 0, np.array([500]))
    assert not [*gaps(one, 0.001)]
    assert not [*spikes(one, stories=30, times=5.0, deviations=4.0)]
