"""Parquet, and tables in memory: every type becomes what JSON has."""

import io
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from copydesk.errors import UnreadableFileError, UsageError
from copydesk.loaders import recognise
from copydesk.loaders._cells import plain
from copydesk.loaders._tabular import frame_records
from copydesk.loaders.parquet import load
from copydesk.model import ColumnMap, Origin


def parquet(table: pa.Table, **options: Any) -> bytes:
    """The bytes of a table."""
    sink = io.BytesIO()
    pq.write_table(table, sink, **options)
    return sink.getvalue()


def read(table: pa.Table, **columns: str | int) -> list[Any]:
    """What follows the column map."""
    first, *rest = load(io.BytesIO(parquet(table, row_group_size=2)), Origin("news.parquet", columns=columns))
    assert isinstance(first, ColumnMap)
    return rest


def test_types():
    moment = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    table = pa.table(
        {
            "title": pa.array(["a", None, "c"]).dictionary_encode(),
            "text": pa.array(["x", "y", "z"], pa.large_string()),
            "published": pa.array([moment, None, moment], pa.timestamp("ns", "Europe/Oslo")),
            "updated": pa.array([moment.replace(tzinfo=None, microsecond=600)] * 3, pa.timestamp("us")),
            "authors": pa.array([["A", "B"], [], None]),
            "day": pa.array([date(2024, 1, 2)] * 3),
            "hour": pa.array([time(1, 2)] * 3),
            "price": pa.array([Decimal("1.50")] * 3),
            "score": [1.5, float("nan"), None],
            "blob": [b"caf\xc3\xa9", b"\xff\x00", None],
            "flag": [True, False, None],
        }
    )
    one, two, three = read(table)
    assert one.fields == {
        "headline": "a",
        "article_body": "x",
        "date_published": "2024-01-02T04:04:05+01:00",
        "date_modified": "2024-01-02T03:04:05.000600",
        "author": ["A", "B"],
    }
    assert one.extra == {
        "day": "2024-01-02",
        "hour": "01:02:00.000000",
        "price": "1.50",
        "score": 1.5,
        "blob": "café",
        "flag": True,
    }
    assert two.fields == {"article_body": "y", "date_modified": "2024-01-02T03:04:05.000600"}
    assert two.extra["blob"] == "binary, 2 bytes"
    assert "score" not in two.extra
    assert (three.line, three.record, three.raw["title"]) == (None, 2, "c")


def test_structs_by_name_and_by_path():
    rows = [{"main": "a", "kicker": None}, {"main": "b", "kicker": "k"}]
    table = pa.table({"headline": rows, "payload": [{"story": {"words": "x"}}] * 2})
    one, two = read(table, article_body="payload.story.words")
    assert one.fields == {"headline": "a", "article_body": "x"}
    assert one.extra == {}
    assert two.extra == {"headline": {"kicker": "k"}}


def test_a_zone_that_is_not_known_and_years_out_of_range():
    nowhere = pa.array([0], pa.timestamp("s", "Nowhere/Land"))
    far = pa.array([10**12], pa.timestamp("s"))
    (record,) = read(pa.table({"title": ["a"], "published": nowhere, "updated": far}))
    assert record.fields["date_published"] == "1970-01-01T00:00:00+00:00"
    assert isinstance(record.fields["date_modified"], str)
    nested = pa.array([[10**12]], pa.list_(pa.timestamp("s")))
    with pytest.raises(UnreadableFileError, match="out of range"):
        read(pa.table({"title": ["a"], "x": nested}))


def test_damaged_files():
    whole = parquet(pa.table({"title": ["a"] * 99, "text": [str(each) for each in range(99)]}))
    for data in (whole[:200], whole[:-9], b"PAR1", whole[:50] + b"\xff" * 200 + whole[250:]):
        with pytest.raises(UnreadableFileError) as caught:
            list(load(io.BytesIO(data), Origin("x.parquet")))
        assert caught.value.reason == "broken-parquet"
        assert "again" in str(caught.value.remedy)


def test_no_usable_columns_and_no_rows():
    with pytest.raises(UnreadableFileError, match="its columns are: a, b"):
        read(pa.table({"a": [1], "b": [2]}))
    assert read(pa.table({"title": pa.array([], pa.string())})) == []


def test_recognised():
    assert recognise(parquet(pa.table({"title": ["a"]})), "x") == "parquet"


def test_frames():
    frame = pd.DataFrame(
        {
            "title": ["a", None, "c"],
            "text": ["x", "y", np.nan],
            "published": pd.to_datetime(["2024-01-02", None, "2024-01-03"], utc=True),
            "mixed": [1, "b", np.float64("nan")],
            "count": [1, None, 3],
        },
        index=[7, 8, 9],
    )
    columns, one, two, three = frame_records(frame, Origin("DataFrame"))
    assert columns == ColumnMap(
        {"headline": "title", "article_body": "text", "date_published": "published"}, ("mixed", "count")
    )
    assert one.fields == {"headline": "a", "article_body": "x", "date_published": "2024-01-02T00:00:00+00:00"}
    assert one.extra == {"mixed": 1, "count": 1.0}
    assert two.fields == {"article_body": "y"}
    assert three.extra == {"count": 3.0}
    assert [each.record for each in (one, two, three)] == [0, 1, 2]


def test_frames_of_many_batches_and_arrow_tables():
    frame = pd.DataFrame({"title": [f"story {each}" for each in range(9000)]})
    for given in (frame, pa.Table.from_pandas(frame), pa.RecordBatch.from_pandas(frame)):
        _, *records = frame_records(given, Origin("frame"))
        assert [each.fields["headline"] for each in records] == list(frame["title"])
        assert [each.record for each in records] == list(range(9000))


def test_an_arrow_stream_and_anything_else():
    class Stream:
        def __arrow_c_stream__(self, requested_schema=None):
            return pa.table({"title": ["a"]}).__arrow_c_stream__(requested_schema)

    assert [each.fields for each in list(frame_records(Stream(), Origin("s")))[1:]] == [{"headline": "a"}]
    with pytest.raises(UsageError, match="a list"):
        frame_records([{"title": "a"}], Origin("l"))


def test_plain_values():
    assert plain(np.int64(3)) == 3
    assert plain(np.array(["a", None], dtype=object)) == ["a", None]
    assert plain({"a": {1, 2}, 3: (1.5, float("nan"))}) == {"a": ["1", "2"], "3": [1.5, None]}
    assert plain(pd.NaT) is None
    assert plain(pd.NA) is None
    assert plain(pd.Timestamp("2024-01-02", tz="UTC")) == "2024-01-02T00:00:00+00:00"
    assert plain(Decimal("1.5")) == "1.5"
