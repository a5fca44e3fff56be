import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.markup import MEANING, SCREEN, mended, residues

WORDS = r"""
&amp; &lt;b&gt; #39; quot; <b> </p> \ **bold** __x__ [a](/b) [b]x[/b] {{x}} ${x} %%NAME%% word 船 Привет & < [ {%a%}
<!--x-->
"""
PIECES = st.sampled_from([*WORDS.split(), "[caption id=1]", "# Head", "\n", " "])


@pytest.mark.parametrize(
    "text", ["AT&T", "5 < 6", "C:\\Temp\\x", "¯\\_(ツ)_/¯", "f**k", "[s]he", "R&D; lamp;", "#1", "Pharma <P> and <B>"]
)
def test_plain_text(text: str) -> None:
    assert residues(text) == {}


def test_a_span_counts_once() -> None:
    assert residues("&lt;b&gt;") == {"escaped-tag": [(0, 9)]}


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        ("a &amp; b", "entity", "a & b"),
        ("a &amp;amp; b", "entity", "a & b"),
        ("it#39;s", "broken-entity", "it's"),
        ("\\$5", "backslash", "$5"),
        ("second\\team", "backslash", None),
        ("<b>x</b>", "tag", "x"),
        ("<p>x</p><p>y</p>", "tag", "x\ny"),
        ("<iframe>x</iframe>", "tag", None),
        ("&amp;lt;b&amp;gt;x", "escaped-tag", "x"),
        ("Tom amp; Jerry", "broken-entity", "Tom & Jerry"),
        ("all\\disputes", "backslash", "all disputes"),
        ("?a=1&copy=2 &amp;copy;", "entity", "?a=1&copy=2 ©"),
    ],
)
def test_mended(text: str, kind: str, right: str | None) -> None:
    assert mended(text, kind) == right


def test_a_hundred_thousand_residues() -> None:
    assert {kind: len(spans) for kind, spans in residues("&amp;<b>" * 100_000).items()} == {
        "entity": 100_000,
        "tag": 100_000,
    }


@settings(deadline=None)
@given(st.lists(PIECES).map("".join) | st.text())
def test_the_screen_misses_nothing(text: str) -> None:
    found = residues(text)
    assert set(found) <= set(MEANING)
    if found:
        assert pc.match_substring_regex(pa.array([text]), SCREEN)[0].as_py()
    for spans in found.values():
        assert all(0 <= start < end <= len(text) for start, end in spans)
