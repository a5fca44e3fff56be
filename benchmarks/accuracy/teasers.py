"""Teasers of real pages judged by copydesk and by plain rules, against labelled truth.

    python benchmarks/accuracy/teasers.py --data ../shared/data [--blocks] [--misses]

Prints precision and recall with the body that an extractor got from the page, with a stretch that starts at the teaser
(too easy), and of the teaser alone; then how many ellipses of style are called cut. With --blocks, the pages of
blocks.jsonl go through the HTML loader and the check truncated-teaser. Decided rows alone count: `truncated` and
`truncated_at_sentence_end` are cut, `not_truncated` and `natural_ellipsis` are not.
"""

import argparse
import gzip
import io
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.checks import Hit
from copydesk.checks.truncated_teaser import TruncatedTeaser
from copydesk.language.normal import letters
from copydesk.language.teasers import alone, judge
from copydesk.loaders import loader
from copydesk.model import Origin, Record
from copydesk.tables import TEASERS

CUT = {"truncated", "truncated_at_sentence_end"}
SOUND = {"not_truncated", "natural_ellipsis"}
TEASER_FIELDS = ("headline", "description", "url", "collection_label", "full")
MARK = re.compile(r"(\.\.\.|…|\[…\]|\[\.\.\.\]|\(\.\.\.\)|read more|weiterlesen)\W*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    teaser: str
    body: str | None
    body_from: str | None
    language: str | None
    cut: bool


def read(file: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())


def rows(data: Path) -> list[Row]:
    return [
        Row(row["teaser"], row["body"], row["body_from"], language(row), row["label"] in CUT)
        for row in read(data / "teasers.jsonl")
        if row["label"] in CUT | SOUND
    ]


def language(row: Mapping[str, Any]) -> str | None:
    return None if row["lang"] in {"", "?", "und"} else row["lang"]


RULES: dict[str, Callable[[Row], bool]] = {
    "copydesk, with the body": lambda row: judge(row.teaser, [row.body], row.language) is not None,
    "copydesk, teaser alone": lambda row: alone(row.teaser, row.language) is not None,
    "copydesk, alone, no language": lambda row: alone(row.teaser) is not None,
    "rule: ends in ... or …": lambda row: row.teaser.rstrip().endswith(("...", "…")),
    "rule: ends in any mark": lambda row: MARK.search(row.teaser) is not None,
    "rule: no final stop, or a mark": lambda row: (
        MARK.search(row.teaser) is not None or not re.search(r"[.!?。！？।\"”»)]\s*\Z", row.teaser)
    ),
}


def table(title: str, rule: str, labelled: Sequence[Row], *, misses: bool) -> str:
    start = time.perf_counter()
    called = [RULES[rule](row) for row in labelled]
    seconds = time.perf_counter() - start
    counts = Counter((row.cut, says) for row, says in zip(labelled, called, strict=True))
    right, false, missed = counts[True, True], counts[False, True], counts[True, False]
    if misses:
        for row, says in zip(labelled, called, strict=True):
            if row.cut != says:
                print(f"    {'called cut' if says else 'missed'}: {row.teaser[-90:]!r}")
    return (
        f"{title:<22}{rule:<32}{len(labelled):6}  precision {right / max(1, right + false):6.3f}  "
        f"recall {right / max(1, right + missed):6.3f}  {len(labelled) / seconds:9,.0f}/s"
    )


def style(data: Path, name: str) -> str:
    """Ellipses of style, with the text that follows them as the body has it."""
    labelled = list(read(data / name))
    called = [row for row in labelled if judge(row["text"], [f"{row['text']}\n\n{row['next'] or ''}"], language(row))]
    return f"{name:<54}{len(labelled):6}  called cut {len(called) / len(labelled):6.1%}"


def found(data: Path, file: str) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The texts of a page's teasers by letters, each with the finding of the check, if there is one."""
    stream = io.BytesIO(gzip.decompress((data / file).read_bytes()))
    records = [each for each in loader("html").load(stream, Origin(Path(file).stem)) if isinstance(each, Record)]
    teasers = [
        {"row": number, "article_row": 0, **{name: getattr(teaser, name) for name in TEASER_FIELDS}}
        for number, teaser in enumerate(teaser for record in records for teaser in record.teasers)
    ]
    batch = pa.Table.from_pylist(teasers, schema=TEASERS).combine_chunks().to_batches(max_chunksize=1 << 30)
    check = TruncatedTeaser()
    hits = {}
    for hit in check.find("teasers", batch[0], None).to_pylist() if batch else ():
        row = teasers[hit["index"]] | {"in_language": None}
        told = check.evidence(Hit(hit["field"], hit["kind"], hit["count"], None, hit["detail"]), row)
        hits[hit["index"], hit["field"]] = {"grade": told.grade, "suggestion": told.suggestion}
    for row in teasers:
        for field in ("description", "headline"):
            if row[field]:
                yield letters(row[field])[0], hits.get((row["row"], field))


def blocks(data: Path, *, misses: bool) -> Iterator[str]:
    labelled = list(read(data / "blocks.jsonl"))
    pages = {file: dict(found(data, file)) for file in sorted({row["file"] for row in labelled})}
    seen = [(row, pages[row["file"]].get(letters(row["text"])[0], "absent")) for row in labelled]
    wanted = [(row, got) for row, got in seen if row["label"] == "cut" and row["role"] == "related"]
    hit = [(row, got) for row, got in wanted if isinstance(got, dict)]
    called = [row for row, got in seen if isinstance(got, dict)]
    graded = sum(got["grade"] == row["evidence"] for row, got in hit)
    full = [(row, got) for row, got in hit if row["full"]]
    if misses:
        for row, got in seen:
            if isinstance(got, dict) != (row["label"] == "cut"):
                state = "absent" if got == "absent" else "called cut" if got else "not called cut"
                print(f"    {row['label']}, {row['role']}, {state}: {row['text'][-80:]!r} ({row['note']})")
    yield f"related cut blocks found: {len(hit)}/{len(wanted)}"
    yield f"absent from the teasers: {sum(got == 'absent' for _, got in wanted)}"
    yield f"findings labelled cut: {sum(row['label'] == 'cut' for row in called)}/{len(called)}"
    yield f"evidence grade right: {graded}/{len(hit)}"
    suggested = sum(same(got["suggestion"], row["full"]) for row, got in full)
    yield f"full text of the page suggested: {suggested}/{len(full)}"


def same(left: str | None, right: str) -> bool:
    return left is not None and letters(left)[0] == letters(right)[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--blocks", action="store_true", help="also the pages of blocks.jsonl, about a minute")
    parser.add_argument("--misses", action="store_true", help="print what was judged wrongly")
    arguments = parser.parse_args()
    labelled = rows(arguments.data)
    for body in ("extracted", "window"):
        here = [row for row in labelled if row.body_from == body]
        print(table(f"body {body}", "copydesk, with the body", here, misses=arguments.misses))
    for rule in list(RULES)[1:]:
        print(table("teaser alone", rule, labelled, misses=arguments.misses and rule == "copydesk, teaser alone"))
    for name in ("natural_ellipsis.jsonl", "style_ellipsis.jsonl"):
        print(style(arguments.data, name))
    if arguments.blocks:
        for line in blocks(arguments.data, misses=arguments.misses):
            print(line)


if __name__ == "__main__":
    main()
