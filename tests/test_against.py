"""This version of a dataset against an earlier one: what is added, removed and changed, and the words of a change."""

import json
import random
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from copydesk.language.differences import COMPARED, differences, shared
from copydesk.renderers import json as report_json

BODY = "The night ferry left the quay of Northgate at six in the morning with forty passengers and a cargo of apples."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def article(number: int, **given: Any) -> dict[str, Any]:
    plain = {"uri": f"https://a.example/{number}", "headline": f"Ferry {number}", "article_body": f"{number}. {BODY}"}
    return {**plain, "publisher": "A", "in_language": "en", "date_published": "2026-10-01", "author": ["X"], **given}


def write(name: str, rows: list[dict[str, Any]]) -> str:
    Path(name).write_text(json.dumps(rows))
    return name


def compared(now: str, earlier: str, *more: str) -> Any:
    args = ("--jobs", "1", "--as-of", "2026-11-01", "--select", "drift,row-count", "--out", "out")
    run("check", now, "--against", earlier, *args, *more)
    return report_json.parse(Path("out/report.json").read_text()).against


def test_articles_are_known_again_by_key_else_by_content(capsys):
    old = [article(n) for n in range(6)] + [{"headline": "No address", "article_body": BODY}]
    new = [article(n) for n in (5, 4, 3)] + [{"headline": "No address", "article_body": BODY}]
    new += [article(2, headline="Ferry 2 is late"), article(9), article(1, uri="https://a.example/moved")]
    found = compared(write("new.json", new), write("old.json", old))
    assert (found.rows, found.earlier_rows) == (7, 7)
    assert (found.same, found.changed, found.added, found.removed, found.copies) == (4, 2, 1, 1, 0)
    assert dict(found.fields) == {"headline": 1, "uri": 1}
    changed = next(each for each in found.changes if each.fields[:1] and each.fields[0].field == "headline")
    assert [(each.kind, each.text) for each in changed.fields[0].stretches] == [
        ("same", "Ferry 2"),
        ("added", " is late"),
    ]
    printed = capsys.readouterr().out
    assert (
        "Against old.json: 7 articles, 7 in the earlier version: 1 added, 1 removed, 2 changed, 4 the same." in printed
    )
    assert "headline: Ferry 2⟦+ is late⟧" in printed
    rows = pq.read_table("out/differences.parquet").to_pylist()
    assert sorted((each["state"], each["row"], each["earlier_row"], tuple(each["fields"])) for each in rows) == [
        ("added", 5, None, ()), ("changed", 4, 2, ("headline",)), ("changed", 6, 1, ("uri",)), ("removed", None, 0, ()),
    ]  # fmt: skip


def test_pictures_of_both_versions_show_what_went(capsys):
    old = write("old.json", [article(n, publisher=f"P{n % 2}") for n in range(6)])
    new = write("new.json", [article(n, publisher="P0", author=None) for n in range(3)])
    found = {each.measure: each for each in compared(new, old).contrasts}
    assert (found["source"].names, found["source"].before, found["source"].now) == (("P0", "P1"), (3, 3), (3, 0))
    author = found["field"].names.index("author")
    assert (found["field"].before[author], found["field"].now[author]) == (6, 0)
    assert (sum(found["length"].before), sum(found["length"].now)) == (6, 3)
    withheld = {each.measure: each for each in compared(new, old, "--evidence", "none").contrasts}
    assert withheld["source"].names == ("source 1", "a source")
    assert withheld["source"].before == (3, 3)


def test_a_folder_of_ours_is_compared_as_its_files_are():
    old = write("old.json", [article(n) for n in range(5)])
    new = write("new.json", [article(n) for n in range(1, 7)])
    assert run("load", old, "--out", "loaded", "--jobs", "1", "-q") == 0
    by_files, by_folder = compared(new, old), compared(new, "loaded")
    assert (
        (by_files.same, by_files.added, by_files.removed)
        == (by_folder.same, by_folder.added, by_folder.removed)
        == (4, 2, 1)
    )
    assert by_folder.earlier == "loaded"


def test_the_order_of_rows_and_copies_of_a_key_say_nothing():
    old = [article(1), article(1, headline="Other"), article(2), article(2)]
    new = [article(2), article(1, headline="Other"), article(2), article(1)]
    found = compared(write("new.json", new), write("old.json", old))
    assert (found.same, found.changed, found.added, found.removed) == (4, 0, 0, 0)


def test_an_earlier_article_under_another_key_is_a_copy_and_a_finding():
    old = [article(n) for n in range(3)]
    new = [*old, article(1, uri="https://b.example/1")]
    found = compared(write("new.json", new), write("old.json", old))
    assert (found.added, found.copies) == (1, 1)
    (told,) = pq.read_table("out/findings.parquet").to_pylist()
    assert (told["check"], told["kind"], told["table"], told["count"]) == ("drift", "copies", "dataset", 1)


def test_without_an_earlier_version_drift_is_not_run():
    write("new.json", [article(1)])
    args = ("--jobs", "1", "--as-of", "2026-11-01", "--select", "drift,row-count", "--out", "out", "-q")
    assert run("check", "new.json", *args) == 0
    report = report_json.parse(Path("out/report.json").read_text())
    assert {each.check: each.state for each in report.checks} == {"drift": "not-run", "row-count": "passed"}
    assert report.against is None


def test_an_outlet_that_drops_out_is_a_finding(capsys):
    luck = random.Random(3)  # noqa: S311 - no secret
    old = [article(n, publisher=luck.choice("ABC"), author=["X"]) for n in range(240)]
    new = [each for each in old if each["publisher"] != "C"]
    new = [{**each, "author": None} if each["publisher"] == "B" else each for each in new]
    compared(write("new.json", new), write("old.json", old))
    told = {(each["kind"], each["field"], each["source"]) for each in pq.read_table("out/findings.parquet").to_pylist()}
    assert told >= {("source-gone", "source", "C"), ("fill", "author", "B")}


@pytest.mark.parametrize("text", ["nowhere", "empty"])
def test_an_earlier_version_that_is_none_is_bad_use(text):
    write("new.json", [article(1)])
    Path("empty").mkdir()
    assert run("check", "new.json", "--against", text, "--jobs", "1") == 2


@pytest.mark.parametrize("level", ["spans", "none"])
def test_what_is_withheld_shows_no_changed_text(level):
    old, new = write("old.json", [article(1)]), write("new.json", [article(1, headline="Quite another one")])
    found = compared(new, old, "--evidence", level)
    assert [each.field for change in found.changes for each in change.fields] == ["headline"]
    text = Path("out/report.json").read_text() + Path("out/report.html").read_text()
    assert "Quite another one" not in text or level == "spans"
    assert "Ferry 1" not in text


# --- Words


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("six", "six", ()),
        ("", "new", (("added", "new"),)),
        (
            "at six on Monday",
            "at seven on Monday",
            (("same", "at "), ("removed", "six"), ("added", "seven"), ("same", " on Monday")),
        ),
        (
            "港の古い灯台は来月",
            "港の古い塔は来月",
            (("same", "港の古い"), ("removed", "灯台"), ("added", "塔"), ("same", "は来月")),
        ),
        ("a b c d", "a x y d", (("same", "a "), ("removed", "b c"), ("added", "x y"), ("same", " d"))),
    ],
)
def test_a_difference_is_told_word_by_word(before, after, told):
    assert differences(before, after) == told


WORDS = st.lists(st.sampled_from(["ferry", "港", "灯", " ", "\n", ".", "wörter", "\u200b", "ا"]), max_size=60).map(
    "".join
)


@given(before=WORDS, after=WORDS)
def test_both_texts_can_be_read_from_a_difference_that_is_not_cut(before, after):
    told = differences(before, after)
    if before == after:
        assert told == ()
    elif not any("…" in text for _, text in told):
        assert "".join(text for kind, text in told if kind != "added") == before
        assert "".join(text for kind, text in told if kind != "removed") == after


def test_a_difference_stays_short_however_long_the_texts_are():
    before, after = "word " * 50_000, "other " * 50_000
    assert sum(len(text) for _, text in differences(before, after)) < 2000


def test_shared_stretches_are_told_word_by_word():
    before, after = "The ferry left at six for the island.", "The ferry left\nat seven for the island."
    sides = [
        [text[start:end] for start, end in spans]
        for text, spans in zip((before, after), shared(before, after) or (), strict=True)
    ]
    assert sides == [["The ferry left at", "for the island."], ["The ferry left\nat", "for the island."]]
    assert shared("a " * (COMPARED + 1), "b " * (COMPARED + 1)) is None


@given(st.text("ab \n渔."), st.text("ab \n渔."))
def test_what_is_shared_is_the_same_words_in_either(before, after):
    spans = shared(before, after)
    assert spans is not None
    told = [
        [[*text[start:end].split()] for start, end in side] for text, side in zip((before, after), spans, strict=True)
    ]
    assert ["".join(words) for words in told[0]] == ["".join(words) for words in told[1]]
    for text, side in zip((before, after), spans, strict=True):
        assert all(0 <= start < end <= len(text) for start, end in side)
        assert side == sorted(side)
