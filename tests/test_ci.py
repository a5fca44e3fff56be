"""The gate as a team has it: a git repository of articles, a baseline, a push with new faults, a fix and a waiver."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq

from command import run

ARTICLES = 500
SYLLABLES = re.findall("..", "bakelimonurasetivowadofegahujikomenapo")
WAIVER = """\
[[waiver]]
check = "truncated-teaser"
where = { glob = "articles/0500.txt" }
reason = "The wire sends it so."
owner = "desk@paper.example"
until = 2026-12-31
"""
PART = ("harbour", "market", "council", "river", "bridge", "school", "museum", "festival", "library", "station")


def checking(*arguments: str, as_of: str = "2026-11-01") -> tuple[str, ...]:
    return "check", *arguments, "--jobs", "1", "--as-of", as_of


class Desk:
    """Writes articles whose words nobody has written before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.luck = random.Random(11)  # noqa: S311 - no secret

    def word(self) -> str:
        return "".join(self.luck.choice(SYLLABLES) for _ in range(self.luck.randint(2, 4)))

    def sentence(self, words: int) -> str:
        said = [self.luck.choice(PART) if number % 4 == 2 else self.word() for number in range(words)]
        return f"{said[0].capitalize()} {' '.join(said[1:])}."

    def article(self, name: str, *, cut: bool = False) -> Path:
        body = "\n\n".join(" ".join(self.sentence(12) for _ in range(4)) for _ in range(4))
        teaser = self.sentence(14)
        teaser = f"{teaser.rsplit(' ', 3)[0]} the..." if cut else teaser
        other = self.sentence(6).rstrip(".")
        text = f"{self.sentence(7).rstrip('.')}\n\n{body}\n\nMore from Port Ansel\n\n{other}\n\n{teaser}\n"
        file = self.folder / name
        file.write_text(text)
        return file


def commit(folder: Path, message: str) -> None:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@paper.example")
    for words in (("add", "-A"), (*identity, "commit", "-q", "-m", message)):
        subprocess.run(["git", *words], cwd=folder, check=True)


def errors(out: str) -> list[dict[str, object]]:
    table = pq.read_table(Path(out) / "findings.parquet").to_pylist()
    return [row for row in table if row["severity"] == "error" and row["status"] == "new"]


def first_commit(folder: Path) -> Desk:
    """A repository with its archive of articles, some of which have a fault."""
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    (folder / "articles").mkdir()
    (folder / ".gitignore").write_text("checked/\nfixed/\n")
    desk = Desk(folder / "articles")
    for number in range(ARTICLES):
        desk.article(f"{number:04d}.txt", cut=number % 100 == 7)
    commit(folder, "The archive")
    return desk


def test_only_new_faults_block_until_they_are_fixed_or_waived(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = first_commit(tmp_path)
    assert run(*checking("articles", "--out", "checked", "-q")) == 1
    assert {each["check"] for each in errors("checked")} == {"truncated-teaser"}

    assert run("baseline", "checked", "-q") == 0
    commit(tmp_path, "Accept what is known")
    baseline = ("--baseline", "copydesk-baseline.txt")
    assert run(*checking("articles", *baseline, "--out", "checked", "-q")) == 0

    cut = desk.article("0500.txt", cut=True)
    (desk.folder / "0501.txt").write_text((desk.folder / "0003.txt").read_text())
    commit(tmp_path, "Today's stories")
    gate = [
        sys.executable,
        "-m",
        "copydesk",
        *checking("articles", *baseline, "--out", "checked", "--format", "github"),
    ]
    told = subprocess.run(
        gate, env=os.environ | {"GITHUB_ACTIONS": "true"}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 1, told.stderr
    assert sorted((str(each["check"]), str(each["source_file"])) for each in errors("checked")) == [
        ("duplicate-story", "articles/0501.txt"), ("truncated-teaser", "articles/0500.txt"),
    ]  # fmt: skip
    line = next(number for number, text in enumerate(cut.read_text().splitlines(), 1) if text.endswith(" the..."))
    annotated = re.findall(r"^::error file=([^,]+),line=(\d+)", told.stdout, flags=re.MULTILINE)
    assert sorted(annotated) == [("articles/0500.txt", str(line)), ("articles/0501.txt", "3")]

    assert run("fix", "checked", "--out", "fixed", "--jobs", "1", "-q") == 0
    (tmp_path / "waivers.toml").write_text(WAIVER)
    waived = (*baseline, "--waivers", "waivers.toml", "-q")
    assert run(*checking("fixed", *baseline, "-q")) == 1, "the teaser is still cut"
    assert run(*checking("fixed", *waived)) == 0
    assert run(*checking("fixed", *waived, as_of="2027-01-01")) == 1
