import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.markers import ending, ends_in_ellipsis


@pytest.mark.parametrize(
    ("text", "core", "mark"),
    [
        ("The ferry is...", "The ferry is", "..."),
        ("The ferry is …", "The ferry is", "…"),
        ("The ferry is […]", "The ferry is", "[…]"),
        ("The ferry is [ ... ] ", "The ferry is", "[ ... ]"),
        ("The ferry is (...)", "The ferry is", "(...)"),
        ("The ferry is . . .", "The ferry is", ". . ."),
        ("The ferry is..", "The ferry is", ".."),
        ("The ferry is&nbsp;&hellip;", "The ferry is&nbsp;", "&hellip;"),
        ("The ferry is&#8230;", "The ferry is", "&#8230;"),
        ("フェリーは。。", "フェリーは", "。。"),
        ("The ferry is late. ...", "The ferry is late.", "..."),
        ("The ferry is... Read more", "The ferry is", "... Read more"),
        ("The ferry is [Read more]", "The ferry is", "[Read more]"),
        ("Die Fähre ist Weiterlesen »", "Die Fähre ist", "Weiterlesen »"),
        ("Die Fähre ist,Weiterlesen", "Die Fähre ist,", "Weiterlesen"),
        ("Le bac est… Lire la suite", "Le bac est", "… Lire la suite"),
        ("Паром … Читать далее", "Паром", "… Читать далее"),
        ("Feri bugün… Devamını oku", "Feri bugün", "… Devamını oku"),
        ("フェリーは 続きを読む", "フェリーは", "続きを読む"),
        ("Phà hôm nay... Xem thêm", "Phà hôm nay", "... Xem thêm"),
        ("Le bac est… L'article Le bac est apparu en premier sur Port Info.", "Le bac est", "…"),
    ],
)
def test_marks(text: str, core: str, mark: str) -> None:
    found = ending(text)
    assert text[: found.core] == core
    assert found.mark is not None
    assert text[slice(*found.mark)] == mark


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("The ferry is late.", "The ferry is late."),
        ("The ferry is late. Read more", "The ferry is late."),
        ("You can read more", "You can read more"),
        ("We want more", "We want more"),
        ("Version 2.0", "Version 2.0"),
        ("", ""),
        ("The ferry is late. The post Ferry appeared first on Port News.", "The ferry is late."),
        ("The dots... stand inside", "The dots... stand inside"),
    ],
)
def test_no_marks(text: str, core: str) -> None:
    found = ending(text)
    assert found.mark is None
    assert text[: found.core] == core


@pytest.mark.parametrize("text", ["a" + "." * 90 + "x]", "more" + "[" * 390, ". " * 200 + "x.", "…" * 90 + "x)"])
def test_hostile_tails_are_read_in_no_time(text: str) -> None:
    assert ending(text).core <= len(text)


def test_ellipsis_at_a_place() -> None:
    assert ends_in_ellipsis("so it goes” ... on", 10)
    assert not ends_in_ellipsis("so it goes. On", 10)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(" .…[]()&hellip;aReadmoreß船。\u00a0»→\n")))
def test_spans_lie_in_the_text(text: str) -> None:
    found = ending(text)
    assert 0 <= found.core <= len(text)
    if found.mark:
        start, end = found.mark
        assert found.core <= start < end <= len(text)
        assert not re.match(r"\s", text[start])
