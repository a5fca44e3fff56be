import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.checks._talks import talkative, titled
from copydesk.language.site_talk import talk_kind
from copydesk.language.wall_titles import TITLES, title_kind
from copydesk.language.walls import MEANING

SAID = [
    ("not-found", "Oh dear, the address you followed leads to a dead page. Try the search, or return to our homepage."),
    ("login-wall", "Tento příspěvek je uzamčen. Přihlaste se nebo si kupte předplatné."),
    ("login-wall", "Bài viết này dành cho hội viên. Vui lòng đăng nhập tài khoản của bạn."),
    ("consent", "אנחנו משתמשים בעוגיות. אישור מהווה הסכמה למדיניות הפרטיות שלנו."),
    ("server-error", "कृपया बाद में आएँ, हमारी साइट पर तकनीकी समस्या है।"),
    ("robot-check", "네트워크에서 비정상 요청이 감지되었습니다. 로봇이 아님을 인증해 주세요."),
]
NEWS = [
    "The harbour's web page was down. A server had overheated, said the clerk.",
    "Die Kräne gehen.\nAlle Cookies akzeptieren\nArtikel teilen",
    "Lund and Berg of Elm read the log: 1,204 pages, 17 of them missing.",
    "",
    "...",
]


@pytest.mark.parametrize(("kind", "text"), SAID)
def test_a_wall_is_told_by_the_words_that_it_is_made_of(kind: str, text: str) -> None:
    assert talk_kind(text) == kind


@pytest.mark.parametrize("text", NEWS)
def test_news_has_other_words(text: str) -> None:
    assert talk_kind(text) is None


@given(st.lists(st.sampled_from([*(text for _, text in SAID), *NEWS, *TITLES]), max_size=4).map("\n".join))
def test_the_screen_lets_every_wall_through(text: str) -> None:
    assert talk_kind(text) is None or talkative(pc.utf8_lower(pa.array([text]))).to_pylist() == [True]


@pytest.mark.parametrize("title", TITLES)
def test_titles_are_known_with_marks_and_an_outlet(title: str) -> None:
    for headline in (title, f"{title.title()}…", f" {title}! | The Kestrel"):
        assert title_kind(headline) in MEANING
    assert titled(pa.array([title, None, f"{title} of the harbour"])).to_pylist() == [0]


@given(st.text(max_size=200))
def test_any_text_may_be_asked(text: str) -> None:
    assert talk_kind(text) in {None, *MEANING}
    assert title_kind(text) in {None, *MEANING}
