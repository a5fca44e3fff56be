"""How pages are read: main text against trafilatura alone, headlines and dates, blocks of related stories.

Body: F1 of word tokens against the true text, mean over pages. Headline: letters and digits equal; "either" counts the
alternative headline too, for pages state two and the truth names one of them. Date: the day as printed or in UTC, and
the instant. Blocks: which labelled blocks became teasers, and how many have the right whole text. Run:
python benchmarks/accuracy/pages.py [--data ../shared/data] [--misses]
"""

import argparse
import gzip
import io
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from copydesk.language.dates import read
from copydesk.loaders import html
from copydesk.loaders._html_whole import letters
from copydesk.model import Origin, Record, Teaser

HERE = Path(__file__).resolve()
# One character a word where words are not parted by blanks.
WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
TAIL = 12
"""Letters that a block and a teaser must share at their ends."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is true of it."""

    path: Path
    body: str
    headline: str | None = None
    date: datetime | None = None


def load(path: Path) -> Record | None:
    """The article of a page."""
    (found,) = html.load(io.BytesIO(gzip.decompress(path.read_bytes())), Origin(path.name))
    return found if isinstance(found, Record) else None


def extracted(folder: Path) -> Iterator[Page]:
    """The pages of the extraction benchmark."""
    for name, truth in sorted(json.loads((folder / "ground-truth.json").read_bytes()).items()):
        yield Page(folder / f"{name}.html.gz", truth["articleBody"])


def published(folder: Path) -> Iterator[Page]:
    """The pages of publishers: versions stand in the order of the dates in the names of the pages."""
    for path in sorted(folder.glob("*/*.json")):
        versions = json.loads(path.read_bytes()).values()
        for truth, page in zip(versions, sorted(path.parent.glob(f"{path.stem}_2*.html.gz")), strict=True):
            body = truth.get("body") or {}
            parts = [part["headline"] + part["paragraphs"] for part in body.get("sections", ())]
            text = "\n\n".join([*(body.get("summary") or ()), *(line for part in parts for line in part)])
            date = truth.get("publishing_date")
            yield Page(page, text, truth.get("title"), datetime.fromisoformat(date) if date else None)


def f1(text: str, truth: str) -> float:
    """F1 of word tokens as multisets."""
    found, wanted = Counter(WORD.findall(text.lower())), Counter(WORD.findall(truth.lower()))
    common = (found & wanted).total()
    return 2 * common / (found.total() + wanted.total()) if common else float(found == wanted)


def bodies(pages: Sequence[Page], name: str, show: Callable[[str], None]) -> Mapping[Path, Record]:
    """The records of pages; prints how near their bodies are to the truth, and trafilatura's on the same pages."""
    from trafilatura import extract  # noqa: PLC0415

    records: dict[Path, Record] = {}
    scores: list[tuple[float, float, float]] = []
    seconds = [0.0, 0.0]
    for page in pages:
        data = gzip.decompress(page.path.read_bytes())
        start = time.process_time()
        record = load(page.path)
        middle = time.process_time()
        bare, full = extract(data, include_comments=False) or "", extract(data) or ""
        seconds = [seconds[0] + middle - start, seconds[1] + (time.process_time() - middle) / 2]
        ours = f1(str(record.fields.get("article_body", "")) if record else "", page.body)
        scores.append((ours, f1(bare, page.body), f1(full, page.body)))
        if ours < max(scores[-1]) - 0.02:
            show(f"body {ours:.3f}, trafilatura {max(scores[-1]):.3f}: {page.path.name}")
        if record:
            records[page.path] = record
    ours, bare, full = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    print(f"{name}: {len(pages)} pages, {len(records)} articles")
    print(f"  body F1          {ours:.4f}   trafilatura {bare:.4f} without comments, {full:.4f} as it comes")
    print(f"  CPU s a page     {seconds[0] / len(pages):.3f}    trafilatura {seconds[1] / len(pages):.3f}")
    return records


def fields(pages: Sequence[Page], records: Mapping[Path, Record], show: Callable[[str], None]) -> None:
    """Prints how many headlines and dates are right."""
    counts: Counter[str] = Counter()
    for page in pages:
        said: Mapping[str, Any] = records[page.path].fields if page.path in records else {}
        titles = [letters(str(said.get(name) or "")) for name in ("headline", "alternative_headline")]
        if page.headline:
            counts["headlines"] += 1
            counts["headline"] += titles[0] == letters(page.headline)
            counts["either"] += letters(page.headline) in titles
            if letters(page.headline) not in titles:
                show(f"headline {said.get('headline')!r}, not {page.headline!r}: {page.path.name}")
        if page.date:
            counts["dates"] += 1
            raw = str(said.get("date_published") or "")
            day, instant = same(raw, said.get("in_language"), page.date)
            counts["day"] += day
            counts["instant"] += instant
            if not day:
                show(f"date {raw!r}, not {page.date}: {page.path.name}")
    heads, dates = counts["headlines"], counts["dates"]
    print(f"  headline         {counts['headline'] / heads:.3f}    either {counts['either'] / heads:.3f} of {heads}")
    print(f"  date: day        {counts['day'] / dates:.3f}    instant {counts['instant'] / dates:.3f} of {dates}")


def same(raw: str, language: Any, truth: datetime) -> tuple[bool, bool]:
    """Whether a raw date names the day, and the instant, of the truth; no zone means UTC."""
    reading = read(raw, language if isinstance(language, str) else None)
    if reading.local is None or reading.instant is None:
        return False, False
    wanted = truth.astimezone(UTC) if truth.tzinfo else truth.replace(tzinfo=UTC)
    day = reading.local.date() == truth.date() or reading.instant.date() == wanted.date()
    return day, reading.instant == wanted


def shown(block: Mapping[str, Any], teasers: Sequence[Teaser]) -> Teaser | None:
    """The teaser that a labelled block became: one text is the other, or its end."""
    wanted = letters(block["text"])
    for teaser in teasers:
        for text in map(letters, filter(None, (teaser.description, teaser.headline))):
            short, long = sorted((text, wanted), key=len)
            if text == wanted or (len(short) >= TAIL and long.endswith(short)):
                return teaser
    return None


def blocks(data: Path, show: Callable[[str], None]) -> None:
    """Prints which labelled blocks are teasers."""
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (data / "blocks.jsonl").read_text(encoding="utf-8").splitlines():
        block = json.loads(line)
        by_file[block["file"]].append(block)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for file, labelled in sorted(by_file.items()):
        record = load(data / file)
        for block in labelled:
            teaser = shown(block, record.teasers if record else ())
            count = counts[(block["role"], block["label"])]
            count.update(all=1, teaser=int(teaser is not None))
            if teaser is not None and block["full"]:
                count.update(whole=1, right=int(letters(teaser.full or "") == letters(block["full"])))
            if (teaser is not None) != (block["role"] == "related"):
                show(f"{'a' if teaser else 'no'} teaser: {block['role']} {block['label']} {block['text'][-60:]!r}")
    print("labelled blocks     all  teasers  with whole text  of them right")
    for (role, label), count in sorted(counts.items()):
        print(f"  {role:8} {label:6} {count['all']:6} {count['teaser']:8} {count['whole']:16} {count['right']:14}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE.parents[2] / ".." / "shared" / "data")
    parser.add_argument("--misses", action="store_true", help="print each page that is read wrongly")
    options = parser.parse_args()
    misses: list[str] = []
    pages = options.data / "pages"
    bodies([*extracted(pages / "extraction-benchmark")], "extraction benchmark", misses.append)
    outlets = [*published(pages / "fundus")]
    fields(outlets, bodies(outlets, "publishers", misses.append), misses.append)
    blocks(options.data, misses.append)
    if options.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
