"""What became of a dataset since an earlier version of it: part of a report."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text in two versions: `kind` is same, removed (stood in the earlier one) or added."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an article whose text changed, as passages around the change; a cut text bears an ellipsis."""

    field: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An article that was added, removed or changed (`state`).

    `row` is null for one that was removed, `earlier_row` for one that was added. File and line are those of this
    version, of a removed article those of the earlier one. `fields` are those that changed, with at most a few shown.
    """

    state: str
    row: int | None
    earlier_row: int | None
    key: str
    headline: str | None
    source: str | None
    source_file: str | None
    source_line: int | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """This version of a dataset against an earlier one, article by article.

    `earlier` is the name of the earlier version, `earlier_rows` and `rows` are their articles. An article is known
    again by its key, else by its content. `copies` are added articles with the content of an earlier one under another
    key. `fields` counts changed articles by field. `changes` is a sample: changed ones first, then added, then removed.
    """

    earlier: str
    earlier_rows: int
    rows: int
    same: int
    changed: int
    added: int
    removed: int
    copies: int
    fields: Mapping[str, int]
    changes: tuple[Change, ...] = ()
