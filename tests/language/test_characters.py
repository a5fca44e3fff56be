import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.characters import MEANING, SCREEN, mended, odd


@pytest.mark.parametrize(
    "text",
    [
        *("plain\ttext\r\n", "می‌خواهم", "👩‍💻", "10\u00a0000", "oui\u00a0!", "J.\u00a0K. v\u00a0Praze", "全角　空白"),
        *("z.\u00a0B. am 17.\u00a0Mai", "Nr.\u00a05, Teil\u00a0II", "das\u00a0– ja\u00a0–\u00a0das", "Ã\u00a0"),
    ],
)
def test_spelling_is_not_odd(text: str) -> None:
    assert odd(text) == {}


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        ("in\u00a0Paris", "no-break-space", "in Paris"),
        ("ha\u00adfen", "soft-hyphen", "hafen"),
        ("a\u200bb", "zero-width", "ab"),
        ("a\ufffdb", "replacement", None),
        ("a\u0007b", "control", None),
    ],
)
def test_mended(text: str, kind: str, right: str | None) -> None:
    assert list(odd(text)) == [kind]
    assert mended(text, kind) == right


@settings(deadline=None)
@given(st.text())
def test_the_screen_misses_nothing(text: str) -> None:
    found = odd(text)
    assert set(found) <= set(MEANING)
    assert not found or re.search(SCREEN, text)
    for kind in found:
        plain = mended(text, kind)
        assert plain is None or kind not in odd(plain)
