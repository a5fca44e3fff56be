"""Single strings: what they say, and what they do not."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.dates import PROBLEMS, read
from copydesk.language.dates.names import COMMON
from copydesk.language.dates.reading import iso

DECIDED = [
    # ISO 8601, RFC 3339, RFC 5322 and their kin
    ("2016-07-12", None, "2016-07-12", "iso"),
    ("2016-07-12T14:17:00Z", None, "2016-07-12T14:17:00+00:00", "iso"),
    ("2016-07-12T14:17:00.5+0200", None, "2016-07-12T14:17:00.500000+02:00", "iso"),
    ("2016-07-12T14:17+02", None, "2016-07-12T14:17+02:00", "iso"),
    ("2016-07-12 14:17:00 -05:00", None, "2016-07-12T14:17:00-05:00", "iso"),
    ("20160712T141700Z", None, "2016-07-12T14:17:00+00:00", "iso"),
    ("20160712141700", None, "2016-07-12T14:17:00", "iso"),
    ("2016-W28-2", None, "2016-07-12", "iso"),
    ("2016-194", None, "2016-07-12", "iso"),
    ("2016-12-31T23:59:60Z", None, "2017-01-01T00:00:00+00:00", "iso"),
    ("2016-07-12T24:00", None, "2016-07-13T00:00", "iso"),
    ("2016/07/12 14:17", None, "2016-07-12T14:17", "iso"),
    ("Tue, 12 Jul 2016 14:17:00 GMT", None, "2016-07-12T14:17:00+00:00", "month-name"),
    ("Tue, 12 Jul 16 14:17:00 +0100", None, "2016-07-12T14:17:00+01:00", "month-name"),
    ("Tue Jul 12 14:17:00 UTC 2016", None, "2016-07-12T14:17:00+00:00", "month-name"),
    (
        "Tue Jul 12 2016 14:17:00 GMT+0200 (Central European Summer Time)",
        None,
        "2016-07-12T14:17:00+02:00",
        "month-name",
    ),
    ("2016-07-12T14:17:00+02:00[Europe/Berlin]", None, "2016-07-12T14:17:00+02:00", "iso"),
    ("2016-07-12 14:17:00 Europe/Berlin", None, "2016-07-12T14:17:00+02:00", "iso"),
    # counts
    ("1468333020", None, "2016-07-12T14:17:00+00:00", "epoch"),
    ("1468333020123", None, "2016-07-12T14:17:00.123000+00:00", "epoch"),
    ("/Date(1468333020000)/", None, "2016-07-12T14:17:00+00:00", "epoch"),
    ("42563.5951388889", None, "2016-07-12T14:17:00", "epoch"),
    # words of many languages, around the date
    ("Last update: Tue, 12/07/2016 - 14:17", None, "2016-07-12T14:17", "weekday"),
    ("Zuletzt aktualisiert am 12. Juli 2016 um 14:17 Uhr", "de", "2016-07-12T14:17", "month-name"),
    ("12. Jänner 2016", "de", "2016-01-12", "month-name"),
    ("1er février 2016 à 7h05", "fr", "2016-02-01T07:05", "month-name"),
    ("mardi 12 juillet 2016", None, "2016-07-12", "month-name"),
    ("martes, 12 de julio de 2016", "es", "2016-07-12", "month-name"),
    ("12 luglio 2016 alle 14:17", "it", "2016-07-12T14:17", "month-name"),
    ("12 de março de 2016 às 14h17", "pt", "2016-03-12T14:17", "month-name"),
    ("Publicerad 12 juli 2016 kl 14.17", "sv", "2016-07-12T14:17", "month-name"),
    ("12.7.2016 klo 14.17", "fi", "2016-07-12T14:17", "locale"),
    ("12 VII 2016", "pl", "2016-07-12", "month-name"),
    ("12 июля 2016 г., 14:17 мск", "ru", "2016-07-12T14:17+03:00", "month-name"),
    ("2016. július 12., kedd", "hu", "2016-07-12", "month-name"),
    ("2016 m. liepos 12 d.", "lt", "2016-07-12", "month-name"),
    ("2016. gada 12. jūlijs", "lv", "2016-07-12", "month-name"),
    ("Τρίτη, 12 Ιουλίου 2016", "el", "2016-07-12", "month-name"),
    ("12 Temmuz 2016 Salı 14:17", "tr", "2016-07-12T14:17", "month-name"),
    ("Thứ ba, 12 tháng 7 năm 2016", "vi", "2016-07-12", "month-name"),
    ("12 Juli 2016, 14:17 WIB", "id", "2016-07-12T14:17+07:00", "month-name"),
    ("12 กรกฎาคม 2559", "th", "2016-07-12", "month-name"),
    ("12 ก.ค. 2559", "th", "2016-07-12", "month-name"),
    ("१२ जुलाई २०१६", "hi", "2016-07-12", "month-name"),
    ("28 दिसम्बर 2016", None, "2016-12-28", "month-name"),
    ("১২ জুলাই ২০১৬", "bn", "2016-07-12", "month-name"),
    ("الثلاثاء 12 يوليو 2016 - 2:17 م", "ar", "2016-07-12T14:17", "month-name"),
    ("יום שלישי, 12 ביולי 2016", "he", "2016-07-12", "month-name"),
    ("2016年7月12日(火) 14時17分", None, "2016-07-12T14:17", "month-name"),
    ("二〇一六年七月十二日", "zh", "2016-07-12", "month-name"),
    ("2016年7月12日 下午2:17", "zh", "2016-07-12T14:17", "month-name"),
    ("입력 2016.07.12. 오후 2:17", "ko", "2016-07-12T14:17", "iso"),
    ("12JUL2016", None, "2016-07-12", "month-name"),
    ("Jul. 12, 2016 2:17 p.m. ET", "en", "2016-07-12T14:17-04:00", "month-name"),
    ("Feb. 1, 2016 2:17 p.m. ET", "en", "2016-02-01T14:17-05:00", "month-name"),
    # times with dots, parts of the day before and behind them
    ("3.1.2021 9.30.00", "fi", "2021-01-03T09:30:00", "locale"),
    ("Minggu, 03 Januari 2021 09.30.00 WIB", "id", "2021-01-03T09:30:00+07:00", "month-name"),
    ("12 juli 2016 kl. 14.17", "sv", "2016-07-12T14:17", "month-name"),
    ("mardi 12 juillet 2016, 14 h 17 min 05 s", "fr", "2016-07-12T14:17:05", "month-name"),
    ("2016. 7. 12. PM 2:17:05", "ko", "2016-07-12T14:17:05", "iso"),
    ("26. 7. 3.", "ko", "2026-07-03", "over-12"),
    ("2016年7月12日 晚上12:30", "zh", "2016-07-12T00:30", "month-name"),
    ("2016年7月12日 中午12:30", "zh", "2016-07-12T12:30", "month-name"),
    ("১২ জুলাই ২০১৬, দুপুর ২:১৭", "bn", "2016-07-12T14:17", "month-name"),
    ("১২ জুলাই ২০১৬, রাত ১০:৩০", "bn", "2016-07-12T22:30", "month-name"),
    ("12 กรกฎาคม 2559 14 นาฬิกา 17 นาที", "th", "2016-07-12T14:17", "month-name"),
    ("14 giờ 17 phút, 12/7/2016", "vi", "2016-07-12T14:17", "locale"),
    ("вівторок, 12 липня 2016 року о 14:17", "uk", "2016-07-12T14:17", "month-name"),
    ("2016-07-12 14:17:00 America/New York", None, "2016-07-12T14:17:00-04:00", "iso"),
    # words that only a language's own patterns have
    ("2016 оны 7-р сарын 12", None, "2016-07-12", "month-name"),
    ("2016 оны долоодугаар сарын 12", "mn", "2016-07-12", "month-name"),
    ("12ê tîrmeha 2016an", "ku", "2016-07-12", "month-name"),
    ("12ی تەمووزی 2016", "ckb", "2016-07-12", "month-name"),
    ("12 di lugliu di u 2016", "co", "2016-07-12", "month-name"),
    ("12mh dhen Iuchar 2016", "gd", "2016-07-12", "month-name"),
    ("12טן יולי 2016", "yi", "2016-07-12", "month-name"),
    # other calendars
    ("H28.7.12", "ja", "2016-07-12", "month-name"),
    ("R6.2.29", None, "2024-02-29", "month-name"),
    ("7 شوال 1437 هـ", "ar", "2016-07-12", "month-name"),
    ("۱۳۹۵/۰۴/۲۲", None, "2016-07-12", "iso"),
    ("سه‌شنبه ۲۲ تیر ۱۳۹۵", "fa", "2016-07-12", "month-name"),
    ("ሐምሌ 5 ቀን 2008", "am", "2016-07-12", "month-name"),
    ("令和3年7月12日", "ja", "2021-07-12", "month-name"),
    ("民國105年7月12日", "zh", "2016-07-12", "month-name"),
    ("2559-07-12", None, "2016-07-12", "iso"),
    # order by evidence
    ("13/07/2016", None, "2016-07-13", "over-12"),
    ("07/13/2016", None, "2016-07-13", "over-12"),
    ("07/07/2016", None, "2016-07-07", "over-12"),
    ("12/07/2016", "fr", "2016-07-12", "locale"),
    ("12.07.2016", None, "2016-07-12", "locale"),
    ("07/12/2016 2:17 PM EDT", "en", "2016-07-12T14:17-04:00", "locale"),
    ("Mis à jour le 12/07/2016", None, "2016-07-12", "locale"),
    ("12/07/2016 14h17", None, "2016-07-12T14:17", "locale"),
    ("30/10/23", "de", "2023-10-30", "over-12"),
    ("čtv 14. lis 2013", None, "2013-11-14", "weekday"),
    # several dates, residue
    ("First published 30 January 2016, last updated 1 February 2016", "en", "2016-01-30", "month-name"),
    ("Aktualisiert: 1. Februar 2016. Veröffentlicht: 30. Januar 2016", "de", "2016-01-30", "month-name"),
    ("입력 2016.01.30. 오후 8:06 수정 2016.02.01. 오후 9:10", "ko", "2016-01-30T20:06", "iso"),
    ("(Latest update: 18 July 2016)", "en", "2016-07-18", "month-name"),
    ("2. Februar 20162. Februar 2016", "de", "2016-02-02", "month-name"),
    ("12-JUL-2016 14:17:01.79&#5;&#5;&#5;F", "en", "2016-07-12T14:17:01.790000", "month-name"),
    ("12-JUL-2016 14:17:01.79\x05\x05F", "en", "2016-07-12T14:17:01.790000", "month-name"),
    ("12 July 2016 at 4:17 Kranzeit", "en", "2016-07-12", "month-name"),
    ("The Sun 5 May 2020", None, "2020-05-05", "month-name"),
]
UNDECIDED = [
    ("", "unreadable"),
    ("2:17", "unreadable"),
    ("yesterday at 14:17", "unreadable"),
    ("2016-07-12abc", "unreadable"),
    ("2016x07x12 and more", "unreadable"),
    ("42563", "unreadable"),
    ("x" * 400 + " 12 July 2016", "unreadable"),
    ("July 2016", "incomplete"),
    ("2016-07", "incomplete"),
    ("2016", "incomplete"),
    ("12 July", "incomplete"),
    ("31 June 2016", "impossible"),
    ("2016-07-12T25:17:00Z", "impossible"),
    ("2016-07-12T14:17:61Z", "impossible"),
    ("2016-07-12T09:xx:00Z", "impossible"),
    ("12-JUL-2016 605:12:19.12", "impossible"),
    ("2016-07-12T14:17:00+99:00", "impossible"),
    ("2016-03-27 02:30 Europe/Berlin", "impossible"),
    ("0201-07-12", "impossible"),
    ("1970-01-01T00:00:00Z", "sentinel"),
    ("0001-01-01T00:00:00", "sentinel"),
    ("9999-12-31", "sentinel"),
    ("0", "sentinel"),
    ("07/12/2016", "undecidable"),
    ("26/10/13", "undecidable"),
    ("Sun, 11/01/2015 - 09:00", "undecidable"),
    ("14 listopad 2013", "undecidable"),
    ("Wed, 19 Feb 2012", "contradictory"),
    ("Dienstag, 13.07.2016", "contradictory"),
    ("2016年7月12日(水)", "contradictory"),
    ("5 May 2020 - 7 May 2020", "several-dates"),
]


@pytest.mark.parametrize(("raw", "language", "local", "evidence"), DECIDED)
def test_decided(raw: str, language: str | None, local: str, evidence: str) -> None:
    reading = read(raw, language)
    assert reading.problem is None
    assert reading.local is not None
    assert reading.precision is not None
    assert (iso(reading.local, reading.precision, reading.offset), reading.evidence) == (local, evidence)


@pytest.mark.parametrize(("raw", "problem"), UNDECIDED)
def test_not_decided(raw: str, problem: str) -> None:
    reading = read(raw)
    assert (reading.problem, reading.local) == (problem, None)
    assert reading.problem in PROBLEMS


def test_candidates_keep_what_each_order_gives() -> None:
    reading = read("07/12/2016 14:17 +01:00", "en")
    assert reading.evidence == "undecidable"
    assert [(order, local.isoformat()) for order, local in reading.candidates] == [
        ("dmy", "2016-12-07T14:17:00+01:00"),
        ("mdy", "2016-07-12T14:17:00+01:00"),
    ]


def test_english_never_settles_slashes_and_others_only_with_their_own_separator() -> None:
    assert read("07/12/2016", "en-GB").problem == "undecidable"
    assert read("07/12/2016", "de").problem == "undecidable"
    assert read("07-12-2016", "nl").order == "dmy"
    assert read("07/12/2016", "es").order == "dmy"


def test_an_abbreviation_of_another_language_supports_but_never_contradicts() -> None:
    assert read("man 12/09/2016").order == "dmy"
    assert read("man 12. Juli 2016").problem is None


# Mongolian writes its months as numbers in words, in another case than CLDR lists.
@pytest.mark.parametrize("language", [language for language in COMMON if language != "mn"])
def test_months_and_weekdays_of_the_common_languages(language: str) -> None:
    """What CLDR writes is read back, with the language and without; a month of two languages is never guessed."""
    for month in range(1, 13):
        day = date(2016, month, 29)
        text = format_date(day, "full", locale=language)
        reading = read(text, language)
        assert (reading.local.date() if reading.local else None) == day, text
        bare = read(text)
        assert bare.local is None or bare.local.date() == day, text


@given(st.text(max_size=40))
def test_any_text_has_a_date_or_a_problem(text: str) -> None:
    reading = read(text)
    assert (reading.local is None) == (reading.problem is not None)
    assert reading == read(text)


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2068, 12, 30)),  # noqa: DTZ001 - as printed
    st.integers(-14 * 60, 14 * 60),
)
def test_what_iso_writes_is_read(local: datetime, offset: int) -> None:
    if local.date() == date(1970, 1, 1):
        return
    reading = read(iso(local, "microsecond", offset))
    assert (reading.local, reading.offset, reading.precision) == (local, offset, "microsecond")
    assert reading.instant == (local - timedelta(minutes=offset)).replace(tzinfo=UTC)
