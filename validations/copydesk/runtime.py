"""How a process of ours runs."""

import gc


def collect_rarely() -> None:
    """Let the garbage collector look for cycles a hundred times less often than it is used to.

    Imports and records make objects by the hundred thousand, and hardly a cycle: looking for them took 6 % of the
    time to import Great Expectations.
    """
    gc.set_threshold(70_000, 20, 20)
