"""The words, sentences and number formats of all renderers, so that they say the same in the same order.

Everything here is plain text: each format escapes it, and makes it visible, in its own one place.
"""

import shlex
from collections.abc import Iterator, Mapping
from enum import StrEnum

from copydesk.model import CheckResult, ExitStatus, Finding, Outcome, Report, Severity, Status, Verdict

VERDICTS = {Verdict.PASSED: "Passed", Verdict.BLOCKED: "Blocked", Verdict.UNTRUSTED: "Not to be trusted"}
SEVERITIES = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}
GRADES = {
    "verified": "verified in the data",
    "structural": "seen from the structure",
    "marker_only": "a marker alone",
    "none": "no further evidence",
}
RELATIONS = {
    "exact": "exact copy",
    "new-headline": "same body, new headline",
    "reformatted": "same words, other layout",
    "truncated": "cut short",
    "wire-copy": "wire copy",
    "rewrite": "rewrite",
    "update": "update",
}
TABLES = ("articles", "teasers", "rejects", "stories")
SINGULAR = {"stories": "story", "status": "status", "copies": "copy"}
CUT = "…"


class State(StrEnum):
    """What became of a check; the order is that of the report, gravest first."""

    BLOCKED = "blocked"
    OVER = "over limit"
    PASSED = "passed"
    NOT_RUN = "not run"


def state(check: CheckResult, report: Report) -> State:
    """Blocked if a limit is exceeded at a severity that blocks, over limit if only at a milder one."""
    if check.state == "not-run":
        return State.NOT_RUN
    if check.state == "passed":
        return State.PASSED
    exceeded = [each.severity for each in check.outcomes if not each.passed] or [check.severity]
    return State.BLOCKED if min(each.rank for each in exceeded) <= _level(report).rank else State.OVER


def ordered(report: Report) -> tuple[CheckResult, ...]:
    """The checks, what blocks first, then by severity, by share of failing rows, by name; those without a row last."""
    states = list(State)

    def place(check: CheckResult) -> tuple[int, bool, int, float, str]:
        share_failing = check.rows_failing / check.rows if check.rows else 0.0
        mute = check.findings == 0
        return states.index(state(check, report)), mute, check.severity.rank, -share_failing, check.check

    return tuple(sorted(report.checks, key=place))


def deciding(check: CheckResult) -> Outcome | None:
    """The outcome that a line about the check speaks of: an exceeded one, the gravest, the one with most rows."""
    order = sorted(check.outcomes, key=lambda each: (each.passed, each.failing == 0, each.severity.rank, -each.failing))
    return order[0] if order else None


def verdict(report: Report) -> str:
    """The verdict in one sentence, without its full stop: `Blocked: 3 of 16 checks over their limits`."""
    states = [state(check, report) for check in report.checks]
    word, total = VERDICTS[report.verdict], len(states)
    if report.verdict is Verdict.UNTRUSTED:
        return f"{word}: {'not everything' if report.counts.get('articles') else 'nothing'} could be checked"
    if report.verdict is Verdict.BLOCKED:
        blocked = states.count(State.BLOCKED)
        whose = "its limit" if blocked == 1 else "their limits"
        return f"{word}: {number(blocked)} of {plural(total, 'checks')} over {whose}" if blocked else word
    over = states.count(State.OVER)
    if over:
        return f"{word}: {number(over)} of {plural(total, 'checks')} over a limit that does not block"
    ran = total - states.count(State.NOT_RUN)
    return f"{word}: {plural(ran, 'checks')} within {'its limit' if ran == 1 else 'their limits'}"


def tally(report: Report) -> str:
    """How many checks ended how: `2 blocked, 1 over limit, 4 passed, 1 not run`; states that none has are left out."""
    states = [state(check, report) for check in report.checks]
    return ", ".join(f"{number(states.count(each))} {each}" for each in State if each in states)


def reasons(report: Report) -> tuple[str, ...]:
    """What decided the verdict, and why the exit code is not the verdict's where it is not."""
    lenient = report.verdict is Verdict.BLOCKED and report.exit_status is ExitStatus.PASSED
    return (*report.reasons, *(["The exit code is 0 all the same: --fail-on is never."] if lenient else []))


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """The figures of the dataset as (value, noun): rows by table, then sources."""
    others = set(report.counts) - set(TABLES) - {"findings"}  # told by severity
    names = [*(each for each in TABLES if each in report.counts), *sorted(others)]
    counted = [(report.counts[each], each) for each in names] + [(len(report.sources), "sources")]
    return tuple((number(count), noun(count, each)) for count, each in counted)


def dates(report: Report) -> str:
    """The days of the first and the last article, or that there are none."""
    first, last = (each[:10] if each else None for each in report.dates)
    if first is None and last is None:
        return "no dates"
    return f"{first}" if first == last else f"{first or '?'} to {last or '?'}"


def severities(counts: Mapping[str, int]) -> tuple[tuple[Severity, int, str], ...]:
    """Findings by severity, gravest first, each with its noun in the right number."""
    found = [(each, counts.get(each.value, 0)) for each in Severity]
    return tuple((each, count, noun(count, SEVERITIES[each])) for each, count in found)


def failing(check: CheckResult) -> str:
    """How many rows fail, of how many, and which share: `12 of 310 (3.9%)`; of the deciding outcome if there is one."""
    outcome = deciding(check)
    part, whole = (outcome.failing, outcome.rows) if outcome else (check.rows_failing, check.rows)
    if not whole:
        return "no rows"
    return f"{number(part)} of {number(whole)} ({share(part, whole)})" if part else f"0 of {number(whole)}"


def allowed(outcome: Outcome | None) -> str:
    """How many rows might fail; a dash where nothing was judged."""
    if outcome is None:
        return "–"
    return number(outcome.allowed) if outcome.allowed else "none"


def judgement(each: Outcome) -> str:
    """One judgement as a sentence: `error: 7 of 120 teasers fail, none allowed.`"""
    rows = f"{number(each.failing)} of {plural(each.rows, each.table)}"
    return f"{each.severity}: {rows} {'fails' if each.failing == 1 else 'fail'}, {allowed(each)} allowed."


def failed(check: CheckResult) -> str:
    """How a check failed, without a full stop: `7 of 120 teasers fail, none allowed`."""
    outcome = deciding(check)
    return judgement(outcome).removesuffix(".").partition(": ")[2] if outcome else f"{check.check} failed"


def setting(check: CheckResult) -> str | None:
    """What the user's policy says of the check, null if it leaves all to the check."""
    policy = check.policy
    words = [
        f"severity {policy.severity}" if policy.severity else None,
        f"at most {plural(policy.max_count, 'rows')}" if policy.max_count is not None else None,
        f"at most {100 * policy.max_share:.6g}% of the rows" if policy.max_share is not None else None,
    ]
    return ", ".join(each for each in words if each) or None


def kinds(check: CheckResult) -> tuple[tuple[str, int], ...]:
    """Findings by kind, the most frequent first."""
    return tuple(sorted(check.kinds.items(), key=lambda pair: (-pair[1], pair[0])))


def set_aside(counts: Mapping[str, int]) -> str | None:
    """Findings that are not judged: `3 known, 1 waived`; null if all are new."""
    words = [f"{number(counts[each])} {each}" for each in (Status.KNOWN, Status.WAIVED) if counts.get(each)]
    return ", ".join(words) or None


def shown(check: CheckResult) -> str | None:
    """That not all findings are shown, and where the rest is; null if all are."""
    if check.findings <= len(check.sample):
        return None
    return f"{number(len(check.sample))} of {plural(check.findings, 'findings')} shown; all are in findings.parquet."


def place(file: str | None, line: int | None) -> str | None:
    """`file:line`, as editors and terminals know it; null where a finding has no file."""
    return f"{file}:{line}" if file and line is not None else file


def span(finding: Finding) -> str:
    """Where in its field a finding stands, for want of its text: `description, characters 12 to 15`, counted from 0."""
    return f"{finding.field}, characters {finding.span_start} to {finding.span_end}"


def worst(report: Report, each: int = 3, most: int = 12) -> Iterator[Finding]:
    """The findings to look at first: new ones, a few a check, in the order of the checks."""
    heads = [[one for one in check.sample if one.status is Status.NEW][:each] for check in ordered(report)]
    for index, finding in enumerate(finding for head in heads for finding in head):
        if index == most:
            return
        yield finding


def again(report: Report) -> str:
    """The command that makes this report again."""
    words = ["copydesk", "check", *report.inputs, "--as-of", report.as_of.isoformat(), "--fail-on", report.fail_on]
    return shlex.join([*words, *(["--out", report.folder] if report.folder else [])])


def number(value: int) -> str:
    """With thousands separated by commas."""
    return f"{value:,}"


def share(part: int, whole: int) -> str:
    """A share in per cent, one decimal; never 0% or 100% where that is not exact."""
    ratio = part / whole if whole else 0.0
    if 0 < ratio < 0.001:
        return "<0.1%"
    if 0.999 < ratio < 1:
        return ">99.9%"
    return f"{100 * ratio:.1f}".removesuffix(".0") + "%"


def measure(value: float | None) -> str:
    """A measure of likeness, two decimals; empty where it is null."""
    return "" if value is None else f"{value:.2f}"


def noun(count: int, many: str) -> str:
    """A noun, given in the plural, in the number of the count."""
    return many if count != 1 else SINGULAR.get(many, many.removesuffix("s"))


def plural(count: int, many: str) -> str:
    """A count with its noun."""
    return f"{number(count)} {noun(count, many)}"


def clip(text: str, width: int) -> str:
    """At most `width` code points, a cut end marked by an ellipsis."""
    return text if len(text) <= width else text[: width - 1] + CUT


def _level(report: Report) -> Severity:
    """The mildest severity that blocks; `never` changes the exit code alone, so errors are still said to block."""
    return Severity.WARNING if report.fail_on == Severity.WARNING else Severity.ERROR
