"""Words that know how they were made: English as they stand, and in other languages by a catalogue.

A renderer that speaks English prints them as the strings that they are. One that speaks another language hands each
to a Catalogue first. Text of the data is never a phrase: it stands in the values of one, and stays as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Self


class Phrase(str):
    """A sentence or word of ours; `message` and `many` are its msgids, `number` chooses among them."""

    message: str
    many: str | None
    number: int | None
    values: Mapping[str, str]

    def __new__(
        cls, message: str, values: Mapping[str, str], many: str | None = None, number: int | None = None
    ) -> Self:
        """The English text: `{name}` in the message gives its value its place."""
        chosen = message if many is None or number == 1 else many
        made = super().__new__(cls, chosen.format(**values) if values else chosen)
        made.message, made.many, made.number, made.values = message, many, number, values
        return made


class Joined(str):
    """Phrases with something between them."""

    parts: tuple[str, ...]
    between: str

    def __new__(cls, parts: Iterable[str], between: str) -> Self:
        """The English text."""
        kept = tuple(parts)
        made = super().__new__(cls, between.join(kept))
        made.parts, made.between = kept, between
        return made


class Figure(str):
    """A number for the reader: thousands are separated as the language does it. With `digits` it is per cent."""

    value: float
    digits: int | None
    sign: str

    def __new__(cls, value: float, digits: int | None = None, sign: str = "") -> Self:
        """The English text; `sign` stands before it."""
        text = f"{value:,}" if digits is None else f"{value:.{digits}f}".removesuffix(".0") + "%"
        made = super().__new__(cls, sign + text)
        made.value, made.digits, made.sign = value, digits, sign
        return made


def say(message: str, **values: str) -> Phrase:
    """One thing said; the message is looked up in a catalogue, the values are put into it."""
    return Phrase(message, values)


def say_many(one: str, many: str, count: int, **values: str) -> Phrase:
    """The same of one or of many; `{count}` is the count."""
    return Phrase(one, {"count": figure(count), **values}, many, count)


def both(one: str, many: str) -> tuple[str, str]:
    """A word or sentence of one and of many, to be said later; it marks them for the catalogues."""
    return one, many


def figure(value: int) -> Figure:
    """A whole number, its thousands separated: `1,240`."""
    return Figure(value)


def join(parts: Iterable[str], between: str = ", ") -> Joined:
    """Several phrases in a row."""
    return Joined(parts, between)
