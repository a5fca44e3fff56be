"""How many labels of real pages language/labels.py knows, and how often it takes something else for one.

Positives: boilerplate_lines.jsonl (headings of related stories; update lines). Negatives: lines of article bodies
(teasers.jsonl) and headlines of AG News. Rows are split in two halves by the hash of their text: words were collected
on half 0 alone. Run: python benchmarks/accuracy/labels.py [--data ../shared/data] [--misses]
"""

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson

from copydesk.language import labels

HERE = Path(__file__).resolve()
Judge = Callable[[str], bool]


def half(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[-1] % 2


def lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open("rb") as stream:
        yield from map(orjson.loads, stream)


def positives(data: Path, kind: str) -> Iterator[str]:
    return (row["text"] for row in lines(data / "boilerplate_lines.jsonl") if row["kind"] == kind)


def body_lines(data: Path) -> Iterator[str]:
    for row in lines(data / "teasers.jsonl"):
        yield from (line for line in (row["body"] or "").splitlines() if line.strip())


def headlines(data: Path) -> Iterator[str]:
    for path in sorted((data / "corpora" / "ag_news").glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as stream:
            yield from (row[1] for row in csv.reader(stream))


def tally(name: str, texts: Iterator[str], judge: Judge, *, wanted: bool, misses: bool) -> None:
    seen: Counter[int] = Counter()
    taken: Counter[int] = Counter()
    for text in texts:
        part = half(text)
        seen[part] += 1
        taken[part] += judge(text)
        if misses and part == 0 and judge(text) is not wanted:
            print(f"    {text[:150]!r}")
    shares = "  ".join(f"half {part}: {taken[part]:>6} of {seen[part]:>6}" for part in (0, 1))
    print(f"{name:<42} {shares}   (want {'all' if wanted else 'none'})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parents[2].parent / "shared" / "data")
    parser.add_argument("--misses", action="store_true", help="print what half 0 got wrong")
    given = parser.parse_args()
    judges: dict[str, Judge] = {
        "heading": lambda text: labels.heading(text) is not None,
        "stamps": lambda text: bool(labels.stamps(text)),
        "byline": lambda text: labels.byline(text) is not None,
    }
    cases: list[tuple[str, Callable[[], Iterator[str]], str, bool]] = [
        ("related headings", lambda: positives(given.data, "related_header"), "heading", True),
        ("update lines", lambda: positives(given.data, "update_line"), "stamps", True),
        *((f"{each} in body lines", lambda: body_lines(given.data), each, False) for each in judges),
        *((f"{each} in headlines", lambda: headlines(given.data), each, False) for each in judges),
    ]
    for name, texts, judge, wanted in cases:
        tally(name, texts(), judges[judge], wanted=wanted, misses=given.misses)


if __name__ == "__main__":
    main()
