"""What the shape of a string says of its date, before any digit is looked at.

A plan is made once for a shape (all digits masked, so that nothing in it can depend on them) and then read with the
digits of each string that has the shape.
"""

from dataclasses import dataclass

from copydesk.language.dates.tokens import Span


@dataclass(frozen=True, slots=True)
class Form:
    """One way to take the numbers as a day.

    `order` is dmy, mdy or ymd where orders compete, else null. `month` is a number where a word names it. `base` is
    added to the year (eras). `calendar` is one of calendars.gregorian, with `week` and `ordinal` for ISO's own forms.
    """

    year: Span
    month: Span | int
    day: Span
    order: str | None = None
    base: int = 0
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """An offset: `minutes` if a name gives it, digits with a sign, or the IANA name of a region."""

    minutes: int = 0
    sign: int = 0
    hours: Span = (0, 0)
    rest: Span = (0, 0)
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; an empty span counts as 0. `meridiem`, a key of calendars.HOURS, goes with a clock of twelve.

    `doubtful`: an unknown word stands beside it, which may be a zone or a part of the day.
    """

    hour: Span
    minute: Span = (0, 0)
    second: Span = (0, 0)
    fraction: Span = (0, 0)
    meridiem: int | None = None
    zone: Zone | None = None
    doubtful: bool = False

    @property
    def precision(self) -> str:
        """Microsecond, second or minute; a bare hour counts as a minute."""
        if self.doubtful:
            return "day"
        if self.fraction[0] < self.fraction[1]:
            return "microsecond"
        return "second" if self.second[0] < self.second[1] else "minute"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a date. Its forms are tried all; the facts decide.

    `evidence` is what settles a candidate of one valid day: iso, month-name or over-12. `preferred` is the order that
    dots or the language ask for. `weekdays` are those printed beside it; if `firm`, they can contradict. `role` is
    published or modified by its label. `glued`: it runs into the date behind it. `shape` names the way of writing
    where orders compete. `broken`: what follows it cannot be a time.
    """

    forms: tuple[Form, ...]
    evidence: str
    preferred: str | None = None
    weekdays: frozenset[int] = frozenset()
    firm: bool = False
    clock: Clock | None = None
    role: str | None = None
    glued: bool = False
    shape: str | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The candidates in the order of the string; without any, `problem` says why."""

    candidates: tuple[Candidate, ...] = ()
    problem: str | None = None
