"""What needs all rows: row numbers, the date order of each source, the article that a teaser leads to."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import intake, settle
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.inputs import discover
from copydesk.intake import Spill, bundles, load_bundle, load_records
from copydesk.model import Record, Reject, Teaser
from copydesk.tables import ARTICLES, REJECTS, TEASERS


@pytest.fixture
def engine(tmp_path):
    (tmp_path / "scratch").mkdir()
    with Pool(1) as pool:
        yield LocalEngine(tmp_path / "scratch", pool)


def spilled(folder: Path, *parts: Sequence[Record | Reject]) -> list[Spill]:
    return [
        load_records(iter(part), f"in/{number}.html", "html", folder / f"spill{number}")
        for number, part in enumerate(parts)
    ]


def articles(
    engine: LocalEngine, spills: Sequence[Spill], zones: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    stored = settle.spilled(spills, "articles")
    batches = [*settle.settled_articles(engine, stored, settle.date_orders(engine, stored), zones or {})]
    assert all(each.schema.equals(ARTICLES) for each in batches)
    return [row for each in batches for row in each.to_pylist()]


def teasers(engine: LocalEngine, spills: Sequence[Spill]) -> list[dict[str, Any]]:
    batches = [*settle.settled_teasers(engine, spills, settle.teaser_targets(engine, spills))]
    assert all(each.schema.equals(TEASERS) for each in batches)
    return [row for each in batches for row in each.to_pylist()]


def story(**fields: Any) -> Record:
    return Record({"headline": "Ferry back", "article_body": "The ferry sails.", **fields})


# --- Row numbers


def test_rows_count_by_the_bytes_of_file_names_and_then_by_position(tmp_path, engine, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(intake, "BUNDLE_FILES", 2)
    monkeypatch.setattr(intake, "RECORDS", 2)
    monkeypatch.setattr(intake, "BATCH_ROWS", 2)
    names = ["in/a/x.jsonl", "in/B.jsonl", "in/a.jsonl", "in/é.jsonl", "in/z.jsonl", "in/10.jsonl", "in/9.jsonl"]
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f'{{"headline": "{name} {number}"}}\n' for number in range(3))
        Path(name).write_text(f"broken\n{lines}", encoding="utf-8")
    spills = [load_bundle(each) for each in bundles(discover(["in"]).files, tmp_path / "scratch", {})]
    found = articles(engine, spills)
    assert [each["row"] for each in found] == [*range(21)]
    expected = [(name, number) for name in sorted(names, key=os.fsencode) for number in (1, 2, 3)]
    assert [(each["source_file"], each["source_record"]) for each in found] == expected
    batches = [*settle.settled_rejects(engine, settle.spilled(spills, "rejects"))]
    assert all(each.schema.equals(REJECTS) for each in batches)
    rejects = [row for each in batches for row in each.to_pylist()]
    assert [(each["row"], each["source_file"]) for each in rejects] == [*enumerate(sorted(names, key=os.fsencode))]


def test_teasers_count_on_through_all_parts_and_name_the_row_of_their_article(tmp_path, engine):
    carrier = Record({"headline": "A"}, teasers=(Teaser("one"), Teaser("two")))
    spills = spilled(
        tmp_path,
        [Record({"headline": "B"}), Reject("bad", "It is bad.", record=1), carrier],
        [Reject("bad", "It is bad.")],
        [Record({}, teasers=(Teaser("gone"),)), carrier],
    )
    found = teasers(engine, spills)
    assert [(each["row"], each["article_row"], each["headline"]) for each in found] == [
        (0, 1, "one"), (1, 1, "two"), (2, 2, "one"), (3, 2, "two"),
    ]  # fmt: skip


def test_nothing_settles_to_nothing(tmp_path, engine):
    for spills in ([], spilled(tmp_path, [])):
        assert articles(engine, spills) == []
        assert teasers(engine, spills) == []


# --- Dates


def dated(source: str, *raws: str) -> list[Record]:
    return [story(publisher=source, date_published=raw) for raw in raws]


def test_rows_of_a_source_settle_its_order_and_no_other(tmp_path, engine):
    spills = spilled(
        tmp_path,
        dated("Clyde Post", "03/04/2025", "05/06/2025"),
        dated("Hudson Post", "03/04/2025"),
        [*dated("Clyde Post", "25/12/2025"), *dated("Hudson Post", "12/25/2025"), *dated("Lone Post", "03/04/2025")],
    )
    found = [(each["source"], each["date_published_local"]) for each in articles(engine, spills)]
    assert found == [
        ("Clyde Post", "2025-04-03"),
        ("Clyde Post", "2025-06-05"),
        ("Hudson Post", "2025-03-04"),
        ("Clyde Post", "2025-12-25"),
        ("Hudson Post", "2025-12-25"),
        ("Lone Post", None),
    ]
    evidence = [each["date_published_evidence"] for each in articles(engine, spills)]
    assert evidence == ["sibling", "sibling", "sibling", "over-12", "over-12", "undecidable"]


def test_either_date_of_a_source_speaks_for_the_other(tmp_path, engine):
    records = [story(publisher="P", date_published="03/04/2025"), story(publisher="P", date_modified="25/12/2025")]
    first, second = articles(engine, spilled(tmp_path, records))
    assert (first["date_published_local"], first["date_published_evidence"]) == ("2025-04-03", "sibling")
    assert (second["date_published"], second["date_modified_local"]) == (None, "2025-12-25")


def test_rows_that_contradict_each_other_leave_a_source_undecided(tmp_path, engine):
    spills = spilled(tmp_path, dated("P", "25/12/2025", "12/25/2025"), dated("P", "03/04/2025"))
    assert [each["date_published_local"] for each in articles(engine, spills)] == ["2025-12-25", "2025-12-25", None]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["P", "Q"]),
            st.sampled_from(["03/04/2025", "25/12/2025", "12/25/2025", "3 mars 2025", "2025-03-04T10:00Z", "gestern"]),
        ),
        max_size=10,
    ),
    st.integers(1, 4),
)
def test_dates_settle_alike_in_whatever_parts(tmp_path_factory, rows, size):
    records = [story(publisher=source, date_published=raw) for source, raw in rows]
    base = tmp_path_factory.mktemp("parts")
    with Pool(1) as pool:
        engine = LocalEngine(base, pool)
        whole = articles(engine, [load_records(iter(records), "a", "html", base / "whole")])
        parts = [
            load_records(iter(records[start : start + size]), "a", "html", base / f"part{start}")
            for start in range(0, len(records), size)
        ]
        assert articles(engine, parts) == whole


def test_a_zone_that_the_configuration_names_is_assumed_for_its_source_alone(tmp_path, engine):
    raws = ("2025-07-01T10:00", "2025-01-01T10:00", "2025-07-01T10:00+05:30", "2025-07-01")
    spills = spilled(tmp_path, dated("Bote", *raws), dated("Other", raws[0]))
    found = articles(engine, spills, {"Bote": "Europe/Berlin"})
    assert [(each["date_published"].isoformat()[:16], each["date_published_tz"]) for each in found] == [
        ("2025-07-01T08:00", "assumed"),
        ("2025-01-01T09:00", "assumed"),
        ("2025-07-01T04:30", "explicit"),
        ("2025-07-01T00:00", "none"),
        ("2025-07-01T10:00", "none"),
    ]
    assert [each["date_published_local"] for each in found] == [*raws, raws[0]]
    assert [each["date_published_raw"] for each in found] == [*raws, raws[0]]


# --- Where teasers lead


def led(tmp_path: Path, engine: LocalEngine, targets: Sequence[Record], *shown: Teaser) -> list[str | None]:
    """Where teasers of one article lead, beside some other articles."""
    carrier = Record({"headline": "Carrier", "uri": "urn:carrier", "url": "https://example.org/carrier"}, teasers=shown)
    spills = spilled(tmp_path, [carrier], targets)
    return [each["target_uri"] for each in teasers(engine, spills)]


def test_a_teaser_leads_by_address_by_identifier_or_by_headline(tmp_path, engine):
    targets = [
        Record({"headline": "Storm over", "uri": "urn:storm", "url": "https://example.org/storm"}),
        Record({"headline": "Ferry back", "url": "https://example.org/ferry"}),
        Record({"headline": "Pont fermé", "article_body": "Le pont est fermé."}),
    ]
    found = led(
        tmp_path,
        engine,
        targets,
        Teaser("Other words", url="https://example.org/storm"),
        Teaser("Other words", url="urn:storm"),
        Teaser("Storm over"),
        Teaser("Storm over", url="https://example.org/ferry"),
        Teaser("Ferry back", url="https://elsewhere.example/1"),
        Teaser("Pont fermé"),
        Teaser("Never written", url="https://example.org/never"),
        Teaser(None, "A text alone."),
    )
    assert found[:5] == [
        "urn:storm",
        "urn:storm",
        "urn:storm",
        "https://example.org/ferry",
        "https://example.org/ferry",
    ]
    assert len(str(found[5])) == 32, "an article without any address is led to by its hash"
    assert found[6:] == [None, None]


def test_a_headline_that_several_articles_bear_leads_nowhere(tmp_path, engine):
    targets = [Record({"headline": "Ferry back", "uri": f"urn:{number}"}) for number in range(2)]
    assert led(tmp_path, engine, targets, Teaser("Ferry back"), Teaser("Ferry back", url="urn:1")) == [None, "urn:1"]


def test_addresses_lead_on_in_any_form(tmp_path, engine):
    story = {"headline": "Ferry back", "uri": "urn:1", "url": "https://www.example.org/ferry"}
    shown = [
        Teaser("a", url="http://m.example.org/ferry/?utm_source=box#top"),
        Teaser("b", url="/ferry"),
        Teaser("c", url="https://other.example.org/ferry"),
        Teaser("FERRY  “back”"),
    ]
    found = led(tmp_path, engine, [Record(story)], *shown)
    assert found == ["urn:1", "urn:1", None, "urn:1"]


def test_copies_of_one_key_are_one_target(tmp_path, engine):
    targets = [Record({"headline": "Ferry back", "uri": "urn:1", "article_body": text}) for text in ("a", "b")]
    assert led(tmp_path, engine, targets, Teaser("Ferry back")) == ["urn:1"]


def test_a_teaser_never_leads_to_the_article_that_carries_it(tmp_path, engine):
    shown = (Teaser("Carrier"), Teaser("x", url="https://example.org/carrier"), Teaser("x", url="urn:carrier"))
    assert led(tmp_path, engine, [Record({"headline": "Other"})], *shown) == [None, None, None]


def test_without_teasers_or_articles_there_are_no_targets(tmp_path, engine):
    assert settle.teaser_targets(engine, []).num_rows == 0
    assert settle.teaser_targets(engine, spilled(tmp_path, [story()])).num_rows == 0
    assert pa.types.is_string(settle.teaser_targets(engine, []).schema.field("handle").type)
