"""What the formats that list findings share: which ones fit, where each stands, and what is left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model import CheckResult, Finding, Report, Status
from copydesk.renderers import _logs as logs
from copydesk.renderers import _marks as marks
from copydesk.renderers import _words as words

STORY_CHECK = "duplicate-story"
"""The check whose findings are copies of stories."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The findings of one check that a format lists, and how many of the same statuses it leaves out."""

    check: CheckResult
    findings: tuple[Finding, ...]
    left_out: int

    @property
    def rest(self) -> str | None:
        """A sentence on what is left out; null if nothing is."""
        if not self.left_out:
            return None
        verb = "is" if self.left_out == 1 else "are"
        return f"{words.plural(self.left_out, 'further findings')} of {self.check.check} {verb} not listed here."


def listings(report: Report, statuses: Iterable[Status] = Status, most: int | None = None) -> tuple[Listing, ...]:
    """The findings of some statuses, check by check in the order of the report; those without any are left out.

    `most` bounds all checks together: each then gets as many as every other one, or as it has.
    """
    wanted = frozenset(statuses)
    checks = [check for check in words.ordered(report) if any(check.counts.get(each) for each in wanted)]
    own = [tuple(each for each in check.sample if each.status in wanted) for check in checks]
    room = shares([len(each) for each in own], most) if most is not None else [len(each) for each in own]
    return tuple(
        Listing(check, found[:size], max(0, sum(check.counts.get(each, 0) for each in wanted) - size))
        for check, found, size in zip(checks, own, room, strict=True)
    )


def shares(sizes: Sequence[int], most: int) -> list[int]:
    """How many of each group are taken so that there are `most` in all: small groups whole, the others alike."""
    taken = [0] * len(sizes)
    left = most
    for done, index in enumerate(sorted(range(len(sizes)), key=lambda each: (sizes[each], each))):
        taken[index] = min(sizes[index], left // (len(sizes) - done))
        left -= taken[index]
    return taken


def anchor(finding: Finding, report: Report) -> tuple[str, int]:
    """A file and a line, which CI formats want of every finding: else the first input, else the first line."""
    return finding.source_file or next(iter(report.inputs), report.dataset), finding.source_line or 1


def line(text: str) -> str:
    """Text of the data as one line in which all can be seen and no runner finds a command; line feeds become signs."""
    return logs.broken(re.sub(" *\n[\n ]*", " ⏎ ", marks.visible(text)))


def excerpt(finding: Finding) -> str | None:
    """The excerpt as one line, its offending stretch in brackets that no text has; null where there is none."""
    cut = marks.marked(finding)
    if cut is None:
        return None
    if cut.mark is None:
        return line(cut.before)
    mark = "".join(each.text for each in marks.glyphs(cut.mark, loud=True)) if cut.loud else line(cut.mark)
    return f"{line(cut.before)}⟦{mark}⟧{line(cut.after)}"


def sentences(finding: Finding) -> Iterator[str]:
    """What is said of a finding in one-line formats: the message, the excerpt, the suggestion."""
    yield line(words.clip(finding.message, 300))
    shown = excerpt(finding)
    if shown is not None:
        yield shown
    elif finding.span_start is not None:
        yield words.span(finding)
    if finding.suggestion:
        yield f"Suggested: {line(marks.facing(finding, 300))}"


def occurrences(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding with how many of the same fingerprint came before it: two faults may be alike in all."""
    seen: Counter[str] = Counter()
    for finding in findings:
        yield finding, seen[finding.fingerprint]
        seen[finding.fingerprint] += 1


def details(finding: Finding) -> Mapping[str, object]:
    """What data formats say of a finding beside message and place; without what is null."""
    told = {
        "kind": finding.kind,
        "table": finding.table,
        "row": finding.row,
        "key": finding.key and marks.visible(finding.key),
        "source": finding.source and marks.visible(finding.source),
        "field": finding.field,
        "count": finding.count,
        "span": None if finding.span_start is None else [finding.span_start, finding.span_end],
        "evidence": finding.evidence,
        "suggestion": finding.suggestion and marks.visible(finding.suggestion),
        "status": str(finding.status),
    }
    return {name: value for name, value in told.items() if value is not None}
