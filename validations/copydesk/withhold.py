"""What a run may show of the data: all, positions and kinds without article text, or not even headlines.

Licensed text must not leak into what a CI system keeps. So it is taken out of findings and report before any format
sees them: a format cannot show what it is not given. The tables articles, teasers, rejects, stories and relations are
the dataset itself and stay as they are, and so does differences.

- `full`: all.
- `spans`: no excerpt, no suggestion, no body; instead of a check's sentence on this very fault the one on its kind.
  Left are places, spans, kinds, counts, addresses, sources, and the headlines that tell stories of a group apart.
- `none`: besides, no headline, no span, no address, no name of a source or of a column, also none that the
  configuration or the command names. Left are the names of files, lines and rows, checks, fields, kinds, counts, the
  name and version of the dataset, scopes as the configuration words them, and fingerprints, from which no text can be
  had back.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk import registry
from copydesk.config_schema import EVIDENCE
from copydesk.doc import parse
from copydesk.exhibits import Change, Comparison, Contrast, FieldChange, Portrait, StoryCopy, Timeline
from copydesk.model import Finding, Report, Verdict
from copydesk.rules import Rule
from copydesk.tables import FINDINGS, REJECTS

FULL, SPANS, NONE = EVIDENCE
TEXT = ("excerpt", "excerpt_start", "suggestion", "language")
"""Columns of a finding that hold text, or say where it was cut; what an article calls its language may be any text."""
PLACE = ("key", "uri", "span_start", "span_end")
"""Columns that `none` takes away as well: an address often spells out the headline."""
CHANGED = (*TEXT, *PLACE, "message", "field", "source")
"""Columns of a finding that withholding may change."""
RECORD = "record"
WITHHELD = "withheld"
NAMING = ("columns", "zones")
"""Tables of a configuration that name columns and sources."""
WORDS = ("dataset", "version", "language", "fail_on", "evidence", "select", "ignore", "exclude", "severity", "mode")
PATHS = ("seen", "baseline", "waivers")
SCOPES = ("source", "path")
SAID = frozenset((*WORDS, *PATHS, *SCOPES))
"""Keys of a configuration whose texts are of a closed list, names of files, or what reports say of scopes."""
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
"""What a note quotes may be the name of a column."""
JOINT = "\0"
NOTE = {
    SPANS: "Article text is withheld: evidence = spans.",
    NONE: "All that is of the data is withheld, headlines, addresses and names of sources too: evidence = none.",
}


@dataclass(frozen=True, slots=True)
class Withholding:
    """What is taken away at one level; a kernel over findings.

    `sentences` says by check and kind what the kind means, `wants` by check what it looks for; `fields` are those that
    checks look at: what else a finding calls a field is a path in a record of the user's, whose keys may be text.
    `sources` has by name of a source the number that stands for it at `none`: 1 for the largest.
    """

    level: str
    sentences: Mapping[tuple[str, str], str]
    wants: Mapping[str, str]
    fields: tuple[str, ...]
    sources: Mapping[str, int]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The batch (FINDINGS), row by row, without what the level withholds."""
        gone = (*TEXT, *PLACE) if self.level == NONE else TEXT
        columns = {name: batch.column(name) for name in FINDINGS.names}
        columns |= {name: pa.nulls(batch.num_rows, FINDINGS.field(name).type) for name in gone}
        columns["message"] = self._messages(batch)
        known = pc.is_in(columns["field"], value_set=pa.array(self.fields, pa.string()))
        columns["field"] = pc.if_else(known, columns["field"], pa.scalar(RECORD))
        if self.level == NONE:
            columns["source"] = self._sources(batch.column("source"))
        return pa.table(columns, schema=FINDINGS)

    def report(self, report: Report) -> Report:
        """The report, whose findings went through the kernel, without what else the level withholds."""
        noted = replace(
            report,
            notes=(*report.notes, NOTE[self.level]),
            groups=tuple(replace(each, copies=tuple(map(self._copy, each.copies))) for each in report.groups),
            against=self._against(report.against),
        )
        if self.level == SPANS:
            return noted
        options = report.options and tuple(map(self._option, ("", *report.options), report.options))
        # what a waiver covers may be an address, or the name of a source
        waivers = tuple(replace(each, where=WITHHELD) for each in report.waivers)
        sources = {self._name(each): count for each, count in report.sources.items()}
        nameless = replace(
            noted,
            notes=tuple(QUOTED.sub(WITHHELD, each) for each in noted.notes),
            configuration={key: _setting(key, value) for key, value in report.configuration.items()},
            options=options,
        )
        portrait = self._portrait(report.portrait)
        return replace(nameless, sources=sources, columns={}, portrait=portrait, waivers=waivers)

    def _option(self, before: str, word: str) -> str:
        """A word of the command line; what --set says may be the name of a source or of a column."""
        return WITHHELD if before == "--set" else word

    def rejects(self, rejects: pa.Table) -> pa.Table:
        """Rejects (REJECTS) as a verdict may quote them: the reason's word for the message, which may hold text."""
        return rejects.set_column(REJECTS.get_field_index("message"), "message", rejects["reason"])

    def _messages(self, batch: pa.RecordBatch) -> pa.Array:
        pairs = pc.binary_join_element_wise(batch.column("check"), batch.column("kind"), JOINT)
        by_kind = pa.array(self.sentences.values(), pa.string())
        kinds = pc.index_in(pairs, value_set=pa.array([JOINT.join(each) for each in self.sentences], pa.string()))
        checks = pc.index_in(batch.column("check"), value_set=pa.array(list(self.wants), pa.string()))
        return pc.coalesce(by_kind.take(kinds), pa.array(self.wants.values(), pa.string()).take(checks), "A fault.")

    def _sources(self, sources: pa.Array) -> pa.Array:
        numbers = pc.add(pc.index_in(sources, value_set=pa.array(list(self.sources), pa.string())), 1)
        return pc.binary_join_element_wise("source", numbers.cast(pa.string()), " ")

    def _copy(self, copy: StoryCopy) -> StoryCopy:
        if self.level == SPANS:
            return replace(copy, passages=(), facing=())
        source = self._name(copy.source)
        return replace(copy, passages=(), facing=(), headline=None, key=f"row {copy.row}", source=source)

    def _portrait(self, given: Portrait | None) -> Portrait | None:
        """The numbers of the pictures, sources by their number."""
        if given is None:
            return None
        fill, faults = (replace(each, rows=tuple(map(self._name, each.rows))) for each in (given.fill, given.faults))
        return replace(given, fill=fill, faults=faults, timeline=self._timeline(given.timeline))

    def _timeline(self, given: Timeline | None) -> Timeline | None:
        if given is None:
            return None
        lines = (replace(each, source=each.source and self._name(each.source)) for each in given.sources)
        return replace(given, sources=tuple(lines))

    def _against(self, found: Comparison | None) -> Comparison | None:
        if found is None:
            return None
        contrasts = tuple(map(self._contrast, found.contrasts))
        return replace(found, changes=tuple(map(self._change, found.changes)), contrasts=contrasts)

    def _contrast(self, contrast: Contrast) -> Contrast:
        """At `none` sources by their number; those that are gone have none."""
        if self.level == SPANS or contrast.measure != "source":
            return contrast
        return replace(contrast, names=tuple(map(self._name, contrast.names)))

    def _change(self, change: Change) -> Change:
        fields = tuple(FieldChange(each.field, ()) for each in change.fields)
        change = replace(change, headline=None, fields=fields)
        if self.level == SPANS:
            return change
        row = change.earlier_row if change.row is None else change.row
        source = None if change.source is None else self._name(change.source)
        return replace(change, key=f"row {row}", source=source)

    def _name(self, source: str) -> str:
        return f"source {self.sources[source]}" if source in self.sources else "a source"


def _setting(key: str, value: Any) -> Any:
    """A value of a configuration without what may be the name of a source or a column."""
    if key in NAMING:
        return WITHHELD
    if isinstance(value, Mapping):
        return {name: _setting(name, each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_setting(key, each) for each in value]
    return WITHHELD if isinstance(value, str) and key not in SAID else value


def withheld(report: Report, level: str) -> Report:
    """A report that was made before, without what a level withholds; its findings stay those of its samples."""
    names = [each.check for each in report.checks if each.check in registry.names("checks")]
    rules = [Rule(registry.check_class(name)()) for name in names]
    hidden = withholding(level, rules, list(report.sources))
    if hidden is None or NOTE[NONE] in report.notes or NOTE[level] in report.notes:
        return report
    checks = tuple(replace(each, sample=_sample(hidden, each.sample)) for each in report.checks)
    # the sentence on a record that was refused may quote it
    reasons = ("Nothing could be trusted.",) if report.verdict is Verdict.UNTRUSTED else report.reasons
    options = None if report.options is None else (*report.options, "--evidence", level)
    return hidden.report(replace(report, checks=checks, reasons=reasons, options=options))


def _sample(hidden: Withholding, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    batches = pa.Table.from_pylist([asdict(each) for each in findings], schema=FINDINGS).to_batches()
    shown = [row for batch in batches for row in hidden(batch).to_pylist()]
    kept = zip(findings, shown, strict=True)
    return tuple(replace(old, **{name: row[name] for name in CHANGED}) for old, row in kept)


def withholding(level: str, rules: Sequence[Rule], sources: Sequence[str]) -> Withholding | None:
    """What one level withholds in a run; null where it shows all."""
    if level == FULL:
        return None
    sentences = {(rule.name, kind): meaning for rule in rules for kind, meaning in rule.check.kinds.items()}
    wants = {rule.name: parse(type(rule.check).__doc__).wants for rule in rules}
    numbers = {name: number for number, name in enumerate(sources, start=1)}
    fields = tuple(dict.fromkeys(target.field for rule in rules for target in rule.check.targets))
    return Withholding(level, sentences, wants, fields, numbers)
