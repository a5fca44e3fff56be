import pytest

from copydesk.language.words import NEVER_LAST, SELDOM_LAST, language_of, words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry and the pier of the town", "en"),
        ("Die Fähre und der Steg von der Stadt", "de"),
        ("Паром и пристань в городе для всех", "ru"),
        ("Kuantan", None),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_declared_language_counts_if_its_words_are_there() -> None:
    assert language_of("en brygge", "nb-NO") == "no"
    assert language_of("The ferry and the pier", "de") == "en"


def test_words() -> None:
    assert words("L’eau, 12 o'clock") == ["L’eau", "o'clock"]


def test_no_word_is_in_both_tables() -> None:
    for language, seldom in SELDOM_LAST.items():
        assert not seldom & NEVER_LAST.get(language, frozenset()), language
