"""Annotations for GitHub Actions, at the article's file and line, and then the report for the log.

GitHub shows ten annotations of a kind and step. Each check gets its share of them; what it has beyond that is counted
in its last one. The Markdown report goes to the file that GITHUB_STEP_SUMMARY names.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator, Sequence

from copydesk.model import Finding, Report, Severity, Status
from copydesk.renderers import _listing as listing
from copydesk.renderers import _logs as logs
from copydesk.renderers import _words as words
from copydesk.renderers import text

SUFFIX = ".txt"
APPENDS = {"GITHUB_STEP_SUMMARY": "markdown"}
"""By variable of the environment that names a file, the format that is appended there."""
SHOWN = 10
KINDS = ("error", "warning", "notice")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
WITHIN = (words.State.PASSED, words.State.NOT_RUN)


def render(report: Report) -> str:
    """Annotations, one a line, then the report as the terminal has it."""
    listed = listing.listings(report, [Status.NEW])
    lines = [line for kind in KINDS for line in _annotations(kind, listed, report)]
    return "".join(f"{each}\n" for each in [*_verdict(report), *lines]) + "\n" + text.render(report)


def _verdict(report: Report) -> Iterator[str]:
    """One annotation more where nothing can be trusted: then there may be no finding that says so."""
    if not report.checks or report.verdict == "untrusted":
        yield command("error", "copydesk", None, None, "\n".join([words.verdict(report), *words.reasons(report)]))


def _annotations(kind: str, listed: Sequence[listing.Listing], report: Report) -> Iterator[str]:
    """The annotations of one kind, of which the last of each check counts what of the check has none."""
    own = [[each for each in one.findings if _kind(each, one, report) == kind] for one in listed]
    room = listing.shares([len(each) for each in own], SHOWN)
    last = max((number for number, size in enumerate(room) if size), default=-1)
    homeless = [one.check.check for one, found, size in zip(listed, own, room, strict=True) if found and not size]
    for number, (one, found, size) in enumerate(zip(listed, own, room, strict=True)):
        messages = [list(listing.sentences(each)) for each in found[:size]]
        if messages and _rest(kind, one, report) > size:
            further = words.plural(_rest(kind, one, report) - size, "further findings")
            messages[-1].append(f"{further} of {one.check.check}: see the report.")
        if messages and number == last and homeless:
            messages[-1].append(f"Without an annotation: {', '.join(homeless)}.")
        for finding, message in zip(found, messages, strict=False):
            file, line = listing.anchor(finding, report)
            about = " ".join(each for each in (finding.check, finding.field) if each)
            yield command(kind, about, file, line, "\n".join(message))


def _rest(kind: str, one: listing.Listing, report: Report) -> int:
    """The findings of a check that its annotations of one kind speak for; of the gravest kind it has: all the rest."""
    kinds = [_kind(each, one, report) for each in one.findings]
    gravest = kind == min(kinds, key=KINDS.index)
    return kinds.count(kind) + (one.left_out if gravest else 0)


def _kind(finding: Finding, one: listing.Listing, report: Report) -> str:
    return "notice" if words.state(one.check, report) in WITHIN else LEVELS[finding.severity]


def command(kind: str, title: str, file: str | None, line: int | None, message: str) -> str:
    """One workflow command; nothing in its parts can end it or begin another."""
    properties = {"file": file, "line": line, "title": title}
    told = ",".join(f"{name}={_property(str(each))}" for name, each in properties.items() if each is not None)
    return f"::{kind} {told}::{_data(message)}"


def _data(message: str) -> str:
    return logs.broken(message).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(listing.line(value)).replace(":", "%3A").replace(",", "%2C")
