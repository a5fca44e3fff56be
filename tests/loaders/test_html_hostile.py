"""Pages that are broken, huge or made to hurt: they are read or refused, in linear time, and the same each time."""

import json
import time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.errors import UnreadableFileError
from copydesk.loaders import html
from copydesk.loaders._html_json import loose
from copydesk.loaders._html_tree import MAX_BYTES
from copydesk.loaders._html_whole import is_cut, stem, whole
from copydesk.model import Loaded, Origin

PIECES = (
    "<p>", "</p>", "<div class='related'>", "</div>", "<ul>", "<li>", "</li>", "<h1>", "<h3>", "</h3>", "<br>", "<a>",
    "<a href='/2026/05/some-long-story'>", "<a href='//['>", "<a href='javascript:1'>", "</a>", "<script>", "</script>",
    "<script type='application/ld+json'>", '{"@type": "Article", "headline": "H"', '"articleBody": "B"}', "<!--", "-->",
    "<meta property='og:title' content='T…'>", "<link rel=canonical href='http://[::1'>", "<time datetime=''>", "&#0;",
    "&nbsp;", "A long headline of another story...", "The harbour was quiet on the morning after the storm.", "\0", "…",
)  # fmt: skip


def read(data: bytes) -> list[Loaded] | str:
    try:
        return list(html.load(BytesIO(data), Origin("page.html")))
    except UnreadableFileError as error:
        return error.reason


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_soup_is_read_or_refused_and_the_same_twice(soup: str) -> None:
    data = soup.encode()
    assert read(data) == read(data)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert isinstance(read(b"<html>" + data), list | str)
    assert 0 <= html.sniff(data, "x.html") <= 100


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), json_values, min_size=1))
def test_sound_json_ld_is_read_as_it_is(value: dict[str, object]) -> None:
    assert loose(json.dumps(value)) == [value]


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.from_regex(r"[^\"\\&\x00]*", fullmatch=True)))
def test_json_ld_with_comments_and_commas_too_many_is_mended(value: dict[str, str]) -> None:
    entries = "".join(f"/* , */ {json.dumps(name)}: {json.dumps(text)}, // }}\n" for name, text in value.items())
    assert loose(f"<!-- {{{entries}}} -->") == [value]


@given(st.text(max_size=60), st.sampled_from(["...", "…", " […]", " (...)", "....."]))
def test_a_text_is_whole_where_another_begins_with_it(text: str, mark: str) -> None:
    begun = f"The harbour was quiet {text}"
    assert is_cut(begun + mark)
    assert begun.startswith(stem(begun + mark).rstrip("[( .…"))
    assert whole(begun + mark, [begun + " and then it rained"]) == begun + " and then it rained"


def test_a_page_may_be_too_large() -> None:
    assert read(b"<p>" + b"x" * MAX_BYTES) == "too-large"


@pytest.mark.parametrize(
    "part",
    [
        '<a href="/s/{0}/some-long-story">This is the long headline {0}...</a> ',
        '<li><h3><a href="/s/{0}/some-long-story">Headline number {0}</a></h3><p>It says that {0} and then...</p></li>',
        '<div><span><a href="/s/{0}/some-long-story"><b>This is the long headline {0}</b></a></span></div>',
        '<b><a href="/s/{0}">x</a> y ',
        '<section><h2>More</h2><div><a href="/s/{0}/some-long-story">A long headline {0}...</a></div></section>',
        '<script type="application/ld+json">{{"@type": "Article", /* \' "</script>',
        "<p class='{0}-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-nav-'>word {0}</p>",
    ],
    ids=["inline", "cards", "wrapped", "nested", "sections", "scripts", "classes"],
)
def test_time_grows_with_the_page_and_not_with_its_square(part: str) -> None:
    def seconds(count: int) -> float:
        data = ("<h1>Quiet</h1>" + "".join(map(part.format, range(count)))).encode()
        start = time.process_time()
        read(data)
        return time.process_time() - start

    seconds(10)
    # Ten times as much in a square would take a hundred times as long.
    assert seconds(1000) < 40 * max(seconds(100), 0.02)
