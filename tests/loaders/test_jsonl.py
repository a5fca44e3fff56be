"""JSON Lines: every line is a record or a reject with its number."""

import io
import json
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableFileError
from copydesk.loaders import recognise
from copydesk.loaders.jsonl import LINES, load, sniff
from copydesk.model import ColumnMap, Origin, Record, Reject

GOOD = b'{"title": "Ferry held", "text": "For six hours."}\n'


def read(data: bytes, **origin: Any) -> list[Any]:
    """What follows the column map."""
    first, *rest = load(io.BytesIO(data), Origin("news.jsonl", **origin))
    assert isinstance(first, ColumnMap)
    return rest


def test_records_with_lines_and_extra():
    data = '\ufeff{"title": "Ferje", "text": "Seks timer.", "score": 3, "none": null}\n\n{"title": "港"}\n'.encode()
    one, two = read(data)
    assert one == Record(
        {"headline": "Ferje", "article_body": "Seks timer."},
        line=1,
        record=0,
        extra={"score": 3},
        raw={"title": "Ferje", "text": "Seks timer.", "score": 3, "none": None},
    )
    assert (two.fields, two.line, two.record) == ({"headline": "港"}, 3, 2)


def test_a_part_of_a_file_counts_on():
    assert LINES
    (record,) = read(GOOD, line=41, record=40)
    assert (record.line, record.record) == (41, 40)
    with_other_keys = b'{"x": 1}\n' + GOOD
    assert len(read(with_other_keys * 300, line=2, record=1, columns={"headline": "title"})) == 600


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        (b'{"title": "a",}\n', "bad-json", "at column 1"),
        (b'{"title": "a\n', "bad-json", "breaks off after column 12, inside the text that begins at column 11;"),
        (b'{"title": "a\r\n', "bad-json", "breaks off after column 12, inside the text that begins at column 11;"),
        (b'{"title": "\xe8\x88\xb9 a",  \n', "bad-json", "not JSON: it breaks off after column 16;"),
        (b'{"title":\n', "bad-json", "breaks off after column 9;"),
        (b"{\n", "bad-json", "breaks off after column 1;"),
        (b'{"title": "a\tb"}\n', "bad-json", "Invalid control character at column 13;"),
        (b'{"title": "a" "b"}\n', "bad-json", "Expecting ',' delimiter at column 15;"),
        (b'{"title": "a"} {"title": "b"}\n', "bad-json", "Extra data at column 16"),
        (b'["a"]\n', "not-an-object", "array"),
        (b"12\n", "not-an-object", "number"),
        (b'"a"\n', "not-an-object", "string"),
        (b"null\n", "not-an-object", "null"),
        (b'{"title": "caf\xe9"}\n', "bad-encoding", "0xe9 at byte 15"),
        (b'{"title":"a","x":' + b"[" * 300 + b"]" * 300 + b"}\n", "too-deep", "200"),
        (b'{"title":' + b"[" * 100_000 + b"\n", "bad-json", "nested too deep"),
    ],
)
def test_a_bad_line_is_a_reject_and_the_others_are_read(line, reason, words):
    before, reject, after = read(GOOD + line + GOOD)
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.line, reject.record) == (reason, 2, 1)
    assert words in reject.message
    assert (before.line, after.line) == (1, 3)


def test_a_cut_last_line_says_so():
    *_, reject = read(GOOD + GOOD[:20])
    assert "cut off" in reject.message
    assert reject.raw == GOOD[:20].decode()


def test_what_orjson_refuses_and_python_reads():
    line = rb'{"title": "\ud800 a", "text": NaN, "a": 1e999, "b": -Infinity, "c": 123456789012345678901234567890}'
    (record,) = read(line)
    assert record.fields["headline"].endswith(" a")
    assert "article_body" not in record.fields
    assert record.extra == {"a": float("inf"), "c": 123456789012345678901234567890.0}


def test_the_last_of_two_values_counts():
    (record,) = read(b'{"title": "a", "title": "b"}')
    assert record.fields["headline"] == "b"


def test_records_of_different_keys():
    one, two, three = read(b'{"title": "a"}\n{"headline": "b", "id": 7}\n{"judul": "c", "isi": "d"}\n')
    assert [each.fields.get("headline") for each in (one, two, three)] == ["a", "b", "c"]
    assert three.fields["article_body"] == "d"
    assert two.extra == {"id": 7}


def test_utf16_is_read():
    data = "\ufeff" + (GOOD.decode() * 2)
    assert [each.line for each in read(data.encode("utf-16-le"))] == [1, 2]


def test_no_usable_columns():
    with pytest.raises(UnreadableFileError, match="its columns are: a, b") as caught:
        read(b'{"a": "x", "b": "y"}\n')
    assert caught.value.reason == "no-usable-columns"
    assert "[columns]" in str(caught.value.remedy)


def test_windows_line_ends_in_a_body_become_line_feeds():
    (record,) = read(b'{"title": "a", "text": "One.\\r\\n\\r\\nTwo.\\r"}\r\n')
    assert record.fields["article_body"] == "One.\n\nTwo.\r"


@pytest.mark.parametrize(
    ("head", "name", "format_"),
    [
        (GOOD * 2, "x.jsonl", "jsonl"),
        (GOOD * 2, "x.json", "jsonl"),
        (GOOD * 2, "x", "jsonl"),
        (GOOD, "x.ndjson", "jsonl"),
        (GOOD, "x.json", "json"),
        (b'{"broken"\n' + GOOD, "x.jsonl", "jsonl"),
        (b'{\n  "title": "a"\n}\n', "x.jsonl", "json"),
        (b'[{"title": "a"}]', "x.jsonl", "json"),
    ],
)
def test_recognised(head, name, format_):
    assert recognise(head, name) == format_


def test_sniff_of_other_things():
    assert sniff(b"Plain words.\nAnd more.\n", "x.txt") == 0
    assert sniff(b"", "x.txt") == 0


@given(st.lists(st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=4)))
def test_every_line_comes_out_in_order(records):
    lines = [{"title": "a", **each} for each in records]
    data = b"".join(json.dumps(each).encode() + b"\n" for each in lines)
    out = read(data)
    assert [each.line for each in out] == list(range(1, len(lines) + 1))
    assert all(isinstance(each, Record) for each in out)


@given(st.lists(st.binary(max_size=40)))
def test_noise_never_raises(lines):
    data = GOOD + b"\n".join(lines)
    out = read(data)
    assert isinstance(out[0], Record)
    assert all(isinstance(each, (Record, Reject)) for each in out)
    assert len(out) <= data.count(b"\n") + 1
    assert all(orjson.dumps(each.message) for each in out if isinstance(each, Reject))
