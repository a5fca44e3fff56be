"""One string at a time."""

import re
from typing import Final

from copydesk.language.dates.grammar import plan
from copydesk.language.dates.judge import judge
from copydesk.language.dates.names import base
from copydesk.language.dates.numbers import number
from copydesk.language.dates.reading import UNREADABLE, Reading
from copydesk.language.dates.text import LIMIT, MASK, plain

_DIGITLESS: Final = re.compile(r"[^0-9]+")
_PERSIAN_DIGIT: Final = re.compile("[\u06f0-\u06f9]")


def read(raw: str, language: str | None = None) -> Reading:
    """What one string says of a date, by itself and by the language of its page (a BCP 47 tag).

    It never guesses: a string that names two days is `undecidable`, and keeps both as candidates. Without a zone the
    offset is null. A bare hour counts as a minute; a time beside an unknown word is left out, and the precision is day.
    """
    if len(raw) > LIMIT:
        return Reading(problem=UNREADABLE)
    text = plain(raw)
    spoken = speech(raw, language)
    return number(text) or judge(plan(text.translate(MASK), spoken), _DIGITLESS.sub("", text), spoken)


def speech(raw: str, language: str | None) -> str | None:
    """The language that CLDR knows by a tag; Persian where none is given and the digits are Persian."""
    return base(language) or ("fa" if _PERSIAN_DIGIT.search(raw) else None)
