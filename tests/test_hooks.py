"""What other tools call us by: the pre-commit hook, the GitHub action, the GitLab job; run as far as they run here."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "text" / "000_e10a35954561f647.txt"
BIN = Path(sys.executable).parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, JOB = yaml.safe_load_all((ROOT / "templates" / "copydesk.yml").read_text(encoding="utf-8"))
PINNED = f"copydesk=={tomllib.loads((ROOT / 'pyproject.toml').read_text(encoding='utf-8'))['project']['version']}"
"""The version of this checkout, as pip names it."""
HOOKS = ROOT / ".pre-commit-hooks.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a dataset that does not pass."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a story.txt").write_bytes(SEED.read_bytes())
    for words in (["init", "-q"], ["add", "data"]):
        shell(["git", *words], tmp_path)
    return tmp_path


def shell(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "PRE_COMMIT"))}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    where = {"PATH": path, "HOME": str(folder), "PRE_COMMIT_HOME": str(folder / ".cache"), "COLUMNS": "120"}
    settings = own | where | environment
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False, timeout=120)


def validates(schema: str, file: Path) -> None:
    done = shell(["check-jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)], file.parent)
    assert done.returncode == 0, done.stdout + done.stderr


# pre-commit


def test_pre_commit_takes_the_manifest(tmp_path):
    done = shell(["pre-commit", "validate-manifest", str(HOOKS)], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_sees_the_whole_input_at_once_and_blocks_the_commit(repository):
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)
    local = {**hook, "language": "system", "args": ["data", "--jobs=1", "--as-of=2026-11-01"]}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    done = shell(["pre-commit", "run", "--all-files"], repository)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "exit code: 1" in done.stdout
    assert done.stdout.count("Blocked by ") == 1
    assert "data/a story.txt:29  truncated-teaser description" in done.stdout


# GitHub


def step(**inputs: str) -> tuple[list[str], dict[str, str]]:
    """The step that checks: its command, and the environment that the runner would make of the inputs."""
    (check,) = (each for each in ACTION["runs"]["steps"] if each.get("id") == "check")
    values = {name: told.get("default", "") for name, told in ACTION["inputs"].items()} | inputs

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: values[found.group(1)], text)

    assert "${{" not in check["run"]
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]]
    return command, {name: filled(value) for name, value in check["env"].items()}


def test_the_action_obeys_its_schema():
    validates("github-actions", ROOT / "action.yml")


def test_the_action_annotates_and_blocks(repository):
    arguments = "--as-of=2026-11-01\n--jobs=1\n"
    command, settings = step(inputs="data/*.txt\n", arguments=arguments, sarif="made/a b.sarif", out="out")
    (repository / "output").touch()
    files = {"GITHUB_OUTPUT": str(repository / "output"), "GITHUB_STEP_SUMMARY": str(repository / "summary.md")}
    done = shell(command, repository, GITHUB_ACTIONS="true", **files, **settings)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=data/a story.txt,line=29,title=truncated-teaser description::" in done.stdout
    assert (repository / "output").read_text() == "exit-code=1\n"
    assert (repository / "summary.md").read_text().startswith("# ❌ Blocked")
    (run,) = json.loads((repository / "made" / "a b.sarif").read_text())["runs"]
    assert run["results"]
    assert (repository / "out" / "report.html").is_file()


@pytest.mark.parametrize("name", ["$(touch owned)", "; touch owned", "-q`touch owned`"])
def test_the_action_runs_nothing_that_an_input_says(name, repository):
    command, settings = step(inputs=name, evidence="none")
    done = shell(command, repository, GITHUB_OUTPUT=str(repository / "output"), **settings)
    assert done.returncode == 2
    assert not (repository / "owned").exists()
    assert name in done.stderr


EVIDENCE = [
    ({}, "spans"),
    ({"evidence": "none"}, "none"),
    ({"arguments": "--evidence=none"}, "none"),
    ({"evidence": "full", "arguments": "--evidence=none"}, "none"),
    ({"evidence": "full"}, "full"),
]
"""By what a job is given, what its report may show, where the configuration says `spans`."""


def shown(repository: Path, out: str) -> str:
    """What a report shows of the data, told by its first finding that has a place."""
    report = json.loads((repository / out / "report.json").read_text())
    found = next(each for check in report["checks"] for each in check["sample"] if each["field"] == "description")
    return "full" if found["excerpt"] else "spans" if found["span_start"] is not None else "none"


@pytest.mark.parametrize(("given", "level"), EVIDENCE)
def test_the_action_shows_what_the_configuration_lets_it(given, level, repository):
    (repository / "copydesk.toml").write_text('evidence = "spans"')
    command, settings = step(inputs="data", out="out", **given)
    done = shell(command, repository, GITHUB_OUTPUT=str(repository / "output"), **settings)
    assert done.returncode == 1, done.stdout + done.stderr
    assert shown(repository, "out") == level


# GitLab


@pytest.mark.parametrize(("given", "level"), EVIDENCE)
def test_the_gitlab_job_shows_what_the_configuration_lets_it(given, level, repository):
    (repository / "copydesk.toml").write_text('evidence = "spans"')
    done = shell(["sh", "-ec", job(**given)["copydesk"]["script"][-1]], repository, GITLAB_CI="true", CI="true")
    assert done.returncode == 1, done.stdout + done.stderr
    assert shown(repository, "copydesk-checked") == level


def job(**inputs: str) -> dict[str, Any]:
    """The job as GitLab makes it of the inputs."""
    values = {name: told["default"] for name, told in SPEC["spec"]["inputs"].items()} | inputs
    text = re.sub(r"\$\[\[ inputs\.([a-z]+) \]\]", lambda found: values[found.group(1)], json.dumps(JOB))
    return dict(json.loads(text))


def test_what_the_gitlab_job_installs_is_what_the_guide_says():
    assert f"`{PINNED}`" in (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    other = job(package="copydesk @ https://example.org/copydesk.tar.gz")["copydesk"]["script"][0]
    assert other == 'python -m pip install --quiet "copydesk @ https://example.org/copydesk.tar.gz"'


def test_the_gitlab_job_obeys_its_schema(tmp_path):
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(yaml.safe_dump(job()))
    validates("gitlab-ci", file)


def test_the_gitlab_job_writes_the_reports_that_it_names(repository):
    made = job(arguments="--as-of 2026-11-01 --jobs 1", evidence="spans")["copydesk"]
    install, check = made["script"]
    assert install == f'python -m pip install --quiet "{PINNED}"'
    done = shell(["sh", "-ec", check], repository, GITLAB_CI="true", CI="true")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.startswith("Blocked by ")
    reports = made["artifacts"]["reports"]
    entries = json.loads((repository / reports["codequality"]).read_text())
    cut = {(each["location"]["path"], each["severity"]) for each in entries if each["check_name"] == "truncated-teaser"}
    assert cut == {("data/a story.txt", "critical")}
    assert JUnitXml.fromfile(str(repository / reports["junit"])).failures
    assert (repository / made["artifacts"]["paths"][0]).is_file()
