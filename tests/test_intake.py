"""Files become spilled tables: the same rows, lines and rejects however the work is cut."""

import codecs
import gzip
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk import intake
from copydesk.errors import UntrustedError
from copydesk.inputs import MANIFEST, InputFile, discover
from copydesk.intake import Spill, bundles, load_bundle, load_records
from copydesk.loaders import _tabular, jsonl
from copydesk.model import ColumnMap, Record, Reject
from copydesk.tables import LOADED_ARTICLES, LOADED_TEASERS, REJECTS

PLACES = ("source_file", "source_line", "source_record")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "scratch").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(*files: InputFile, columns: Mapping[str, str | int] | None = None, form: str | None = None) -> list[Spill]:
    scratch = Path(tempfile.mkdtemp(dir="scratch"))
    return [load_bundle(each) for each in bundles(files, scratch, columns or {}, form)]


def rows(spills: Sequence[Spill], table: str) -> list[dict[str, Any]]:
    """All rows of a table; a teaser's article_row counts within all of them."""
    found, first = [], 0
    for spill in spills:
        with pa.ipc.open_file(str(spill.files[table])) as source:
            part = source.read_all().to_pylist()
        assert len(part) == spill.rows[table]
        for row in part:
            if table == "teasers":
                row["article_row"] += first
            found.append(row)
        first += spill.rows["articles"]
    return found


def file(name: str, data: bytes | str) -> InputFile:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return InputFile(path, name)


def lines(*values: Mapping[str, Any] | str) -> bytes:
    texts = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in values]
    return "".join(f"{text}\n" for text in texts).encode()


def story(number: int, **more: Any) -> dict[str, Any]:
    return {"headline": f"Story {number}", "body": f"Die Fähre {number} fährt.", **more}


# --- Bundles and parts


def test_small_files_share_a_bundle_and_large_ones_end_it(monkeypatch):
    monkeypatch.setattr(intake, "PART_BYTES", 100)
    monkeypatch.setattr(intake, "BUNDLE_FILES", 3)
    files = [file(f"{size:03}-{number}.txt", "x" * size) for number, size in enumerate([1, 1, 1, 1, 150, 1])]
    made = bundles(files, Path("scratch"), {})
    assert [[part.file.name for part in each.parts] for each in made] == [
        ["001-0.txt", "001-1.txt", "001-2.txt"],
        ["001-3.txt", "150-4.txt"],
        ["001-5.txt"],
    ]
    assert len({each.stem for each in made}) == 3


def test_nothing_makes_no_bundle():
    assert bundles([], Path("scratch"), {}) == []


def test_a_large_file_of_lines_is_cut_at_line_ends(monkeypatch):
    data = lines(*map(story, range(40)))
    monkeypatch.setattr(intake, "PART_BYTES", 300)
    monkeypatch.setattr(intake, "SAMPLE_LINES", 3)
    parts = [part for each in bundles([file("a.jsonl", data)], Path("scratch"), {}) for part in each.parts]
    assert len(parts) > 4
    assert [part.start for part in parts[1:]] == [part.stop for part in parts[:-1]]
    assert (parts[0].start, parts[-1].stop) == (0, len(data))
    for part in parts:
        assert data[: part.start].count(b"\n") == part.line - 1
        assert data[part.start : part.stop].endswith(b"\n")


def test_a_file_of_middling_size_is_shared_by_four(monkeypatch):
    monkeypatch.setattr(intake, "SAMPLE_LINES", 2)
    monkeypatch.setattr(intake, "SMALL_PART_BYTES", 100)
    data = lines(*(story(number) for number in range(40)))
    parts = [part for each in bundles([file("a.jsonl", data)], Path("scratch"), {}) for part in each.parts]
    assert len(parts) == intake.SHARES
    assert b"".join(data[part.start : part.stop] for part in parts) == data


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "title,text\n" + 'Ferry,"The\nferry"\n' * 90),
        ("a.json", json.dumps([story(number) for number in range(90)], indent=1)),
        ("a.txt", "Ferry back\n\n" + "The ferry sails again.\n\n" * 90),
        ("a.jsonl.gz", gzip.compress(lines(*map(story, range(999))))),
        ("a.jsonl", codecs.BOM_UTF16_LE + lines(*map(story, range(90))).decode().encode("utf-16-le")),
    ],
)
def test_other_large_files_are_not_cut(monkeypatch, name, data):
    whole = rows(loaded(file(name, data)), "articles")
    monkeypatch.setattr(intake, "PART_BYTES", 300)
    (bundle,) = bundles([file(name, data)], Path("scratch"), {})
    assert [part.stop for part in bundle.parts] == [None]
    assert rows([load_bundle(bundle)], "articles") == whole
    assert whole


def test_lines_and_records_of_a_cut_file_are_those_of_the_file(monkeypatch):
    written = [story(0), "", story(1), "no JSON", '["no object"]', " ", {"byline": "x"}, *map(story, range(7, 30))]
    data = lines(*written)
    monkeypatch.setattr(intake, "PART_BYTES", 70)
    spills = loaded(file("a.jsonl", data))
    for row in rows(spills, "articles"):
        assert row["headline"] == json.loads(data.splitlines()[row["source_line"] - 1])["headline"]
        assert row["source_record"] == row["source_line"] - 1
    rejects = rows(spills, "rejects")
    assert [(each["source_line"], each["reason"]) for each in rejects] == [
        (4, "bad-json"), (5, "not-an-object"), (7, "no-headline-and-body"),
    ]  # fmt: skip


def test_every_part_takes_the_columns_that_the_beginning_of_the_file_decides(monkeypatch):
    """`content` is the body in the first lines: no later part may take another column, though it looks better there."""
    early = [{"title": f"Story {number}", "content": "Die Fähre fährt. " * 9, "summary": "kurz"} for number in range(9)]
    late = [{"title": "Story", "content": "kurz", "summary": "Die Fähre fährt. " * 30} for _ in range(20)]
    written = file("a.jsonl", lines(*early, *late))
    whole = loaded(written)
    monkeypatch.setattr(intake, "PART_BYTES", 400)
    cut = loaded(written)
    assert rows(cut, "articles") == rows(whole, "articles")
    assert {json.dumps(dict(each.columns["a.jsonl"].mapped)) for each in cut} == {
        json.dumps(dict(whole[0].columns["a.jsonl"].mapped))
    }


def test_a_large_file_without_usable_columns_is_refused_once(monkeypatch):
    monkeypatch.setattr(intake, "PART_BYTES", 100)
    spills = loaded(file("a.jsonl", lines(*({"colour": "red", "weight": number} for number in range(50)))))
    (reject,) = rows(spills, "rejects")
    assert (reject["reason"], reject["source_file"]) == ("no-usable-columns", "a.jsonl")


WRITTEN = st.lists(
    st.one_of(
        st.builds(story, st.integers(0, 99)),
        st.builds(lambda number: {"title": f"Título {number}", "text": "Ein Text.", "n": number}, st.integers(0, 9)),
        st.builds(lambda text: {"content": text, "version": 3.5}, st.text(max_size=9)),
        st.builds(lambda number: story(number, author=["Ana", number], date="3 March 2025"), st.integers(0, 3)),
        st.sampled_from(["", "   ", "{", "[]", "null", '{"byline": "x"}', '{"headline": "a"} trailing', '{"a": NaN}']),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(WRITTEN, st.integers(1, 900), st.integers(1, 9), st.integers(1, 300), st.booleans())
@example(['{"byline": "x"}', {"headline": "Story 0", "body": "Die Fähre fährt."}], 1, 1, 1, False)
def test_the_tables_are_the_same_whatever_is_cut(tmp_path_factory, written, size, batch_rows, batch_size, ended):
    base = tmp_path_factory.mktemp("cut")
    data = lines(*written)
    (base / "a.jsonl").write_bytes(data if ended else data.rstrip(b"\n"))
    (base / "whole").mkdir()
    source = InputFile(base / "a.jsonl", "a.jsonl")
    with pytest.MonkeyPatch.context() as patch:
        # the lines that decide on the columns, for the cut file as for the whole one
        patch.setattr(intake, "SAMPLE_LINES", 2)
        patch.setattr(_tabular, "SAMPLE", 2)
        whole = [load_bundle(each) for each in bundles([source], base / "whole", {}, "jsonl")]
        patch.setattr(intake, "PART_BYTES", size)
        patch.setattr(intake, "RECORDS", batch_rows)
        patch.setattr(intake, "BATCH_ROWS", batch_rows)
        patch.setattr(intake, "RECORD_CHARACTERS", batch_size)
        patch.setattr(intake, "BATCH_BYTES", batch_size)
        cut = [load_bundle(each) for each in bundles([source], base, {}, "jsonl")]
    for table in ("articles", "teasers", "rejects"):
        assert rows(cut, table) == rows(whole, table), table


# --- Batches


def records(count: int) -> Iterator[Record | Reject]:
    for number in range(count):
        if number % 4 == 3:
            yield Reject("bad", "It is bad.", number, number, "raw " * 30)
        else:
            yield Record({"headline": f"Story {number}", "article_body": "word " * 30}, number, number)


def batches(spill: Spill, table: str) -> list[int]:
    with pa.ipc.open_file(str(spill.files[table])) as source:
        return [source.get_batch(number).num_rows for number in range(source.num_record_batches)]


@pytest.mark.parametrize(("name", "value"), [("BATCH_ROWS", 8), ("BATCH_BYTES", 2000)])
def test_batches_are_bounded_by_rows_and_by_size(monkeypatch, name, value):
    monkeypatch.setattr(intake, "RECORDS", 4)
    monkeypatch.setattr(intake, name, value)
    spill = load_records(records(99), "<frame>", "frame", Path("scratch/frame"))
    sizes = batches(spill, "articles")
    assert len(sizes) > 5
    assert max(sizes) <= 16
    assert sum(sizes) == spill.rows["articles"] == 75
    assert len(batches(spill, "rejects")) >= 3
    assert [row["source_record"] for row in rows([spill], "articles")] == [n for n in range(99) if n % 4 != 3]


def test_many_rejects_do_not_wait_in_memory_for_an_article(monkeypatch):
    monkeypatch.setattr(intake, "BATCH_ROWS", 10)
    only = (Reject("bad", "It is bad.", number, number, "raw") for number in range(95))
    spill = load_records(only, "a.jsonl", "jsonl", Path("scratch/rejects"))
    assert max(batches(spill, "rejects")) <= 10
    assert spill.rows == {"articles": 0, "teasers": 0, "rejects": 95}


def test_the_readings_of_dates_stand_beside_the_articles():
    spills = loaded(file("a.jsonl", lines(story(0, date="Tue, 12/07/2016 - 14:17"), story(1, date="07/12/2016"))))
    first, second = rows(spills, "articles")
    assert first["date_published__local"] == "2016-07-12T14:17"
    assert (second["date_published__value"], second["date_published__local_mdy"]) == (None, "2016-07-12")


# --- Compression


def compressed(data: bytes, codec: str) -> bytes:
    return gzip.compress(data, mtime=0) if codec == "gz" else bytes(pa.compress(data, codec="zstd", asbytes=True))


@pytest.mark.parametrize("codec", ["gz", "zst"])
@pytest.mark.parametrize("limit", [10, 1 << 20], ids=["on disk", "in memory"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", lines(*map(story, range(30)))),
        ("a.csv", "title;text\n" + "Ferry;Die Fähre fährt.\n" * 9),
        ("a.txt", "Ferry back\n\nThe ferry sails again, says the harbour master.\n\nIt was away for long.\n"),
        ("a.html", "<!doctype html><title>Ferry</title><h1>Ferry back</h1><p>The ferry sails again, at last.</p>"),
    ],
)
def test_compressed_files_are_read_through(monkeypatch, codec, limit, name, data):
    data = data.encode() if isinstance(data, str) else data
    (plain,) = loaded(file(name, data))
    monkeypatch.setattr(intake, "PART_BYTES", limit)
    (through,) = loaded(file(f"{name}.{codec}", compressed(data, codec)))
    for table in ("articles", "teasers", "rejects"):
        expected = [{**row, "source_file": f"{name}.{codec}"} for row in rows([plain], table)]
        assert rows([through], table) == expected
    assert plain.rows["articles"]


@pytest.mark.parametrize("codec", ["gz", "zst"])
def test_a_parquet_file_can_be_compressed_once_more(codec):
    pq.write_table(pa.table({"title": ["Ferry"], "text": ["The ferry sails."]}), "a.parquet")
    spills = loaded(file(f"a.parquet.{codec}", compressed(Path("a.parquet").read_bytes(), codec)))
    assert [row["headline"] for row in rows(spills, "articles")] == ["Ferry"]


def test_members_of_gzip_one_after_another_are_one_file():
    spills = loaded(file("a.jsonl.gz", gzip.compress(lines(story(1))) + gzip.compress(lines(story(2)))))
    assert [row["headline"] for row in rows(spills, "articles")] == ["Story 1", "Story 2"]


def test_the_reject_of_a_file_has_the_line_of_the_fault():
    spills = loaded(file("a.json", b'[{"title": "a"},\n {"title" "b"}]'))
    (reject,) = rows(spills, "rejects")
    assert (reject["reason"], reject["source_file"], reject["source_line"]) == ("bad-json", "a.json", 2)


@pytest.mark.parametrize(
    ("damage", "codec"),
    [("cut", "gz"), ("cut", "zst"), ("head alone", "gz"), ("head alone", "zst"), ("flipped", "gz")],
)
def test_damaged_compression_is_a_reject_of_the_file(damage, codec):
    sound = compressed(lines(*map(story, range(200))), codec)
    middle = len(sound) // 2
    data = {"cut": sound[:-9], "flipped": sound[:middle] + b"\xff" * 9 + sound[middle + 9 :], "head alone": sound[:6]}
    spills = loaded(file(f"a.jsonl.{codec}", data[damage]), file("b.jsonl", lines(story(1), story(2))))
    (reject,) = rows(spills, "rejects")
    assert (reject["reason"], reject["source_file"]) == ("broken-compression", f"a.jsonl.{codec}")
    assert "again" in reject["message"]
    assert [row["source_file"] for row in rows(spills, "articles")] == ["b.jsonl", "b.jsonl"]


def test_a_compressed_nothing_is_an_empty_file():
    (reject,) = rows(loaded(file("a.txt.gz", gzip.compress(b""))), "rejects")
    assert reject["reason"] == "empty-file"


# --- Files that cannot be read


def test_a_file_that_is_gone_when_its_turn_comes_is_a_reject():
    files = [file("a.jsonl", lines(story(1))), file("b.txt", "Ferry")]
    made = bundles(files, Path("scratch"), {})
    Path("b.txt").unlink()
    spills = [load_bundle(each) for each in made]
    (reject,) = rows(spills, "rejects")
    assert (reject["source_file"], reject["reason"]) == ("b.txt", "unreadable-file")
    assert len(rows(spills, "articles")) == 1


@pytest.mark.parametrize("place", ["sniff", "load"])
@pytest.mark.parametrize("size", [1 << 20, 20], ids=["whole", "cut"])
def test_a_loader_that_crashes_is_told_with_its_file(monkeypatch, place, size):
    def crash(*_: object) -> Iterator[Record]:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(jsonl, place, crash)
    monkeypatch.setattr(intake, "PART_BYTES", size)
    with pytest.raises(UntrustedError, match="ZeroDivisionError: by design") as error:
        loaded(file("a.jsonl", lines(story(1), story(2))))
    assert error.value.where == "a.jsonl"
    assert "exclude" in str(error.value.remedy)


def test_the_user_may_name_the_format():
    data = '3,"Ferry back","The ferry sails again."\n4,"Storm over","The storm is over."\n'
    found = rows(loaded(file("a.dat", data), columns={"headline": 1}, form="csv"), "articles")
    assert [(each["headline"], each["source_format"]) for each in found] == [
        ("Ferry back", "csv"),
        ("Storm over", "csv"),
    ]


# --- Folders that --out wrote


@pytest.fixture
def written(folder: Path) -> InputFile:
    """A folder as --out writes it, of many row groups, with teasers and rejects."""
    source = [story(number, author=f"Ana {number}") for number in range(20)]
    spills = loaded(file("a.jsonl", lines(*source, "broken")))
    out = folder / "out"
    out.mkdir()
    teasers = [
        {**dict.fromkeys(LOADED_TEASERS.names), "article_row": row, "position": 0, "headline": f"To {row}", "key": "k"}
        for row in (0, 7, 7, 19)
    ]
    tables = {
        "articles": pa.Table.from_pylist(rows(spills, "articles"), schema=LOADED_ARTICLES),
        "teasers": pa.Table.from_pylist(teasers, schema=LOADED_TEASERS),
        "rejects": pa.Table.from_pylist(rows(spills, "rejects"), schema=REJECTS),
    }
    for name, table in tables.items():
        more = {"row": pa.array(range(len(table)), pa.int64()), "more": pa.nulls(len(table))}
        wide = pa.table({**{each: table[each] for each in table.column_names}, **more})
        pq.write_table(wide, out / f"{name}.parquet", row_group_size=3)
    (out / MANIFEST).write_text("{}")
    (found,) = discover(["out"]).files
    return found


def test_a_folder_written_by_out_is_read_as_it_was_loaded(monkeypatch, written):
    monkeypatch.setattr(intake, "BATCH_ROWS", 4)
    spills = loaded(file("0.jsonl", lines(story(77))), written, file("z.jsonl", lines(story(99))))
    articles = rows(spills, "articles")
    assert [each["headline"] for each in articles] == [f"Story {number}" for number in (77, *range(20), 99)]
    assert [tuple(articles[5][name] for name in PLACES)] == [("a.jsonl", 5, 4)]
    teasers = rows(spills, "teasers")
    assert [(each["article_row"], each["headline"]) for each in teasers] == [
        (1, "To 0"), (8, "To 7"), (8, "To 7"), (20, "To 19"),
    ]  # fmt: skip
    assert [tuple(each[name] for name in PLACES) for each in rows(spills, "rejects")] == [("a.jsonl", 21, 20)]
    assert len(batches(spills[0], "articles")) > 4


@pytest.mark.parametrize("name", ["articles", "teasers", "rejects"])
def test_a_damaged_folder_written_by_out_is_a_reject(written, name):
    path = written.path / f"{name}.parquet"
    path.write_bytes(path.read_bytes()[:-30])
    (reject,) = rows(loaded(written), "rejects")[-1:]
    assert (reject["source_file"], reject["reason"]) == ("out", "broken-output")
    assert "again" in reject["message"]


def test_a_folder_written_by_out_that_lacks_a_table_or_a_column_is_a_reject(written):
    (written.path / "teasers.parquet").unlink()
    (reject,) = rows(loaded(written), "rejects")
    assert reject["reason"] == "unreadable-file"
    pq.write_table(pa.table({"row": [1]}), written.path / "teasers.parquet")
    (reject,) = rows(loaded(written), "rejects")
    assert reject["reason"] == "other-layout"


def test_what_was_mapped_when_a_folder_was_written_is_known_again(written):
    told = {"a.jsonl": {"mapped": {"headline": "title"}, "unmapped": ["split"]}}
    (written.path / MANIFEST).write_text(json.dumps({"columns": told}))
    assert loaded(written)[0].columns == {"a.jsonl": ColumnMap({"headline": "title"}, ("split",))}


@pytest.mark.parametrize("text", ["{", "[]", '{"columns": {"a.jsonl": {}}}', '{"columns": 1}'])
def test_a_damaged_manifest_is_a_reject(written, text):
    (written.path / MANIFEST).write_text(text)
    (reject,) = rows(loaded(written), "rejects")
    assert (reject["source_file"], reject["reason"]) == ("out", "broken-output")
    assert MANIFEST in reject["message"]
