"""Formats are really checked, and the screen never lets pass what jsonschema refuses."""

from datetime import datetime

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.formats import CHECKER, KINDS, is_date_time, is_uri, is_uri_reference, suspects, validator, violation
from copydesk.tables import json_schema

PROPERTIES = json_schema("article")["properties"]
IDENTIFIERS = ("urn:isbn:0451450523", "urn:newsml:example.org:20260101:7", "tag:example.org,2026:a/b", "TAG:a,2026:b")
ADDRESSES = (
    "https://example.org",
    "HTTPS://Example.org/a/b?c=d#e",
    "http://user@example.org:8080/%E2%82%AC",
    "https://[2001:db8::1]:80/",
    "https://xn--kstenbote-q9a.example/?",
)
HOSTLESS = ("http://", "https://", "http:", "http:x", "http:///path", "https://?a=b", "https://#top", "HTTP:/path")
NO_URIS = (
    "", "example.org", "/path", "//example.org/", "12345", "not a uri", "https://example.org/a b", "https://a/%zz",
    "https://example.org:port/", "https://example.org/\n", "\thttps://example.org/", "https://example.org/ü",
    "https://example.org/{id}", "https://a@b@c/", "https://[::1/", "://example.org", "1http://example.org",
)  # fmt: skip


@pytest.mark.parametrize("value", [*IDENTIFIERS, *ADDRESSES])
def test_sound_identifiers_pass(value):
    assert is_uri(value)
    assert violation("article", "uri", value) is None


@pytest.mark.parametrize("value", ADDRESSES)
def test_sound_addresses_pass(value):
    assert violation("article", "url", value) is None


@pytest.mark.parametrize("value", NO_URIS)
def test_what_is_no_uri_fails(value):
    assert not is_uri(value)
    assert violation("article", "uri", value) == "format"
    assert violation("article", "url", value) == "format"


@pytest.mark.parametrize("value", HOSTLESS)
def test_an_address_without_a_host_fails(value):
    assert violation("article", "uri", value) == "pattern"
    assert violation("article", "url", value) == "pattern"


@pytest.mark.parametrize("value", IDENTIFIERS)
def test_an_identifier_is_no_address(value):
    assert violation("article", "url", value) == "pattern"


@pytest.mark.parametrize("value", ["/path", "//example.org/a", "?a=b", "#top", "", "a b"])
def test_a_reference_may_be_relative(value):
    assert is_uri_reference(value) == (value != "a b")
    assert violation("teaser", "url", value) == (None if value != "a b" else "format")


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-28T10:00:00Z",
        "2024-02-29T23:59:59.123456789+05:30",
        "2026-02-28T10:00:00-00:00",
        "2026-02-28t10:00:00z",
    ],
)
def test_sound_date_times_pass(value):
    assert is_date_time(value)
    assert validator("article", "date_published").is_valid(value)


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-30T10:00:00Z",
        "2025-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-02-28T24:00:00Z",
        "2026-02-28T10:60:00Z",
        "2026-02-28T10:00:61Z",
        "2026-02-28T10:00:60Z",
        "2026-02-28T10:00:00+24:00",
        "2026-02-28T10:00:00",
        "2026-02-28 10:00:00Z",
        "2026-02-28",
        "28.02.2026",
        "2026-02-28T10:00:00Z\n",
        " 2026-02-28T10:00:00Z",
        "٢٠٢٦-02-28T10:00:00Z",
        "",
    ],
)
def test_bad_date_times_fail(value):
    assert not is_date_time(value)
    assert violation("article", "date_published", value) == "format"


@settings(deadline=None)
@given(st.datetimes(), st.sampled_from(["Z", "+00:00", "-11:30"]))
def test_what_python_writes_is_a_date_time(moment, zone):
    assert is_date_time(f"{datetime.isoformat(moment)}{zone}")


@pytest.mark.parametrize("name", ["date-time", "uri", "uri-reference"])
def test_formats_are_those_of_texts_alone(name):
    for value in (7, None, ["a b"], {"a": 1}):
        CHECKER.check(value, name)


URIS = st.one_of(
    st.text(st.sampled_from("ahtps:/?#[]@!$&'()*+,;=%20-._~xé\n "), max_size=14),
    st.from_regex(r"\A(https?|urn|tag|HTTP):/{0,3}[a-z0-9.:@%/?\[\]#_-]{0,12}\Z"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(URIS, max_size=5))
@example(
    ["https://example.org:x/", "a://:x", "https://a@b@c/", "https:////", "urn:%zz", "https://a/\n", "https://:80/"]
)
def test_the_screen_of_addresses_never_lets_pass_what_is_refused(values):
    for field in ("uri", "url"):
        caught = suspects("article", field, pa.array(values, pa.string()))
        passed = [value for position, value in enumerate(values) if position not in caught]
        assert [value for value in passed if violation("article", field, value)] == []


def test_the_screen_takes_what_news_has():
    plain = [*ADDRESSES[:2], "https://example.org/news/2026/10/ferry-back.html?ref=home&page=2", "urn:isbn:0451450523"]
    unfragmented = [each.partition("#")[0] for each in plain]
    assert suspects("article", "uri", pa.array(unfragmented)) == []
    assert suspects("article", "url", pa.array([None, unfragmented[0]])) == []


@settings(deadline=None)
@given(st.sampled_from(["in_language", "headline", "word_count", "version", "byline"]), st.data())
def test_no_screen_lets_pass_what_is_refused(field, data):
    text = PROPERTIES[field]["type"] == "string"
    values = st.text(st.sampled_from("deEN-_1 \nü"), min_size=1, max_size=9).map(lambda each: each * data.draw(LENGTHS))
    drawn = data.draw(st.lists(st.none() | (values if text else st.integers(-3, 3)), max_size=4))
    caught = suspects("article", field, pa.array(drawn, pa.string() if text else pa.int64()))
    for position, value in enumerate(drawn):
        assert position in caught or value is None or violation("article", field, value) is None


LENGTHS = st.sampled_from([1, 1, 1, 500])


def test_the_gravest_violation_is_told():
    assert violation("article", "headline", 7) == "type"
    assert violation("article", "url", "ftp://x y") == "format"
    assert violation("article", "headline", "x" * 2001) == "length"
    assert violation("article", "version", -1) == "range"
    assert violation("article", "author", ["Ana", 7]) == "type"
    assert violation("article", "author", ["Ana", ""]) == "length"


def test_every_rule_of_the_schemas_has_a_kind():
    told = {"title", "description", "format", "items", "x-severity", "x-alternatives", *KINDS}
    for name in ("article", "teaser"):
        assert {rule for rules in json_schema(name)["properties"].values() for rule in rules} <= told
