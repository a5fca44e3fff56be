"""A plan and the digits of one string come to a reading."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from copydesk.language.dates.calendars import FIRST_YEAR, HOURS, LAST_YEAR, SENTINELS, century, gregorian
from copydesk.language.dates.plan import Candidate, Clock, Form, Plan
from copydesk.language.dates.reading import (
    CONTRADICTORY,
    IMPOSSIBLE,
    SENTINEL,
    SEVERAL,
    UNDECIDABLE,
    UNREADABLE,
    Reading,
    parted,
)
from copydesk.language.dates.tokens import Span, known_zone

LONGEST_OFFSET: Final = 14 * 60
_PERSIAN: Final = frozenset({"fa", "ps", "ckb", "mzn", "lrc"})
_ISLAMIC: Final = frozenset({"ar", "ur"})


def judge(plan: Plan, digits: str, language: str | None) -> Reading:
    """What the string says; `digits` are all its digits, `language` decides years of 1300 to 1500."""
    if not plan.candidates:
        return Reading(problem=plan.problem)
    readings = [(each, _read(each, digits, language)) for each in plan.candidates]
    told = [pair for pair in readings if pair[1].problem not in {IMPOSSIBLE, UNREADABLE}] or readings
    days = {reading.local.date() if reading.local else None for _, reading in told}
    if len(told) == 1 or len(days) == 1:
        return told[0][1]
    published = [reading for candidate, reading in told if candidate.role == "published"]
    plain = [reading for candidate, reading in told if candidate.role is None]
    if published or told[0][0].glued:
        return (published or [told[0][1]])[0]
    if len(plain) > 1:
        return Reading(problem=SEVERAL)
    return (plain or [told[0][1]])[0]


def _read(candidate: Candidate, digits: str, language: str | None) -> Reading:
    days = _days(candidate, digits, language)
    if candidate.broken or not days:
        return Reading(problem=IMPOSSIBLE)
    if days.keys() <= SENTINELS:
        return Reading(problem=SENTINEL)
    moment = _moment(candidate.clock, digits)
    if moment is None:
        return Reading(problem=IMPOSSIBLE)
    fitting = {day: form for day, form in days.items() if not candidate.weekdays or day.weekday() in candidate.weekdays}
    if not fitting and candidate.firm:
        return Reading(evidence="weekday", problem=CONTRADICTORY, shape=candidate.shape)
    return _decide(candidate, days, fitting or days, moment, digits)


def _decide(
    candidate: Candidate,
    days: Mapping[date, str | None],
    left: Mapping[date, str | None],
    moment: timedelta,
    digits: str,
) -> Reading:
    """One day, or none: `days` are all that the numbers allow, `left` those that the weekday leaves."""
    evidence = candidate.evidence if len(days) == 1 else "weekday"
    zoned = {day: _local(candidate.clock, datetime.combine(day, time()) + moment, digits) for day in left}
    sound = {day: local for day, local in zoned.items() if local}
    if len(sound) < len(zoned):
        return Reading(problem=IMPOSSIBLE)
    pairs = tuple((order, sound[day]) for day, order in left.items() if order)
    if len(left) > 1:
        left = {day: order for day, order in left.items() if order and order == candidate.preferred}
        evidence = "locale"
    precision = candidate.clock.precision if candidate.clock else "day"
    if not left:
        known = precision if pairs else None
        return Reading(None, None, known, "undecidable", UNDECIDABLE, None, pairs, candidate.shape)
    day, order = next(iter(left.items()))
    local, offset = parted(sound[day])
    return Reading(
        local, offset, precision, evidence, None, order, pairs if evidence == "locale" else (), candidate.shape
    )


def _days(candidate: Candidate, digits: str, language: str | None) -> dict[date, str | None]:
    """Each possible day with its order; null where two orders give the same day."""
    days: dict[date, str | None] = {}
    for form in candidate.forms:
        day = _day(form, digits, language)
        if day is not None:
            days[day] = None if day in days else form.order
    return days


def _day(form: Form, digits: str, language: str | None) -> date | None:
    start, end = form.year
    year = int(digits[start:end]) + form.base
    if end - start == 2 and not form.base:
        year = century(year)
    month = form.month if isinstance(form.month, int) else _number(digits, form.month)
    calendar = form.calendar or (_islamic(language) if 1300 <= year <= 1500 else "")
    day = gregorian(calendar, year, month, _number(digits, form.day))
    return day if day and (FIRST_YEAR <= day.year <= LAST_YEAR or day in SENTINELS) else None


def _islamic(language: str | None) -> str:
    return "jalali" if language in _PERSIAN else "hijri" if language in _ISLAMIC else ""


def _number(digits: str, span: Span) -> int:
    start, end = span
    return int(digits[start:end]) if start < end else 0


def _moment(clock: Clock | None, digits: str) -> timedelta | None:
    """The time since midnight; null where there is no such time of day."""
    if clock is None or clock.doubtful:
        return timedelta()
    hour, minute, second = (_number(digits, span) for span in (clock.hour, clock.minute, clock.second))
    if clock.meridiem is not None and hour <= 12:
        hour = HOURS[clock.meridiem][hour]
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    if second == 60 and (hour, minute) != (23, 59):
        return None
    start, end = clock.fraction
    micro = int(digits[start : min(end, start + 6)].ljust(6, "0")) if start < end else 0
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)


def _local(clock: Clock | None, local: datetime, digits: str) -> datetime | None:
    """The local time with its offset, if one is printed; null where no place on earth has it."""
    zone = clock.zone if clock and not clock.doubtful else None
    if zone is None or (zone.region and not known_zone(zone.region)):
        return local
    if not zone.region:
        minutes = zone.minutes + zone.sign * (60 * _number(digits, zone.hours) + _number(digits, zone.rest))
        return local.replace(tzinfo=timezone(timedelta(minutes=minutes))) if abs(minutes) <= LONGEST_OFFSET else None
    zoned = local.replace(tzinfo=ZoneInfo(zone.region))
    left_out = zoned.astimezone(UTC).astimezone(zoned.tzinfo).replace(tzinfo=None) != local
    offset = (zoned.utcoffset() or timedelta()) // timedelta(minutes=1)
    return None if left_out else local.replace(tzinfo=timezone(timedelta(minutes=offset)))
