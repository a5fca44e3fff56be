"""Bring the catalogues of the HTML report up to date with the phrases of the code and the templates.

    python docs/catalogues.py            renews every catalogue in validations/copydesk/renderers/catalogues/
    python docs/catalogues.py it         begins one for another language: the one file that a language takes

A phrase that is new has no translation yet and is shown in English; tests/renderers/test_catalogue.py names it.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

RENDERERS = Path(__file__).parents[1] / "validations" / "copydesk" / "renderers"
FOLDER = RENDERERS / "catalogues"
METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
KEYWORDS = {"say": None, "say_many": (1, 2), "both": (1, 2)}


def phrases() -> Catalog:
    """All phrases of the renderers, with the files that they stand in."""
    made = Catalog(project="copydesk", charset="utf-8")
    options = {"**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
    for file, _, message, _, _ in extract_from_dir(RENDERERS, METHODS, options, KEYWORDS):
        made.add(message, locations=[(file, 0)])
    return made


def renewed(languages: Iterator[str]) -> Iterator[tuple[Path, Catalog]]:
    """Each catalogue with the phrases of today: new ones empty, old ones gone."""
    template = phrases()
    for language in languages:
        file = FOLDER / f"{language}.po"
        known = Catalog(locale=language)
        if file.is_file():
            with file.open("rb") as source:
                known = read_po(source, locale=language)
        known.update(template, no_fuzzy_matching=True)
        known.obsolete.clear()
        yield file, known


def write(file: Path, catalog: Catalog) -> None:
    """One catalogue, without the day and the names that a header has by default: the same phrases, the same bytes."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True, include_lineno=False, sort_output=True)
    head = (
        f"# The words of the HTML report. `python docs/catalogues.py` renews the list of phrases.\n"
        f'msgid ""\nmsgstr ""\n"Language: {file.stem}\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    file.write_bytes(head.encode() + buffer.getvalue())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, catalog in renewed(iter(sys.argv[1:] or sorted(each.stem for each in FOLDER.glob("*.po")))):
        write(file, catalog)
        missing = sum(not each.string or not all(each.string) for each in catalog if each.id)
        print(f"{file.name}: {len(catalog)} phrases, {missing} without a translation")  # noqa: T201
