"""Who represents whom, and the relation of texts that have the same words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stories.judge import representatives


def tied(stories: int, pairs: list[tuple[int, int, float]]) -> list[int | None]:
    """For each story its representative, null for one that represents itself."""
    low, high = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    chosen = representatives(stories, low, high, np.array([pair[2] for pair in pairs], float))
    return [None if each < 0 else int(low[each]) for each in chosen.tolist()]


def test_a_member_represents_nobody() -> None:
    assert tied(4, [(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9)]) == [None, 0, None, 2]


def test_a_story_joins_the_representative_that_it_shares_most_with() -> None:
    assert tied(3, [(0, 2, 0.6), (1, 2, 0.8)]) == [None, None, 1]
    assert tied(3, [(0, 2, 0.8), (1, 2, 0.8)]) == [None, None, 0]


def test_no_pairs() -> None:
    assert tied(2, []) == [None, None]


@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1])), st.randoms())
def test_every_member_is_tied_and_no_two_representatives_are(pairs: set[tuple[int, int]], order) -> None:
    shuffled = [(low, high, 0.5 + low / 40) for low, high in pairs]
    order.shuffle(shuffled)
    found = tied(13, shuffled)
    assert found == tied(13, sorted(shuffled))
    leads = {story for story in range(13) if found[story] is None}
    assert all(each is None or each in leads for each in found)
    assert not any(low in leads and high in leads for low, high in pairs)
