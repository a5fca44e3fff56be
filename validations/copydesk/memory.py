"""What a run is held against: a baseline, waivers, the earlier version of the dataset, and what earlier runs found."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from copydesk import baseline, comparing, history, portrait, settle, waivers
from copydesk.damage import intact
from copydesk.engines import Stored
from copydesk.inputs import discover, is_written
from copydesk.intake import bundles, load_bundle
from copydesk.marks import Marks
from copydesk.model import Report
from copydesk.run import Run, gathered, write
from copydesk.tables import ARTICLES


@dataclass(frozen=True, slots=True)
class Memory:
    """How findings are marked, and the lines of the history; `past` is null where none is kept."""

    marks: Marks
    past: pa.Table | None


def recall(run: Run) -> Memory:
    """What is known before anything is loaded, so that a file that is not there or faulty costs nobody a run.

    Raises UsageError and InputNotFoundError.
    """
    request, config = run.request, run.request.config
    if request.against:
        discover([str(request.against)])
        if is_written(request.against):
            comparing.opened(request.against)
    marks = Marks(
        as_of=run.as_of,
        baseline=baseline.read(config.baseline) if config.baseline else None,
        waivers=waivers.read(config.waivers) if config.waivers else (),
    )
    return Memory(marks, history.read(request.history) if request.history else None)


def compare(run: Run, tally: pa.Table) -> comparing.Compared | None:
    """This version of the dataset against the earlier one, if that is named. `tally`: what a survey counted."""
    folder = run.request.against
    if folder is None:
        return None
    earlier = comparing.opened(folder) if is_written(folder) else _loaded(run, folder)
    with intact(folder, errors=(OSError,)):
        compared = comparing.compare(run.engine, str(folder), earlier, run.tables["articles"])
        before = run.engine.fold(earlier, portrait.survey, portrait.merge, portrait.SURVEYED)
    compared = compared.with_contrasts(portrait.contrasts(before, tally))
    write(run, "differences", comparing.DIFFERENCES, run.engine.scan(compared.differences))
    return compared


def keep(run: Run, memory: Memory, report: Report) -> None:
    """The history with the lines of this run, if one is kept."""
    if run.request.history and memory.past is not None:
        history.append(run.request.history, memory.past, report, datetime.now(UTC))


def _loaded(run: Run, folder: Path) -> Stored:
    """The articles of an earlier version that is not loaded yet, by the rules of this one."""
    config, scratch = run.request.config, run.scratch / "earlier"
    scratch.mkdir()
    parts = bundles(discover([str(folder)], config.exclude).files, scratch, config.columns)
    articles = settle.spilled(run.pool.submit_all(load_bundle, parts)(), "articles")
    orders = settle.date_orders(run.engine, articles)
    return run.engine.store(gathered(settle.settled_articles(run.engine, articles, orders, config.zones)), ARTICLES)
