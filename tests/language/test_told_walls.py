import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.told_walls import LONGEST, MUTE, SPOKEN, SUBJECTS, told_wall, walled_body
from copydesk.language.walls import HEAD, MEANING

SAID = {
    "not-found": [
        "Sorry, we have lost that page.\nIt may have been moved, or the link does not exist.",
        "Leider gibt es diesen Beitrag nicht mehr. Vielleicht wurde er verschoben.",
        "Désolé, cet article a été supprimé. Retour à l'accueil",
        "Vaya, ese contenido ya no está disponible. Volver al inicio",
        "К сожалению, этот материал удалён. Вернитесь на главную.",
        "申し訳ありません。この記事は見つかりません。",
        "很抱歉，您要看的文章已被删除。",
        "عذراً، هذه الصفحة غير متوفرة.",
        "माफ़ करें, आप जो पेज चाहते हैं वह उपलब्ध नहीं है।",
    ],
    "needs-browser": [
        "Your ad blocker is on. Please pause it.",
        "У вас отключён JavaScript.",
        "JavaScriptが無効です。",
    ],
    "robot-check": [
        "Please confirm that you are human. It takes a few seconds.",
        "Bitte bestätigen Sie, dass Sie ein Mensch und kein Bot sind.",
        "Подтвердите, что вы человек.",
        "请确认您是真人。",
    ],
    "access-denied": [
        "We cannot show you this page: access from your network is blocked.",
        "Sie sind nicht berechtigt, diese Seite zu sehen.",
        "У вас недостаточно прав для этой страницы.",
        "您没有查看此页面的权限。",
    ],
    "server-error": [
        "Something went wrong. Please try again in a minute.",
        "Wegen Wartungsarbeiten ist die Seite gerade nicht zu sehen. Bitte versuchen Sie es später.",
        "Сайт временно недоступен. Попробуйте позже.",
        "只今メンテナンス中です。しばらくしてからもう一度お試しください。",
        "الموقع قيد الصيانة. يرجى المحاولة لاحقاً.",
    ],
    "login-wall": [
        "This story is for members. Already a member? Sign in to read it.",
        "Dieser Artikel ist ein Plus-Artikel. Mit einem Abo lesen Sie weiter.",
        "Материал доступен по подписке. Войдите, чтобы читать.",
        "この記事の続きは有料会員限定です。",
        "المحتوى متاح للمشتركين فقط. اشترك الآن",
    ],
    "consent": [
        "Cookies help us to run this site. Accept all or choose your settings.",
        "Wir setzen Cookies ein. Alle akzeptieren Alle ablehnen",
        "Nous utilisons des cookies pour votre confort. Tout refuser",
        "Мы используем cookie. Принять всё",
        "当サイトはクッキーを使います。同意する",
        "אנחנו משתמשים בעוגיות כדי לשפר את האתר.",
    ],
}
EVERY = [(kind, text) for kind, texts in SAID.items() for text in texts]
NEWS = [
    "The city's page for parking permits was down on Monday. A server in the old harbour office had overheated.",
    "A court in Elm fined the maker of a cookie tin. Its privacy policy, the judge said, promised too much.",
    "Nobody found the page of the log book that was torn out. The museum will search for it in May.",
    "The union's members get free access to the ferry. Other passengers pay three crowns.",
    "Die Seite der Stadt war am Montag nicht zu erreichen. Der Rat will den Fehler bis Mai suchen lassen.",
    "Сервер порта сгорел в субботу. Паром вышел с опозданием на час, сообщил капитан.",
    "議員のページが消えた。市は原因を調べている。",
]


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_a_wall_is_told_by_its_words(kind: str, text: str) -> None:
    found = walled_body(text)
    assert found is not None
    assert found.kind in {kind, "not-found"} if kind == "access-denied" else found.kind == kind
    assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("text", NEWS)
def test_news_of_such_things_is_news(text: str) -> None:
    assert walled_body(text) is None


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_screens_let_walls_through(kind: str, text: str) -> None:
    if told_wall(text) is None:
        return
    low = pc.utf8_lower(pa.array([text]))
    assert pc.match_substring_regex(pc.utf8_slice_codeunits(low, 0, 2 * HEAD), SUBJECTS).to_pylist() == [True]
    assert len(text) <= MUTE or pc.match_substring_regex(low, SPOKEN).to_pylist() == [True]


def test_every_kind_is_known() -> None:
    assert set(SAID) == set(MEANING)


@given(st.text(max_size=80), st.sampled_from(EVERY), st.text(max_size=LONGEST))
def test_spans_are_in_the_text(before: str, said: tuple[str, str], after: str) -> None:
    text = f"{before}\n{said[1]}\n{after}"
    found = told_wall(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
