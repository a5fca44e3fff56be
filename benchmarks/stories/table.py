"""Measure copydesk and its peers on the same generated stories in one run: a line for each, as a Markdown table.

    python benchmarks/stories/table.py 10000 100000 --peers PYTHON --data FOLDER

PYTHON is an interpreter that has requirements-bench.txt; without it, copydesk is measured alone. Each pipeline is a
process of its own, from the start of the interpreter to the labels on disk, on two cores. `seconds` are those on the
clock, `processor` those of all its processes, `memory` the sum of the peaks of its processes.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from measure import scores

sys.path.append(str(Path(__file__).parents[1]))
from speed import SAMPLE_SECONDS, descendants

HERE = Path(__file__).parent
TICK = 1 / os.sysconf("SC_CLK_TCK")
OWN = "copydesk"
PEERS = ("duckdb", "duckdb-all", "gaoya", "rensa", "datasketch", "text-dedup")
WIDE = 1_000_000
"""From so many stories on a dataset is made of a smaller one by widen.py, and peers are left out."""
SMALL = 10_000
"""Up to so many stories the vocabulary is the small one."""
COLUMNS = ("precision", "recall", "f1", "recall truncated", "recall update", "recall ocr", "recall wire")
MERGED = ("merged template-facts", "merged template-names", "merged footer", "merged same-event")


@dataclass(frozen=True)
class Line:
    """One pipeline on one dataset; memory in MB."""

    name: str
    stories: int
    seconds: float
    processor: float
    memory: float
    scores: dict[str, float]

    def cells(self) -> list[str]:
        speed = (f"{self.stories / self.seconds:,.0f}", f"{self.processor:.1f}", f"{self.memory:,.0f}")
        return [
            f"{self.stories:,}",
            self.name,
            *speed,
            *(f"{self.scores.get(each, 0):.4f}" for each in (*COLUMNS, *MERGED)),
        ]


HEAD = ["data", "pipeline", "stories/s", "processor s", "memory MB", *COLUMNS, *MERGED]


def dataset(folder: Path, stories: int, seed: int) -> Path:
    """The generated dataset, made if it is not there; the same seed gives the same bytes."""
    path = folder / f"stories-{stories}-{seed}.parquet"
    if path.exists():
        return path
    if stories >= WIDE:
        command = ("widen.py", dataset(folder, stories // 10, seed), path, "--times", "10")
    else:
        vocabulary = "5000" if stories <= SMALL else "50000"
        command = ("generate.py", str(stories), path, "--vocabulary", vocabulary, "--seed", str(seed))
    subprocess.run([sys.executable, HERE / command[0], *command[1:]], check=True)
    return path


def measured(command: Sequence[str | Path]) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of processors, and the sum of the peaks of memory in MB."""
    peaks: dict[int, int] = {}
    ticks: dict[int, int] = {}
    began = time.perf_counter()
    # a shell stands in front and waits, for descendants() tells of all processes but the topmost
    with subprocess.Popen(["/bin/sh", "-c", '"$@"; exit $?', "sh", *command]) as process:
        while process.poll() is None:
            for pid, (peak, used) in descendants(process.pid).items():
                peaks[pid], ticks[pid] = max(peak, peaks.get(pid, 0)), used
            time.sleep(SAMPLE_SECONDS)
    if process.returncode:
        raise SystemExit(f"{command[1:]} ended with {process.returncode}")
    return time.perf_counter() - began, sum(ticks.values()) * TICK, sum(peaks.values()) / 1e3


def line(name: str, path: Path, python: str, jobs: int) -> Line:
    """One pipeline on one dataset."""
    known = pq.read_table(path, columns=["row", "cluster", "kind"])
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "labels.npy"
        if name == OWN:
            command = [sys.executable, HERE / "measure.py", path, "--jobs", str(jobs), "--labels", out]
        else:
            command = [python, HERE / "peers.py", name, path, out]
        costs = measured(command)
        found = np.load(out)
    result = scores(known["cluster"].to_numpy(), np.array(known["kind"].to_pylist()), found)
    return Line(name, known.num_rows, *costs, result)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=int, nargs="+")
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--only", nargs="+", choices=(OWN, *PEERS), default=(OWN, *PEERS))
    parser.add_argument("--data", type=Path, default=Path(tempfile.gettempdir()) / "copydesk-stories")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    print("|", " | ".join(HEAD), "|\n|", " | ".join("---" for _ in HEAD), "|", flush=True)
    for stories in options.stories:
        data = dataset(options.data, stories, options.seed)
        names = [OWN] if stories >= WIDE or not options.peers else [OWN, *PEERS]
        for name in filter(options.only.__contains__, names):
            found = line(name, data, options.peers, options.jobs)
            print("|", " | ".join(found.cells()), "|", flush=True)
            print(json.dumps(found.scores), file=sys.stderr, flush=True)
