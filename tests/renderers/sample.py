"""The report that every renderer is tried on: many checks, scripts, states and statuses, and hostile text."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from copydesk.exhibits import (
    Change,
    Comparison,
    Contrast,
    FieldChange,
    Grid,
    Lengths,
    Mark,
    Passage,
    Portrait,
    SourceDays,
    StoryCopy,
    StoryGroup,
    Stretch,
    Timeline,
)
from copydesk.model import (
    BaselineUse,
    CheckResult,
    ColumnMap,
    ExitStatus,
    Finding,
    Outcome,
    Past,
    Policy,
    Report,
    Severity,
    SkippedInput,
    Status,
    Verdict,
    WaiverUse,
)

FERRY = "The night ferry to Vardø was held in harbour for six hours while the crew searched for the…"
ARABIC = "أعلنت بلدية المدينة أن جسر المشاة الجديد سيفتح أمام الزوار يوم الخميس، وأن العمل في…"
HEBREW = "העירייה הודיעה כי הגשר החדש להולכי רגל ייפתח ביום חמישי, וכי העבודה על…"
JAPANESE = "港の古い灯台は、来月から三年ぶりに一般公開される。市は入場料を…"
PERSIAN = "کتاب‌خانهٔ مرکزی شهر می‌خواهد تا پایان سال…"
GERMAN = "Der Stadtrat hat am Dienstag beschlossen, die alte Markthalle zu sanieren, obwohl die…"
HOSTILE = (
    '<script>alert("x")</script><img src=x onerror=alert(1)> \x1b[31mred\x1b[0m \u202egnp.exe\u202c &amp; \x00 end'
)
BODY = (
    "The orchard above the village has been replanted with forty kinds of apple, some of which had been thought lost. "
    "Volunteers grafted the first shoots in March.\n\nBy the time the blossom came, every row had a name on it."
)
COPY = BODY.replace("forty", "fifty").replace("in March", "in late March, the society said")


def finding(check: str, message: str, **given: Any) -> Finding:
    """A finding with what is given, and plain values for the rest; `span` is the text that it stands on."""
    excerpt, span = given.get("excerpt"), given.pop("span", None)
    if span is not None:
        start = excerpt.rindex(span) if span else len(excerpt)
        given |= {"span_start": start, "span_end": start + len(span)}
    values: dict[str, Any] = {
        "severity": Severity.ERROR,
        "table": "articles",
        "row": 0,
        "key": "https://news.example/orchard",
        "uri": "https://news.example/orchard",
        "source": "The Vale Courier",
        "field": "article_body",
        "kind": "plain",
        "count": 1,
        "excerpt": None,
        "excerpt_start": None,
        "span_start": None,
        "span_end": None,
        "evidence": None,
        "suggestion": None,
        "source_file": "scrapes/vale/orchard.txt",
        "source_line": 3,
        "language": "en",
        "status": Status.NEW,
    } | given
    told = repr((check, message, sorted(given.items(), key=str)))
    return Finding(check=check, message=message, fingerprint=hashlib.sha256(told.encode()).hexdigest(), **values)


def result(name: str, *sample: Finding, rows: int = 40, **given: Any) -> CheckResult:
    """A line of the table of checks; counts, kinds and the outcome follow from the sample unless given."""
    new = [each for each in sample if each.status is Status.NEW]
    failing = given.pop("failing", len({(each.table, each.row) for each in new}))
    allowed, table = given.pop("allowed", 0), given.pop("table", "articles")
    severity = given.get("severity", Severity.ERROR)
    values: dict[str, Any] = {
        "severity": severity,
        "state": "passed" if failing <= allowed else "failed",
        "rows": rows,
        "rows_failing": failing,
        "counts": _count(each.status.value for each in sample),
        "kinds": _count(each.kind for each in sample),
        "outcomes": (Outcome(name, severity, table, rows, failing, allowed, failing <= allowed),),
        "policy": Policy(),
    } | given
    return CheckResult(check=name, sample=sample, **values)


def report() -> Report:
    """The sample, blocked."""
    checks = (_short(), _teasers(), _odd(), _stories(), _markup(), _missing(), _dates(), _rows(), _future())
    return Report(
        dataset="evening-desk 2026-10",
        version="2026.10.2",
        verdict=Verdict.BLOCKED,
        exit_status=ExitStatus.BLOCKED,
        reasons=(
            "truncated-teaser: 7 of 120 teasers with an error, none allowed.",
            "duplicate-story: 3 of 1,240 articles with an error, none allowed.",
        ),
        fail_on="error",
        as_of=date(2026, 11, 1),
        inputs=("scrapes", "archive/wire 2026.jsonl.gz"),
        counts={"articles": 1240, "teasers": 120, "rejects": 1, "stories": 11},
        findings_by_severity={"error": 15, "warning": 63, "info": 1},
        sources={"The Vale Courier": 812, "صحيفة الميناء": 300, "港新聞": 127, "<b>Bold & Sons</b>": 1},
        dates=("2019-01-04", "2026-10-30T18:05"),
        checks=checks,
        groups=_groups(),
        columns={
            "archive/wire 2026.jsonl.gz": ColumnMap({"headline": "judul", "article_body": "isi"}, ("views", "id"))
        },
        skipped=(
            SkippedInput("scrapes/.git", "a hidden folder"),
            SkippedInput("scrapes/LICENSE", "a licence, not an article"),
        ),
        notes=("Language was looked at in a sample of 500 articles.",),
        versions={"copydesk": "0.1.0", "great_expectations": "1.24.1", "python": "3.11.7"},
        configuration={"fail-on": "error", "checks": {"odd-characters": {"severity": "warning", "max-share": 0.01}}},
        sample_limit=50,
        folder="reports/sample",
        options=("--config", "news desk.toml", "--evidence", "full"),
        **_kept(),
        portrait=_portrait(),
    )


def _kept() -> dict[str, Any]:
    """A baseline that can shrink, waivers in every state, an earlier version; with hostile words."""
    told = (
        Stretch("same", "The ferry to "),
        Stretch("removed", "Vardø"),
        Stretch("added", HOSTILE),
        Stretch("same", "…"),
    )
    place = ("The Vale Courier", "scrapes/vale/orchard.txt", 3)
    changes = (
        Change("changed", 4, 3, "https://news.example/ferry", "Ferry", *place, (FieldChange("headline", told),)),
        Change("added", 9, None, HOSTILE, JAPANESE, *place),
        Change("removed", None, 8, "https://news.example/gone", None, None, None, None),
    )
    fields = {"headline": 1, "article_body": 1}
    contrasts = (
        Contrast("source", ("The Vale Courier", HOSTILE), (812, 418), (900, 0)),
        Contrast("field", ("headline", "author"), (1230, 1100), (1240, 40)),
        Contrast("length", ("500", "700", "1000"), (400, 800, 30), (700, 540, 0)),
    )
    return {
        "against": Comparison("checked/october", 1230, 1240, 1227, 2, 11, 1, 1, fields, changes, contrasts),
        "baseline": BaselineUse("copydesk-baseline.txt", 9, 5, {"odd-characters": 2, "short-body": 1}, 1),
        "waivers": (
            WaiverUse(
                "truncated-teaser", "source wire", "Agreed.", "desk@paper.example", date(2026, 12, 31), "active", 1, 1
            ),
            WaiverUse("short-body", "glob archive/", None, None, date(2026, 10, 31), "expired", 4, 8),
            WaiverUse("mojibake", f"uri {HOSTILE}", HOSTILE, HOSTILE, None, "unused", 0, None),
        ),
    }


def passed() -> Report:
    """A report with nothing against it."""
    checks = (_rows(), replace(_future(), state="not-run"))
    return replace(
        report(),
        verdict=Verdict.PASSED,
        exit_status=ExitStatus.PASSED,
        reasons=(),
        checks=checks,
        groups=(),
        findings_by_severity={},
        skipped=(),
        notes=(),
        columns={},
        folder=None,
        portrait=None,
    )


def untrusted() -> Report:
    """A report of a run that found nothing to check."""
    return replace(
        passed(),
        verdict=Verdict.UNTRUSTED,
        exit_status=ExitStatus.UNTRUSTED,
        reasons=("No article could be loaded: all 3 records were rejected.",),
        counts={"articles": 0, "teasers": 0, "rejects": 3},
        sources={},
        dates=(None, None),
        checks=(),
    )


def _portrait() -> Portrait:
    sources = ("The Vale Courier", "صحيفة الميناء", "港新聞", "<b>Bold & Sons</b>")
    spike = Mark("spike", date(2026, 7, 28), date(2026, 7, 28))
    gap = Mark("gap", date(2026, 8, 24), date(2026, 10, 4))
    courier = (3, 4, 3, 4, 40, 3, 4, 3, 0, 0, 0, 0, 0, 0, 3, 4, 3, 4)
    return Portrait(
        timeline=Timeline(
            first=date(2026, 6, 29),
            days=7,
            sources=(
                SourceDays(sources[0], courier, (spike, gap)),
                SourceDays(sources[1], (2,) * 18),
                SourceDays(None, (0, 1) * 9),
            ),
            outside=2,
            undated=31,
        ),
        lengths=(
            Lengths("headline", (20, 30, 50, 70), (12, 900, 328), 1),
            Lengths("article_body", (500_000, 700_000, 1_000_000), (1, 0, 1), 0),
        ),
        fill=Grid(
            sources,
            ("headline", "author"),
            ((812, 0), (300, 299), (126, 127), (1, 1)),
            ((812,) * 2, (300,) * 2, (127,) * 2, (1,) * 2),
        ),
        dates=Grid(("", "day"), ("", "month-name"), ((31, 0), (0, 1209)), ((1240,) * 2,) * 2),
        faults=Grid(sources[:2], ("truncated-teaser", "odd-characters"), ((7, 61), (0, 0)), ((90, 812), (30, 300))),
    )


def _teasers() -> CheckResult:
    def cut(text: str, row: int, **given: Any) -> Finding:
        tongues = {ARABIC: "ar", HEBREW: "he", JAPANESE: "ja", PERSIAN: "fa"}
        plain: dict[str, Any] = {"kind": "marker", "span": "…", "source_line": 29 + 4 * row, "evidence": "marker_only"}
        plain["language"] = tongues.get(text, "en")
        place: dict[str, Any] = {"table": "teasers", "field": "description", "row": row}
        return finding("truncated-teaser", "The teaser is cut off.", excerpt=text, **place, **(plain | given))

    whole = FERRY.removesuffix("…") + " missing lifeboat key."
    return result(
        "truncated-teaser",
        cut(FERRY, 0, suggestion=whole, evidence="verified"),
        cut(ARABIC, 1, source="صحيفة الميناء", source_file="scrapes/mina/جسر.txt"),
        cut(HEBREW, 2, source_file="scrapes/vale/bridge.txt"),
        cut(JAPANESE, 3, source="港新聞", source_file="scrapes/minato/灯台.txt"),
        cut(PERSIAN, 4, source_file="scrapes/vale/library.txt"),
        cut(GERMAN.removesuffix("…"), 5, kind="midsentence", span="obwohl die", evidence="structural"),
        cut(HOSTILE, 6, span="end", key="javascript:alert(1)", uri="javascript:alert(1)", source="<b>Bold & Sons</b>"),
        cut(FERRY, 7, status=Status.KNOWN),
        cut(GERMAN, 8, status=Status.WAIVED, waiver=0),
        rows=120,
        table="teasers",
        past=(Past(date(2026, 10, 25), "failed", 110, 9, 9), Past(date(2026, 10, 30), "passed", 118, 0, 0)),
        wants="A teaser is a whole sentence.",
        why="A model that learns from cut teasers learns to stop in mid-sentence.",
        remedy="Take the text from the page it leads to, or from the feed, which often has the whole of it.",
    )


def _stories() -> CheckResult:
    copies = [
        finding("duplicate-story", f"The body is that of row 0 ({word}).", row=row, kind=word, **where)
        for row, word, where in (
            (7, "exact", {"source_file": "archive/wire 2026.jsonl.gz", "source_line": 88}),
            (9, "reformatted", {"excerpt": BODY[:80], "span": "forty kinds", "source_line": 1}),
            (11, "update", {"source_line": 1}),
        )
    ]
    return result(
        "duplicate-story",
        *copies,
        rows=1240,
        wants="Each story stands once.",
        why="Copies leak from training into test data, and weigh a story by how often it was scraped.",
        remedy="Keep the representative of each group: stories.parquet says which that is.",
    )


def _odd() -> CheckResult:
    def odd(char: str, kind: str, row: int, count: int = 1) -> Finding:
        text = f"Prices rose by 3{char}per cent in the harbour district, the office said."
        message = f"{count} times {kind}." if count > 1 else f"A {kind}."
        return finding(
            "odd-characters",
            message,
            excerpt=text,
            span=char,
            kind=kind,
            row=row,
            count=count,
            severity=Severity.WARNING,
        )

    return result(
        "odd-characters",
        odd("\u00a0", "no-break-space", 1, 4),
        odd("\u200b", "zero-width-space", 2),
        odd("\x1b", "control-character", 3),
        odd("\u202e", "bidi-override", 4),
        rows=1240,
        failing=61,
        allowed=12,
        severity=Severity.WARNING,
        counts={"new": 61, "known": 0},
        kinds={"no-break-space": 58, "zero-width-space": 1, "control-character": 1, "bidi-override": 1},
        policy=Policy(severity=Severity.WARNING, max_share=0.01),
        wants="Text holds no characters that a reader cannot see.",
        why="They split words for tokenisers and hide text from search.",
        remedy="Replace no-break spaces by spaces and drop the others.",
    )


def _markup() -> CheckResult:
    long = "word " * 400 + "<br/>" + " word" * 400
    start = long.index("<br/>")
    window = "…" + long[start - 117 + 1 : start + 5 + 117] + "…"
    return result(
        "markup-residue",
        replace(
            finding("markup-residue", "A tag of HTML stands in the text.", excerpt=window, kind="tag", row=5),
            severity=Severity.WARNING,
            excerpt_start=start - 116,
            span_start=start,
            span_end=start + 5,
        ),
        rows=1240,
        allowed=20,
        severity=Severity.WARNING,
        wants="Text holds no markup.",
        why="Tags are learnt as words.",
        remedy="Strip tags and undo entities before the text is stored.",
    )


def _missing() -> CheckResult:
    return result(
        "missing-field",
        finding(
            "missing-field",
            "No article of The Vale Courier has a byline or an author.",
            table="dataset",
            row=None,
            key=None,
            uri=None,
            field="author",
            kind="column-absent",
            severity=Severity.WARNING,
            source_file=None,
            source_line=None,
        ),
        rows=1240,
        allowed=5,
        severity=Severity.WARNING,
        wants="Required fields are there.",
        why="An article without them cannot be cited or ordered.",
        remedy="Map the column that holds the field, or take it from the page.",
    )


def _dates() -> CheckResult:
    return result(
        "ambiguous-date",
        finding(
            "ambiguous-date",
            "The date can be 3 April or 4 March.",
            field="date_published",
            kind="day-or-month",
            excerpt="03/04/2021",
            span="03/04/2021",
            severity=Severity.INFO,
            row=12,
        ),
        rows=1240,
        allowed=10,
        severity=Severity.INFO,
        wants="A date has one reading.",
        why="A guess is wrong half of the time.",
        remedy="State the order of the source in the configuration.",
    )


def _short() -> CheckResult:
    return result(
        "short-body",
        rows=1240,
        severity=Severity.WARNING,
        wants="A body has at least 40 words.",
        why="Shorter ones are captions or remains of a page.",
        remedy="Look at the page: the text may stand in another element.",
    )


def _rows() -> CheckResult:
    return result(
        "row-count",
        rows=1240,
        wants="The dataset has rows.",
        why="Nothing that is empty can be trusted.",
        remedy="Look at what was skipped.",
    )


def _future() -> CheckResult:
    return result(
        "future-date",
        rows=0,
        state="not-run",
        outcomes=(),
        severity=Severity.WARNING,
        wants="No article is from the future.",
        why="Such dates come from wrong zones or wrong order of day and month.",
        remedy="Look at the raw date.",
    )


def _groups() -> tuple[StoryGroup, ...]:
    first = StoryCopy(
        0,
        "https://news.example/orchard",
        "Lost apples return to the hill",
        "The Vale Courier",
        "2026-05-02",
        None,
        None,
        "scrapes/vale/orchard.txt",
        1,
    )
    near = replace(
        first,
        row=7,
        headline="Lost apples are back on the hill",
        source="صحيفة الميناء",
        date="2026-05-03T07:10+02:00",
        relation="rewrite",
        containment=0.914,
        jaccard=0.62,
        facts_overlap=1.0,
        source_file="archive/wire 2026.jsonl.gz",
        source_line=88,
        passages=_marked(COPY, "fifty", "late ", ", the society said"),
        facing=_marked(BODY, "forty"),
    )
    same = _marked(BODY)
    exact = replace(first, row=9, relation="exact", containment=1.0, passages=same, facing=same, date=None)
    arabic = replace(first, row=20, headline="جسر جديد", source="صحيفة الميناء")
    later = replace(
        arabic,
        row=21,
        relation="update",
        containment=0.62,
        passages=(*_marked(ARABIC), Passage(" ليلا", shared=False), Passage("", shared=False, skipped=1200)),
        facing=(Passage("", shared=True, skipped=310), *_marked(ARABIC)),
    )
    earlier = replace(arabic, row=3, dataset="published/2026-<04>")
    return (
        StoryGroup(0, (first, near, exact), 3, {"exact": 1, "rewrite": 1}),
        StoryGroup(20, (earlier, later), 9, {"exact": 1, "truncated": 2, "update": 5}),
    )


def _marked(text: str, *own: str) -> tuple[Passage, ...]:
    """The text, in which some words are its own."""
    found: list[Passage] = []
    for each in own:
        before, _, text = text.partition(each)
        found += [Passage(before, shared=True), Passage(each, shared=False)]
    return (*found, Passage(text, shared=True))


def _count(words: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found
