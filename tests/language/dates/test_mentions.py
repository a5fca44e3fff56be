"""Days that running text names: in datelines, and beside weekdays."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.dates import mentions

NEAR = date(2016, 7, 13)
DATELINES = [
    ("LEITH, July 12 (Kestrel) - The ferry", "en", "July 12"),
    ("LEITH, 12 July - The ferry", "en", "12 July"),
    ("(Faro) - ROCA, 12 LUG - Il traghetto", "it", "12 LUG"),
    ("BREST, 12 juillet 2016 (Fanal) - Le bac", "fr", "12 juillet"),
    ("Puerto Faro, 12 de julio (Faro).- El barco", "es", "12 de julio"),
    ("ПЕТРОВСК, 12 июля. /Вестник/. Паром", "ru", "12 июля."),
    ("本社港城7月12日电（记者）渡轮", "zh", "7月12日"),
    ("المرفأ في 12 يوليو /المرفأ/ عادت", "ar", "12 يوليو"),
    ("नई घाट, 12 जुलाई (घाट) नाव", "hi", "12 जुलाई"),
]
NO_DATELINES = [
    "The ferry was built by July 12 (Monday) - so they said.",
    "In Leith, July 12 is a holiday.",
    "LEITH (Kestrel) - The ferry",
    "    12 July (Kestrel) - The ferry",
    "LEITH, Gate 12 (Kestrel) - The ferry",
    "",
]
NAMED = [
    ("It sailed on Monday, July 11, and", "en", "Monday, July 11"),
    ("It sailed on Monday the 11th of July and", "en", "Monday the 11th of July"),
    ("Am Montag (11.7.) fuhr sie", "de", "Montag (11.7.)"),
    ("le lundi 11 juillet à Brest", "fr", "lundi 11 juillet"),
    ("na segunda-feira, 11 de julho, o barco", "pt", "segunda-feira, 11 de julho"),
    ("в понедельник, 11 июля, паром", "ru", "понедельник, 11 июля"),
    ("Senin (11/7) kapal", "id", "Senin (11/7)"),
    ("11 Temmuz Pazartesi günü", "tr", "11 Temmuz Pazartesi"),
    ("7月11日（月）に再開", "ja", "7月11日（月"),
    ("7月11日星期一复航", "zh", "7月11日星期一"),
    ("7월 11일 월요일 운항", "ko", "7월 11일 월요일"),
    ("يوم الاثنين 11 يوليو عادت", "ar", "الاثنين 11 يوليو"),
]


@pytest.mark.parametrize(("text", "language", "written"), DATELINES)
def test_datelines(text: str, language: str, written: str) -> None:
    found = mentions.dateline(text, language, NEAR)
    assert found is not None
    assert (text[found.start : found.end], found.day) == (written, date(2016, 7, 12))
    assert matches(text, mentions.DATELINES)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_datelines(text: str) -> None:
    assert mentions.dateline(text, "en", NEAR) is None


@pytest.mark.parametrize(("text", "language", "written"), NAMED)
def test_named_days(text: str, language: str, written: str) -> None:
    (found,) = mentions.named_days(text, language, NEAR)
    assert (text[found.start : found.end], found.day, found.fits) == (written, date(2016, 7, 11), True)
    assert matches(text, mentions.screen([language]))
    other = date(2017, 7, 13)
    assert [each.fits for each in mentions.named_days(text, language, other)] == [False]


@pytest.mark.parametrize(
    "text", ["on Monday, July 11, 2011, it", "on Monday, March 7, it", "Monday was 5 to 6 p.c.", "on Monday"]
)
def test_no_named_days(text: str) -> None:
    assert not [*mentions.named_days(text, "en", NEAR)]


@given(st.text(alphabet="Monday, July11()/-–月日（月）12 \n.", max_size=40))
def test_any_text_is_screened_as_it_is_read(text: str) -> None:
    if mentions.dateline(text, "en", NEAR):
        assert matches(text, mentions.DATELINES)
    if [*mentions.named_days(text, "en", NEAR)]:
        assert matches(text, mentions.screen(["en"]))


def matches(text: str, pattern: str) -> bool:
    return bool(pc.match_substring_regex(pa.array([text]), pattern)[0].as_py())
