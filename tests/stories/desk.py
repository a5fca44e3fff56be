"""Articles for the story finder, and the finder run on them."""

import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.engines import Engine
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.stories.options import STANDARD, StoryOptions
from copydesk.stories.plan import find_stories
from copydesk.stories.tables import StoryTables
from copydesk.tables import ARTICLES

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def articles(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """A table of articles; `day` sets the date of publication, what is left out is null or made up."""
    full = []
    for number, row in enumerate(rows):
        own = {"row": number, "key": f"key-{number:03}", "source": "Quay Post", "headline": f"Headline {number}"}
        made = {**own, **row}
        day = made.pop("day", number)
        made["date_published"] = None if day is None else START + timedelta(days=day)
        made.setdefault("content_hash", f"{number:032x}")
        full.append(made)
    return pa.Table.from_pylist(full, schema=ARTICLES)


def find(
    rows: Sequence[Mapping[str, Any]] | pa.Table, options: StoryOptions = STANDARD, batch: int = 1000
) -> StoryTables:
    """The stories among some articles, by the local engine in this process."""
    table = rows if isinstance(rows, pa.Table) else articles(rows)
    with tempfile.TemporaryDirectory() as scratch, Pool(1) as pool:
        return run(LocalEngine(Path(scratch), pool), table, options, batch)


def run(engine: Engine, table: pa.Table, options: StoryOptions = STANDARD, batch: int = 1000) -> StoryTables:
    """The stories among some articles, by any engine."""
    return find_stories(engine, engine.store(iter(table.to_batches(batch)), table.schema), options)


def named(found: StoryTables) -> dict[int, str]:
    """The relation of each row that is a copy."""
    return {row["row"]: row["relation"] for row in found.stories.to_pylist() if row["relation"]}
