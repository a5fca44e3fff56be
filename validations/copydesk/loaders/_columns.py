"""Which column of a file holds which field: what the user said, then the names, then the values of a sample.

A column is a key of the records, or a path into nested ones: `headline.main`, `bodies.0.value`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Any

from copydesk.errors import UnreadableFileError
from copydesk.loaders._aliases import FIELDS, RANKS, normal
from copydesk.loaders._values import is_identifier, needs_rule
from copydesk.model import ColumnMap
from copydesk.registry import nearest

Values = Mapping[str, Any]

CONTAINERS = frozenset(
    {"article", "attributes", "data", "doc", "document", "fields", "item", "node", "source", "story"}
)
"""Normal names of columns that may hold the article as an object of its own."""
_PEERS = """
    articletext articlecontent newstext newscontent storytext storycontent text content contents article news story
    document body isi isiberita konten teks inhalt texte contenu texto contenido conteudo testo contenuto
"""
PEERS = frozenset(_PEERS.split())
"""Normal names of a body that are as good as one another: the one with clearly longer values wins."""
MANY = 40
"""Columns that a message lists at most."""
KEPT = 256
"""Sets of keys whose plan is kept."""

_WEB = re.compile(r"(?i)https?://\S")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_MAY_BE_NUMBERS = frozenset({"date_published", "date_modified", "version", "word_count", "is_accessible_for_free"})


@dataclass(frozen=True, slots=True)
class Plan:
    """How records of one set of keys become fields: `rest` are the keys that no field takes.

    `pairs` are (field, key, whether even a text must go through the field's rule), `paths` (field, path).
    """

    pairs: tuple[tuple[str, str, bool], ...]
    paths: tuple[tuple[str, tuple[str, ...]], ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The column of each field of a file.

    `columns` are the top-level columns of its first records, in their order, `fixed` the fields that the user named.
    """

    chosen: Mapping[str, str]
    columns: tuple[str, ...]
    fixed: frozenset[str]

    @property
    def usable(self) -> bool:
        """Whether a headline or a body can be found at all."""
        return "headline" in self.chosen or "article_body" in self.chosen

    def column_map(self) -> ColumnMap:
        """What was mapped, and what was not, for the user."""
        taken = {column for name in self.chosen.values() for column in (name, name.split(".")[0])}
        return ColumnMap(dict(self.chosen), tuple(name for name in self.columns if name not in taken))

    def refusal(self) -> UnreadableFileError:
        """The error for a file that is not usable."""
        return UnreadableFileError(
            "no-usable-columns",
            f"no column is known to hold a headline or a body; its columns are: {listed(self.columns)}",
            remedy='Name them under [columns], such as headline = "..." and article_body = "...".',
        )


def listed(names: Sequence[str]) -> str:
    """Names of columns for a message: at most MANY, each of at most 60 code points."""
    shown = ", ".join(name if len(name) <= 60 else f"{name[:59]}…" for name in names[:MANY])
    return f"{shown}, and {len(names) - MANY} more" if len(names) > MANY else shown or "(none)"


def walk(value: Any, path: Iterable[str]) -> Any:
    """The value at a path into objects and arrays; null if there is none."""
    for part in path:
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, (list, tuple)) and part.isdecimal() and len(part) < 9 and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def without(value: Any, paths: Sequence[tuple[str, ...]]) -> Any:
    """An object without what lies at some paths in it; objects that are left empty are gone too."""
    if not isinstance(value, Mapping):
        return value
    kept = {}
    for name, each in value.items():
        inner = [path[1:] for path in paths if path[:1] == (name,)]
        if () not in inner:
            rest = without(each, inner) if inner else each
            if rest or not inner:
                kept[name] = rest
    return kept


def choose(sample: Sequence[Values], wanted: Mapping[str, str | int], *, strict: bool = True) -> Choice:
    """The columns of a file, from its first records.

    `wanted` are the user's own [columns]; `strict` refuses those that no record of the sample has. Raises
    UnreadableFileError (unknown-field, unknown-column).
    """
    columns = _gather(sample)
    chosen = {field: _wanted(field, each, tuple(columns), sample if strict else None) for field, each in wanted.items()}
    free = {name: values for name, values in columns.items() if name not in chosen.values()}
    offers = list(_offers(free))
    inner = _opened(free, {field for field, _, _ in offers} | set(chosen))
    opened = {name.split(".")[0] for name in inner}
    offers = [offer for offer in offers if offer[2] not in opened]
    offers += [(field, 1000 + rank, name) for field, rank, name in _offers(inner)]
    for field in FIELDS:
        names = [name for _, name in sorted((rank, name) for each, rank, name in offers if each == field)]
        if names and field not in chosen:
            chosen[field] = _best(field, names, {**free, **inner})
    ordered = {field: chosen[field] for field in FIELDS if field in chosen}
    return Choice(ordered, tuple(columns), frozenset(wanted))


def planner(choice: Choice) -> Callable[[tuple[str, ...]], Plan]:
    """A function from the keys of a record to its plan.

    A record that lacks the column of a field takes the next best that it has, unless the user named the column.
    """
    return lru_cache(maxsize=KEPT)(lambda keys: _plan(choice, keys))


def _plan(choice: Choice, keys: tuple[str, ...]) -> Plan:
    present = frozenset(keys)
    pairs = {field: name for field, name in choice.chosen.items() if name in present}
    paths = {
        field: tuple(name.split("."))
        for field, name in choice.chosen.items()
        if field not in pairs and name.split(".")[0] in present
    }
    taken = {*pairs.values(), *(path[0] for path in paths.values())}
    settled = {*pairs, *paths, *choice.fixed}
    # A column of the sample for a field without a choice was refused there for its values.
    refused = {name for name in choice.columns if _named(name)[0] not in choice.chosen}
    others = sorted((*_named(key)[::-1], key) for key in keys if _named(key)[0] and key not in taken | refused)
    for _, field, key in others:
        if field not in settled:
            pairs[field] = key
            settled.add(field)
    taken |= set(pairs.values())
    ruled = tuple((field, key, needs_rule(field, key)) for field, key in pairs.items())
    return Plan(ruled, tuple(paths.items()), tuple(key for key in keys if key not in taken))


def _named(name: str) -> tuple[str, int]:
    """The field that a name stands for, "" for none, and the rank of the name."""
    return RANKS.get(normal(name), ("", 0))


def _gather(sample: Iterable[Values]) -> dict[str, list[Any]]:
    """Every column with its values that are not null, in the order of their first appearance."""
    columns: dict[str, list[Any]] = {}
    for values in sample:
        for name, value in values.items():
            known = columns.setdefault(name, [])
            if value is not None and value != "":
                known.append(value)
    return columns


def _offers(columns: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, int, str]]:
    """(field, rank, column) for each column whose name is known and whose values do not speak against it."""
    for name, values in columns.items():
        field, rank = _named(name if name.count(".") == 0 else name.split(".", 1)[1])
        texts = [value for value in values if isinstance(value, str)]
        if field == "uri" and rank > 0 and not any(map(is_identifier, texts)):
            continue
        if field == "publisher" and texts and all(map(_WEB.match, texts)):
            yield "url", 900, name
        elif field and (field in _MAY_BE_NUMBERS or not values or not _are_numbers(field, values)):
            yield field, rank, name


def _opened(columns: Mapping[str, Sequence[Any]], known: set[str]) -> dict[str, list[Any]]:
    """The columns inside those that hold the article itself: a body, or a headline where there is none outside."""
    found: dict[str, list[Any]] = {}
    for name, values in columns.items():
        if normal(name) not in CONTAINERS or not values or not all(isinstance(each, Mapping) for each in values):
            continue
        inside = {f"{name}.{inner}": each for inner, each in _gather(values).items() if "." not in inner}
        fields = {field for field, _, _ in _offers(inside)}
        if "article_body" in fields or ("headline" in fields and "headline" not in known):
            found |= inside
    return found


def _are_numbers(field: str, values: Sequence[Any]) -> bool:
    """Whether all values are numbers, or texts of digits; a headline may be "1984"."""
    if field in {"headline", "article_body"}:
        return all(isinstance(value, (int, float)) for value in values)
    return all(_NUMBER.fullmatch(str(value).strip()) for value in values if not isinstance(value, bool))


def _best(field: str, names: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> str:
    """The first name; of bodies whose names are peers, the one whose values are more than twice as long."""
    best = names[0]
    if field == "article_body" and normal(best) in PEERS:
        for name in names[1:]:
            if normal(name) in PEERS and _length(columns[name]) > 2 * _length(columns[best]):
                best = name
    return best


def _length(values: Sequence[Any]) -> float:
    return median([len(value) for value in values if isinstance(value, str)] or [0])


def _wanted(field: str, column: str | int, columns: Sequence[str], sample: Sequence[Values] | None) -> str:
    if field not in FIELDS:
        problem = f"[columns] names the field {field!r}, and an article has no such field"
        raise UnreadableFileError("unknown-field", problem, remedy=nearest(field, FIELDS))
    if isinstance(column, int):
        if 0 <= column < len(columns):
            return columns[column]
    elif sample is None or column in columns or any(walk(each, column.split(".")) is not None for each in sample):
        return column
    raise UnreadableFileError(
        "unknown-column",
        f"[columns] names {column!r} for {field}, and there is no such column",
        remedy=f"Its columns are, counted from 0: {listed(columns)}.",
    )
