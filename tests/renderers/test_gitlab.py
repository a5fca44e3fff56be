"""GitLab's code quality report: the fields that its documentation demands, and no two fingerprints alike."""

import json
from dataclasses import replace

import pytest

from copydesk.renderers import gitlab
from renderers import hostile, sample

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def entries(report):
    found = json.loads(gitlab.render(report))
    for each in found:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in SEVERITIES
        assert isinstance(each["location"]["path"], str)
        assert not each["location"]["path"].startswith("./")
        assert each["location"]["lines"]["begin"] >= 1
        assert each["description"]
    prints = [each["fingerprint"] for each in found]
    assert len(set(prints)) == len(prints)
    return found


def test_new_findings_alone_are_listed():
    found = entries(sample.report())
    assert sum(each["check_name"] == "truncated-teaser" for each in found) == 7
    assert found[0]["location"] == {"path": "scrapes/vale/orchard.txt", "lines": {"begin": 29}}
    assert found[0]["severity"] == "critical"
    assert found[0]["description"].startswith("description: The teaser is cut off. The night ferry")


def test_the_rest_of_a_check_is_one_entry():
    (rest,) = (each for each in entries(sample.report()) if "not listed here" in each["description"])
    assert rest["description"] == "57 further findings of odd-characters are not listed here."
    assert rest["location"] == {"path": "scrapes", "lines": {"begin": 1}}


def test_faults_that_are_alike_are_kept_apart():
    twin = sample.finding("some-check", "Alike.")
    check = sample.result("some-check", twin, twin, wants="", why="", remedy="")
    assert len(entries(replace(sample.report(), checks=(check,)))) == 2


@pytest.mark.parametrize("text", hostile.TEXTS, ids=ascii)
def test_hostile_text_is_valid(text):
    assert len(entries(hostile.report(text))) == 3


@pytest.mark.parametrize("make", [sample.passed, sample.untrusted])
def test_nothing_found_is_an_empty_list(make):
    assert entries(make()) == []
