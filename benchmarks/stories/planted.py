"""Plant the edits of generate.py in real texts, find them again, and compare with the truth.

    python benchmarks/stories/planted.py --stories 6000

Base texts are stories of at least 90 words that share no more than a tenth of their runs of five words with an earlier
one (by plain sets of strings), so that copies which the corpus itself holds do not count as false merges. What is added
to them comes from stories that are not among them.
"""

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from corpora import NAMES, corpus
from measure import labels, run, scores

from generate import COPIES, SCHEMA, Story, Writer, copy, table


class RealWriter(Writer):
    """A writer whose words and prose are taken from real stories that are not among the bases."""

    def __init__(self, seed: int, texts: list[str]) -> None:
        super().__init__(seed, 500)
        self._spare = texts
        self._real = [word for text in texts[:2000] for word in text.split()]

    def words(self, count: int) -> list[str]:
        return self.random.choices(self._real, k=count) if hasattr(self, "_real") else super().words(count)

    def prose(self, count: int, facts: tuple[str, ...] | None = None) -> str:
        if not hasattr(self, "_spare"):
            return super().prose(count, facts)
        made = ""
        while len(made.split()) < count:
            made += self._spare[self.random.randrange(len(self._spare))] + "\n"
        words = made.split(" ")
        return " ".join(words[:count])


def bodies(data: Path, name: str) -> list[str]:
    """Real bodies of at least 90 words that are not like an earlier one."""
    kept: list[str] = []
    holders: dict[tuple[str, ...], list[int]] = {}
    for story in corpus(data, name).to_pylist():
        words = (story["article_body"] or "").lower().split()
        if len(words) < 90:
            continue
        runs = set(zip(*(words[shift:] for shift in range(5)), strict=False))
        often = Counter(place for run in runs for place in holders.get(run, ()))
        if not often or max(often.values()) < 0.1 * len(runs):
            for each in runs:
                holders.setdefault(each, []).append(len(kept))
            kept.append(story["article_body"])
    return kept


def planted(data: Path, name: str, stories: int, seed: int) -> pa.Table:
    """Bases, and copies of half of them by every kind of edit."""
    texts = bodies(data, name)
    bases = texts[: min(stories // 2, len(texts) * 2 // 3)]
    writer = RealWriter(seed, texts[len(bases) :])
    made: list[tuple[int, str, Story]] = []
    for cluster, text in enumerate(bases):
        first = writer.story(text)
        kind = COPIES[cluster % len(COPIES)] if cluster % 2 else "single"
        made.append((cluster, kind, first))
        if kind != "single":
            made += [(cluster, kind, copy(writer, kind, first)) for _ in range(1 + cluster % 3)]
    return table(writer, made, 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2].parent / "shared" / "data")
    parser.add_argument("--corpus", choices=NAMES, default="reuters")
    parser.add_argument("--stories", type=int, default=6000)
    parser.add_argument("--mode", default="standard")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    known = planted(options.data, options.corpus, options.stories, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "planted.parquet"
        pq.write_table(known.cast(SCHEMA), path)
        tables, seconds = run(path, 1, options.mode)
    known = known.sort_by("row")
    result = scores(
        known["cluster"].to_numpy(), np.array(known["kind"].to_pylist()), labels(known.num_rows, tables.stories)
    )
    print(
        json.dumps({"stories": known.num_rows, **{name: round(value, 4) for name, value in result.items()}}, indent=2)
    )
