"""The Python interface: paths, frames and tables in, a report with its tables out."""

import doctest
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import copydesk
from copydesk import api, config
from copydesk.config import Config
from copydesk.errors import ConfigError, InputNotFoundError, OutputError, UsageError
from copydesk.model import Policy, Scope, Severity, Verdict
from copydesk.tables import ARTICLES, FINDINGS, REJECTS, TEASERS

AS_OF = replace(config.read(None), as_of=date(2026, 11, 1))
LONG = "The ferry left the quay of Northgate at six in the morning with forty passengers on board. "
ROWS = {
    "title": ["Ferry back in service", None, "Sturm über der Küste"],
    "text": [LONG * 9, None, "Der Sturm hat in der Nacht Bäume gefällt, sagte die Feuerwehr. " * 9],
    "published": ["2026-10-01T06:00:00+02:00", "2026-10-02", "3. Oktober 2026"],
    "outlet": ["Northgate Courier"] * 3,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def report():
    """The report on a DataFrame whose index is of no use, and whose columns have names of every sort."""
    frame = pd.DataFrame(ROWS, index=[7, 7, 7])
    frame[3] = [1, 2, 3]
    frame[("deep", "name")] = ["x", "y", None]
    frame[None] = ["a", None, "c"]
    frame.insert(0, "title", ["again"] * 3, allow_duplicates=True)
    return api.check(frame.iloc[:, ::-1], AS_OF)


def headlines(made: api.Report) -> list[str]:
    return made.articles["headline"].to_pylist()


def test_a_data_frame_is_checked_row_by_row(report):
    assert headlines(report) == ["Ferry back in service", "Sturm über der Küste"]
    assert report.articles["source_record"].to_pylist() == [0, 2]
    assert report.articles["date_published_local"].to_pylist() == ["2026-10-01T06:00:00+02:00", "2026-10-03"]
    assert set(report.articles["source_file"].to_pylist()) == {"<frame>"}
    assert report.rejects["reason"].to_pylist() == ["no-headline-and-body"]


def test_columns_that_no_field_takes_are_kept_whatever_their_names(report):
    kept = [json.loads(each) for each in report.articles["extra"].to_pylist()]
    assert kept[0]["3"] == 1
    assert kept[1]["None"] == "c"
    assert kept[0]["('deep', 'name')"] == "x"
    assert "again" in kept[0].values()


def test_the_report_has_the_tables_that_it_speaks_of(report):
    schemas = {"articles": ARTICLES, "teasers": TEASERS, "rejects": REJECTS, "findings": FINDINGS}
    for name, schema in schemas.items():
        assert getattr(report, name).schema.equals(schema), name
        assert report.counts[name] == getattr(report, name).num_rows
    assert set(api.TABLES) == {*schemas, "stories", "relations"}
    assert report.verdict is Verdict.BLOCKED
    assert report.exit_status == 1
    assert report.findings["check"].to_pylist().count("rejected-record") == 1
    assert report.inputs == ()
    assert report.as_of == date(2026, 11, 1)


def test_tables_outlive_the_run(report):
    assert report.folder is None
    for name in api.TABLES:
        getattr(report, name).validate(full=True)


@pytest.mark.parametrize(
    "make",
    [
        pa.table,
        pa.RecordBatch.from_pydict,
        lambda rows: pa.RecordBatchReader.from_batches(pa.table(rows).schema, pa.table(rows).to_batches(1)),
        lambda rows: pd.DataFrame(rows).convert_dtypes(dtype_backend="pyarrow"),
    ],
    ids=["table", "batch", "stream", "frame of Arrow types"],
)
def test_anything_that_is_a_table_is_checked(report, make):
    made = api.check(make(ROWS), AS_OF)
    assert headlines(made) == headlines(report)
    assert made.articles["key"].equals(report.articles["key"])


def test_a_path_or_several_or_a_pattern_are_checked(folder):
    for name in ("b", "a", "é"):
        (folder / f"{name}.json").write_text(json.dumps({"headline": f"Story {name}", "body": LONG * 9}))
    whole = api.check(folder, AS_OF)
    assert headlines(whole) == ["Story a", "Story b", "Story é"]
    assert headlines(api.check("a.json", AS_OF)) == ["Story a"]
    assert headlines(api.check(["b.json", Path("a.json")], AS_OF)) == ["Story a", "Story b"]
    again = api.check("[ab].json", AS_OF, out="out")
    assert headlines(again) == ["Story a", "Story b"]
    assert again.folder == "out"
    assert pq.read_table("out/findings.parquet").equals(again.findings)
    assert [*folder.glob(".copydesk-*")] == []
    assert headlines(api.check("out", AS_OF)) == headlines(again)


def test_a_configuration_is_a_value_or_a_file_and_is_never_looked_for(folder):
    (folder / "copydesk.toml").write_text(
        'as_of = 2026-11-01\nselect = ["rejected-record"]\n[columns]\nheadline = "x"\n'
    )
    frame = pd.DataFrame({"x": ["Ferry"], "y": ["Storm"]})
    assert api.check(frame).verdict is Verdict.UNTRUSTED
    made = api.check(frame, "copydesk.toml")
    assert (headlines(made), made.verdict) == (["Ferry"], Verdict.PASSED)
    assert [each.check for each in made.checks] == ["rejected-record"]


def test_a_frame_without_rows_or_usable_columns_is_never_green():
    for frame, told in (
        (pd.DataFrame({"title": [], "text": []}), "nothing to check"),
        (pd.DataFrame(), "nothing to check"),
        (pd.DataFrame({"colour": ["red"]}), "colour"),
    ):
        made = api.check(frame, AS_OF)
        assert made.verdict is Verdict.UNTRUSTED
        assert told in " ".join(made.reasons)


@pytest.mark.parametrize("inputs", [7, None, [], ["a.json", 7], {"title": ["a"]}, b"a.json"], ids=repr)
def test_what_is_no_input_is_bad_use(inputs):
    with pytest.raises(UsageError, match="is no input") as error:
        api.check(inputs, AS_OF)
    assert "DataFrame" in str(error.value.remedy)


@pytest.mark.parametrize(
    "inputs", [pd.Series(["a"]), pd.Series([1, 2]), pa.chunked_array([["a"]])], ids=["texts", "numbers", "Arrow"]
)
def test_a_single_column_is_no_table(inputs):
    with pytest.raises(UsageError, match="cannot read articles from a") as error:
        api.check(inputs, AS_OF)
    assert "DataFrame" in str(error.value.remedy)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"config": {"fail_on": "never"}}, ["config is {'fail_on': 'never'}", "a Config, or the path"]),
        ({"config": ""}, ["config is ''"]),
        ({"config": Config(fail_on="nevr")}, ["fail_on: must be one of", "Did you mean 'never'?"]),
        ({"config": Config(select=("short-bdy",))}, ["there is no check 'short-bdy'", "'short-body'"]),
        ({"config": Config(select=())}, ["select: must name 1 at least"]),
        ({"config": Config(select="short-body")}, ["select: must be a list"]),
        ({"config": Config(columns={"headlin": "x"})}, ["unknown key 'columns.headlin'", "'headline'"]),
        ({"config": Config(zones={"a.example": "Europe/Lodnon"})}, ["Did you mean 'Europe/London'?"]),
        ({"config": Config(options={"short-body": {"min_wrds": 5}})}, ["short-body.min_wrds'", "'min_words'"]),
        ({"config": Config(options={"wrong-language": {"sure": 3}})}, ["wrong-language.sure: must be at most 1"]),
        ({"config": Config(policies={"short-body": Policy(max_share=7)})}, ["short-body.max_share: must be at most 1"]),
        ({"config": Config(policies={"short-body": {"max_share": 0.1}})}, ["the policy of short-body is", "Policy("]),
        ({"config": Config(policies={"short-body": Policy(scopes=(Scope(),))})}, ["names no source"]),
        ({"config": Config(baseline=Path("nowhere.txt"))}, ["there is no file 'nowhere.txt'"]),
        ({"config": Config(as_of="soon")}, ["as_of: 'soon' is no date"]),
        ({"config": Config(sample=10**20)}, ["sample: must be at most"]),
        ({"jobs": 0}, ["jobs is 0", "1 or more"]),
        ({"jobs": -1}, ["jobs is -1"]),
        ({"jobs": None}, ["jobs is None"]),
        ({"out": ""}, ["out is ''", "the path of a folder"]),
        ({"inputs": ""}, ["an input is empty"]),
    ],
    ids=str,
)
def test_wrong_arguments_are_bad_use(arguments, says):
    with pytest.raises(UsageError) as error:
        api.check(**{"inputs": pd.DataFrame(ROWS), "config": AS_OF, **arguments})
    assert all(each in str(error.value) for each in says), error.value


def test_a_configuration_made_in_python_is_what_a_file_would_say(folder):
    (folder / "known.txt").write_text("")
    made = Config(
        dataset="Harbour",
        as_of=date(2026, 11, 1),
        select=("short-body",),
        ignore=("drift",),
        exclude=("a/",),
        baseline=Path("known.txt"),
        columns={"headline": 1},
        zones={"a.example": "Europe/Berlin"},
        policies={
            "drift": Policy(Severity.ERROR, 3, 0.5, (Scope(source=("a", "b"), path=("c/",), max_count=0),)),
            "boilerplate": Policy(),
        },
        options={"drift": {"days": None, "rows": 0.5}, "boilerplate": {"allow": ("copyright",)}},
        raw={"dataset": "Harbour"},
    )
    assert config.checked(made) == made


def test_bad_use_is_told_before_anything_is_read(folder):
    frame = pd.DataFrame(ROWS)
    with pytest.raises(InputNotFoundError):
        api.check("missing.json", AS_OF)
    with pytest.raises(ConfigError):
        api.check(frame, "missing.toml")
    (folder / "mine").mkdir()
    (folder / "mine/thesis.txt").write_text("years of work")
    with pytest.raises(OutputError):
        api.check(frame, AS_OF, out="mine")
    assert [each.name for each in (folder / "mine").iterdir()] == ["thesis.txt"]


def test_the_example_of_the_docstring_runs():
    ran = doctest.testmod(api, raise_on_error=False)
    assert (ran.failed, ran.attempted >= 5) == (0, True)


def test_the_package_offers_the_interface_and_nothing_else():
    assert copydesk.check is api.check
    assert copydesk.Report is api.Report
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = copydesk.chekc
