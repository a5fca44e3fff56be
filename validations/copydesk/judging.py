"""Great Expectations for the pipeline: imported in a process of its own while others load, then asked there.

To import it takes seconds of one processor. In the process that hands out the work, a thread that imports would hold
up all others.
"""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path

from copydesk.engines._pool import Pool
from copydesk.gate import Judgement, Sheet

EXPECTATIONS = "copydesk.expectations"


def get_ready(pool: Pool) -> None:
    """Begin to import Great Expectations, where there is a process to do so."""
    pool.apart(_import)


def ask(pool: Pool, sheets: Sequence[Sheet], docs: Path | None = None) -> Callable[[], Judgement]:
    """What Great Expectations says of some sheets, for the call that waits: it raises as expectations.judge does."""
    return pool.apart(_judge, sheets, docs)


def _import() -> None:
    importlib.import_module(EXPECTATIONS)


def _judge(sheets: Sequence[Sheet], docs: Path | None) -> Judgement:
    said: Judgement = importlib.import_module(EXPECTATIONS).judge(sheets, docs)
    return said
