"""How whole datasets are loaded: articles and rejects against the records that each file holds, columns, time.

The corpora have column names and defects of their own; ninjs examples of all versions stand for nested JSON. Run:
python benchmarks/accuracy/corpora.py [--data ../shared/data] [--lines FILE.jsonl]

With --lines the time of the JSON Lines loader over that file is held against orjson alone on the same lines.
"""

import argparse
import gzip
import time
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import orjson

from copydesk.errors import UnreadableFileError
from copydesk.loaders import HEAD, jsonl, loader, recognise
from copydesk.model import ColumnMap, Origin, Record, Reject
from copydesk.tables import tabulate

HERE = Path(__file__).resolve()
CORPORA: tuple[tuple[str, Mapping[str, str | int], Mapping[str, int]], ...] = (
    (
        "ag_news/test.csv",
        {"article_section": 0, "headline": 1, "article_body": 2},
        {"articles": 7600},
    ),
    ("reuters21578.jsonl.gz", {}, {"articles": 20841, "no-headline-and-body": 737}),
    ("detik/data_berita.csv", {}, {"articles": 1000}),
    ("thucnews_headlines/test.txt", {"headline": 0}, {"articles": 10000}),
)


def outcome(path: Path, columns: Mapping[str, str | int]) -> tuple[Counter[str], ColumnMap]:
    """Articles, and rejects by reason, of one file; and what was mapped to what."""
    name = path.name.removesuffix(".gz")
    data = gzip.decompress(path.read_bytes()) if name != path.name else path.read_bytes()
    form = recognise(data[:HEAD], name)
    loaded = list(loader(form).load(BytesIO(data), Origin(name, columns=columns)))
    records = [each for each in loaded if isinstance(each, Record)]
    tables = tabulate(records, [each for each in loaded if isinstance(each, Reject)], name, form)
    found = Counter(tables.rejects["reason"].to_pylist())
    if tables.articles.num_rows:
        found["articles"] = tables.articles.num_rows
    return found, next((each for each in loaded if isinstance(each, ColumnMap)), ColumnMap({}))


def corpora(folder: Path) -> None:
    for name, columns, wanted in CORPORA:
        start = time.perf_counter()
        found, mapped = outcome(folder / name, columns)
        seconds = time.perf_counter() - start
        verdict = "as expected" if found == wanted else f"EXPECTED {dict(wanted)}"
        print(f"{name}: {dict(found)}, {verdict}, {seconds:.1f} s")
        print(f"  {', '.join(f'{field} = {column}' for field, column in mapped.mapped.items())}")
        print(f"  unmapped: {', '.join(mapped.unmapped) or 'none'}")


def without_columns(folder: Path) -> None:
    """What a user is told who gives a table without header and without [columns]."""
    for name, columns, _ in CORPORA:
        if columns:
            try:
                outcome(folder / name, {})
            except UnreadableFileError as error:
                print(f"{name}, no [columns]: {error.reason}: {error.remedy}")


def examples(folder: Path) -> None:
    """ninjs items, of which some are pictures or events without a text."""
    total: Counter[str] = Counter()
    for path in sorted((folder / "standards/ninjs/examples").rglob("*.json")):
        try:
            found = outcome(path, {})[0]
        except UnreadableFileError as error:
            found = Counter({error.reason: 1})
        total += Counter(files=1) + found
    print(f"ninjs examples: {dict(sorted(total.items()))}")


def speed(path: Path) -> None:
    data = path.read_bytes()
    times: dict[str, list[float]] = {"orjson": [], "loader": []}
    for _ in range(3):
        start = time.process_time()
        for line in BytesIO(data):
            orjson.loads(line)
        times["orjson"].append(time.process_time() - start)
        start = time.process_time()
        count = sum(1 for _ in jsonl.load(BytesIO(data), Origin(path.name)))
        times["loader"].append(time.process_time() - start)
    floor, whole = min(times["orjson"]), min(times["loader"])
    print(f"{path.name}: {count - 1} records, orjson {floor:.2f} s, loader {whole:.2f} s, beyond {whole - floor:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE.parents[2] / "../shared/data")
    parser.add_argument("--lines", type=Path, help="a file of JSON Lines, such as benchmarks/generate.py makes")
    args = parser.parse_args()
    corpora(args.data / "corpora")
    without_columns(args.data / "corpora")
    examples(args.data)
    if args.lines:
        speed(args.lines)


if __name__ == "__main__":
    main()
