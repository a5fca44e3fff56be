"""What flows between the rooms: frozen values, whole when made, without I/O.

A *source* is the outlet a story comes from, a *check* looks for one kind of fault, a *finding* is one fault at one
place. Text positions are code points, lines count from 1, rows, records and positions count from 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any, Self

from copydesk.exhibits import Comparison, Portrait, StoryGroup

LARGEST = 2**31 - 1
"""The largest number of rows, words, days or the like that a user can set."""


class Severity(StrEnum):
    """How much a finding weighs; `error` is `critical` in Great Expectations."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Status(StrEnum):
    """Whether a finding counts: only `new` ones are judged."""

    NEW = "new"
    KNOWN = "known"
    WAIVED = "waived"


class Verdict(StrEnum):
    """What the gate says of the dataset."""

    PASSED = "passed"
    BLOCKED = "blocked"
    UNTRUSTED = "untrusted"


class ExitStatus(IntEnum):
    """The exit codes of every command."""

    PASSED = 0
    BLOCKED = 1
    BAD_USE = 2
    UNTRUSTED = 3


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stream's bytes come from, and what the user said of them.

    `file` is the name as findings print it, with forward slashes. `line` and `record` are those of the stream's first
    byte, for a stream that is a part of a file. `columns` maps names of article fields to the columns that hold them:
    a name, a path (`headline.main`) or the number of a column, from 0.
    """

    file: str
    line: int = 1
    record: int = 0
    columns: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Teaser:
    """A headline with a teaser that a page shows for another story. `line` is that of the description, else headline.

    `full` is the uncut text where the page itself has it (an attribute, a longer block), else None.
    """

    headline: str | None = None
    description: str | None = None
    url: str | None = None
    collection_label: str | None = None
    line: int | None = None
    full: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its source has it.

    `fields` holds values under the names of schemas/article.schema.json, dates as raw strings (or datetimes, from
    typed formats) under `date_published` and `date_modified`; an absent name is null. Values of a wrong type stay as
    they are: tables.py sets them apart. `extra` holds what no field takes. `line` is the line where the record
    starts, `record` its position in the file, `body_lines` the line of each paragraph of `article_body` (paragraphs
    are separated by a blank line), null where the format has no lines. `field_lines` holds the line of a field that
    does not stand where the record starts. `raw` is the parsed record before any mapping, for the user's own schema;
    null where the format has none; `violations` are its faults by that schema.
    """

    fields: Mapping[str, Any]
    line: int | None = None
    record: int = 0
    body_lines: tuple[int, ...] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    teasers: tuple[Teaser, ...] = ()
    field_lines: Mapping[str, int] = field(default_factory=dict)
    raw: Mapping[str, Any] | None = None
    violations: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """What could not become an article: `reason` is a stable kebab-case word, `message` names cause and remedy.

    `raw` is the text refused; tables.py keeps its first 4 KiB.
    """

    reason: str
    message: str
    line: int | None = None
    record: int | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """By field the column of a file that it was taken from; a tabular loader yields it before its records."""

    mapped: Mapping[str, str]
    unmapped: tuple[str, ...] = ()


Loaded = Record | Reject | ColumnMap


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a check looks at: `table` is articles, teasers, rejects or stories."""

    table: str
    field: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What makes a person believe a finding.

    `message` is one sentence. `excerpt` is the offending text with a little context, at most 240 code points.
    `span` is (start, end) in the field's text. `grade` is verified, structural, marker_only or none; null where a
    check has no grades. `suggestion` is the right value, only where there is one.
    """

    message: str
    excerpt: str | None = None
    span: tuple[int, int] | None = None
    grade: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place: a row of findings.parquet.

    `excerpt_start` is where in the field's text the excerpt's own text begins, behind the ellipsis of a cut beginning;
    null where the excerpt is no stretch of that text. `scope` names the part of the rows that it is judged with, as
    an outcome does. `language` is what its article says of itself. `waiver` is the place in the file of waivers, from
    0, of the one that covers it: the first that does; null where the finding is not waived.
    """

    check: str
    severity: Severity
    table: str
    row: int | None
    key: str | None
    uri: str | None
    source: str | None
    field: str | None
    kind: str
    count: int
    message: str
    excerpt: str | None
    excerpt_start: int | None
    span_start: int | None
    span_end: int | None
    evidence: str | None
    suggestion: str | None
    source_file: str | None
    source_line: int | None
    fingerprint: str
    status: Status
    scope: str | None = None
    language: str | None = None
    waiver: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the rows that is judged apart from the rest, by a severity and limits of its own.

    A row is in it if its source, language and path each match one of the patterns named; an empty tuple leaves that
    open. Null leaves severity or limits to the check. Shares are of the rows in the scope.
    """

    source: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    severity: Severity | None = None
    max_count: int | None = None
    max_share: float | None = None

    @property
    def name(self) -> str:
        """The scope in words: `source a.example or b.example, language de`."""
        parts = (("source", self.source), ("language", self.language), ("path", self.path))
        return ", ".join(f"{what} {' or '.join(patterns)}" for what, patterns in parts if patterns)


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user allows of one check; null leaves it to the check. A limit is min(max_count, max_share * rows).

    A row belongs to the first of `scopes` that it matches; those of none are judged by the check's own limits.
    """

    severity: Severity | None = None
    max_count: int | None = None
    max_share: float | None = None
    scopes: tuple[Scope, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What Great Expectations said of one check at one severity over one table.

    `rows` were examined, `failing` of them carry a new finding of that severity, `allowed` might. `scope` names the
    part of the rows that was judged; null where that is all, or what no scope of the policy takes.
    """

    check: str
    severity: Severity
    table: str
    rows: int
    failing: int
    allowed: int
    passed: bool
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What a check found in an earlier run: `failing` of `rows` rows had a new finding, `findings` such there were."""

    as_of: date
    state: str
    rows: int
    failing: int
    findings: int


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One line of the table of checks, with the gravest findings of the check as a sample.

    `state` is `passed`, `failed` (some limit is exceeded), or `not-run` (no row, or none that has what it looks at).
    `counts` are findings by status, `kinds` findings by kind, `rows` the rows looked at and `rows_failing` those with a
    new finding. `past` is what earlier runs found, the latest last; empty without a history.
    """

    check: str
    severity: Severity
    state: str
    rows: int
    rows_failing: int
    counts: Mapping[str, int]
    kinds: Mapping[str, int]
    outcomes: tuple[Outcome, ...]
    wants: str
    why: str
    remedy: str
    policy: Policy
    sample: tuple[Finding, ...] = ()
    past: tuple[Past, ...] = ()

    @property
    def findings(self) -> int:
        """Findings of any status."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """A file that a folder walk passed over, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """What the baseline did: the findings that it lets pass (`known`), and those of it that are gone.

    `findings` is how many it holds. `fixed` are by check those that were looked for and not found: the baseline can
    shrink by them. `not_run` are those of checks that did not run, so that nothing is known of them.
    """

    file: str
    findings: int
    known: int
    fixed: Mapping[str, int]
    not_run: int


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """One waiver and what came of it.

    `where` says in words what it covers. `state` is `active`, `expired` (it protects nothing any more) or `unused`
    (it matches no finding). `findings` are those it waives; of an expired one, those it would. `reason` null: none is
    given. `until` is the last day that it holds; null: it never ends. `line` is its line in the file.
    """

    check: str
    where: str
    reason: str | None
    owner: str | None
    until: date | None
    state: str
    findings: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a renderer needs; all numbers are computed before it is made.

    `counts` holds rows by table. `reasons` says in sentences what decided the verdict. `sources` are articles by
    source, the largest first. `columns` says by file what was mapped to what. `notes` are sentences on what was
    limited, sampled or skipped. `sample_limit` is the number of findings shown a check. `baseline` and `against` are
    null, and `waivers` is empty, where the run had none. `portrait` is null where no articles were counted. `version`
    is that of the dataset, `language` that of the report's own words. `options` are the words of the command line that
    make the report again, beside inputs, day, `fail_on` and folder; null where no command made it.
    """

    dataset: str
    verdict: Verdict
    exit_status: ExitStatus
    reasons: tuple[str, ...]
    fail_on: str
    as_of: date
    inputs: tuple[str, ...]
    counts: Mapping[str, int]
    findings_by_severity: Mapping[str, int]
    sources: Mapping[str, int]
    dates: tuple[str | None, str | None]
    checks: tuple[CheckResult, ...]
    groups: tuple[StoryGroup, ...] = ()
    columns: Mapping[str, ColumnMap] = field(default_factory=dict)
    skipped: tuple[SkippedInput, ...] = ()
    notes: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    configuration: Mapping[str, Any] = field(default_factory=dict)
    sample_limit: int = 50
    folder: str | None = None
    baseline: BaselineUse | None = None
    waivers: tuple[WaiverUse, ...] = ()
    portrait: Portrait | None = None
    version: str | None = None
    language: str = "en"
    against: Comparison | None = None
    options: tuple[str, ...] | None = None

    def limited(self, most: int) -> Self:
        """The same report with at most `most` findings of each check."""
        return replace(self, checks=tuple(replace(each, sample=each.sample[:most]) for each in self.checks))
