import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.paywalls import SCREEN, paywall

WALLS = (
    "Subscribe to continue reading",
    "Take out a subscription for the rest of this story",
    "Den ganzen Text gibt es mit einem Digitalabo",
    "Le reste du récit est réservé à nos abonnés",
    "El resto de la crónica es para suscriptores",
    "Další text a zbytek rozhovoru mají jen předplatitelé",
    "Остальная часть очерка открыта подписчикам",
    "Το υπόλοιπο κείμενο είναι για συνδρομητές",
    "بقية الحكاية للمشتركين",
    "以下内容由付费会员阅读",
    "이하 내용은 유료 회원에게 공개됩니다",
    "Log in or create an account to continue",
    "This article is for subscribers only.",
    "You’ve reached your limit of free articles.",
    "Dieser Artikel ist exklusiv für Abonnenten.",
    "Jetzt weiterlesen mit Abo",
    "La suite de l'article est réservée aux abonnés.",
    "Connectez-vous pour lire la suite",
    "Contenido exclusivo para suscriptores",
    "Suscríbete para seguir leyendo",
    "Conteúdo exclusivo para assinantes",
    "Assine para continuar lendo",
    "Contenuto riservato agli abbonati",
    "Abbonati per continuare a leggere",
    "Dit artikel is alleen voor abonnees",
    "Logga in för att läsa hela artikeln",
    "Artiklen er kun for abonnenter",
    "Logg inn for å lese hele saken",
    "Juttu on vain tilaajille",
    "Artykuł dostępny tylko dla prenumeratorów",
    "Článek je pouze pro předplatitele",
    "Prihláste sa pre pokračovanie v čítaní",
    "A cikk csak előfizetőinknek érhető el",
    "Articol disponibil doar pentru abonați",
    "Συνδεθείτε για να διαβάσετε όλο το άρθρο",
    "Материал доступен только подписчикам",
    "Матеріал доступний лише для передплатників",
    "Статията е само за абонати",
    "Članak je samo za pretplatnike",
    "Haberin devamını okumak için abone olun",
    "هذا المحتوى للمشتركين فقط",
    "برای ادامه مطلب وارد شوید",
    "הכתבה המלאה למנויים בלבד",
    "आगे पढ़ने के लिए सब्सक्राइब करें",
    "Berlangganan untuk melanjutkan membaca",
    "Đăng nhập để đọc tiếp",
    "สมัครสมาชิกเพื่ออ่านต่อ",
    "この記事は有料会員限定です",
    "残り1,234文字",
    "이 기사는 유료 회원 전용입니다",
    "本文仅限付费会员",
    "订阅后继续阅读",
)


@pytest.mark.parametrize("words", WALLS)
def test_walls(words: str) -> None:
    text = f"The harbour is closed.\n\n{words}"
    span = paywall(text)
    assert span is not None
    assert text[slice(*span)] == words
    assert pc.match_substring_regex(pa.array([text]), SCREEN)[0].as_py()


@pytest.mark.parametrize(
    "words",
    [
        "Subscribe to our newsletter and get the week's stories each Friday.",
        "Sign up for our newsletter",
        "Abonnieren Sie unseren Newsletter",
        "Suscríbete a nuestro boletín",
        "Abonnez-vous à notre lettre",
        "Подпишитесь на наш канал",
        "订阅我们的频道",
        "Members of the club continue to read the old letters aloud.",
        "The story is told to members of the crew.",
        "Join us on Facebook to see more.",
    ],
)
def test_advertising_is_no_wall(words: str) -> None:
    assert paywall(f"The harbour is closed.\n\n{words}") is None


def test_a_wall_must_stand_at_the_end() -> None:
    assert paywall("Subscribe to continue reading\n\n" + "The harbour is closed. " * 20) is None


@settings(deadline=None)
@given(
    st.lists(st.sampled_from((*WALLS, "The harbour", " ", "\n", "読む", "abo", "subscribe"))).map("".join) | st.text()
)
def test_the_screen_misses_nothing(text: str) -> None:
    span = paywall(text)
    if span:
        assert 0 <= span[0] < span[1] <= len(text)
        assert pc.match_substring_regex(pa.array([text]), SCREEN)[0].as_py()
