import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.widths import piles

COUNTS = st.dictionaries(st.integers(1, 600), st.integers(1, 40), max_size=60)
WHOLE = dict.fromkeys(range(40, 140, 3), 2)


def test_one_width() -> None:
    assert piles({160: 12, 90: 1, 77: 1}, WHOLE) == {160}


def test_cuts_at_the_last_word_below_a_limit() -> None:
    assert piles(dict.fromkeys(range(186, 200), 2), WHOLE) == set(range(186, 200))


@pytest.mark.parametrize(
    ("unfinished", "ended"),
    [
        ({}, {}),
        ({160: 4}, WHOLE),
        (dict.fromkeys(range(40, 160), 2), {}),
        ({160: 12} | dict.fromkeys(range(30, 120), 2), {}),
        (dict.fromkeys(range(30, 60), 1), WHOLE),
    ],
    ids=["nothing", "few", "no full stops by habit", "a pile among them", "short labels"],
)
def test_no_piles(unfinished: dict[int, int], ended: dict[int, int]) -> None:
    assert piles(unfinished, ended) == frozenset()


@given(COUNTS, COUNTS)
def test_piles_are_widths_of_texts_without_a_full_stop(unfinished: dict[int, int], ended: dict[int, int]) -> None:
    assert piles(unfinished, ended) <= set(unfinished)
