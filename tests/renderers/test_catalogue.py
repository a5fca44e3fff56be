"""Every catalogue says every phrase, with the values that belong into it."""

import importlib.util
import string
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from copydesk import registry
from copydesk.errors import UnknownNameError
from copydesk.renderers import html
from copydesk.renderers._catalogue import FOLDER, catalogue
from copydesk.renderers._phrases import Figure, figure, join, say, say_many
from renderers import sample

LANGUAGES = [each for each in registry.languages() if each != "en"]
SPEC = importlib.util.spec_from_file_location("catalogues", Path(__file__).parents[2] / "docs" / "catalogues.py")
catalogues = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(catalogues)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def forms(value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_there_are_four_languages():
    assert {"de", "en", "es", "fr"} <= set(registry.languages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_nearly_every_phrase(language):
    """What it lacks is said in English: a new phrase need not wait for every translator."""
    with (FOLDER / f"{language}.po").open("rb") as source:
        known = read_po(source, locale=language)
    phrases = {forms(each.id) for each in catalogues.phrases() if each.id}
    said = {forms(each.id) for each in known if each.id and all(forms(each.string)) and not each.fuzzy}
    assert len(phrases - said) <= 0.1 * len(phrases), "run: python docs/catalogues.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_values_of_its_phrase(language):
    with (FOLDER / f"{language}.po").open("rb") as source:
        for each in (one for one in read_po(source, locale=language) if all(forms(one.string))):
            wanted = names(forms(each.id)[-1]) if each.id else set()
            for text in forms(each.string) if each.id else ():
                # of one, a language may say the number in a word
                assert names(text) in (wanted, wanted - {"count"}), each.id


def test_english_is_what_stands_in_the_code():
    said = catalogue("en")
    assert said(say_many("{count} row of {all}", "{count} rows of {all}", 1, all=figure(1200))) == "1 row of 1,200"
    assert said(join([say("a"), Figure(12.34, 1, "<")], "; ")) == "a; <12.3%"


def test_figures_are_written_as_the_language_does_it():
    said = catalogue("de")
    assert said(figure(1234567)) == "1.234.567"
    assert catalogue("fr")(figure(1234567)) == "1 234 567"
    assert said(Figure(0.1, 1, "<")) == "<0,1 %"
    assert said(Figure(50.0, 1)) == "50 %"


def test_text_of_the_data_is_not_translated_and_braces_in_it_mean_nothing():
    said = catalogue("de")
    assert said("Checks") == "Checks"
    assert said(say("no phrase of ours: {name}", name="{count} {0} {")) == "no phrase of ours: {count} {0} {"


def test_a_language_without_a_catalogue_names_those_there_are():
    with pytest.raises(UnknownNameError, match="no report speaks 'xx'"):
        catalogue("xx")


@pytest.mark.parametrize("language", registry.languages())
def test_a_page_speaks_one_language(language):
    page = html.render(replace(sample.report(), language=language))
    assert f'<html lang="{language}">' in page
    assert (">Rows failing<" in page) == (language == "en")
