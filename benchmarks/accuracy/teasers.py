"""The check truncated-teaser on teasers and on pages of real life, against labelled truth and plain rules.

    python benchmarks/accuracy/teasers.py [--data ../shared/data] [--misses]

Everything goes through `copydesk.check`, each labelled teaser as an article of a source of its own, each page through
the HTML loader. `truncated` and `truncated_at_sentence_end` are cut; `not_truncated`, `natural_ellipsis` and ellipses
of style, with the text that follows them, are not; other labels are left out. A teaser is called cut by any finding,
whatever its severity. A labelled block is found if a teaser's text is the block's, or the end of it (headline and text
may be one block): letters and digits count. The plain rules get the same texts, and of pages those that the loader has.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

import copydesk
from copydesk.api import Report
from copydesk.config import Config
from copydesk.language.normal import plain

HERE = Path(__file__).resolve()
CUT = {"truncated", "truncated_at_sentence_end"}
SOUND = {"not_truncated", "natural_ellipsis"}
CHECK = Config(select=("truncated-teaser",))
TAIL = 12
"""Letters of a teaser's text, at least, that must be the end of a block's."""
MARK = re.compile(r"(\.\.\.|…|\[…\]|\[\.\.\.\]|\(\.\.\.\)|read more|weiterlesen)\W*\Z", re.IGNORECASE)
STOP = re.compile(r"[.!?。！？।\"”»)]\s*\Z")
RULES: Mapping[str, Callable[[str], bool]] = {
    "ends in ... or …": lambda text: text.rstrip().endswith(("...", "…")),
    "ends in any mark": lambda text: MARK.search(text) is not None,
    "no final stop, or a mark": lambda text: MARK.search(text) is not None or not STOP.search(text),
}


@dataclass(frozen=True)
class Case:
    """A labelled teaser. `followed` says what its body is: extracted, window, or style."""

    text: str
    body: str | None
    followed: str | None
    language: str | None
    cut: bool


@dataclass(frozen=True)
class Found:
    """A finding: its grade and suggestion."""

    grade: str
    suggestion: str | None


def read(file: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())


def language(row: Mapping[str, Any]) -> str | None:
    return None if row["lang"] in {"", "?", "und"} else row["lang"]


def cases(data: Path) -> list[Case]:
    decided = [
        Case(row["teaser"], row["body"], row["body_from"], language(row), row["label"] in CUT)
        for row in read(data / "teasers.jsonl")
        if row["label"] in CUT | SOUND
    ]
    style = [
        Case(row["text"], f"{row['text']}\n\n{row['next'] or ''}", name, language(row), False)
        for name in ("natural", "style")
        for row in read(data / f"{name}_ellipsis.jsonl")
    ]
    return decided + style


def called(some: Sequence[Case], *, body: bool = True, declared: bool = True) -> list[bool]:
    """Whether the check has a finding on each teaser."""
    rows = [
        {
            "uri": f"urn:case:{number}",
            "headline": f"Case {number}",
            "description": case.text,
            "article_body": case.body if body else None,
            "in_language": case.language if declared else None,
            "publisher": f"source {number}",
        }
        for number, case in enumerate(some)
    ]
    report = copydesk.check(pa.Table.from_pylist(rows), CHECK)
    found = set(report.findings["row"].to_pylist())
    return [number in found for number in range(len(some))]


def scored(title: str, truth: Sequence[bool], says: Sequence[bool]) -> str:
    counts = Counter(zip(truth, says, strict=True))
    right, false, missed = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return f"{title:<52}{len(truth):6}  precision {precision:6.3f}  recall {recall:6.3f}"


def teasers(some: Sequence[Case], show: Callable[[str], None]) -> Iterator[str]:
    says = called(some)
    for kind in ("extracted", "window"):
        here = [number for number, case in enumerate(some) if case.followed == kind]
        yield scored(f"body {kind}: copydesk", [some[each].cut for each in here], [says[each] for each in here])
        yield from peers(f"body {kind}", [some[each] for each in here])
    for name in ("natural", "style"):
        here = [says[number] for number, case in enumerate(some) if case.followed == name]
        yield f"{f'ellipses, {name}: copydesk':<52}{len(here):6}  called cut {sum(here) / max(1, len(here)):6.1%}"
    decided = [case for case in some if case.followed not in ("natural", "style")]
    alone = called(decided, body=False)
    truth = [case.cut for case in decided]
    yield scored("teaser alone: copydesk", truth, alone)
    yield scored("teaser alone: copydesk, language withheld", truth, called(decided, body=False, declared=False))
    yield from peers("teaser alone", decided)
    for title, judged, here in (("with body", says, some), ("alone", alone, decided)):
        for case, said in zip(here, judged, strict=True):
            if said != case.cut and case.followed != "window":
                show(f"    {title}, {'called cut' if said else 'missed'}: {case.text[-90:]!r}")


def peers(title: str, some: Sequence[Case]) -> Iterator[str]:
    for name, rule in RULES.items():
        yield scored(f"{title}: {name}", [case.cut for case in some], [rule(case.text) for case in some])


def shown(report: Report) -> Mapping[str, Sequence[tuple[str, str, Found | None]]]:
    """By file the texts of its teasers, with their letters, and the finding on each."""
    columns = ("row", "field", "evidence", "suggestion")
    findings = report.findings.filter(pa.compute.equal(report.findings["table"], "teasers"))
    found = {
        (row, field): Found(grade, suggestion)
        for row, field, grade, suggestion in zip(*(findings[name].to_pylist() for name in columns), strict=True)
    }
    texts: dict[str, list[tuple[str, str, Found | None]]] = {}
    for row in report.teasers.select(["row", "source_file", "headline", "description"]).to_pylist():
        for field in ("description", "headline"):
            if row[field]:
                text = (row[field], plain(row[field]), found.get((row["row"], field)))
                texts.setdefault(Path(row["source_file"]).name, []).append(text)
    return texts


def block(row: Mapping[str, Any], texts: Sequence[tuple[str, str, Found | None]]) -> tuple[str, Found | None] | None:
    """The teaser that a labelled block became: its text and finding; null if the loader has none."""
    wanted = plain(row["text"])
    alike = [
        (len(own), text, found)
        for text, own, found in texts
        if own == wanted or (len(own) >= TAIL and wanted.endswith(own))
    ]
    return max(alike, key=lambda each: (each[0], each[2] is not None), default=(0, "", None))[1:] if alike else None


def same(left: str | None, right: str) -> bool:
    return left is not None and plain(left) == plain(right)


def blocks(data: Path, show: Callable[[str], None]) -> Iterator[str]:
    labelled = list(read(data / "blocks.jsonl"))
    texts = shown(copydesk.check(data / "pages" / "blocks", CHECK))
    seen = [(row, block(row, texts.get(Path(row["file"]).name, ()))) for row in labelled]
    cut = [row["label"] == "cut" for row in labelled]
    wanted = [row["label"] == "cut" and row["role"] == "related" for row in labelled]
    says = {"copydesk": [got is not None and got[1] is not None for _, got in seen]}
    says |= {name: [got is not None and rule(got[0]) for _, got in seen] for name, rule in RULES.items()}
    for name, said in says.items():
        right = sum(each and is_cut for each, is_cut in zip(said, cut, strict=True))
        found = sum(each and is_wanted for each, is_wanted in zip(said, wanted, strict=True))
        yield (
            f"{f'related blocks: {name}':<52}{sum(wanted):6}  precision {right / max(1, sum(said)):6.3f}  "
            f"recall {found / max(1, sum(wanted)):6.3f}"
        )
    hit = [(row, got[1]) for (row, got), is_wanted in zip(seen, wanted, strict=True) if is_wanted and got and got[1]]
    full = [(row, found) for row, found in hit if row["full"]]
    graded = sum(found.grade == row["evidence"] for row, found in hit)
    yield f"  of those found the grade is right: {graded} of {len(hit)}"
    suggested = sum(same(found.suggestion, row["full"]) for row, found in full)
    yield f"  the full text is the suggestion: {suggested} of {len(full)}"
    for row, got in seen:
        said = got is not None and got[1] is not None
        if said != (row["label"] == "cut" and row["role"] == "related"):
            state = "no teaser" if got is None else "called cut" if said else "not called cut"
            show(f"    block, {row['label']}, {row['role']}, {state}: {row['text'][-80:]!r} ({row['note']})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE.parents[2].parent / "shared" / "data")
    parser.add_argument("--misses", action="store_true", help="print what was judged wrongly")
    given = parser.parse_args()
    misses: list[str] = []
    for line in (*teasers(cases(given.data), misses.append), *blocks(given.data, misses.append)):
        print(line)
    print("\n".join(misses) if given.misses else "")


if __name__ == "__main__":
    main()
