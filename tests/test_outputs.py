"""Where the formats of a run go: files, the terminal, and what a CI system names in the environment."""

import json
import os
import shlex
import shutil
from pathlib import Path

import pytest

from command import run
from copydesk import registry
from copydesk.commands import _outputs as outputs
from copydesk.errors import UsageError
from copydesk.renderers import json as json_report
from copydesk.renderers._words import again

SEED = Path(__file__).parents[1] / "seeds" / "text" / "000_e10a35954561f647.txt"
SYSTEMS = ("GITHUB_ACTIONS", "GITLAB_CI", "CI", "GITHUB_STEP_SUMMARY")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in SYSTEMS:
        monkeypatch.delenv(name, raising=False)


def check(*arguments: str | Path) -> int:
    return run("check", SEED, "--jobs", "1", "--as-of", "2026-11-01", *arguments)


@pytest.mark.parametrize(
    ("variables", "log", "file"),
    [
        ((), "text", "html"),
        (("CI",), "text", "junit"),
        (("CI", "GITLAB_CI"), "text", "gitlab"),
        (("CI", "GITHUB_ACTIONS"), "github", "sarif"),
    ],
)
def test_auto_suits_where_it_runs(variables, log, file, monkeypatch):
    for each in variables:
        monkeypatch.setenv(each, "true")
    assert outputs.output("auto") == (log, None)
    assert outputs.output("auto=out.x") == (file, Path("out.x"))


@pytest.mark.parametrize("wanted", [("text", "github"), ("auto", "json"), ("csv", "csv")])
def test_one_format_at_most_goes_to_the_terminal(wanted):
    with pytest.raises(UsageError, match="two formats would go to the terminal"):
        outputs.outputs(wanted)


@pytest.mark.parametrize("wanted", ["gx-docs", "csv=", "cvs"])
def test_what_cannot_be_written_is_refused(wanted):
    with pytest.raises(UsageError):
        outputs.output(wanted)


@pytest.mark.parametrize(
    ("wanted", "hint"), [("foo", ""), ("cvs", "Did you mean 'csv'? "), ("gx-doc", "Did you mean 'gx-docs'? "), ("", "")]
)
@pytest.mark.parametrize("file", ["", "=out.x"])
def test_an_unknown_format_is_told_with_all_there_are(wanted, hint, file, capsys):
    known = ", ".join((*registry.names("renderers"), "gx-docs", "auto"))
    assert check("--format", wanted + file) == 2
    assert capsys.readouterr().err == (
        f"copydesk: --format {wanted}: there is no format {wanted!r}\n  {hint}Known are: {known}.\n"
    )


PLACES = ("is/x", "is/x/y", "folder")
"""Where no file can be written: below a file, and at a folder."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("option", ["--format csv={}", "--format auto={}", "--history {}"])
def test_a_place_where_no_file_can_be_is_bad_use_before_the_run(option, place, tmp_path, monkeypatch, capsys):
    (tmp_path / "is").touch()
    (tmp_path / "folder").mkdir()
    monkeypatch.setattr("copydesk.pipeline.load", lambda _: pytest.fail("the run began"))
    assert check(*option.format(place).split()) == 2
    assert option.split()[0] in capsys.readouterr().err


@pytest.mark.parametrize("place", ["is", "is/x"])
@pytest.mark.parametrize("option", ["--format gx-docs={}", "--out {}", "--quarantine {}"])
def test_a_place_where_no_folder_can_be_is_bad_use_before_the_run(option, place, tmp_path, monkeypatch, capsys):
    (tmp_path / "is").touch()
    monkeypatch.setattr("copydesk.pipeline.load", lambda _: pytest.fail("the run began"))
    assert check(*option.format(place).split()) == 2
    assert place in capsys.readouterr().err


@pytest.mark.parametrize("command", [("init", SEED), ("baseline", "out")])
def test_other_commands_refuse_such_a_place_too(command, tmp_path, capsys):
    (tmp_path / "is").touch()
    assert check("--out", "out", "-q") == 1
    assert run(*command, "--write", "is/x") == 2
    assert "--write is/x: cannot be written" in capsys.readouterr().err


def test_a_place_that_is_lost_during_the_run_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert check("--format", "github") == 2
    said = capsys.readouterr().err
    assert "GITHUB_STEP_SUMMARY=" in said
    assert "The data was checked." in said


def test_all_formats_at_once(tmp_path, monkeypatch, capsys):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    names = [name for name in registry.names("renderers") if name != "github"]
    files = [f"--format={name}=made/{name}" for name in names]
    assert check("--format=github", *files, "--format=gx-docs=docs") == 1
    written = {path.name: path.read_text() for path in (tmp_path / "made").iterdir()}
    assert set(written) == set(names)
    assert (tmp_path / "docs" / "index.html").is_file()
    printed = capsys.readouterr().out
    assert f"::error file={SEED},line=29,title=truncated-teaser description::" in printed
    assert summary.read_text() == "before\n" + written["markdown"]
    assert json.loads(written["sarif"])["runs"][0]["results"]


def test_a_format_that_lists_findings_gets_more_than_the_sample(tmp_path, capsys):
    assert check("--sample", "1", "--out", "out", "--format", "csv=all.csv", "-q") == 1
    listed = (tmp_path / "all.csv").read_text()
    assert "left-out" not in listed
    assert all(
        len(each["sample"]) <= 1 for each in json.loads((tmp_path / "out" / "report.json").read_text())["checks"]
    )
    assert run("report", "out", "--format", "csv") == 0
    assert capsys.readouterr().out == listed
    (tmp_path / "out" / "findings.parquet").unlink()
    assert run("report", "out", "--format", "csv") == 0
    assert "left-out" in capsys.readouterr().out


def test_a_report_is_made_again_byte_for_byte(tmp_path, capsys):
    """All formats of a run over all seeds, made again from what --out holds."""
    names = [name for name in registry.names("renderers") if name != "github"]
    seeds = Path(os.path.relpath(SEED.parents[1]))
    made = [f"--format={name}=first/{name}" for name in names]
    assert run("check", seeds, "--out", "out", "--as-of", "2026-11-01", "-q", *made) == 1
    again = [f"--format={name}=again/{name}" for name in names]
    assert run("report", "out", *again) == 0
    for name in names:
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "first" / name).read_bytes(), name
    for name in ("html", "json"):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / f"report.{name}").read_bytes()


def test_the_command_that_a_report_names_makes_it_again(tmp_path):
    """Options that decide what a report says, some of them more than once, each with a value of its own."""
    (tmp_path / "our rules.toml").write_text("[checks.short-body]\nmax_count = 3\n")
    (tmp_path / "own.json").write_text('{"properties": {"headline": {"maxLength": 9}}}')
    (tmp_path / "w.toml").write_text("")
    assert check("--out", "before", "-q") == 1
    assert run("baseline", "before", "-q", "--write", "known.txt") == 0
    given = {
        "--config": "our rules.toml", "--schema": "own.json", "--waivers": "w.toml", "--baseline": "known.txt",
        "--against": "before", "--seen": "before", "--evidence": "spans", "--sample": "2", "--ignore": "short-body",
        "--select": "truncated-teaser,schema-violation,short-body,duplicate-story", "--input-format": "text",
        "--quarantine": "apart",
    }  # fmt: skip
    settings = ("--set", "dataset=it's ours", "--set", "checks.truncated-teaser.max_count=1")
    check(*(word for pair in given.items() for word in pair), *settings, "--out", "out", "-q")
    first = (tmp_path / "out" / "report.json").read_bytes()
    name, *words = shlex.split(again(json_report.parse(first.decode())) or "")
    assert name == "copydesk"
    assert set(given) <= set(words)
    shutil.rmtree(tmp_path / "apart")
    run(*words)
    assert (tmp_path / "out" / "report.json").read_bytes() == first


def test_the_summary_is_written_for_github_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert check("--format", "markdown=m.md", "-q") == 1
    assert not (tmp_path / "summary.md").exists()
