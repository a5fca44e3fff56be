"""What a dataset looks like in numbers: independent of batches, and true to the rows."""

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import portrait
from copydesk.counted import Counted
from copydesk.tables import ARTICLES, FINDINGS

TEXTS = st.none() | st.text(max_size=40)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "source": st.sampled_from(["Vale", "港新聞", ""]),
            "headline": TEXTS,
            "article_body": TEXTS,
            "date_published_local": st.sampled_from([None, "2026-05-01", "2026-05-02T08:00+02:00", "2026"]),
            "date_published_precision": st.sampled_from([None, "day", "minute"]),
            "date_published_evidence": st.sampled_from([None, "iso"]),
        }
    ),
    max_size=30,
)


def batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(rows, schema=ARTICLES)


def counted(rows: list[dict[str, Any]], findings: list[dict[str, Any]] | None = None, **given: Any) -> Counted:
    sources: dict[str, int] = {}
    for row in rows:
        sources[row["source"]] = sources.get(row["source"], 0) + 1
    ordered = dict(sorted(sources.items(), key=lambda each: (-each[1], each[0])))
    table = pa.Table.from_pylist(findings or [], schema=FINDINGS)
    return Counted({}, ordered, given.get("teasers", {}), (None, None), table, {})


@given(rows=ROWS, order=st.randoms(use_true_random=False), size=st.integers(1, 7))
def test_neither_order_nor_batches_matter(rows, order, size):
    whole = portrait.merge([portrait.survey(batch(rows))])
    order.shuffle(rows)
    parts = [portrait.survey(batch(rows[start : start + size])) for start in range(0, len(rows), size)]
    assert portrait.merge(parts).equals(whole)


@given(rows=ROWS)
def test_every_row_is_counted_once(rows):
    tally = portrait.merge([portrait.survey(batch(rows))]).to_pylist()
    assert sum(each["count"] for each in tally if each["of"] == "days") == len(rows)
    assert sum(each["count"] for each in tally if each["of"] == "dates") == len(rows)
    made = portrait.portrait(portrait.merge([portrait.survey(batch(rows))]), counted(rows), {})
    lengths = {each.field: sum(each.counts) for each in made.lengths}
    assert lengths.get("headline", 0) == sum(bool(row["headline"]) for row in rows)
    for each in made.lengths:
        assert each.counts[0]
        assert each.counts[-1]
        assert len(each.bounds) - len(each.counts) in {0, 1}
        below = sum(each.counts[: each.middle])
        assert below < (sum(each.counts) + 1) // 2 <= below + each.counts[each.middle]


@given(ROWS, ROWS)
def test_two_versions_are_contrasted_by_all_their_rows(before, now):
    tallies = [portrait.merge([portrait.survey(batch(rows))]) for rows in (before, now)]
    found = {each.measure: each for each in portrait.contrasts(*tallies)}
    for rows, side in ((before, "before"), (now, "now")):
        counts = {name: dict(zip(each.names, getattr(each, side), strict=True)) for name, each in found.items()}
        for source in ("Vale", "港新聞", ""):
            assert counts.get("source", {}).get(source, 0) == sum(row["source"] == source for row in rows)
        headlines = sum(row["headline"] is not None for row in rows)
        assert counts.get("field", {}).get("headline", 0) == headlines
        assert sum(counts.get("length", {}).values()) == sum(bool(row["article_body"]) for row in rows)


def test_versions_without_articles_have_nothing_to_contrast():
    assert portrait.contrasts(portrait.merge([]), portrait.merge([])) == ()


def test_fields_are_filled_or_not():
    rows = [{"source": "Vale", "headline": "a", "author": ["b"]}, {"source": "Vale", "headline": None}]
    made = portrait.portrait(portrait.survey(batch(rows)), counted(rows), {})
    assert (made.fill.rows, made.fill.columns) == (("Vale",), ("headline", "author"))
    assert (made.fill.counts, made.fill.of) == (((1, 1),), ((2, 2),))


@pytest.mark.parametrize(("length", "low", "high"), [(1, 1, 2), (19, 10, 20), (20, 20, 30), (999, 700, 1000)])
def test_a_text_is_in_the_class_that_holds_its_length(length, low, high):
    rows = [{"source": "Vale", "headline": "ü" * length}]
    (made,) = portrait.portrait(portrait.survey(batch(rows)), counted(rows), {}).lengths
    assert (made.bounds, made.counts, made.middle) == ((low, high), (1,), 0)


def test_the_last_class_is_open():
    rows = [{"source": "Vale", "headline": "x" * 1_000_001}]
    (made,) = portrait.portrait(portrait.survey(batch(rows)), counted(rows), {}).lengths
    assert (made.bounds, made.counts) == ((1_000_000,), (1,))


def test_faults_are_rows_with_a_new_finding_of_the_rows_of_their_tables():
    rows = [{"source": "Vale"}] * 4 + [{"source": "港新聞"}]
    plain = {"source": "Vale", "status": "new", "table": "articles", "check": "short-body"}
    findings = [
        {**plain, "row": 0},
        {**plain, "row": 0, "kind": "again"},
        {**plain, "row": 1, "status": "known"},
        {**plain, "row": 2, "source": "港新聞"},
        {**plain, "row": None, "table": "dataset"},
        {**plain, "row": 0, "table": "teasers", "check": "truncated-teaser"},
    ]
    made = portrait.portrait(portrait.survey(batch(rows)), counted(rows, findings, teasers={"Vale": 9}), {}).faults
    assert (made.rows, made.columns) == (("Vale", "港新聞"), ("short-body", "truncated-teaser"))
    assert made.counts == ((1, 1), (1, 0))
    assert made.of[0][1] == 9
