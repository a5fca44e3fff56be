"""A baseline knows the same faults again, however the files are shuffled, renamed and written anew."""

import csv
import io
import itertools
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from copydesk import baseline, marks
from copydesk.errors import ConfigError, InputNotFoundError
from copydesk.inputs import below
from copydesk.renderers import json as report_json
from copydesk.tables import FINDINGS

SEEDS = Path(__file__).parents[1] / "seeds"
LUCK = random.Random(7)  # noqa: S311 - no secret


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str | Path) -> int:
    return run("check", *arguments, "--jobs", "1", "--as-of", "2026-11-01", "-q")


def used(out: str):
    report = report_json.parse((Path(out) / "report.json").read_text())
    new = sum(each.counts["new"] for each in report.checks)
    assert report.baseline
    return new, dict(report.baseline.fixed), report.baseline.known


def shuffled_lines(text: str, first: int) -> str:
    """Rows of a table in another order; the text of a quoted cell may hold line feeds."""
    dialect = "\t" if "\t" in text.splitlines()[0] else ";" if ";" in text.splitlines()[0] else ","
    table = list(csv.reader(io.StringIO(text), delimiter=dialect))
    head, rows = table[:first], table[first:]
    LUCK.shuffle(rows)
    out = io.StringIO()
    csv.writer(out, delimiter=dialect, quoting=csv.QUOTE_ALL).writerows([*head, *rows])
    return out.getvalue()


def rewritten_json(file: Path) -> None:
    data = json.loads(file.read_text())
    if isinstance(data, list):
        LUCK.shuffle(data)
    file.write_text(json.dumps(data, indent=7, sort_keys=True, ensure_ascii=True))


def rewritten_lines(file: Path) -> None:
    lines = file.read_text().splitlines()
    parsed = []
    for line in lines:
        try:
            parsed.append(json.dumps(json.loads(line), sort_keys=True, separators=(" ,  ", " : ")))
        except ValueError:
            parsed.append(line)
    LUCK.shuffle(parsed)
    file.write_text("\n".join(parsed) + "\n")


def rewritten_parquet(file: Path) -> None:
    table = pq.read_table(file)
    order = list(range(table.num_rows))
    LUCK.shuffle(order)
    table = table.take(order)
    large = [field.with_type(pa.large_string()) if field.type == pa.string() else field for field in table.schema]
    pq.write_table(table.cast(pa.schema(large)), file, row_group_size=2, compression="gzip", use_dictionary=False)


def renamed(folder: Path) -> None:
    """Every file of a folder and of those below it under another name, so that all rows come in another order."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != "README.md")
    for number, file in enumerate(files):
        stem = f"{len(files) - number:03d}-{number}"
        file.rename(file.with_name(stem + "".join(file.suffixes)))


CHANGES: dict[str, Callable[[Path], None]] = {
    "*.json": rewritten_json,
    "*.jsonl": rewritten_lines,
    "*.csv": lambda file: file.write_text(shuffled_lines(file.read_text(), 1)) and None,
    "*.parquet": rewritten_parquet,
}


def faults(folder: Path) -> None:
    """Faults that depend on names of files, on rows that come first, and on which of several copies is meant."""
    folder.mkdir(parents=True)
    body = "\n\n".join(
        f"The {word} ferry left at six with forty passengers and a cargo of apples." for word in "abcdef"
    )
    rows = [
        {"uri": "https://example.org/1", "headline": "Ferry sails", "article_body": body, "extra": each, "b": 1, "a": 2}
        for each in ("x", "y")
    ]
    rows += [{"uri": "https://example.org/1", "headline": "Ferry sails again", "article_body": body.replace("a", "e")}]
    rows += [{"headline": f"No address {n}", "article_body": body.replace("six", f"{n}")} for n in range(3)]
    rows += [{"headline": "", "article_body": "", "tags": ["empty"], "id": 7}]
    (folder / "rows.json").write_text(json.dumps(rows))
    for name in ("empty-a.txt", "empty-b.txt"):
        (folder / name).write_text("")
    (folder / "broken.parquet").write_bytes(b"PAR1 not really")
    (folder / "bad.jsonl").write_text('{"title": "Cut off", "text": "The\n')


def test_a_baseline_survives_shuffling_renaming_and_rewriting(folder):
    data = folder / "data"
    shutil.copytree(SEEDS, data)
    faults(data / "planted")
    assert check("data", "--out", "first") == 1
    assert run("baseline", "first", "-q") == 0
    assert check("data", "--baseline", "copydesk-baseline.txt", "--out", "same") == 0
    assert used("same")[:2] == (0, {})
    for pattern, change in CHANGES.items():
        for file in data.rglob(pattern):
            if file.name not in {"broken.parquet", "bad.jsonl"}:
                change(file)
    renamed(data)
    moved = folder / "elsewhere" / "checkout" / "data"
    moved.parent.mkdir(parents=True)
    data.rename(moved)
    assert check(moved, "--baseline", "copydesk-baseline.txt", "--out", "second") == 0
    assert used("second") == used("same")


def test_a_folder_of_ours_is_known_as_its_files_are(folder):
    faults(folder / "data")
    assert check("data", "--out", "first") == 1
    assert run("baseline", "first", "-q", "--write", "known.txt") == 0
    assert check("first", "--baseline", "known.txt", "--out", "second") == 0
    assert used("second")[:2] == (0, {})


def test_only_what_is_new_blocks_and_what_is_fixed_is_counted(folder, capsys):
    faults(folder / "data")
    assert check("data", "--out", "first") == 1
    assert run("baseline", "first") == 0
    assert "copydesk-baseline.txt" in capsys.readouterr().out
    (folder / "data" / "empty-c.txt").write_text("")
    assert check("data", "--baseline", "copydesk-baseline.txt", "--out", "worse") == 1
    assert used("worse")[:2] == (1, {})
    for name in ("empty-a.txt", "empty-b.txt"):
        (folder / "data" / name).unlink()
    assert run("check", "data", "--baseline", "copydesk-baseline.txt", "--jobs", "1", "--as-of", "2026-11-01") == 0
    told = capsys.readouterr().out
    assert "1 fixed" in told
    assert "can shrink by 1 of rejected-record" in told
    args = ("--baseline", "copydesk-baseline.txt", "--ignore", "rejected-record", "--out", "some")
    assert check("data", *args) == 0
    report = report_json.parse((folder / "some" / "report.json").read_text())
    assert report.baseline
    assert (dict(report.baseline.fixed), report.baseline.not_run) == ({}, 5)


def test_a_baseline_is_sorted_and_holds_no_text(folder):
    faults(folder / "data")
    check("data", "--out", "first")
    run("baseline", "first", "-q")
    head, *lines = (folder / "copydesk-baseline.txt").read_text().splitlines()
    assert head.startswith("#")
    assert lines == sorted(lines)
    assert all(baseline._LINE.fullmatch(line) for line in lines)
    assert "ferry" not in "".join(lines).lower()


@pytest.mark.parametrize("line", ["<<<<<<< ours", "abc 1 short-body", f"{'0' * 64} 0 short-body", f"{'0' * 64} 1"])
def test_a_broken_line_is_named(folder, line):
    (folder / "b.txt").write_text(f"# ours\n{'1' * 64} 2 short-body\n{line}\n")
    with pytest.raises(ConfigError, match=r"b\.txt:3"):
        baseline.read(folder / "b.txt")


def test_a_baseline_that_is_not_there_is_bad_use(folder):
    with pytest.raises(InputNotFoundError, match="copydesk baseline DIR"):
        baseline.read(folder / "none.txt")
    assert check(SEEDS, "--baseline", "none.txt") == 2
    assert run("baseline", "nowhere") == 2


def test_lines_that_a_merge_left_twice_count_once(folder):
    (folder / "b.txt").write_text(f"{'1' * 64} 2 short-body\n{'1' * 64} 5 short-body\n")
    assert baseline.read(folder / "b.txt").counts == {"1" * 64: 5}


def _findings(fingerprints: list[int]) -> pa.RecordBatch:
    rows = [
        {"check": "c", "fingerprint": f"{each:064x}", "status": "new", "table": "articles"} for each in fingerprints
    ]
    return pa.RecordBatch.from_pylist(rows, schema=FINDINGS)


@given(
    held=st.dictionaries(st.integers(0, 6), st.integers(1, 4)),
    found=st.lists(st.integers(0, 8), max_size=30),
    cuts=st.lists(st.integers(0, 30), max_size=3),
)
def test_as_many_are_known_as_the_baseline_holds(held, found, cuts):
    names = {f"{each:064x}": count for each, count in held.items()}
    known = baseline.Baseline("b.txt", dict.fromkeys(names, "c"), names)
    marking = marks.Marks(None, baseline=known)
    ends = sorted({0, len(found), *(cut for cut in cuts if cut <= len(found))})
    parts = [_findings(found[start:stop]) for start, stop in itertools.pairwise(ends)]
    statuses = [status for batch in marking.mark(parts) for status in batch.column("status").to_pylist()]
    expected = sum(min(count, found.count(each)) for each, count in held.items())
    use = marking.baseline_use(["c"])
    assert use
    assert statuses.count("known") == use.known == expected
    assert sum(use.fixed.values()) == sum(held.values()) - expected


@pytest.mark.parametrize(
    ("name", "roots", "told"),
    [
        ("data/de", ["data"], "de"),
        ("data", ["data"], "."),
        ("/home/x/data/de/a.txt", ["/home/x/data"], "de/a.txt"),
        ("data/de", ["data", "data/de"], "."),
        ("a/b", ["."], "a/b"),
        ("a/b", [".", "a"], "b"),
        ("database", ["data"], "database"),
        ("The Courier", [], "The Courier"),
    ],
)
def test_a_place_is_told_below_its_input(name, roots, told):
    assert below(name, roots) == told
