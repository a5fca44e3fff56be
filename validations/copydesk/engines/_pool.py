"""Worker processes: the same function over many tasks, in their order."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Self, TypeVar

from copydesk.errors import UntrustedError
from copydesk.runtime import collect_rarely

T = TypeVar("T")
R = TypeVar("R")

MANY = 8
"""Tasks of a verb for which it pays to start processes; parts of an input are worth it from two on."""
AHEAD = 4
"""Tasks handed out a worker before the first result is taken: results wait in memory."""


class Pool:
    """Runs tasks in `jobs` processes, or in this one when `jobs` is 1.

    Processes start when there is enough to do: a small input is done before one would have started. They are forked
    from a clean server process that has pyarrow loaded, so that no thread of this process is copied, and so that a
    worker starts in milliseconds.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._executor:
            self._executor.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            # pyarrow imports pandas when it first meets it: once here, not once a worker
            context.set_forkserver_preload(["copydesk.intake", "copydesk.examine", "pandas"])
        return ProcessPoolExecutor(self.jobs, mp_context=context, initializer=collect_rarely)

    @property
    def started(self) -> bool:
        """Whether there are worker processes."""
        return self._executor is not None

    def _workers(self, enough: bool) -> ProcessPoolExecutor | None:
        if self._executor is None and self.jobs > 1 and enough:
            self._executor = self._start()
        return self._executor

    def map(self, function: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """The results in the order of the tasks. Raises what the function raises."""
        executor = self._workers(len(tasks) >= MANY)
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
        executor = self._workers(len(tasks) > 1)
        if executor is None:
            return lambda: [function(task) for task in tasks]
        futures = [executor.submit(function, task) for task in tasks]
        return lambda: [_result(future) for future in futures]


def _result(future: Future[R]) -> R:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise UntrustedError(
            "a worker process died, as it does when memory runs out", remedy="Run again with --jobs 1."
        ) from error
