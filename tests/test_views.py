"""Tables as checks see them: what of another table is joined on, and that no row is lost or told twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pytest

from copydesk.checks import Check
from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.model import Target
from copydesk.stories.tables import STORIES
from copydesk.tables import ARTICLES, REJECTS, TEASERS
from copydesk.views import views


@dataclass(frozen=True, kw_only=True)
class OnArticles(Check):
    """Looks at articles."""

    targets: ClassVar = (Target("articles", "headline"),)


@dataclass(frozen=True, kw_only=True)
class OnTeasers(Check):
    """Looks at teasers alone."""

    targets: ClassVar = (Target("teasers", "headline"),)


@dataclass(frozen=True, kw_only=True)
class OnTargets(Check):
    """Looks at teasers, and at what they lead to."""

    targets: ClassVar = (Target("teasers", "headline"),)
    reads: ClassVar = {"teasers": ("target_body", "target_headline")}


@dataclass(frozen=True, kw_only=True)
class OnStories(Check):
    """Looks at stories."""

    targets: ClassVar = (Target("stories", "article_body"),)
    reads: ClassVar = {"stories": ("relation", "headline")}


@pytest.fixture
def engine(tmp_path):
    with Pool(1) as pool:
        yield LocalEngine(tmp_path, pool)


def stored(engine: LocalEngine, schema: pa.Schema, rows: Sequence[Mapping[str, Any]]) -> Stored:
    """A table of two rows a batch."""
    table = pa.Table.from_pylist([{"row": number, **row} for number, row in enumerate(rows)], schema=schema)
    batches = [each for start in range(0, len(rows), 2) for each in table[start : start + 2].to_batches()]
    return engine.store(batches, schema)


@pytest.fixture
def tables(engine):
    articles = [
        {"key": "urn:a", "headline": "A", "article_body": "Body of A.", "source_file": "a.txt", "source_line": 1},
        {"key": "urn:b", "headline": "B", "article_body": "Body of B.", "body_lines": [2]},
        {"key": "urn:a", "headline": "A again", "article_body": "Another body of A."},
        {"key": "urn:c", "headline": "C", "article_body": None},
    ]
    teasers = [
        {"key": "urn:b", "headline": "To A", "target_uri": "urn:a"},
        {"key": "urn:b", "headline": "To nobody", "target_uri": None},
        {"key": "urn:a", "headline": "To C", "target_uri": "urn:c"},
        {"key": "urn:c", "headline": "To A too", "target_uri": "urn:a"},
    ]
    stories = [
        {"row": 0, "key": "urn:a", "story": 0, "representative_row": 0},
        {"row": 2, "key": "urn:a", "story": 0, "representative_row": 0, "relation": "rewrite"},
    ]
    return {
        "articles": stored(engine, ARTICLES, articles),
        "teasers": stored(engine, TEASERS, teasers),
        "rejects": stored(engine, REJECTS, []),
        "stories": stored(engine, STORIES, stories),
    }


def rows(engine: LocalEngine, table: Stored) -> list[dict[str, Any]]:
    found = [row for batch in engine.scan(table) for row in batch.to_pylist()]
    assert len(found) == table.rows
    return found


def test_only_tables_that_a_check_looks_at_are_shown(engine, tables):
    assert views(engine, tables, []) == {}
    assert views(engine, tables, [OnArticles()]) == {"articles": tables["articles"]}
    assert views(engine, tables, [OnTeasers()]) == {"teasers": tables["teasers"]}


def test_a_teaser_is_shown_once_with_the_first_article_of_its_target(engine, tables):
    seen = views(engine, tables, [OnTargets(), OnTeasers()])["teasers"]
    assert seen.schema.names == [*TEASERS.names, "target_body", "target_headline"]
    found = sorted(rows(engine, seen), key=lambda row: row["row"])
    assert [(row["headline"], row["target_headline"], row["target_body"]) for row in found] == [
        ("To A", "A", "Body of A."),
        ("To nobody", None, None),
        ("To C", "C", None),
        ("To A too", "A", "Body of A."),
    ]


def test_teasers_that_lead_nowhere_at_all_are_shown(engine, tables):
    tables["teasers"] = stored(engine, TEASERS, [{"headline": "To nobody"}])
    (row,) = rows(engine, views(engine, tables, [OnTargets()])["teasers"])
    assert (row["headline"], row["target_body"]) == ("To nobody", None)
    tables["teasers"] = stored(engine, TEASERS, [])
    assert rows(engine, views(engine, tables, [OnTargets()])["teasers"]) == []


def test_a_story_is_shown_with_the_article_that_it_is(engine, tables):
    seen = views(engine, tables, [OnStories()])
    found = rows(engine, seen["stories"])
    assert [(row["row"], row["relation"], row["headline"], row["article_body"]) for row in found] == [
        (0, None, "A", "Body of A."),
        (2, "rewrite", "A again", "Another body of A."),
    ]
    assert (found[0]["source_file"], found[0]["source_line"], found[0]["key"]) == ("a.txt", 1, "urn:a")
