"""Quarantine: every row in exactly one of two folders, with the same columns, and the reasons."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from command import run
from copydesk.tables import ARTICLES, FINDINGS, REJECTS, TEASERS

SEEDS = Path(__file__).parents[1] / "seeds"


def check(*arguments: str | Path) -> int:
    return run("check", *arguments, "--jobs", "1", "--as-of", "2026-11-01")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("fail_on", ["error", "warning", "never"])
def test_every_row_is_in_exactly_one_part(folder, capsys, fail_on):
    check(SEEDS, "--out", "out", "--quarantine", "apart", "--fail-on", fail_on)
    assert "Quarantine in apart: " in capsys.readouterr().out
    for name, schema in {"articles": ARTICLES, "teasers": TEASERS}.items():
        parts = [pq.read_table(folder / "apart" / part / f"{name}.parquet") for part in ("sound", "refused")]
        assert all(part.schema.equals(schema) for part in parts)
        assert all(part.num_rows for part in parts)
        rows = [row for part in parts for row in part.to_pylist()]
        whole = pq.read_table(folder / "out" / f"{name}.parquet").to_pylist()
        assert sorted(rows, key=lambda row: row["row"]) == whole
    rejects = pq.read_table(folder / "apart" / "refused" / "rejects.parquet")
    assert rejects.equals(pq.read_table(folder / "out" / "rejects.parquet"))
    assert pq.read_table(folder / "apart" / "sound" / "rejects.parquet").schema.equals(REJECTS)


def test_reasons_say_why_each_row_is_refused_and_teasers_follow_their_article(folder):
    check(SEEDS, "--quarantine", "apart", "-q")
    refused = folder / "apart" / "refused"
    reasons = pq.read_table(refused / "reasons.parquet")
    assert reasons.schema.equals(FINDINGS)
    why = {(each["table"], each["row"]) for each in reasons.to_pylist()}
    assert {each["severity"] for each in reasons.to_pylist()} == {"error"}
    articles = {row["row"] for row in pq.read_table(refused / "articles.parquet").to_pylist()}
    assert articles == {row for table, row in why if table == "articles"}
    for teaser in pq.read_table(refused / "teasers.parquet").to_pylist():
        assert ("teasers", teaser["row"]) in why or teaser["article_row"] in articles


def test_what_is_sound_is_an_input_and_passes(folder):
    assert check(SEEDS, "--quarantine", "apart", "-q") == 1
    before = pq.read_table(folder / "apart" / "sound" / "teasers.parquet").to_pylist()
    assert check("apart/sound", "--out", "again", "-q") == 0
    articles = pq.read_table(folder / "again" / "articles.parquet").to_pylist()
    after = pq.read_table(folder / "again" / "teasers.parquet").to_pylist()
    assert [each["headline"] for each in after] == [each["headline"] for each in before]
    assert all(articles[each["article_row"]]["key"] == each["key"] for each in after)


def test_a_folder_that_is_not_ours_is_left_alone(folder):
    (folder / "mine").mkdir()
    (folder / "mine" / "letter.txt").write_text("Dear reader")
    assert check(SEEDS, "--quarantine", "mine") == 2
    assert [each.name for each in (folder / "mine").iterdir()] == ["letter.txt"]
    assert check(SEEDS, "--quarantine", "apart", "-q") == 1
    assert check(SEEDS, "--quarantine", "apart", "-q") == 1, "an earlier quarantine is replaced"


def test_known_faults_refuse_no_row(folder):
    check(SEEDS, "--out", "out", "-q")
    assert run("baseline", "out", "-q") == 0
    assert check(SEEDS, "--quarantine", "apart", "--baseline", "copydesk-baseline.txt", "-q") == 0
    assert pq.read_table(folder / "apart" / "refused" / "articles.parquet").num_rows == 0
