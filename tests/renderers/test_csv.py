"""CSV: the findings come back as they were, but for what a spreadsheet or a terminal would act upon."""

import csv as reader
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.renderers import _marks as marks
from copydesk.renderers import csv
from copydesk.tables import FINDINGS
from renderers import hostile, sample


def rows(report):
    return list(reader.DictReader(StringIO(csv.render(report), newline=""), strict=True))


def test_the_columns_are_those_of_the_table():
    assert list(csv.COLUMNS) == FINDINGS.names


def test_every_finding_of_the_report_is_a_row():
    found = [each for each in rows(sample.report()) if each["kind"] != csv.LEFT_OUT]
    assert len(found) == sum(len(check.sample) for check in sample.report().checks)
    assert found[0]["source_line"] == "29"
    assert found[1]["suggestion"] == ""


def test_what_is_left_out_is_a_row_with_a_count():
    (rest,) = (each for each in rows(sample.report()) if each["kind"] == csv.LEFT_OUT)
    assert (rest["check"], rest["count"], rest["key"]) == ("odd-characters", "57", "")


@pytest.mark.parametrize("sign", csv.FORMULA)
@pytest.mark.parametrize("lead", ["", " ", "\u00a0"])
def test_no_cell_is_a_formula(sign, lead):
    (first, *_) = rows(hostile.report(f"{lead}{sign}1+1"))
    assert first["excerpt"] == "'" + marks.visible(f"{lead}{sign}1+1")
    assert first["message"].startswith("'")


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_as_it_is_shown(text):
    (first, *_) = rows(replace(hostile.report("x"), checks=(hostile.result(hostile.finding(text)),)))
    assert first["excerpt"].removeprefix("'") == marks.visible(text).removeprefix("'")
