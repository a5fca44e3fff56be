"""How feeds are read: entries found against those that feedparser finds by its own defaults, crashes, time.

The well-formed feeds and the others are reported apart. Run:
python benchmarks/accuracy/feeds.py [--data ../shared/data]
"""

import argparse
import time
import warnings
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import feedparser

from copydesk.errors import UnreadableFileError
from copydesk.loaders import HEAD, feed
from copydesk.model import Origin, Record, Reject

HERE = Path(__file__).resolve()


def outcome(data: bytes, name: str) -> Counter[str]:
    """What became of one file."""
    found: Counter[str] = Counter(files=1)
    found["recognised"] = feed.sniff(data[:HEAD], name) > 0
    start = time.perf_counter()
    try:
        for each in feed.load(BytesIO(data), Origin(name)):
            if isinstance(each, Reject) and each.reason == "truncated-feed":
                found["broken off"] += 1
            else:
                found["articles"] += isinstance(each, Record)
                found["rejects"] += isinstance(each, Reject)
    except UnreadableFileError:
        found["refused"] = 1
    found["microseconds"] = round((time.perf_counter() - start) * 1e6)
    return found


def expected(data: bytes) -> int:
    """Entries that feedparser finds by its defaults."""
    with warnings.catch_warnings():
        # feedparser warns of its own mapping of `updated` to `published` while it parses
        warnings.simplefilter("ignore", DeprecationWarning)
        return len(feedparser.parse(BytesIO(data)).entries)


def measure(title: str, files: Sequence[Path]) -> None:
    total: Counter[str] = Counter()
    differing: list[str] = []
    for path in files:
        data = path.read_bytes()
        found, wanted = outcome(data, path.name), expected(data)
        total += found + Counter(entries=wanted)
        if found["articles"] + found["rejects"] != wanted:
            differing.append(path.name)
    seconds = total.pop("microseconds", 0) / 1e6
    print(f"{title}: " + ", ".join(f"{total[name]} {name}" for name in sorted(total)) + f", {seconds:.1f} s")
    print(f"  files with articles + rejects other than feedparser's entries: {len(differing)} {differing[:10]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parents[2].parent / "shared" / "data")
    root = parser.parse_args().data / "feeds" / "feedparser"
    files = sorted(root.rglob("*.xml"))
    sound = [path for path in files if "wellformed" in path.parts]
    measure("well-formed", sound)
    measure("the others", [path for path in files if path not in set(sound)])


if __name__ == "__main__":
    main()
