"""Hold a day of new stories against a dataset published earlier: what it costs, and what is found.

    python benchmarks/stories/generate.py 110000 stories.parquet
    python benchmarks/stories/seen.py stories.parquet --day 10000             # copies of what was published of late
    python benchmarks/stories/seen.py stories.parquet --day 10000 --spread    # copies of what was published ever
    python benchmarks/stories/seen.py stories.parquet --day 10000 --commands  # what a user waits for

The new stories are taken out of the dataset: `--copies` of them from clusters of copies, of which other members stay.
Processor seconds of one process. `alone` finds stories among the new ones; `keep` makes of them what is kept beside
--out; `read` reads what is kept of the published ones and does nothing; `seen` is the rest of --seen, with that read.
Found is, by kind of planted copy, the share of new stories with a published copy that were tied to a published story;
tied are, by kind of look-alike, those that should not have been. With --commands it is seconds on the clock: of
`copydesk check` on the day, of the same with --seen, and of reading what is kept; once with all checks, once with
--select duplicate-story; the least of some runs.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine, stored_file
from copydesk.folders import write_parquet
from copydesk.stories.kept import keep_stories, stored_schema, to_store
from copydesk.stories.options import STANDARD
from copydesk.stories.plan import Sketched, find_stories, sketch_stories
from copydesk.stories.published import ARTICLES_FILE, KEPT_FILE, MANIFEST, published
from copydesk.stories.seen import Fresh, with_published
from copydesk.stories.tables import StoryTables
from copydesk.tables import ARTICLES, content_hashes
from generate import COPIES

LATE = 5
"""Days back to which copies reach, unless they are spread."""
TRUTH = ("cluster", "kind")
SECONDS: dict[str, float] = {}


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Add the processor time of all threads."""
    start = time.process_time()
    yield
    SECONDS[name] = round(SECONDS.get(name, 0) + time.process_time() - start, 2)


def chosen(path: Path, day: int, share: float, *, spread: bool) -> np.ndarray:
    """Which rows are new: of all, or of the last few, some from clusters of copies and the rest from others."""
    kinds = np.array(pq.read_table(path, columns=["kind"])["kind"].to_pylist())
    rows = np.arange(0 if spread else max(0, len(kinds) - LATE * day), len(kinds))
    copy = np.isin(kinds[rows], COPIES)
    mask = np.zeros(len(kinds), bool)
    for pool, many in ((rows[copy], int(share * day)), (rows[~copy], day - int(share * day))):
        mask[pool[:: max(1, len(pool) // max(1, many))][:many]] = True
    return mask


def split(path: Path, folder: Path, new: np.ndarray) -> tuple[Path, Path]:
    """Two files of articles as --out writes them, each with rows from 0: published and new ones."""
    files = (folder / ARTICLES_FILE, folder / "day.parquet")
    schema = pa.schema([*ARTICLES, *(pq.read_schema(path).field(name) for name in TRUTH)])
    for file, mask in zip(files, (~new, new), strict=True):
        write_parquet(file, schema, chosen_rows(path, mask, schema))
    return files


def chosen_rows(path: Path, mask: np.ndarray, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The chosen rows of a dataset as articles."""
    source = pq.ParquetFile(path)
    start, done = 0, 0
    for group in range(source.num_row_groups):
        table = source.read_row_group(group)
        part = table.filter(pa.array(mask[start : start + table.num_rows]))
        start += table.num_rows
        rows = pa.array(np.arange(done, done + part.num_rows))
        done += part.num_rows
        if part.num_rows:
            yield from whole(part, rows, schema).combine_chunks().to_batches()


def whole(table: pa.Table, rows: pa.Array, schema: pa.Schema) -> pa.Table:
    """The table with all columns of articles."""
    columns = {name: table[name] for name in table.column_names} | {"row": rows}
    columns["content_hash"] = content_hashes(table["headline"], table["article_body"])
    return pa.table(
        {each.name: columns.get(each.name, pa.nulls(table.num_rows, each.type)) for each in schema}, schema=schema
    )


def publish(engine: LocalEngine, articles: Stored, folder: Path) -> None:
    """What `copydesk check --out` writes beside the articles, as far as it is read again."""
    made = sketch_stories(engine, articles)
    with timed("keep published"):
        kept = keep_stories(engine, made.sketches, made.roster, STANDARD)
        write_parquet(folder / KEPT_FILE, stored_schema(STANDARD), to_store(engine.scan(kept)))
    (folder / MANIFEST).write_text("{}")


def run(engine: LocalEngine, articles: Stored, folder: Path) -> StoryTables:
    """The new stories held against the published ones."""
    with timed("alone"):
        made: Sketched = sketch_stories(engine, articles)
        found = find_stories(engine, articles, STANDARD, made)
    with timed("keep"):
        kept = keep_stories(engine, made.sketches, made.roster, STANDARD)
    with timed("read"):
        reading(folder)
    with timed("seen"):
        earlier = published(str(folder), STANDARD)
        return with_published(engine, Fresh(articles, made, kept, found), earlier, STANDARD).tables


def on_the_clock(day: Path, folder: Path, runs: int) -> dict[str, float]:
    """Seconds of the commands, and how many times the day alone the day with --seen takes, less the read."""
    read = min(elapsed(reading, folder) for _ in range(runs))
    made = {"seconds read": read}
    for name, selected in (("all checks", []), ("duplicate-story", ["--select", "duplicate-story"])):
        alone, held = [], []
        # side by side, for a machine is not as fast at all times
        for _ in range(runs):
            alone.append(elapsed(checked, day, folder / "alone", selected))
            held.append(elapsed(checked, day, folder / "held", [*selected, "--seen", str(folder)]))
        made[f"seconds {name}, alone"], made[f"seconds {name}, --seen"] = min(alone), min(held)
        made[f"times {name}, less the read"] = (min(held) - read) / min(alone)
    return {key: round(value, 2) for key, value in made.items()}


def elapsed(function: Callable[..., None], *arguments: object) -> float:
    """Seconds on the clock."""
    start = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - start


def reading(folder: Path) -> None:
    """Read what is kept of the published stories, and do nothing with it."""
    with pq.ParquetFile(folder / KEPT_FILE, memory_map=True) as source:
        for group in range(source.num_row_groups):
            source.read_row_group(group)


def checked(day: Path, out: Path, more: list[str]) -> None:
    """The command, whatever its verdict; SystemExit if it could not give one."""
    command = [sys.executable, "-m", "copydesk", "check", day, "--out", out, "--quiet", *more]
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode > 1:
        raise SystemExit(f"{command} failed")


def quality(tables: StoryTables, files: tuple[Path, Path]) -> dict[str, float]:
    """By kind, the share of new stories of a published cluster that were tied, and of others that were."""
    old, day = (pq.read_table(file, columns=["row", *TRUTH]) for file in files)
    known = np.isin(day["cluster"].to_numpy(), old["cluster"].to_numpy())
    tied = np.zeros(day.num_rows, bool)
    of = tables.stories.filter(tables.stories["representative_dataset"].is_valid())
    tied[of["row"].to_numpy()] = True
    right = np.zeros(day.num_rows, bool)
    right[of["row"].to_numpy()] = (
        old["cluster"].to_numpy()[of["representative_row"].to_numpy()]
        == day["cluster"].to_numpy()[of["row"].to_numpy()]
    )
    kinds = np.array(day["kind"].to_pylist())
    made = {"new stories with a published copy": int(known.sum()), "tied to a wrong one": int((tied & ~right).sum())}
    for kind in sorted(set(kinds.tolist())):
        mine = kinds == kind
        if (known & mine).any():
            made[f"found {kind}"] = round(float(right[known & mine].mean()), 4)
        else:
            made[f"tied {kind}"] = round(float(tied[mine].mean()), 4)
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--day", type=int, default=10_000)
    parser.add_argument("--copies", type=float, default=0.1)
    parser.add_argument("--spread", action="store_true")
    parser.add_argument("--commands", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as base, Pool(1) as pool:
        folder, scratch = Path(base), Path(base) / "scratch"
        scratch.mkdir()
        new = chosen(options.path, options.day, options.copies, spread=options.spread)
        files = split(options.path, folder, new)
        engine = LocalEngine(scratch, pool)
        publish(engine, stored_file(files[0]), folder)
        if options.commands:
            print(json.dumps(on_the_clock(files[1], folder, options.runs), indent=2))
            raise SystemExit(0)
        tables = run(engine, stored_file(files[1]), folder)
        result: dict[str, object] = {"published": stored_file(files[0]).rows, "new": stored_file(files[1]).rows}
        result |= {f"seconds {name}": seconds for name, seconds in SECONDS.items()}
        result["times alone, less the read"] = round(
            (SECONDS["alone"] + SECONDS["keep"] + SECONDS["seen"] - SECONDS["read"]) / SECONDS["alone"], 3
        )
        result["bytes kept a story"] = round(
            (folder / KEPT_FILE).stat().st_size / max(1, int(stored_file(files[0]).rows))
        )
        result |= quality(tables, files)
        result["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(result, indent=2))
