import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.scripts import WRITTEN, screen, strange_script


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("Паром вернулся на линию.", "en", "CYRILLIC"),
        ("Паром вернулся на линию.", "uk", None),
        ("Паром вернулся на линию.", "xx", None),
        ("Паром", "en", None),
        ("渡船再開した。", "de", "CJK"),
        ("渡船再開。", "ja", None),
        ("The ferry is back on the line, and nobody in the whole port is surprised at all.", "th", "LATIN"),
        ("The ferry is back.", "th", None),
        ("", "en", None),
    ],
)
def test_strange_script(text: str, language: str, script: str | None) -> None:
    assert strange_script(text, language) == script


@given(st.text(), st.sampled_from(sorted(WRITTEN)))
def test_the_screen_finds_no_text_in_a_strange_script(text: str, language: str) -> None:
    text = text.encode(errors="replace").decode()
    found = pc.match_substring_regex(pa.array([text]), screen(language) or "").to_pylist()[0]
    assert not (found and strange_script(text, language))


def test_languages_without_a_script_have_no_screen() -> None:
    assert screen("xx") is None
