"""The parts of a docstring."""

import pytest

from copydesk.doc import HEADINGS, Doc, parse

WHOLE = """Headlines that shout.

    All letters are capitals.
    Case is lost.

    ## Why it matters

    Names are not found.

    ## Example

    Bad: `STORM AHEAD`.

    ## What to do

    Ask the source.
    """


def test_the_parts_are_told_apart():
    doc = parse(WHOLE)
    assert doc.wants == "Headlines that shout."
    assert doc.detail == "All letters are capitals.\nCase is lost."
    assert doc.why == "Names are not found."
    assert doc.example == "Bad: `STORM AHEAD`."
    assert doc.remedy == "Ask the source."


@pytest.mark.parametrize("text", [None, "", "   \n  "])
def test_no_docstring_has_no_parts(text):
    assert parse(text) == Doc("", "", "", "", "")


def test_parts_may_lack_or_stand_in_any_order():
    doc = parse("First.\n\n## What to do\nAsk.\n\n## Why it matters\nBecause.\n\n## Background\nAside.")
    assert (doc.wants, doc.detail, doc.why, doc.example, doc.remedy) == ("First.", "", "Because.", "", "Ask.")


def test_a_sharp_within_a_line_or_deeper_is_no_heading():
    doc = parse("First.\n\nSee ## Example here.\n\n### Example\n\nText.")
    assert doc.example == ""
    assert "### Example" in doc.detail


def test_the_headings_are_those_of_the_parts():
    doc = parse("First.\n\n" + "\n\n".join(f"## {heading}\n\n{heading} text." for heading in HEADINGS))
    assert (doc.why, doc.example, doc.remedy) == tuple(f"{heading} text." for heading in HEADINGS)
