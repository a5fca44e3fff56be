"""From the shape of a string to a plan: patterns over the code of its tokens.

G is what may stand between the parts of a date. The patterns are tried in turn, each on what those before it left.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from copydesk.language.dates import clocks, lexicon, names, vocabulary
from copydesk.language.dates.clocks import Found
from copydesk.language.dates.plan import Candidate, Form, Plan
from copydesk.language.dates.reading import INCOMPLETE, UNREADABLE
from copydesk.language.dates.tokens import Span, Tokens, tokens
from copydesk.language.dates.vocabulary import HOUR_BETWEEN

_G: Final = r"(?:[ .,\-/'f]|\([fk]\)){0,7}"
_FREE: Final = r"(?<![1-9n][./:,])(?<![1-9n]-)"
_END: Final = r"(?![./:-][1-9n])"
_CLOCK: Final = r"[12][:.]2(?::2(?:[.,][1-9n])?)?(?: ?A)?"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Named groups: y m d are numbers, M a month's name, c all digits in one, e an era, a b n numbers of open order."""

    evidence: str
    needs: str
    code: re.Pattern[str]


def _patterns(table: Iterable[tuple[str, str, str]]) -> tuple[_Pattern, ...]:
    """From evidence, a mark that every match has (to pass over the pattern at once), and the pattern."""
    return tuple(_Pattern(evidence, needs, re.compile(code.replace("G", _G))) for evidence, needs, code in table)


_PATTERNS: Final = _patterns(
    [
        ("iso", "4-", r"(?<![1-9n][.:])(?P<y>4)-(?P<m>[123])-(?P<d>[12])(?!-?[1-9nx]|-?:[1-9n])"),
        ("iso", "8", r"(?:^|(?<= ))(?P<c>8)(?=T|$)"),
        ("iso", "4-", r"^(?P<y>4)-(?P<j>3)(?=T|$)"),
        ("iso", "q", r"^(?P<y>4)-?q(?P<w>2)-?(?P<d>1)(?=T|$)"),
        ("iso", "4", r"(?<![1-9n][.:/])(?P<y>4) ?(?P<s>[./]) ?(?P<m>[12]) ?(?P=s) ?(?P<d>[12])(?![/:][1-9n]|[1-9n])"),
        ("month-name", "Y", r"(?P<y>4)Y ?(?P<m>[12])O ?(?P<d>[12])(?:D|(?=[ (]|$))"),
        ("month-name", "Y", r"(?P<y>4)Y ?(?P<m>[12])O ?(?P<x>[34]):"),
        ("month-name", "O", r"(?P<y>4) ?f? ?(?P<m>[12])(?:-f)? ?O ?(?P<d>[12])(?![1-9n])"),
        ("month-name", "E", r"(?P<e>E)(?P<y>[12])(?P<s>[./-])(?P<m>[12])(?P=s)(?P<d>[12])(?![./:-]?[1-9n])"),
        ("month-name", "E", r"(?P<e>E) ?(?P<y>[123])Y ?(?P<m>[12])O ?(?P<d>[12])D"),
        ("month-name", "g", r"(?P<d>[12])Gg ?(?P<m>[12])G(?P<y>4)"),
        ("month-name", "M", r"(?P<d>[12])G(?P<M>M)G(?P<y>4)"),
        ("month-name", "M", r"(?P<d>[12])G(?P<M>M)G(?P<z>[56])"),
        ("month-name", "M", r"(?P<M>M)G(?P<d>[12])[ .,f'][ .,f']{0,3}(?P<y>4)"),
        ("month-name", "M", r"(?P<M>M)G(?P<d>[12])[ .,f'][ .,f']{0,3}(?P<z>[56])"),
        ("month-name", "M", r"(?P<M>M)[ .]{0,2}(?P<d>[12]),?(?= " + _CLOCK + r"(?: ?Z| ?[+-]4)? (?P<y>4)(?!:))"),
        ("month-name", "M", r"(?P<d>[12])[ .,]{1,2}W[ .,]{1,2}(?P<M>M)G(?P<y>4)"),
        ("month-name", "M", r"(?P<y>4)G(?P<M>M)G(?P<d>[12])(?![:.]2)"),
        ("month-name", "M", r"(?P<y>4)[ .,\-f]{1,7}(?P<d>[12])G(?P<M>M)"),
        ("month-name", "M", r"(?P<d>[12])(?P<s>[./-]?)(?P<M>M)\.?(?P=s)(?P<y>2)(?![:.1-9nu])"),
        ("month-name", "M", r"(?P<d>[12])G(?P<M>M)G'(?P<y>2)"),
        ("month-name", "M", r"(?P<M>M)G(?P<d>[12])[, ]{1,2}'(?P<y>2)"),
        ("month-name", "M", r"(?P<d>[12])[ -](?P<M>M)[ -](?P<y>2)(?= [12]:2)"),
        ("over-12", "4", _FREE + r"(?P<a>[12]) ?(?P<s>[./-]) ?(?P<b>[12]) ?(?P=s) ?(?P<n>4)(?![./-][1-9n])"),
        ("over-12", "", _FREE + r"(?P<a>[12]) ?(?P<s>[./-]) ?(?P<b>[12]) ?(?P=s) ?(?P<z>[56])" + _END),
        ("over-12", "", _FREE + r"(?P<a>[12])(?P<s>[./-]) ?(?P<b>[12])(?P=s) ?(?P<n>2)(?![./:-][1-9n]|[1-9n])"),
        ("over-12", "", _FREE + r"(?P<a>2)(?P<s>[./-]) ?(?P<b>[12])(?P=s) ?(?P<n>1)(?![./:-]?[1-9n])"),
    ]
)
_PARTIAL: Final = re.compile(r"MG4|4-2(?![1-9n-])|[12]GM|MG[12]|4Y|[12]O|[12]/[12]|^4$".replace("G", _G))
_BETWEEN: Final = re.compile(r"[ .,\-|()/'fkWwhuAZ!]{0,12}")
_BESIDE_WEEKDAY: Final = re.compile(r"[ .,()\-]{0,4}(?:f[ .,]{0,2})?")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a candidate stands in the code."""

    start: int
    end: int
    match: re.Match[str]
    evidence: str


@lru_cache(maxsize=8192)
def plan(masked: str, language: str | None) -> Plan:
    """The plan of a plain text whose digits are all 0; `language` is one that CLDR knows, or null."""
    found = tokens(masked, language)
    places = _places(found.code)
    if not places and "x" in found.code and any(digit in found.code for digit in "456"):
        found = tokens(masked, language, everywhere=True)
        places = _places(found.code)
    if not places:
        return Plan(problem=INCOMPLETE if _PARTIAL.search(found.code) else UNREADABLE)
    spans = tuple((place.start, place.end) for place in places)
    times = clocks.clocks(found, spans)
    speech = _languages(found, places, language) or (("en",) if language == "en" else ())
    return Plan(tuple(_candidate(found, places, index, times, speech) for index in range(len(places))))


def _places(code: str) -> list[_Place]:
    places: list[_Place] = []
    for pattern in _PATTERNS:
        if pattern.needs not in code:
            continue
        for match in pattern.code.finditer(code):
            start, end = match.span()
            if "n" in match.re.groupindex and _a_time(code, match, places):
                continue
            if all(end <= place.start or place.end <= start for place in places):
                places.append(_Place(start, end, match, pattern.evidence))
    return sorted(places, key=lambda place: place.start)


def _a_time(code: str, match: re.Match[str], places: list[_Place]) -> bool:
    """Whether three numbers with dots stand where the time does, right behind a date or a year: 3.1.2021 9.30.00."""
    if not re.fullmatch(r"[12]\.2\.2", match[0]):
        return False
    ends = (place.end for place in places if place.end <= match.start())
    behind = re.compile(r"[ ,]{1,3}(?:W[ ,]{1,3})?(?:[kA]\.? ?)?")
    return any(behind.fullmatch(code, end, match.start()) for end in ends) or bool(
        re.search(r"4[ ,]{1,3}(?:[kA]\.? ?)?$", code[: match.start()])
    )


def _languages(found: Tokens, places: list[_Place], language: str | None) -> tuple[str, ...]:
    """The languages other than English that the string may be in: by its words, else as declared.

    A month's name beside a date of numbers says nothing: it is a person's, Jane or Marc.
    """
    said = [
        word.languages
        for position, word in found.words.items()
        if word.code != lexicon.MONTH or any(place.start <= position < place.end for place in places)
    ]
    if re.search("[12]u2", found.code):
        said.append(HOUR_BETWEEN)
    hints: frozenset[str] | None = None
    for languages in said:
        if languages and "en" not in languages:
            hints = languages if hints is None else hints & languages or hints
    known = hints or frozenset()
    if language and language != "en" and (not known or language in known):
        return (language,)
    return tuple(sorted(known))


def _candidate(
    found: Tokens, places: list[_Place], index: int, times: tuple[Found, ...], speech: tuple[str, ...]
) -> Candidate:
    place = places[index]
    before = places[index - 1].end if index else 0
    after = places[index + 1].start if index + 1 < len(places) else len(found.code)
    clock, broken = _time(found, place, times, (before, after))
    weekdays, firm = _weekday(found, place, times, (before, after))
    glued = bool(
        place.match.re.groupindex.get("z") and after > place.end and re.match(r"[. ]{0,2}M", found.code[place.end :])
    )
    candidate = Candidate(
        _forms(found, place),
        place.evidence,
        weekdays=weekdays,
        firm=firm,
        clock=clock.clock if clock else None,
        role=_role(found, place, before, after),
        glued=glued,
        broken=broken,
    )
    return _ordered(found, place, candidate, speech, clock) if "a" in place.match.re.groupindex else candidate


def _forms(found: Tokens, place: _Place) -> tuple[Form, ...]:
    match, numbers = place.match, found.numbers
    spans = {name: numbers[position] for name in match.re.groupindex if (position := match.start(name)) in numbers}
    if fixed := _fixed_forms(spans):
        return fixed
    if "z" in spans:
        spans["y"] = spans["n"] = (spans["z"][0], spans["z"][0] + 4)
    calendar = "hijri" if "h" in found.code else ""
    if "a" in spans:
        return _orders(spans, calendar)
    if "M" in match.re.groupindex:
        word = found.words[match.start("M")]
        calendar = word.calendar or calendar
        return tuple(Form(spans["y"], month, spans["d"], calendar=calendar) for month in sorted(word.values))
    base = found.words[match.start("e")].number if "e" in match.re.groupindex else 0
    return (Form(spans["y"], spans["m"], spans["d"], base=base, calendar="gregorian" if base else calendar),)


def _fixed_forms(spans: Mapping[str, Span]) -> tuple[Form, ...]:
    """Run-together digits, days of the year, ISO weeks; and a day that runs into an hour, `7月1214:17`."""
    if "c" in spans:
        start = spans["c"][0]
        return (Form((start, start + 4), (start + 4, start + 6), (start + 6, start + 8)),)
    if "j" in spans:
        return (Form(spans["y"], 1, spans["j"], calendar="ordinal"),)
    if "w" in spans:
        return (Form(spans["y"], spans["w"], spans["d"], calendar="week"),)
    if "x" in spans:
        start, end = spans["x"]
        return tuple(Form(spans["y"], spans["m"], (start, cut)) for cut in (start + 1, start + 2) if end - cut <= 2)
    return ()


def _orders(spans: dict[str, Span], calendar: str) -> tuple[Form, ...]:
    first, second, last = spans["a"], spans["b"], spans["n"]
    if calendar:
        return (Form(last, second, first, calendar=calendar),)
    forms = (Form(last, second, first, "dmy"), Form(last, first, second, "mdy"))
    year_first = Form(first, second, last, "ymd")
    if last[1] - last[0] == 1:
        return (year_first,)
    return (*forms, year_first) if last[1] - last[0] == first[1] - first[0] == 2 else forms


def _ordered(
    found: Tokens, place: _Place, candidate: Candidate, speech: tuple[str, ...], clock: Found | None
) -> Candidate:
    """With the order that dots or the language ask for, and without a year in front where nobody writes it so."""
    separator = place.match["s"]
    asked, orders = _asked(separator, speech)
    if len(candidate.forms) == 1 and candidate.forms[0].order == "ymd" and asked != "ymd":
        # a year of one digit is none, and nobody but some languages puts one of two digits in front
        return replace(candidate, broken=True)
    full = "z" in place.match.re.groupindex or found.code[place.match.start("n")] == "4"
    if asked == "ymd" and not full and not vocabulary.SPLIT_ON_YEARS.isdisjoint(speech):
        asked = None
    if not speech and re.fullmatch(r"2\. [12]\. 2\.", found.code[place.match.start("a") : place.end + 1]):
        asked = None
    if asked is None and separator == "/" and clock is not None and clock.american and speech in {(), ("en",)}:
        asked = "mdy"
    year_in_front = len(candidate.forms) == 3 and (asked == "ymd" or (asked is None and orders <= {"ymd"}))
    forms = candidate.forms if year_in_front else candidate.forms[:2]
    weekday, clocked = "W " if candidate.weekdays else "", " T" if candidate.clock else ""
    shape = f"{weekday}#{separator}#{separator}{'####' if full else '##'}{clocked}"
    if all(form.order != asked for form in forms):
        asked = None
    return replace(candidate, forms=forms, preferred=asked, shape=shape)


def _asked(separator: str, speech: tuple[str, ...]) -> tuple[str | None, frozenset[str]]:
    """The order that the writing asks for, if any, and the orders of the languages.

    Dots put the day first unless the language puts the year there. A language settles other separators only if its
    own short dates have them; English, which is written both ways, never does.
    """
    styles = [names.order(language) for language in speech]
    orders = frozenset(order for order, _ in styles if order)
    own = len(orders) == 1 and speech != ("en",) and any(mark == separator for _, mark in styles)
    if own:
        return next(iter(orders)), orders
    return ("dmy" if separator == "." else None), orders


def _time(found: Tokens, place: _Place, times: tuple[Found, ...], room: tuple[int, int]) -> tuple[Found | None, bool]:
    """The time of day that belongs to a date, and whether what follows the date cannot be one."""
    code = found.code
    if "x" in place.match.re.groupindex:
        return clocks.run_in(found, place.match.start("x")), False
    if code[place.end : place.end + 1] == "T":
        clock = clocks.after_t(found, place.end)
        return clock, clock is None
    if place.evidence == "iso" and re.match(r"x", code[place.end :]):
        return None, True
    near = [(distance, clock) for clock in times if (distance := _distance(code, place, clock, room)) is not None]
    if near:
        return min(near, key=lambda pair: pair[0])[1], False
    if clock := clocks.dotted_behind(found, place.end):
        return clock, False
    return None, clocks.BROKEN.match(code, place.end) is not None and "z" not in place.match.re.groupindex


def _distance(code: str, place: _Place, clock: Found, room: tuple[int, int]) -> tuple[int, int] | None:
    """How far a time stands from a date, with nothing between them that says otherwise; behind comes before."""
    if place.end <= clock.start < room[1]:
        gap = code[place.end : clock.start]
        side = 0
    elif room[0] <= clock.start and clock.end <= place.start:
        gap = code[clock.end : place.start]
        side = 1
    else:
        return None
    return (len(gap), side) if _BETWEEN.fullmatch(gap) else None


def _weekday(
    found: Tokens, place: _Place, times: tuple[Found, ...], room: tuple[int, int]
) -> tuple[frozenset[int], bool]:
    """The weekday beside a date or in it, and whether it may contradict."""
    for position, word in found.words.items():
        if word.code not in "Ww" or not room[0] <= position < room[1]:
            continue
        inside = place.start <= position < place.end
        gap = (position + 1, place.start) if position < place.start else (place.end, position)
        if inside or _BESIDE_WEEKDAY.fullmatch(_without(found.code, gap, times)):
            if word.code == "w" and found.code[position - 1 : position + 2] != "(w)":
                continue
            return word.values, word.firm and not _part_of_name(found, position)
    return frozenset(), False


def _part_of_name(found: Tokens, position: int) -> bool:
    """Whether a short weekday follows a word as a part of a name might: The Sun 5 May."""
    return (
        len(found.words[position].text) <= 3
        and re.search(r"[xf] $", found.code[:position]) is not None
        and (found.code[position + 1 : position + 2] not in ",.")
    )


def _without(code: str, gap: tuple[int, int], times: tuple[Found, ...]) -> str:
    start, end = gap
    for clock in times:
        if start <= clock.start and clock.end <= end:
            return code[start : clock.start] + code[clock.end : end]
    return code[start:end]


def _role(found: Tokens, place: _Place, before: int, after: int) -> str | None:
    """What the label before a date says of it, else the one behind it."""
    return _last_label(found, range(before, place.start)) or _last_label(
        found, _bracketed(found.code, place.end, after)
    )


def _bracketed(code: str, start: int, end: int) -> range:
    """What follows a date as its own remark: in brackets, or at the end of the string."""
    return range(start, end) if end == len(code) or code[start : start + 2].lstrip(" ").startswith("(") else range(0)


def _last_label(found: Tokens, positions: Iterable[int]) -> str | None:
    roles: Iterator[str | None] = (found.words[each].role for each in positions if each in found.words)
    last = None
    for role in roles:
        last = role or last
    return last
