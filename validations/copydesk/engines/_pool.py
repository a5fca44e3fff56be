"""Worker processes: the same function over many tasks, in their order."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Any, Self, TypeVar

from copydesk.errors import UntrustedError
from copydesk.runtime import collect_rarely, keep_memory

T = TypeVar("T")
R = TypeVar("R")

MANY = 8
"""Tasks of a verb for which it pays to start processes; parts of an input are worth it from two on."""
AHEAD = 4
"""Tasks handed out a worker before the first result is taken: results wait in memory."""
PRELOADED = ("copydesk.intake", "copydesk.examine", "pandas")
"""Modules that a check's worker processes need. pyarrow imports pandas when it first meets it."""


class Pool:
    """Runs tasks in `jobs` processes, or in this one when `jobs` is 1.

    Processes start when there is enough to do: a small input is done before one would have started, unless this run
    has something else to do meanwhile (`start`). They are forked from a clean server process that has pyarrow loaded,
    so that no thread of this process is copied, and so that a worker starts in milliseconds.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._apart: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in filter(None, (self._executor, self._apart)):
            each.shutdown(cancel_futures=True)

    def start(self) -> None:
        """Give all tasks from now on to worker processes, however few they are."""
        self._workers(enough=True)

    def apart(self, function: Callable[..., R], *arguments: Any) -> Callable[[], R]:
        """Begin something in a process of its own, the same for all calls; what comes back waits for the result.

        When `jobs` is 1 the function is called in this process, and only if somebody waits for it.
        """
        if self.jobs == 1:
            return partial(function, *arguments)
        self._apart = self._apart or _processes(1)
        future = self._apart.submit(function, *arguments)
        return lambda: _result(future)

    def _workers(self, *, enough: bool) -> ProcessPoolExecutor | None:
        if self._executor is None and self.jobs > 1 and enough:
            self._executor = _processes(self.jobs)
        return self._executor

    def map(self, function: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """The results in the order of the tasks. Raises what the function raises."""
        executor = self._workers(enough=len(tasks) >= MANY)
        if executor is None:
            yield from map(function, tasks)
            return
        waiting: list[Future[R]] = []
        for task in tasks:
            waiting.append(executor.submit(function, task))
            if len(waiting) > AHEAD * self.jobs:
                yield _result(waiting.pop(0))
        for future in waiting:
            yield _result(future)

    def submit_all(self, function: Callable[[T], R], tasks: Sequence[T]) -> Callable[[], list[R]]:
        """Start all tasks at once; the call that comes back waits for their results."""
        executor = self._workers(enough=len(tasks) > 1)
        if executor is None:
            return lambda: [function(task) for task in tasks]
        futures = [executor.submit(function, task) for task in tasks]
        return lambda: [_result(future) for future in futures]


def warm(modules: Sequence[str] = PRELOADED) -> None:
    """Start the server that worker processes are forked from, so that it is there when the first is wanted.

    `modules` are what it imports, once for all of them.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        _context(modules)
        forkserver.ensure_running()


def _context(modules: Sequence[str] = PRELOADED) -> BaseContext:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    # numpy asks for pages of 2 MB, and the system zeroes each whole, for arrays that live for a moment
    os.environ.setdefault("NUMPY_MADVISE_HUGEPAGE", "0")
    # nothing here is linear algebra, and threads that wait for some spin
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context.set_forkserver_preload(list(modules))
    return context


def _processes(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_settle_in)


def _settle_in() -> None:
    collect_rarely()
    keep_memory()


def _result(future: Future[R]) -> R:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise UntrustedError(
            "a worker process died, as it does when memory runs out", remedy="Run again with --jobs 1."
        ) from error
