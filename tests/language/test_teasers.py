import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.markers import ELLIPSIS_SCREEN, ending
from copydesk.language.teasers import SOUND_SCREEN, SUSPECT_SCREEN, alone, judge, score, whole

BODY = (
    "PORT ELM – The harbour will be closed for three weeks because the old cranes are being replaced. Ferries stop at "
    "the pier.\n\n“Nobody will miss them,” said Dr. Maria Lund of the port.\n\nTickets stay valid…\n\nThe mayor agreed"
)
PIECES = st.sampled_from(
    (
        "The harbour",
        " closes",
        " Monday",
        ".",
        "...",
        "…",
        " Read more",
        " U.S.",
        " Dr.",
        " messrs.",
        "。",
        "港",
        "!",
        " »",
        " appeared first on X",
        "The post ",
        ". . .",
        "&hellip;",
        "”",
        " ",
        "\n",
        "approx.",
        "।",
        "?",
        "[…]",
    )
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The harbour will be closed for three weeks because the old cranes are bei", "midword"),
        ("The harbour will be closed for three weeks because the", "midsentence"),
        ("The harbour will be closed for three weeks because the old...", "marker"),
        ("THE HARBOUR WILL BE CLOSED – for three weeks, because", "midsentence"),
        ("“Nobody will miss them,” said Dr.", "midsentence"),
    ],
)
def test_the_body_goes_on(text: str, kind: str) -> None:
    cut = judge(text, [None, BODY])
    assert cut is not None
    assert (cut.kind, cut.grade, cut.witness) == (kind, "verified", 1)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour will be closed for three weeks because the old cranes are being replaced",
        "Tickets stay valid…",
        "The mayor agreed",
        "The mayor agreed...",
        "“Nobody will miss them”",
        "",
        "…",
        "¡!",
    ],
)
def test_the_body_ends_there_too(text: str) -> None:
    cut = judge(text, [BODY])
    assert cut is None or text == "“Nobody will miss them”"


def test_words_in_the_middle_of_a_sentence_are_no_cut_by_themselves() -> None:
    assert judge("Maria Lund of the port", [BODY]) is None


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("A harbour is closed for the", 4),
        ("The harbour is closed,", 4),
        ("x" * 200, 4),
        ("The cranes are old. Nobody has told", 2),
        ("The ferry will stop at the pier of Elm's", 4),
        ("The mayor of the town called the crane “an old", 4),
        ("The ferry is back for the first time in the last 30", 0),
        ("The old ferry takes no more passengers than 30", 3),
        ("New cranes", 0),
        ("", 0),
    ],
)
def test_score(text: str, points: int) -> None:
    assert score(text, "en") == points


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Hafen bleibt drei Wochen lang geschlossen, denn die Kräne sind alt und", "de"),
        ("Le port restera fermé pendant trois semaines parce que les vieilles grues de la", "fr"),
        ("Порт закроют на три недели, потому что старые краны и", "ru"),
        ("항구는 유월까지 문을 닫는다. 오래된 크레인 대신 새 크레인 세 대를", "ko"),
        ("बंदरगाह तीन सप्ताह बंद रहेगा। पुरानी क्रेनों को हटाने के बाद शहर की", "hi"),
    ],
)
def test_alone_by_the_last_word(text: str, language: str) -> None:
    cut = alone(text, language)
    assert cut is not None
    assert (cut.kind, cut.grade) == ("midsentence", "none")
    assert text[cut.start : cut.end] == text.rsplit(maxsplit=1)[-1]


def test_whole_completes_the_sentence_across_a_wrapped_line() -> None:
    body = (
        "The harbour will be closed for\nthree weeks because the cranes\nare being replaced by new ones.\n"
        "Ferries stop at the old pier."
    )
    cut = judge("The harbour will be closed for three weeks because", [body])
    assert cut is not None
    assert whole("The harbour will be closed for three weeks because", cut, body) == (
        "The harbour will be closed for three weeks because the cranes are being replaced by new ones."
    )


@settings(deadline=None)
@given(st.lists(PIECES).map("".join) | st.text())
def test_the_screens_miss_nothing(text: str) -> None:
    array = pa.array([text])
    sound = pc.match_substring_regex(array, SOUND_SCREEN)[0].as_py()
    suspect = pc.match_substring_regex(array, SUSPECT_SCREEN)[0].as_py()
    body = f"{text} and so on. {text.rstrip('.')} goes on"
    if sound and not suspect:
        assert judge(text, [body]) is None
    if ending(text).mark and "more" not in text:
        assert pc.match_substring_regex(array, ELLIPSIS_SCREEN)[0].as_py()


@settings(deadline=None)
@given(st.lists(PIECES).map("".join), st.lists(PIECES).map("".join))
def test_spans_lie_in_the_text(text: str, body: str) -> None:
    cut = judge(text, [body, text + body])
    if cut:
        assert 0 <= cut.start < cut.end <= len(text)
        assert cut.core <= len(text)
        if cut.witness is not None:
            whole(text, cut, (body, text + body)[cut.witness])
