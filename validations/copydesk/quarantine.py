"""Sound rows and refused rows apart: every row in exactly one of two folders, with the same columns.

    sound/articles.parquet teasers.parquet rejects.parquet (empty)      an input for other runs
    refused/articles.parquet teasers.parquet rejects.parquet            with reasons.parquet, the findings that say why

A row is refused if it bears a new finding of a severity that blocks, whether or not the check is within its limit. The
teasers of a refused article go with it; a refused teaser leaves its article where it is. Rows keep their numbers.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.folders import fresh, write_manifest, write_parquet
from copydesk.gate import FAILING
from copydesk.model import Severity, Status
from copydesk.tables import REJECTS

SOUND, REFUSED = "sound", "refused"
ROWS = ("articles", "teasers")
Mask = np.ndarray[Any, np.dtype[np.bool_]]


def blocking(fail_on: str) -> tuple[Severity, ...]:
    """The severities whose findings refuse a row; where nothing blocks, those that would by default."""
    return FAILING["error" if fail_on == "never" else fail_on]


def set_apart(engine: Engine, tables: Mapping[str, Stored], fail_on: str, folder: Path) -> str:
    """Both folders in place of an earlier one; returns a sentence on how many articles are in each."""
    with fresh(folder) as made:
        sound, refused = write(engine, tables, blocking(fail_on), made)
        for each in (made, made / SOUND):
            write_manifest(each, {"quarantine": True})
    return f"Quarantine in {folder}: {sound:,} sound and {refused:,} refused articles."


def write(
    engine: Engine, tables: Mapping[str, Stored], severities: tuple[Severity, ...], folder: Path
) -> tuple[int, int]:
    """Write both folders into an empty one; returns how many articles are sound and refused."""
    refused = {name: np.zeros(tables[name].rows, bool) for name in ROWS}
    for batch in _reasons(engine, tables, severities):
        for name, mask in refused.items():
            mask[batch.filter(pc.equal(batch.column("table"), name)).column("row").to_numpy()] = True
    for name in (SOUND, REFUSED):
        (folder / name).mkdir()
    _part(engine, tables, "articles", refused["articles"], folder)
    carried = [batch.column("article_row").to_numpy() for batch in engine.scan(tables["teasers"], ("article_row",))]
    owners = np.concatenate([np.zeros(0, np.int64), *carried])
    _part(engine, tables, "teasers", refused["teasers"] | refused["articles"][owners], folder)
    write_parquet(folder / SOUND / "rejects.parquet", REJECTS, iter(()))
    write_parquet(folder / REFUSED / "rejects.parquet", REJECTS, engine.scan(tables["rejects"]))
    write_parquet(folder / REFUSED / "reasons.parquet", tables["findings"].schema, _reasons(engine, tables, severities))
    count = int(refused["articles"].sum())
    return tables["articles"].rows - count, count


def _reasons(
    engine: Engine, tables: Mapping[str, Stored], severities: tuple[Severity, ...]
) -> Iterator[pa.RecordBatch]:
    """The findings that refuse a row."""
    wanted = pa.array([str(each) for each in severities])
    places = pa.array([*ROWS, "rejects"])
    for batch in engine.scan(tables["findings"]):
        new = pc.equal(batch.column("status"), str(Status.NEW))
        grave = pc.is_in(batch.column("severity"), value_set=wanted)
        found = batch.filter(pc.and_(pc.and_(new, grave), pc.is_in(batch.column("table"), value_set=places)))
        if found.num_rows:
            yield found


def _part(engine: Engine, tables: Mapping[str, Stored], name: str, refused: Mask, folder: Path) -> None:
    """One table in two files, by the numbers of its rows."""
    schema = tables[name].schema

    def rows(*, wanted: bool) -> Iterator[pa.RecordBatch]:
        for batch in engine.scan(tables[name]):
            chosen = batch.filter(pa.array(refused[batch.column("row").to_numpy()] == wanted))
            if chosen.num_rows:
                yield chosen

    write_parquet(folder / SOUND / f"{name}.parquet", schema, rows(wanted=False))
    write_parquet(folder / REFUSED / f"{name}.parquet", schema, rows(wanted=True))
