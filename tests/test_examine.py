"""Findings: what a check's hit becomes, where it points, and in which order findings come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.checks import HITS, Check, Hit, dataset_hit, excerpt, hits, where
from copydesk.checks.duplicate_uri import DuplicateUri
from copydesk.checks.missing_field import MissingField
from copydesk.checks.nonstandard_date import NonstandardDate
from copydesk.checks.odd_characters import OddCharacters
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.errors import CheckCrashedError, ConfigError
from copydesk.examine import examine, excerpt_start, fingerprint, line
from copydesk.model import Evidence, Severity, Target
from copydesk.rules import Rule
from copydesk.tables import ARTICLES, FINDINGS, TEASERS

PARTS = st.lists(st.none() | st.text(max_size=4), max_size=5)
WORDS = st.text(st.sampled_from("ab …\nא港"), max_size=400)
BODY = "Der Deich hält.\nDas Wasser sinkt.\n\nMorgen wird\ngemessen,\nsagte sie.\n\nEnde."


@dataclass(frozen=True, kw_only=True)
class LoudHeadline(Check):
    """Headlines that shout."""

    targets: ClassVar = (Target("articles", "headline"),)
    kinds: ClassVar = {"upper": "All letters are capitals."}

    def find(self, _table: str, batch: pa.RecordBatch, _summary: pa.Table | None) -> pa.Table:
        return hits(where(pc.utf8_is_upper(batch.column("headline"))), "headline", "upper")

    def evidence(self, _hit: Hit, row: Mapping[str, Any]) -> Evidence:
        return Evidence("It shouts.", row["headline"][:9], (0, 3), "verified", row["headline"].capitalize())


@dataclass(frozen=True, kw_only=True)
class WordCounted(Check):
    """Words that stand in the body, from the last to the first: hits of one row need not come in its order."""

    targets: ClassVar = (Target("articles", "article_body"),)
    kinds: ClassVar = {"word": "A word."}

    def find(self, _table: str, batch: pa.RecordBatch, _summary: pa.Table | None) -> pa.Table:
        rows = [
            {**dataset_hit("article_body", "word", detail=str(place)), "index": index}
            for index, body in reversed([*enumerate(batch.column("article_body").to_pylist())])
            if body
            for place in range(body.count(" "), -1, -1)
        ]
        return pa.Table.from_pylist(rows, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        word = row["article_body"].split(" ")[int(hit.detail or 0)]
        start = sum(len(each) + 1 for each in row["article_body"].split(" ")[: int(hit.detail or 0)])
        return Evidence("A word.", word, (start, start + len(word)))


@dataclass(frozen=True, kw_only=True)
class LonelySource(Check):
    """Sources that have one article; of teasers there is nothing to know."""

    targets: ClassVar = (Target("articles", "source"), Target("teasers", "headline"))
    severity: ClassVar = Severity.INFO
    kinds: ClassVar = {"lonely": "One article."}

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table | None:
        if table == "teasers":
            return None
        counts = pc.value_counts(batch.column("source"))
        return pa.table({"source": counts.field("values"), "count": counts.field("counts")})

    def judge(self, table: str, summary: pa.Table) -> pa.Table:
        assert table == "articles", "there is no summary of teasers to judge"
        lonely = [row["source"] for row in summary.to_pylist() if row["count"] == 1]
        found = [dataset_hit("source", "lonely", source=each, severity=Severity.WARNING) for each in lonely]
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        assert not row
        return Evidence(f"{hit.source} has one article.", hit.source)


@dataclass(frozen=True, kw_only=True)
class Broken(Check):
    """Crashes where it is told to."""

    targets: ClassVar = (Target("articles", "headline"),)
    kinds: ClassVar = {"any": "Any."}
    place: str = "find"
    told: Any = "by design"

    def survey(self, _table: str, batch: pa.RecordBatch) -> pa.Table | None:
        self._crash("survey")
        return pa.table({"rows": [batch.num_rows]})

    def merge(self, parts: Sequence[pa.Table]) -> pa.Table:
        self._crash("merge")
        return super().merge(parts)

    def judge(self, table: str, summary: pa.Table) -> pa.Table:
        self._crash("judge")
        return super().judge(table, summary)

    def find(self, _table: str, batch: pa.RecordBatch, _summary: pa.Table | None) -> pa.Table:
        self._crash("find")
        return hits([0] if batch.num_rows else [], "headline", "any")

    def evidence(self, _hit: Hit, _row: Mapping[str, Any]) -> Evidence:
        self._crash("evidence")
        return Evidence(self.told, "no text", (0, 1))

    def _crash(self, place: str) -> None:
        if self.place == place:
            raise ZeroDivisionError(self.told)


@pytest.fixture
def engine(tmp_path):
    with Pool(1) as pool:
        yield LocalEngine(tmp_path, pool)


def articles(*rows: Mapping[str, Any]) -> pa.Table:
    full = [
        {"row": number, "key": f"key-{number}", "source": "Küstenbote", "source_file": "a.txt", "source_line": 1, **row}
        for number, row in enumerate(rows)
    ]
    return pa.Table.from_pylist(full, schema=ARTICLES)


def found(engine: LocalEngine, table: pa.Table, *checks: Check | Rule, rows: int = 9999) -> list[dict[str, Any]]:
    """All findings over a table of articles (and one of no teasers), cut into batches of some rows."""
    batches = [each for start in range(0, len(table), rows) for each in table[start : start + rows].to_batches()]
    tables = {"articles": engine.store(batches, ARTICLES), "teasers": engine.store([], TEASERS)}
    rules = [each if isinstance(each, Rule) else Rule(each) for each in checks]
    made = examine(engine, tables, rules)
    assert made.schema.equals(FINDINGS)
    return [row for batch in engine.scan(made) for row in batch.to_pylist()]


def test_a_hit_becomes_a_finding_with_all_that_leads_to_its_place(engine):
    table = articles(
        {"headline": "quiet"},
        {"headline": "STORM AHEAD", "uri": "urn:example:7", "field_lines": [("headline", 5)], "source_line": 4},
    )
    (one,) = found(engine, table, LoudHeadline())
    assert one == {
        "check": "loud-headline",
        "severity": "warning",
        "table": "articles",
        "row": 1,
        "key": "key-1",
        "uri": "urn:example:7",
        "source": "Küstenbote",
        "field": "headline",
        "kind": "upper",
        "count": 1,
        "message": "It shouts.",
        "excerpt": "STORM AHE",
        "excerpt_start": 0,
        "span_start": 0,
        "span_end": 3,
        "evidence": "verified",
        "suggestion": "Storm ahead",
        "source_file": "a.txt",
        "source_line": 5,
        "fingerprint": fingerprint("loud-headline", "upper", "articles", "key-1", "headline", "STORM AHE"),
        "status": "new",
        "scope": None,
        "language": None,
        "waiver": None,
    }


def test_the_severity_that_the_user_sets_is_that_of_all_findings(engine):
    table = articles({"headline": "STORM"}, {"source": "Another"})
    rules = (Rule(LoudHeadline(), Severity.ERROR), Rule(LonelySource(), Severity.ERROR))
    assert {each["severity"] for each in found(engine, table, *rules)} == {"error"}
    assert {each["severity"] for each in found(engine, table, LonelySource())} == {"warning"}


def test_a_fault_of_the_dataset_names_its_source_and_no_row(engine):
    table = articles({}, {}, {"source": "Another"})
    (one,) = found(engine, table, LonelySource(), rows=1)
    assert (one["table"], one["row"], one["key"], one["source"]) == ("dataset", None, None, "Another")
    assert (one["excerpt"], one["excerpt_start"], one["source_line"]) == ("Another", None, None)
    assert one["fingerprint"] == fingerprint("lonely-source", "lonely", "dataset", "Another", "source", "Another")


def test_checks_by_key_meet_all_rows_of_a_key_in_whatever_batches(engine):
    uris = ["urn:a", "urn:b", None, "urn:a", "urn:c", "urn:b", "urn:a", None]
    table = articles(*({"uri": uri, "key": uri or f"key-{row}"} for row, uri in enumerate(uris)))
    runs = [found(engine, table, DuplicateUri(), rows=rows) for rows in (1, 3, 99)]
    assert runs[0] == runs[1] == runs[2]
    assert [each["row"] for each in runs[0]] == [3, 6, 5]


TEXTS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "headline": st.sampled_from(["STORM", "calm\u00a0sea", "", "\u200bהכותרת", "LÄRM"]),
            "article_body": st.sampled_from(["one two three", "港 木", "a\u00a0b\n\nc d", BODY]),
            "uri": st.sampled_from(["urn:a", "urn:b"]),
            "source": st.sampled_from(["Küstenbote", "שער"]),
        },
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(1, 12))
def test_the_order_of_findings_does_not_depend_on_batches(tmp_path_factory, rows, size):
    table = articles(*rows)
    checks = (LoudHeadline(), WordCounted(), LonelySource(), MissingField(), OddCharacters(), DuplicateUri())
    with Pool(1) as pool:
        engine = LocalEngine(tmp_path_factory.mktemp("scratch"), pool)
        whole = found(engine, table, *checks)
        assert found(engine, table, *checks, rows=size) == whole
    by_row = [each["row"] for each in whole if each["row"] is not None and each["check"] != "duplicate-uri"]
    assert by_row == sorted(by_row)


@pytest.mark.parametrize("place", ["survey", "merge", "judge", "find", "evidence"])
def test_a_check_that_crashes_is_named(engine, place):
    with pytest.raises(CheckCrashedError, match="ZeroDivisionError: by design") as crashed:
        found(engine, articles({"headline": "a"}), LoudHeadline(), Broken(place=place))
    assert crashed.value.where == "check broken"
    assert "--ignore broken" in str(crashed.value.remedy)


@pytest.mark.parametrize("told", [7, "lone \ud800"], ids=repr)
def test_a_check_that_tells_what_no_table_can_hold_is_named(engine, told):
    with pytest.raises(CheckCrashedError) as crashed:
        found(engine, articles({"headline": "a"}), Broken(place="nowhere", told=told))
    assert crashed.value.where == "check broken"


def test_an_error_of_ours_is_not_taken_for_a_crash(engine, monkeypatch):
    def refuse(*_: object) -> None:
        raise ConfigError("the option is not usable")

    monkeypatch.setattr(LoudHeadline, "find", refuse)
    with pytest.raises(ConfigError, match="not usable"):
        found(engine, articles({"headline": "a"}), LoudHeadline())


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("Der", 3), ("Das", 4), ("Morgen", 6), ("gemessen", 7), ("sagte", 8), ("Ende", 11)],
)
def test_a_span_in_the_body_leads_to_its_line(piece, expected):
    row = {"article_body": BODY, "body_lines": [3, 6, 11], "source_line": 1}
    start = BODY.index(piece)
    assert line(row, "article_body", Evidence("m", piece, (start, start + len(piece)))) == expected


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("ab\n"), max_size=6), min_size=1, max_size=5), st.data())
def test_the_line_of_a_span_is_that_of_its_paragraph_and_the_breaks_before_it(paragraphs, data):
    body = "\n\n".join(paragraphs)
    parts = body.split("\n\n")
    lines = [100 * number for number in range(1, len(parts) + 1)]
    which = data.draw(st.integers(0, len(parts) - 1))
    within = data.draw(st.integers(0, len(parts[which])))
    start = sum(len(each) + 2 for each in parts[:which]) + within
    row = {"article_body": body, "body_lines": lines}
    told = line(row, "article_body", Evidence("m", None, (start, start)))
    assert told == lines[which] + parts[which][:within].count("\n")


def test_without_a_span_or_lines_a_finding_leads_as_near_as_can_be():
    row = {"article_body": BODY, "body_lines": [3, 6, 11], "source_line": 2, "field_lines": [("byline", 9)]}
    assert line(row, "article_body", Evidence("m")) == 3
    assert line(row | {"article_body": None}, "article_body", Evidence("m", None, (7, 8))) == 3
    assert line(row | {"body_lines": None}, "article_body", Evidence("m", None, (40, 41))) == 2
    assert line(row | {"body_lines": [3]}, "article_body", Evidence("m", None, (len(BODY) - 1, len(BODY)))) == 3
    assert line(row, "byline", Evidence("m")) == 9
    assert line(row, "headline", Evidence("m")) == 2
    assert line({}, "headline", Evidence("m")) is None


@settings(deadline=None)
@given(PARTS, PARTS)
@example(["a", "b"], ["ab"])
@example(["a", None], ["a", ""])
@example(["a"], ["a", None])
@example(["\x00"], ["\x00\x00"])
def test_different_parts_never_have_one_fingerprint(one, other):
    assert (fingerprint(*one) == fingerprint(*other)) == (one == other)


def test_a_fingerprint_stays_what_it_is():
    """Baselines hold them: a change here would make every known finding new."""
    assert fingerprint("short-body", "short", "articles", "urn:a", "article_body", "Kurz.") == (
        "188b79711a368ee0bcb0e0ea8a1ad4a3934b971e536cc5f96a84662bc07e1077"
    )


@settings(deadline=None)
@given(WORDS, st.data())
def test_the_start_of_an_excerpt_is_where_its_own_text_stands(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    width = data.draw(st.sampled_from([20, 80, 240]))
    shown = excerpt(text, start, end, width)
    place = excerpt_start(Evidence("m", shown, (start, end)), text)
    if not shown:
        assert place is None
        return
    low = start if end - start >= width else max(0, min(start - (width - (end - start)) // 2, len(text) - width))
    if place is None:
        assert text[low : low + 1] == "…", "only a text with an ellipsis of its own leaves doubt"
        return
    cut = place > 0 and shown.startswith("…")
    assert place == low + cut
    own = shown[cut : len(shown) - (shown.endswith("…") and not text.startswith(shown[cut:], place))]
    assert text.startswith(own, place)


@pytest.mark.parametrize(
    ("shown", "span", "text", "expected"),
    [
        ("Ferry", None, "The Ferry", 4),
        ("Ferry", (9, 14), "Ferry or Ferry", 9),
        ("…Ferry", (5, 10), "The Ferry", 4),
        ("Ferry…", None, "Ferry back in service", 0),
        ("not there", (0, 3), "Ferry", None),
        ("Ferry", (20, 25), "Ferry is back, says the harbour", None),
        ("", (0, 0), "Ferry", None),
        (None, None, "Ferry", None),
        ("Ferry", None, None, None),
        ("…", (3, 4), "and…", None),
    ],
)
def test_the_start_of_an_excerpt_that_a_check_cut_itself(shown, span, text, expected):
    assert excerpt_start(Evidence("m", shown, span), text) == expected


def test_the_excerpt_of_a_date_is_a_stretch_of_its_raw_text(engine):
    row = {
        "date_published": datetime(2026, 6, 3, tzinfo=UTC),
        "date_published_raw": "3 June 2026",
        "date_published_local": "2026-06-03",
        "date_published_evidence": "month-name",
    }
    (one,) = found(engine, articles(row), NonstandardDate())
    assert (one["excerpt"], one["excerpt_start"]) == ("3 June 2026", 0)
