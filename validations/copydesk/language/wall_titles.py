# ruff: noqa: E501 - a line of words is a row of a table
"""The titles of error pages and walls that say nothing by themselves: "Just a moment...", "Log in".

A headline is such a title when it is all there is, but for marks at its end and the name of the outlet. In lower case.
"""

import re
from collections.abc import Mapping

ROBOT_CHECK = """
just a moment|one moment|one moment please|please wait|one more step|attention required|security check|security verification|human verification|verification required|pardon our interruption|are you a robot|are you human|bot verification|captcha|ddos protection|checking your browser|verifying you are human|challenge validation|robot check
einen moment|einen moment bitte|nur einen moment|bitte warten|sicherheitsüberprüfung|sicherheitsprüfung|sind sie ein mensch|sind sie ein roboter
un instant|un moment|veuillez patienter|vérification de sécurité|êtes-vous un robot|vérification humaine
un momento|espere un momento|comprobación de seguridad|verificación de seguridad|eres un robot|¿eres un robot|verificación humana|um momento|só um momento|aguarde|verificação de segurança|você é um robô|un attimo|attendere prego|controllo di sicurezza|sei un robot
een moment|nog even geduld|even geduld|even geduld aub|beveiligingscontrole|chwileczkę|proszę czekać|jeszcze chwila|kontrola bezpieczeństwa|ett ögonblick|säkerhetskontroll|et øjeblik|vent venligst|sikkerhedstjek|et øyeblikk|vennligst vent|sikkerhetssjekk|odota hetki|hetkinen|moment prosím|okamžik|počkejte prosím|egy pillanat|kérjük várjon|biztonsági ellenőrzés|un moment vă rog|verificare de securitate|μια στιγμή|περιμένετε
один момент|минутку|подождите|пожалуйста подождите|проверка безопасности|вы не робот|вы робот|проверка браузера|зачекайте|одну хвилинку|ви не робот|един момент|моля изчакайте|trenutak|samo trenutak|sačekajte|pričekajte
bir dakika|bir dakika lütfen|bir saniye|lütfen bekleyin|güvenlik kontrolü|robot musunuz|tunggu sebentar|mohon tunggu|sila tunggu|pemeriksaan keamanan|chờ một chút|vui lòng chờ|kiểm tra bảo mật|xác minh bảo mật
لحظة|لحظة من فضلك|لحظة واحدة|يرجى الانتظار|التحقق الأمني|هل أنت روبوت|لحظه|یک لحظه|لطفا صبر کنید|רגע|רק רגע|אנא המתן|בדיקת אבטחה|कृपया प्रतीक्षा करें|एक क्षण|सुरक्षा जाँच
しばらくお待ちください|少々お待ちください|セキュリティチェック|請稍候|请稍候|请稍等|請稍等|稍等片刻|安全验证|安全驗證|安全检查|人机验证|验证码|잠시만 기다리십시오|잠시만 기다려 주세요|잠시만요|보안 확인|보안 검사|รอสักครู่|โปรดรอสักครู่
"""
ACCESS_DENIED = """
access denied|access is denied|403|403 forbidden|forbidden|error 403|403 error|you have been blocked|ip blocked|unauthorized|401 unauthorized|not authorized|429 too many requests|too many requests|451 unavailable for legal reasons|unavailable for legal reasons
zugriff verweigert|kein zugriff|zugang verweigert|accès refusé|accès interdit|acceso denegado|acceso prohibido|acesso negado|accesso negato|accesso vietato|toegang geweigerd|geen toegang|odmowa dostępu|brak dostępu|åtkomst nekad|adgang nægtet|ingen adgang|ingen tilgang|tilgang nektet|pääsy estetty|přístup odepřen|přístup zamítnut|prístup zamietnutý|hozzáférés megtagadva|acces interzis|acces refuzat|δεν επιτρέπεται η πρόσβαση
доступ запрещён|доступ запрещен|доступ ограничен|доступ закрыт|нет доступа|доступ заборонено|достъпът е отказан|pristup odbijen|zabranjen pristup|приступ одбијен|erişim engellendi|erişim reddedildi|akses ditolak|truy cập bị từ chối|تم رفض الوصول|الوصول مرفوض|دسترسی غیرمجاز|הגישה נדחתה|प्रवेश अस्वीकृत|アクセスが拒否されました|アクセス拒否|アクセスできません|拒绝访问|访问被拒绝|禁止访问|拒絕存取|存取被拒|접근 거부|접근이 거부되었습니다|액세스 거부됨|ปฏิเสธการเข้าถึง
"""
NOT_FOUND = """
404|error 404|404 error|404 not found|not found|page not found|file not found|error 404 not found|410 gone|page missing|nothing found|article not found
nicht gefunden|fehler 404|seite nicht gefunden|erreur 404|page non trouvée|no encontrado|error 404|não encontrado|erro 404|non trovato|errore 404|niet gevonden|fout 404|nie znaleziono|błąd 404|hittades inte|ikke fundet|siden blev ikke fundet|fejl 404|ikke funnet|siden ble ikke funnet|feil 404|ei löytynyt|nenalezeno|nenájdené|nem található|nu a fost găsit|pagina nu a fost găsită|δεν βρέθηκε|η σελίδα δεν βρέθηκε
не найдено|ошибка 404|не знайдено|помилка 404|не е намерено|nije pronađeno|stranica nije pronađena|страница није пронађена|stran ne obstaja|puslapis nerastas|lapa nav atrasta|lehte ei leitud|bulunamadı|hata 404|tidak ditemukan|không tìm thấy|غير موجود|خطأ 404|پیدا نشد|לא נמצא|नहीं मिला|見つかりません|ページが見つかりません|未找到|页面未找到|找不到頁面|頁面不存在|찾을 수 없음|페이지를 찾을 수 없습니다|ไม่พบหน้า|ไม่พบหน้าที่คุณต้องการ
"""
SERVER_ERROR = """
server error|internal server error|500 internal server error|502 bad gateway|bad gateway|503 service unavailable|503 service temporarily unavailable|service unavailable|504 gateway timeout|504 gateway time-out|gateway timeout|something went wrong|we'll be back soon|we will be back soon|we'll be right back|site maintenance|scheduled maintenance|down for maintenance|maintenance mode|be right back
serverfehler|wartungsarbeiten|wartungsmodus|wir sind gleich zurück|erreur serveur|maintenance en cours|site en maintenance|error del servidor|en mantenimiento|sitio en mantenimiento|erro no servidor|em manutenção|errore del server|in manutenzione|serverfout|onderhoud|błąd serwera|przerwa techniczna|serverfel|serverfejl|serverfeil|palvelinvirhe|chyba serveru|szerverhiba|karbantartás|eroare de server|ошибка сервера|технические работы|помилка сервера|технічні роботи|sunucu hatası|bakımdayız|kesalahan server|lỗi máy chủ|خطأ في الخادم|שגיאת שרת|सर्वर त्रुटि|サーバーエラー|メンテナンス中|ただいまメンテナンス中です|服务器错误|系统维护|系統維護|서버 오류|점검 중|서비스 점검 중
"""
LOGIN_WALL = """
log in|login|log in or sign up|sign in|sign up|sign in to your account|log in to your account|log in to continue|sign in to continue|subscribe|subscribe now|subscribe to read|subscribe to continue|create an account|create account|subscription required|members only|subscribers only
anmelden|einloggen|bitte anmelden|registrieren|jetzt abonnieren|nur für abonnenten|connexion|se connecter|connectez-vous|s'abonner|abonnez-vous|réservé aux abonnés|iniciar sesión|inicia sesión|suscríbete|solo para suscriptores|entrar|fazer login|assine|exclusivo para assinantes|accedi|abbonati|riservato agli abbonati|inloggen|alleen voor abonnees|zaloguj się|logowanie|tylko dla prenumeratorów|logga in|för prenumeranter|log ind|for abonnenter|logg inn|kirjaudu|kirjaudu sisään|přihlášení|přihlásit se|prihlásenie|bejelentkezés|autentificare|σύνδεση
вход|войти|авторизация|только для подписчиков|увійти|вхід|prijava|giriş yap|oturum aç|abonelere özel|masuk|log masuk|khusus pelanggan|đăng nhập|تسجيل الدخول|للمشتركين فقط|ورود|התחברות|כניסה למנויים|लॉग इन|लॉगिन|ログイン|会員限定|登录|登錄|登入|用户登录|로그인|회원 전용|เข้าสู่ระบบ
"""
CONSENT = """
before you continue|cookie settings|cookie preferences|cookie consent|cookie notice|cookie policy|privacy settings|your privacy choices|your privacy|we value your privacy|privacy preference center|manage consent|manage cookie consent
cookie-einstellungen|cookie-hinweis|datenschutzeinstellungen|privatsphäre-einstellungen|einwilligung|zustimmung|paramètres des cookies|gestion des cookies|vos choix en matière de confidentialité|configuración de cookies|configuración de privacidad|aviso de cookies|configurações de cookies|preferências de cookies|impostazioni cookie|preferenze cookie|cookie-instellingen|ustawienia plików cookie|cookie-inställningar|cookieindstillinger|innstillinger for informasjonskapsler|evästeasetukset|nastavení cookies|süti beállítások|setări cookie|ρυθμίσεις cookies|настройки cookie|налаштування cookie|çerez ayarları|çerez tercihleri|pengaturan cookie|cài đặt cookie|إعدادات ملفات تعريف الارتباط|הגדרות עוגיות|クッキー設定|cookie设置|cookie 設定|쿠키 설정
"""
NEEDS_BROWSER = """
unsupported browser|browser not supported|browser unsupported|update your browser|upgrade your browser|javascript required|javascript is disabled|javascript disabled|enable javascript|please enable javascript|update required|adblock detected|ad blocker detected
browser nicht unterstützt|browser veraltet|javascript erforderlich|adblocker erkannt|navigateur non pris en charge|navigateur obsolète|javascript requis|navegador no compatible|actualiza tu navegador|navegador não suportado|atualize seu navegador|browser non supportato|browser niet ondersteund|nieobsługiwana przeglądarka|webbläsaren stöds inte|selainta ei tueta|nepodporovaný prohlížeč|nem támogatott böngésző|браузер не поддерживается|устаревший браузер|обновите браузер|браузер не підтримується|desteklenmeyen tarayıcı|peramban tidak didukung|trình duyệt không được hỗ trợ|متصفح غير مدعوم|非対応ブラウザ|ブラウザ非対応|浏览器不支持|浏览器版本过低|지원하지 않는 브라우저
"""
_KINDS: Mapping[str, str] = {
    "robot-check": ROBOT_CHECK,
    "access-denied": ACCESS_DENIED,
    "not-found": NOT_FOUND,
    "server-error": SERVER_ERROR,
    "login-wall": LOGIN_WALL,
    "consent": CONSENT,
    "needs-browser": NEEDS_BROWSER,
}
TITLES: Mapping[str, str] = {
    title: kind for kind, lines in _KINDS.items() for line in lines.split("\n") for title in line.split("|") if title
}
"""The kind of each title."""
BRAND = r"\s+[|–—·:-]+\s+.*"
"""What stands behind a title; RE2 and Python read it alike."""
MARKS = "[\\s\u00a0\u2000-\u200f\u3000.!¡¿?…:,'’]+"
"""What is no letter of a title."""
LONGEST = 60
"""Code points of such a title, at most."""


def title_kind(headline: str) -> str | None:
    """The kind of wall whose title a headline is, the name of the outlet behind it left out; else null."""
    return _PRESSED.get(_pressed(re.sub(BRAND, "", headline.strip().lower(), count=1, flags=re.ASCII)))


def _pressed(title: str) -> str:
    return re.sub(MARKS, "", title, flags=re.ASCII)


_PRESSED: Mapping[str, str] = {_pressed(title): kind for title, kind in TITLES.items()}
PRESSED = frozenset(_PRESSED)
"""The titles without what MARKS matches."""
