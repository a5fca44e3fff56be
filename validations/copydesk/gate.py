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
from copydesk.examine import DATASET
from copydesk.model import ExitStatus, Outcome, Scope, Severity, Status, Verdict
from copydesk.rules import Rule
from copydesk.scopes import NONE, Places

SHEETS = {"articles": "articles", "stories": "articles", "teasers": "teasers", "rejects": "records", DATASET: DATASET}
"""The outcome table on which the findings of a table are judged; `records` are articles and rejects together."""
TABLES_OF = {"articles": ("articles",), "teasers": ("teasers",), "records": ("articles", "rejects")}
"""By outcome table the tables whose rows it has."""
NO_PLACES: Mapping[str, Places] = {}
TOLD = 5
"""Rejects that are told when nothing is left to check."""
FAILING = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one check at one severity over one table.

    `rows` are the row numbers with a finding, `kinds` their kinds (codes into `names`, the gravest the smallest);
    `allowed` is the number of rows that may fail. `scope` names the part of the rows that is judged and `among` is
    how many those are; null for all rows.
    """

    check: str
    severity: Severity
    wants: str
    names: tuple[str, ...]
    rows: np.ndarray[Any, np.dtype[np.int64]]
    kinds: np.ndarray[Any, np.dtype[np.int64]]
    allowed: int
    scope: str | None = None
    among: int | None = None

    @property
    def column(self) -> str:
        """The name of its column."""
        return f"{self.check} ({self.severity}{f'; {self.scope}' if self.scope else ''})"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An outcome table: its name, its number of rows, what is asked of it, and the row numbers that the table bears."""

    table: str
    rows: int
    questions: tuple[Question, ...]
    numbers: np.ndarray[Any, np.dtype[np.int64]] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of an outcome table that one limit goes for: those of a scope, or those that no scope takes.

    `members` is null for all rows.
    """

    rows: int
    scope: Scope | None = None
    members: np.ndarray[Any, np.dtype[np.int64]] | None = None

    @property
    def name(self) -> str | None:
        """The scope's name."""
        return self.scope.name if self.scope else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What Great Expectations said: outcomes, those of the tables themselves apart, and its results as JSON values."""

    outcomes: tuple[Outcome, ...]
    broken: tuple[str, ...]
    results: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the exit status that goes with it, and the sentences that say why."""

    verdict: Verdict
    exit_status: ExitStatus
    reasons: tuple[str, ...]


def sheets(
    counted: Counted, rules: Sequence[Rule], config: Config, places: Mapping[str, Places] = NO_PLACES
) -> tuple[Sheet, ...]:
    """One outcome table each for articles, teasers, records and the dataset's sources."""
    new = counted.findings.filter(pc.equal(counted.findings["status"], str(Status.NEW)))
    sources = tuple(counted.sources)
    rows = {
        "articles": counted.rows["articles"],
        "teasers": counted.rows["teasers"],
        "records": counted.rows["articles"] + counted.rows["rejects"],
        DATASET: len(sources),
    }
    made = []
    for name, total in rows.items():
        questions: list[Question] = []
        for rule in rules:
            if name in _sheets_of(rule.check):
                own = _findings_of(new, rule.name, name)
                for part in _parts(name, total, places.get(rule.name), sources, own):
                    questions.extend(_questions(name, rule, part, own, config, sources))
        made.append(Sheet(name, total, tuple(questions), counted.numbers.get(name)))
    return tuple(made)


def allowance(max_count: int | None, max_share: float | None, rows: int) -> int:
    """The rows that may fail: min(max_count, floor(max_share * rows)); none if neither is set."""
    limits = [max_count] if max_count is not None else []
    if max_share is not None:
        # a share such as 0.07 of 100 must allow 7, whatever the last bit of the product says
        limits.append(math.floor(max_share * rows + 1e-9))
    return min([*limits, rows]) if limits else 0


def decide(outcomes: Sequence[Outcome], doubts: Sequence[str], fail_on: str) -> Decision:
    """The verdict over all outcomes.

    `doubts` are sentences on why nothing can be trusted: no article, no check that had a row to look at, or an
    expectation about a table itself that does not hold. `never` turns exit 1 into 0, and leaves 3.
    """
    if doubts:
        return Decision(Verdict.UNTRUSTED, ExitStatus.UNTRUSTED, tuple(doubts))
    severities = FAILING["error" if fail_on == "never" else fail_on]
    blocking = [each for each in outcomes if not each.passed and each.severity in severities]
    if not blocking:
        return Decision(Verdict.PASSED, ExitStatus.PASSED, _passed(outcomes))
    exit_status = ExitStatus.PASSED if fail_on == "never" else ExitStatus.BLOCKED
    return Decision(Verdict.BLOCKED, exit_status, tuple(sentence(each) for each in blocking))


def idle(outcomes: Sequence[Outcome], rules: Sequence[Rule], notes: Sequence[str]) -> tuple[str, ...]:
    """Why nothing was judged though there are articles: no check had a row to look at; empty if one had.

    `rules` are all that were chosen, `notes` say of some why they were not run.
    """
    if any(each.rows for each in outcomes):
        return ()
    names = ", ".join(rule.name for rule in rules)
    return (f"Nothing could be checked: there was no row to look at for {names}. Select more checks.", *notes)


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
    where = f" of {outcome.scope}" if outcome.scope else ""
    rows = f"{outcome.failing:,} of {outcome.rows:,} {noun}{where}"
    return f"{outcome.check}: {rows} fail ({outcome.severity}); {limit}."


def _passed(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    warned = [each for each in outcomes if not each.passed]
    if not warned:
        return ("Every check is within its limits.",)
    return ("Nothing that blocks; below that:", *(sentence(each) for each in warned))


def _findings_of(new: pa.Table, check: str, sheet: str) -> pa.Table:
    tables = pa.array([table for table, judged in SHEETS.items() if judged == sheet])
    return new.filter(pc.and_(pc.equal(new["check"], check), pc.is_in(new["table"], value_set=tables)))


def _parts(sheet: str, rows: int, places: Places | None, sources: Sequence[str], own: pa.Table) -> Iterator[Part]:
    """What no scope takes, then each scope; parts without a row are left out.

    What was found in the dataset as a whole no scope takes, even where scopes take all of its sources, and of a source
    that is gone no row is left: such findings fail all sources.
    """
    if places is None:
        yield Part(rows)
        return
    if sheet == DATASET:
        numbers = places.of_sources(sources)
    else:
        numbers = np.concatenate([places.rows[table] for table in TABLES_OF[sheet]])
    for number, scope in enumerate((None, *places.scopes), NONE):
        members = np.flatnonzero(numbers == number)
        if sheet == DATASET and not len(members) and _in_scope(own, scope).num_rows:
            members = np.arange(rows)
        if len(members):
            yield Part(len(members), scope, members)


def _in_scope(own: pa.Table, scope: Scope | None) -> pa.Table:
    """The findings that a scope takes; of null those that none does."""
    return own.filter(pc.is_null(own["scope"]) if scope is None else pc.equal(own["scope"], scope.name))


def _questions(
    sheet: str, rule: Rule, part: Part, own: pa.Table, config: Config, sources: Sequence[str]
) -> Iterator[Question]:
    """What is asked of one check over one part of a table: a question a severity."""
    if part.members is not None:
        own = _in_scope(own, part.scope)
    if sheet == DATASET:
        own = _by_source(own, sources, range(len(sources)) if part.members is None else part.members.tolist())
    usual = (part.scope.severity if part.scope else None) or rule.weigh(None)
    found = {Severity(each) for each in pc.unique(own["severity"]).to_pylist()}
    for severity in sorted({usual, *found}, key=lambda each: each.rank):
        these = own.filter(pc.equal(own["severity"], str(severity)))
        yield _question(sheet, rule, severity, part, these, config)


def _sheets_of(check: Check) -> set[str]:
    """The outcome tables on which a check may have findings."""
    own = {SHEETS[table] for table in check.tables()} if type(check).find is not Check.find else set()
    return own | ({DATASET} if type(check).judge is not Check.judge else set())


def _question(sheet: str, rule: Rule, severity: Severity, part: Part, found: pa.Table, config: Config) -> Question:
    kinds = tuple(dict.fromkeys((*rule.check.kinds, *sorted(set(found["kind"].to_pylist())))))
    numbers, codes = _question_rows(found, kinds)
    where = f"{sheet} of {part.name}" if part.name else sheet
    wants = f"{rule.name} finds nothing in {where}: {parse(type(rule.check).__doc__).wants}"
    among = None if part.members is None else part.rows
    allowed = _allowed(rule, severity, part, config)
    return Question(rule.name, severity, wants, kinds, numbers, codes, allowed, part.name, among)


def _allowed(rule: Rule, severity: Severity, part: Part, config: Config) -> int:
    """The limits of the scope, else of the configuration, else of the check; without any, information never fails."""
    policies = (*((part.scope,) if part.scope else ()), config.policy(rule.name), rule.check)
    limits = ((each.max_count, each.max_share) for each in policies)
    count, share = next((each for each in limits if each != (None, None)), (None, None))
    if severity is Severity.INFO and count is None and share is None:
        return part.rows
    return allowance(count, share, part.rows)


def _by_source(found: pa.Table, names: Sequence[str], members: Sequence[int]) -> pa.Table:
    """Findings of the dataset with the number of their source as row; one without a source fails all `members`."""
    numbers = pc.index_in(found["source"], value_set=pa.array(names, pa.string())).to_pylist()
    rows = [(index, row) for index, number in enumerate(numbers) for row in (members if number is None else (number,))]
    taken = found.take(pa.array([index for index, _ in rows], pa.int64()))
    column = pa.array([row for _, row in rows], pa.int64())
    return taken.set_column(found.schema.get_field_index("row"), "row", column)


def _question_rows(findings: pa.Table, names: Sequence[str]) -> tuple[Any, Any]:
    """Row numbers and kind codes of some findings of one check and severity, for Question."""
    kinds = pc.index_in(findings["kind"], value_set=pa.array(names, pa.string()))
    return findings["row"].to_numpy(), kinds.to_numpy().astype(np.int64)
