"""Whether quarantine and fix keep their word on whole datasets; exits with 1 where they do not.

    python benchmarks/policy.py [--data ../shared/data/corpora] [--jobs N] [INPUT ...]

Without INPUT the corpora are taken. Of each dataset: sound and refused rows together are all rows, none twice; fixing
what was fixed gives the same bytes.
"""

import argparse
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq

AS_OF = "2026-11-01"
CORPORA: Mapping[str, Sequence[str]] = {
    "ag_news/test.csv": ("columns.article_section=0", "columns.headline=1", "columns.article_body=2"),
    "reuters21578.jsonl.gz": (),
    "detik/data_berita.csv": (),
}


def copydesk(*arguments: str | Path) -> None:
    """Run a command; its exit status must say that copydesk did its work: 0 passed, 1 blocked."""
    command = [Path(sysconfig.get_path("scripts"), "copydesk"), *arguments, "-q"]
    told = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    if told.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, command))} ended with {told.returncode}:\n{told.stderr[-2000:]}")


def rows(folder: Path, name: str) -> list[int]:
    return pq.read_table(folder / f"{name}.parquet", columns=["row"])["row"].to_pylist()


def apart(whole: Path, quarantine: Path) -> Iterator[str]:
    """What is wrong with a quarantine, in words; the figures, if nothing is."""
    for name in ("articles", "teasers"):
        every = rows(whole, name)
        sound, refused = (rows(quarantine / part, name) for part in ("sound", "refused"))
        word = "all, none twice" if sorted([*sound, *refused]) == sorted(every) else "WRONG"
        yield f"{name}: {len(sound):,} sound + {len(refused):,} refused of {len(every):,}: {word}"


def same(one: Path, other: Path) -> str:
    """Whether two folders hold the same bytes."""
    files = sorted(file.name for file in one.iterdir())
    alike = files == sorted(file.name for file in other.iterdir())
    differing = [name for name in files if not alike or (one / name).read_bytes() != (other / name).read_bytes()]
    changes = pq.read_metadata(one / "changes.parquet").num_rows
    return f"{changes:,} changes; fixed twice: {'WRONG: ' + ', '.join(differing) if differing else 'the same bytes'}"


def judged(source: Path, settings: Sequence[str], jobs: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as base:
        out, quarantine, once, twice = (Path(base, name) for name in ("out", "apart", "once", "twice"))
        given = [each for setting in settings for each in ("--set", setting)]
        copydesk("check", source, "--out", out, "--quarantine", quarantine, "--as-of", AS_OF, "--jobs", jobs, *given)
        copydesk("fix", out, "--out", once, "--jobs", jobs)
        copydesk("fix", once, "--out", twice, "--jobs", jobs)
        yield from apart(out, quarantine)
        yield same(once, twice)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", type=Path)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "corpora")
    parser.add_argument("--jobs", default="1")
    given = parser.parse_args()
    wanted = dict.fromkeys(given.inputs, ()) or {given.data / name: columns for name, columns in CORPORA.items()}
    wrong = False
    for source, settings in wanted.items():
        print(source.name, flush=True)
        for line in judged(source, settings, given.jobs):
            wrong |= "WRONG" in line
            print(f"  {line}", flush=True)
    sys.exit(wrong)


if __name__ == "__main__":
    main()
