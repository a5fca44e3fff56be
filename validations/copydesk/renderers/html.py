"""The report for people: one HTML file that opens offline, the verdict first, each finding beside its text."""

import base64
import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from copydesk.exhibits import Passage
from copydesk.model import CheckResult, Finding, Outcome, Report, Severity
from copydesk.renderers import _kept as kept
from copydesk.renderers import _listing as listing
from copydesk.renderers import _logs as logs
from copydesk.renderers import _marks as marks
from copydesk.renderers import _pictures as pictures
from copydesk.renderers import _vocabulary, _words_pictures, _words_stories
from copydesk.renderers import _words as words
from copydesk.renderers._catalogue import Say, catalogue
from copydesk.renderers._phrases import say

SUFFIX = ".html"
TEMPLATES = Path(__file__).parent / "templates"
GROUPS = 30
COPIES = 4
FINDINGS = 40
OPEN = 60
MESSAGE_WIDTH = 400
LABEL_WIDTH = 160
SOURCES = 20
MARKS = 6
DEMANDS = 5
FILES = 200
TEXT_WIDTH = 4000
ANCHOR = 16
"""Bounds of the page: groups, copies of one, findings of a check, findings that lie open; code points of a message, of
a label; sources and files in tables, marks on a line over time; code points of any text, digits of an anchor.

They keep a page about a million articles under 3 MB; what is beyond them stands in the tables beside the report."""

FAULTY = (words.State.BLOCKED, words.State.OVER)


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its place on the page.

    `suggestion` is the right value, what is new in it not shared; `link` the address where it is one of the web;
    `beside` the anchor of the story that it is a copy in, where that is shown side by side.
    """

    anchor: str
    finding: Finding
    excerpt: marks.Marked | None
    suggestion: tuple[Passage, ...]
    place: str | None
    link: str | None
    language: str | None
    beside: str | None


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check with what its line and its section show; `bar` and `tick` are per cent of the bar's length.

    `opened`: its findings can be seen before anybody asks for them.
    """

    check: CheckResult
    state: words.State
    outcome: Outcome | None
    bar: float
    tick: float | None
    trend: pictures.Drawing | None
    findings: tuple[FindingView, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a dataset; `timeline` is null where no story has a day."""

    timeline: pictures.TimelineView | None
    lengths: tuple[pictures.LengthsView, ...]
    fill: pictures.GridView
    dates: pictures.GridView
    faults: pictures.GridView


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: only what some finding on the page has."""

    severities: tuple[Severity, ...]
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]


def render(report: Report) -> str:
    """The page. It asks the network for nothing, and runs one script, which it names by its hash."""
    script = _asset("report.js")
    said = catalogue(report.language)
    checks = tuple(_views(report))
    page = _environment(said).get_template("page.html.j2")
    made = page.render(
        report=report,
        language=report.language,
        checks=checks,
        choices=_choices(checks),
        groups=report.groups[:GROUPS],
        pictures=_pictures(report),
        contrasts=pictures.contrasts(report.against) if report.against else (),
        trends=any(check.past for check in report.checks),
        policy=_policy(script),
        script=Markup(script),  # noqa: S704 -- our own files: nothing of the data is in them
        style=Markup(_asset("report.css")),  # noqa: S704
    )
    return logs.referred(made)


def _pictures(report: Report) -> Pictures | None:
    given = report.portrait
    if given is None:
        return None
    return Pictures(
        timeline=pictures.timeline(given.timeline) if given.timeline else None,
        lengths=tuple(map(pictures.lengths, given.lengths)),
        fill=pictures.grid(given.fill, missing=True),
        dates=pictures.grid(given.dates),
        faults=pictures.grid(given.faults),
    )


def _environment(said: Say) -> Environment:
    """Templates in which every value is made visible, then escaped; a name that is not there is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: _finalize(said(value) if isinstance(value, str) else value),
    )
    environment.filters |= {
        "glyphs": marks.glyphs,
        "label": lambda text: words.clip(text, LABEL_WIDTH),
        "message": lambda text: words.clip(text, MESSAGE_WIDTH),
        "number": words.number,
        "when": lambda copies: sorted(copies, key=lambda each: (each.date or "~", each.row)),
        "prose": lambda text: _prose(said(text)),
        "slug": _slug,
        "setting_value": lambda value: json.dumps(value, ensure_ascii=False, default=str),
        "settings": _settings,
    }
    environment.globals |= {
        "words": words,
        "kept": kept,
        "vocabulary": _vocabulary,
        "picture_words": _words_pictures,
        "story_words": _words_stories,
        "say": say,
        "changed": lambda old, new: marks.changes(old or "", new)[1],
        "COPIES": COPIES,
        "MARKS": MARKS,
        "DEMANDS": DEMANDS,
        "SOURCES": SOURCES,
        "FILES": FILES,
        "percent": _percent,
    }
    return environment


def _prose(text: str) -> Markup:
    """Text of a check's documentation: what stands between backticks is code."""
    safe = str(escape(marks.visible(words.clip(text, MESSAGE_WIDTH))))
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", safe))  # noqa: S704 - escaped in the line above


def _finalize(value: Any) -> Any:
    """The one place where text of the data is bounded and made harmless to the eye; Jinja escapes what it returns."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return marks.visible(words.clip(value, TEXT_WIDTH))


def _views(report: Report) -> Iterator[CheckView]:
    seen: Counter[str] = Counter()
    copies = _copies(report)
    room = OPEN
    for check in words.ordered(report):
        state, findings = (
            words.state(check, report),
            tuple(_finding(each, seen, copies) for each in check.sample[:FINDINGS]),
        )
        room = room - len(findings) if state in FAULTY else 0
        outcome = words.deciding(check)
        failing, rows = (outcome.failing, outcome.rows) if outcome else (check.rows_failing, check.rows)
        yield CheckView(
            check=check,
            state=state,
            outcome=outcome,
            bar=_percent(failing, rows),
            tick=_percent(outcome.allowed, rows) if outcome and outcome.allowed else None,
            trend=pictures.trend(check) if check.past else None,
            findings=findings,
            opened=room > 0,
        )


def _copies(report: Report) -> frozenset[int]:
    """Rows that stand beside their representative on the page."""
    return frozenset(copy.row for group in report.groups[:GROUPS] for copy in group.copies[1 : COPIES + 1])


def _finding(finding: Finding, seen: Counter[str], copies: frozenset[int]) -> FindingView:
    short = _slug(finding.fingerprint[:ANCHOR])
    seen[short] += 1
    again = f"-{seen[short]}" if seen[short] > 1 else ""
    return FindingView(
        anchor=f"finding-{short}{again}",
        finding=finding,
        excerpt=marks.marked(finding),
        suggestion=_suggestion(finding),
        place=words.place(finding.source_file, finding.source_line),
        language=finding.language,
        link=next((each for each in (finding.uri, finding.key) if each and _of_the_web(each)), None),
        beside=f"copy-{finding.row}" if finding.check == listing.STORY_CHECK and finding.row in copies else None,
    )


def _suggestion(finding: Finding) -> tuple[Passage, ...]:
    if finding.suggestion is None:
        return ()
    return marks.changes(finding.excerpt or "", marks.facing(finding, MESSAGE_WIDTH))[1]


def _choices(checks: tuple[CheckView, ...]) -> Choices:
    findings = [view.finding for check in checks for view in check.findings]
    sources = Counter(each.source for each in findings if each.source is not None)
    return Choices(
        severities=tuple(sorted({each.severity for each in findings}, key=lambda each: each.rank)),
        sources=tuple(name for name, _ in sorted(sources.items(), key=lambda pair: (-pair[1], pair[0]))[:FILES]),
        languages=tuple(sorted({each.language for each in findings if each.language}))[:FILES],
        kinds=tuple(sorted({each.kind for each in findings})),
        statuses=tuple(sorted({each.status.value for each in findings})),
    )


def _settings(configuration: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """A nested configuration as dotted names with their values, sorted."""
    for name, value in sorted(configuration.items()):
        if isinstance(value, dict) and value:
            yield from _settings(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _percent(part: int, whole: int) -> float:
    """The length of a bar, 0..100: by the square root, so that a share of a thousandth can be seen beside a half."""
    return round(100 * math.sqrt(min(1.0, part / whole)), 2) if whole and part else 0.0


def _of_the_web(uri: str) -> bool:
    """Whether a link may lead there: http and https alone, so that no data can bring a script: address."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and uri.isprintable() and len(uri) < TEXT_WIDTH


def _slug(text: str) -> str:
    """A word that can stand in an id."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-") or "x"


def _policy(script: str) -> str:
    """The Content-Security-Policy: nothing from anywhere, inline styles (bars need them), our script by its hash."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
