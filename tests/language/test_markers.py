import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.markers import ELLIPSIS_SCREEN, FOOTER_SCREEN, ending, ends_in_ellipsis

MARKS = (
    "…",
    "...",
    "....",
    "..",
    ". . .",
    ".\u202f.\u202f.",
    "⋯",
    "[…]",
    "[...]",
    "(…)",
    "[&#8230;]",
    "&hellip;",
    "&amp;hellip;",
    "&#x2026;",
    "&#133;",
    "â€¦",
    "…\u200b",
    "&nbsp;…",
    "\u2060…",
    "・・・",
    "。。。",
    "….",
)


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


@pytest.mark.parametrize("mark", MARKS)
def test_spellings_of_the_ellipsis(mark: str) -> None:
    found = ending(f"The ferry is late because{mark}")
    assert found.mark is not None
    assert pc.match_substring_regex(pa.array([f"The ferry is late because{mark}"]), ELLIPSIS_SCREEN)[0].as_py()


@pytest.mark.parametrize(
    "footer",
    [
        "The post Ferry appeared first on Port News.",
        "Read More » Article Ferry appeared first on Port News",
        "Der Beitrag Fähre erschien zuerst auf Hafenblatt.",
        "L'articolo Il traghetto sembra essere il primo su Porto.",
        "L’article Le bac est apparu en premier sur Port Info.",
        "La entrada El barco se publicó primero en Puerto.",
        "O post A balsa apareceu primeiro em Porto.",
        "Het bericht De pont verscheen eerst op Haven.",
        "Artykuł Prom pochodzi z serwisu Port.",
        "Inlägget Färjan dök först upp på Hamnen.",
        "Indlægget Færgen blev vist først den Havn.",
        "Artikkeli Lautta julkaistiin ensimmäisen kerran Satama.",
        "Post-ul Feribotul apare prima dată în Port.",
        "Příspěvek Přívoz pochází z Přístav.",
        "Сообщение Паром появились сначала на Порт.",
        "Допис Пором з’явився спочатку на Порт.",
        "Публикацията Фериботът се появи първо на Пристан.",
        "Το άρθρο Το φέρι εμφανίστηκε πρώτα στο Λιμάνι.",
        "A bejegyzés A komp először itt jelent meg: Kikötő.",
        "ظهرت المقالة العبارة أولاً على الميناء.",
        "نوشته کشتی اولین بار در بندر. پدیدار شد.",
        "הפוסט המעבורת הופיע לראשונה בנמל.",
        "投稿 フェリー は 港ニュース に最初に表示されました。",
        "Bài viết Phà đã xuất hiện đầu tiên vào ngày Cảng.",
    ],
)
def test_footers_of_feeds_hide_no_cut(footer: str) -> None:
    text = f"The ferry is late because the… {footer}"
    found = ending(text)
    assert text[: found.core] == "The ferry is late because the"
    assert found.mark is not None
    whole = ending(f"The ferry is late. {footer}")
    assert (whole.core, whole.mark) == (18, None)
    assert pc.match_substring_regex(pa.array([text]), FOOTER_SCREEN)[0].as_py()


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
