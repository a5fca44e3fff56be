"""The checks as expectations of Great Expectations, for suites of your own over pandas and Spark.

    from copydesk.gx import ExpectTeasersToBeWhole

    suite.add_expectation(ExpectTeasersToBeWhole(column="teaser", body_column="text"))

There is one for each check that looks at a field of articles or teasers. Its name is what the check `expects`, else
`ExpectNo` and the check's own: `ExpectNoShortBody` for `short-body`. It takes `column`, the column to look at; `field`,
what that column holds where the check may look at several; a column for each other field that the check reads
(`body_column` for `article_body`); the check's options; and `mostly`, as every expectation. Both engines run the same
functions over Arrow. Importing this module imports Great Expectations and registers all of them.
"""

from typing import Any

from copydesk.gx._classes import expectations

EXPECTATIONS = {made.__name__: made for made in expectations()}
"""By name, the class of each."""

__all__ = ["EXPECTATIONS"]


def __getattr__(name: str) -> Any:
    if name in EXPECTATIONS:
        return EXPECTATIONS[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *EXPECTATIONS])
