"""Whole columns say what single strings say, and sources settle what strings leave open."""

import re
from collections.abc import Sequence

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.dates import READINGS, SURVEY, read, read_column, settle, survey
from copydesk.language.dates.columns import FEW
from copydesk.language.dates.table import table

SHAPES = [
    ("0000-00-00T00:00:00Z", None),
    ("0000-00-00T00:00:00.000+00:00", None),
    ("0000-00-00 00:00", "de"),
    ("00/00/0000 00:00 PM", "en"),
    ("Tue, 00/00/0000 - 00:00", None),
    ("00.00.00", "de"),
    ("00-00-00", None),
    ("00/00/00", "ja"),
    ("00. März 0000, 00:00 Uhr", "de"),
    ("Thursday, 00 July 0000", "en"),
    ("00 lis 0000", None),
    ("0000年0月00日", "ja"),
    ("00 กรกฎาคม 0000", "th"),
    ("00-09-0000 هـ", "ar"),
    ("0000000000", None),
    ("00/00/0000 00:00 ET", "en"),
    ("00 May 0000 00:00 UTC+0", None),
    ("no date", None),
    ("&#000; 00/00/0000", None),
]
LIKELY = st.sampled_from("0011112222333456789")


def column(raws: Sequence[str | None], language: str | None = None) -> pa.Table:
    return read_column(pa.array(raws, pa.string()), pa.array([language] * len(raws), pa.string()))


@pytest.mark.parametrize(("shape", "language"), SHAPES, ids=[shape for shape, _ in SHAPES])
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_in_bulk_as_one_by_one(shape: str, language: str | None, data: st.DataObject) -> None:
    digits = data.draw(st.lists(LIKELY, min_size=400, max_size=400))
    years = iter(["2016", "1999", "2024", "1970", "0001", "1437", "2559"] * 60)
    supply = iter(digits * 4)

    def filled(_: int) -> str:
        text = re.sub("0000", lambda _: next(years), shape)
        return re.sub("0", lambda _: next(supply), text) if "0" in text else text

    raws = [filled(number) for number in range(FEW * 2)]
    got = column(raws, language)
    assert got.schema.equals(READINGS)
    assert got.to_pylist() == table([read(raw, language) for raw in raws]).to_pylist()


def test_nothing_and_little() -> None:
    assert column([]).equals(READINGS.empty_table())
    assert column([None, "2016-07-12"])["local"].to_pylist() == [None, "2016-07-12"]
    assert column([None])["problem"].to_pylist() == [None]


def test_order_of_rows_is_kept_and_slices_are_read() -> None:
    raws = ["x", "2016-07-12"] + [f"2016-07-{day:02d}" for day in range(1, 31)] + [None, "12 July 2016"]
    whole = pa.array(raws, pa.string())
    cut = whole.slice(2)
    assert (
        read_column(cut, pa.nulls(len(cut), pa.string()))["local"].to_pylist() == column(raws)["local"].to_pylist()[2:]
    )


def settled(raws: list[str], sources: list[str | None], language: str | None = None, **zones: str) -> pa.Table:
    readings, names = column(raws, language), pa.array(sources, pa.string())
    return settle(readings, names, survey(readings, names), zones)


def test_survey_counts_what_numbers_and_weekdays_prove() -> None:
    readings = column(["13/07/2016", "14/07/2016", "07/13/2016", "12.07.2016", "07/07/2016", "x"])
    counts = survey(readings, pa.array(["a", "a", "b", "a", "a", "a"]))
    assert counts.schema.equals(SURVEY)
    assert [tuple(row.values()) for row in counts.to_pylist()] == [
        ("a", "#/#/####", "dmy", 2),
        ("b", "#/#/####", "mdy", 1),
    ]


def test_siblings_decide_what_is_open_and_outweigh_the_language() -> None:
    got = settled(["07/12/2016", "07/13/2016", "07/12/2016"], ["a", "a", "b"], "es")
    assert got["local"].to_pylist() == ["2016-07-12", "2016-07-13", "2016-12-07"]
    assert got["evidence"].to_pylist() == ["sibling", "over-12", "locale"]
    assert got["problem"].to_pylist() == [None, None, None]
    assert got["tz"].to_pylist() == ["none", "none", "none"]


def test_siblings_of_the_same_way_of_writing_come_first() -> None:
    got = settled(["Wed, 07/01/2026 - 09:00", "Mon, 29/12/2025 - 09:00", "12/30/2025"], ["a"] * 3)
    assert got["local"].to_pylist() == ["2026-01-07T09:00", "2025-12-29T09:00", "2025-12-30"]


def test_a_source_that_contradicts_itself_settles_nothing() -> None:
    got = settled(["07/12/2016", "07/13/2016", "13/07/2016"], ["a"] * 3, "es")
    assert got["local"].to_pylist() == [None, "2016-07-13", "2016-07-13"]
    assert got["evidence"].to_pylist()[0] == "undecidable"
    assert got["value"].to_pylist()[0] is None
    assert got["tz"].to_pylist()[0] is None


def test_rows_without_a_source_are_one_source() -> None:
    assert settled(["07/12/2016", "07/13/2016"], [None, None])["evidence"].to_pylist() == ["sibling", "over-12"]


def test_an_offset_survives_the_siblings() -> None:
    got = settled(["07/12/2016 14:17 +02:00", "07/13/2016 14:17 +02:00"], ["a", "a"])
    assert got["local"].to_pylist()[0] == "2016-07-12T14:17+02:00"
    assert got["tz"].to_pylist()[0] == "explicit"
    assert str(got["value"].to_pylist()[0]) == "2016-07-12 12:17:00+00:00"


def test_a_zone_named_by_the_user_moves_times_but_not_days() -> None:
    raws = ["12 July 2016 14:17", "12 July 2016", "12 July 2016 14:17 GMT", "12 July 2016 14:17"]
    got = settled(raws, ["a", "a", "a", "b"], a="Europe/Berlin")
    assert got["tz"].to_pylist() == ["assumed", "none", "explicit", "none"]
    assert [str(each)[11:16] for each in got["value"].to_pylist()] == ["12:17", "00:00", "14:17", "14:17"]
    assert got["local"].to_pylist()[0] == "2016-07-12T14:17"
