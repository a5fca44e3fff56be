"""What is known of words: CLDR's names, and our own lists beside them."""

import subprocess
import sys

import pytest

from copydesk.language.dates import names, vocabulary
from copydesk.language.dates.lexicon import classify
from copydesk.language.dates.names import Tier
from copydesk.language.dates.text import fold, plain


def test_first_words_of_names_are_all_listed() -> None:
    assert names.index(names.COMMON).heads <= {fold(word) for word in vocabulary.HEADS.split()}


def test_the_written_weekdays_are_those_of_cldr() -> None:
    # what Babel gives hangs on what it was asked before: a fresh one is asked
    fresh = "from copydesk.language.dates import names; print(*names.cldr_weekdays(names.COMMON), sep='|')"
    told = subprocess.check_output([sys.executable, "-X", "utf8", "-c", fresh], encoding="utf-8")
    assert names.spelled_weekdays(None) == tuple(told.strip().split("|"))


def test_the_language_declared_comes_first_then_english() -> None:
    assert [names.month("listopad", Tier.NEAR, language).values for language in ("cs", "hr")] == [{11}, {10}]  # type: ignore[union-attr]
    assert names.month("mar", Tier.NEAR, None).values == {3}  # type: ignore[union-attr]
    assert names.month("listopad", Tier.COMMON, None).values == {10, 11}  # type: ignore[union-attr]
    assert names.month("nichts", Tier.COMMON, None) is None


def test_all_languages_are_asked_last() -> None:
    assert names.month(fold("ođđajagemánnu"), Tier.COMMON, None) is None
    assert names.month(fold("ođđajagemánnu"), Tier.ALL, None).values == {1}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("tag", "base"), [("de-AT", "de"), ("nb-NO", "no"), ("PT_br", "pt"), ("", None), ("x-1", None)]
)
def test_tags(tag: str, base: str | None) -> None:
    assert names.base(tag) == base


def test_unknown_languages_know_nothing() -> None:
    assert names.order("xx") == ("", "")
    assert names.month("july", Tier.NEAR, "xx").values == {7}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Updated", "L"),
        ("EST", "Z"),
        ("est", "x"),
        ("pm", "A"),
        ("Juillet", "M"),
        ("XII", "M"),
        ("Uhr", "u"),
        ("更新", "L"),
    ],
)
def test_words(word: str, code: str) -> None:
    assert classify(word, None, everywhere=False).code == code


def test_plain_text() -> None:
    assert plain("\u200e１２&nbsp;July\t2016\x05&#5;F") == "12 July 2016||F"
    assert plain("StandMittwoch") == "Stand Mittwoch"
    assert plain("二〇一六年十二月二十一日") == "2016年12月21日"


def test_reading_iso_does_not_wait_for_babel() -> None:
    code = (
        "import sys; from copydesk.language.dates import read; read('2016-07-12T14:17:00Z', 'de');"
        "print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
