import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.kinship import akin, other_story, proofs, script, shared, stems

STORY = (
    "From the first day of May passengers can cross the lake on the steamer again. For nine years the paddle wheels "
    "stood still in the dock of Elm, while volunteers looked for money and for parts."
)
ROWS = st.fixed_dictionaries({"headline": st.text(max_size=30), "description": st.text(max_size=80)})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ferry and the old lakes of 2026", ("ferry", "lakes", "2026")),
        ("Порты закроют", ("порты", "закрою")),
        ("港は閉鎖", ("港は閉", "は閉鎖")),
        ("", ()),
    ],
)
def test_stems(text: str, found: tuple[str, ...]) -> None:
    assert stems(text) == found


def test_shared() -> None:
    assert shared(("passen", "school"), STORY) == ("passen",)


def test_akin() -> None:
    assert akin("Passengers cross the lake on an old paddle steamer from May, after nine years of waiting", STORY)
    assert not akin("The council agreed to build another school beside the eastern library before winter", STORY)
    assert akin("The council has agreed.", STORY), "too few words to tell"
    assert akin("Муниципальный совет решил построить вторую школу рядом с восточной библиотекой города", STORY)


def test_scripts() -> None:
    assert [script(each) for each in ("Ferry", "Паром", "港の船", "الميناء", "12")] == [
        "LATIN",
        "CYRILLIC",
        "CJK",
        "ARABIC",
        "",
    ]


@settings(deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_another_story_is_one_of_the_page(rows: list[dict[str, str]]) -> None:
    for row in rows:
        found = other_story(row, rows)
        assert found is None or found[1] in {each["headline"] for each in rows} - {row["headline"]}


@given(st.text())
def test_a_text_is_akin_to_itself(text: str) -> None:
    assert akin(text, text)


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_proved_by_words_is_akin(text: str, story: str) -> None:
    needed, words = proofs(text)
    if sum(word in story for word in words) >= needed:
        assert akin(text, story)
    assert sum(word in STORY for word in proofs(STORY)[1]) >= proofs(STORY)[0] > 0
