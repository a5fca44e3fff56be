"""The words, sentences and number formats of all renderers, so that they say the same in the same order.

Everything here is plain text: each format escapes it, and makes it visible, in its own one place.
"""

import shlex
from collections.abc import Iterator, Mapping
from enum import StrEnum

from copydesk.model import (
    CheckResult,
    ExitStatus,
    Finding,
    Outcome,
    Policy,
    Report,
    Scope,
    Severity,
    Status,
    Verdict,
)
from copydesk.renderers._phrases import Figure, Phrase, figure, join, say, say_many
from copydesk.renderers._vocabulary import COUNTED, NOUNS, SAID, SEVERITIES, TABLES

CUT = "…"


class State(StrEnum):
    """What became of a check; the order is that of the report, gravest first."""

    BLOCKED = "blocked"
    OVER = "over limit"
    PASSED = "passed"
    NOT_RUN = "not run"

    @property
    def word(self) -> str:
        """The state as a reader sees it."""
        return STATES[self]


STATES = {
    State.BLOCKED: say("blocked"),
    State.OVER: say("over limit"),
    State.PASSED: say("passed"),
    State.NOT_RUN: say("not run"),
}


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
    """The verdict in one sentence, without its full stop: `Blocked by 3 of 16 checks`."""
    states = [state(check, report) for check in report.checks]
    checks = plural(len(states), "checks")
    if report.verdict is Verdict.UNTRUSTED:
        if report.counts.get("articles") and states.count(State.NOT_RUN) < len(states):
            return say("Not to be trusted: not everything could be checked")
        return say("Not to be trusted: nothing could be checked")
    blocked, over = states.count(State.BLOCKED), states.count(State.OVER)
    if report.verdict is Verdict.BLOCKED:
        if not blocked:
            return say("Blocked")
        return say("Blocked by {count} of {checks}", count=number(blocked), checks=checks)
    if over:
        return say("Passed: {count} of {checks} over a limit that does not block", count=number(over), checks=checks)
    ran = len(states) - states.count(State.NOT_RUN)
    return say_many("Passed: {count} check within its limit", "Passed: {count} checks within their limits", ran)


def tally(report: Report) -> str:
    """How many checks ended how: `2 blocked, 1 over limit, 4 passed, 1 not run`; states that none has are left out."""
    states = [state(check, report) for check in report.checks]
    return join(
        say("{count} {state}", count=number(states.count(each)), state=each.word) for each in State if each in states
    )


def demands(report: Report) -> tuple[tuple[CheckResult, str], ...]:
    """What would have to change for the dataset to pass: the checks that block, each with what it asks for."""
    blocking = [check for check in ordered(report) if state(check, report) is State.BLOCKED]
    return tuple((check, demand(each)) for check in blocking for each in _blocking(check, report))


def _blocking(check: CheckResult, report: Report) -> list[Outcome]:
    level = _level(report).rank
    return [each for each in check.outcomes if not each.passed and each.severity.rank <= level]


def demand(each: Outcome) -> str:
    """What one outcome asks for: `7 of 120 teasers fail, none may: mend 7.`"""
    over = number(each.failing - each.allowed)
    rows = _rows(each)
    if each.allowed:
        return say_many(
            "{count} of {rows} fails, {allowed} may: mend {over}.",
            "{count} of {rows} fail, {allowed} may: mend {over}.",
            each.failing,
            rows=rows,
            allowed=number(each.allowed),
            over=over,
        )
    return say_many(
        "{count} of {rows} fails, none may: mend {over}.",
        "{count} of {rows} fail, none may: mend {over}.",
        each.failing,
        rows=rows,
        over=over,
    )


def reasons(report: Report) -> tuple[str, ...]:
    """What decided the verdict, and why the exit code is not the verdict's where it is not.

    Of a blocked run it is what would have to change, as far as checks block it; of another what the gate says.
    """
    asked = tuple(say("{check}: {demand}", check=check.check, demand=told) for check, told in demands(report))
    told = asked if report.verdict is Verdict.BLOCKED and asked else report.reasons
    lenient = report.verdict is Verdict.BLOCKED and report.exit_status is ExitStatus.PASSED
    return (*told, *([lenience()] if lenient else []))


def lenience() -> str:
    """Why a blocked run ends with 0."""
    return say("The exit code is 0 all the same: --fail-on is never.")


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
        return say("no dates")
    return first or "" if first == last else say("{first} to {last}", first=first or "?", last=last or "?")


def severities(counts: Mapping[str, int]) -> tuple[tuple[Severity, int, str], ...]:
    """Findings by severity, gravest first, each with its noun in the right number."""
    found = [(each, counts.get(each.value, 0)) for each in Severity]
    return tuple((each, count, noun(count, SEVERITIES[each])) for each, count in found)


def failing(check: CheckResult) -> str:
    """How many rows fail, of how many, and which share: `12 of 310 (3.9%)`; of the deciding outcome if there is one."""
    outcome = deciding(check)
    part, whole = (outcome.failing, outcome.rows) if outcome else (check.rows_failing, check.rows)
    if not whole:
        return say("no rows")
    if not part:
        return say("{part} of {whole}", part=number(part), whole=number(whole))
    return say("{part} of {whole} ({share})", part=number(part), whole=number(whole), share=share(part, whole))


def allowed(outcome: Outcome | None) -> str:
    """How many rows might fail; a dash where nothing was judged."""
    if outcome is None:
        return "–"
    return number(outcome.allowed) if outcome.allowed else say("none")


def judgement(each: Outcome) -> str:
    """One judgement as a sentence: `error: 7 of 120 teasers fail, none allowed.`"""
    return say("{severity}: {judgement}.", severity=SAID[each.severity], judgement=_judgement(each))


def failed(check: CheckResult) -> str:
    """How a check failed, without a full stop: `7 of 120 teasers fail, none allowed`."""
    outcome = deciding(check)
    return _judgement(outcome) if outcome else say("{check} failed", check=check.check)


def _rows(each: Outcome) -> str:
    """The rows that were judged, and of which scope."""
    rows = plural(each.rows, {"dataset": "sources"}.get(each.table, each.table))
    return f"{rows} ({each.scope})" if each.scope else rows


def _judgement(each: Outcome) -> str:
    return say_many(
        "{count} of {rows} fails, {allowed} allowed",
        "{count} of {rows} fail, {allowed} allowed",
        each.failing,
        rows=_rows(each),
        allowed=allowed(each),
    )


def setting(check: CheckResult) -> str | None:
    """What the user's policy says of the check, null if it leaves all to the check."""
    policy = check.policy
    scopes = (f"{_limits(each)} ({each.name})" for each in policy.scopes)
    said = [each for each in (_limits(policy), *scopes) if each]
    return join(said, "; ") if said else None


def _limits(policy: Policy | Scope) -> str:
    words = [
        say("severity {severity}", severity=SAID[policy.severity]) if policy.severity else None,
        say("at most {rows}", rows=plural(policy.max_count, "rows")) if policy.max_count is not None else None,
        say("at most {share} of the rows", share=f"{100 * policy.max_share:.6g}%")
        if policy.max_share is not None
        else None,
    ]
    return join(each for each in words if each)


def kinds(check: CheckResult) -> tuple[tuple[str, int], ...]:
    """Findings by kind, the most frequent first."""
    return tuple(sorted(check.kinds.items(), key=lambda pair: (-pair[1], pair[0])))


def set_aside(counts: Mapping[str, int]) -> str | None:
    """Findings that are not judged: `3 known, 1 waived`; null if all are new."""
    words = [
        say("{count} {status}", count=number(counts[each]), status=SAID[each])
        for each in (Status.KNOWN, Status.WAIVED)
        if counts.get(each)
    ]
    return join(words) if words else None


def told(check: CheckResult) -> tuple[Outcome, ...]:
    """The outcomes that say something: those with a failing row, exceeded ones first; the first of all if none has."""
    some = sorted((each for each in check.outcomes if each.failing), key=lambda each: each.passed)
    return tuple(some) or check.outcomes[:1]


def shown(check: CheckResult, count: int, report: Report) -> str | None:
    """That not all findings are shown, and where the rest is: what `rest` gives lists them; null if all are shown."""
    if check.findings <= count:
        return None
    numbers = {"shown": number(count), "all": plural(check.findings, "findings")}
    if report.folder is None:
        return say("{shown} of {all} shown; with --out DIR, findings.parquet has all.", **numbers)
    return say("{shown} of {all} shown; this lists the rest:", **numbers)


def rest(report: Report) -> str | None:
    """The command that lists all findings; null where the run kept nothing."""
    if report.folder is None:
        return None
    return shlex.join(["copydesk", "report", report.folder, "--format", "csv=findings.csv"])


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


def again(report: Report) -> str | None:
    """The command that makes this report again; null where no command made it."""
    if report.options is None:
        return None
    words = ["--as-of", report.as_of.isoformat(), "--fail-on", report.fail_on]
    words += ["--out", report.folder] if report.folder else []
    odd = any(each.startswith("-") and each != "-" for each in report.inputs)
    inputs, last = ((), ("--", *report.inputs)) if odd else (report.inputs, ())
    return shlex.join(["copydesk", "check", *inputs, *report.options, *words, *last])


def clip(text: str, width: int) -> str:
    """At most `width` code points, a cut end marked by an ellipsis."""
    return text if len(text) <= width else text[: width - 1] + CUT


def _level(report: Report) -> Severity:
    """The mildest severity that blocks; `never` changes the exit code alone, so errors are still said to block."""
    return Severity.WARNING if report.fail_on == Severity.WARNING else Severity.ERROR


def number(value: int) -> str:
    """With thousands separated by commas."""
    return figure(value)


def share(part: int, whole: int) -> str:
    """A share in per cent, one decimal; never 0% or 100% where that is not exact."""
    ratio = part / whole if whole else 0.0
    if 0 < ratio < 0.001:
        return Figure(0.1, 1, "<")
    if 0.999 < ratio < 1:
        return Figure(99.9, 1, ">")
    return Figure(100 * ratio, 1)


def noun(count: int, many: str) -> str:
    """A noun, given in the plural, in the number of the count."""
    if many not in NOUNS:
        return many if count != 1 else many.removesuffix("s")
    one, more = NOUNS[many]
    return Phrase(one, {}, more, count)


def plural(count: int, many: str) -> str:
    """A count with its noun."""
    if many not in COUNTED:
        return say("{count} {noun}", count=number(count), noun=noun(count, many))
    one, more = COUNTED[many]
    return Phrase(one, {"count": number(count)}, more, count)


def kinds_told(check: CheckResult) -> str:
    """The kinds with their counts: `marker 10, midword 2`."""
    return join(say("{kind} {count}", kind=kind, count=number(count)) for kind, count in kinds(check))


def trend(check: CheckResult) -> str:
    """How many rows fail more or fewer than in the run before: `3 more than on 2026-10-30`."""
    if not check.past:
        return say("first run")
    before = check.past[-1]
    change, day = check.rows_failing - before.failing, str(before.as_of)
    if not change:
        return say("as on {day}", day=day)
    if change > 0:
        return say("{count} more than on {day}", count=number(change), day=day)
    return say("{count} fewer than on {day}", count=number(-change), day=day)


def since(report: Report) -> str | None:
    """What changed against the run before, over all checks; null without a history."""
    past = [each for each in report.checks if each.past]
    if not past:
        return None
    worse = sum(each.rows_failing > each.past[-1].failing for each in past)
    better = sum(each.rows_failing < each.past[-1].failing for each in past)
    told = {"day": str(max(each.past[-1].as_of for each in past)), "worse": number(worse), "better": number(better)}
    return say("Since the run of {day}: {worse} of the checks worse, {better} better.", **told)


def present(finding: Finding) -> str:
    """What the excerpt of a finding is, beside its suggestion."""
    if finding.check == "truncated-teaser":
        return say("The teaser")
    return say("As printed") if (finding.field or "").startswith("date_") else say("Present")


def suggested(finding: Finding) -> str:
    """What the suggestion of a finding is."""
    if finding.check == "truncated-teaser":
        return say("The text that it was cut from")
    return say("As read") if (finding.field or "").startswith("date_") else say("Suggested")
