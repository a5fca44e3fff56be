"""--evidence: words of the data that a run may not show stand in no output of it, whatever the format."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from copydesk import registry
from copydesk.cli import main
from copydesk.exhibits import StoryCopy
from copydesk.model import Finding, Report
from copydesk.withhold import PLACE, TEXT, withheld
from renderers import sample

DATASET = frozenset(
    {
        "articles.parquet",
        "teasers.parquet",
        "rejects.parquet",
        "stories.parquet",
        "relations.parquet",
        "differences.parquet",
    }
)
"""The tables that are the dataset itself."""
FILLER = "The old ferry left the quay at six in the morning with a cargo of apples, said the harbour master. "
TEXTS = (
    "headline",
    "article_body",
    "description",
    "author",
    "keywords",
    "image_caption",
    "collection_label",
    "date_published",
)
NAMES = ("publisher", "uri", "url")
RAW = "rawcanary"
SCHEMA = {"properties": {"collections": {"additionalProperties": {"type": "number"}}, "headline": {"maxLength": 3}}}
"""A schema of the user's own that most records break, with keys of theirs in the paths."""


def canary(field: str, number: int) -> str:
    """A word that stands in one field of one article and nowhere else, with what checks look for around it."""
    return f"qz{field.replace('_', '')}{number}"


def article(number: int) -> dict[str, object]:
    """An article with a canary and a fault in each field; every second one is a copy of the one before it."""
    own = number - number % 2
    words = {
        field: f"{canary(field, number)}\u200b &amp; <br> \x07 \u00c3\u00a9 | {canary('tag', number)}"
        for field in TEXTS
    }
    body = f"{canary('article_body', own)}\u200b &nbsp; <br> Lorem ipsum. " + FILLER * 12 + "Read more..."
    return {
        **words,
        "headline": words["headline"] if number % 2 else None,
        "article_body": body if number < 8 else canary("article_body", number),
        "description": f"{canary('description', number)} breaks off in the middle of the...",
        "author": [words["author"]],
        "keywords": [words["keywords"]],
        "publisher": canary("publisher", number % 3),
        "uri": f"https://example.org/{canary('uri', own)}",
        "url": f"https://{canary('url', number)}.example.org/story",
        "in_language": canary("language", number),
        "word_count": canary("wrongtype", number),
        "collections": {
            canary("collection_label", number): [
                {
                    "headline": canary("teaserheadline", number),
                    "description": f"{canary('teaser', number)} is cut at the...",
                }
            ]
        },
        "unmapped": canary("unmapped", number),
        canary("column", 0): canary("label", number),
        canary("column", 1): canary("unmapped", number),
    }


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("canaries")
    lines = [json.dumps(article(number)) for number in range(12)]
    (folder / "a.jsonl").write_text("\n".join([*lines, f'{{"headline": "{RAW}" broken']) + "\n")
    changed = [json.dumps({**article(number), "article_body": FILLER * 9}) for number in range(1, 12)]
    earlier(folder).mkdir()
    (earlier(folder) / "a.jsonl").write_text("\n".join(changed))
    (folder / "b.csv").write_text(f"{RAW},{RAW} two\n1,2\n")
    page = f"<html><head><title>{canary('title', 1)}</title></head><body><h1>{canary('title', 1)}...</h1></body></html>"
    (folder / "c.html").write_text(page)
    return folder


def earlier(source: Path) -> Path:
    """Where the version before lies, if there is one."""
    return source.with_name(f"{source.name}-before")


SETTINGS = (
    f"zones.{canary('publisher', 0)}=Europe/London",
    f"columns.alternative_headline={canary('column', 1)}",
    f"checks.conflicting-label.column={canary('column', 0)}",
    f"checks.split-leak.column={canary('column', 2)}",
)
"""What a configuration says of sources and columns."""


def outputs(source: Path, out: Path, evidence: str, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    """Each output of a run as text, by name: the terminal's, every format's, every file of --out, Data Docs."""
    files = [f"--format={name}={out}/made/{name}" for name in registry.names("renderers")]
    docs = f"--format=gx-docs={out}/docs"
    schema = out.parent / f"{out.name}.schema.json"
    schema.write_text(json.dumps(SCHEMA))
    arguments = ["check", str(source), "--schema", str(schema), "--out", str(out / "out"), "--evidence", evidence]
    if earlier(source).exists():
        arguments += ["--against", str(earlier(source)), *(f"--set={each}" for each in SETTINGS)]
    with pytest.raises(SystemExit):
        main([*arguments, *files, docs, "--jobs", "1", "--as-of", "2026-11-01"])
    printed = capsys.readouterr()
    yield "terminal", printed.out + printed.err
    for path in sorted(out.rglob("*")):
        if path.suffix == ".parquet":
            table = pq.read_table(path)
            yield path.name, json.dumps(table.to_pylist(), ensure_ascii=False, default=str)
        elif (path.is_file() and not {"static", "docs"} & set(path.parts)) or path.suffix in {".html", ".json"}:
            yield str(path.relative_to(out)), path.read_text(encoding="utf-8")


def leaked(text: str, words: Iterator[str]) -> set[str]:
    return {word for word in words if word in text}


def canaries(*names: str) -> set[str]:
    return {canary(name, number) for name in names for number in range(12)}


TEXT_CANARIES = canaries(
    *(set(TEXTS) - {"headline"}),
    *(f"{each}end" for each in set(TEXTS) - {"headline"}),
    "teaser",
    "teaserheadline",
    "wrongtype",
    "language",
    "unmapped",
) | {RAW}
ALL_CANARIES = TEXT_CANARIES | canaries("headline", "headlineend", "title", "column", *NAMES)


def test_the_canaries_sing_when_nothing_is_withheld(source, tmp_path, capsys):
    found = dict(outputs(source, tmp_path, "full", capsys))
    assert set(registry.names("renderers")) <= {name.removeprefix("made/") for name in found}
    for name in ("made/json", "made/html", "made/sarif", "made/csv", "made/gitlab", "made/junit", "findings.parquet"):
        assert len(leaked(found[name], ALL_CANARIES)) > 20, name
    checks = {row["check"] for row in json.loads(found["findings.parquet"])}
    assert len(checks) > 8, "the canaries must stand in findings of many checks"


@pytest.mark.parametrize(("evidence", "words"), [("spans", TEXT_CANARIES), ("none", ALL_CANARIES)])
def test_no_output_shows_what_is_withheld(evidence, words, source, tmp_path, capsys):
    for name, text in outputs(source, tmp_path, evidence, capsys):
        if name not in DATASET:
            assert leaked(text, words) == set(), name


@pytest.mark.parametrize(("evidence", "words"), [("spans", TEXT_CANARIES), ("none", ALL_CANARIES)])
def test_a_report_that_shows_all_can_be_made_again_without(evidence, words, source, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["check", str(source), "--out", str(tmp_path / "out"), "--jobs", "1", "--as-of", "2026-11-01", "-q"])
    files = [f"--format={name}={tmp_path}/made/{name}" for name in registry.names("renderers")]
    with pytest.raises(SystemExit):
        main(["report", str(tmp_path / "out"), "--evidence", evidence, *files])
    made = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "made").iterdir()}
    assert set(made) == set(registry.names("renderers"))
    assert "withheld" in made["markdown"]
    for name, text in (made | {"terminal": capsys.readouterr().out}).items():
        assert leaked(text, words) == set(), name


def test_a_report_made_again_with_less_names_the_command_that_shows_as_much(source, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["check", str(source), "--out", str(tmp_path / "out"), "--jobs", "1", "-q", "--set", "dataset=rawcanary"])
    for evidence, setting in (("spans", "dataset=rawcanary"), ("none", "withheld")):
        with pytest.raises(SystemExit):
            main(["report", str(tmp_path / "out"), "--evidence", evidence, "--format", "json"])
        assert json.loads(capsys.readouterr().out)["options"] == ["--set", setting, "--evidence", evidence]


def test_headlines_stay_with_spans_only_where_they_tell_stories_apart(source, tmp_path, capsys):
    found = dict(outputs(source, tmp_path, "spans", capsys))
    assert leaked(found["made/html"], canaries("headline"))
    assert not leaked(found["made/csv"], canaries("headline"))


def test_headlines_of_changed_articles_are_withheld_with_spans(source, tmp_path, capsys):
    for evidence in ("full", "spans"):
        found = dict(outputs(source, tmp_path / evidence, evidence, capsys))
        changes = json.loads(found["out/report.json"])["against"]["changes"]
        assert {each["state"] for each in changes} == {"added", "changed"}
        assert any(each["headline"] for each in changes) is (evidence == "full")


def test_a_configuration_keeps_its_numbers_and_what_we_name(source, tmp_path, capsys):
    found = dict(outputs(source, tmp_path, "none", capsys))
    for name in ("out/report.json", "out/manifest.json"):
        checks = json.loads(found[name])["configuration"]["checks"]
        assert checks["conflicting-label"] == {"column": "withheld"}
    given = {"fail_on": "error", "zones": {"a": "b"}, "checks": {"drift": {"max_share": 0.1, "scope": [{"path": "x"}]}}}
    made = withheld(replace(sample.report(), configuration=given), "none").configuration
    assert made == {**given, "zones": "withheld"}


@pytest.mark.parametrize("evidence", ["spans", "none"])
def test_what_is_withheld_changes_no_verdict_and_no_fingerprint(evidence, source, tmp_path, capsys):
    made = {}
    for level in ("full", evidence):
        found = dict(outputs(source, tmp_path / level, level, capsys))
        table = json.loads(found["findings.parquet"])
        report = json.loads(found["out/report.json"])
        kept = ("check", "kind", "severity", "table", "row", "count", "source_line", "fingerprint", "status")
        made[level] = [{name: row[name] for name in kept} for row in table], report["verdict"], report["exit_status"]
        assert all(row["message"] for row in table)
    assert made["full"] == made[evidence]


@pytest.mark.parametrize("evidence", ["spans", "none"])
def test_gaps_and_spikes_are_marked_whatever_is_withheld(evidence, tmp_path, capsys):
    start = date(2026, 3, 2)
    silent, loud = range(30, 40), 50
    days = [day for day in range(60) if day not in silent for _ in range(60 if day == loud else 4)]
    lines = [
        json.dumps(
            {"headline": f"Ferry {n}", "article_body": f"Ferry {n}. " * 30, "publisher": "Bote", "date": str(day)}
        )
        for n, day in enumerate(start + timedelta(days=each) for each in days)
    ]
    (tmp_path / "days.jsonl").write_text("\n".join(lines))
    marks = [
        line["marks"]
        for level in ("full", evidence)
        for report in [dict(outputs(tmp_path / "days.jsonl", tmp_path / level, level, capsys))["out/report.json"]]
        for line in json.loads(report)["portrait"]["timeline"]["sources"]
    ]
    assert marks[0] == marks[1]
    assert {each["kind"] for each in marks[0]} == {"gap", "spike"}


def test_every_field_of_a_report_was_thought_of():
    """A new field of a report may hold text of the data: decide in withhold.py what becomes of it, then add it here."""
    assert {each.name for each in fields(Report)} == {
        *(
            "dataset",
            "verdict",
            "exit_status",
            "reasons",
            "fail_on",
            "as_of",
            "inputs",
            "counts",
            "findings_by_severity",
        ),
        *("sources", "dates", "checks", "groups", "columns", "skipped", "notes", "versions", "configuration"),
        *("portrait", "version", "language", "baseline", "waivers", "against"),
        *("sample_limit", "folder", "options"),
    }
    assert {each.name for each in fields(Finding)} - {*TEXT, *PLACE, "message", "source"} == {
        *("check", "severity", "table", "row", "field", "kind", "count", "evidence", "source_file", "source_line"),
        *("fingerprint", "status", "scope", "waiver"),
    }
    assert {each.name for each in fields(StoryCopy)} == {
        *("row", "key", "headline", "source", "date", "relation", "containment", "source_file", "source_line"),
        *("jaccard", "facts_overlap", "passages", "facing", "dataset"),
    }
