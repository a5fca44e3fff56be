"""JUnit's XML: junitparser and an XML parser read it, whatever the data says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from copydesk.renderers import junit
from renderers import hostile, sample


def cases(report):
    written = junit.render(report)
    suites = JUnitXml.fromstring(written.encode())
    (suite,) = suites
    found = {case.name: case for case in suite}
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
        len(found),
        *(
            sum(isinstance(each, kind) for case in found.values() for each in case.result)
            for kind in (Failure, Error, Skipped)
        ),
    )
    assert (suites.tests, suites.failures) == (suite.tests, suite.failures)
    return found


def test_a_check_is_a_case():
    found = cases(sample.report())
    assert set(found) == {"verdict", *(check.check for check in sample.report().checks)}
    kinds = {name: [type(each).__name__ for each in case.result] for name, case in found.items()}
    assert kinds["truncated-teaser"] == ["Failure"]
    assert kinds["odd-characters"] == []
    assert kinds["future-date"] == ["Skipped"]
    (failure,) = found["truncated-teaser"].result
    assert (failure.message, failure.type) == ("7 of 120 teasers fail, none allowed", "error")
    assert "scrapes/vale/orchard.txt:29  truncated-teaser description" in failure.text


def test_what_is_over_a_limit_that_does_not_block_is_told():
    assert "61 of 1,240 articles fail, 12 allowed" in cases(sample.report())["odd-characters"].system_out


def test_a_run_that_cannot_be_trusted_is_an_error():
    found = cases(sample.untrusted())
    (error,) = found["verdict"].result
    assert isinstance(error, Error)
    assert "No article could be loaded" in error.text


@pytest.mark.parametrize("text", hostile.TEXTS, ids=ascii)
def test_hostile_text_is_read_back(text):
    (failure,) = cases(hostile.report(text))["hostile-check"].result
    assert "hostile-check" in failure.text


def test_characters_that_xml_forbids_are_shown():
    assert "<U+0000>" in cases(hostile.report("nul \x00 end"))["hostile-check"].result[0].text


@given(st.text(st.characters(codec=None)))
def test_any_text_makes_sound_xml(text):
    etree.fromstring(junit.render(hostile.report(text)).encode())
