"""The terminal's report: tidy at every width, plain when piped, and nothing of the data acts in it."""

import os
import re
import unicodedata
from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from copydesk.renderers import text
from renderers import sample
from renderers.golden import at_width

HARMLESS = {"\n", "\u200c", "\u200d"}


def on_a_terminal(**given) -> str:
    out = StringIO()
    text.render_terminal(sample.report(), Console(file=out, width=100, force_terminal=True, **given))
    return out.getvalue()


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal(columns):
    lines = at_width(columns).splitlines()
    assert max(map(cell_len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)


def test_the_verdict_comes_first_and_then_the_checks():
    written = text.render(sample.report())
    assert written.startswith("Blocked by 2 of 9 checks\nevening-desk 2026-10\n")
    places = [written.index(each) for each in ("\nCheck ", "\ntruncated-teaser", "\nfuture-date", "The worst findings")]
    assert places == sorted(places)
    assert written.endswith("Report: reports/sample/report.html\n")


def test_plain_output_has_no_control_character():
    written = text.render(sample.report())
    acting = {char for char in written if unicodedata.category(char) in {"Cc", "Cf"}}
    assert acting <= HARMLESS
    assert "<U+001B>[31mred" in written or "⟦<U+001B>⟧" in written


@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"])
def test_piped_output_stays_plain_whatever_the_environment_says(name, monkeypatch):
    monkeypatch.setenv(name, "1")
    assert "\x1b" not in text.render(sample.report())


def test_a_terminal_gets_colour_and_needs_no_brackets():
    written = on_a_terminal(color_system="truecolor")
    assert "\x1b[1;31mBlocked" in written
    assert "⟦" not in written


def test_no_color_is_honoured(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[(\d+;)*(3|4)\d", on_a_terminal(color_system="truecolor"))


def test_markup_of_the_data_is_text():
    report = replace(sample.report(), dataset="[bold red]x[/] :smile: [link=file:///etc/passwd]y[/link]")
    assert "[bold red]x[/] :smile: [link=file:///etc/passwd]y[/link]" in text.render(report)


@pytest.mark.parametrize(
    ("columns", "width"), [("", 100), ("x", 100), ("72", 72), ("1", 40), ("9999", 200), ("²", 100)]
)
def test_the_width_is_that_of_columns_within_reason(columns, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    long = replace(sample.report(), notes=("word " * 200,))
    assert width - 6 < max(map(cell_len, text.render(long).splitlines())) <= width


def test_a_report_without_findings_is_short():
    written = text.render(sample.passed())
    assert written.startswith("Passed: 1 check within its limit\n")
    assert "worst" not in written
    assert "Report:" not in written


def test_an_untrusted_report_says_why():
    written = text.render(sample.untrusted())
    assert written.startswith("Not to be trusted: nothing could be checked\n")
    assert "No article could be loaded" in written
    assert "no dates" in written


def test_a_long_excerpt_is_cropped_around_its_mark():
    found = sample.finding("some-check", "Something.", excerpt="港" * 150 + "HERE" + "木" * 60, span="HERE")
    report = replace(sample.report(), checks=(sample.result("some-check", found, wants="", why="", remedy=""),))
    os.environ.pop("COLUMNS", None)
    lines = [line for line in text.render(report).splitlines() if "港" in line or "木" in line]
    assert len(lines) <= 3
    assert "⟦HERE⟧" in "".join(line.strip() for line in lines)
    assert lines[0].strip().startswith("…")
