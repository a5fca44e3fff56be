import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.tags import MEANING, ends, same_outlet, tag


@pytest.mark.parametrize(
    ("words", "name", "same"),
    [
        ("Port News Online", "Port News", True),
        ("The Port", "port.example.org", True),
        ("portnews", "https://www.portnews.co.uk/a/b", True),
        ("DER NORDWIND", "Nordwind", True),
        ("みなと新聞", "みなと新聞", True),
        ("Portugal", "Port News", False),
        ("News", "News Online", False),
        ("and nobody knows when", "Port News", False),
    ],
)
def test_names_of_one_outlet(words: str, name: str, same: bool) -> None:
    assert same_outlet(words, name) is same


def test_ends() -> None:
    assert ends("Cranes to go | World | The Quay") == ("cranes to go", "the quay")
    assert ends("Cranes to go - video") == ("cranes to go", None)
    assert ends("Cranes to go") == (None, None)


@given(st.text(max_size=60) | st.text("ab |-–:()Port News港-", max_size=40))
def test_what_is_left_is_a_part_of_the_headline(headline: str) -> None:
    found = tag(headline, ["Port News", "ab"], {("last", "b"), ("first", "a")})
    if found:
        assert found.kind in MEANING
        assert 0 <= found.start < found.end <= len(headline)
        assert found.rest in headline
        assert found.rest == found.rest.strip() != ""
