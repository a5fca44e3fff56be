"""What one word beside a date is: a month, a weekday, a label, a zone, a filler, or unknown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from copydesk.language.dates import names, vocabulary
from copydesk.language.dates.calendars import AM, NIGHT, NOON, PM
from copydesk.language.dates.names import Tier
from copydesk.language.dates.text import fold

MONTH: Final = "M"
WEEKDAY: Final = "W"
BARE_WEEKDAY: Final = "w"
ERA: Final = "E"
LABEL: Final = "L"
ZONE: Final = "Z"
TEE: Final = "T"
WEEK: Final = "q"
MERIDIEM: Final = "A"
MERIDIEM_BEFORE: Final = "B"
HOUR_WORD: Final = "u"
CLOCK_WORD: Final = "k"
DURATION: Final = "i"
NUMBERED_MONTH: Final = "g"
HIJRI: Final = "h"
FILLER: Final = "f"
UNKNOWN: Final = "x"

_CJK_MERIDIEM: Final = frozenset(vocabulary.MERIDIEMS_BEFORE.split())
WEEKDAY_CHARACTERS: Final = ("月火水木金土日", "월화수목금토일", "一二三四五六日")
_LONGEST_LABEL: Final = 20
_SCRIPTS_WITHOUT_SPACES: Final = "\u0e00"


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `code` says what it is (the constants above).

    `values` are the months or weekdays it may name, `number` the minutes of a zone, the base of an era, the part of the
    day that a meridiem is (calendars.HOURS). `languages` say it so: empty where that says nothing. `calendar` is that
    of a month, `region` the IANA name of a zone, `role` of a label is published or modified. Names of several words
    begin with a `head`.
    """

    code: str
    text: str = ""
    values: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    firm: bool = False
    number: int = 0
    calendar: str = ""
    region: str | None = None
    role: str | None = None
    head: bool = False


@lru_cache(maxsize=16384)
def classify(word: str, language: str | None, *, everywhere: bool) -> Word:
    """What a word is, as written; `language` is that of the string, `everywhere` asks all languages for a month."""
    folded = fold(word)
    found = _zone(word, folded, language) or _fixed().get(folded)
    head = folded in _heads()
    if found and found.code in {FILLER, CLOCK_WORD} and language:
        # what the language itself writes within its dates outweighs what the word is elsewhere
        found = _within_dates(folded, language) or found
    if found is None:
        found = _classified(word, folded, language, everywhere=everywhere)
        head = head or (language is not None and folded in names.index((language,)).heads)
    return replace(found, head=True) if head else found


def _classified(word: str, folded: str, language: str | None, *, everywhere: bool) -> Word:
    if word in _ERAS:
        return Word(ERA, folded, number=_ERAS[word])
    if word in _ROMAN:
        return Word(MONTH, folded, frozenset({_ROMAN[word]}))
    return _named(folded, language, everywhere=everywhere) or _by_pattern(folded, language) or Word(UNKNOWN, folded)


def _by_pattern(word: str, language: str | None) -> Word | None:
    """What a word is that stands in the patterns of the language declared: a part of the day, or a filler."""
    if language is None:
        return None
    of_time = word in names.patterns(language).of_times
    return _within_dates(word, language) or (Word(FILLER, word) if of_time else None)


def _within_dates(word: str, language: str) -> Word | None:
    patterns = names.patterns(language)
    if word in patterns.meridiems:
        return Word(MERIDIEM, word, number=patterns.meridiems[word])
    return Word(FILLER, word) if word in patterns.of_dates else None


_ERAS: Final[Mapping[str, int]] = vocabulary.ERAS
_ROMAN: Final = {name: number for number, name in enumerate(vocabulary.ROMAN.split(), 1)}


def _named(word: str, language: str | None, *, everywhere: bool) -> Word | None:
    """Names near at hand come first, so that most strings need the names of two languages only."""
    return (
        _foreign(word, language)
        or _month(word, Tier.NEAR, language)
        or _weekday(word, Tier.NEAR, language)
        or _label(word)
        or _month(word, Tier.COMMON, language)
        or _weekday(word, Tier.COMMON, language)
        or (_month(word, Tier.ALL, language) if everywhere else None)
        or _by_beginning(word, language)
    )


def _foreign(word: str, language: str | None) -> Word | None:
    """A month of another calendar; Tigrinya gives Ethiopian names to Gregorian months."""
    found = _other_calendars().get(word)
    if found and found.calendar == "ethiopic" and language != "am" and names.month(word, Tier.NEAR, "ti"):
        return Word(UNKNOWN, word) if language is None else None
    return found


def _month(word: str, tier: Tier, language: str | None) -> Word | None:
    """A month, also behind an elided or a Hebrew preposition."""
    hebrew = word.removeprefix("ב") if language in {"he", None} else word
    for part in dict.fromkeys((word, word.removeprefix("d'"), hebrew)):
        if sense := names.month(part, tier, language):
            return Word(MONTH, word, sense.values, sense.languages)
    return None


def _weekday(word: str, tier: Tier, language: str | None) -> Word | None:
    if sense := names.weekday(word, tier, language):
        return Word(WEEKDAY, word, sense.values, sense.languages, firm=sense.firm)
    if len(word) > 1:
        return None
    indices = (characters.find(word) for characters in WEEKDAY_CHARACTERS)
    return next((Word(BARE_WEEKDAY, word, frozenset({each}), firm=True) for each in indices if each >= 0), None)


def _by_beginning(word: str, language: str | None) -> Word | None:
    if len(word) < 2:
        return None
    if sense := names.inflected_month(word, language):
        return Word(MONTH, word, sense.values, sense.languages)
    if sense := names.clipped_weekday(word):
        return Word(WEEKDAY, word, sense.values)
    return None


def joined(words: tuple[str, ...], language: str | None) -> Word | None:
    """What several words make together, such as a weekday of two words; null if nothing."""
    name = " ".join(fold(word) for word in words)
    if calendar := _foreign(name, language):
        return calendar
    for tier in (Tier.NEAR, Tier.COMMON):
        if sense := names.month(name, tier, language):
            return Word(MONTH, name, sense.values, sense.languages)
        if sense := names.weekday(name, tier, language):
            return Word(WEEKDAY, name, sense.values, sense.languages, firm=True)
    return None


def _label(word: str) -> Word | None:
    labels = _labels()
    if found := labels.get(word + "$"):
        return found
    for cut in range(min(len(word), _LONGEST_LABEL), 2, -1):
        if found := labels.get(word[:cut]):
            return found
    if word > _SCRIPTS_WITHOUT_SPACES:
        return next((label for stem, label in labels.items() if stem > _SCRIPTS_WITHOUT_SPACES and stem in word), None)
    return None


def _zone(word: str, folded: str, language: str | None) -> Word | None:
    """Latin names of zones are written in capitals; a few mean something else in some languages."""
    small = word.isascii() and word != word.upper() and folded not in {"utc", "gmt", "z"}
    return None if small or vocabulary.ZONE_EXCEPTIONS.get(language or "") == folded else _zones().get(folded)


@lru_cache(maxsize=1)
def _fixed() -> Mapping[str, Word]:
    """Words that mean the same in every language; the later entry wins."""
    table: dict[str, Word] = {}
    for text in vocabulary.FILLERS.split():
        table[fold(text)] = Word(FILLER, fold(text))
    for code, words in ((CLOCK_WORD, vocabulary.CLOCK_WORDS), (HOUR_WORD, vocabulary.HOURS)):
        for language, text in _by_language(words):
            table[text] = Word(code, text, languages=frozenset({language} - {""}))
    for text in vocabulary.DURATIONS.split():
        table[fold(text)] = Word(DURATION, fold(text))
    for text in vocabulary.HIJRI_MARKS.split():
        table[fold(text)] = Word(HIJRI, fold(text))
    for code, texts in vocabulary.UNITS.items():
        table |= {fold(text): Word(code, fold(text)) for text in texts.split()}
    table |= dict(_meridiems())
    table["t"] = Word(TEE, "t")
    table["w"] = Word(WEEK, "w")
    for text in ("thang", "thg"):
        table[text] = Word(NUMBERED_MONTH, text, languages=frozenset({"vi"}))
    return table


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, Word]:
    table: dict[str, Word] = {}
    for text, minutes in vocabulary.ZONES.items():
        for name in map(fold, text.split()):
            language = vocabulary.ZONE_LANGUAGES.get(name)
            table[name] = Word(ZONE, name, languages=frozenset({language} if language else ()), number=minutes)
    return table | {name: Word(ZONE, name, region=region) for name, region in vocabulary.REGIONAL_ZONES.items()}


def _meridiems() -> Iterator[tuple[str, Word]]:
    parts = ((AM, vocabulary.AM), (PM, vocabulary.PM), (NIGHT, vocabulary.NIGHT), (NOON, vocabulary.NOON))
    for part, text in parts:
        for name in text.split():
            code = MERIDIEM_BEFORE if name in _CJK_MERIDIEM else MERIDIEM
            yield fold(name), Word(code, fold(name), number=part)


def _by_language(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((language, fold(text)) for language, texts in words.items() for text in texts.split())


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in vocabulary.HEADS.split())


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, Word]:
    """By the beginning of the word, or by the whole word and `$`."""
    found: dict[str, tuple[str, set[str]]] = {}
    for role, words in (("published", vocabulary.PUBLISHED), ("modified", vocabulary.MODIFIED)):
        for language, text in _by_language(words):
            found.setdefault(text, (role, set()))[1].add(language)
    return {text: Word(LABEL, text, languages=frozenset(langs), role=role) for text, (role, langs) in found.items()}


@lru_cache(maxsize=1)
def _other_calendars() -> Mapping[str, Word]:
    table: dict[str, Word] = {}
    for calendar, text in (
        ("hijri", vocabulary.HIJRI),
        ("jalali", vocabulary.JALALI),
        ("ethiopic", vocabulary.ETHIOPIC),
    ):
        for number, spellings in enumerate(text.split(), 1):
            for name in fold(spellings).replace("_", " ").split("|"):
                table[name] = Word(MONTH, name, frozenset({number}), calendar=calendar)
    return table
