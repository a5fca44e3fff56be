"""The draft of a configuration: valid and of no harm as it stands, and with every proposal in it taken."""

import json
import tomllib
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from copydesk import config
from copydesk.drafting import draft
from copydesk.toml import lines, written
from renderers import sample

SEEDS = Path(__file__).parents[1] / "seeds"
HOSTILE = 'A "b" \\ \n[x]\u202e\x7f\ud7ff\U000e0001'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*arguments: str | Path) -> int:
    return run("init", *arguments, "--jobs", "1", "--as-of", "2026-11-01")


def taken(text: str) -> str:
    """The draft with all of its proposals taken."""
    return "\n".join(line[1:] if line[:1] == "#" and line[1:2].strip() else line for line in text.splitlines())


def read_by(settings: str, *inputs: str | Path) -> tuple[dict[str, list[object]], int]:
    """What is read under a configuration, by column, and the exit code."""
    Path("settings.toml").write_text(settings)
    code = run("check", *inputs, "--config", "settings.toml", "--out", "out", "--jobs", "1", "--as-of", "2026-11-01")
    columns = ["key", "source_file", "headline", "article_body", "author", "date_published"]
    articles = pq.read_table("out/articles.parquet", columns=columns).to_pydict()
    return articles | {"rejects": pq.read_table("out/rejects.parquet")["source_file"].to_pylist()}, code


def test_a_draft_reads_the_same_as_it_stands_and_with_all_that_it_proposes(folder, capsys):
    assert init(SEEDS) == 0
    assert "copydesk.toml is drafted" in capsys.readouterr().out
    text = (folder / "copydesk.toml").read_text()
    assert set(config.read(folder / "copydesk.toml").policies) >= {"truncated-teaser", "duplicate-story"}
    before, blocked = read_by("", SEEDS)
    assert read_by(text, SEEDS) == (before, blocked)
    assert blocked == 1
    assert read_by(taken(text), SEEDS) == (before, 0)


def test_what_was_set_for_the_draft_stands_in_it(folder):
    (folder / "old.csv").write_text(f'"It sails. {"At six. " * 30}",Ferry\n"It stays. {"At ten. " * 30}",Storm\n')
    settings = ("columns.headline=1", "columns.article_body=0", "checks.short-body.min_words=9", 'ignore=["row-count"]')
    assert init("old.csv", "-q", *(each for setting in settings for each in ("--set", setting))) == 0
    read = config.read(folder / "copydesk.toml")
    assert (read.columns, read.ignore) == ({"headline": 1, "article_body": 0}, ("row-count",))
    assert read.check("short-body").min_words == 9
    assert read_by((folder / "copydesk.toml").read_text(), "old.csv")[0]["headline"] == ["Ferry", "Storm"]


def test_names_of_columns_are_told_and_not_proposed(folder):
    """Records of one file may name their fields differently: to settle one column would lose the others."""
    rows = [{"title": "Ferry", "body": "It sails. " * 30}] * 60 + [{"titulo": "Storm", "texto": "It stays. " * 30}] * 60
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert init("rows.jsonl", "-q") == 0
    text = (folder / "copydesk.toml").read_text()
    assert "# - headline: " in text
    assert read_by(taken(text), "rows.jsonl")[0] == read_by("", "rows.jsonl")[0]


def test_a_configuration_that_is_there_is_left_alone(folder):
    (folder / "copydesk.toml").write_text("sample = 3\n")
    assert init(SEEDS) == 2
    assert (folder / "copydesk.toml").read_text() == "sample = 3\n"
    assert init(SEEDS, "--write", "new/draft.toml", "-q") == 0


def test_nothing_is_drafted_from_nothing(folder):
    (folder / "empty").mkdir()
    assert init("empty") == 3
    assert not (folder / "copydesk.toml").exists()


def test_names_that_would_end_a_line_are_escaped(folder):
    rows = [{"headline": "Ferry", "article_body": "It sails. " * 30, "publisher": HOSTILE, "date": "2026-10-01T10:00"}]
    (folder / "rows.json").write_text(json.dumps(rows))
    assert init("rows.json", "--set", f"dataset={written(HOSTILE)}", "-q") == 0
    text = (folder / "copydesk.toml").read_text()
    assert config.read(folder / "copydesk.toml").dataset == HOSTILE
    assert tomllib.loads(taken(text))["zones"] == {HOSTILE: "UTC"}


@given(zoneless=st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(1, 9)))
def test_any_draft_is_toml(zoneless):
    text = draft(sample.report(), zoneless)
    assert tomllib.loads(text)["dataset"]
    assert set(tomllib.loads(taken(text)).get("zones", {})) <= set(zoneless)


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False)
    | st.booleans() | st.dates(),
    st.lists,
    max_leaves=5,
)  # fmt: skip


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), VALUES))
def test_values_are_read_as_they_were_written(values):
    assert tomllib.loads("\n".join(lines(values))) == values
