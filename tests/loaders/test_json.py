"""JSON documents: the articles are found wherever they are wrapped, with their lines."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableFileError
from copydesk.loaders import recognise
from copydesk.loaders.json import load, sniff
from copydesk.model import ColumnMap, Origin, Record, Reject

ARTICLE = {"headline": "Ferry held in harbour", "articleBody": "For six hours.", "datePublished": "2024-01-02"}


def read(document: Any, **columns: str | int) -> list[Any]:
    """What follows the column map; a value is written as JSON first."""
    data = document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False, indent=1).encode()
    first, *rest = load(io.BytesIO(data), Origin("news.json", columns=columns))
    assert isinstance(first, ColumnMap)
    return rest


def outcome(document: Any) -> Any:
    """What `read` gives, or the reason for which it refuses the file."""
    try:
        return read(document)
    except UnreadableFileError as error:
        return error.reason


def headlines(document: Any, **columns: str | int) -> list[Any]:
    """The headlines of all records."""
    return [each.fields.get("headline") for each in read(document, **columns)]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda articles: articles,
        lambda articles: {"status": "ok", "totalResults": 2, "articles": articles},
        lambda articles: {"title": "My collection", "description": "All of it", "items": articles},
        lambda articles: {"news": articles},
        lambda articles: {"response": {"docs": articles, "meta": {"title": "Found"}}},
        lambda articles: {"hits": {"hits": [{"_id": str(n), "_source": each} for n, each in enumerate(articles)]}},
        lambda articles: {str(number): each for number, each in enumerate(articles)},
        lambda articles: {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, *articles]},
        lambda articles: [{"page": 1, "results": articles[:1]}, {"page": 2, "results": articles[1:]}],
        lambda articles: {"train": articles[:1], "test": articles[1:]},
    ],
)
def test_wrappers(wrap):
    articles = [ARTICLE, {**ARTICLE, "headline": "船"}]
    assert [each for each in headlines(wrap(articles)) if each] == ["Ferry held in harbour", "船"]


def test_a_single_article_with_related_ones_is_one_article():
    related = [{"headline": "Another", "datePublished": "2024-01-01", "url": "https://example.org/2"}]
    assert headlines({**ARTICLE, "related": related}) == ["Ferry held in harbour"]
    assert headlines({"headline": "Alone"}) == ["Alone"]


def test_json_ld():
    (record,) = read(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            **ARTICLE,
            "@id": "https://example.org/1#article",
            "author": [{"@type": "Person", "name": "Kari Nordmann"}],
            "publisher": {"@type": "Organization", "name": "Nordkyn Posten"},
            "inLanguage": "nb",
            "keywords": "ferge, havn",
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.org/1"},
            "isAccessibleForFree": "False",
        }
    )
    assert record.fields == {
        "uri": "https://example.org/1#article",
        "url": "https://example.org/1",
        "headline": "Ferry held in harbour",
        "article_body": "For six hours.",
        "author": ["Kari Nordmann"],
        "publisher": "Nordkyn Posten",
        "date_published": "2024-01-02",
        "in_language": "nb",
        "keywords": ["ferge", "havn"],
        "is_accessible_for_free": "False",
    }
    assert record.extra == {"@context": "https://schema.org", "@type": "NewsArticle"}


def test_ninjs():
    (record,) = read(
        {
            "uri": "urn:example:1",
            "headlines": [{"role": "main", "value": "Militärövning hålls"}, {"role": "short", "value": "Övning"}],
            "bodies": [{"role": "text", "contentType": "text/plain", "value": "Den hålls."}],
            "descriptions": [{"role": "text", "value": "Kort."}],
            "versionCreated": "2021-05-26T13:40:18+02:00",
            "pubStatus": "usable",
            "language": "sv",
        }
    )
    assert record.fields == {
        "uri": "urn:example:1",
        "headline": "Militärövning hålls",
        "article_body": "Den hålls.",
        "description": "Kort.",
        "date_modified": "2021-05-26T13:40:18+02:00",
        "in_language": "sv",
        "pub_status": "usable",
    }


def test_nested_headline_and_path():
    record = {"headline": {"main": "A", "kicker": "K"}, "lead_paragraph": "L", "pub_date": "2024", "web_url": "u:1"}
    (found,) = read({"response": {"docs": [record]}})
    assert found.fields["headline"] == "A"
    assert found.extra == {"headline": {"kicker": "K"}}
    (found,) = read([{"h": {"x": "A", "y": "B"}, "b": "Body."}], headline="h.x", article_body="b")
    assert found.fields == {"headline": "A", "article_body": "Body."}
    assert found.extra == {"h": {"y": "B"}}


def test_fields_inside_a_column():
    record = {"webTitle": "A", "webUrl": "https://example.org/a", "fields": {"bodyText": "B.", "wordcount": "1"}}
    (found,) = read({"response": {"status": "ok", "results": [record]}})
    assert found.fields["article_body"] == "B."
    assert found.extra == {}


@pytest.mark.parametrize("indent", [None, 2])
def test_lines_of_records(indent):
    articles = [
        {**ARTICLE, "note": 'a "quoted" [x] {y} \\'},
        {"headline": "b", "tags": ["x", {"y": 1}]},
        {"title": "c"},
    ]
    data = json.dumps({"meta": {"a": [1]}, "articles": articles}, indent=indent).encode()
    starts = [data.decode()[: data.decode().index(each)].count("\n") for each in ("Ferry", '"b"', '"c"')]
    assert [each.line for each in read(data)] == [each or 1 for each in starts]
    assert [each.record for each in read(data)] == [0, 1, 2]


def test_documents_one_after_another():
    one, two, three = read(json.dumps(ARTICLE, indent=1).encode() + b'\n{"title": "b"} {"title": "c"}')
    assert [each.line for each in (one, two, three)] == [1, 6, 6]
    assert three.fields["headline"] == "c"


def test_a_broken_document_behind_others_is_a_reject():
    one, reject = read(b'{"title": "a"}\n{"title": }\n{"title": "c"}')
    assert isinstance(one, Record)
    assert (reject.reason, reject.line) == ("bad-json", 2)
    assert "line 2, column 11" in reject.message


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b'[{"title": "a"},\n {"title": "b"', "it breaks off at line 2, column 15", 2),
        (b'[{"title": "a"},\n {"title": "b\n\n', "it breaks off at line 2, column 14", 2),
        (b'[{"title": "a"},\n {"title": "b', "it breaks off at line 2, column 14", 2),
        (b'[{"title": "a"},\n\n', "it breaks off at line 1, column 17", 1),
        (b'{"title": "a",}', "line 1, column 1[45]", 1),
        (b"[" * 100_000, "nested too deep", 1),
        (b'{\n"title": "\x00"}', "line 2, column 11", 2),
    ],
)
def test_a_broken_document_is_refused_with_its_place(data, words, line):
    with pytest.raises(UnreadableFileError, match=words) as caught:
        read(data)
    assert (caught.value.reason, caught.value.line) == ("bad-json", line)


def test_entries_that_are_no_objects_are_rejects():
    one, reject = read([ARTICLE, "an address"])
    assert (one.record, reject.record, reject.reason) == (0, 1, "not-an-object")
    assert reject.raw == '"an address"'
    assert [each.reason for each in read([1, [2]])] == ["not-an-object", "not-an-object"]


def test_nothing_usable():
    with pytest.raises(UnreadableFileError, match="its columns are: a, b"):
        read([{"a": 1, "b": "x"}])
    with pytest.raises(UnreadableFileError, match=r"\(none\)"):
        read({})
    assert read([]) == []


def test_other_encodings():
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        data = json.dumps({**ARTICLE, "headline": "Fähre bleibt über Nacht im Hafen für Prüfung"}, ensure_ascii=False)
        assert headlines(data.encode(encoding)) == ["Fähre bleibt über Nacht im Hafen für Prüfung"]


def test_a_repeated_key_takes_the_lines_away():
    (record,) = read(b'{"articles": [], "x": 1, "articles": [{"title": "a", "body": "b"}]}')
    assert record.fields["headline"] == "a"


@pytest.mark.parametrize(
    ("head", "name", "wanted"),
    [
        (b'{"title": "a"}', "a.json", True),
        (b'\n [ {"title": ', "a", True),
        (b"{{ template }} of a story", "a.txt", False),
        (b"[Update] The ferry sails again", "a.txt", False),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a.json", False),
    ],
)
def test_sniff(head, name, wanted):
    assert (sniff(head, name) >= 50) is wanted
    if wanted:
        assert recognise(head, name) == "json"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.lists(json_values, max_size=5))
def test_any_array_comes_out_whole(entries):
    out = read([ARTICLE, *entries])
    assert [each.record for each in out] == list(range(len(entries) + 1))
    assert all(
        isinstance(each, Reject if not isinstance(entry, dict) else Record)
        for each, entry in zip(out[1:], entries, strict=True)
    )


@given(json_values)
def test_any_value_is_read_or_refused(value):
    out = outcome(value)
    assert out == "no-usable-columns" or all(isinstance(each, (Record, Reject)) for each in out)
