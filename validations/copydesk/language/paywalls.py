# ruff: noqa: E501 - a line of words is a row of a table
"""The words of a paywall: what stands where the rest of a story would, "Subscribe to continue reading".

Such words say that there is more, and for whom; words that only advertise ("Subscribe to our newsletter") say neither.
"""

import re

REACH = 250
"""Code points at the end of a body in which a wall is looked for."""
_PLACE = 150
"""Code points that may follow a wall, at most: buttons, prices, a login."""
# A rule has two halves with > between them, each of phrases with | between them: a wall holds a phrase of the first
# half and, within a few words, one of the second. The half with ! holds what other texts seldom say. A star stands for
# the rest of a word. A line that ends in | or > goes on.
# The first lines of a language are the wordings that are common; the last say that the rest is for those who pay.
_RULES = {
    "en": """
    !subscri* | log in | login | sign in | sign up | register | become a member | join now >
    to continue | and continue | to keep reading | to finish | to read the | to read this | to read more |
    to read on |
    to read full | and read the full | to see the full | to unlock | to access the full | to access this |
    to view the full
    article | story | content | post | rest | page > !for subscribers | to subscribers | for our subscribers |
    to our subscribers | for members only | for paid subscribers | to paid subscribers |
    to paying subscribers
    !to continue reading | to keep reading > subscri* | log in | sign in | sign up | register | join | start | create
    !already a > subscriber? | subscriber ? | member?
    !you've reached | you have reached | you’ve reached | you've used | you have used | you’ve used > free articles |
    article limit | articles this month | free stories
    rest | remainder | full story | full article | whole story | full text > !subscription | for members | members can | premium members | for subscribers | subscribers can
    !subscription | subscribe > rest of this | rest of the story | rest of the article | rest of it
    end of > !free preview | this preview | your preview | the preview
    !unlock > the full story | the full article | the whole story | this article | this story
    """,
    "de": """
    artikel | text | beitrag | inhalt > !nur für abo* | nur für unsere abo* | exklusiv für abo* | für abonnent* |
    nur für plus* | exklusiv für mitglieder | nur mit abo | nur im abo | abonnenten vorbehalten
    !weiterlesen | weiter lesen | um weiterzulesen > mit abo | mit plus* | abonn* | anmelden | registrieren |
    abo testen |
    freischalten | mit einem abo
    !anmelden | registrieren | abonnieren | einloggen | abo abschließen > und weiterlesen | um weiterzulesen |
    um weiter zu
    vollständigen | ganzen | gesamten | kompletten | rest des > !digitalabo* | digital-abo* | abonnement | probeabo* | plus-abo*
    ende > !der leseprobe | der vorschau | dieser leseprobe
    !möchten weiterlesen | wollen sie weiterlesen > testen | abo* | jetzt
    """,
    "fr": """
    article | contenu | suite > !réservé aux abonné* | réservée aux abonné* | réservé à nos abonné* |
    réservée à nos abonné* | est réservé | est réservée
    !abonnez-vous | connectez-vous | inscrivez-vous > pour lire | pour continuer | pour accéder | pour poursuivre |
    afin de lire
    !il vous reste > de cet article à lire
    suite | fin | reste | intégralité | totalité > !aux abonné* | à nos abonné* | aux adhérent* | formule | abonnement
    !de cet article | de l'article | de l’article > restent à lire | reste à lire | à découvrir
    """,
    "es": """
    contenido | artículo | noticia | nota | funcionalidad > !para suscriptor* | a suscriptor* |
    para nuestros suscriptor* |
    para abonad* | para soci* | para los suscriptor* | a los suscriptor*
    !suscríb* | suscrib* | inicia sesión | inicie sesión | regístra* | regístre* > para seguir | para continuar |
    para leer |
    para acceder | y sigue leyendo
    !para seguir leyendo | para continuar leyendo > suscri* | suscrí* | inicia | inicie | regístra* | regístre*
    resto | completo | completa | entero | entera > !suscriptor* | suscríb* | suscrib* | suscripción | abonad* | socios
    """,
    "pt": """
    conteúdo | artigo | matéria | texto | notícia > !para assinant* | a assinant* | aos assinant* | de assinant* |
    para os assinant* | para nossos assinant*
    !assine | subscreva | cadastre-se | faça login | inicie sessão > para continuar | para ler | para ter acesso |
    para acessar
    !para continuar lendo | para continuar a ler > assin* | subscrev* | cadastr* | login
    restante | completo | completa | íntegra | ler tudo > !assinant* | assine | assinatura
    """,
    "it": """
    contenuto | articolo | notizia > !agli abbonati | per gli abbonati | ai nostri abbonati | agli iscritti |
    solo per abbonati | per abbonati
    !abbonati | accedi | registrati | iscriviti > per continuare | per leggere | per proseguire | e leggi
    resto | seguito | intero | tutto l'articolo > !abbonati | abbonament* | abbonat*
    """,
    "nl": """
    artikel | verhaal | bericht | inhoud > !voor abonnees | voor leden | voor onze abonnees | voor premium*
    !abonneer | log in | registreer | word abonnee | word lid | neem een abonnement > om verder te lezen |
    om te lezen |
    om dit artikel | om het hele | en lees
    rest van | hele | volledige | verder lezen > !abonnee* | abonnement | proefabonnement | leden
    """,
    "sv": """
    artikel* | innehåll* | text* > !för prenumeranter | för våra prenumeranter | för dig som prenumererar |
    plusartikel
    !prenumerera | logga in | bli prenumerant > för att läsa | för att fortsätta | och läs
    resten av | hela | läsa mer > !prenumerant* | prenumerer* | prova en månad | för medlemmar
    """,
    "da": """
    artikel* | artiklen | indhold* > !for abonnenter | forbeholdt abonnenter | for vores abonnenter | for medlemmer
    !abonnér | abonner | log ind | bliv medlem | bliv abonnent > for at læse | for at fortsætte | og læs
    resten af | hele > !abonnent* | abonnement | medlemmer
    """,
    "no": """
    sak* | artikkel* | innhold* > !for abonnenter | forbeholdt abonnenter | for våre abonnenter
    !abonner | logg inn | bli abonnent > for å lese | for å fortsette | og les
    resten av | hele > !abonnent* | abonnement | medlemmer
    """,
    "fi": """
    juttu | artikkeli | sisältö > !vain tilaajill* | tilaajille | tilaajillemme
    !tilaa | kirjaudu > lukeaksesi | jatkaaksesi | ja jatka lukemista | niin voit lukea
    loput | koko | loppuun > !tilaajill* | tilaajille | tilaa
    """,
    "pl": """
    artykuł | treść | tekst | materiał > !dla prenumerator* | dla subskrybent* | dla abonent* | dla zalogowan*
    !zaloguj się | wykup | zasubskrybuj | subskrybuj | zarejestruj się > aby czytać | by czytać | aby przeczytać |
    żeby przeczytać | aby kontynuować | i czytaj
    dalsza część | reszta | pozostała część | całość | pełny tekst | pełna treść > !prenumerator* | subskrybent* | abonent* | wykup* | prenumerat*
    """,
    "cs": """
    článek | text | obsah > !pro předplatitel* | předplatitelům
    !přihlaste se | předplaťte > pro přečtení | pro další čtení | pro pokračování | a čtěte | abyste mohli
    zbytek | celý | pokračování | zbývající > !předplatitel* | předplatné | předplaťte
    """,
    "sk": """
    článok | text | obsah > !pre predplatiteľ* | predplatiteľom
    !prihláste sa | predplaťte > pre prečítanie | pre pokračovanie | a čítajte | aby ste mohli
    zvyšok | celý | pokračovanie | zostávajúc* > !predplatiteli* | predplatiteľ* | predplatné | predplaťte
    """,
    "hu": """
    cikk | tartalom > !csak előfizető* | kizárólag előfizető* | előfizetőink* | előfizetőknek
    !fizessen elő | jelentkezzen be | regisztráljon > a folytatáshoz | az olvasáshoz | és olvassa
    többi rész* | folytatás* | teljes cikk* | teljes szöveg* > !előfizető* | fizessen elő | előfizetés*
    """,
    "ro": """
    articol* | conținut* | continut* > !pentru abonați* | abonaților | pentru abonati* | pentru abonaţi*
    !abonează-te | abonați-vă | autentifică-te | conectează-te > pentru a citi | pentru a continua | ca să citești
    restul | continuarea | integral | complet > !abonați* | abonaților | abonament* | abonează-te
    """,
    "el": """
    άρθρο | περιεχόμενο > !για συνδρομητ* | σε συνδρομητ* | μόνο συνδρομητ*
    !συνδεθείτε | γίνετε συνδρομητής | εγγραφείτε > για να συνεχίσετε | για να διαβάσετε
    συνέχεια | υπόλοιπο | ολόκληρο | πλήρες > !συνδρομητ* | συνδρομή | συνδρομητές
    """,
    "ru": """
    материал | статья | текст | продолжение | контент > !только подписчикам | только для подписчик* |
    только по подписке |
    доступно подписчикам | для зарегистрированных
    !оформите подписку | подпишитесь | войдите | зарегистрируйтесь | авторизуйтесь > чтобы читать | чтобы прочитать |
    чтобы продолжить | чтобы дочитать
    !чтобы читать дальше | чтобы продолжить чтение | чтобы дочитать > оформите | подпишитесь | войдите |
    зарегистрируйтесь
    полный текст | продолжение | целиком | полностью | остальн* | окончание > !подписчик* | подписк* | оформите
    """,
    "uk": """
    матеріал | стаття | текст | продовження > !лише для передплатник* | тільки для передплатник* |
    лише для підписник* |
    тільки для підписник* | лише за передплатою
    !оформіть передплату | оформіть підписку | підпишіться | увійдіть | зареєструйтеся > щоб читати | щоб прочитати |
    щоб продовжити
    повний текст | продовження | повністю | решта > !передплатник* | передплат* | підписник*
    """,
    "bg": """
    статия* | материал* | съдържание* > !само за абонати | за абонати
    !абонирайте се | влезте | регистрирайте се > за да прочетете | за да продължите | за да четете
    останалата част | продължението | целия текст | пълния текст > !абонат* | абонамент* | абонирайте
    """,
    "hr": """
    članak | sadržaj | tekst > !za pretplatnike | samo pretplatni*
    !pretplatite se | prijavite se > za nastavak | kako biste | da biste | za čitanje
    ostatak | nastavak | cijeli | cijelog > !pretplatni* | pretplat* | pretplatite
    остатак | наставак | цео > !претплатни* | претплат*
    """,
    "tr": """
    haber* | içerik* | yazı* | makale* > !abonelere özel* | sadece abone* | yalnızca abone*
    !devamını okumak için | okumaya devam etmek için > abone* | giriş yap* | üye ol*
    devamı | devamını | tamamı | tamamını > !abone* | üyeler* | abonelik*
    """,
    "ar": """
    المقال | المحتوى | الخبر > !للمشتركين | للمشتركين فقط | مخصص للمشترك*
    !اشترك | اشتركوا | سجل الدخول | سجّل الدخول > لمواصلة | لمتابعة القراءة | لقراءة | لإكمال | للاستمرار
    بقية | تتمة | كامل | الكامل > !للمشتركين | المشتركين | اشترك | الاشتراك
    """,
    "fa": """
    مطلب | مقاله | محتوا > !ویژه مشترکان | مخصوص مشترکان | فقط برای مشترک*
    !برای ادامه | برای خواندن > مشترک شوید | وارد شوید | اشتراک | ثبت نام | ثبت‌نام
    ادامه | ادامهٔ | ادامۀ | بقیه | متن کامل > !مشترکان | مشترکین | اشتراک
    """,
    "he": """
    כתבה | הכתבה | תוכן | מאמר > !למנויים בלבד | למנויים
    !הירשמו | התחברו | הצטרפו > כדי להמשיך | להמשך קריאה | לקריאת
    המשך | שאר | יתרת | המלא > !למנויים | מנויים | מינוי
    """,
    "hi": """
    लेख | खबर | ख़बर | सामग्री | कहानी > !सदस्यों के लिए | सब्सक्राइबर | ग्राहकों के लिए
    !आगे पढ़ने के लिए | पूरा पढ़ने के लिए | पूरी खबर पढ़ने के लिए > सब्सक्राइब | लॉग इन | लॉगिन | सदस्यता | रजिस्टर
    पूरा | पूरी | आगे | बाकी | शेष > !सदस्यता | सब्सक्राइब | सदस्यों | ग्राहकों
    """,
    "id": """
    artikel | konten | berita > !untuk pelanggan | khusus pelanggan | bagi pelanggan | khusus member
    !berlangganan | langganan | masuk | login | daftar > untuk melanjutkan | untuk lanjut | untuk membaca |
    agar bisa membaca |
    untuk terus
    selengkapnya | selanjutnya | seluruh | lengkap | sisa > !berlangganan | pelanggan | langganan
    """,
    "vi": """
    bài viết | nội dung > !dành cho thuê bao | dành riêng cho thuê bao | dành cho thành viên |
    dành riêng cho thành viên
    !đăng nhập | đăng ký > để đọc tiếp | để tiếp tục | để xem tiếp | để đọc toàn
    phần còn lại | toàn bộ | đầy đủ > !hội viên | thuê bao | thành viên | trả phí
    """,
    "th": """
    !สมัครสมาชิก | เข้าสู่ระบบ | ลงทะเบียน > เพื่ออ่าน | อ่านต่อ
    บทความ | เนื้อหา > !เฉพาะสมาชิก
    ฉบับเต็ม | ส่วนที่เหลือ | ทั้งหมด > !เฉพาะสมาชิก | สมัครสมาชิก
    """,
    "ja": """
    記事 | コンテンツ | 続き | 全文 | この先 > !会員限定 | 有料会員 | 会員登録 | 購読者限定 | ログイン | 有料登録
    !残り > 文字
    ここから先 | この先 | 以降 | 続き | 残り > !会員のみ | 有料版 | 有料会員 | 有料プラン | 購読
    """,
    "ko": """
    기사 | 콘텐츠 | 전문 > !회원 전용 | 구독자 전용 | 유료 회원 | 유료회원 | 구독 후 | 회원만
    !구독하고 | 로그인하고 | 회원가입 후 | 구독하시면 | 로그인하시면 > 계속 읽* | 이어서 | 이어 보* | 전체 보* | 전문을
    이후 | 이하 | 나머지 | 전체 | 전문 > !유료 | 구독하세요 | 구독하면 | 구독자만 | 회원만
    """,
    "zh": """
    本文 | 全文 | 此文 | 剩余 | 剩餘 > !订阅 | 訂閱 | 付费 | 付費 | 会员专* | 會員專*
    !订阅 | 訂閱 | 登录 | 登入 | 登錄 | 开通会员 | 加入会员 | 成为会员 | 成為會員 >
    阅读全文 | 閱讀全文 | 继续阅读 | 繼續閱讀 |
    查看全文 | 看全文 | 解锁全文 | 解鎖全文
    !订阅 | 訂閱 | 付费 | 付費 > 完整内容 | 完整內容 | 完整文章 | 剩余内容 | 其餘內容
    以下 | 余下 | 餘下 | 后续 | 後續 | 完整 > !付费 | 付費 | 订阅 | 訂閱 | 会员可 | 會員可
    """,
}
_GAP, _SHORT_GAP = r"(?:\b|(?<=\W)).{0,60}?(?<!\w)", r".{0,16}?"
_GLUED = frozenset({"th", "ja", "zh", "ko"})
"""Languages that put no blank between these phrases and what belongs to them."""


def _stems(rule: str) -> tuple[str, ...]:
    """The phrases of the rarer half of a rule."""
    (half,) = (half for half in rule.split(">") if "!" in half)
    return tuple(phrase.strip().strip("*") for phrase in half.replace("!", "").split("|"))


def _compiled(language: str, rule: str) -> re.Pattern[str]:
    first, second = (
        "|".join(re.escape(phrase.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in half.split("|"))
        for half in rule.replace("!", "").split(">")
    )
    gap, edge = (_SHORT_GAP, "") if language in _GLUED else (_GAP, r"(?<!\w)")
    return re.compile(f"{edge}(?:{first}){gap}(?:{second})", re.IGNORECASE)


def _lines(table: str) -> list[str]:
    joined = re.sub(r"(?<=[|>])\s*\n\s*", " ", table)
    return [line for line in map(str.strip, joined.splitlines()) if line]


_WALLS = tuple(
    (_stems(rule), _compiled(language, rule)) for language, table in _RULES.items() for rule in _lines(table)
)
_PIECES = sorted({re.escape(stem).replace(r"\ ", r"\s+") for stems, _ in _WALLS for stem in stems})
SCREEN = "(?i)" + "|".join(_PIECES)
"""A pattern for RE2 that finds every wall, and more."""


def paywall(text: str) -> tuple[int, int] | None:
    """Where the words of a paywall stand near the end of a text, as (start, end); null if none do.

    The span is the line or the sentence that they stand in; little may follow them.
    """
    start = max(0, len(text) - REACH)
    low = " ".join(text[start:].lower().split())
    for stems, pattern in _WALLS:
        if any(map(low.__contains__, stems)):
            for found in pattern.finditer(text, start):
                if len(text) - found.end() <= _PLACE:
                    return _line(text, start, *found.span())
    return None


def _line(text: str, least: int, start: int, end: int) -> tuple[int, int]:
    """The span widened to the line or the sentence that it stands in."""
    opened = max(text.rfind("\n", least, start), text.rfind(". ", least, start) + 1, least - 1) + 1
    while opened < start and text[opened].isspace():
        opened += 1
    closed = text.find("\n", end)
    return opened, len(text.rstrip()) if closed < 0 else closed
