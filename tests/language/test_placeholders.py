import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.placeholder_words import DUMMY, KINDS
from copydesk.language.placeholders import MEANING, SCREEN, placeholders

WORDS = (
    "blah Blah {{x}} %s %(a)s ${a} [object Error] [Insert here] TKTK lorem ipsum dolor sit amet 50 船 Привет {0} % {{"
)
PIECES = st.sampled_from(
    [*WORDS.split(), " ", " ", "\n", ". ", "{% if %}", "ich bin blindtext", "لورم ایپسوم متن ساختگی"]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
ENTRIES = [entry.strip() for entries in KINDS.values() for entry in entries.split("|")]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_a_placeholder_however_it_is_written(entry: str) -> None:
    for text in (entry, f"[{entry.upper()}]", f" {entry.capitalize()} …"):
        assert all(each.whole for each in placeholders(text)), text
    assert placeholders(entry)


@pytest.mark.parametrize("entry", [entry.strip() for entry in DUMMY.split("|")])
def test_dummy_prose_is_filler(entry: str) -> None:
    assert [each.kind for each in placeholders(f"{entry} …")] == ["filler"]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_within_a_text_is_none(entry: str) -> None:
    text = f"The harbour master read out {entry} to the crew, and nobody knew for certain what he meant."
    assert [each for each in placeholders(text) if each.whole and each.kind != "filler"] == []


@given(TEXTS)
def test_spans_are_in_the_text_and_pass_the_screen(text: str) -> None:
    found = placeholders(text)
    for each in found:
        assert each.kind in MEANING
        assert 0 <= each.start < each.end <= len(text)
    if any(each.kind in ("filler", "variable", "blank") for each in found):
        assert pc.match_substring_regex(pa.array([text]), SCREEN).to_pylist() == [True]


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    placeholders(text)
