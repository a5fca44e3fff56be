"""Find the duplicate stories of real corpora: counts by relation, and pairs to read.

python benchmarks/stories/real.py --read 20 --relation wire-copy
"""

import argparse
import random
import tempfile
from collections import Counter
from pathlib import Path

import pyarrow as pa
from corpora import NAMES, corpus

from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.stories.options import story_options
from copydesk.stories.plan import find_stories
from copydesk.stories.tables import StoryTables


def found(table: pa.Table, mode: str, jobs: int = 1) -> StoryTables:
    """The stories of a table."""
    with tempfile.TemporaryDirectory() as scratch, Pool(jobs) as pool:
        engine = LocalEngine(Path(scratch), pool)
        return find_stories(engine, engine.store(table.to_batches(4096), table.schema), story_options(mode))


def show(table: pa.Table, pair: dict[str, object]) -> None:
    """Print two stories side by side, shared stretches in brackets."""
    print("=" * 110)
    print(pair["relation"], *(f"{name} {pair[name]:.2f}" for name in ("containment", "jaccard", "facts_overlap")))
    for row, spans in ((pair["other_row"], pair["other_spans"]), (pair["row"], pair["spans"])):
        story = table.slice(row, 1).to_pylist()[0]
        text = story["article_body"]
        for span in reversed(spans):
            text = f"{text[: span['start']]}[{text[span['start'] : span['end']]}]{text[span['end'] :]}"
        print(f"--- {row} {story['headline']} ({story['date_published']})\n{text[:1800]}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2].parent / "shared" / "data")
    parser.add_argument("--corpus", choices=NAMES, action="append")
    parser.add_argument("--mode", default="standard")
    parser.add_argument("--read", type=int, default=0)
    parser.add_argument("--relation")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for each in options.corpus or NAMES:
        stories = corpus(options.data, each)
        tables = found(stories, options.mode)
        members, pairs = (Counter(part["relation"].to_pylist()) for part in (tables.stories, tables.relations))
        print(
            f"{each}: {stories.num_rows} stories, {tables.stories.num_rows - members[None]} copies of {members[None]}"
        )
        print("  members  ", dict(sorted((str(name), count) for name, count in members.items() if name)))
        print("  relations", dict(sorted(pairs.items())), *tables.notes)
        chosen = [pair for pair in tables.relations.to_pylist() if pair["relation"] == options.relation]
        for pair in random.Random(options.seed).sample(chosen, min(options.read, len(chosen))):
            show(stories, pair)
