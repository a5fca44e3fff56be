"""Findings and policy -> what is asked of Great Expectations; its outcomes -> verdict and exit status.

Only findings of status new count. Severity alone turns a failed outcome into a verdict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.model import ExitStatus, Outcome, Severity, Verdict

FAILING = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the exit status that goes with it, and the sentences that say why."""

    verdict: Verdict
    exit_status: ExitStatus
    reasons: tuple[str, ...]


def decide(outcomes: Sequence[Outcome], broken: Sequence[str], counts: Mapping[str, int], fail_on: str) -> Decision:
    """The verdict over all outcomes.

    `counts` are rows by table; without any article the verdict is untrusted, as it is when an expectation about a
    table itself is `broken`. `never` turns exit 1 into 0, and leaves 3.
    """
    doubts = (*_empty(counts), *broken)
    if doubts:
        return Decision(Verdict.UNTRUSTED, ExitStatus.UNTRUSTED, doubts)
    severities = FAILING["error" if fail_on == "never" else fail_on]
    blocking = [each for each in outcomes if not each.passed and each.severity in severities]
    if not blocking:
        return Decision(Verdict.PASSED, ExitStatus.PASSED, _passed(outcomes))
    exit_status = ExitStatus.PASSED if fail_on == "never" else ExitStatus.BLOCKED
    return Decision(Verdict.BLOCKED, exit_status, tuple(sentence(each) for each in blocking))


def sentence(outcome: Outcome) -> str:
    """One failed outcome in words."""
    limit = f"at most {outcome.allowed:,} may" if outcome.allowed else "none may"
    noun = {"records": "records", "dataset": "sources"}.get(outcome.table, outcome.table)
    return f"{outcome.check}: {outcome.failing:,} of {outcome.rows:,} {noun} fail ({outcome.severity}); {limit}."


def _empty(counts: Mapping[str, int]) -> tuple[str, ...]:
    if counts.get("articles"):
        return ()
    if counts.get("rejects"):
        return (f"All {counts['rejects']:,} records were rejected: nothing could be checked.",)
    return ("There is not one article: nothing could be checked.",)


def _passed(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    warned = [each for each in outcomes if not each.passed]
    if not warned:
        return ("Every check is within its limits.",)
    return ("Nothing that blocks; below that:", *(sentence(each) for each in warned))
