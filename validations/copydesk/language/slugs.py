"""What the address of a story says of its headline: content systems write the headline's words into the path."""

import re
from urllib.parse import unquote, urlsplit

from copydesk.language.normal import plain

_TAIL = 14
"""Letters of a headline's end by which it is found in an address."""
_REST = 3
"""Letters that must follow for an address to say more."""
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#:@\s]+)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|shtml|jsp|cms|ece|amp)\b.*\Z", re.IGNORECASE)
_NUMBERS = re.compile(r"[\W_]*(?:[\W_][a-z]{0,4}\d+[a-z\d]*|\d+)\Z", re.IGNORECASE)
_SPELLINGS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe"), ("å", "aa"), ("æ", "ae"))


def goes_on(core: str, url: str | None) -> bool | None:
    """Whether the words of an address go on behind the end of a text: then the text is cut.

    False: they end with it. Null: the address does not hold the end of the text, or is none. `core` is the text
    without the mark of a cut. Numbers at the end of the path are no words.
    """
    slug = _slug(url)
    if not slug:
        return None
    for ending in dict.fromkeys((plain(core)[-_TAIL:], plain(_spelled(core[-2 * _TAIL :]))[-_TAIL:])):
        _, found, rest = slug.rpartition(ending) if len(ending) == _TAIL else ("", "", "")
        if found and (len(rest) >= _REST or not rest):
            return bool(rest)
    return None


def host(url: str | None) -> str | None:
    """The host of an address, without www; null for one that is relative, or cannot be read."""
    found = _HOST.match(url) if url else None
    return found[1].lower() if found else None


def _slug(url: str | None) -> str:
    """The letters and digits of the part of the path that has most words, without the numbers at its end."""
    if not url or len(url) > 2000:
        return ""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    part = max(path.split("/"), key=lambda each: len(re.findall(r"[^\W\d_]+", each)))
    part = _SUFFIX.sub("", part)
    while (bare := _NUMBERS.sub("", part)) != part:
        part = bare
    return plain(part)


def _spelled(text: str) -> str:
    for letter, spelled in _SPELLINGS:
        text = text.casefold().replace(letter, spelled)
    return text
