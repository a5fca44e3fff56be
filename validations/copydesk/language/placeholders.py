"""Placeholders: what stands where a text should be, and was never replaced by it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from copydesk.language.normal import bare
from copydesk.language.placeholder_words import DUMMY, KINDS, LATIN

MEANING: Mapping[str, str] = {
    "no-value": "The field holds nothing but a word for a missing value, such as N/A or null.",
    "field-name": "The field holds nothing but the name of a field, or an invitation to fill it in.",
    "to-do": "The field holds nothing but a note that its text is still to be written.",
    "trial": "The text was typed to try a system out.",
    "filler": "Dummy prose, such as lorem ipsum, stands where a text should be.",
    "variable": "A variable of a template or of a program was never replaced by its value.",
    "blank": "A blank that the writer was to fill in was left open.",
}
"""Each kind of placeholder with a sentence on it."""
LONGEST = 160
"""Bytes of a text that may as a whole be a placeholder, at most."""
_WHOLE: Mapping[str, str] = {
    bare(entry): kind for kind, entries in reversed(tuple(KINDS.items())) for entry in entries.split("|")
}
"""By a text that is nothing but a placeholder, as `bare` leaves it, the kind of it."""
EDGES = "".join(
    char
    for char in map(chr, range(0x1FB00))
    if not char.isalnum() and unicodedata.category(char) not in {"Cn", "Co", "Cs"}
)
"""The marks, spaces and signs that `bare` takes off the edges, but for rare ones."""
_FIELDS = (
    "title|headline|name|author|byline|date|time|source|summary|description|body|text|content|url|link|city|location"
    "|image|caption|category|section|publisher|site|site_?name|first_?name|last_?name|user_?name|email|count|total|value"
)
_VARIABLE = (
    r"\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|<%[^%\n]{1,200}%>|[$#]\{[A-Za-z_][\w.]{0,60}\}|%%[A-Z_]{3,40}%%"
    rf"|\{{(?:\d|{_FIELDS})\}}|\[object [A-Z]\w{{2,30}}\]|%\(\w{{1,40}}\)[sd]"
    # "50 %s" is a per cent sign with something glued to it; a variable of printf stands where a word would
    r"|(?<![\w%])(?<!\d[ \u00a0\u202f])(?<!%[A-Za-z][-/:., ])%(?:\d\$)?[sd](?![\w%])"
    r"|\{[A-Z][A-Z_]{2,30}\}"
)
_BLANK = (
    r"\[(?:please )?(?:insert|enter|add|fill in|your|hier|bitte|insérer|ajouter|votre|insertar|inserte|añadir|su"
    r"|inserir|inserisci|aggiungere|wstaw|вставить|вставьте|укажите|أدخل|यहाँ|ここに|在此|请输入|여기에)\b[^\]\n]{2,60}\]"
    r"|\[(?:[^\]\n]{2,40} )?(?:name|headline|title|date|city|quote) (?:here|tk|tbd)\]|\bTK ?TK\b|\[TK\]"
    r"|\[(?:name|datum|text|titel|zitat|bild|link|foto)[^\]\n]{0,30} (?:einfügen|einsetzen|ergänzen)\]"
)
_PROSE = "|".join(re.escape(each.strip()) for each in DUMMY.split("|"))
_FILLER = (
    # eight words in a row are no quotation of its name
    rf"\b(?:(?:{'|'.join(LATIN.split())})\b[\s,.;:]*){{8,}}"
    r"|^[^\w\n]*lorem ipsum(?: dolor(?: sit amet)?)?[^\w\n]*$"
    r"|^[^\w\n]*(?:blah|bla)(?:[^\w\n]+(?:blah|bla))+[^\w\n]*(?:#\d+;)?$"
    rf"|(?:{_PROSE})[^.\n。]*[.。]?"
)
_LOOSE = re.IGNORECASE | re.MULTILINE
_INNER: Mapping[str, re.Pattern[str]] = {
    "filler": re.compile(_FILLER, _LOOSE),
    "variable": re.compile(_VARIABLE),
    "blank": re.compile(_BLANK, re.IGNORECASE),
}
SCREEN = (
    rf"\{{\{{|\{{%|<%|[$#]\{{|%%[A-Z]|\{{(?:\d|[A-Z]|{_FIELDS})|\[object |%(?:\d\$)?[sd]|%\(\w"
    rf"|(?i:lorem|ipsum|dolor sit|consectetu|vestibulum|pellentesque"
    rf"|\bblah?[^\pL]+blah?|\[[^\]\n]{{2,80}}\]|{_PROSE})|TK ?TK"
)
"""A pattern for RE2 that finds every placeholder inside a text, and more."""
WHOLE = tuple(_WHOLE)
"""Texts that as a whole are placeholders, as `normal.bare` leaves them."""
_WHOLE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The span of a placeholder, its kind, and whether the text has next to nothing else."""

    kind: str
    start: int
    end: int
    whole: bool


def placeholders(text: str) -> list[Placeholder]:
    """The placeholders of a text in their order; a word that is one only as the whole text stands alone."""
    found = sorted((span, kind) for kind, pattern in _INNER.items() for span in _spans(pattern, text))
    covered = sum(end - start for (start, end), _ in found)
    whole = bool(found) and covered >= _WHOLE_SHARE * len(text.strip())
    if not whole and len(text.encode(errors="surrogatepass")) <= LONGEST and bare(text) in _WHOLE:
        return [Placeholder(_WHOLE[bare(text)], 0, len(text), whole=True)]
    return [Placeholder(kind, start, end, whole) for (start, end), kind in found]


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(text))
