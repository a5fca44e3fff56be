"""The round trip through CLDR: what Babel writes in any language and pattern is read back, and never as another day.

A short pattern of numbers may stay undecided: a reader who does not know the country does not know its order either.
"""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale, localedata
from babel.dates import format_date, format_datetime
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.dates import Reading, read
from copydesk.language.dates.calendars import SENTINELS
from copydesk.language.dates.names import COMMON

NAMELESS = {"az_Arab", "en_Dsrt", "en_Shaw", "mn_Mong", "zh_Latn"}
"""Locales that have no names of months, or write the language in a script that nobody writes news in."""
APART = {"es_PA", "es_PR"}
"""Countries that put day and month in another order than their language: their tag must say so."""
LOCALES = [
    each
    for each in sorted(localedata.locale_identifiers())
    if each.split("_")[0] in COMMON and not any(each.startswith(name) for name in NAMELESS)
]
WIDTHS = ("full", "long", "medium", "short")
FIRST = datetime(1970, 1, 2, tzinfo=UTC)
MOMENTS = st.integers(0, 98 * 365 * 1440).map(lambda minutes: FIRST + timedelta(minutes=minutes))
"""Years whose last two digits POSIX reads as the same year."""


def said(reading: Reading) -> date | None:
    return reading.local.date() if reading.local else None


@settings(max_examples=300)
@given(st.sampled_from(LOCALES), st.sampled_from(WIDTHS), MOMENTS, st.booleans(), st.booleans())
def test_never_another_day(identifier: str, width: str, moment: datetime, timed: bool, whole: bool) -> None:
    text = written(identifier, width, moment, timed)
    tag = identifier.replace("_", "-") if whole or identifier in APART else identifier.partition("_")[0]
    reading = read(text, tag)
    assert said(reading) in {None, moment.date()}, (text, tag)
    if timed and reading.local and reading.precision != "day":
        assert (reading.local.hour, reading.local.minute) == (moment.hour, moment.minute), (text, tag)


@settings(max_examples=100)
@given(st.sampled_from(COMMON), st.sampled_from(WIDTHS), MOMENTS, st.booleans())
def test_never_another_day_without_a_language(language: str, width: str, moment: datetime, timed: bool) -> None:
    text = written(language, width, moment, timed)
    assert said(read(text)) in {None, moment.date()}, text


@pytest.mark.parametrize("width", WIDTHS)
def test_few_are_unread(width: str) -> None:
    """In the languages of much news, declared, none of a year's days but the sentinels is left unread."""
    start = datetime(2023, 1, 1, 14, 5, tzinfo=UTC)
    moments = [start + timedelta(days=29 * number) for number in range(13)]
    missed = Counter(
        language
        for language in COMMON
        for moment in moments
        if moment.date() not in SENTINELS and said(read(written(language, width, moment, True), language)) is None
    )
    assert set(missed) <= ({"en", "zh"} if width == "short" else set())


def written(identifier: str, width: str, moment: datetime, timed: bool) -> str:
    locale = Locale.parse(identifier)
    return format_datetime(moment, width, locale=locale) if timed else format_date(moment.date(), width, locale=locale)
