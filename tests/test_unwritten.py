"""Places that cannot be written: each is bad use, told with its path and a remedy, whatever the command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command import run
from copydesk.renderers import json as report_json

SEED = Path(__file__).parents[1] / "seeds" / "text" / "000_e10a35954561f647.txt"
PLACES = (
    "check a.txt --out afile/x",
    "check a.txt --quarantine afile/x",
    "check a.txt --history afile/x",
    "check a.txt --format gx-docs=afile/x",
    "check a.txt --format html=afile/x",
    "check a.txt --format html=folder",
    "load a.txt --out afile/x",
    "init a.txt --write afile/x",
    "baseline out --write afile/x",
    "fix out --out afile/x",
    "report out --format html=afile/x",
    "report out --format html=afile/x/y",
)
FULL = Path("/dev/full")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unwritten")
    (folder / "a.txt").write_bytes(SEED.read_bytes())
    (folder / "afile").write_text("a file")
    (folder / "folder").mkdir()
    assert run("check", folder / "a.txt", "--out", folder / "out", "-q", "--jobs", "1") == 1
    return folder


@pytest.fixture(autouse=True)
def _inside(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made)


@pytest.mark.parametrize("command", PLACES)
def test_a_place_that_cannot_be_written_is_told_with_a_remedy(command, capsys):
    assert run(*command.split()) == 2
    printed = capsys.readouterr().err
    assert f"{command.split()[-1]}: cannot be written: " in printed
    assert "name " in printed.lower()
    assert "Traceback" not in printed
    assert "the data" not in printed
    assert Path("afile").read_text() == "a file"


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", ["checks", "report out", "check a.txt", "check --help"])
def test_a_full_standard_output_is_told(command):
    with FULL.open("w") as full:
        arguments = [sys.executable, "-m", "copydesk", *command.split()]
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("copydesk: standard output: cannot be written: ")
    assert len(done.stderr.splitlines()) == 2, done.stderr


@pytest.mark.parametrize("command", ["checks", "check a.txt --jobs 1 --fail-on never", "report out"])
def test_a_closed_standard_output_is_no_crash(command):
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m copydesk {command} >&-"], stderr=subprocess.PIPE, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_standard_error_is_no_crash():
    command = f"'{sys.executable}' -m copydesk check a.txt --jobs 1 --fail-on never 2>&-"
    done = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0
    assert "1 article" in done.stdout


def test_a_crash_says_nothing_of_data_that_was_checked(monkeypatch, capsys):
    monkeypatch.setattr(report_json, "parse", lambda _: json.loads(None))
    assert run("report", "out") == 3
    printed = capsys.readouterr().err
    assert "TypeError" in printed
    assert "not checked" not in printed
