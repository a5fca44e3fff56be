"""Find the stories of a generated dataset and compare with the truth: quality by kind, and speed.

python benchmarks/stories/generate.py 100000 stories.parquet
python benchmarks/stories/measure.py stories.parquet --jobs 2
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.engines._pool import Pool, warm
from copydesk.stories.options import MODES, story_options

if TYPE_CHECKING:
    from copydesk.stories.tables import StoryTables


def labels(rows: int, stories: pa.Table) -> np.ndarray:
    """A number for each row; rows of one story share it."""
    found = np.arange(rows)
    found[stories["row"].to_numpy()] = stories["story"].to_numpy()
    return found


def pairs(values: np.ndarray) -> int:
    """Pairs of rows with equal values."""
    _, count = np.unique(values, return_counts=True)
    return int((count * (count - 1) // 2).sum())


def scores(truth: np.ndarray, kinds: np.ndarray, found: np.ndarray) -> dict[str, object]:
    """Pairwise precision, recall and F1; recall by kind of copy, and share of look-alikes merged by kind."""
    joint = truth.astype(np.int64) * (len(truth) + 1) + found
    right, said, true = pairs(joint), pairs(found), pairs(truth)
    precision, recall = right / max(1, said), right / max(1, true)
    by_kind: dict[str, float] = {}
    for kind in sorted(set(kinds.tolist())):
        mine = kinds == kind
        if pairs(truth[mine]):
            by_kind[f"recall {kind}"] = pairs(joint[mine]) / pairs(truth[mine])
        else:
            _, inverse, count = np.unique(found, return_inverse=True, return_counts=True)
            by_kind[f"merged {kind}"] = float((count[inverse[mine]] > 1).mean())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, **by_kind}


def run(path: Path, jobs: int, mode: str) -> tuple["StoryTables", float]:
    """The tables, and the seconds that they took."""
    # not above: worker processes import this file, too, and need neither
    from copydesk.engines.local import LocalEngine, stored_file  # noqa: PLC0415
    from copydesk.stories.plan import find_stories  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as scratch, Pool(jobs) as pool:
        began = time.perf_counter()
        found = find_stories(LocalEngine(Path(scratch), pool), stored_file(path), story_options(mode))
        return found, time.perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--mode", choices=MODES, default="standard")
    parser.add_argument("--labels", type=Path, help="write a number for each row that its copies share, and stop")
    options = parser.parse_args()
    if options.jobs > 1:
        warm(("copydesk.engines.local", "copydesk.stories.compare", "pandas"))
    tables, seconds = run(options.path, options.jobs, options.mode)
    known = pq.read_table(options.path, columns=["row", "cluster", "kind"]).sort_by("row")
    found = labels(known.num_rows, tables.stories)
    if options.labels:
        np.save(options.labels, found)
        raise SystemExit(0)
    result = scores(known["cluster"].to_numpy(), np.array(known["kind"].to_pylist()), found)
    result["seconds"], result["stories_per_second"] = seconds, known.num_rows / seconds
    result["relations"] = tables.relations.num_rows
    print(json.dumps({name: round(value, 4) for name, value in result.items()}, indent=2))
    for note in tables.notes:
        print(note)
