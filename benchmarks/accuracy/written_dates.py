"""Date strings of which the truth is known because they were written from it: by CLDR's patterns, and by mutation.

`cldr` writes one moment in each language that much news is written in, in each width, with and without a time.
`mutated` puts around a string what pages put around it: labels, by-lines, entities, other spaces, other digits, marks
of direction. The same strings come out each time.
"""

import random
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, format_datetime

from copydesk.language.dates.names import COMMON

WIDTHS = ("full", "long", "medium", "short")
FIRST = datetime(1995, 1, 1, tzinfo=UTC)
DAYS = 365 * 31


class Written(NamedTuple):
    """A string, its language, the moment that it was written from, and whether it tells a time."""

    raw: str
    language: str
    moment: datetime
    timed: bool


def cldr() -> Iterator[Written]:
    draw = random.Random(20261101)
    for language in COMMON:
        locale = Locale.parse(language)
        for width in WIDTHS:
            for timed in (False, True):
                moment = FIRST + timedelta(days=draw.randrange(DAYS), minutes=draw.randrange(1440))
                raw = (
                    format_datetime(moment, width, locale=locale)
                    if timed
                    else format_date(moment.date(), width, locale=locale)
                )
                yield Written(raw, language, moment, timed)


def _digits(zero: str) -> Callable[[str], str]:
    table = {ord("0") + value: ord(zero) + value for value in range(10)}
    return lambda raw: raw.translate(table)


MUTATIONS: Mapping[str, Callable[[str], str]] = {
    "label before": lambda raw: f"Published: {raw}",
    "label behind": lambda raw: f"{raw} (updated)",
    "by-line": lambda raw: f"By Jane Doe | {raw}",
    "outlet behind": lambda raw: f"{raw} | Reuters",
    "reading time": lambda raw: f"{raw} · 4 min read",
    "comments": lambda raw: f"{raw} (12 comments)",
    "no-break spaces": lambda raw: raw.replace(" ", "\u00a0"),
    "narrow spaces": lambda raw: raw.replace(" ", "\u202f"),
    "entities": lambda raw: raw.replace(" ", "&nbsp;"),
    "numeric entities": lambda raw: raw.replace(" ", "&#160;"),
    "marks of direction": lambda raw: f"\u200f{raw}\u200f",
    "zero width spaces": lambda raw: raw.replace(" ", " \u200b"),
    "capitals": str.upper,
    "brackets": lambda raw: f"[{raw}]",
    "dashes": lambda raw: raw.replace("-", "\u2011"),
    "white space": lambda raw: f" \n\t{raw}\n ",
    "decomposed": lambda raw: unicodedata.normalize("NFD", raw),
    "wide digits": _digits("０"),
    "Arabic digits": _digits("٠"),
    "Devanagari digits": _digits("०"),
    "the same twice": lambda raw: f"{raw} {raw}",
}


def mutated(raws: Mapping[str, str | None]) -> Iterator[tuple[str, str, str]]:
    """The name of the mutation, the string as it was, and as it became. `raws`: strings with their languages."""
    for name, change in MUTATIONS.items():
        for raw in raws:
            if (changed := change(raw)) != raw:
                yield name, raw, changed
