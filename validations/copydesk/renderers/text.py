"""The report for the terminal and for logs: verdict first, then a line a check, then the worst findings."""

import os
from collections.abc import Callable, Sequence
from io import StringIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from copydesk.exhibits import StoryCopy, Stretch
from copydesk.model import CheckResult, Finding, Report, Verdict
from copydesk.renderers import _kept as kept
from copydesk.renderers import _listing as listing
from copydesk.renderers import _logs as logs
from copydesk.renderers import _marks as marks
from copydesk.renderers import _words as words
from copydesk.renderers import _words_stories as stories
from copydesk.renderers._phrases import say

SUFFIX = ".txt"
WIDTH = 100
NARROW, WIDE = 40, 200
STYLES = {
    Verdict.PASSED: "bold green",
    Verdict.BLOCKED: "bold red",
    Verdict.UNTRUSTED: "bold magenta",
    words.State.BLOCKED: "bold red",
    words.State.OVER: "yellow",
    words.State.PASSED: "green",
    words.State.NOT_RUN: "dim",
}
GROUPS, COPIES = 3, 3
"""Groups of duplicate stories, and copies of one, that are shown."""
CHANGES = 3
"""Changed articles that are shown."""
LINES = 2
"""Lines of the terminal that an excerpt may take."""


def render(report: Report) -> str:
    """The report as plain text without any escape sequence, as wide as COLUMNS says, else 100 columns."""
    return _written(lambda console: render_terminal(report, console))


def findings(some: Sequence[Finding]) -> str:
    """Some findings as the report has them, in plain text; empty if there are none."""
    return _written(lambda console: _each(some, console)).strip("\n") + "\n" if some else ""


def section(check: CheckResult, report: Report) -> str:
    """What a check found, in plain text: its judgements, the findings of the sample, what is left out, the remedy."""
    rest = words.shown(check, len(check.sample), report)
    command = words.rest(report)
    parts = [
        "\n".join(words.judgement(each) for each in words.told(check)),
        findings(check.sample).rstrip("\n"),
        *([f"{rest} {command}" if command else rest] if rest else []),
        marks.visible(check.remedy),
    ]
    return logs.broken("\n\n".join(each for each in parts if each))


def render_terminal(report: Report, console: Console) -> None:
    """Print the report to a console, in colour where that has any."""
    _head(report, console)
    if report.checks:
        console.print()
        console.print(_table(report))
    _findings(report, console)
    _groups(report, console)
    _changes(report, console)
    _tail(report, console)


def _head(report: Report, console: Console) -> None:
    console.print(Text(words.verdict(report), style=STYLES[report.verdict]))
    console.print(_safe(report.dataset, "bold"))
    counts = [" ".join(each) for each in words.facts(report)]
    console.print(Text(" · ".join([*counts, words.dates(report)])))
    found = [f"{words.number(count)} {noun}" for _, count, noun in words.severities(report.findings_by_severity)]
    console.print(Text(f"Findings: {', '.join(found)}"))
    for reason in words.reasons(report):
        console.print(Padding(_safe(reason), (0, 0, 0, 2)))


def _table(report: Report) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("Check", overflow="fold")
    table.add_column("State", no_wrap=True)
    table.add_column("Findings", justify="right", overflow="fold")
    table.add_column("Rows failing", overflow="fold")
    table.add_column("Allowed", justify="right", overflow="fold")
    for check in words.ordered(report):
        state = words.state(check, report)
        table.add_row(
            _safe(check.check),
            Text(state.value, style=STYLES[state]),
            Text(_count(check)),
            Text(words.failing(check)),
            Text(words.allowed(words.deciding(check))),
        )
    return table


def _count(check: CheckResult) -> str:
    aside = words.set_aside(check.counts)
    return words.number(check.findings) + (f" ({aside})" if aside else "")


def _findings(report: Report, console: Console) -> None:
    worst = tuple(words.worst(report))
    if not worst:
        return
    console.print()
    console.print(Text("The worst findings", style="bold"))
    _each(worst, console)
    rest = sum(check.counts.get("new", 0) for check in report.checks) - len(worst)
    if rest > 0:
        console.print()
        console.print(Text(f"and {words.plural(rest, 'findings')} more.", style="dim"))


def _each(some: Sequence[Finding], console: Console) -> None:
    for finding in some:
        console.print()
        _finding(finding, console)


def _finding(finding: Finding, console: Console) -> None:
    place = words.place(finding.source_file, finding.source_line)
    about = " ".join(each for each in (finding.check, finding.field) if each)
    head = _safe(place, "bold") + Text("  ") if place else Text()
    console.print(Padding(head + _safe(about, "cyan"), (0, 0, 0, 2)))
    console.print(Padding(_safe(words.clip(finding.message, 300)), (0, 0, 0, 4)))
    excerpt = marks.marked(finding)
    if excerpt is not None:
        console.print(Padding(_excerpt(excerpt, console), (0, 0, 0, 4)))
    elif finding.span_start is not None:
        console.print(Padding(_safe(words.span(finding), "dim"), (0, 0, 0, 4)))
    if finding.suggestion:
        hint = Text("suggested: ", style="dim") + _safe(marks.facing(finding, 300))
        console.print(Padding(hint, (0, 0, 0, 4)))


def _excerpt(excerpt: marks.Marked, console: Console) -> Text:
    """The excerpt, cropped around its mark; in plain text the mark stands in brackets that no text has."""
    before, mark, after = (listing.line(each) for each in (excerpt.before, excerpt.mark or "", excerpt.after))
    if excerpt.loud:
        mark = "".join(each.text for each in marks.glyphs(excerpt.mark or "", loud=True))
    if excerpt.mark is None:
        before, after = "", before + after
    room = max(NARROW, console.width - 8) * LINES - cell_len(mark)
    before, after = _crop(before, after, room)
    if excerpt.mark is None:
        return Text(before + after, style="dim")
    shown = Text(mark, style="bold red") if console.is_terminal else Text(f"⟦{mark}⟧")
    return Text(before, style="dim") + shown + Text(after, style="dim")


def _crop(before: str, after: str, room: int) -> tuple[str, str]:
    """Both sides of a mark, cut at their outer ends to `room` cells; what one side leaves the other may take."""
    left = max(room // 2, room - cell_len(after))
    if cell_len(before) > left:
        flipped = set_cell_size(before[::-1], max(1, left - 1)).rstrip().rstrip(words.CUT)
        before = words.CUT + flipped[::-1].lstrip()
    right = max(1, room - cell_len(before))
    if cell_len(after) > right:
        after = set_cell_size(after, right - 1).rstrip().rstrip(words.CUT) + words.CUT
    return before, after


def _groups(report: Report, console: Console) -> None:
    """The largest groups of duplicate stories, with what each copy has of its own."""
    if not report.groups:
        return
    console.print()
    console.print(Text(say("Duplicate stories"), style="bold"))
    console.print(Padding(Text(stories.copies_in_all(report), style="dim"), (0, 0, 0, 2)))
    for group in report.groups[:GROUPS]:
        first, *copies = group.copies
        console.print()
        title = _safe(first.headline or say("Row {row}", row=words.number(first.row)), "bold")
        console.print(Padding(title + Text(f"  {stories.copies(group)}", style="magenta"), (0, 0, 0, 2)))
        if len(group.relations) > 1:
            console.print(Padding(_safe(stories.relations(group), "dim"), (0, 0, 0, 4)))
        console.print(Padding(_member(first), (0, 0, 0, 4)))
        for copy in copies[:COPIES]:
            console.print(Padding(_member(copy), (0, 0, 0, 4)))
            _differences(copy, console)
    shown = stories.groups_shown(report, min(GROUPS, len(report.groups)))
    if shown:
        console.print()
        console.print(Text(shown, style="dim"))


def _member(copy: StoryCopy) -> Text:
    about = (copy.source, copy.date[:10] if copy.date else None, words.place(copy.source_file, copy.source_line))
    return Text(f"{stories.role(copy)}: ", style="magenta") + _safe(", ".join(each for each in about if each))


def _differences(copy: StoryCopy, console: Console) -> None:
    """What only the representative has, then what only the copy has, a line each."""
    for sign, style, passages in (("−", "red", copy.facing), ("+", "green", copy.passages)):
        own = [each.text.strip() for each in passages if not each.shared and not each.skipped and each.text.strip()]
        if own:
            line, room = listing.line(f"{sign} {' | '.join(own)}"), console.width - 7
            line = line if cell_len(line) <= room else set_cell_size(line, room - 1).rstrip() + words.CUT
            console.print(Padding(Text(line, style=style), (0, 0, 0, 6)))


def _changes(report: Report, console: Console) -> None:
    """What became of the earlier version: the figures, then the first changed articles."""
    if report.against is None:
        return
    console.print()
    for line in kept.against(report):
        console.print(_safe(line))
    for change in [each for each in report.against.changes if each.fields][:CHANGES]:
        place = words.place(change.source_file, change.source_line)
        console.print()
        console.print(Padding(_safe(place, "bold") + Text("  ") + _safe(change.key, "cyan"), (0, 0, 0, 2)))
        for field in [each for each in change.fields if each.stretches]:
            shown = Text(f"{field.field}: ", style="dim")
            for each in field.stretches:
                shown += _stretch(each, console)
            console.print(Padding(shown, (0, 0, 0, 4)))


def _stretch(each: Stretch, console: Console) -> Text:
    """A stretch of a changed text; in plain text what was removed and added stands in brackets that no text has."""
    text = listing.line(each.text)
    if each.kind == "same":
        return Text(text, style="dim")
    if console.is_terminal:
        return Text(text, style="red strike" if each.kind == "removed" else "green")
    return Text(f"⟦-{text}⟧" if each.kind == "removed" else f"⟦+{text}⟧")


def _tail(report: Report, console: Console) -> None:
    aside = [*kept.baseline(report), *kept.waivers(report), *report.notes]
    if report.skipped:
        aside.append(f"{words.plural(len(report.skipped), 'files')} skipped.")
    if aside:
        console.print()
    for note in aside:
        console.print(_safe(note))
    if report.folder:
        console.print()
        console.print(Text("Report: ", style="dim") + _safe(f"{report.folder.rstrip('/')}/report.html"), soft_wrap=True)


def _safe(text: str | None, style: str = "") -> Text:
    return Text(listing.line(text or ""), style=style)


def _written(fill: Callable[[Console], None]) -> str:
    """What is printed to a console, without any escape sequence, line ends without spaces."""
    out = StringIO()
    # With both measures given, Rich asks neither the terminal nor the environment for them.
    fill(Console(file=out, width=_width(), height=NARROW, force_terminal=False, color_system=None))
    return logs.broken("\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n")


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    return min(WIDE, max(NARROW, int(columns))) if columns.isascii() and columns.isdigit() else WIDTH
