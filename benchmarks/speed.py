"""Measure copydesk against a floor and against the start of Great Expectations; print tables in Markdown.

    python benchmarks/speed.py [--articles 100000] [--runs 7] [--work FOLDER] [--only check,help,seed,update]

benchmarks/README.md says what the floor is and holds the figures. Peak memory is that of the largest single process, as
`/usr/bin/time -f %M` would have it. Exits with 1 if something is over its budget.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SEED = HERE.parent / "seeds" / "text" / "000_e10a35954561f647.txt"
AS_OF = "2026-11-01"
TIMER = "/usr/bin/time"
SAMPLE_SECONDS = 0.1

TIMES_FLOOR, PEAK_GB, HELP_SECONDS, TIMES_GX, TIMES_PLAIN = 6.0, 1.5, 0.4, 1.3, 1.4

GX_ALONE = """
import great_expectations as gx, pandas as pd
context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
asset = context.data_sources.add_pandas("one").add_dataframe_asset("row")
batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": pd.DataFrame({"x": [1]})})
assert batch.validate(gx.expectations.ExpectColumnValuesToNotBeNull(column="x")).success
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one command: time on the clock, time of all its processors, memory of its largest process."""

    seconds: float
    cpu: float
    peak_gb: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; without a budget it is told for comparison."""

    what: str
    figure: float
    unit: str
    budget: float | None = None

    def __str__(self) -> str:
        if self.budget is None:
            return f"| {self.what} | {self.figure:.2f} {self.unit} | | |"
        word = "over" if self.over else "within"
        return f"| {self.what} | {self.figure:.2f} {self.unit} | {self.budget:g} {self.unit} | {word} |"

    @property
    def over(self) -> bool:
        return self.budget is not None and self.figure > self.budget


def measure(command: Sequence[str | Path]) -> Measured:
    """Run a command once. Its exit status must say that copydesk did its work: 0 passed, 1 blocked."""
    with tempfile.NamedTemporaryFile("r") as told, tempfile.TemporaryFile("w+") as errors:
        timed = [TIMER, "-f", "%e %M", "-o", told.name, *map(str, command)]
        process = subprocess.Popen(timed, stdout=subprocess.DEVNULL, stderr=errors)
        kilobytes, ticks = watch(process)
        if process.returncode not in (0, 1):
            errors.seek(0)
            raise SystemExit(f"{' '.join(timed)} ended with {process.returncode}:\n{errors.read()[-2000:]}")
        seconds, own = told.read().split()[-2:]
    return Measured(float(seconds), ticks / os.sysconf("SC_CLK_TCK"), max(int(own), kilobytes) / 1e6)


def watch(process: subprocess.Popen[bytes]) -> tuple[int, int]:
    """Wait for a process; the peak of its largest descendant in kB, and the clock ticks of all of them.

    Worker processes hang on a server that nobody waits for, so that /usr/bin/time does not see them.
    """
    peaks: dict[int, int] = {}
    ticks: dict[int, int] = {}
    while process.poll() is None:
        for pid, (peak, used) in descendants(process.pid).items():
            peaks[pid], ticks[pid] = max(peak, peaks.get(pid, 0)), used
        time.sleep(SAMPLE_SECONDS)
    return max(peaks.values(), default=0), sum(ticks.values())


def descendants(top: int) -> dict[int, tuple[int, int]]:
    """By process id the peak resident memory in kB and the clock ticks of all processes below one.

    Only those are looked at: to read of every process of the machine took a twentieth of the time that is measured.
    """
    told: dict[int, tuple[int, int]] = {}
    waiting = children(top)
    while waiting:
        folder = Path("/proc", str(waiting.pop()))
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            memory = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
        except OSError:
            continue  # it has ended meanwhile
        told[int(folder.name)] = (int(memory.get("VmHWM", "0 kB").split()[0]), int(state[11]) + int(state[12]))
        waiting += children(int(folder.name))
    return told


def children(process: int) -> list[int]:
    """The processes that the threads of one have started."""
    found: list[int] = []
    threads = Path(f"/proc/{process}/task")
    with suppress(OSError):  # it has ended meanwhile
        for thread in list(threads.iterdir()):
            found += map(int, (thread / "children").read_text().split())
    return found


def copydesk(*arguments: str | Path) -> tuple[str | Path, ...]:
    return (Path(sysconfig.get_path("scripts"), "copydesk"), *arguments)


def generated(articles: int, work: Path) -> Path:
    """The file of so many generated articles; made if it is not there."""
    source = work / f"articles-{articles}.jsonl"
    if not source.exists():
        told = ("--out", source, "--truth", work / "truth.jsonl")
        subprocess.run((sys.executable, HERE / "generate.py", str(articles), *told), check=True)
    return source


def whole_check(articles: int, work: Path) -> list[Line]:
    """The whole of `copydesk check --out` on generated articles, beside the floor in the same run."""
    source = generated(articles, work)
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    floor = measure((sys.executable, HERE / "floor.py", source, work / "floor.parquet"))
    check = measure(copydesk("check", source, "--out", out, "--as-of", AS_OF, "-q"))
    return [
        Line(f"floor, {articles:,} articles", floor.seconds, "s"),
        Line(f"copydesk check --out, {articles:,} articles", check.seconds, "s"),
        Line("floor, processor time", floor.cpu, "s"),
        Line("copydesk check --out, processor time", check.cpu, "s"),
        Line("ratio to the floor", check.seconds / floor.seconds, "times", TIMES_FLOOR),
        Line("peak of the largest process", check.peak_gb, "GB", PEAK_GB),
        *(Line(f"step {name}", seconds, "s") for name, seconds in _steps(out).items()),
    ]


def update(articles: int, work: Path) -> list[Line]:
    """`copydesk check --baseline --against` of a dataset and its earlier version, beside the plain check."""
    source, earlier, known = generated(articles, work), work / "earlier", work / "known.txt"
    plain = ("check", source, "--as-of", AS_OF, "-q", "--out")
    for folder in (earlier, work / "out"):
        shutil.rmtree(folder, ignore_errors=True)
    check = measure(copydesk(*plain, earlier))
    measure(copydesk("baseline", earlier, "--write", known, "-q"))
    held = measure(copydesk(*plain, work / "out", "--baseline", known, "--against", earlier))
    return [
        Line(f"copydesk check --out, {articles:,} articles, processor time", check.cpu, "s"),
        Line("the same with --baseline and --against, processor time", held.cpu, "s"),
        Line("ratio of the two", held.cpu / check.cpu, "times", TIMES_PLAIN),
        Line("ratio of the two on the clock", held.seconds / check.seconds, "times"),
        *(Line(f"step {name}", seconds, "s") for name, seconds in _steps(work / "out").items()),
    ]


def _steps(out: Path) -> dict[str, float]:
    """Where the time went, as the run itself has it."""
    seconds: dict[str, float] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["seconds"]
    return seconds


def start(runs: int) -> list[Line]:
    """The median time of `copydesk --help`."""
    seconds = statistics.median(measure(copydesk("--help")).seconds for _ in range(runs))
    return [Line("copydesk --help, median", seconds, "s", HELP_SECONDS)]


def seed(runs: int) -> list[Line]:
    """`copydesk check` of the seed document against Great Expectations alone; runs alternate, medians."""
    pairs = [
        (measure((sys.executable, "-c", GX_ALONE)).seconds, measure(copydesk("check", SEED, "--as-of", AS_OF)).seconds)
        for _ in range(runs)
    ]
    alone, check = (statistics.median(times) for times in zip(*pairs, strict=True))
    return [
        Line("Great Expectations alone: import, one expectation on one row, median", alone, "s"),
        Line("copydesk check of the seed document, median", check, "s"),
        Line("ratio of the two", check / alone, "times", TIMES_GX),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--work", type=Path, help="folder for the generated files (default: a temporary one)")
    parser.add_argument("--only", default="help,seed,check", help="a list of: check, help, seed, update")
    given = parser.parse_args()
    if not Path(TIMER).exists():
        raise SystemExit(f"{TIMER} is missing. Run: sudo apt-get install time")
    wanted = given.only.split(",")
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        lines = [
            *(start(given.runs) if "help" in wanted else ()),
            *(seed(given.runs) if "seed" in wanted else ()),
            *(whole_check(given.articles, work) if "check" in wanted else ()),
            *(update(given.articles, work) if "update" in wanted else ()),
        ]
    print("| what | figure | budget | |\n| --- | --- | --- | --- |", *lines, sep="\n")
    sys.exit(any(line.over for line in lines))


if __name__ == "__main__":
    main()
