"""What the pictures of a report say in words."""

from collections.abc import Sequence

from copydesk.exhibits import Mark, SourceDays, Timeline
from copydesk.model import Past
from copydesk.renderers._phrases import join, say, say_many
from copydesk.renderers._words import number

FIELDS = {
    "article_body": say("body"),
    "headline": say("headline"),
    "description": say("teaser"),
}
CONTRASTS = {
    "source": say("Articles by source"),
    "field": say("Filled fields"),
    "length": say("Lengths of bodies, in characters"),
}
"""What two versions are compared in."""
CONTRASTED = {"source": say("Source"), "field": say("Field"), "length": say("Characters")}
READINGS = {
    "": say("no date"),
    "day": say("the day"),
    "minute": say("the minute"),
    "second": say("the second"),
    "microsecond": say("the microsecond"),
    "iso": say("ISO form"),
    "month-name": say("name of a month"),
    "over-12": say("a day over 12"),
    "weekday": say("the weekday"),
    "sibling": say("other dates of the source"),
    "locale": say("the language"),
    "epoch": say("seconds since 1970"),
    "undecidable": say("undecidable"),
}


def field_name(field: str) -> str:
    """A field as a reader calls it: `article_body` is the body."""
    return FIELDS.get(field, field)


def line_label(line: SourceDays, told: Sequence[str]) -> str:
    """What the picture of a source over time shows, for who cannot see it."""
    total = say_many("{count} story over time", "{count} stories over time", sum(line.counts))
    return join([total, *told], "; ")


def marks(line: SourceDays) -> tuple[str, ...]:
    """Gaps and spikes in words."""
    return tuple(_mark(each) for each in line.marks)


def _mark(mark: Mark) -> str:
    first, last = str(mark.first), str(mark.last)
    if mark.kind == "spike":
        return say("spike on {day}", day=first)
    return (
        say("gap on {day}", day=first) if first == last else say("gap from {first} to {last}", first=first, last=last)
    )


def lengths_label(field: str, low: int, high: int | None) -> str:
    """What the picture of a field's lengths shows, for who cannot see it."""
    return say("{field}: the middle one has {range} characters", field=field_name(field), range=length_range(low, high))


def length_range(low: int, high: int | None) -> str:
    """A class of lengths: `200–299`, `1,000,000 or more`."""
    if high is None:
        return say("{low} or more", low=number(low))
    return number(low) if high == low + 1 else say("{low}–{high}", low=number(low), high=number(high - 1))


def class_name(low: str, above: str | None) -> str:
    """A class of lengths by its lower bound and that of the next one."""
    return length_range(int(low), int(above) if above else None)


def beside_label() -> str:
    """What the picture of lengths in two versions shows, for who cannot see it."""
    return say("lengths of bodies in both versions; the table has the numbers")


def stretch(days: int) -> str:
    """What one step along a line over time is."""
    return say_many("Each step is a day.", "Each step is {count} days.", days)


def not_shown(timeline: Timeline) -> str | None:
    """Stories that have no place on the lines; null if all have."""
    told = [
        say_many("{count} story lies far outside the time shown.", "{count} stories lie far outside the time shown.", n)
        for n in [timeline.outside]
        if n
    ]
    told += [say_many("{count} story has no day.", "{count} stories have no day.", n) for n in [timeline.undated] if n]
    return join(told, " ") if told else None


def stories(count: int) -> str:
    """How many stories."""
    return say_many("{count} story", "{count} stories", count)


def reading(name: str) -> str:
    """A precision or an evidence of dates as a reader calls it."""
    return READINGS.get(name, name)


def trend_label(past: Sequence[Past], runs: int) -> str:
    """What the picture of a trend shows, for who cannot see it."""
    return say("failing rows in {count} runs since {day}", count=number(runs), day=str(past[0].as_of))
