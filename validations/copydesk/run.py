"""One run: what was asked for, its folder of results, its engine, and how it is watched."""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.config import Config
from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.errors import OutputError
from copydesk.folders import swap, usable, write_parquet
from copydesk.inputs import named
from copydesk.model import ColumnMap

ENOUGH, ENOUGH_BYTES = 4096, 12 << 20
"""Rows, or bytes, of a batch that is not joined with the next: of files with one article each a few make a batch."""


@dataclass(frozen=True, slots=True)
class Request:
    """One run: what to read, by which rules, and where to write.

    `frame` is a DataFrame or an Arrow table that stands in for inputs. `form` names the loader for every input.
    `stdin` holds the bytes of the input `-`. `docs` is a folder for Data Docs, `schema` the text of the user's own
    JSON Schema. `listed` is the number of findings of each check that the report shall hold if it is more than the
    configuration's sample. `quarantine` is a folder for sound and refused rows apart, `against` the earlier version of
    the dataset. `history` is the file that keeps what each run found. `options` are what the report shall say of the
    command line, as model.Report has them.
    """

    inputs: tuple[str, ...]
    config: Config
    out: Path | None = None
    jobs: int = 1
    form: str | None = None
    stdin: bytes | None = None
    frame: Any = None
    docs: Path | None = None
    schema: str | None = None
    listed: int = 0
    quarantine: Path | None = None
    history: Path | None = None
    against: Path | None = None
    options: tuple[str, ...] | None = None


Progress = Callable[[str], None]
"""Told the name of each step as it begins."""


def silent(_: str) -> None:
    """A progress that nobody sees."""


@dataclass(slots=True)
class Run:
    """The state of one run: its folder of results, its engine, and what it has learnt so far."""

    request: Request
    folder: Path
    engine: LocalEngine
    pool: Pool
    writer: ThreadPoolExecutor
    progress: Progress
    as_of: date
    tables: dict[str, Stored] = field(default_factory=dict)
    published: Stored | None = None
    columns: dict[str, ColumnMap] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    writing: list[Future[None]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step and show it."""
        self.progress(name)
        start = time.perf_counter()
        yield
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.perf_counter() - start, 3)

    @property
    def scratch(self) -> Path:
        """Where temporary tables go."""
        return self.folder.with_name(f"{self.folder.name}-scratch")


@contextmanager
def running(request: Request, progress: Progress = silent) -> Iterator[Run]:
    """A run in a folder of its own, which is swapped in as --out when all went well, and else removed.

    Raises OutputError, as `usable` does, before anything is loaded.
    """
    for folder in (request.out, request.quarantine):
        if folder:
            usable(folder)
    _apart(request)
    parent = request.out.absolute().parent if request.out else None
    if parent:
        parent.mkdir(parents=True, exist_ok=True)
    base_folder = tempfile.TemporaryDirectory(prefix=".copydesk-", dir=parent)
    with base_folder as base, Pool(request.jobs) as pool, ThreadPoolExecutor(1) as writer:
        folder, scratch = Path(base) / "out", Path(base) / "out-scratch"
        folder.mkdir()
        scratch.mkdir()
        as_of = request.config.as_of or datetime.now(UTC).date()
        config = replace(request.config, as_of=as_of)
        request = replace(request, config=config)
        yield Run(request, folder, LocalEngine(scratch, pool), pool, writer, progress, as_of)
        if request.out:
            swap(folder, request.out)


def _apart(request: Request) -> None:
    """Raises OutputError if what is read or kept lies in a folder that is written: that is replaced whole."""
    for option, folder in _replaced(request):
        for name, place in (*_held(request), *_replaced(request)):
            if name != option and place.resolve().is_relative_to(folder.resolve()):
                raise OutputError(
                    f"{name} {place} lies there, and would be lost: the folder is replaced whole",
                    where=f"{option} {folder}",
                    remedy="Name another folder to write.",
                )


def _replaced(request: Request) -> Sequence[tuple[str, Path]]:
    folders = (("--out", request.out), ("--quarantine", request.quarantine))
    return [(option, folder) for option, folder in folders if folder]


def _held(request: Request) -> Iterator[tuple[str, Path]]:
    """What a run reads, and what it keeps besides its folders, by what names it."""
    config = request.config
    yield from (
        ("INPUT", path) for each in request.inputs if request.frame is None and each != "-" for path in named(each)
    )
    for name, place in (
        ("--seen", config.seen),
        ("--against", request.against),
        ("--baseline", config.baseline),
        ("--waivers", config.waivers),
        ("--history", request.history),
        ("--format gx-docs", request.docs),
    ):
        if place:
            yield name, Path(place)


def write(run: Run, name: str, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    """One table of the run: steps read it from the scratch folder; a thread writes its Parquet meanwhile, for --out."""
    run.tables[name] = run.engine.store(gathered(batches), schema)
    if run.request.out is None:
        return
    file = run.folder / f"{name}.parquet"
    run.writing.append(run.writer.submit(write_parquet, file, schema, run.engine.scan(run.tables[name])))


def gathered(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows in batches that are worth the work that each of them takes; none is empty."""
    waiting: list[pa.RecordBatch] = []
    for batch in chain(batches, (None,)):
        full = sum(each.num_rows for each in waiting) >= ENOUGH or sum(each.nbytes for each in waiting) >= ENOUGH_BYTES
        if waiting and (full or batch is None):
            yield from pa.Table.from_batches(waiting).combine_chunks().to_batches()
            waiting = []
        if batch is not None and batch.num_rows:
            waiting.append(batch)
