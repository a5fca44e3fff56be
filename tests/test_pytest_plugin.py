"""The plugin, as its users meet it: pytest run inside pytest, over a good and a bad dataset."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk import registry

pytest_plugins = ["pytester"]

SEED = Path(__file__).parents[1] / "seeds" / "text" / "000_e10a35954561f647.txt"
LAST = """
import sys
import pytest
before = set(sys.modules)
import copydesk.pytest_plugin
print(" ".join(sorted(set(sys.modules) - before)))
"""
OWN = """
def test_headlines_are_short(copydesk_report):
    headlines = copydesk_report.articles["headline"].to_pylist()
    assert max(map(len, headlines)) < 100

def test_no_teaser_is_cut(copydesk_report):
    assert "truncated-teaser" not in copydesk_report.findings["check"].to_pylist()
"""
BODY = "\n\n".join(
    f"The {each} ferry left the quay of Northgate at six in the morning with forty passengers and a cargo of apples on "
    f"board, said the harbour master, who had waited {each} weeks for the day."
    for each in ("old", "red", "last")
)
SOUND = {
    "headline": "Ferry back in service",
    "article_body": BODY,
    "date_published": "2026-10-01T06:00:00+02:00",
    "url": "https://example.org/ferry",
    "author": ["Mara Quist"],
    "publisher": "Northgate Courier",
    "in_language": "en",
}


@pytest.fixture
def plugged(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with a good and a bad dataset; pytest there is a process of its own, as it is elsewhere."""
    monkeypatch.setenv("COLUMNS", "120")
    pytester.makefile(".json", good=json.dumps(SOUND))
    (pytester.path / "bad.txt").write_bytes(SEED.read_bytes())
    return pytester


def run(plugged: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return plugged.runpytest_subprocess("--copydesk-args=--as-of 2026-11-01 --jobs 1", *arguments)


def test_a_good_dataset_passes(plugged):
    result = run(plugged, "--copydesk", "good.json", "-v")
    assert result.ret == 0
    outcomes = result.parseoutcomes()
    assert outcomes["passed"] + outcomes.get("skipped", 0) == 1 + len(registry.names("checks"))
    result.stdout.fnmatch_lines(["copydesk::verdict PASSED*", "copydesk::truncated-teaser *"])


def test_a_bad_dataset_fails_with_its_findings(plugged):
    result = run(plugged, "--copydesk", "bad.txt")
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        [
            "*copydesk: truncated-teaser*",
            "error: 5 of 5 teasers fail, none allowed.",
            "  bad.txt:29  truncated-teaser description",
            "    The description is cut: *",
            "FAILED copydesk::truncated-teaser*",
        ]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_tests_of_ones_own_get_the_report_and_stand_beside_those_of_the_checks(plugged):
    plugged.makepyfile(OWN)
    result = run(plugged, "--copydesk", "bad.txt", "-k", "short or is_cut or verdict or truncated-teaser", "-rA")
    everything = len(registry.names("checks")) + 3
    result.stdout.fnmatch_lines([f"collected {everything} items / *", "FAILED test_*::test_no_teaser_is_cut*"])
    assert result.parseoutcomes() == {"passed": 3, "failed": 2, "deselected": everything - 5}


def test_xdist_spreads_the_tests_of_one_run(plugged):
    plugged.makepyfile(OWN)
    result = run(plugged, "--copydesk", "bad.txt", "-n", "2")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] >= 2
    assert sum(outcomes.values()) == len(registry.names("checks")) + 3
    result.stdout.no_fnmatch_line("*Different tests were collected*")


IN_A_TEST = """
import copydesk

def test_the_dataset():
    assert copydesk.check("good.json").verdict == "passed"

def test_expectations_of_ones_own():
    from copydesk.gx import ExpectTeasersToBeWhole
"""


@pytest.mark.parametrize("arguments", [("--copydesk", "good.json"), ("-p", "no:cacheprovider")], ids=["plugin", "api"])
def test_a_project_whose_warnings_are_errors_is_no_obstacle(arguments, plugged):
    plugged.makeini("[pytest]\nfilterwarnings = error\n")
    plugged.makepyfile(IN_A_TEST)
    assert run(plugged, *arguments).ret == 0


def test_a_folder_that_the_arguments_name_is_kept(plugged):
    plugged.makepyfile(OWN)
    arguments = "--copydesk-args=--jobs=1 --as-of 2026-11-01 --out=kept"
    result = plugged.runpytest_subprocess("--copydesk", "good.json", arguments)
    assert result.ret == 0
    assert (plugged.path / "kept" / "report.html").is_file()


def test_one_argument_alone_is_given_after_an_equals_sign(plugged):
    result = plugged.runpytest_subprocess("--copydesk", "good.json", "--copydesk-args=--evidence=spans")
    assert result.ret == 0
    assert "--copydesk-args='" in " ".join(plugged.runpytest_subprocess("--help").stdout.lines)


def test_what_is_let_pass_passes(plugged):
    result = plugged.runpytest_subprocess("--copydesk", "bad.txt", "--copydesk-args=--jobs 1 --fail-on never")
    assert result.ret == 0


def test_a_dataset_that_is_not_there_is_bad_use(plugged):
    result = run(plugged, "--copydesk", "nothing")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --copydesk: nothing:*"])


def test_a_run_that_cannot_be_trusted_fails(plugged):
    (plugged.path / "empty").mkdir()
    result = run(plugged, "--copydesk", "empty")
    result.stdout.fnmatch_lines(["*nothing could be checked*", "FAILED copydesk::verdict*"])


def test_the_fixture_without_a_dataset_is_an_error_that_names_the_remedy(plugged):
    plugged.makepyfile(OWN)
    result = plugged.runpytest_subprocess()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*the fixture copydesk_report needs a dataset: run pytest --copydesk INPUT*"])


def test_nothing_but_the_plugin_is_loaded_when_it_is_not_asked_for():
    done = subprocess.run([sys.executable, "-c", LAST], check=True, capture_output=True, text=True, timeout=60)
    assert set(done.stdout.split()) == {"copydesk", "copydesk.pytest_plugin"}
