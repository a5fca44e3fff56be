"""No check and no step crashes on what records may hold, and every finding points into the text that it speaks of."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import registry, settle
from copydesk.config import Config
from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.examine import examine, text_of
from copydesk.intake import load_records
from copydesk.model import Record, Teaser
from copydesk.rules import Rule
from copydesk.stories.plan import find_stories
from copydesk.stories.tables import STORIES
from copydesk.tables import ARTICLES, REJECTS, TEASERS, json_schema
from copydesk.views import views

RULES = [Rule(Config(as_of=date(2026, 11, 1)).check(name)) for name in registry.names("checks")]
ODD = st.text(
    st.sampled_from("abc DEF.,!?…\n\u00a0\u200b\u202e<>&;[]()0123456789/:-@#'\"אהבع港日ü\x00\ufffe\U0001f9de\ud800"),
    max_size=60,
)
LIKELY = st.sampled_from(
    [
        "https://example.org/a",
        "http://",
        "urn:x",
        "2026-01-01",
        "07/12/2016 25:99",
        "Tue, 12/07/2016 - 14:17",
        "32 Mai 2020",
        "Weiter […]",
        "Read more",
        "<p>x</p>",
        "&nbsp;&amp;",
        "9999-12-31T23:59:59Z",
        "0001-01-01",
        "The council met. The mayor was",
        "عاجل: عادت العبارة إلى الخدمة",
        "Паром снова ходит. Об этом сообщил капит",
    ]
)
WRONG = st.one_of(
    st.integers(), st.floats(), st.booleans(), st.lists(ODD, max_size=2), st.dictionaries(ODD, ODD, max_size=1)
)
TEXTS = ODD | LIKELY
NAMES = sorted(json_schema("article")["properties"])
RECORDS = st.builds(
    Record,
    st.dictionaries(st.sampled_from(NAMES), TEXTS | LIKELY | WRONG, max_size=9),
    st.none() | st.integers(1, 9),
    body_lines=st.none() | st.lists(st.integers(1, 99), max_size=3).map(tuple),
    extra=st.dictionaries(ODD | st.sampled_from(NAMES), WRONG, max_size=2),
    teasers=st.lists(st.builds(Teaser, *[st.none() | TEXTS] * 4, st.none() | st.integers(1, 9)), max_size=3).map(tuple),
    field_lines=st.dictionaries(st.sampled_from(NAMES), st.integers(1, 99), max_size=2),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(RECORDS, max_size=5), st.integers(1, 2))
def test_whatever_records_hold_every_finding_points_into_its_text(tmp_path_factory, records, copies):
    with Pool(1) as pool:
        engine = LocalEngine(tmp_path_factory.mktemp("scratch"), pool)
        tables = loaded(engine, records * copies, tmp_path_factory.mktemp("spill"))
        found = rows(engine, examine(engine, views(engine, tables, [rule.check for rule in RULES]), RULES))
        texts = {name: {row["row"]: row for row in rows(engine, tables[name])} for name in ("articles", "teasers")}
    for finding in found:
        assert finding["message"]
        assert len(finding["excerpt"] or "") <= 240
        text = text_of(texts.get(finding["table"], {}).get(finding["row"], {}), finding["field"])
        if finding["span_start"] is not None:
            assert text is not None
            assert 0 <= finding["span_start"] <= finding["span_end"] <= len(text), finding
        if finding["excerpt_start"] is not None:
            assert text is not None
            assert finding["excerpt"].strip("…") in text[finding["excerpt_start"] :], finding


def loaded(engine: LocalEngine, records: list[Record], folder: Path) -> dict[str, Stored]:
    spills = [load_records(iter(records), "in/a.html", "html", folder / "a")]
    articles = settle.spilled(spills, "articles")
    orders, targets = settle.date_orders(engine, articles), settle.teaser_targets(engine, spills)
    tables = {
        "articles": engine.store(settle.settled_articles(engine, articles, orders, {}), ARTICLES),
        "teasers": engine.store(settle.settled_teasers(engine, spills, targets), TEASERS),
        "rejects": engine.store(settle.settled_rejects(engine, settle.spilled(spills, "rejects")), REJECTS),
    }
    options = next(rule.check for rule in RULES if rule.name == "duplicate-story").story_options()
    stories = find_stories(engine, tables["articles"], options).stories
    return {**tables, "stories": engine.store(stories.to_batches(), STORIES)}


def rows(engine: LocalEngine, table: Stored) -> list[dict[str, Any]]:
    return [row for batch in engine.scan(table) for row in batch.to_pylist()]
