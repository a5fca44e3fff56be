"""Real texts for the story benchmarks: the corpora beside the checkout as tables of the story finder's columns.

They are third-party texts: measured here, never copied.
"""

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

NAMES = ("ag-news", "reuters", "detik")
SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        *((name, pa.string()) for name in ("key", "source", "headline", "article_body", "content_hash", "source_file")),
        *((f"date_{name}", pa.timestamp("us", "UTC")) for name in ("published", "modified")),
        ("date_published_local", pa.string()),
        ("source_line", pa.int32()),
    ]
)


def corpus(data: Path, name: str) -> pa.Table:
    """One corpus; stories without headline and body are left out."""
    read = {"ag-news": _ag_news, "reuters": _reuters, "detik": _detik}[name]
    rows = [row for row in read(data / "corpora") if row["headline"] or row["article_body"]]
    for place, row in enumerate(rows):
        row |= {"row": place, "key": f"{name}:{place:06d}", "content_hash": f"{place:032x}", "source_line": place + 1}
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _row(name: str, headline: str, body: str, when: datetime | None = None) -> dict[str, object]:
    return {
        "source": name,
        "headline": headline.strip() or None,
        "article_body": body.strip() or None,
        "source_file": name,
        "date_published": when,
        "date_published_local": when.isoformat() if when else None,
    }


def _ag_news(folder: Path) -> Iterator[dict[str, object]]:
    with (folder / "ag_news" / "test.csv").open(encoding="utf-8", newline="") as lines:
        for _, headline, body in csv.reader(lines):
            yield _row("AG News", headline, body)


def _reuters(folder: Path) -> Iterator[dict[str, object]]:
    with gzip.open(folder / "reuters21578.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            body = (story.get("body") or "").replace("&#3;", "").strip().removesuffix("Reuter").strip()
            yield _row("Reuters", story.get("title") or "", body, _moment((story.get("date") or "").strip()))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text[:20].strip().title(), "%d-%b-%Y %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _detik(folder: Path) -> Iterator[dict[str, object]]:
    with (folder / "detik" / "data_berita.csv").open(encoding="utf-8", newline="") as lines:
        for story in csv.DictReader(lines):
            when = datetime.strptime(story["tanggal"], "%m/%d/%Y %H:%M").replace(tzinfo=UTC)
            yield _row("Detik", story["judul"], story["isi_berita"], when)
