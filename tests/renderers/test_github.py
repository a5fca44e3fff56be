"""GitHub's annotations, read as the runner reads them: one command a line, and none that we did not write."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Severity
from copydesk.renderers import github
from renderers import hostile, sample
from renderers.runner import ANYWHERE

COMMAND = re.compile(r"::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)


def decoded(text):
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(report):
    """The commands as the runner takes them from the log: `actions/runner`, ActionCommand.cs."""
    lines = re.split(r"\r\n|\r|\n", github.render(report))
    found = []
    for line in lines:
        assert not ANYWHERE.search(line), line
        if line.lstrip().startswith("::"):
            parts = COMMAND.fullmatch(line)
            assert parts, line
            pairs = dict(each.split("=", 1) for each in (parts["properties"] or "").split(","))
            told = {name: decoded(each) for name, each in pairs.items()}
            found.append((parts["name"], told, decoded(parts["data"])))
    return found


def many(*sizes, severity=Severity.ERROR):
    checks = []
    for number, size in enumerate(sizes):
        found = [
            sample.finding(f"check-{number}", f"Fault {each}.", severity=severity, row=each) for each in range(size)
        ]
        checks.append(sample.result(f"check-{number}", *found, wants="", why="", remedy="", severity=severity))
    return replace(sample.report(), checks=tuple(checks))


def test_an_annotation_stands_at_the_line_of_the_article():
    first, *_ = commands(sample.report())
    assert first[0] == "error"
    assert first[1] == {"file": "scrapes/vale/orchard.txt", "line": "29", "title": "truncated-teaser description"}
    assert first[2].startswith("The teaser is cut off.\nThe night ferry")


def test_known_and_waived_findings_are_not_annotated():
    assert sum(each[1]["title"].startswith("truncated-teaser") for each in commands(sample.report())) == 7


def test_what_is_within_its_limit_is_a_notice():
    kinds = {each[1]["title"].split()[0]: each[0] for each in commands(sample.report())}
    assert kinds["odd-characters"] == "warning"
    assert kinds["markup-residue"] == "notice"


def test_the_rest_of_a_check_is_counted_in_its_last_annotation():
    (last,) = (each for each in commands(sample.report()) if "further" in each[2])
    assert last[2].endswith("57 further findings of odd-characters: see the report.")


@pytest.mark.parametrize(
    ("sizes", "shown"), [((30,), [10]), ((30, 2), [8, 2]), ((30, 30, 30), [3, 3, 4]), ((1,) * 12, [1] * 10)]
)
def test_no_more_than_ten_of_a_kind_and_each_check_its_share(sizes, shown):
    found = [each[1]["title"].split()[0] for each in commands(many(*sizes))]
    counts = [found.count(name) for name in dict.fromkeys(found)]
    assert sorted(counts) == sorted(shown)


def test_checks_without_an_annotation_are_named():
    *_, last = commands(many(*(1,) * 12))
    assert re.search(r"Without an annotation: check-\d+, check-\d+\.", last[2])


def test_a_run_that_cannot_be_trusted_is_one_error():
    (only,) = commands(sample.untrusted())
    assert only[0] == "error"
    assert only[1] == {"title": "copydesk"}
    assert "nothing could be checked" in only[2]


def test_the_report_follows():
    assert "\n\nBlocked by 2 of 9 checks\n" in github.render(sample.report())


@pytest.mark.parametrize("text", hostile.TEXTS, ids=ascii)
def test_hostile_text_makes_no_command(text):
    found = commands(hostile.report(text))
    assert [each[0] for each in found] == ["error", "warning", "notice"]
    assert all(set(each[1]) == {"file", "line", "title"} for each in found)


@given(st.text(st.sampled_from("\r\n :,%0A#[]=::a\u2028\x85"), max_size=40))
def test_no_text_makes_a_command(text):
    assert len(commands(hostile.report(text))) == 3
