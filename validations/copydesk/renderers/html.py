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

from copydesk.model import CheckResult, Finding, Outcome, Report, Severity, StoryCopy, StoryGroup
from copydesk.renderers import _marks as marks
from copydesk.renderers import _words as words

SUFFIX = ".html"
TEMPLATES = Path(__file__).parent / "templates"
GROUPS = 40
COPIES = 5
COPY_WIDTH = 800
MESSAGE_WIDTH = 400
LABEL_WIDTH = 160
SOURCES = 20
FILES = 200
TEXT_WIDTH = 4000
ANCHOR = 16
"""Bounds of the page: groups, copies of one, code points of a copy, of a message, of a label; sources and files in
tables; code points of any text, digits of an anchor.

They keep a page about a million articles under 3 MB; what is beyond them stands in the tables beside the report."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its place on the page; `link` is its address where that is one of the web."""

    anchor: str
    finding: Finding
    excerpt: marks.Marked | None
    place: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check with what its line and its section show; `bar` and `tick` are per cent of the bar's length."""

    check: CheckResult
    state: words.State
    outcome: Outcome | None
    bar: float
    tick: float | None
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: only what some finding on the page has."""

    severities: tuple[Severity, ...]
    sources: tuple[str, ...]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]


def render(report: Report) -> str:
    """The page. It asks the network for nothing, and runs one script, which it names by its hash."""
    script = _asset("report.js")
    checks = tuple(_views(report))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            checks=checks,
            choices=_choices(checks),
            groups=report.groups[:GROUPS],
            policy=_policy(script),
            script=Markup(script),  # noqa: S704 -- our own files: nothing of the data is in them
            style=Markup(_asset("report.css")),  # noqa: S704
        )
    )


def _environment() -> Environment:
    """Templates in which every value is made visible, then escaped; a name that is not there is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters |= {
        "glyphs": marks.glyphs,
        "label": lambda text: words.clip(text, LABEL_WIDTH),
        "message": lambda text: words.clip(text, MESSAGE_WIDTH),
        "number": words.number,
        "prose": _prose,
        "slug": _slug,
        "passages": lambda copy: marks.passages(copy, COPY_WIDTH),
        "setting_value": lambda value: json.dumps(value, ensure_ascii=False, default=str),
        "settings": _settings,
    }
    environment.globals |= {
        "words": words,
        "COPIES": COPIES,
        "SOURCES": SOURCES,
        "FILES": FILES,
        "percent": _percent,
        "relations": _relations,
        "states": tuple(words.State),
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
    for check in words.ordered(report):
        outcome = words.deciding(check)
        failing, rows = (outcome.failing, outcome.rows) if outcome else (check.rows_failing, check.rows)
        yield CheckView(
            check=check,
            state=words.state(check, report),
            outcome=outcome,
            bar=_percent(failing, rows),
            tick=_percent(outcome.allowed, rows) if outcome and outcome.allowed else None,
            findings=tuple(_finding(each, seen) for each in check.sample),
        )


def _finding(finding: Finding, seen: Counter[str]) -> FindingView:
    short = _slug(finding.fingerprint[:ANCHOR])
    seen[short] += 1
    again = f"-{seen[short]}" if seen[short] > 1 else ""
    return FindingView(
        anchor=f"finding-{short}{again}",
        finding=finding,
        excerpt=marks.marked(finding),
        place=words.place(finding.source_file, finding.source_line),
        link=next((each for each in (finding.uri, finding.key) if each and _of_the_web(each)), None),
    )


def _choices(checks: tuple[CheckView, ...]) -> Choices:
    findings = [view.finding for check in checks for view in check.findings]
    sources = Counter(each.source for each in findings if each.source is not None)
    return Choices(
        severities=tuple(sorted({each.severity for each in findings}, key=lambda each: each.rank)),
        sources=tuple(name for name, _ in sorted(sources.items(), key=lambda pair: (-pair[1], pair[0]))[:FILES]),
        kinds=tuple(sorted({each.kind for each in findings})),
        statuses=tuple(sorted({each.status.value for each in findings})),
    )


def _relations(group: StoryGroup) -> str:
    """What the copies are to the representative: `2 exact copies, 1 update`."""
    counts = Counter(_relation(copy) for copy in group.copies if copy.relation is not None)
    return ", ".join(f"{words.number(count)} × {name}" for name, count in sorted(counts.items()))


def _relation(copy: StoryCopy) -> str:
    return words.RELATIONS.get(copy.relation or "", copy.relation or "")


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
