"""The page's words in other languages: one .po file a language, in catalogues/, read when it is asked for.

A phrase that a catalogue lacks stays English, so that a half-made one can be used.
"""

import gettext
import re
from collections.abc import Callable
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from copydesk import registry
from copydesk.errors import UnknownNameError
from copydesk.renderers._phrases import Figure, Joined, Phrase

FOLDER = Path(__file__).parent / "catalogues"
NARROW = re.compile("[\u00a0\u202f]")
Say = Callable[[str], str]


def catalogue(language: str) -> Say:
    """What says a text in a language: phrases by their catalogue, figures as it writes them, all else as it is.

    Raises UnknownNameError for a language that has no catalogue.
    """
    if language not in registry.languages():
        raise UnknownNameError(
            f"no report speaks {language!r}", remedy=registry.nearest(language, registry.languages())
        )
    if language == "en":
        return _english
    with (FOLDER / f"{language}.po").open("rb") as source:
        return _Catalogue(read_po(source, locale=language)).said


def _english(text: str) -> str:
    return text


class _Catalogue:
    """One catalogue, and how its language counts and writes numbers."""

    def __init__(self, catalog: Catalog) -> None:
        self.locale = Locale.parse(str(catalog.locale))
        self.index = gettext.c2py(catalog.plural_expr)
        self.texts: dict[str, tuple[str, ...]] = {}
        for each in catalog:
            key = each.id[0] if isinstance(each.id, (list, tuple)) else each.id
            forms = each.string if isinstance(each.string, (list, tuple)) else (each.string,)
            if key and all(forms) and not each.fuzzy:
                self.texts[key] = tuple(map(str, forms))

    def said(self, text: str) -> str:
        """The text in this language."""
        if isinstance(text, Phrase):
            return self._phrase(text)
        if isinstance(text, Figure):
            return self._figure(text)
        if isinstance(text, Joined):
            return text.between.join(map(self.said, text.parts))
        return text

    def _phrase(self, phrase: Phrase) -> str:
        forms = self.texts.get(phrase.message)
        if forms is None:
            english = phrase.message if phrase.many is None or phrase.number == 1 else phrase.many
            forms = (english,)
        place = self.index(phrase.number) if phrase.number is not None and len(forms) > 1 else 0
        values = {name: self.said(value) for name, value in phrase.values.items()}
        return forms[place].format(**values) if values else forms[place]

    def _figure(self, figure: Figure) -> str:
        if figure.digits is None:
            return figure.sign + self._decimal(figure.value)
        return f"{figure.sign}{self._decimal(round(figure.value, figure.digits))} %"

    def _decimal(self, value: float) -> str:
        """The number, with plain spaces where a language has narrow ones: a page shows those as signs."""
        return NARROW.sub(" ", str(format_decimal(value, locale=self.locale)))
