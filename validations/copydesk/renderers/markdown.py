"""The report for a step summary, a comment or a wiki: GitHub's Markdown, in the words and the order of the terminal's.

Text of the data stands between backticks, where nothing is markup, or with every sign escaped that Markdown knows.
"""

import re
from collections.abc import Iterator

from copydesk.exhibits import Change
from copydesk.model import CheckResult, Finding, Report, Verdict
from copydesk.renderers import _kept as kept
from copydesk.renderers import _listing as listing
from copydesk.renderers import _logs as logs
from copydesk.renderers import _marks as marks
from copydesk.renderers import _words as words

SUFFIX = ".md"
SIGNS = {
    Verdict.PASSED: "✅",
    Verdict.BLOCKED: "❌",
    Verdict.UNTRUSTED: "⚠️",
    words.State.BLOCKED: "❌",
    words.State.OVER: "⚠️",
    words.State.PASSED: "✅",
    words.State.NOT_RUN: "➖",
}
COLUMNS = ("Check", "State", "Findings", "Rows failing", "Allowed")
SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
START = re.compile(r"^([-+#=]|[0-9]+(?=[.)]))")
"""What makes a list, a heading or a rule where a line begins."""
LINK = re.compile(r"(?i)(?<=http)(?=://)|(?<=https)(?=://)|(?<=ftp)(?=://)|(?<=www)(?=\.)")
"""Where GitHub makes a link of bare text; it does so of a colon or a full stop, but not of an escaped one."""
CHANGES = 3
"""Changed articles that are shown."""
SIDES = {"removed": "⟦-{}⟧", "added": "⟦+{}⟧"}
"""How a changed stretch stands, as in the terminal's plain text."""
WIDTH = 300
"""Code points of a message, a path, a suggestion."""
MOST = 200
"""Reasons and notes that are listed."""


def render(report: Report) -> str:
    """The report; well below the mebibyte that a step summary may have."""
    parts = [_head(report), _table(report), _findings(report), _changes(report), _tail(report)]
    return logs.broken("\n\n".join(each for each in parts if each) + "\n")


def _head(report: Report) -> str:
    counts = [" ".join(each) for each in words.facts(report)]
    found = [f"{words.number(count)} {noun}" for _, count, noun in words.severities(report.findings_by_severity)]
    lines = [
        f"# {SIGNS[report.verdict]} {plain(words.verdict(report))}",
        strong(words.clip(report.dataset, WIDTH)),
        " · ".join(plain(each) for each in [*counts, words.dates(report)]),
        f"Findings: {', '.join(found)}",
    ]
    return "\n\n".join([each for each in lines if each] + [*_list(words.reasons(report))])


def _list(sentences: tuple[str, ...]) -> Iterator[str]:
    shown = [f"- {plain(words.clip(each, WIDTH))}" for each in sentences[:MOST]]
    if len(sentences) > MOST:
        shown.append(f"- and {words.number(len(sentences) - MOST)} more")
    if shown:
        yield "\n".join(shown)


def _table(report: Report) -> str:
    rows = [_row(check, report) for check in words.ordered(report)]
    head = [f"| {' | '.join(COLUMNS)} |", "| --- | --- | ---: | --- | ---: |"]
    return "\n".join([*head, *rows]) if rows else ""


def _row(check: CheckResult, report: Report) -> str:
    state, aside = words.state(check, report), words.set_aside(check.counts)
    cells = (
        plain(check.check),
        f"{SIGNS[state]} {state.value}",
        words.number(check.findings) + (f" ({aside})" if aside else ""),
        words.failing(check),
        words.allowed(words.deciding(check)),
    )
    return f"| {' | '.join(cells)} |"


def _findings(report: Report) -> str:
    worst = tuple(words.worst(report))
    if not worst:
        return ""
    rest = sum(check.counts.get("new", 0) for check in report.checks) - len(worst)
    parts = ["## The worst findings", *(_finding(each) for each in worst)]
    return "\n\n".join([*parts, *([f"and {words.plural(rest, 'findings')} more."] if rest > 0 else [])])


def _finding(finding: Finding) -> str:
    place = words.place(finding.source_file, finding.source_line)
    about = " ".join(each for each in (finding.check, finding.field) if each)
    head = [code(words.clip(place, WIDTH))] if place else []
    lines = [" ".join([*head, strong(words.clip(about, WIDTH))]), plain(words.clip(finding.message, WIDTH))]
    shown = listing.excerpt(finding)
    if shown is not None:
        lines.append(code(words.clip(shown, 2 * WIDTH)))
    elif finding.span_start is not None:
        lines.append(plain(words.span(finding)))
    if finding.suggestion:
        lines.append(f"suggested: {code(marks.facing(finding, WIDTH))}")
    return "- " + "  \n  ".join(lines)


def _changes(report: Report) -> str:
    """What became of the earlier version: the figures, then the first changed articles."""
    if report.against is None:
        return ""
    changed = [each for each in report.against.changes if any(field.stretches for field in each.fields)]
    figures = "\n\n".join(plain(words.clip(each, WIDTH)) for each in kept.against(report))
    return "\n\n".join(["## Against the earlier version", figures, *map(_change, changed[:CHANGES])])


def _change(change: Change) -> str:
    place = words.place(change.source_file, change.source_line)
    head = [code(words.clip(place, WIDTH))] if place else []
    lines = [" ".join([*head, code(words.clip(change.key, WIDTH))])]
    for each in change.fields:
        if each.stretches:
            text = "".join(SIDES.get(one.kind, "{}").format(listing.line(one.text)) for one in each.stretches)
            lines.append(f"{plain(each.field)}: {code(words.clip(text, 2 * WIDTH))}")
    return "- " + "  \n  ".join(lines)


def _tail(report: Report) -> str:
    skipped = (f"{words.plural(len(report.skipped), 'files')} skipped.",) if report.skipped else ()
    folder = [f"Report: {code(words.clip(report.folder.rstrip('/'), WIDTH) + '/report.html')}"] if report.folder else []
    return "\n\n".join([*_list((*kept.baseline(report), *kept.waivers(report), *report.notes, *skipped)), *folder])


def plain(text: str) -> str:
    """Text that Markdown, HTML and GitHub's mentions leave as it is, in one line."""
    shown = listing.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = LINK.sub(r"\\", SPECIAL.sub(r"\\\1", shown))
    return _start(escaped).replace("@", "@<!-- -->")


def _start(text: str) -> str:
    """A number is a list by the sign behind it, which is what has to be escaped."""
    found = START.match(text)
    if not found:
        return text
    return f"{found.group()}\\{text[found.end() :]}" if found.group().isdigit() else f"\\{text}"


def strong(text: str) -> str:
    """Text in bold; empty where there is none, because two pairs of asterisks are a rule."""
    return f"**{plain(text.strip())}**" if text.strip() else ""


def code(text: str) -> str:
    """Text between as many backticks as it takes; in one line, and never within a table."""
    shown = listing.line(text)
    fence = "`" * (1 + max((len(each) for each in re.findall("`+", shown)), default=0))
    return f"{fence} {shown} {fence}" if shown.strip() else f"{fence}{shown or ' '}{fence}"
