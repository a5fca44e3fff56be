"""How a process of ours runs."""

import ctypes
import gc
import sys


def collect_rarely() -> None:
    """Let the garbage collector look for cycles a hundred times less often than it is used to.

    Imports and records make objects by the hundred thousand, and hardly a cycle: looking for them took 6 % of the
    time to import Great Expectations.
    """
    gc.set_threshold(70_000, 20, 20)


_TRIM, _MAPPED = -1, -3
"""Parameters of mallopt(3): free memory at the top of the heap, and sizes of blocks, from which on the system is asked.
"""
_KEPT, _LARGE = 128 << 20, 32 << 20


def keep_memory() -> None:
    """Let this process keep the memory that it frees, up to 128 MB, and take blocks of up to 32 MB from that.

    Kernels make and drop arrays of megabytes all the time. The system would zero their pages each time anew: that took
    a tenth of a run. Only for the C library that has mallopt, which is glibc's.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_TRIM, _KEPT)
        mallopt(_MAPPED, _LARGE)
