"""Records become tables, whatever they hold: what is sound keeps its place, the rest is set apart, nothing is lost."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import orjson
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.language.normal import fold
from copydesk.model import Record, Reject, Severity, Teaser
from copydesk.tables import (
    ARTICLES,
    LOADED_ARTICLES,
    LOADED_TEASERS,
    RAW_BYTES,
    REJECTS,
    TEASERS,
    Tables,
    content_hashes,
    fields,
    json_schema,
    place,
    required,
    tabulate,
    to_json,
)

PROPERTIES = json_schema("article")["properties"]
MADE = {"source_format", "content_hash"}
"""Properties that copydesk itself fills."""
NAMES = sorted(set(PROPERTIES) - MADE)
TEXT = st.text(st.characters(), max_size=6)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63 - 1, 2**63, -(2**63) - 1, 10**400]),
    st.floats(),
    TEXT,
    st.sampled_from(
        ["", " ", "\u3000" * 90, "\x00", "lone \ud800", "\udc00\ud800", "\U0001f9de", "7", "true", "9" * 5000]
    ),
    st.binary(max_size=3),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([None, UTC])),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=2).map(tuple),
        st.dictionaries(TEXT | st.just("name"), inner, max_size=2),
    ),
    max_leaves=6,
)
TEASERS_OF = st.lists(st.builds(Teaser, st.none() | TEXT, st.none() | TEXT, st.none() | TEXT), max_size=2).map(tuple)
RECORDS = st.builds(
    Record,
    st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4),
    st.none() | st.integers(1, 9),
    extra=st.dictionaries(TEXT | st.sampled_from(NAMES), VALUES, max_size=2),
    teasers=TEASERS_OF,
    raw=st.none() | st.dictionaries(TEXT, VALUES, max_size=2),
)


def numbered(records: Sequence[Record]) -> list[Record]:
    return [
        Record(each.fields, each.line, number, extra=each.extra, teasers=each.teasers, raw=each.raw)
        for number, each in enumerate(records)
    ]


def one(values: Mapping[str, Any], **given: Any) -> dict[str, Any]:
    """The article that a record with a headline becomes."""
    made = tabulate([Record({"headline": "A headline", **values}, **given)], (), "in/a.json", "json")
    (row,) = made.articles.to_pylist()
    return dict(row)


def extra(row: Mapping[str, Any]) -> dict[str, Any]:
    return dict(strict(row["extra"])) if row["extra"] else {}


def strict(text: str) -> Any:
    """What JSON says, without the NaN and Infinity that only Python reads."""

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    orjson.loads(text)
    return json.loads(text, parse_constant=refuse)


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, max_size=4))
def test_whatever_records_hold_they_become_tables(records):
    records = numbered(records)
    made = tabulate(records, (), "in/a.json", "json")
    assert made.articles.schema.equals(LOADED_ARTICLES)
    assert made.teasers.schema.equals(LOADED_TEASERS)
    assert made.rejects.schema.equals(REJECTS)
    for table in (made.articles, made.teasers, made.rejects):
        table.validate(full=True)
    kept = made.articles["source_record"].to_pylist()
    refused = made.rejects["source_record"].to_pylist()
    assert sorted([*kept, *refused]) == [*range(len(records))]
    assert kept == sorted(kept)
    assert refused == sorted(refused)
    for number, row in zip(kept, made.articles.to_pylist(), strict=True):
        assert row["headline"] or row["article_body"]
        assert row["key"] == (row["uri"] or row["url"] or row["content_hash"])
        for name, value in records[number].fields.items():
            _held(row, name, value, records[number].extra)


def _held(row: Mapping[str, Any], name: str, value: Any, rest: Mapping[str, Any]) -> None:
    """A value stands in its column, or in extra, or says nothing."""
    stored = row.get(name if "date-time" not in PROPERTIES[name].values() else f"{name}_raw")
    aside = extra(row)
    if stored is not None:
        assert name not in aside or name in rest, "a value that is kept is not set apart as well"
    elif name not in aside:
        assert says_nothing(value), (name, value)


def says_nothing(value: Any) -> bool:
    if isinstance(value, dict):
        return says_nothing(value.get("name", 0))
    if isinstance(value, list | tuple):
        return all(map(says_nothing, value))
    return value is None or (isinstance(value, str) and not value.strip())


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, max_size=4))
@example([Record({"headline": b"bytes"}), Record({"headline": 7, "article_body": "x"})])
@example([Record({"headline": "a", "version": True}), Record({"headline": "a", "version": "many"})])
@example([Record({"headline": "a", "author": [b"A"]}), Record({"headline": "a", "author": "B"})])
def test_no_record_depends_on_those_beside_it(records):
    records = numbered(records)
    whole = tabulate(records, (), "in/a.json", "json")
    single = [tabulate([each], (), "in/a.json", "json") for each in records]
    for name in ("articles", "rejects"):
        parts = [getattr(each, name) for each in single]
        assert getattr(whole, name).to_pylist() == [row for part in parts for row in part.to_pylist()], name
    firsts = [sum(each.articles.num_rows for each in single[:number]) for number in range(len(single))]
    moved = [
        {**row, "article_row": row["article_row"] + first}
        for first, each in zip(firsts, single, strict=True)
        for row in each.teasers.to_pylist()
    ]
    assert whole.teasers.to_pylist() == moved


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("byline", "By Ana", "By Ana"),
        ("byline", "  By Ana ", "  By Ana "),
        ("byline", "  \u3000\n", None),
        ("byline", " " * 999, None),
        ("byline", "a\x00b", "a\x00b"),
        ("byline", "lone \ud800 end", "lone \ufffd end"),
        ("byline", "\ud83e\uddde", "\U0001f9de"),
        ("author", ["Ana", "Bo"], ["Ana", "Bo"]),
        ("author", ("Ana",), ["Ana"]),
        ("author", "Ana", ["Ana"]),
        ("author", {"@type": "Person", "name": "Ana"}, ["Ana"]),
        ("author", [{"name": "Ana"}, "Bo"], ["Ana", "Bo"]),
        ("author", [], None),
        ("author", ["", "Ana", " "], ["Ana"]),
        ("version", 3, 3),
        ("version", "3", 3),
        ("version", " 3 ", 3),
        ("version", 3.0, 3),
        ("version", "", None),
        ("version", 2**63 - 1, 2**63 - 1),
        ("is_accessible_for_free", True, True),
        ("is_accessible_for_free", "False", False),
        ("is_accessible_for_free", "", None),
    ],
)  # fmt: skip
def test_sound_values_are_kept_and_blank_ones_are_null(name, value, stored):
    row = one({name: value})
    assert row[name] == stored
    assert row["extra"] is None


@pytest.mark.parametrize(
    ("name", "value", "aside"),
    [
        ("byline", 7, 7),
        ("byline", b"By Ana", "b'By Ana'"),
        ("byline", ["By Ana"], ["By Ana"]),
        ("byline", True, True),
        ("author", [7], [7]),
        ("author", ["Ana", None], ["Ana", None]),
        ("author", {"role": "editor"}, {"role": "editor"}),
        ("author", [b"Ana"], ["b'Ana'"]),
        ("version", 2**63, 2**63),
        ("version", 10**30, 10**30),
        ("version", 3.5, 3.5),
        ("version", True, True),
        ("version", float("nan"), None),
        ("version", [float("inf"), 10**30], [None, 10**30]),
        ("version", "third", "third"),
        ("version", "٣", "٣"),
        ("version", "9" * 5000, "9" * 5000),
        ("is_accessible_for_free", "maybe", "maybe"),
        ("is_accessible_for_free", 1, 1),
        ("date_published", True, True),
        ("date_published", ["2026-01-01"], ["2026-01-01"]),
    ],
)  # fmt: skip
def test_values_of_a_wrong_type_are_null_and_kept_in_extra(name, value, aside):
    row = one({name: value})
    assert row.get(name) is None
    assert row.get(f"{name}_raw") is None
    assert extra(row) == {name: aside}


@pytest.mark.parametrize("name", ["version", "byline", "date_published", "author"])
@pytest.mark.parametrize("digits", [400, 5000])
def test_a_number_that_readers_of_json_cannot_take_is_kept_as_text(name, digits):
    row = one({name: 16**digits})
    assert row.get(name) is None
    assert extra(row) == {name: "0x1" + "0" * digits}


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ("Mo., 3. März 2025", "Mo., 3. März 2025"),
        (datetime(2026, 3, 3, 14, 5, tzinfo=timezone(timedelta(hours=2))), "2026-03-03T14:05:00+02:00"),
        (datetime(2026, 3, 3, 14, 5), "2026-03-03T14:05:00"),  # noqa: DTZ001 - sources leave the zone out
        (date(2026, 3, 3), "2026-03-03"),
        (1772546700, "1772546700"),
        (1772546700.5, "1772546700.5"),
        (" ", None),
    ],
)
def test_a_date_is_kept_as_printed(value, raw):
    assert one({"date_published": value})["date_published_raw"] == raw


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": [1, None, "ü"]}, '{"a":[1,null,"ü"]}'),
        ({7: date(2026, 1, 1)}, '{"7":"2026-01-01"}'),
        ([float("nan"), float("-inf")], "[null,null]"),
        ([10**30, float("nan"), {"lone": "\ud800"}], f'[{10**30},null,{{"lone":"\ufffd"}}]'),
        ({("a", 1): b"x"}, "{\"('a', 1)\":\"b'x'\"}"),
    ],
)
def test_any_value_can_be_written_as_json(value, text):
    assert to_json(value) == text
    strict(to_json(value))


def test_a_record_without_headline_and_body_is_a_reject_in_its_place_among_rejects():
    records = [
        Record({"headline": "One"}, 1, 0),
        Record({"byline": "By Ana", "headline": 7}, 2, 1, extra={"colour": "red"}),
        Record({"article_body": "Three"}, 4, 3),
        Record({"headline": " ", "article_body": ""}, 5, 4, raw={"title": " "}),
    ]
    given = [Reject("bad-json", "not JSON", 3, 2, "{"), Reject("cut", "the file ends", 6, None, None)]
    made = tabulate(records, given, "in/a.jsonl", "jsonl")
    assert made.articles["source_record"].to_pylist() == [0, 3]
    rejects = made.rejects.to_pylist()
    assert [each["source_record"] for each in rejects] == [1, 2, 4, None]
    assert [each["reason"] for each in rejects] == ["no-headline-and-body", "bad-json", "no-headline-and-body", "cut"]
    assert strict(rejects[0]["raw"]) == {"byline": "By Ana", "headline": 7, "colour": "red"}
    assert strict(rejects[2]["raw"]) == {"title": " "}
    assert {(each["source_file"], each["source_format"]) for each in rejects} == {("in/a.jsonl", "jsonl")}


def test_teasers_of_rejects_go_and_the_others_are_renumbered():
    records = [
        Record({}, record=0, teasers=(Teaser("gone"),)),
        Record({"headline": "A", "uri": "urn:a", "in_language": "de"}, record=1, teasers=(Teaser("a0"), Teaser("a1"))),
        Record({"byline": "x"}, record=2, teasers=(Teaser("gone too"),)),
        Record({"headline": "B", "publisher": "Bote"}, record=3, teasers=(Teaser("b0", " ", line=9),)),
    ]
    teasers = tabulate(records, (), "in/a.html", "html").teasers.to_pylist()
    assert [(each["article_row"], each["position"], each["headline"]) for each in teasers] == [
        (0, 0, "a0"), (0, 1, "a1"), (1, 0, "b0"),
    ]  # fmt: skip
    assert [(each["key"], each["uri"], each["in_language"]) for each in teasers[:2]] == [("urn:a", "urn:a", "de")] * 2
    assert (teasers[2]["source"], teasers[2]["description"], teasers[2]["source_line"]) == ("Bote", None, 9)


def test_what_was_refused_is_kept_to_its_first_bytes_and_no_code_point_is_cut():
    raw = "ü" * RAW_BYTES
    made = tabulate((), [Reject("cut", "lone \ud800", raw="x" + raw)], "a.txt", "text").rejects.to_pylist()
    assert made[0]["raw"] == "x" + "ü" * ((RAW_BYTES - 1) // 2)
    assert made[0]["message"] == "lone \ufffd"


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"uri": "urn:a", "url": "https://example.org/a"}, "urn:a"),
        ({"uri": " ", "url": "https://example.org/a"}, "https://example.org/a"),
        ({"uri": 7}, "2265e997f3e76c56b37b39ed6d2d4c8c"),
    ],
)
def test_the_key_is_the_uri_or_the_url_or_a_hash(values, key):
    assert one(values)["key"] == key


@pytest.mark.parametrize(
    ("values", "source"),
    [
        ({"publisher": "Küstenbote", "url": "https://example.org/a"}, "Küstenbote"),
        ({"publisher": " ", "url": "https://www.Example.org:8080/a?b#c"}, "example.org"),
        ({"url": "https://ana:pass@news.example.org/a"}, "news.example.org"),
        ({"url": "https://[2001:DB8::1]:80/a"}, "[2001:db8::1]"),
        ({"uri": "https://example.org/a", "url": "/a"}, "example.org"),
        ({"uri": "https://one.example/a", "url": "https://two.example/a"}, "two.example"),
        ({"uri": "urn:a"}, "in"),
        ({"uri": "tag:example.org,2026:a"}, "in"),
        ({"url": "https://"}, "in"),
        ({}, "in"),
    ],
)
def test_the_source_is_the_publisher_or_the_host_or_the_folder(values, source):
    assert one(values)["source"] == source


def test_the_folder_of_a_file_without_one_is_the_working_folder():
    assert (place("a.txt"), place("in/b/a.txt"), place("-"), place("/a.txt")) == (".", "in/b", ".", "/")


def hashed(headline: str | None, body: str | None) -> str:
    (made,) = content_hashes(pa.array([headline], pa.string()), pa.array([body], pa.string())).to_pylist()
    return str(made)


def test_a_content_hash_stays_what_it_is():
    """Datasets are compared by it: a change here would make every article new."""
    assert hashed("Ferry back in service", "The ferry sails again.") == "89b9e6cc4d1beb3753aec888f081cc57"


@pytest.mark.parametrize(
    ("one_text", "other"),
    [
        ("Ferry  back", "ferry\n\nback "),
        ("STRASSE", "straße"),
        ("e\u0301te\u0301", "été"),
        ("ﬁn", "fin"),
        ("カタカナ", "ｶﾀｶﾅ"),
        ("a\u00a0b", "a b"),
    ],
)
def test_texts_that_differ_in_form_alone_have_one_hash(one_text, other):
    assert hashed("Headline", one_text) == hashed("Headline", other)
    assert hashed(one_text, "Body") == hashed(other, "Body")


CLEAN = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@settings(deadline=None)
@given(st.tuples(CLEAN, CLEAN), st.tuples(CLEAN, CLEAN))
@example(("ab", "c"), ("a", "bc"))
@example(("", "a"), ("a", ""))
def test_headline_and_body_do_not_run_into_each_other(left, right):
    same = tuple(map(fold, left)) == tuple(map(fold, right))
    assert (hashed(*left) == hashed(*right)) == same


def test_the_tables_follow_the_schemas():
    assert {each.name for each in fields("article")} <= set(ARTICLES.names)
    assert {each.name for each in fields("teaser")} <= set(TEASERS.names)
    assert [each.field for each in required("article") if each.severity is Severity.ERROR] == [
        "headline",
        "article_body",
    ]
    assert {each.field: each.alternatives for each in required("article") if each.alternatives} == {
        "uri": ("url",), "author": ("byline",), "date_published": ("date_modified",),
    }  # fmt: skip


def test_nothing_becomes_empty_tables():
    made = tabulate((), (), "a.txt", "text")
    assert isinstance(made, Tables)
    assert (made.articles.num_rows, made.teasers.num_rows, made.rejects.num_rows) == (0, 0, 0)
    assert made.articles.schema.equals(LOADED_ARTICLES)
