"""Days that running text names without a year: in a dateline, and beside a weekday.

Agencies begin a story with place and day, `LONDON, July 12 (Reuters) -`, `新华社北京7月12日电`. What is found here is
read by the same grammar as any date, in the year that lies nearest.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from copydesk.language.dates.lexicon import WEEKDAY_CHARACTERS
from copydesk.language.dates.names import Tier, base, month, spelled_weekdays, weekday
from copydesk.language.dates.reader import read
from copydesk.language.dates.text import fold
from copydesk.language.dates.tokens import LETTER

HEAD: Final = 600
"""Code points at the beginning of a text that are looked at."""
_NEAR: Final = 60
"""Days from which on the year of a day without one is not sure enough to hold its weekday against it."""

_WORD: Final = f"{LETTER}+"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_DAY: Final = (
    rf"(?:\d{{1,2}}{_ORDINAL}\s+(?:(?:of|de|di)\s+)?{_WORD}(?![^\s.,()/–—-])\.?|{_WORD}\.?\s+\d{{1,2}}{_ORDINAL}(?!\d))"
)
_EASTERN_DAY: Final = r"\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
_YEAR: Final = r"(?:,?\s+(?:(?:de|del)\s+)?(?P<year>(?:19|20)\d\d))"
_SOURCE: Final = r"(?:\([^()\n\d]{2,40}\)|/[^/\n\d]{2,40}/)"
_DATELINE: Final = re.compile(
    rf"\s*(?:\([^()\n\d]{{2,40}}\)\s*[-–—]\s*)?(?P<place>[^\n\d()]{{2,60}}?)[,.]?\s+(?P<day>{_DAY})(?!\s+{_WORD}){_YEAR}?"
    rf"\s*(?P<source>{_SOURCE})?\s*\.?\s*(?P<dash>[-–—])?"
)
_EASTERN_DATELINE: Final = re.compile(rf"\s*[^\n\d]{{0,24}}(?P<day>{_EASTERN_DAY})\s?[電电訊讯]")
_BEHIND: Final = re.compile(
    rf"\.?,?\s+(?:(?:the|den|dem|le|el|il|dne|på)\s+)?(?:(?P<day>{_DAY})|\((?P<in>{_DAY}|\d{{1,2}}[./]\d{{1,2}}\.?)\))(?!{_YEAR})"
)
_BEFORE: Final = re.compile(rf"(?<!\w)(?P<day>{_DAY}),?\s$")
_REACH: Final = 40
"""Code points in front of a weekday in which its day may stand."""
_EASTERN_NAMED: Final = re.compile(
    rf"(?<![年년\d])(?<![年년]\s)(?P<day>{_EASTERN_DAY})\s?[(（]?(?P<weekday>(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]"
    r"|[月火水木金土日]曜日?|[월화수목금토일]요일|(?<=[(（])[月火水木金土日월화수목금토일](?=[)）]))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day in a text, without a year: where it stands, and the day that lies nearest to a date.

    `fits` says whether its weekday, if it has one, is that of the day.
    """

    start: int
    end: int
    day: date
    fits: bool = True


def dateline(text: str, language: str | None, near: date) -> Mention | None:
    """The day in the dateline that a text begins with; null if it begins with none."""
    match = _EASTERN_DATELINE.match(text) or _western(text)
    day = match and _nearest(match["day"], language, near, match.groupdict().get("year"))
    return Mention(match.start("day"), match.end("day"), day) if match and day else None


def _western(text: str) -> re.Match[str] | None:
    """A dateline is a place with a day, and names its agency, or sets the place in capitals and ends with a dash."""
    match = _DATELINE.match(text)
    if match is None or not (match["source"] or (match["dash"] and match["place"].isupper())):
        return None
    words = match["place"].split()
    return None if not words or words[0].islower() or words[-1].islower() else match


def named_days(text: str, language: str | None, near: date) -> Iterator[Mention]:
    """The days beside a weekday, such as `on Monday, July 11`, that lie within two months of a date."""
    for start, end, name, written in (*_western_days(text, base(language)), *_eastern_days(text)):
        day = _nearest(written, language, near)
        if day and abs((day - near).days) <= _NEAR:
            yield Mention(start, end, day, day.weekday() in _weekdays(name, base(language)))


Named = tuple[int, int, str, str]
"""From and to, a weekday, and the day beside it."""


def _western_days(text: str, language: str | None) -> Iterator[Named]:
    for name in _names(language).finditer(text):
        if found := _BEHIND.match(text, name.end()):
            yield name.start(), found.end(), name[0], found["day"] or found["in"]
        elif found := _BEFORE.search(text, max(0, name.start() - _REACH), name.start()):
            yield found.start(), name.end(), name[0], found["day"]


@lru_cache(maxsize=512)
def _names(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_spellings((language,))}(?!\w)")


def _spellings(languages: Iterable[str | None]) -> str:
    """The full names of weekdays in some languages, small or with a capital, as a pattern."""
    names = dict.fromkeys(name for language in languages for name in spelled_weekdays(language))
    firsts = ((re.escape(name[0]) + re.escape(name[0].upper()), re.escape(name[1:])) for name in names)
    return f"(?:{'|'.join(f'[{first}]{rest}' for first, rest in firsts)})"


def _eastern_days(text: str) -> Iterator[Named]:
    for found in _EASTERN_NAMED.finditer(text):
        yield found.start(), found.end(), found["weekday"], found["day"]


def screen(languages: Iterable[str | None]) -> str:
    """A pattern for RE2 that every text in one of some languages matches in which `named_days` finds something."""
    names = _spellings(sorted({base(each) for each in languages}, key=str))
    behind = rf"{names}\.?,?\s+(?:[^\s\d]+\s+){{0,2}}\(?\d{{1,2}}(?:[^\d]|$)"
    before = rf"(?:^|[^\d])\d{{1,2}}[^\s\d]*,?\s+(?:[^\s\d]+\s+){{0,2}}{names}"
    return f"{behind}|{before}|{_EASTERN_SCREEN}"


_EASTERN_SCREEN: Final = r"[月월]\s?\d{1,2}\s?[日일]\s?[(（]?[星週周礼禮月火水木金土日월화수목금토일]"
DATELINES: Final = (
    r"^\s*(?:\([^()\n\d]{2,40}\)\s*[-–—]\s*)?[^()\n\d]{2,80}\d{1,2}[^()/\n\d–—-]{0,30}(?:(?:19|20)\d\d\s*)?[(/–—-]"
    r"|^\s*[^\n\d]{0,24}\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]\s?[電电訊讯]"
)
"""A pattern for RE2 that every text matches that begins with a dateline."""


@lru_cache(maxsize=1024)
def _weekdays(word: str, language: str | None) -> frozenset[int]:
    """What weekday a full name says, Monday 0: the last character of 星期二, and the first of 火曜日 and 화요일."""
    for tier in (Tier.NEAR, Tier.COMMON):
        if sense := weekday(fold(word).replace("-", " "), tier, language):
            return sense.values
    character = (word[-1] if word[0] in "星週周礼禮" else word[0]).replace("天", "日")
    return frozenset(each.index(character) for each in WEEKDAY_CHARACTERS if character in each)


def _nearest(written: str, language: str | None, near: date, year: str | None = None) -> date | None:
    """The day of the year named, or of that which puts it nearest to a date."""
    found = _day_of_year(written, language)
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1]
    days = (_day(each, *found) for each in years) if found else ()
    return min((day for day in days if day), key=lambda day: abs((day - near).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


@lru_cache(maxsize=4096)
def _day_of_year(written: str, language: str | None) -> tuple[int, int] | None:
    """Month and day of a day without a year, as the grammar reads them; a word must be known for a month's name."""
    words = re.findall(_WORD, written)
    if not words:
        local = read(re.sub(r"[/.](\d+)\.?$", r"/\1/2024" if "/" in written else r".\1.2024", written), language).local
    elif words[0] in "月월":
        local = read(f"2024{'年' if '月' in written else '년 '}{written}", language).local
    else:
        local = (
            read(f"{written} 2024", language).local if any(_is_month(each, base(language)) for each in words) else None
        )
    return (local.month, local.day) if local else None


def _is_month(word: str, language: str | None) -> bool:
    tiers = (Tier.NEAR,) if language else (Tier.NEAR, Tier.COMMON)
    return any(month(fold(word), tier, language) for tier in tiers)
