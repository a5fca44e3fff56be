"""copydesk: a data-quality gate for news datasets.

`copydesk.check(...)` and `copydesk.read(...)` are the Python interface; it is loaded when it is first asked for, so
that the command line can answer `--help` without loading Arrow.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.api import Report, check, read

__all__ = ["Report", "check", "read"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("copydesk.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
