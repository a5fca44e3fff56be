import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language import sentences


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late.",
        "“The ferry is late.”",
        "Ist die Fähre da?",
        "Le port est fermé !",
        "船が着いた。",
        "「船が着いた。」",
        "नाव आ गई।",
        "کشتی رسید؟",
        "It was sold in the U.S.",
    ],
)
def test_a_sentence_that_ends(text: str) -> None:
    assert sentences.terminated(text)


@pytest.mark.parametrize("text", ["The ferry is", "船が着いた", "welcomed by Dr.", "Kräne, z.B.", "", "  ", "the old,"])
def test_a_sentence_that_does_not(text: str) -> None:
    assert not sentences.terminated(text)


@pytest.mark.parametrize(
    ("text", "after", "language", "ends"),
    [
        ("The ferry is late. It will come.", "late", None, True),
        ("The ferry costs 3.50 euros.", "3", None, False),
        ("He met Dr. Lund there.", "Dr", None, False),
        ("He met J. Lund there.", "J", None, False),
        ("See example.org for more.", "example", None, False),
        ("Am 3. Mai kommt die Fähre.", "3", "de", False),
        ("He came in on day 3. Mary left.", "3", "en", True),
        ("So it goes… and on", "goes", None, False),
        ("So it goes… And then", "goes", None, True),
        ("船が着いた。人々は", "着いた", None, True),
        ("“It is late.” She left.", "late", None, True),
        ("no mark here", "mark", None, False),
    ],
)
def test_ends_at(text: str, after: str, language: str | None, ends: bool) -> None:
    assert sentences.ends_at(text, text.index(after) + len(after), language) == ends


def test_sentence_end_takes_the_closing_quote_along() -> None:
    text = "He said “it is late.” Then he left."
    assert text[: sentences.sentence_end(text, 3)] == "He said “it is late.”"


def test_sentence_end_stops_at_the_paragraph() -> None:
    text = "No full stop here\n\nNext paragraph."
    assert sentences.sentence_end(text, 3) == len("No full stop here")


def test_sentence_end_gives_up_far_away() -> None:
    assert sentences.sentence_end("word " * 1000, 0) is None


def test_hard_wrapped() -> None:
    assert sentences.hard_wrapped("\n".join(["The harbour will be closed for three weeks"] * 5))
    assert not sentences.hard_wrapped("One line.\nAnother line that is a good deal longer than the first.\nShort.")
    assert not sentences.hard_wrapped("A paragraph. " * 20)


def test_short_paragraphs_that_are_indented_are_hard_wrapped_all_the_same() -> None:
    text = (
        "The council of Elm will look for a new owner of the\nold cranes, the mayor said.\n"
        "    Two firms have asked for the plans of the northern\nquay.\n"
        "    She would name neither of them.\n"
    )
    assert sentences.hard_wrapped(text)
    assert not sentences.paragraph_ends(text, text.index("of the\n") + 6, hard_wrapped=True)
    assert sentences.paragraph_ends(text, text.index("said") + 4, hard_wrapped=True)
    assert text[sentences.last_paragraph(text) :] == "She would name neither of them.\n"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("One line.\n\nAnother line that is a good deal longer than the first.\nShort.\n", "Short.\n"),
        ("One line.", "One line."),
        ("", ""),
        ("\n".join(["The harbour will be closed for three weeks"] * 3), None),
        ("\n".join(["The harbour will be closed for three weeks"] * 3) + "\n\nIt reopens.", "It reopens."),
    ],
)
def test_the_last_paragraph_is_a_line_unless_lines_were_wrapped(text: str, last: str | None) -> None:
    assert text[sentences.last_paragraph(text) :] == (text if last is None else last)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("The ferry is late. It", True),
        ("The ferry is late", False),
        ("It met Dr. Lund", False),
        ("The ferry is late.It will", True),
        ("船が着いた。人々", True),
        ("नाव आ गई। लोग", True),
        ("Version 3.5 of it", False),
    ],
)
def test_inner_end(text: str, inner: bool) -> None:
    assert sentences.has_inner_end(text) == inner


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("he said “it", True),
        ("he said “it”", False),
        ("er sagte „es", True),
        ("er sagte „es“", False),
        ("a (b", True),
        ("彼は「今", True),
        ('he "said', True),
    ],
)
def test_unbalanced(text: str, open_: bool) -> None:
    assert sentences.unbalanced(text) == open_


@pytest.mark.parametrize(
    ("text", "without"), [("船が着いた", True), ("เรือมาถึง", True), ("부산에 도착했다", False), ("Ship 船", False)]
)
def test_spaceless(text: str, without: bool) -> None:
    assert sentences.spaceless(text) == without


def test_last_word_keeps_vowel_signs() -> None:
    assert sentences.last_word("लोग वाले — ") == "वाले"


@settings(deadline=None)
@given(st.text(), st.integers(0, 50))
def test_never_raises_and_stays_inside(text: str, position: int) -> None:
    position = min(position, len(text))
    sentences.ends_at(text, position)
    end = sentences.sentence_end(text, position)
    assert end is None or position <= end <= len(text)
    assert 0 <= sentences.word_end(text) <= len(text)
    assert text[: sentences.word_end(text)].endswith(sentences.last_word(text))
