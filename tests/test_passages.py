"""Two texts side by side: no text is lost, and what is left out is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.exhibits import Passage
from copydesk.passages import ALIKE, CONTEXT, MOST, passages

SPANS = st.lists(st.tuples(st.integers(-5, 3000), st.integers(-5, 3000)), max_size=6)


@given(st.text(max_size=300), st.integers(1, 20), SPANS)
def test_what_is_shown_and_what_is_skipped_is_the_text(text, times, spans):
    whole = text * times
    found = passages(whole, spans)
    place = 0
    for each in found:
        assert bool(each.text) != bool(each.skipped)
        assert whole.startswith(each.text, place)
        place += len(each.text) + each.skipped
    assert place == len(whole)
    assert sum(len(each.text) for each in found) <= MOST


@given(st.text("ab c", min_size=1, max_size=60), SPANS)
def test_every_letter_outside_the_spans_is_own(text, spans):
    shared = {place for start, end in spans for place in range(max(start, 0), end)}
    place = 0
    for each in passages(text, spans):
        for letter in each.text:
            assert letter == " " or (place in shared) == each.shared
            place += 1
        place += each.skipped


def test_a_difference_stands_in_its_context():
    before, own, after = "the same words again " * 40, "another", " and so on" * 40
    start = len(before)
    found = passages(before + own + after, [(0, start), (start + len(own), start + len(own) + len(after))])
    assert [(each.shared, bool(each.skipped)) for each in found] == [
        (True, True),
        (True, False),
        (False, False),
        (True, False),
        (True, True),
    ]
    assert found[2].text == own
    assert found[1].text.startswith((" ", "the", "same", "words", "again"))
    assert all(len(each.text) <= CONTEXT for each in found if each.shared)


def test_a_text_that_is_all_shared_shows_its_beginning():
    (shown, left) = passages("x" * 1000, [(0, 1000)])
    assert shown == Passage("x" * ALIKE, shared=True)
    assert left == Passage("", shared=True, skipped=1000 - ALIKE)


@pytest.mark.parametrize("text", ["", "short"])
def test_small_texts(text):
    assert "".join(each.text for each in passages(text, [])) == text


def test_marks_between_shared_words_are_no_difference():
    assert passages("one, two", [(0, 3), (5, 8)]) == (Passage("one, two", shared=True),)


def test_space_around_a_difference_is_none():
    assert passages("one two three", [(0, 3), (8, 13)]) == (
        Passage("one ", shared=True),
        Passage("two", shared=False),
        Passage(" three", shared=True),
    )


@pytest.mark.parametrize(
    ("text", "end", "own"),
    [
        ("One. \n Two", 3, "Two"),
        ("One?) Two", 3, "Two"),
        ("一。二", 1, "二"),
        ("واحد، اثنان", 4, "اثنان"),
        ("One.5 two", 3, ".5 two"),
        ('One "two"', 3, '"two"'),
        ("One ”two”", 3, "”two”"),
        ("One -2", 3, "-2"),
        ("One, $2.", 3, "$2."),
    ],
)
def test_a_difference_does_not_begin_with_the_end_of_what_is_shared(text, end, own):
    assert passages(text, [(0, end)]) == (
        Passage(text[: text.index(own)], shared=True),
        Passage(own, shared=False),
    )
