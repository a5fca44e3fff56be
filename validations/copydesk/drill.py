"""Known faults, planted into a copy of the user's own articles and sent through the user's own gate.

Each check has a run of its own, over a copy that holds the faults of its drill and no others. A planted fault is
caught if the check has a new finding at its place, and let pass if a waiver or the baseline covers all that it has
there; a new finding at any other place, that the clean copy does not have, is a cry. Copies stand in temporary folders
alone.
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

from copydesk import gate, pipeline, registry
from copydesk.comparing import TABLE as VERSIONS
from copydesk.config import Config
from copydesk.drills import Desk, Fault, Place, Row
from copydesk.engines import Engine, Stored
from copydesk.engines._pool import Pool
from copydesk.errors import UntrustedError
from copydesk.examine import DATASET
from copydesk.gate import FAILING
from copydesk.inputs import MANIFEST
from copydesk.model import CheckResult, Severity, Status, Verdict
from copydesk.run import Request, running, silent
from copydesk.tables import ARTICLES, LOADED_ARTICLES, LOADED_TEASERS, REJECTS, content_hashes

COUNT = 20
"""Faults of a sort that are planted, at most."""
SHARE = 0.1
"""Share of the articles that one sort of fault may take, at most: a source is judged by its sound rows."""
APART = 10_000
"""Articles up to which checks are drilled side by side, each by one process; more would be too many to copy."""
NEEDS = "articles without findings of its own"
"""What a drill takes that does not say it itself."""
TOLD = 3
"""Missed faults and cries that are told of each sort."""
BLOCKS, TELLS, OFF, NOTHING, NO_DRILL = "blocks", "tells", "off", "nothing-planted", "no-drill"
FATES = (Status.NEW, Status.WAIVED, Status.KNOWN)
"""What may become of a fault that is found, in the order in which it counts."""
_SCHEMAS = {"articles": LOADED_ARTICLES, "teasers": LOADED_TEASERS, "rejects": REJECTS}
_PLACE = ("table", "row", "source")
Spot = tuple[str, int | None, str | None]
"""Table, row, and of a finding of the dataset the source."""
Told = tuple[str, Status, Severity]
Found = Mapping[Spot, frozenset[Told]]
"""What one check found, by where: of each finding its kind, whether it counts, and how much it weighs."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """How one sort of fault fared: `missed` names the places of some that were not found.

    `waived` and `known` were found, and let pass by a waiver or the baseline: they are neither caught nor missed.
    `light` are those among the caught whose findings weigh too little to block.
    """

    strength: str
    does: str
    planted: int
    caught: int
    least: float
    missed: tuple[str, ...]
    waived: int = 0
    known: int = 0
    light: int = 0

    @property
    def lost(self) -> int:
        """Faults that were not found."""
        return self.planted - self.caught - self.waived - self.known

    @property
    def enough(self) -> bool:
        """Whether the stated share was caught, of what nobody lets pass."""
        return self.caught >= self.least * (self.planted - self.waived - self.known)


@dataclass(frozen=True, slots=True)
class CheckDrill:
    """How one check fared.

    `gate` is what the user's policy makes of its findings: blocks, tells, off (the check does not run),
    nothing-planted (no row can take its faults, or all have them already: `needs` says what rows it takes) or
    no-drill. `cries` are findings where nothing was planted.
    """

    check: str
    gate: str
    faults: tuple[Drilled, ...] = ()
    cries: int = 0
    cried: tuple[str, ...] = ()
    needs: str = ""

    @property
    def planted(self) -> int:
        """Faults planted, of all sorts."""
        return sum(each.planted for each in self.faults)

    @property
    def caught(self) -> int:
        """Faults caught, of all sorts."""
        return sum(each.caught for each in self.faults)

    @property
    def waived(self) -> int:
        """Faults that a waiver lets pass, of all sorts."""
        return sum(each.waived for each in self.faults)

    @property
    def known(self) -> int:
        """Faults that the baseline lets pass, of all sorts."""
        return sum(each.known for each in self.faults)

    @property
    def light(self) -> int:
        """Faults caught whose findings weigh too little to block, of all sorts."""
        return sum(each.light for each in self.faults)

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

    @property
    def on_guard(self) -> int:
        """Faults planted for checks that block."""
        return sum(each.planted for each in self.checks if each.gate == BLOCKS)

    @property
    def blocked(self) -> int:
        """Those of them that the gate blocks on."""
        return sum(each.caught - each.light for each in self.checks if each.gate == BLOCKS)


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
        counts = {name: len(each) for name, each in rows.items()}
        why = gate.doubts(counts, request.inputs, pa.Table.from_pylist(rows["rejects"], REJECTS))
        where = ", ".join(request.inputs)
        raise UntrustedError("there is no article to plant faults in", where=where, remedy=" ".join(why))
    config = replace(request.config, as_of=request.config.as_of or datetime.now(UTC).date())
    clean = _gate(rows, rows, replace(config, select=None, ignore=()), request.jobs).findings
    names, made = registry.names("checks"), []
    # a process that does one gate after another imports Great Expectations once
    apart = len(rows["articles"]) <= APART
    drilled = _Drilling(rows, clean, config, seed, 1 if apart else request.jobs)
    with Pool(request.jobs if apart else 1) as pool:
        for each in pool.map(drilled, names):
            progress(each.check)
            made.append(each)
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
            found: dict[str, dict[Spot, frozenset[Told]]] = {}
            for batch in run.engine.scan(run.tables["findings"], ("check", *_PLACE, "kind", "status", "severity")):
                for row in batch.to_pylist():
                    place = (row["table"], row["row"], row["source"] if row["table"] == DATASET else None)
                    own = found.setdefault(row["check"], {})
                    told = (row["kind"], Status(row["status"]), Severity(row["severity"]))
                    own[place] = own.get(place, frozenset()) | {told}
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


@dataclass(frozen=True, slots=True)
class _Drilling:
    """The name of a check -> how it fared with the faults of its drill, in a copy of the rows."""

    rows: Mapping[str, list[Row]]
    clean: Mapping[str, Found]
    config: Config
    seed: int
    jobs: int

    def __call__(self, name: str) -> CheckDrill:
        if name not in registry.names("drills"):
            return CheckDrill(name, NO_DRILL)
        module, config, clean = registry.load("drills", name), self.config, self.clean.get(name, {})
        faults: Sequence[Fault] = module.FAULTS
        desk = self._desk(name)
        count = max(1, min(COUNT, int(SHARE * len(self.rows["articles"]))))
        places = [tuple(fault.plant(desk, count)) for fault in faults]
        if not any(places):
            return CheckDrill(name, NOTHING, needs=getattr(module, "NEEDS", NEEDS))
        if name not in config.chosen():
            return CheckDrill(
                name, OFF, tuple(_judged(*each, {}, desk, ()) for each in zip(faults, places, strict=True))
            )
        earlier = self.rows if VERSIONS in registry.check_class(name).tables() else None
        said = _gate(desk.rows, earlier, replace(config, select=(name,), ignore=()), self.jobs)
        found = said.findings.get(name, {})
        grave = FAILING["error" if config.fail_on == "never" else config.fail_on]
        judged = tuple(_judged(*each, found, desk, grave) for each in zip(faults, places, strict=True))
        cried = [_where(place, desk) for place in _cries(found, clean, [each for some in places for each in some])]
        return CheckDrill(name, _word(said, name, grave), judged, len(cried), tuple(cried[:TOLD]))

    def _desk(self, name: str) -> Desk:
        spared = {
            table: {row for where, row, _ in self.clean.get(name, {}) if where == table and row is not None}
            for table in self.rows
        }
        random = Random(f"{self.seed} {name}")  # noqa: S311 - a drill must be the same each time
        return Desk(self.rows, random, self.config.as_of or date.max, spared, self.config.options.get(name, {}))


def _judged(fault: Fault, places: Sequence[Place], found: Found, desk: Desk, grave: Sequence[Severity]) -> Drilled:
    fates = [_fate(place, found) for place in places]
    missed = [place for place, fate in zip(places, fates, strict=True) if fate is None]
    told = tuple(_where((place.table, place.row, place.source), desk) for place in missed[:TOLD])
    caught, waived, known = (sum(fate is not None and fate[0] is each for fate in fates) for each in FATES)
    light = sum(fate is not None and fate[0] is Status.NEW and fate[1] not in grave for fate in fates)
    return Drilled(fault.strength, fault.does, len(places), caught, fault.least, told, waived, known, light)


def _fate(place: Place, found: Found) -> tuple[Status, Severity] | None:
    """What became of a planted fault: that of the gravest finding that tells of it; null if none does."""
    told = (each for spot in _keys(place) for each in found.get(spot, ()) if place.kind in (None, each[0]))
    fates = [(status, severity) for _, status, severity in told]
    return min(fates, key=lambda fate: (FATES.index(fate[0]), fate[1].rank), default=None)


def _keys(place: Place) -> Iterator[Spot]:
    """Where the finding of a planted fault may stand."""
    if place.row is None:
        yield (DATASET, None, place.source)
    else:
        yield from ((place.table, row, None) for row in (place.row, *place.also))


def _cries(found: Found, clean: Found, places: Sequence[Place]) -> list[Spot]:
    planted = {each for place in places for each in _keys(place)}
    fresh = {each for each, told in found.items() if any(status is Status.NEW for _, status, _ in told)}
    return [each for each in found if each in fresh and each not in clean and each not in planted]


def _where(place: Spot, desk: Desk) -> str:
    """A place in words: file and line where there is a row."""
    table, number, source = place
    if number is None:
        # what states no source has that of its folder below the input, which for the input itself has no name
        return {None: "the dataset", ".": "the source without a name"}.get(source, f"source {source}")
    row: dict[str, Any] = desk.rows[table][number]
    line = f":{row['source_line']}" if row.get("source_line") else ""
    return f"{row.get('source_file')}{line} ({table}, row {number})"


def _word(said: _Gated, name: str, grave: Sequence[Severity]) -> str:
    """What the policy makes of the findings of a check."""
    if said.verdict is Verdict.UNTRUSTED:
        return BLOCKS
    return BLOCKS if any(each.severity in grave for each in said.checks[name].outcomes) else TELLS
