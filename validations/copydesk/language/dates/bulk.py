"""Many strings of one shape, read at once by numpy.

Only what is plain: one candidate, the Gregorian calendar, times and zones that exist. The rows that are not are named,
and left to judge.py; a test holds that both say the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.language.dates.calendars import FIRST_YEAR, HOURS, LAST_YEAR, PIVOT, SENTINELS
from copydesk.language.dates.judge import LONGEST_OFFSET
from copydesk.language.dates.plan import Candidate, Clock, Form, Plan
from copydesk.language.dates.reading import UNDECIDABLE
from copydesk.language.dates.table import INSTANT, READINGS
from copydesk.language.dates.tokens import Span

Whole = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]

_DAY: Final = 86_400_000_000
_MINUTE: Final = 60_000_000
_LENGTHS: Final = {"day": 10, "minute": 16, "second": 19, "microsecond": 26}
_MONTH_LENGTHS: Final = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], np.int64)
_EPOCH: Final = 719_163
_SENTINEL_DAYS: Final = np.array(sorted(day.toordinal() - _EPOCH for day in SENTINELS), np.int64)


def suits(plan: Plan) -> bool:
    """Whether rows of this plan can be read in bulk."""
    if len(plan.candidates) != 1 or plan.candidates[0].broken:
        return False
    candidate = plan.candidates[0]
    plain = all(form.calendar in {"", "gregorian"} for form in candidate.forms)
    zone = candidate.clock.zone if candidate.clock else None
    return plain and (zone is None or zone.region is None)


@dataclass(frozen=True, slots=True)
class _Days:
    """By form and row: the day since 1970 and whether it exists; `odd` rows have years that need a calendar."""

    day: Whole
    exists: Truth
    odd: Truth


def bulk(plan: Plan, digits: npt.NDArray[np.uint8]) -> tuple[pa.Table, Truth]:
    """READINGS of rows (rows x digits of the string), and which of them were read; the others' values mean nothing."""
    candidate = plan.candidates[0]
    days = _days(candidate, digits)
    micros, timely = _moment(candidate.clock, digits)
    offset, near = _offset(candidate.clock, digits)
    exists = days.exists
    fitting, fits = _by_weekday(candidate, days)
    distinct = _distinct(days.day, fitting)
    twin = _twins(days.day, exists)
    count = distinct.sum(axis=0)
    preferred = np.array([form.order is not None and form.order == candidate.preferred for form in candidate.forms])
    liked = distinct & ~twin & preferred[:, None]
    picked = np.where(count > 1, liked, distinct)
    good = timely & near & fits & _any(exists) & ~days.odd & ~_sentinel(days)
    decided = _any(picked)
    form = picked.argmax(axis=0)
    rows = np.arange(digits.shape[0])
    instants = days.day * _DAY + micros
    columns = {
        **_decided(candidate, instants[form, rows], offset, decided),
        "evidence": _evidence(candidate, _distinct(days.day, exists).sum(axis=0), count, decided),
        "problem": pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(rows), np.int8), mask=decided), [UNDECIDABLE]),
        "order": _names(np.where(twin[form, rows], -1, form), candidate, decided),
        "precision": _constant(_precision(candidate), len(rows), _open(candidate, decided, distinct & ~twin)),
        "shape": _constant(candidate.shape, len(rows)),
        **_candidates(candidate, instants, offset, distinct & ~twin & (count > 1)),
    }
    return _table(columns), good


def _days(candidate: Candidate, digits: npt.NDArray[np.uint8]) -> _Days:
    parts = [_civil(form, digits) for form in candidate.forms]
    return _Days(
        np.stack([day for day, _, _ in parts]),
        np.stack([exists for _, exists, _ in parts]),
        np.logical_or.reduce([odd for _, _, odd in parts]),
    )


def _civil(form: Form, digits: npt.NDArray[np.uint8]) -> tuple[Whole, Truth, Truth]:
    """Days since 1970, by the arithmetic of Hinnant's days_from_civil."""
    year = _number(digits, form.year) + form.base
    if form.year[1] - form.year[0] == 2 and not form.base:
        year += np.where(year >= PIVOT, 1900, 2000)
    rows = digits.shape[0]
    month = np.full(rows, form.month, np.int64) if isinstance(form.month, int) else _number(digits, form.month)
    day = _number(digits, form.day)
    leap = (month == 2) & (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    length = _MONTH_LENGTHS[np.where((month >= 1) & (month <= 12), month, 0)] + leap
    shifted = year - (month <= 2)
    of_era = shifted % 400
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    since = (shifted // 400) * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468
    exists = (day >= 1) & (day <= length)
    return since, exists, (year < FIRST_YEAR) | (year > LAST_YEAR)


def _number(digits: npt.NDArray[np.uint8], span: Span) -> Whole:
    start, end = span
    weights = 10 ** np.arange(end - start - 1, -1, -1, dtype=np.int64)
    return digits[:, start:end].astype(np.int64) @ weights


def _moment(clock: Clock | None, digits: npt.NDArray[np.uint8]) -> tuple[Whole, Truth]:
    """Microseconds since midnight, and whether the time is one; 24:00 and leap seconds are left to judge.py."""
    if clock is None or clock.doubtful:
        return np.zeros(digits.shape[0], np.int64), np.ones(digits.shape[0], np.bool_)
    hour, minute, second = (_number(digits, span) for span in (clock.hour, clock.minute, clock.second))
    if clock.meridiem is not None:
        hour = np.where(hour <= 12, np.array(HOURS[clock.meridiem], np.int64)[np.minimum(hour, 12)], hour)
    start, end = clock.fraction
    end = min(end, start + 6)
    micro = _number(digits, (start, end)) * 10 ** (6 - (end - start))
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + micro, (hour < 24) & (minute < 60) & (second < 60)


def _offset(clock: Clock | None, digits: npt.NDArray[np.uint8]) -> tuple[Whole | None, Truth]:
    """Minutes east of UTC, null without a zone, and whether they are within the bounds of the world."""
    if clock is None or clock.zone is None or clock.doubtful:
        return None, np.ones(digits.shape[0], np.bool_)
    zone = clock.zone
    minutes = zone.minutes + zone.sign * (60 * _number(digits, zone.hours) + _number(digits, zone.rest))
    return minutes, np.abs(minutes) <= LONGEST_OFFSET


def _by_weekday(candidate: Candidate, days: _Days) -> tuple[Truth, Truth]:
    """By form and row what the weekday leaves, and by row whether no weekday contradicts."""
    if not candidate.weekdays:
        return days.exists, np.ones(days.exists.shape[1], np.bool_)
    fitting = days.exists & np.isin((days.day + 3) % 7, sorted(candidate.weekdays))
    some = _any(fitting)
    return np.where(some, fitting, days.exists), some | (not candidate.firm)


def _any(mask: Truth) -> Truth:
    """By row whether it holds for some form."""
    found: Truth = np.logical_or.reduce(mask, axis=0)
    return found


def _distinct(day: Whole, exists: Truth) -> Truth:
    """The first form of each day."""
    first = exists.copy()
    for form in range(1, len(day)):
        for earlier in range(form):
            first[form] &= ~(exists[earlier] & (day[earlier] == day[form]))
    return first


def _twins(day: Whole, exists: Truth) -> Truth:
    """Forms whose day another form gives too."""
    twin = np.zeros_like(exists)
    for form in range(len(day)):
        for other in range(len(day)):
            if form != other:
                twin[form] |= exists[other] & (day[other] == day[form])
    return twin


def _sentinel(days: _Days) -> Truth:
    return _any(np.isin(days.day, _SENTINEL_DAYS) & days.exists)


def _evidence(candidate: Candidate, possible: Whole, left: Whole, decided: Truth) -> pa.Array:
    names = pa.array([candidate.evidence, "weekday", "locale", "undecidable"])
    code = np.select([~decided, left > 1, possible > 1], [3, 2, 1], 0)
    return pa.DictionaryArray.from_arrays(pa.array(code, pa.int8()), names)


def _names(form: Whole, candidate: Candidate, decided: Truth) -> pa.Array:
    orders = pa.array([each.order for each in candidate.forms], pa.string())
    known = decided & (form >= 0)
    return orders.take(pa.array(np.where(known, form, 0), mask=~known))


def _precision(candidate: Candidate) -> str:
    return candidate.clock.precision if candidate.clock else "day"


def _open(candidate: Candidate, decided: Truth, told: Truth) -> Truth:
    """Rows with a day, or with days by order."""
    ordered = np.array([form.order is not None for form in candidate.forms])
    return decided | _any(told & ordered[:, None])


def _constant(value: str | None, rows: int, where: Truth | None = None) -> pa.Array:
    mask = None if where is None else ~where
    if value is None:
        return pa.nulls(rows, pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int8), mask=mask), [value])


def _decided(candidate: Candidate, local: Whole, offset: Whole | None, decided: Truth) -> dict[str, pa.Array]:
    value, text = _written(candidate, local, offset, decided)
    tz = _constant("none" if offset is None else "explicit", len(local), decided)
    return {"value": value, "local": text, "tz": tz}


def _candidates(candidate: Candidate, instants: Whole, offset: Whole | None, told: Truth) -> Mapping[str, pa.Array]:
    columns: dict[str, pa.Array] = {}
    for index, form in enumerate(candidate.forms):
        if form.order is not None and told[index].any():
            value, text = _written(candidate, instants[index], offset, told[index])
            columns |= {f"value_{form.order}": value, f"local_{form.order}": text}
    return columns


def _written(candidate: Candidate, local: Whole, offset: Whole | None, where: Truth) -> tuple[pa.Array, pa.Array]:
    """Instants and their ISO texts as printed; null elsewhere."""
    naive = pa.array(local, mask=~where).cast(pa.timestamp("us"))
    precision = _precision(candidate)
    text = pc.utf8_slice_codeunits(naive.cast(pa.string()), 0, _LENGTHS[precision])
    if precision != "day":
        text = pc.binary_replace_slice(text, 10, 11, "T")
    if offset is None:
        return naive.cast(INSTANT), text
    if precision != "day":
        text = pc.binary_join_element_wise(text, _offset_text(offset), "")
    return pa.array(local - offset * _MINUTE, mask=~where).cast(INSTANT), text


def _offset_text(offset: Whole) -> pa.Array:
    values, inverse = np.unique(offset, return_inverse=True)
    texts = [f"{'-' if each < 0 else '+'}{abs(each) // 60:02d}:{abs(each) % 60:02d}" for each in values.tolist()]
    return pa.array(texts, pa.string()).take(pa.array(inverse))


def _table(columns: Mapping[str, pa.Array]) -> pa.Table:
    rows = len(columns["value"])
    arrays = [
        columns[field.name].cast(field.type) if field.name in columns else pa.nulls(rows, field.type)
        for field in READINGS
    ]
    return pa.table(arrays, schema=READINGS)
