"""Texts that go on where another is cut off."""

import re
from collections.abc import Iterable

MARK = re.compile(r"[\s\[(]*(?:\.{2,}|…)[\s\])]*$")
TAIL = 24
"""Code points at the end of a text in which an ellipsis may stand."""
STEM = 12
"""Letters and digits that a cut text needs before its continuation is believed."""


def names(line: str) -> tuple[str, ...]:
    """The names in a line, parted by blanks."""
    return tuple(line.split())


def letters(text: str) -> str:
    """The letters and digits alone, in lower case: quotation marks, dashes and spaces differ from place to place."""
    return "".join(char for char in text.casefold() if char.isalnum())


def is_cut(text: str) -> bool:
    """Whether a text ends in an ellipsis."""
    return MARK.search(text[-TAIL:]) is not None


def stem(text: str) -> str:
    """A text without the ellipsis at its end."""
    return text[:-TAIL] + MARK.sub("", text[-TAIL:])


def whole(text: str, offered: Iterable[str]) -> str | None:
    """The shortest of the texts offered that has whole what this one, which ends in an ellipsis, has cut off.

    One that says the same without the ellipsis is whole too. Null for a text that is not cut, or too short to tell.
    """
    if not is_cut(text):
        return None
    begun = letters(stem(text))
    if len(begun) < STEM:
        return None
    longer = (each for each in offered if not is_cut(each) and letters(each).startswith(begun))
    return min(longer, key=len, default=None)
