"""JSON Schemas to Arrow schemas; records to the tables of articles, teasers and rejects.

schemas/*.schema.json are the one source of field names, types and required fields. A value of the wrong type becomes
null and is kept in `extra` under the name of its field; a record without headline and body is a reject.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import chain
from pathlib import Path, PurePosixPath
from types import NoneType
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.language.normal import fold_all
from copydesk.model import Record, Reject, Severity

DATES = ("date_published", "date_modified")
MADE = ("source_format", "content_hash")
"""Fields of articles that are made, and that no column of an input can hold."""
DATE_PARTS = ("local", "raw", "precision", "tz", "evidence")
RAW_BYTES = 4096
"""Bytes of a refused record that are kept."""

_LARGEST = 10**300
"""Readers of JSON take larger numbers for infinity or for an error."""
_DIGITS = len(str(2**63))
_PLAIN = {"string": str, "date": str, "array": list, "integer": int, "boolean": bool}
"""By type of a field what of Python Arrow takes without changing it."""
_TYPES = {"string": pa.string(), "boolean": pa.bool_(), "integer": pa.int64(), "array": pa.list_(pa.string())}


@dataclass(frozen=True, slots=True)
class Required:
    """A field that every row should have, or one of its alternatives; `severity` is that of its absence."""

    field: str
    alternatives: tuple[str, ...]
    severity: Severity


@dataclass(frozen=True, slots=True)
class Tables:
    """What one part of an input became: three tables of LOADED_ARTICLES, LOADED_TEASERS and REJECTS."""

    articles: pa.Table
    teasers: pa.Table
    rejects: pa.Table


def schema_folder() -> Path:
    """The folder of the JSON Schemas: the installed package's, else the checkout's."""
    packaged = Path(__file__).parent / "schemas"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "schemas"


@cache
def json_schema(name: str) -> Mapping[str, Any]:
    """The JSON Schema of that name: article, teaser, config or report."""
    schema: dict[str, Any] = orjson.loads((schema_folder() / f"{name}.schema.json").read_bytes())
    return schema


@cache
def required(name: str) -> tuple[Required, ...]:
    """The required fields of a schema, in its order."""
    return tuple(
        Required(field, tuple(rules.get("x-alternatives", ())), Severity(rules["x-severity"]))
        for field, rules in json_schema(name)["properties"].items()
        if "x-severity" in rules
    )


def fields(name: str) -> tuple[pa.Field, ...]:
    """The Arrow fields of a schema's properties, dates as timestamps with their parts."""
    made: list[pa.Field] = []
    for field, rules in json_schema(name)["properties"].items():
        if rules.get("format") == "date-time":
            made.append(pa.field(field, pa.timestamp("us", "UTC")))
            made.extend(pa.field(f"{field}_{part}", pa.string()) for part in DATE_PARTS)
        else:
            made.append(pa.field(field, _TYPES[rules["type"]]))
    return tuple(made)


_PLACE = (pa.field("source_file", pa.string()), pa.field("source_line", pa.int32()))
_RECORD = (*_PLACE, pa.field("source_record", pa.int64()))
_IDENTITY = (pa.field("row", pa.int64()), pa.field("key", pa.string()), pa.field("source", pa.string()))
_LINES = (pa.field("body_lines", pa.list_(pa.int32())), pa.field("field_lines", pa.map_(pa.string(), pa.int32())))

_REST = (pa.field("extra", pa.string()), pa.field("schema_errors", pa.string()))

ARTICLES = pa.schema([*_IDENTITY, *fields("article"), *_RECORD, *_LINES, *_REST])
TEASERS = pa.schema(
    [
        pa.field("row", pa.int64()),
        pa.field("article_row", pa.int64()),
        *fields("teaser"),
        pa.field("full", pa.string()),
        pa.field("key", pa.string()),
        pa.field("uri", pa.string()),
        pa.field("source", pa.string()),
        pa.field("in_language", pa.string()),
        *_PLACE,
    ]
)
"""`key`, `uri`, `source` and `in_language` are those of the article that carries the teaser."""
REJECTS = pa.schema(
    [
        pa.field("row", pa.int64()),
        *_RECORD,
        *(pa.field(name, pa.string()) for name in ("source_format", "reason", "message", "raw")),
    ]
)
FINDINGS = pa.schema(
    [
        pa.field("check", pa.string()),
        pa.field("severity", pa.string()),
        pa.field("table", pa.string()),
        *_IDENTITY[:2],
        *(pa.field(name, pa.string()) for name in ("uri", "source", "field", "kind")),
        pa.field("count", pa.int32()),
        *(pa.field(name, pa.string()) for name in ("message", "excerpt")),
        *(pa.field(name, pa.int32()) for name in ("excerpt_start", "span_start", "span_end")),
        *(pa.field(name, pa.string()) for name in ("evidence", "suggestion")),
        *_PLACE,
        *(pa.field(name, pa.string()) for name in ("fingerprint", "status", "scope", "language")),
        pa.field("waiver", pa.int32()),
    ]
)

_SETTLED = {f"{name}{part}" for name in DATES for part in ("", *(f"_{each}" for each in DATE_PARTS if each != "raw"))}
LOADED_ARTICLES = pa.schema([each for each in ARTICLES if each.name != "row" and each.name not in _SETTLED])
"""Articles before dates are settled and rows counted."""
LOADED_TEASERS = pa.schema(
    [
        pa.field("article_row", pa.int64()),
        *(each for each in TEASERS if each.name not in {"row", "article_row", "target_uri"}),
    ]
)
"""Teasers before their targets are known; `article_row` counts within the part."""


def tabulate(records: Sequence[Record], rejects: Sequence[Reject], file: str, loader: str) -> Tables:
    """The tables of some records of one file, in their order."""
    columns, extras = _columns(records)
    columns["extra"] = _extra(records, extras)
    columns["schema_errors"] = [to_json(record.violations) if record.violations else None for record in records]
    columns["source_file"] = pa.repeat(pa.scalar(file), len(records))
    columns["source_format"] = pa.repeat(pa.scalar(loader), len(records))
    columns["source_line"] = [record.line for record in records]
    columns["source_record"] = [record.record for record in records]
    columns["body_lines"] = [record.body_lines for record in records]
    columns["field_lines"] = [list(record.field_lines.items()) or None for record in records]
    columns["content_hash"] = content_hashes(columns["headline"], columns["article_body"])
    columns["source"] = _sources(columns, file)
    columns["key"] = pc.coalesce(columns["uri"], columns["url"], columns["content_hash"])
    articles = pa.table({each.name: pa.array(columns[each.name], each.type) for each in LOADED_ARTICLES})
    sound = pc.or_(pc.is_valid(articles["headline"]), pc.is_valid(articles["article_body"]))
    refused = [record for record, fine in zip(records, sound.to_pylist(), strict=True) if not fine]
    teasers = _teasers(records, articles)
    if refused:
        teasers = _renumbered(teasers, sound)
        articles = articles.filter(sound)
        rejects = sorted((*rejects, *map(_empty, refused)), key=lambda each: (each.record is None, each.record or 0))
    return Tables(articles, teasers, _rejects(rejects, file, loader))


def content_hashes(headlines: pa.Array, bodies: pa.Array) -> pa.Array:
    """For each row 32 hexadecimal digits of its normalised headline and body (NFKC, casefold, white space folded)."""
    folded = (fold_all([text or "" for text in texts.to_pylist()]) for texts in (headlines, bodies))
    hashes = []
    for pair in zip(*folded, strict=True):
        framed = b"".join(len(data).to_bytes(8, "little") + data for data in pair)
        hashes.append(hashlib.blake2b(framed, digest_size=16).hexdigest())
    return pa.array(hashes, pa.string())


def place(file: str) -> str:
    """The folder of a file, which stands for the source where nothing better is known."""
    return str(PurePosixPath(file).parent)


def _columns(records: Sequence[Record]) -> tuple[dict[str, Any], dict[int, dict[str, Any]]]:
    """A column for each property, and by record the values that had the wrong type."""
    columns: dict[str, Any] = {}
    wrong: dict[int, dict[str, Any]] = {}
    told = frozenset(chain.from_iterable(record.fields for record in records))
    for name, rules in json_schema("article")["properties"].items():
        values = [record.fields.get(name) for record in records] if name in told else [None] * len(records)
        if rules.get("format") == "date-time":
            columns[f"{name}_raw"] = _typed(values, "date", name, wrong)
        else:
            columns[name] = _typed(values, rules["type"], name, wrong)
    return columns, wrong


def _typed(values: list[Any], kind: str, name: str, wrong: dict[int, dict[str, Any]]) -> pa.Array:
    """One Arrow column; values of a wrong type go to `wrong`."""
    arrow = _TYPES.get(kind, pa.string())
    column = _whole(values, kind, arrow)
    if column is None:
        settled = []
        for index, value in enumerate(values):
            sound, settled_value = (True, None) if value is None else _COERCE[kind](value)
            if not sound:
                wrong.setdefault(index, {})[name] = value
            settled.append(settled_value)
        column = pa.array(settled, arrow)
    return blanks_to_null(column) if arrow == pa.string() else column


def _whole(values: list[Any], kind: str, arrow: pa.DataType) -> pa.Array | None:
    """The column, if every value is sound as it stands.

    Arrow alone may not judge: it makes lists of texts and whole numbers of fractions, and takes bytes for text.
    """
    if not set(map(type, values)) <= {_PLAIN[kind], NoneType}:
        return None
    if kind == "array" and not set(map(type, chain.from_iterable(filter(None, values)))) <= {str}:
        return None
    try:
        column = pa.array(values, arrow)
    except (UnicodeEncodeError, OverflowError):
        return None
    return None if kind == "array" and _has_blank_entries(column) else column


def blanks_to_null(column: pa.Array) -> pa.Array:
    """Text of white space alone is no value."""
    blank = pc.or_(pc.equal(pc.binary_length(column), 0), pc.utf8_is_space(column))
    return pc.if_else(blank, pa.scalar(None, pa.string()), column) if pc.any(blank).as_py() else column


def _has_blank_entries(column: pa.Array) -> bool:
    """Whether a list of texts has a blank one, or none at all."""
    blank = pc.equal(pc.utf8_trim_whitespace(column.flatten()), "")
    return bool(pc.any(blank).as_py() or pc.any(pc.equal(pc.list_value_length(column), 0)).as_py())


def _text(value: Any) -> tuple[bool, Any]:
    return (True, _clean(value)) if isinstance(value, str) else (False, None)


def _date_text(value: Any) -> tuple[bool, Any]:
    if isinstance(value, (datetime, date)):
        return True, value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST:
        return True, repr(value)
    return _text(value)


def _texts(value: Any) -> tuple[bool, Any]:
    entries = value if isinstance(value, (list, tuple)) else [value]
    names = [entry.get("name") if isinstance(entry, Mapping) else entry for entry in entries]
    texts = [each for each in names if isinstance(each, str)]
    if len(texts) < len(names):
        return False, None
    return True, [_clean(each) for each in texts if each.strip()] or None


def _integer(value: Any) -> tuple[bool, Any]:
    if isinstance(value, str) and value.isascii() and value.strip().isdigit() and len(value.strip()) <= _DIGITS:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and not value.strip():
        return True, None
    fits = isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63
    return fits, value if fits else None


def _boolean(value: Any) -> tuple[bool, Any]:
    words = {"true": True, "false": False, "1": True, "0": False, "": None}
    if isinstance(value, str) and value.strip().lower() in words:
        return True, words[value.strip().lower()]
    return isinstance(value, bool), value if isinstance(value, bool) else None


_COERCE = {"string": _text, "date": _date_text, "array": _texts, "integer": _integer, "boolean": _boolean}
"""By type of a field: whether a value that is not null is sound, and the value as that type."""


def _clean(text: str) -> str:
    """The text with lone surrogates, which no file can hold, replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _extra(records: Sequence[Record], wrong: Mapping[int, Mapping[str, Any]]) -> list[str | None]:
    return [
        to_json({**record.extra, **wrong.get(index, {})}) if record.extra or index in wrong else None
        for index, record in enumerate(records)
    ]


def to_json(value: Any, *, ordered: bool = False) -> str:
    """Compact JSON of any value a loader may give; NaN becomes null, what else JSON cannot hold its text.

    `ordered` sorts the names of objects, so that the same record gives the same text.
    """
    option = orjson.OPT_NON_STR_KEYS | (orjson.OPT_SORT_KEYS if ordered else 0)
    try:
        return orjson.dumps(value, default=str, option=option).decode()
    except (TypeError, ValueError):
        return _clean(json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=ordered))


def _plain(value: Any) -> Any:
    """The value as Python's own JSON writer can take it, which knows larger numbers and any text."""
    if isinstance(value, Mapping):
        return {key if isinstance(key, str) else str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and not -_LARGEST < value < _LARGEST:
        return hex(value)
    return value if value is None or isinstance(value, (str, int)) else str(value)


def _sources(columns: Mapping[str, Any], file: str) -> pa.Array:
    host = r"^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(?P<host>\[[^\]/?#]*\]|[^/?#:]+)"
    found = (pc.struct_field(pc.extract_regex(columns[name], host), "host") for name in ("url", "uri"))
    hosts = [pc.replace_substring_regex(pc.utf8_lower(each), r"^www\.", "") for each in found]
    return pc.coalesce(columns["publisher"], *hosts, pa.scalar(place(file)))


def _teasers(records: Sequence[Record], articles: pa.Table) -> pa.Table:
    """The teasers of all records, each with what its article says of itself."""
    shown = [
        (row, position, teaser) for row, record in enumerate(records) for position, teaser in enumerate(record.teasers)
    ]
    rows = pa.array([row for row, _, _ in shown], pa.int64())
    carried = articles.select(["key", "uri", "source", "in_language", "source_file"]).take(rows)
    own = ("headline", "description", "url", "collection_label", "full")
    columns: dict[str, Any] = {name: [_clean_or_null(getattr(teaser, name)) for _, _, teaser in shown] for name in own}
    columns |= {name: carried.column(name) for name in carried.column_names}
    columns |= {"article_row": rows, "position": [position for _, position, _ in shown]}
    columns["source_line"] = [teaser.line for _, _, teaser in shown]
    return pa.table(columns, schema=LOADED_TEASERS)


def _clean_or_null(text: str | None) -> str | None:
    return None if text is None or not text.strip() else _clean(text)


def _renumbered(teasers: pa.Table, sound: pa.ChunkedArray) -> pa.Table:
    """The teasers of sound articles, with the row their article has once the others are gone."""
    kept = sound.combine_chunks()
    moved = pc.subtract(pc.cumulative_sum(kept.cast(pa.int64())), 1)
    teasers = teasers.filter(kept.take(teasers["article_row"]))
    rows = moved.take(teasers["article_row"])
    return teasers.set_column(0, LOADED_TEASERS.field("article_row"), rows)


def _empty(record: Record) -> Reject:
    return Reject(
        "no-headline-and-body",
        "the record has neither a headline nor a body; give it one, or leave it out",
        line=record.line,
        record=record.record,
        raw=to_json(record.raw if record.raw is not None else {**record.fields, **record.extra}, ordered=True),
    )


def _rejects(rejects: Iterable[Reject], file: str, loader: str) -> pa.Table:
    rows = [
        {
            "source_file": file,
            "source_line": each.line,
            "source_record": each.record,
            "source_format": loader,
            "reason": each.reason,
            "message": _clean(each.message),
            "raw": None if each.raw is None else _clean(each.raw).encode()[:RAW_BYTES].decode(errors="ignore"),
        }
        for each in rejects
    ]
    return pa.Table.from_pylist(rows, schema=REJECTS)
