"""Known faults, planted into a copy of the user's own articles and sent through the user's own gate.

Each check has a run of its own, over a copy that holds the faults of its drill and no others. A planted fault is
caught if the check has a finding at its place; a finding at any other place, that the clean copy does not have, is a
cry. Copies stand in temporary folders alone.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk import pipeline, registry
from copydesk.comparing import TABLE as VERSIONS
from copydesk.config import Config
from copydesk.drills import Desk, Fault, Place, Row
from copydesk.engines import Engine, Stored
from copydesk.errors import UntrustedError
from copydesk.examine import DATASET
from copydesk.gate import FAILING
from copydesk.inputs import MANIFEST
from copydesk.model import CheckResult, Verdict
from copydesk.run import Request, running, silent
from copydesk.tables import ARTICLES, LOADED_ARTICLES, LOADED_TEASERS, REJECTS, content_hashes

COUNT = 20
"""Faults of a sort that are planted, at most."""
SHARE = 0.1
"""Share of the articles that one sort of fault may take, at most: a source is judged by its sound rows."""
TOLD = 3
"""Missed faults and cries that are told of each sort."""
BLOCKS, TELLS, OFF, NOTHING, NO_DRILL = "blocks", "tells", "off", "nothing-planted", "no-drill"
_SCHEMAS = {"articles": LOADED_ARTICLES, "teasers": LOADED_TEASERS, "rejects": REJECTS}
_PLACE = ("table", "row", "source")
Spot = tuple[str, int | None, str | None]
"""Table, row, and of a finding of the dataset the source."""
Found = Mapping[Spot, frozenset[str]]
"""The kinds that one check found, by where."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """How one sort of fault fared: `missed` names the places of some that were not caught."""

    strength: str
    does: str
    planted: int
    caught: int
    least: float
    missed: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether the stated share was caught."""
        return self.caught >= self.least * self.planted


@dataclass(frozen=True, slots=True)
class CheckDrill:
    """How one check fared.

    `gate` is what the user's policy makes of its findings: blocks, tells, off (the check does not run),
    nothing-planted (no row can take its faults, or all have them already) or no-drill. `cries` are findings where
    nothing was planted.
    """

    check: str
    gate: str
    faults: tuple[Drilled, ...] = ()
    cries: int = 0
    cried: tuple[str, ...] = ()

    @property
    def planted(self) -> int:
        """Faults planted, of all sorts."""
        return sum(each.planted for each in self.faults)

    @property
    def caught(self) -> int:
        """Faults caught, of all sorts."""
        return sum(each.caught for each in self.faults)

    @property
    def failed(self) -> bool:
        """Whether a check that blocks missed more than it may."""
        return self.gate == BLOCKS and not all(each.enough for each in self.faults)


@dataclass(frozen=True, slots=True)
class DrillReport:
    """How the gate fared over `articles` articles, of the `of` that the input has."""

    checks: tuple[CheckDrill, ...]
    articles: int
    of: int
    seed: int

    @property
    def failed(self) -> bool:
        """Whether some check that blocks missed more than it may."""
        return any(each.failed for each in self.checks)


def drill(
    request: Request, *, seed: int = 0, sample: int = 2000, progress: Callable[[str], None] = silent
) -> DrillReport:
    """Drill all checks over the first `sample` articles of a request's inputs. Raises UntrustedError if there is none.

    The same seed over the same input plants the same faults.
    """
    with running(replace(request, out=None), progress) as run:
        pipeline.load(run)
        total = run.tables["articles"].rows
        rows = _first(run.engine, run.tables, sample)
    if not rows["articles"]:
        raise UntrustedError("there is no article to plant faults in", where=", ".join(request.inputs))
    today = request.config.as_of or datetime.now(UTC).date()
    config = replace(request.config, as_of=today)
    clean = _gate(rows, rows, replace(config, select=None, ignore=()), request.jobs)
    made = []
    for name in registry.names("checks"):
        progress(name)
        made.append(_drilled(name, rows, clean.findings.get(name, {}), config, (today, seed, request.jobs)))
    return DrillReport(tuple(made), len(rows["articles"]), total, seed)


def _first(engine: Engine, tables: Mapping[str, Stored], sample: int) -> Mapping[str, list[Row]]:
    """The first articles as they were loaded, their teasers, and the rejects."""
    articles = _rows(engine, tables["articles"], sample)
    teasers = [row for row in _rows(engine, tables["teasers"], None) if row["article_row"] < len(articles)]
    return {"articles": articles, "teasers": teasers, "rejects": _rows(engine, tables["rejects"], sample)}


def _rows(engine: Engine, stored: Stored, most: int | None) -> list[Row]:
    rows: list[Row] = []
    for batch in engine.scan(stored):
        rows.extend(batch.slice(0, None if most is None else most - len(rows)).to_pylist())
        if most is not None and len(rows) >= most:
            break
    return rows


@dataclass(frozen=True, slots=True)
class _Gated:
    """What the gate said of a copy: findings by check, the results of the checks, and the verdict."""

    findings: Mapping[str, Found]
    checks: Mapping[str, CheckResult]
    verdict: Verdict


def _gate(rows: Mapping[str, list[Row]], earlier: Mapping[str, list[Row]] | None, config: Config, jobs: int) -> _Gated:
    """Run the gate over a copy of the data, as against an earlier version of it if there is one."""
    with tempfile.TemporaryDirectory(prefix="copydesk-drill-") as base:
        folder, before = Path(base) / "copy", Path(base) / "earlier"
        _write(rows, folder)
        if earlier:
            _write(earlier, before)
            pq.write_table(pa.Table.from_pylist(earlier["articles"], ARTICLES), before / "articles.parquet")
        request = Request((str(folder),), config, jobs=jobs, against=before if earlier else None)
        with running(request) as run:
            report = pipeline.check(run)
            found: dict[str, dict[Spot, frozenset[str]]] = {}
            for batch in run.engine.scan(run.tables["findings"], ("check", *_PLACE, "kind")):
                for row in batch.to_pylist():
                    place = (row["table"], row["row"], row["source"] if row["table"] == DATASET else None)
                    own = found.setdefault(row["check"], {})
                    own[place] = own.get(place, frozenset()) | {row["kind"]}
    return _Gated(found, {each.check: each for each in report.checks}, report.verdict)


def _write(rows: Mapping[str, list[Row]], folder: Path) -> None:
    """The tables as a folder that --out wrote, identities made anew."""
    folder.mkdir()
    for name, schema in _SCHEMAS.items():
        table = pa.Table.from_pylist(rows[name], schema=schema)
        pq.write_table(_identified(table) if name == "articles" else table, folder / f"{name}.parquet")
    others = sorted({name for row in rows["articles"] if row["extra"] for name in orjson.loads(row["extra"])})
    columns = {"drill": {"mapped": {}, "unmapped": others}}
    (folder / MANIFEST).write_bytes(orjson.dumps({"columns": columns}))


def _identified(articles: pa.Table) -> pa.Table:
    hashes = content_hashes(articles["headline"], articles["article_body"])
    articles = articles.set_column(articles.schema.get_field_index("content_hash"), "content_hash", hashes)
    keys = pa.compute.coalesce(articles["uri"], articles["url"], hashes)
    return articles.set_column(articles.schema.get_field_index("key"), "key", keys).cast(LOADED_ARTICLES)


def _drilled(
    name: str, rows: Mapping[str, list[Row]], clean: Found, config: Config, of: tuple[date, int, int]
) -> CheckDrill:
    """Plant the faults of one drill and send the copy through the gate."""
    today, seed, jobs = of
    if name not in registry.names("drills"):
        return CheckDrill(name, NO_DRILL)
    faults: Sequence[Fault] = registry.load("drills", name).FAULTS
    spared = {table: {row for where, row, _ in clean if where == table and row is not None} for table in rows}
    random = Random(f"{seed} {name}")  # noqa: S311 - a drill must be the same each time
    desk = Desk(rows, random, today, spared, config.options.get(name, {}))
    count = max(1, min(COUNT, int(SHARE * len(rows["articles"]))))
    places = [tuple(fault.plant(desk, count)) for fault in faults]
    if not any(places):
        return CheckDrill(name, NOTHING)
    if name not in config.chosen():
        return CheckDrill(name, OFF, tuple(_judged(*each, {}, desk) for each in zip(faults, places, strict=True)))
    earlier = rows if VERSIONS in registry.check_class(name).tables() else None
    said = _gate(desk.rows, earlier, replace(config, select=(name,), ignore=()), jobs)
    found = said.findings.get(name, {})
    judged = tuple(_judged(*each, found, desk) for each in zip(faults, places, strict=True))
    cried = [_where(place, desk) for place in _cries(found, clean, [each for some in places for each in some])]
    return CheckDrill(name, _word(said, name, config), judged, len(cried), tuple(cried[:TOLD]))


def _judged(fault: Fault, places: Sequence[Place], found: Found, desk: Desk) -> Drilled:
    missed = [place for place in places if not any(_tells(found.get(each), place) for each in _keys(place))]
    told = tuple(_where((place.table, place.row, place.source), desk) for place in missed[:TOLD])
    return Drilled(fault.strength, fault.does, len(places), len(places) - len(missed), fault.least, told)


def _tells(kinds: frozenset[str] | None, place: Place) -> bool:
    """Whether what was found at a place, if anything, is the fault that was planted there."""
    return kinds is not None and (place.kind is None or place.kind in kinds)


def _keys(place: Place) -> Iterator[Spot]:
    """Where the finding of a planted fault may stand."""
    if place.row is None:
        yield (DATASET, None, place.source)
    else:
        yield from ((place.table, row, None) for row in (place.row, *place.also))


def _cries(found: Found, clean: Found, places: Sequence[Place]) -> list[Spot]:
    planted = {each for place in places for each in _keys(place)}
    return [each for each in found if each not in clean and each not in planted]


def _where(place: Spot, desk: Desk) -> str:
    """A place in words: file and line where there is a row."""
    table, number, source = place
    if number is None:
        return f"source {source}" if source else "the dataset"
    row: dict[str, Any] = desk.rows[table][number]
    line = f":{row['source_line']}" if row.get("source_line") else ""
    return f"{row.get('source_file')}{line} ({table}, row {number})"


def _word(said: _Gated, name: str, config: Config) -> str:
    """What the policy makes of the findings of a check."""
    if said.verdict is Verdict.UNTRUSTED:
        return BLOCKS
    severities = FAILING["error" if config.fail_on == "never" else config.fail_on]
    return BLOCKS if any(each.severity in severities for each in said.checks[name].outcomes) else TELLS
