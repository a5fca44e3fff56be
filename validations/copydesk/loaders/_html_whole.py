"""Texts that go on where another is cut off."""

import re
from collections.abc import Iterable

MARK = re.compile(r"[\s\[(]*(?:\.{2,}|…)[\s\])]*$")
TAIL = 24
"""Code points at the end of a text in which an ellipsis may stand."""
CREDIT = re.compile(
    r"\s+(?:©|\(c\)\s|[|•]\s).{1,60}\Z|\s[-–—]\s(?:photos?|fotos?|videos?|images?|bild)\Z", re.IGNORECASE | re.DOTALL
)
BETWEEN = " \u00a0,\"'’“”«»"
"""What may stand between two words of a sentence."""
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

    One that goes on inside the sentence comes first, for the ellipsis may have been left out elsewhere too; else one
    that says the same without it is whole. Null for a text that is not cut, or too short to tell.
    """
    if not is_cut(text):
        return None
    begun = letters(stem(text))
    if len(begun) < STEM:
        return None
    longer = [_bare(each, begun) for each in offered if not is_cut(each) and letters(each).startswith(begun)]
    return min(longer, key=lambda each: (not _runs_on(each, begun), len(each)), default=None)


def _runs_on(text: str, begun: str) -> bool:
    """Whether a word follows the letters that a text begins with, and no mark stands between."""
    seen, place = 0, 0
    while seen < len(begun) and place < len(text):
        seen += len(letters(text[place]))
        place += 1
    return text[place:].lstrip(BETWEEN)[:1].isalnum()


def _bare(text: str, begun: str) -> str:
    """A text without the credit of a picture or the name of the site at its end."""
    found = CREDIT.search(text)
    bare = text[: found.start()] if found else text
    return bare if letters(bare).startswith(begun) and letters(bare) != begun else text
