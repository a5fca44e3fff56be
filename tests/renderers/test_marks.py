"""Text of the data is made safe to look at, and the mark stands on the offending stretch or nowhere."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.checks import excerpt, suggested
from copydesk.renderers import _marks as marks
from renderers import sample

TEXTS = st.text(st.sampled_from("abcde …\n\u00a0\u200bשמ港"), max_size=600)


def on(text, start, end):
    """A finding on a stretch of a field, with the excerpt that checks cut."""
    found = sample.finding("some-check", "Something.", excerpt=excerpt(text, start, end))
    return replace(found, span_start=start, span_end=end)


@given(TEXTS, st.data())
def test_a_mark_is_never_at_a_wrong_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = marks.marked(on(text, start, end))
    assert found.before + (found.mark or "") + found.after == excerpt(text, start, end)
    if found.mark is not None:
        assert text[start:end].startswith(found.mark)
        assert found.mark == text[start:end] or end - start >= 239


@pytest.mark.parametrize(("start", "end"), [(0, 5), (300, 305), (100, 100), (590, 599), (10, 500)])
def test_the_mark_of_a_long_field(start, end):
    text = "".join(f"{number:>5} " for number in range(200))
    assert marks.marked(on(text, start, end)).mark == text[start:end][:239]


def test_no_mark_where_the_window_ends_with_the_field():
    text = "".join(f"{number:>5} " for number in range(100))
    assert marks.marked(on(text, 590, 595)).mark is None


def test_a_known_beginning_of_the_excerpt_is_believed():
    class Told:
        excerpt, span_start, span_end, excerpt_start = "…the end", 594, 597, 590

    assert marks.located(Told()) == (5, 8)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain, grün, 港, שלום", "plain, grün, 港, שלום"),
        ("a\u00a0b\u202fc\u3000d", "a␣b␣c␣d"),
        ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
        ("\x1b[31m\x00\x7f\x9b", "<U+001B>[31m<U+0000><U+007F><U+009B>"),
        ("\u202egnp\u2069", "<U+202E>gnp<U+2069>"),
        ("\ud800 \ue000 \U000f0000", "<U+D800> <U+E000> <U+F0000>"),
        ("می\u200cخواهد 👩\u200d🚒", "می\u200cخواهد 👩\u200d🚒"),
        ("a\u200db \u200cא", "a<U+200D>b <U+200C>א"),
        ("soft\u00adhyphen\ttab", "soft<U+00AD>hyphen⇥tab"),
        ("two\r\nlines", "two<U+000D>\nlines"),
    ],
)
def test_visible(text, seen):
    assert marks.visible(text) == seen
    assert "".join(each.text for each in marks.glyphs(text)) == seen


@given(st.text(st.characters(codec=None)))
def test_nothing_acts_after_visible(text):
    kept = {"\n", "\u200c", "\u200d"}
    for char in set(marks.visible(text)) - kept:
        assert unicodedata.category(char) not in {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert unicodedata.bidirectional(char) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert set(marks.visible(text)) & kept <= set(text)


def test_a_mark_on_nothing_visible_is_spelled_out():
    assert marks.Marked("a", "\u00a0\n", "b").loud
    assert not marks.Marked("a", "\u00a0x", "b").loud
    assert [each.text for each in marks.glyphs("\u00a0\n", loud=True)] == ["<U+00A0>", "<U+000A>"]
    assert marks.name("\u00a0") == "U+00A0 NO-BREAK SPACE"
    assert marks.name("\x01") == "U+0001"


@pytest.mark.parametrize(
    ("old", "new", "own"),
    [
        ("The ferry was held in har…", "The ferry was held in harbour.", ["harbour."]),
        ("2 de julio", "2026-07-02", []),  # too little in common
        ("港の古い灯台は、来月から…", "港の古い灯台は、来月から公開される。", ["公開される。"]),
        ("same", "same", []),
        ("", "", []),
    ],
)
def test_changes_are_what_the_other_text_does_not_have(old, new, own):
    before, after = marks.changes(old, new)
    assert ["".join(each.text for each in side) for side in (before, after)] == [old, new]
    assert [each.text for each in after if not each.shared] == own


def cut_finding(field: str, right: str, start: int, end: int, low: int, high: int):
    """A finding on field[start:end] whose excerpt is field[low:high], with the cut ends marked."""
    excerpt = "…" * (low > 0) + field[low:high] + "…" * (high < len(field))
    return replace(
        sample.finding("markup-residue", "An entity."),
        excerpt=excerpt,
        excerpt_start=low,
        span_start=start,
        span_end=end,
        suggestion=right,
    )


def test_a_suggestion_is_shown_where_the_excerpt_is():
    field = "The bakers of the town " * 20 + "sold bread &amp; rolls to " + ", ".join(map(str, range(99)))
    start = field.index("&amp;")
    found = cut_finding(field, field.replace("&amp;", "&"), start, start + 5, start - 60, start + 65)
    assert marks.facing(found, 400) == found.excerpt.replace("&amp;", "&")


def test_a_suggested_stretch_is_cut_as_the_excerpt_is():
    field = ", ".join(map(str, range(400, 500))) + " sold bread &amp; rolls to " + ", ".join(map(str, range(300)))
    start, right = field.index("&amp;"), field.replace("&amp;", "&")
    found = cut_finding(field, suggested(field, right, start), start, start + 5, start - 117, start + 122)
    assert marks.facing(found, 400) == found.excerpt.replace("&amp;", "&")


def test_a_suggestion_that_took_lines_away_is_shown_to_its_end():
    field = "The bakers of the town sold bread. " * 20 + "\n\nReuter\nEnds"
    start = field.index("Reuter")
    found = cut_finding(field, field.replace("\nReuter\n", ""), start, start + 6, start - 60, len(field))
    assert marks.facing(found, 400) == found.excerpt.replace("\nReuter\n", "")


@pytest.mark.parametrize("right", ["", "quite another text", "T"])
def test_a_suggestion_unlike_its_field_is_shown_from_its_beginning(right):
    found = cut_finding("The bakers of the town " * 20, right, 100, 106, 50, 150)
    assert marks.facing(found, 400) == right


@given(
    st.text("ab &;", min_size=30, max_size=200), st.integers(0, 29), st.integers(0, 29), st.text("ab &;", max_size=9)
)
def test_a_shown_suggestion_is_a_stretch_of_it(field, low, start, right):
    start = max(low, start)
    found = cut_finding(field, field[:start] + right + field[start + 1 :], start, start + 1, low, start + 20)
    shown = marks.facing(found, 60)
    assert len(shown) <= 60
    assert shown.strip("…") in found.suggestion
