"""The Python interface: check inputs, a DataFrame or an Arrow table, and get a report with its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk import config as configuration
from copydesk import model, pipeline
from copydesk.config import Config
from copydesk.errors import InputNotFoundError, UsageError
from copydesk.renderers import json
from copydesk.run import Request, running

Input = str | PathLike[str]


@dataclass(frozen=True, kw_only=True)
class Report(model.Report):
    """A report with the tables it speaks of, as Arrow: their columns are those of the Parquet files of --out."""

    articles: pa.Table
    teasers: pa.Table
    rejects: pa.Table
    findings: pa.Table
    stories: pa.Table
    relations: pa.Table


TABLES = ("articles", "teasers", "rejects", "findings", "stories", "relations")


def check(
    inputs: Input | Sequence[Input] | Any,
    config: Config | Input | None = None,
    *,
    out: Input | None = None,
    jobs: int = 1,
) -> Report:
    """Check a dataset.

    `inputs` is a path or glob pattern, several of them, a pandas DataFrame, an Arrow table, or whatever else offers
    itself as an Arrow stream; a frame has one row an article, and columns under any names that the alias table knows
    or that `config.columns` maps. The index of a DataFrame is not read. `config` is a Config, the path of a
    configuration file, or null for the defaults (no file is looked for). `out` is a folder to write, as --out does.
    With `jobs` over 1, worker processes load and check: guard your script by `if __name__ == "__main__"`.

    Returns a Report; `report.verdict` is passed, blocked or untrusted, `report.findings` has one row a fault and
    `report.articles` one row an article, in the order of the input. A date that is null was not decided; its raw
    string is beside it. Raises UsageError for bad use, UntrustedError if a check or Great Expectations crashed.

    >>> import pandas as pd
    >>> import copydesk
    >>> frame = pd.DataFrame({"title": ["Ferry back in service"], "text": ["The ferry sails again. " * 20]})
    >>> report = copydesk.check(frame)
    >>> str(report.verdict), report.articles.num_rows
    ('passed', 1)
    >>> report.findings["kind"].unique().to_pylist()
    ['column-absent']
    """
    request = Request(_names(inputs), _settings(config), _path(out, "out"), _jobs(jobs))
    if not request.inputs:
        request = replace(request, frame=inputs)
    with running(request) as run:
        made = pipeline.check(run)
        # the batches are mapped files of the run's folder: they stay readable when it is gone
        stored = {name: run.tables[name] for name in TABLES}
        tables = {name: pa.Table.from_batches(run.engine.scan(each), each.schema) for name, each in stored.items()}
    return Report(**{each.name: getattr(made, each.name) for each in fields(made)}, **tables)


def read(folder: Input) -> Report:
    """The report of a folder that --out or `check(..., out=...)` wrote, with its tables.

    Raises InputNotFoundError if the folder holds no report, UsageError if the report is of another version.
    """
    file = Path(folder, "report.json")
    if not file.is_file():
        raise InputNotFoundError("holds no report.json", where=str(folder), remedy="Name a folder that --out wrote.")
    made = json.parse(file.read_text(encoding="utf-8"))
    tables = {name: pq.read_table(Path(folder, f"{name}.parquet"), memory_map=False) for name in TABLES}
    return Report(**{each.name: getattr(made, each.name) for each in fields(made)}, **tables)


def _settings(config: Any) -> Config:
    """The configuration, known to be sound. Raises UsageError."""
    if isinstance(config, Config):
        return configuration.checked(config)
    return configuration.read(_path(config, "config", "a Config, or the path of a configuration file"))


def _path(given: Any, name: str, wanted: str = "the path of a folder") -> Path | None:
    """The path that an argument names, or null. Raises UsageError for what is none, or empty."""
    if given is None:
        return None
    if not isinstance(given, (str, PathLike)) or not fspath(given):
        raise UsageError(f"{name} is {given!r}", remedy=f"Give {wanted}, or leave it out.")
    return Path(given)


def _jobs(jobs: Any) -> int:
    """The number of worker processes. Raises UsageError."""
    if not isinstance(jobs, int) or jobs < 1:
        raise UsageError(f"jobs is {jobs!r}", remedy="Give a whole number, 1 or more.")
    return jobs


def _names(inputs: Any) -> tuple[str, ...]:
    """The paths among inputs; none for a frame. Raises UsageError for anything else."""
    if isinstance(inputs, (str, PathLike)):
        return (fspath(inputs),)
    if isinstance(inputs, (list, tuple)) and inputs and all(isinstance(each, (str, PathLike)) for each in inputs):
        return tuple(fspath(each) for each in inputs)
    if hasattr(inputs, "__arrow_c_stream__") or isinstance(inputs, pa.RecordBatch) or hasattr(inputs, "iterrows"):
        return ()
    raise UsageError(
        f"{type(inputs).__name__} is no input",
        remedy="Give a path, a list of paths, a pandas DataFrame or an Arrow table.",
    )
