"""Markdown, read by a parser of it: the report's own headings, tables and lists, and the data as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copydesk.renderers import _listing as listing
from copydesk.renderers import markdown, text
from renderers import hostile, sample

PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False}).disable("linkify")
OURS = {"heading", "paragraph", "inline", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item"}


def tokens(written):
    for token in PARSER.parse(written):
        yield token
        yield from token.children or ()


def said(written):
    return "".join(
        "\n" if each.type.endswith("break") else each.content for each in tokens(written) if not each.children
    )


def kinds(written):
    return {each.type.removesuffix("_open").removesuffix("_close") for each in tokens(written)}


def test_it_says_what_the_terminal_says_in_the_same_order(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    report = sample.report()
    there = [line.strip() for line in text.render(report).splitlines()]
    here = said(markdown.render(report))
    for heading in (
        there[0].removesuffix("."),
        there[1],
        "The worst findings",
        "The teaser is cut off.",
        "2 files skipped.",
    ):
        assert heading in here
    places = [here.index(each.check) for each in (report.checks[1], report.checks[3], report.checks[2])]
    assert places == sorted(places)


def assert_is_ours(written: str) -> None:
    """No structure but that of the report; the one piece of HTML parts an at sign from what would be a mention."""
    assert kinds(written) <= OURS | {"text", "code_inline", "strong", "hardbreak", "softbreak", "html_inline"}
    assert {each.content for each in tokens(written) if each.type == "html_inline"} <= {"<!-- -->"}


@pytest.mark.parametrize("made", [sample.report, sample.passed, sample.untrusted])
def test_the_structure_is_ours(made):
    assert_is_ours(markdown.render(made()))


@pytest.mark.parametrize("data", hostile.TEXTS, ids=ascii)
def test_hostile_text_is_text(data):
    written = markdown.render(hostile.report(data))
    assert_is_ours(written)
    if data.strip():
        assert listing.line(data).split()[0] in said(written).replace("<!-- -->", "")


@given(st.text(st.sampled_from("`|*_~[]()<>&#+-1.:@\\!$\n\t htps/w"), max_size=40))
def test_no_text_is_markup(data):
    before = [each.type for each in PARSER.parse(markdown.render(hostile.report("plain")))]
    assert [each.type for each in PARSER.parse(markdown.render(hostile.report(f"x {data}")))] == before


def test_a_summary_stays_below_what_github_takes():
    report = hostile.report("<@|" * 100_000, reasons=("<@|" * 1000,) * 1000, notes=("<@|" * 1000,) * 1000)
    assert len(markdown.render(report).encode()) < 1 << 20


@given(st.text(st.characters(codec=None), max_size=40))
def test_code_holds_what_it_was_given(data):
    (block,) = (each for each in PARSER.parse(markdown.code(data)) if each.type == "inline")
    (only,) = block.children or ()
    assert only.type == "code_inline"
    assert only.content.strip() == listing.line(data).strip()


@pytest.mark.parametrize("data", ["https://evil.example", "www.evil.example", "HTTP://EVIL.example", "@someone"])
def test_github_makes_no_link_of_it(data):
    written = markdown.plain(f"see {data}")
    assert data not in written
    assert data in said(written).replace("<!-- -->", "")
