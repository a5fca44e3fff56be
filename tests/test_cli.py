"""The command line end to end: exit codes, what is printed and written, and bad input of every kind."""

import gzip
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from command import run
from copydesk.checks.short_body import ShortBody
from copydesk.registry import names
from copydesk.tables import ARTICLES, FINDINGS, REJECTS, TEASERS
from renderers.runner import orders

SEED = Path(__file__).parents[1] / "seeds" / "text" / "000_e10a35954561f647.txt"
NOBODY = 65534
SOUND = {
    "headline": "Ferry back in service",
    "article_body": "\n\n".join(
        f"The {each} ferry left the quay of Northgate at six in the morning with forty passengers and a cargo of "
        f"apples on board, said the harbour master, who had waited {each} weeks for the day."
        for each in ("old", "red", "last")
    ),
    "date_published": "2026-10-01T06:00:00+02:00",
    "url": "https://example.org/ferry",
    "author": ["Mara Quist"],
    "publisher": "Northgate Courier",
    "in_language": "en",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


def check(*arguments: str | Path) -> int:
    return run("check", *arguments, "--jobs", "1", "--as-of", "2026-11-01")


def sound(folder: Path, name: str = "sound.json") -> Path:
    file = folder / name
    file.write_text(json.dumps(SOUND))
    return file


def rows(out: Path, name: str, **wanted: object) -> list[dict[str, object]]:
    found = pq.read_table(out / f"{name}.parquet").to_pylist()
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def test_the_seed_document_is_read_truly(tmp_path, capsys):
    assert check(SEED, "--out", "out") == 1
    out = tmp_path / "out"
    (article,) = rows(out, "articles")
    assert article["headline"] == "France, Belgium vow to jointly step up fight against terrorism"
    paragraphs = str(article["article_body"]).split("\n\n")
    assert len(paragraphs) == 10
    assert paragraphs[0].startswith("The prime ministers")
    assert paragraphs[-1].endswith('do better."')
    assert "Last update" not in str(article["article_body"])
    assert str(article["article_body"]).count("\u00a0") == 4
    assert (article["date_modified_local"], article["date_modified_evidence"]) == ("2016-07-12T14:17", "weekday")
    assert article["date_modified_tz"] == "none"
    teasers = rows(out, "teasers")
    assert [each["collection_label"] for each in teasers] == ["More from Europe"] * 5
    assert [each["source_line"] for each in teasers] == [29, 33, 37, 41, 45]
    cut = rows(out, "findings", check="truncated-teaser")
    assert [(each["source_line"], each["severity"], each["evidence"]) for each in cut] == [
        (line, "error", "structural") for line in (29, 33, 37, 41, 45)
    ]
    assert all(
        str(teasers[int(str(each["row"]))]["description"])[each["span_start"] : each["span_end"]] == "..."
        for each in cut
    )
    spaces = rows(out, "findings", check="odd-characters")
    assert [(each["table"], each["field"], each["count"], each["source_line"]) for each in spaces] == [
        ("articles", "article_body", 4, 3), ("teasers", "description", 1, 37), ("teasers", "description", 1, 41),
    ]  # fmt: skip
    absent = rows(out, "findings", kind="column-absent")
    assert sorted((each["field"], each["severity"]) for each in absent) == [
        ("author", "warning"), ("in_language", "warning"), ("publisher", "warning"), ("uri", "warning"),
    ]  # fmt: skip
    printed = capsys.readouterr().out
    assert printed.startswith("Blocked")
    assert f"{SEED}:29" in printed


def test_a_sound_article_passes(tmp_path, capsys):
    assert check(sound(tmp_path)) == 0
    assert capsys.readouterr().out.startswith("Passed")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["sound.json"], "without --out nothing is written"


def test_the_output_folder_holds_what_the_contract_says(tmp_path):
    assert check(sound(tmp_path), "--out", "out", "-q") == 0
    out = tmp_path / "out"
    assert sorted(each.name for each in out.iterdir()) == [
        "articles.parquet", "findings.parquet", "gx.json", "manifest.json", "rejects.parquet", "relations.parquet",
        "report.html", "report.json", "sketches.parquet", "stories.parquet", "teasers.parquet",
    ]  # fmt: skip
    for name, schema in {"articles": ARTICLES, "teasers": TEASERS, "rejects": REJECTS, "findings": FINDINGS}.items():
        assert pq.read_schema(out / f"{name}.parquet").equals(schema)
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["columns"][str(tmp_path / "sound.json")]["mapped"]["headline"] == "headline"


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        assert check(SEED, "--out", name, "-q") == 1
    for file in sorted((tmp_path / "one").iterdir()):
        if file.name != "manifest.json" and not file.name.startswith("report"):
            assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


def test_worker_processes_change_nothing(tmp_path):
    for jobs in ("1", "2"):
        assert (
            run(
                "check", SEED.parent, "--out", jobs, "-q", "--jobs", jobs, "--as-of", "2026-11-01", "--fail-on", "never"
            )
            == 0
        )
    for name in ("articles", "teasers", "rejects", "findings", "stories", "relations", "sketches"):
        assert pq.read_table(f"1/{name}.parquet").equals(pq.read_table(f"2/{name}.parquet")), name


def test_an_earlier_output_is_replaced_and_a_foreign_folder_is_not(tmp_path, capsys):
    file = sound(tmp_path)
    assert check(file, "--out", "out", "-q") == 0
    assert check(file, "--out", "out", "-q") == 0
    foreign = tmp_path / "mine"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("years of work")
    assert check(file, "--out", foreign) == 2
    assert "not written by copydesk" in capsys.readouterr().err
    assert (foreign / "thesis.txt").read_text() == "years of work"


def test_a_folder_written_by_out_can_be_checked_again(tmp_path):
    assert check(SEED, "--out", "out", "-q") == 1
    assert check("out", "--out", "again", "-q") == 1
    for name in ("articles", "teasers", "findings"):
        assert rows(tmp_path / "out", name) == rows(tmp_path / "again", name)


def test_new_stories_are_held_against_a_dataset_published_earlier(tmp_path, capsys):
    earlier = {**SOUND, "headline": "Six o'clock ferry", "url": "https://example.org/old"}
    (tmp_path / "old.json").write_text(json.dumps(earlier))
    assert check("old.json", "--out", "published", "-q") == 0
    assert check(sound(tmp_path, "new.json"), "--seen", "published", "--out", "out") == 1
    said = " ".join(capsys.readouterr().out.split())
    assert 'The body is that of "Six o\'clock ferry" (Northgate Courier, old.json:1), under another headline.' in said
    assert "That one was published in published." in said
    assert "Stories compared with the 1 published in published: 1." in said
    (pair,) = rows(tmp_path / "out", "relations")
    assert (pair["key"], pair["other_key"]) == (SOUND["url"], earlier["url"])
    assert (pair["relation"], pair["other_dataset"]) == ("new-headline", "published")
    (group,) = json.loads((tmp_path / "out/report.json").read_text())["groups"]
    assert [(each["headline"], each["dataset"], each["relation"]) for each in group["copies"]] == [
        (earlier["headline"], "published", None),
        (SOUND["headline"], None, "new-headline"),
    ]
    assert "published in published<" in (tmp_path / "out/report.html").read_text()
    assert check("new.json", "--set", "seen=published") == 1


def test_the_head_of_a_group_counts_the_copies_that_are_not_shown_too(tmp_path, capsys):
    stories = [{**SOUND, "url": f"https://northgate.example/{number}"} for number in range(9)]
    stories[8]["headline"] = "Six o'clock ferry"
    (tmp_path / "nine.json").write_text(json.dumps(stories))
    assert check("nine.json", "--select", "duplicate-story", "--out", "out") == 1
    (group,) = json.loads((tmp_path / "out/report.json").read_text())["groups"]
    assert (group["size"], len(group["copies"]), group["relations"]) == (9, 5, {"exact": 7, "new-headline": 1})
    assert "7 × exact copy; 1 × same body, new headline" in capsys.readouterr().out
    assert "7 × exact copy; 1 × same body, new headline" in (tmp_path / "out/report.html").read_text()


def test_the_configuration_names_an_earlier_dataset_from_its_own_folder(tmp_path, capsys, monkeypatch):
    earlier = {**SOUND, "url": "https://northgate.example/six", "headline": "Six o'clock ferry"}
    (tmp_path / "old.json").write_text(json.dumps(earlier))
    assert check("old.json", "--out", "published", "-q") == 0
    (tmp_path / "day").mkdir()
    sound(tmp_path / "day", "new.json")
    (tmp_path / "copydesk.toml").write_text('sample = 5\nseen = "published"\n')
    monkeypatch.chdir(tmp_path / "day")
    assert check("new.json") == 1
    assert "That one was published in" in " ".join(capsys.readouterr().out.split())
    assert check("new.json", "--set", "seen=") == 0
    (tmp_path / "copydesk.toml").write_text('sample = 5\nseen = "nowhere"\n')
    assert check("new.json") == 2
    assert "copydesk.toml:2: seen: there is no folder 'nowhere'" in capsys.readouterr().err


def test_an_earlier_dataset_that_is_none_exits_with_2(tmp_path, capsys):
    file = sound(tmp_path)
    assert check(file, "--seen", "nowhere") == 2
    assert "nowhere: there is no such folder" in capsys.readouterr().err
    assert run("load", file, "--out", "loaded", "-q") == 0
    assert check(file, "--seen", "loaded") == 2
    said = capsys.readouterr().err
    assert "holds no sketches.parquet" in said
    assert "copydesk check ... --out loaded" in said
    assert check(file, "--out", "out", "-q") == 0
    assert check(file, "--seen", "out", "--ignore", "duplicate-story") == 2
    assert "the check duplicate-story does not run" in capsys.readouterr().err


def test_a_report_is_made_again_from_its_folder(tmp_path, capsys):
    assert check(SEED, "--out", "out") == 1
    first = capsys.readouterr().out
    assert run("report", "out") == 0
    assert capsys.readouterr().out == first
    assert run("report", "out", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == json.loads((tmp_path / "out/report.json").read_text())
    assert run("report", "nowhere") == 2


def test_load_writes_tables_and_says_what_was_mapped(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("judul,isi,other\nFerry,The ferry is back.,7\n")
    assert run("load", "a.csv", "--out", "out", "--jobs", "1") == 0
    printed = capsys.readouterr().out
    assert "1 article, 0 teasers, 0 rejects in out" in printed
    assert "headline <- judul" in printed
    assert json.loads(str(rows(tmp_path / "out", "articles")[0]["extra"])) == {"other": "7"}


def test_load_says_what_it_refused(tmp_path, capsys):
    (tmp_path / "no\nhead.csv").write_text("A,B story of a thing\nc,d text\n")
    assert run("load", "no\nhead.csv", "--out", "out", "--jobs", "1") == 3
    printed = capsys.readouterr()
    assert printed.out == "0 articles, 0 teasers, 1 reject in out\n"
    assert printed.err.startswith(
        "copydesk: nothing was loaded: each record was refused\n  no\\x0ahead.csv: its first row"
    )
    lines = "".join(f'{{"title": "a", "text": "b"}}\nbad {number}\n' for number in range(5))
    (tmp_path / "lat.jsonl").write_text(lines)
    assert run("load", "lat.jsonl", "--out", "out", "--jobs", "1") == 0
    printed = capsys.readouterr()
    assert "  lat.jsonl: headline <- title, article_body <- text" in printed.out
    assert "  lat.jsonl:2: the line is not JSON" in printed.err
    assert "  and 2 more in out/rejects.parquet" in printed.err
    (tmp_path / "all.jsonl").write_text("bad\n")
    assert run("load", "all.jsonl", "--out", "out", "--jobs", "1", "-q") == 3
    assert "  all.jsonl:1: the line is not JSON" in capsys.readouterr().err


def truncated_parquet(file: Path) -> None:
    pq.write_table(pa.table({"title": ["a"], "text": ["b"]}), file)
    file.write_bytes(file.read_bytes()[:-20])


BAD = {
    "empty.txt": lambda file: file.write_bytes(b""),
    "noise.bin": lambda file: file.write_bytes(bytes(range(256)) * 40),
    "noise.txt": lambda file: file.write_bytes(bytes((n * 7919) % 256 for n in range(9000))),
    "unusable.csv": lambda file: file.write_text("colour,weight\nred,7\nblue,9\n"),
    "cut.parquet": truncated_parquet,
    "broken.json": lambda file: file.write_text('{"headline": "a", '),
    "cut.json.gz": lambda file: file.write_bytes(gzip.compress(b'{"headline": "a"}' * 999)[:40]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_name_and_remedy(tmp_path, capsys, name):
    BAD[name](tmp_path / name)
    assert check(name, "--out", "alone") == 3
    printed = capsys.readouterr().out
    assert name in printed
    (reject,) = rows(tmp_path / "alone", "rejects")
    assert reject["source_file"] == name
    assert len(str(reject["message"])) > 30
    if name == "unusable.csv":
        assert "colour, weight" in str(reject["message"])
        assert "[columns]" in str(reject["message"])


@pytest.mark.parametrize("name", BAD)
def test_beside_sound_files_a_bad_file_is_a_reject(tmp_path, name):
    BAD[name](tmp_path / name)
    sound(tmp_path)
    assert check(".", "--out", "out", "-q") == 1
    assert len(rows(tmp_path / "out", "articles")) == 1
    (found,) = rows(tmp_path / "out", "findings", check="rejected-record")
    assert (found["source_file"], found["severity"]) == (name, "error")


def test_an_empty_folder_is_never_green(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert check("empty", "--fail-on", "never") == 3
    assert "empty" in capsys.readouterr().out


@pytest.fixture
def ordinary_user(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Path]:
    """A folder of an ordinary user, whose rights this process has meanwhile: root may read everything."""
    # what the command imports late must be loaded while we may still read it
    assert check(sound(folder), "--out", "warm") == 0
    capsys.readouterr()
    base = Path(tempfile.mkdtemp())
    user = os.geteuid()
    if user == 0:
        os.chown(base, NOBODY, -1)
        os.seteuid(NOBODY)
    try:
        yield base
    finally:
        os.seteuid(user)
        for each in base.iterdir():
            each.chmod(0o700)
        shutil.rmtree(base)


def test_a_folder_without_permission_is_a_reject(ordinary_user, capsys):
    base = ordinary_user
    closed = base / "closed"
    closed.mkdir()
    closed.chmod(0)
    assert check(closed, "--out", base / "alone") == 3
    printed, complaints = capsys.readouterr()
    assert not complaints, complaints
    assert str(closed) in printed
    assert "right" in printed
    assert check(closed, sound(base), "--out", base / "beside") == 1
    assert [each["reason"] for each in rows(base / "beside", "rejects")] == ["unreadable-folder"]


def test_a_folder_that_a_pattern_cannot_look_into_is_a_reject(ordinary_user, capsys):
    base = ordinary_user
    for name, mode in (("closed", 0), ("listed", 0o444)):
        (base / name).mkdir()
        sound(base / name)
        (base / name).chmod(mode)
    sound(base)
    assert check(base / "**/*.json", "--out", base / "out") == 1
    printed, complaints = capsys.readouterr()
    assert not complaints, complaints
    assert str(base / "closed") in printed
    assert {
        Path(each["source_file"]).relative_to(base).as_posix(): each["reason"] for each in rows(base / "out", "rejects")
    } == {
        "closed": "unreadable-folder",
        "listed/sound.json": "unreadable-file",
    }


def test_a_place_without_permission_is_told_with_a_remedy(ordinary_user, capsys):
    closed = ordinary_user / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    for option in ("--out", "--quarantine", "--history"):
        assert check("--jobs", "1", SEED, option, closed / "x") == 2
        printed = capsys.readouterr()
        assert f"copydesk: {closed}: cannot be written: Permission denied\n  Name another place" in printed.err
        assert "Traceback" not in printed.err
        assert not printed.out


def test_bad_use_exits_with_2(tmp_path, capsys):
    file = sound(tmp_path)
    assert check("missing.txt") == 2
    assert check(file, "--select", "short-bdy") == 2
    assert check(file, "--format", "pdf") == 2
    assert check(file, "--format", "json", "--format", "html") == 2
    assert check(file, "--format", "gx-docs") == 2
    assert check(file, "--set", "sample=many") == 2
    assert run("check", file, "--as-of", "tomorrow") == 2
    assert run("explain", "short-bdy") == 2
    printed = capsys.readouterr().err
    assert "Did you mean 'short-body'?" in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", ""), ("load", "", "--out", "out"), ("report", ""), ("baseline", ""), ("fix", "", "--out", "out"),
        *(("check", "sound.json", option, "") for option in ("--out", "--against", "--seen", "--config", "--baseline")),
    ],
)  # fmt: skip
def test_an_empty_path_is_not_the_working_folder(tmp_path, capsys, arguments):
    sound(tmp_path)
    assert run(*arguments) == 2
    assert "empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "arguments", "says"),
    [
        ("", ("--select", "short-body", "--ignore", "short-body"), "every check that is selected is ignored too"),
        ("", ("--ignore", ", ".join(names("checks"))), "every check that is selected is ignored too"),
        ('ignore = ["short-body"]', ("--select", "short-body"), "every check that is selected is ignored too"),
        ("", ("--select", ","), "the selection names no check"),
        ("", ("--select", ""), "the selection names no check"),
    ],
)
def test_a_selection_without_a_check_exits_with_2(tmp_path, capsys, file, arguments, says):
    (tmp_path / "copydesk.toml").write_text(file)
    assert check(sound(tmp_path), *arguments) == 2
    printed = capsys.readouterr().err
    assert says in printed
    assert "Name checks under select" in printed


@pytest.mark.parametrize("fail_on", ["error", "never"])
@pytest.mark.parametrize(
    ("selected", "says"),
    [
        ("conflicting-label", ["no column of labels is named"]),
        ("split-leak,drift", ["no row to look at for drift, split-leak"]),
    ],
)
def test_where_no_check_had_a_row_to_look_at_nothing_was_checked(tmp_path, capsys, selected, says, fail_on):
    file = sound(tmp_path)
    assert check(file, "--select", selected, "--fail-on", fail_on) == 3
    printed = capsys.readouterr().out
    assert all(each in printed for each in ["Nothing could be checked", *says])
    assert check(file, "--select", f"{selected},rejected-record", "--fail-on", fail_on) == 0


def test_formats_go_to_files_or_to_the_terminal(tmp_path, capsys):
    file = sound(tmp_path)
    assert check(file, "--format", "html=pages/a.html", "--format", "json", "--format", "gx-docs=docs") == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "passed"
    assert (tmp_path / "pages/a.html").read_text().startswith("<!doctype html>")
    assert (tmp_path / "docs/index.html").is_file()


def test_standard_input_is_read(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(sound(tmp_path).read_bytes())))
    assert check("-", "--input-format", "json") == 0
    assert "1 article " in capsys.readouterr().out


@pytest.mark.parametrize("text", ["a ##[add-mask]the", "a\n::add-mask::the", "##vso[task.complete]x"])
def test_no_message_is_an_order_to_a_runner(text, tmp_path, monkeypatch, capsys):
    assert check(text) == 2

    def crash(*_: object) -> None:
        raise ValueError(text)

    monkeypatch.setattr("copydesk.pipeline.load", crash)
    assert check(sound(tmp_path)) == 3
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert not list(orders(said))


def test_a_check_that_crashes_is_named_and_nothing_is_trusted(tmp_path, monkeypatch, capsys):
    def crash(*_: object) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(ShortBody, "find", crash)
    assert check(sound(tmp_path), "--out", "out") == 3
    assert "short-body" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_quiet_prints_nothing(tmp_path, capsys):
    assert check(sound(tmp_path), "-q") == 0
    assert capsys.readouterr() == ("", "")


def test_checks_and_explain_speak_of_every_check(capsys):
    assert run("checks") == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "truncated-teaser" in listed
    for name in listed:
        assert run("explain", name) == 0
        printed = capsys.readouterr().out
        assert all(each in printed for each in ("Why it matters", "Example", "What to do", "Kinds")), name


def test_column_maps_of_the_configuration_are_obeyed(tmp_path):
    (tmp_path / "a.csv").write_text('"3","Ferry back","The ferry is back, said the harbour master."\n')
    (tmp_path / "copydesk.toml").write_text("[columns]\nheadline = 1\narticle_body = 2\n")
    assert run("load", "a.csv", "--out", "out", "-q", "--jobs", "1") == 0
    (article,) = rows(tmp_path / "out", "articles")
    assert (article["headline"], article["source_line"]) == ("Ferry back", 1)
