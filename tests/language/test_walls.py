import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.walls import HEAD, MEANING, SCREENS, wall, walled_headline

SAID = {
    "not-found": [
        "Page introuvable", "Página no encontrada",
        "Página não encontrada", "Pagina non trovata", "Pagina niet gevonden",
        "Nie znaleziono strony", "Sidan kunde inte hittas", "Stránka nebyla nalezena", "Страница не найдена",
        "Сторінку не знайдено", "Sayfa bulunamadı", "Halaman tidak ditemukan", "Không tìm thấy trang",
        "لم يتم العثور على الصفحة", "صفحه مورد نظر یافت نشد",
        "पेज नहीं मिला", "找不到该页面", "페이지를 찾을 수 없습니다",
    ],
    "needs-browser": [
        "Please turn on JavaScript.", "Bitte aktivieren Sie JavaScript.", "Veuillez activer le JavaScript.",
        "Habilite JavaScript para continuar.", "Włącz obsługę JavaScript.", "Включите JavaScript в браузере.",
        "JavaScriptを有効にしてください。", "请启用 JavaScript 后继续。", "يرجى تفعيل جافا سكريبت.",
    ],
    "robot-check": [
        "Verify you are human", "Ich bin kein Roboter",
        "Je ne suis pas un robot", "No soy un robot", "Não sou um robô",
        "Nie jestem robotem", "Подтвердите, что вы не робот",
        "私はロボットではありません", "请完成验证", "로봇이 아닙니다",
    ],
    "access-denied": [
        "Access Denied", "403 Forbidden", "Zugriff verweigert", "Accès refusé", "Acceso denegado", "Acesso negado",
        "Toegang geweigerd", "Доступ запрещён", "Erişim engellendi",
        "Akses ditolak", "تم رفض الوصول", "拒绝访问", "アクセス拒否",
    ],
    "server-error": [
        "502 Bad Gateway", "Interner Serverfehler", "Une erreur est survenue", "Ha ocurrido un error",
        "Ocorreu um erro", "Wystąpił błąd", "Внутренняя ошибка сервера",
        "エラーが発生しました", "服务器内部错误", "حدث خطأ",
    ],
    "login-wall": [
        "Sign in to continue reading", "Nur für Abonnenten",
        "Réservé aux abonnés", "Para seguir leyendo", "Já é assinante?",
        "Per continuare a leggere", "Alleen voor abonnees", "Войдите, чтобы продолжить",
        "会員限定記事", "登录后阅读全文", "للمشتركين فقط",
    ],
    "consent": [
        "We and our 842 partners store and access information on a device.", "Alle Cookies akzeptieren",
        "Continuer sans accepter", "Aceptar todas las cookies", "Utilizamos cookies", "Questo sito utilizza i cookie",
        "Мы используем файлы cookie", "当サイトはCookieを使用します", "쿠키 사용 동의",
    ],
}  # fmt: skip
EVERY = [(kind, text) for kind, texts in SAID.items() for text in texts]
STORY = "The ferry sails again. Two hundred people stood on the quay. The band played until the lamps went out. "


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_a_wall_by_itself_with_its_outlet_and_under_a_story(kind: str, text: str) -> None:
    found = wall(text)
    assert found is not None
    assert found.kind == kind
    assert wall(f"{text}\n\n{STORY * 3}") is None


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_screens_let_walls_through(kind: str, text: str) -> None:
    heads = pc.utf8_lower(pc.utf8_slice_codeunits(pa.array([f"{text}\n"]), 0, HEAD))
    assert any(pc.match_substring_regex(heads, screen).to_pylist() == [True] for screen in SCREENS)


@pytest.mark.parametrize(
    "text", ["404 Not Found", "Access Denied", "Seite nicht gefunden", "Страница не найдена", "エラーが発生しました"]
)
def test_a_headline_is_a_wall_with_its_outlet_and_not_within_more_words(text: str) -> None:
    assert walled_headline(text) is not None
    assert walled_headline(f"{text} | Port News") is not None
    assert walled_headline(f"{text}: what the harbour master told the council on Monday") is None


def test_every_kind_is_known() -> None:
    assert set(SAID) == set(MEANING)


@given(st.text(max_size=60), st.sampled_from(EVERY), st.text(max_size=60))
def test_spans_are_in_the_text(before: str, said: tuple[str, str], after: str) -> None:
    text = f"{before}\n{said[1]}\n{after}"
    found = wall(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
