from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.normal import bare, fold, letters, plain


def test_fold() -> None:
    assert fold("  The\u00a0FERRY\n is ") == "the ferry is"
    assert fold("Straße ﬁn") == "strasse fin"


def test_bare_drops_marks_at_the_edges() -> None:
    assert bare("«Паром идёт!»") == "паром идёт"
    assert bare("“...”") == ""


def test_letters_undo_accents_and_forms() -> None:
    assert letters("Ré-\u00a0ＡB")[0] == "reab"
    assert letters("re\u0301")[0] == letters("ré")[0]
    assert letters("की")[0] != letters("के")[0]


@settings(deadline=None)
@given(st.text())
def test_letters_know_where_they_stand(text: str) -> None:
    kept, places = letters(text)
    assert len(kept) == len(places)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text())
def test_plain_letters_are_the_letters(text: str) -> None:
    assert plain(text) == letters(text)[0]
