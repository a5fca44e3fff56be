"""Which scope of a check's policy a row belongs to: the first whose patterns it matches."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import numpy as np
import pyarrow as pa

from copydesk.engines import Engine, Stored
from copydesk.inputs import below
from copydesk.model import Policy, Scope
from copydesk.patterns import spec

Numbers = np.ndarray[Any, np.dtype[np.int64]]
NONE = -1
"""The number of no scope."""
COLUMNS = {"source": "source", "language": "in_language", "path": "source_file"}
"""By kind of pattern the column that it is held against."""
ROWS = ("articles", "teasers", "rejects")


@dataclass(frozen=True, slots=True)
class Places:
    """For one check, by table (ROWS) the number of the scope of each row, NONE for the rest; the scopes themselves."""

    scopes: tuple[Scope, ...]
    rows: Mapping[str, Numbers]
    roots: tuple[str, ...]

    def of_findings(self, findings: pa.RecordBatch) -> Numbers:
        """The number of the scope of each finding (columns table, row, source); the dataset's go by source alone."""
        sources = matching(self.scopes, {"source": findings.column("source")}, self.roots)
        tables = np.array(findings.column("table").to_pylist(), object)
        rows = findings.column("row").fill_null(0).to_numpy(zero_copy_only=False)
        found: Numbers = np.where(tables == "dataset", sources, NONE)
        for table, numbers in self.rows.items():
            here = tables == table
            found[here] = numbers[rows[here]]
        return found

    def of_sources(self, sources: Sequence[str]) -> Numbers:
        """The number of the scope of each source, as the findings of the dataset have it."""
        return matching(self.scopes, {"source": pa.array(sources, pa.string())}, self.roots)


def places(
    engine: Engine, tables: Mapping[str, Stored], policies: Mapping[str, Policy], roots: tuple[str, ...]
) -> Mapping[str, Places]:
    """By check the places of all rows; only checks whose policy has scopes, so that without any nothing is read."""
    kinds = {policy.scopes for policy in policies.values() if policy.scopes}
    made = {
        scopes: Places(scopes, {name: _numbers(engine, tables[name], scopes, roots) for name in ROWS}, roots)
        for scopes in kinds
    }
    return {name: made[policy.scopes] for name, policy in policies.items() if policy.scopes}


def matching(scopes: Sequence[Scope], columns: Mapping[str, pa.Array], roots: tuple[str, ...]) -> Numbers:
    """For each row of some columns (keys of COLUMNS) its scope; a pattern for a column that is not there fits nothing.

    Each distinct value is looked at once.
    """
    length = len(next(iter(columns.values())))
    found: Numbers = np.full(length, NONE)
    # the first that matches wins, so it is written last
    for number, scope in reversed(list(enumerate(scopes))):
        fits = np.ones(length, bool)
        for what, patterns in (("source", scope.source), ("language", scope.language), ("path", scope.path)):
            if patterns:
                column = columns.get(what)
                fits &= False if column is None else _fitting(column, _TESTS[what](patterns, roots))
        found[fits] = number
    return found


def _numbers(engine: Engine, stored: Stored, scopes: tuple[Scope, ...], roots: tuple[str, ...]) -> Numbers:
    """By row number the scope."""
    there = {what: name for what, name in COLUMNS.items() if name in stored.schema.names}
    found: Numbers = np.full(stored.rows, NONE)
    for batch in engine.scan(stored, ("row", *there.values())):
        columns = {what: batch.column(name) for what, name in there.items()}
        found[batch.column("row").to_numpy()] = matching(scopes, columns, roots)
    return found


def _fitting(column: pa.Array, test: Callable[[str], bool]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which rows hold a value that passes; null passes nothing."""
    coded = column.dictionary_encode()
    passes = np.array([*(value is not None and test(value) for value in coded.dictionary.to_pylist()), False])
    found: np.ndarray[Any, np.dtype[np.bool_]] = passes[
        coded.indices.fill_null(len(passes) - 1).to_numpy(zero_copy_only=False)
    ]
    return found


def source_test(patterns: Sequence[str], roots: tuple[str, ...] = ()) -> Callable[[str], bool]:
    """Whether a source is one of those named; a folder that stands for one counts by its path below the input, too."""
    return lambda value: any(
        fnmatchcase(name, pattern) for pattern in patterns for name in {value, below(value, roots)}
    )


def path_test(patterns: Sequence[str], roots: tuple[str, ...] = ()) -> Callable[[str], bool]:
    """Whether patterns, as in .gitignore, name a file, as findings print it or below the input."""
    named = spec(patterns)
    return lambda value: named.match_file(value) or named.match_file(below(value, roots))


def _language_test(patterns: Sequence[str], _: tuple[str, ...]) -> Callable[[str], bool]:
    tags = tuple(pattern.lower().replace("_", "-") for pattern in patterns)

    def test(value: str) -> bool:
        tag = value.lower().replace("_", "-")
        return any(tag == each or tag.startswith(f"{each}-") for each in tags)

    return test


_TESTS: Mapping[str, Callable[[Sequence[str], tuple[str, ...]], Callable[[str], bool]]] = {
    "source": source_test,
    "language": _language_test,
    "path": path_test,
}
