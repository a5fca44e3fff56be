"""Findings as they were found -> findings as they count: in their scope, and waived, known or new.

A finding that a waiver covers on the day of the run is waived. Of those with one fingerprint, as many as the baseline
holds are known; a waived one counts among them, so that nothing seems fixed that is only waived.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.baseline import Baseline
from copydesk.model import BaselineUse, Status, WaiverUse
from copydesk.scopes import Places
from copydesk.waivers import Waiver

Numbers = np.ndarray[Any, np.dtype[np.int64]]
NO_WAIVER = -1


@dataclass(slots=True)
class Marks:
    """How the findings of one run are marked, and what was seen of them so far."""

    as_of: date
    places: Mapping[str, Places] = field(default_factory=dict)
    baseline: Baseline | None = None
    waivers: tuple[Waiver, ...] = ()
    roots: tuple[str, ...] = ()
    _known: int = 0
    _waived: Counter[int] = field(default_factory=Counter)
    _seen: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))

    def mark(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The findings (FINDINGS) with severity, scope, status and waiver settled, in their order."""
        held = pa.array(self.baseline.counts if self.baseline else (), pa.string())
        allowed = np.array([*(self.baseline.counts.values() if self.baseline else ()), 0], np.int64)
        self._seen = np.zeros(len(allowed), np.int64)
        for each in batches:
            batch = self._scoped(each)
            waiver = self._cover(batch)
            waived = waiver != NO_WAIVER
            known = self._recognise(batch, held, allowed) & ~waived
            self._known += int(known.sum())
            status = np.where(waived, str(Status.WAIVED), np.where(known, str(Status.KNOWN), str(Status.NEW)))
            marked = _with(batch, "status", pa.array(status, pa.string()))
            yield _with(marked, "waiver", pa.array(waiver, pa.int32(), mask=~waived))

    def baseline_use(self, ran: Sequence[str]) -> BaselineUse | None:
        """What became of the baseline, once all findings are marked; `ran` are the checks that looked."""
        if not self.baseline:
            return None
        fixed: Counter[str] = Counter()
        asleep = 0
        entries = zip(self.baseline.checks.values(), self.baseline.counts.values(), self._seen.tolist(), strict=False)
        for check, count, seen in entries:
            if check in ran:
                fixed[check] += max(0, count - seen)
            else:
                asleep += count
        gone = {check: count for check, count in sorted(fixed.items()) if count}
        return BaselineUse(self.baseline.file, sum(self.baseline.counts.values()), self._known, gone, asleep)

    def waiver_uses(self) -> tuple[WaiverUse, ...]:
        """What became of each waiver, once all findings are marked."""
        return tuple(self._waiver_use(index, each) for index, each in enumerate(self.waivers))

    def _waiver_use(self, index: int, each: Waiver) -> WaiverUse:
        count = self._waived[index]
        state = "expired" if not each.active(self.as_of) else "active" if count else "unused"
        return WaiverUse(each.check, each.covers, each.reason, each.owner, each.until, state, count, each.line)

    def _scoped(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch with scopes named, and the severity of the scope where that sets one."""
        if not self.places:
            return batch
        scope = np.full(batch.num_rows, None, object)
        severity = np.array(batch.column("severity").to_pylist(), object)
        checks = np.array(batch.column("check").to_pylist(), object)
        for check, places in self.places.items():
            here = np.flatnonzero(checks == check)
            numbers = places.of_findings(batch.take(pa.array(here)))
            for number, each in enumerate(places.scopes):
                rows = here[numbers == number]
                scope[rows] = each.name
                if each.severity:
                    severity[rows] = str(each.severity)
        batch = _with(batch, "scope", pa.array(scope, pa.string()))
        return _with(batch, "severity", pa.array(severity, pa.string()))

    def _cover(self, batch: pa.RecordBatch) -> Numbers:
        """By finding the first waiver that covers it on the day of the run, NO_WAIVER for none."""
        found: Numbers = np.full(batch.num_rows, NO_WAIVER)
        for index, each in enumerate(self.waivers):
            matched = each.matches(batch, self.roots)
            self._waived[index] += int(matched.sum())
            if each.active(self.as_of):
                found[matched & (found == NO_WAIVER)] = index
        return found

    def _recognise(self, batch: pa.RecordBatch, held: pa.Array, allowed: Numbers) -> np.ndarray[Any, Any]:
        """Which findings the baseline holds: of those alike the first ones, up to its count."""
        if not len(held):
            return np.zeros(batch.num_rows, bool)
        found = pc.index_in(batch.column("fingerprint"), value_set=held)
        codes = found.fill_null(len(held)).to_numpy(zero_copy_only=False).astype(np.int64)
        earlier = self._seen[codes] + _ranks(codes)
        self._seen += np.bincount(codes, minlength=len(allowed))
        known: np.ndarray[Any, Any] = earlier < allowed[codes]
        return known


def _ranks(codes: Numbers) -> Numbers:
    """For each code how many equal ones stand before it."""
    order = np.argsort(codes, kind="stable")
    sorted_codes = codes[order]
    starts = np.flatnonzero(np.append(True, sorted_codes[1:] != sorted_codes[:-1])) if len(codes) else codes
    first = np.repeat(starts, np.diff(np.append(starts, len(codes))))
    ranks = np.empty(len(codes), np.int64)
    ranks[order] = np.arange(len(codes)) - first
    return ranks


def _with(batch: pa.RecordBatch, name: str, column: pa.Array) -> pa.RecordBatch:
    return batch.set_column(batch.schema.get_field_index(name), batch.schema.field(name), column)
