"""Names of months and weekdays in all languages of CLDR, through Babel, loaded language by language as they are needed.

A word is looked up in the language declared, then in English, then in the languages that news is mostly written in,
and last, when nothing else gave a date, in all others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final

from copydesk.language.dates import vocabulary
from copydesk.language.dates.calendars import AM, NIGHT, NOON, PM
from copydesk.language.dates.text import fold, seen
from copydesk.language.dates.weekday_names import COMMON_WEEKDAYS

COMMON: Final = tuple(vocabulary.COMMON.split())
ALIASES: Final = {"nb": "no", "sh": "sr", "iw": "he", "in": "id", "tl": "fil", "mo": "ro"}
REGIONS: Final = tuple(vocabulary.REGIONS.split())

_PARTS: Final = {
    **dict.fromkeys(("am", "morning"), AM),
    **dict.fromkeys(("pm", "afternoon", "evening"), PM),
    "noon": NOON,
    "night": NIGHT,
}
"""CLDR's parts of the day."""

Senses = Mapping[str, frozenset[int]]
"""By language, what a word may mean: months 1..12, or weekdays with Monday 0."""

_APOSTROPHES: Final = str.maketrans("’ʼ", "''")
_CLDR_DAYS: Final = re.compile(r"\d")


class Tier(Enum):
    """How far to look: in the language declared and in English, in those of much news, in all."""

    NEAR = auto()
    COMMON = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Names:
    """Folded words, hyphens as spaces; `heads` are the first words of names of several words."""

    months: Mapping[str, Senses]
    weekdays: Mapping[str, Senses]
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word says: months or weekdays, and the languages that say it so.

    `firm` is false where only a beginning or a stem was known, or where the language is not that of the string.
    """

    values: frozenset[int]
    languages: frozenset[str]
    firm: bool


@lru_cache(maxsize=1024)
def base(language: str | None) -> str | None:
    """The language of a BCP 47 tag as CLDR names it, with the country where that writes dates apart; null for none."""
    if language and (apart := vocabulary.ORDERED_APART.get(language.strip().lower().replace("_", "-"))):
        return apart
    tag = re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0] if language else ""
    return ALIASES.get(tag, tag) if re.fullmatch(r"[a-z]{2,3}", tag) else None


def month(word: str, tier: Tier, language: str | None) -> Sense | None:
    """What month a folded word names in the languages of a tier."""
    return _sense(word, tier, language, "months")


def inflected_month(word: str, language: str | None) -> Sense | None:
    """What month of the common languages a folded word may name by its beginning (`septemb`) or its stem."""
    found = _beginnings().get(word) or next(
        (senses for cut in range(len(word), max(3, len(word) - 4), -1) if (senses := _stems().get(word[:cut]))), None
    )
    return _merge(found, language, firm=False) if found else None


def weekday(word: str, tier: Tier, language: str | None) -> Sense | None:
    """What weekday a folded word names. Firm in the language declared, in English, and by five letters or more."""
    sense = _sense(word, tier, language, "weekdays")
    if sense and len(word) <= 2 and language not in sense.languages:
        return None
    return sense


def clipped_weekday(word: str) -> Sense | None:
    """What weekday of the common languages a folded word of three or four letters begins; it is never firm."""
    found = _clipped_weekdays().get(word)
    return _merge(found, None, firm=False) if found else None


@lru_cache(maxsize=512)
def spelled_weekdays(language: str | None) -> tuple[str, ...]:
    """The full names of weekdays in a language and English, as CLDR writes them; without one, in the common ones."""
    return cldr_weekdays((language, "en")) if language else tuple(COMMON_WEEKDAYS.split("|"))


def cldr_weekdays(languages: Iterable[str]) -> tuple[str, ...]:
    """The full names of weekdays in some languages, in lower case, each once."""
    locales = map(_locale, languages)
    names = (locale.days[context]["wide"] for locale in locales if locale for context in ("format", "stand-alone"))
    return tuple(dict.fromkeys(name.lower() for table in names for name in table.values()))


@lru_cache(maxsize=512)
def order(language: str) -> tuple[str, str]:
    """The numeric order (dmy, mdy, ymd) of a language's short dates, and their separator; empty where unusual."""
    locale = _locale(language)
    if locale is None:
        return ("", "")
    pattern = re.sub(r"'[^']*'|[\u200e\u200f]", "", locale.date_formats["short"].pattern)
    letters = "".join(dict.fromkeys(re.sub(r"[^dMy]", "", pattern))).lower()
    separators = re.findall(r"[./-]", pattern)
    return (letters, separators[0]) if letters in {"dmy", "mdy", "ymd"} and separators else ("", "")


@lru_cache(maxsize=512)
def index(languages: tuple[str, ...]) -> Names:
    """The names of some languages together."""
    months: dict[str, dict[str, frozenset[int]]] = {}
    weekdays: dict[str, dict[str, frozenset[int]]] = {}
    for language in languages:
        for kind, name, value in _named(language):
            senses = (months if kind == "months" else weekdays).setdefault(name, {})
            senses[language] = senses.get(language, frozenset()) | {value}
    heads = frozenset(name.split(" ", 1)[0] for table in (months, weekdays) for name in table if " " in name)
    return Names(months, weekdays, heads)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Folded words beside the numbers and names in the date and time patterns of a language.

    `meridiems` are parts of the day (calendars.HOURS), `of_dates` and `of_times` other words.
    """

    meridiems: Mapping[str, int]
    of_dates: frozenset[str]
    of_times: frozenset[str]


@lru_cache(maxsize=512)
def patterns(language: str) -> Patterns:
    """The words of a language's patterns; none for a language that CLDR does not know."""
    locale = _locale(language)
    if locale is None:
        return Patterns({}, frozenset(), frozenset())
    periods = locale.day_periods.get("format", {})
    meridiems = {
        word: _PARTS[period.rstrip("12")]
        for width in ("wide", "abbreviated", "narrow")
        for period, name in periods.get(width, {}).items()
        if period.rstrip("12") in _PARTS and len(word := fold(seen(name)).replace(".", "")) > 1
    }
    return Patterns(
        meridiems,
        frozenset(word for text in _dated(locale) for word in _literals(text)),
        frozenset(word for table in _timed(locale) for text in table for word in _literals(text)),
    )


def _literals(pattern: str) -> Iterable[str]:
    """The words of a pattern that stand for themselves: in quotes, or in letters that are not ASCII."""
    text = re.sub(r"'([^']*)'|[A-Za-z]+", lambda match: match[1] or " ", pattern)
    return re.findall(r"[^\W\d_]+", fold(seen(text)))


def _dated(locale: Any) -> Iterable[str]:
    return (each.pattern for each in locale.date_formats.values())


def _timed(locale: Any) -> Iterator[Iterable[str]]:
    yield (each.pattern for each in locale.time_formats.values())
    yield (str(each) for each in locale.datetime_formats.values())
    yield (each.pattern for each in locale.datetime_skeletons.values())


def _sense(word: str, tier: Tier, language: str | None, kind: str) -> Sense | None:
    for languages in _tier(tier, language):
        senses: Senses | None = getattr(index(languages), kind).get(word)
        if senses:
            return _merge(senses, language, firm=tier is Tier.NEAR or len(word) >= 5)
    return None


def _tier(tier: Tier, language: str | None) -> tuple[tuple[str, ...], ...]:
    if tier is Tier.NEAR:
        return ((language,), ("en",)) if language else (("en",),)
    return (COMMON,) if tier is Tier.COMMON else (_languages(),)


def _merge(senses: Senses, language: str | None, *, firm: bool) -> Sense:
    known = {language: senses[language]} if language in senses and language else senses
    return Sense(frozenset().union(*known.values()), frozenset(known), firm)


@lru_cache(maxsize=1)
def _languages() -> tuple[str, ...]:
    from babel import localedata  # noqa: PLC0415 - reading ISO dates must not wait for Babel

    return tuple(sorted(name for name in localedata.locale_identifiers() if "_" not in name))


def _named(language: str) -> Iterator[tuple[str, str, int]]:
    for identifier in (language, *(each for each in REGIONS if each.startswith(f"{language}_"))):
        locale = _locale(identifier)
        for kind, table in (("months", locale.months), ("weekdays", locale.days)) if locale else ():
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    for value, name in table[context][width].items():
                        yield from ((kind, each, value) for each in _spellings(name, kind))
        for before, after in sorted(_affixes(locale)) if locale else ():
            for value, name in locale.months["format"]["wide"].items():
                yield from (("months", each, value) for each in _spellings(f"{before}{name}{after}", "months"))
    for position, names in enumerate(vocabulary.MONTHS.get(language, "").split(), 1):
        yield from (("months", fold(name).replace("_", " "), position) for name in names.split("|") if name != "-")


def _affixes(locale: Any) -> set[tuple[str, str]]:
    """What the date patterns write together with the name of the month, before and behind it."""
    beside = r"(?:'([^' ]*)'|([^\x00-\x7f\s]+))?"
    found = (re.search(rf"{beside}M{{3,4}}{beside}", text) for text in _dated(locale))
    return {(match[1] or match[2] or "", match[3] or match[4] or "") for match in found if match} - {("", "")}


def _locale(identifier: str) -> Any:
    from babel import Locale, localedata  # noqa: PLC0415 - reading ISO dates must not wait for Babel

    return Locale.parse(identifier) if localedata.exists(identifier) else None


def _spellings(name: str, kind: str) -> Iterable[str]:
    word = re.sub(r"[\s\-\u00a0]+", " ", fold(seen(name)).replace(".", "").translate(_APOSTROPHES)).strip()
    if len(word) < 2 or _CLDR_DAYS.search(word):
        return ()
    if kind == "weekdays" and word.endswith(" feira"):
        return (word, word.removesuffix(" feira"))
    return (word,)


def _common_months(least: int) -> Iterator[tuple[str, Senses]]:
    return ((name, senses) for name, senses in index(COMMON).months.items() if " " not in name and len(name) >= least)


def _collect(pairs: Iterable[tuple[str, Senses]]) -> Mapping[str, Senses]:
    table: dict[str, dict[str, frozenset[int]]] = {}
    for key, senses in pairs:
        entry = table.setdefault(key, {})
        for language, values in senses.items():
            entry[language] = entry.get(language, frozenset()) | values
    return table


@lru_cache(maxsize=1)
def _beginnings() -> Mapping[str, Senses]:
    """Beginnings of three letters and more (of two, in scripts other than Latin)."""
    return _collect(
        (name[:cut], senses)
        for name, senses in _common_months(4)
        for cut in range(3 if name[0] < "\u0370" else 2, len(name))
    )


@lru_cache(maxsize=1)
def _stems() -> Mapping[str, Senses]:
    """Names of six letters and more, and without their last one or two: cases that CLDR does not list end otherwise."""
    return _collect((name[: len(name) - cut], senses) for name, senses in _common_months(6) for cut in (0, 1, 2))


@lru_cache(maxsize=1)
def _clipped_weekdays() -> Mapping[str, Senses]:
    weekdays = index(COMMON).weekdays.items()
    return _collect((name[:cut], senses) for name, senses in weekdays for cut in (3, 4) if len(name) > 4)
