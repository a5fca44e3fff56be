"""Findings and policy -> what is asked of Great Expectations; what it says -> verdict and exit status.

Only findings of status new count. Severity alone turns a failed outcome into a verdict.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check
from copydesk.config import Config
from copydesk.counted import Counted
from copydesk.doc import parse
from copydesk.examine import DATASET, Rule
from copydesk.model import ExitStatus, Outcome, Severity, Status, Verdict

SHEETS = {"articles": "articles", "stories": "articles", "teasers": "teasers", "rejects": "records", DATASET: DATASET}
"""The outcome table on which the findings of a table are judged; `records` are articles and rejects together."""
TOLD = 5
"""Rejects that are told when nothing is left to check."""
FAILING = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one check at one severity over one table.

    `rows` are the row numbers with a finding, `kinds` their kinds (codes into `names`, the gravest the smallest);
    `allowed` is the number of rows that may fail.
    """

    check: str
    severity: Severity
    wants: str
    names: tuple[str, ...]
    rows: np.ndarray[Any, np.dtype[np.int64]]
    kinds: np.ndarray[Any, np.dtype[np.int64]]
    allowed: int

    @property
    def column(self) -> str:
        """The name of its column."""
        return f"{self.check} ({self.severity})"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An outcome table: its name, its number of rows, what is asked of it, and the row numbers that the table bears."""

    table: str
    rows: int
    questions: tuple[Question, ...]
    numbers: np.ndarray[Any, np.dtype[np.int64]] | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the exit status that goes with it, and the sentences that say why."""

    verdict: Verdict
    exit_status: ExitStatus
    reasons: tuple[str, ...]


def sheets(counted: Counted, rules: Sequence[Rule], config: Config) -> tuple[Sheet, ...]:
    """One outcome table each for articles, teasers, records and the dataset's sources."""
    new = counted.findings.filter(pc.equal(counted.findings["status"], str(Status.NEW)))
    sources = tuple(counted.sources)
    rows = {
        "articles": counted.rows["articles"],
        "teasers": counted.rows["teasers"],
        "records": counted.rows["articles"] + counted.rows["rejects"],
        DATASET: len(sources),
    }
    return tuple(
        Sheet(
            name,
            rows[name],
            tuple(_questions(name, rows[name], new, rules, config, sources)),
            counted.numbers.get(name),
        )
        for name in rows
    )


def allowance(max_count: int | None, max_share: float | None, rows: int) -> int:
    """The rows that may fail: min(max_count, floor(max_share * rows)); none if neither is set."""
    limits = [max_count] if max_count is not None else []
    if max_share is not None:
        # a share such as 0.07 of 100 must allow 7, whatever the last bit of the product says
        limits.append(math.floor(max_share * rows + 1e-9))
    return min([*limits, rows]) if limits else 0


def decide(outcomes: Sequence[Outcome], doubts: Sequence[str], fail_on: str) -> Decision:
    """The verdict over all outcomes.

    `doubts` are sentences on why nothing can be trusted: no article, or an expectation about a table itself that does
    not hold. `never` turns exit 1 into 0, and leaves 3.
    """
    if doubts:
        return Decision(Verdict.UNTRUSTED, ExitStatus.UNTRUSTED, tuple(doubts))
    severities = FAILING["error" if fail_on == "never" else fail_on]
    blocking = [each for each in outcomes if not each.passed and each.severity in severities]
    if not blocking:
        return Decision(Verdict.PASSED, ExitStatus.PASSED, _passed(outcomes))
    exit_status = ExitStatus.PASSED if fail_on == "never" else ExitStatus.BLOCKED
    return Decision(Verdict.BLOCKED, exit_status, tuple(sentence(each) for each in blocking))


def doubts(counts: Mapping[str, int], inputs: Sequence[str], rejects: pa.Table) -> tuple[str, ...]:
    """Why there is nothing to judge; empty if there are articles. `rejects` are the first of REJECTS."""
    if counts["articles"]:
        return ()
    if not counts["rejects"]:
        return (f"There is nothing to check in {', '.join(inputs) or 'the frame'}: no file, or no record in any.",)
    told = (f"{row['source_file']}: {row['message']}" for row in rejects.slice(0, TOLD).to_pylist())
    many = counts["rejects"]
    return (
        f"Nothing could be checked: every record ({many:,}) was rejected." if many > 1 else "Nothing could be checked.",
        *told,
    )


def sentence(outcome: Outcome) -> str:
    """One failed outcome in words."""
    limit = f"at most {outcome.allowed:,} may" if outcome.allowed else "none may"
    noun = {"records": "records", "dataset": "sources"}.get(outcome.table, outcome.table)
    return f"{outcome.check}: {outcome.failing:,} of {outcome.rows:,} {noun} fail ({outcome.severity}); {limit}."


def _passed(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    warned = [each for each in outcomes if not each.passed]
    if not warned:
        return ("Every check is within its limits.",)
    return ("Nothing that blocks; below that:", *(sentence(each) for each in warned))


def _questions(
    sheet: str, rows: int, new: pa.Table, rules: Sequence[Rule], config: Config, names: Sequence[str]
) -> Iterator[Question]:
    for rule in rules:
        if sheet not in _sheets_of(rule.check):
            continue
        tables = [table for table, judged in SHEETS.items() if judged == sheet]
        own = new.filter(pc.and_(pc.equal(new["check"], rule.name), pc.is_in(new["table"], value_set=pa.array(tables))))
        found = {Severity(each) for each in pc.unique(own["severity"]).to_pylist()}
        for severity in sorted({rule.weigh(None), *found}, key=lambda each: each.rank):
            these = own.filter(pc.equal(own["severity"], str(severity)))
            yield _question(
                sheet, rows, rule, severity, _by_source(these, names) if sheet == DATASET else these, config
            )


def _sheets_of(check: Check) -> set[str]:
    """The outcome tables on which a check may have findings."""
    own = {SHEETS[table] for table in check.tables()} if type(check).find is not Check.find else set()
    return own | ({DATASET} if type(check).judge is not Check.judge else set())


def _question(sheet: str, rows: int, rule: Rule, severity: Severity, found: pa.Table, config: Config) -> Question:
    kinds = tuple(dict.fromkeys((*rule.check.kinds, *sorted(set(found["kind"].to_pylist())))))
    numbers, codes = _question_rows(found, kinds)
    wants = f"{rule.name} finds nothing in {sheet}: {parse(type(rule.check).__doc__).wants}"
    return Question(rule.name, severity, wants, kinds, numbers, codes, _allowed(rule, severity, config, rows))


def _allowed(rule: Rule, severity: Severity, config: Config, rows: int) -> int:
    """The user's limits before the check's own; information without a limit never fails."""
    policy = config.policy(rule.name)
    own = (rule.check.max_count, rule.check.max_share)
    user = (policy.max_count, policy.max_share)
    chosen = user if user != (None, None) else own
    if severity is Severity.INFO and chosen == (None, None):
        return rows
    return allowance(*chosen, rows)


def _by_source(found: pa.Table, names: Sequence[str]) -> pa.Table:
    """Findings of the dataset with the number of their source as row; one without a source fails them all."""
    numbers = pc.index_in(found["source"], value_set=pa.array(names, pa.string())).to_pylist()
    rows = [(index, row) for index, number in enumerate(numbers) for row in _those(number, len(names))]
    taken = found.take(pa.array([index for index, _ in rows], pa.int64()))
    column = pa.array([row for _, row in rows], pa.int64())
    return taken.set_column(found.schema.get_field_index("row"), "row", column)


def _those(number: int | None, count: int) -> Sequence[int]:
    return range(count) if number is None else (number,)


def _question_rows(findings: pa.Table, names: Sequence[str]) -> tuple[Any, Any]:
    """Row numbers and kind codes of some findings of one check and severity, for Question."""
    kinds = pc.index_in(findings["kind"], value_set=pa.array(names, pa.string()))
    return findings["row"].to_numpy(), kinds.to_numpy().astype(np.int64)
