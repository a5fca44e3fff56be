import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.addresses import address, headline, path


def one(url: str, source: str | None = "Elm") -> str:
    return str(address(pa.array([url]), pa.array([source], pa.string()))[0].as_py())


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/ferry",
        "http://www.example.org/ferry/",
        "//m.example.org/ferry#top",
        "HTTPS://Example.org:443/Ferry?utm_source=x&utm_medium=y",
        "https://example.org/ferry/index.html?fbclid=1",
        "https://amp.example.org/ferry/amp/",
        " https://example.org/ferry? ",
    ],
)
def test_one_story_has_one_address(url: str) -> None:
    assert one(url) == "example.org/ferry"


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("https://example.org/?id=7&utm_source=x", "example.org?id=7"),
        ("https://example.org/a?utm_source=x&id=7&gclid=2", "example.org/a?id=7"),
        ("https://example.org/reference?refer=7", "example.org/reference?refer=7"),
        ("https://news.example.org/ferry", "news.example.org/ferry"),
        ("https://example.org/паром/", "example.org/паром"),
        ("https://example.org", "example.org"),
        ("/ferry/?utm_source=x", "Elm\x1f/ferry"),
        ("?p=7", "Elm\x1f?p=7"),
    ],
)
def test_normal_forms(url: str, normal: str) -> None:
    assert one(url) == normal


def test_a_path_meets_the_address_of_its_own_source() -> None:
    urls, sources = pa.array(["https://example.org/ferry/", None]), pa.array(["Elm", "Elm"])
    assert path(urls, sources).to_pylist() == [one("/ferry"), None]
    assert path(urls, sources)[0].as_py() != one("/ferry", "Ash")
    assert one("/ferry", None) == "\x1f/ferry"


def test_headlines() -> None:
    given_ = pa.array(["The “Ferry”\u00a0 is back", None, "Паром  вернулся "])
    assert headline(given_).to_pylist() == ["the ferry is back", None, "паром вернулся"]


@given(st.text())
def test_a_normal_form_is_its_own(url: str) -> None:
    assert isinstance(one(url), str)
