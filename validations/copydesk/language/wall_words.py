"""What a server, a consent manager or a paywall says instead of an article, by kind and language.

Each line holds patterns, in lower case, that are addressed to the reader. A space stands for any white space, an
ellipsis for a few words of the sentence; a pattern with one has a line of its own. RE2 and Python read them alike.
"""

from collections.abc import Mapping

NOT_FOUND = r"""
404…not found
page not found|page (?:can.?t|cannot|can not|could not|couldn.t) be found
the (?:page|article|story|url|link)(?: that)? you(?:.re| are| were|.ve| have)? (?:looking for|request|try|follow|search)
the requested (?:url|page|resource|article)
(?:this|the) (?:page|article|story|link) (?:is no longer available|no longer exists|doesn.t exist)
this (?:page|article|story) has been (?:removed|deleted)
seite (?:wurde )?(?:leider )?nicht gefunden|die (?:von ihnen )?(?:gesuchte|aufgerufene|angeforderte|gewünschte) seite
dieser artikel (?:ist )?(?:leider )?nicht mehr verfügbar
page (?:non trouvée|introuvable|inexistante)|la page (?:que vous|demandée|recherchée)
cet article n.(?:est plus disponible|existe plus)
página no encontrada|la página (?:que (?:buscas?|está buscando|busca|solicitó|has solicitado)|solicitada)
no (?:hemos encontrado|encontramos) la página
página não (?:foi )?encontrada|a página que (?:você )?(?:procura|está procurando|solicitou|tentou acessar)
pagina non (?:è stata )?trovata|la pagina (?:che (?:stai|hai|cerchi|state)|richiesta|cercata)
pagina (?:kon |kan )?niet (?:worden )?gevonden|de (?:opgevraagde |gevraagde )pagina
nie znaleziono (?:takiej )?strony|strona nie (?:została znaleziona|istnieje)|strona, której szukasz
sidan (?:kunde inte hittas|hittades inte|finns inte|du söker)
siden (?:blev ikke fundet|ble ikke funnet|finnes ikke|findes ikke|du leter etter)
stránka (?:nebyla nalezena|nenalezena|neexistuje)|stránku se nepodařilo najít|az oldal nem található|sivua ei löyt
pagina nu (?:a fost găsită|există)
η σελίδα (?:που ζητήσατε )?δεν (?:βρέθηκε|υπάρχει)
страница не (?:найдена|существует)|(?:запрашиваемая|запрошенная) (?:вами )?страница|сторінку не знайдено
сторінка не (?:знайдена|існує)
sayfa bulunamadı|aradığınız sayfa|halaman tidak (?:dapat )?ditemukan|halaman yang anda (?:cari|minta|tuju)
không tìm thấy trang|trang bạn (?:đang )?(?:tìm|yêu cầu)
الصفحة (?:المطلوبة )?غير موجودة|لم يتم العثور على الصفحة|الصفحة التي (?:تبحث|طلبت)
صفحه (?:مورد نظر )?(?:شما )?(?:یافت|پیدا) نشد|הדף (?:המבוקש )?לא נמצא
पृष्ठ नहीं मिला|पेज नहीं मिला|यह पेज (?:मौजूद|उपलब्ध) नहीं
ページが見つかりません|お探しのページ|ページは(?:存在しません|削除された)|この記事は(?:削除|掲載期間)
页面不存在|找不到(?:该|您要的|您请求的|您訪問的)?(?:页面|网页|網頁|頁面)
您(?:访问|要找|请求|要查看)的(?:页面|网页|内容|文章)|頁面不存在|您(?:訪問|要找|請求)的(?:頁面|網頁)
페이지를 찾을 수 없|요청하신 페이지|존재하지 않는 페이지|삭제된 기사입니다|ไม่พบหน้า
"""
NEEDS_BROWSER = r"""
(?:enable|turn on|activate|allow) (?:your )?java ?script
java ?script (?:is|to be|seems to be|appears to be) (?:currently )?(?:disabled|required|enabled|turned off|not)
requires java ?script|(?:disable|turn off|pause) your ad ?-?blocker|you(?:.re| are) using an ad ?-?blocker
detected (?:that you are using )?an? ad ?-?blocker
your browser (?:is (?:out of date|outdated|not supported|no longer supported)|does not support|doesn.t support)
javascript (?:aktivieren|einschalten|ist (?:deaktiviert|ausgeschaltet|nicht aktiviert)|muss aktiviert)
aktivieren sie (?:bitte )?(?:ihr )?javascript|ihr browser (?:ist veraltet|unterstützt)
(?:ad|werbe)blocker (?:deaktivieren|ausschalten|erkannt)
(?:activer|activez|autoriser) (?:le )?javascript|javascript (?:est )?(?:désactivé|requis|doit être activé)
votre navigateur (?:est obsolète|ne supporte|ne prend)|désactive[rz] votre bloqueur
(?:habilit|activ)(?:ar|e|a|es|ado) (?:el )?javascript|javascript (?:está )?(?:des|in)(?:activado|habilitado)
desactiva (?:tu|el) bloqueador|su navegador no (?:es compatible|soporta)
(?:habilit|ativ)(?:ar|e|a) (?:o )?javascript|javascript (?:está )?(?:desativado|desabilitado)
desative (?:o )?seu bloqueador|seu navegador não (?:suporta|é compatível)
(?:abilit|attiv)(?:are|a|ate) javascript|javascript (?:è )?(?:disabilitato|disattivato)
disattiva (?:il tuo )?ad ?-?blocker
(?:schakel|zet) javascript|javascript (?:staat uit|is uitgeschakeld|in te schakelen)|włącz (?:obsługę )?javascript
javascript (?:jest )?wyłączon
aktivera javascript|aktiver javascript|slå på javascript|povolte javascript|zapněte javascript|activați javascript
engedélyezze a javascript
включите (?:поддержку )?javascript|javascript (?:отключ|выключ)|отключите (?:блокировщик|adblock)
ваш браузер (?:устарел|не поддерживает)|увімкніть javascript
javascript.?.?.? ?(?:etkinleştir|devre dışı)|aktifkan javascript|(?:bật|kích hoạt) javascript
javascript (?:dinonaktifkan|tidak aktif)
(?:تفعيل|تمكين|بتفعيل|فعّل|فعل) (?:ال)?(?:جافا ?سكريبت|javascript)|javascript را فعال
(?:जावास्क्रिप्ट|javascript) (?:को )?(?:सक्षम|चालू)|javascript ?(?:を|が)(?:有効|無効|オン|オフ)
(?:启用|開啟|啟用|开启|打开) ?javascript|javascript ?(?:已|被|已被)?(?:禁用|停用|关闭)|您的浏览器(?:版本过低|不支持)
(?:자바스크립트|javascript)(?:를|을|가)? ?(?:활성|사용|켜|허용|비활성)|เปิดใช้งาน javascript
"""
ROBOT_CHECK = r"""
verify (?:that )?you(?:.re| are) (?:a )?(?:human|not)|(?:are you a|you.re not a|you are not a|i.m not a|not a) robot
checking your browser|complete the (?:captcha|security check)
unusual (?:traffic|activity|requests) (?:coming )?from your|human verification|just a moment\.\.\.
review the security of your connection|press (?:&|and) hold
bestätigen sie(?: bitte)?, dass sie (?:ein mensch|kein)|ich bin kein roboter|dass sie kein roboter
ungewöhnlichen (?:datenverkehr|traffic)|ihr browser wird (?:überprüft|geprüft)
que vous (?:êtes (?:bien )?(?:un )?(?:être )?humain|n.êtes pas un robot)|je ne suis pas un robot|trafic inhabituel
que no eres un robot|que eres (?:un )?(?:ser )?humano|no soy un robot|tráfico inusual|comprobando (?:tu|su) navegador
que você (?:é|não é) (?:um )?(?:humano|robô)|não sou um robô|tráfego incomum|verificando (?:o )?seu navegador
non sono un robot|(?:di|che) non (?:essere|sei) un robot|traffico insolito|ik ben geen robot
dat u? ?(?:je )?geen robot|nie jestem robotem|że nie jesteś robotem
jag är inte en robot|att du (?:är|inte är) (?:en )?(?:människa|robot)|jeg er ikke en robot|nejsem robot
nem vagyok robot|nu sunt robot
(?:я|вы) не робот|подтвердите, что (?:вы|запросы)|необычн(?:ый|ая) (?:трафик|активность)|проверка (?:вашего )?браузера
що ви не робот
robot olmadığınızı|ben robot değilim|bukan robot|(?:không phải|rằng bạn) (?:là )?(?:robot|người máy|con người)
(?:أنا|أنك|انك) (?:لست|إنسان)|لست (?:روبوت|برنامج)|من ربات نیستم|ربات نیستید|אני לא רובוט
(?:मैं )?रोबोट नहीं|आप इंसान हैं|ロボットではありません|ロボットではないこと|人間であることを確認
通常と異なるトラフィック
不是机器人|不是機器人|您是真人|人机验证|安全验证|請完成驗證|请完成验证|异常流量|로봇이 아(?:닙|님|니)|사람인지 확인
ไม่ใช่โปรแกรมอัตโนมัติ
"""
ACCESS_DENIED = r"""
access (?:to (?:this (?:page|site|website|resource|content|server)|the requested \w+) (?:has been |is |was )?)?denied
access to this (?:page|site|website|resource|content) (?:has been |is |was )?(?:forbidden|blocked|restricted)
(?:don.t|do not) have permission to
(?:don.t|do not) have permission to
403 forbidden|your ip(?: address)? (?:has been|is|was) (?:blocked|banned)|you have been blocked|too many requests
unavailable (?:for legal reasons|in your)
not (?:currently )?available (?:in your (?:country|region|location)|to (?:users|visitors|readers) in)
from (?:a country|the european|your location)…cannot (?:be )?grant
zugriff (?:verweigert|nicht erlaubt|wurde (?:verweigert|blockiert))|keine berechtigung,? (?:um )?(?:auf )?diese seite
in ihrem land nicht verfügbar
accès (?:refusé|interdit|bloqué)|vous n.(?:avez pas (?:la permission|l.autorisation)|êtes pas autorisé)
n.est pas disponible dans votre (?:pays|région)
acceso (?:denegado|prohibido|restringido)|no (?:tienes?|dispone de) permisos? para
no (?:está )?disponible en (?:su|tu) (?:país|región)
acesso (?:negado|proibido|restrito)|não tem permissão para|indisponível (?:em|no) seu (?:país|região)|accesso negato
non (?:hai|disponi) (?:dell.autorizzazione|il permesso)|non (?:è )?disponibile nel tuo paese
toegang geweigerd|geen toestemming om|odmowa dostępu|dostęp (?:zabroniony|zablokowany)|nie masz uprawnień
åtkomst nekad|adgang nægtet|ingen tilgang|přístup odepřen|hozzáférés megtagadva|acces interzis
доступ (?:к (?:этому|данному) (?:сайту|ресурсу) (?:запрещ|ограничен|заблокирован|закрыт)|запрещ[её]н)|у вас нет прав
недоступ\S+ в вашем регионе|доступ заборонено
erişim (?:engellendi|reddedildi)|erişim izniniz yok|akses ditolak|anda tidak memiliki (?:izin|akses)
truy cập bị từ chối|bạn không có quyền
تم (?:رفض|حظر) الوصول|الوصول مرفوض|ليس لديك (?:إذن|صلاحية)|دسترسی (?:غیرمجاز|شما مسدود)|הגישה נדחתה
(?:पहुँच|पहुंच|एक्सेस) (?:अस्वीकृत|निषेध|की अनुमति)|アクセス(?:が|は)?(?:拒否|制限|できません)|権限がありません
お住まいの(?:国|地域)では
访问(?:被拒绝|受限|被禁止|已被)|拒绝访问|存取被拒|拒絕存取|您没有权限|您所在的(?:国家|地区)
접근(?:이|권한이)? ?(?:거부|차단|없)|액세스가 거부|권한이 없습니다|ปฏิเสธการเข้าถึง
"""
SERVER_ERROR = r"""
error 50\d|50\d\W?\W?\W?(?:internal|bad gateway|service|gateway)
internal server error|bad gateway|gateway time-?out
the server (?:encountered|is temporarily|returned)|something went wrong
(?:an )?(?:unexpected|unknown) error (?:has )?occurred
(?:site|page) is (?:currently )?(?:under|down for) (?:scheduled )?maintenance|service (?:temporarily )?unavailable
error establishing a database connection
ein (?:unerwarteter |unbekannter |technischer )?fehler (?:ist )?aufgetreten|interner serverfehler
wegen wartungsarbeiten|da ist etwas schiefgelaufen
une erreur (?:inattendue )?(?:est survenue|s.est produite)|erreur (?:interne )?du serveur
site (?:est )?(?:actuellement )?en (?:cours de )?maintenance
(?:ha ocurrido|se ha producido|ocurrió) un error|error interno del servidor|en mantenimiento en este momento
algo salió mal
ocorreu um erro|erro interno do servidor|algo deu errado|si è verificato un errore|errore (?:interno )?del server
er is (?:iets misgegaan|een fout opgetreden)|wystąpił (?:nieoczekiwany )?błąd|błąd serwera
ett fel (?:har )?(?:uppstått|inträffade)|der opstod en fejl|det har oppstått en feil|došlo k chybě|hiba történt
a apărut o eroare|tapahtui virhe|παρουσιάστηκε σφάλμα
произошла (?:непредвиденная )?ошибка|(?:внутренняя )?ошибка сервера|сайт временно недоступен|сталася помилка
(?:bir|beklenmeyen bir) hata oluştu|sunucu hatası|terjadi kesalahan|kesalahan server|đã xảy ra lỗi|lỗi máy chủ
حدث خطأ|خطأ في الخادم|خطایی رخ داد|אירעה שגיאה|त्रुटि (?:हुई|हो गई)|सर्वर त्रुटि|エラーが発生しました
ただいまメンテナンス中|サーバーエラー
服务器(?:内部)?错误|系统繁忙|發生錯誤|出错了|伺服器錯誤|网站维护中|오류가 발생(?:했|하였)|서버 오류|서비스 점검 중
เกิดข้อผิดพลาด
"""
LOGIN_WALL = r"""
(?:log|sign) ?in (?:or (?:register|subscribe|sign ?up|create an account) )?to (?:continue|read|view|access|keep)
subscribe (?:now |today )?to (?:continue|keep|read|unlock)|to (?:continue|keep) reading
this (?:article|content|story|page) is (?:only |exclusively )?(?:available (?:only )?)?(?:to|for) (?:our )?(?:sub|mem)
reserved for (?:our |paying |registered )?(?:subscribers|members|users)|create (?:a |your )?free account
already (?:a subscriber|have an account|a member)\?|you(?:.ve| have) reached your (?:limit|article limit|monthly)
create (?:a |your )?free account|already (?:a subscriber|have an account|a member)\?
you(?:.ve| have) reached your (?:limit|article limit|monthly)
(?:melden sie sich|loggen sie sich|registrieren sie sich)…um
bitte anmelden
(?:nur|exklusiv) für (?:unsere )?(?:abonnent|registrierte)|jetzt (?:abonnieren|registrieren) und
um (?:den (?:ganzen )?artikel |diesen artikel )?weiterzulesen|sie haben bereits ein (?:abo|konto)
(?:connectez|identifiez|abonnez|inscrivez)-vous pour|réservée?s? (?:à nos|aux) abonnés|pour lire la suite
déjà abonnée? ?\?
il vous reste…de cet article
(?:inicia sesión|regístrate|suscríbete|inicie sesión|suscríbase) para|exclusiv[oa] para (?:nuestros )?suscriptores
para (?:seguir|continuar) leyendo|¿ya (?:eres suscriptor|tienes una cuenta)
(?:faça login|assine|cadastre-se|entre) para|exclusiv[oa] para assinantes|para continuar lendo|já é assinante
(?:accedi|abbonati|registrati) per|riservat[oa] agli abbonati|per continuare a leggere|sei già abbonato
(?:log in|meld je aan|abonneer|word abonnee) (?:je )?om|alleen (?:toegankelijk )?voor abonnees|om verder te lezen
zaloguj się,? aby|tylko dla (?:zalogowanych|subskrybentów|prenumeratorów)|aby czytać dalej
logga in för att|för att läsa vidare|log ind for at|for at læse videre|logg inn for å|for å lese videre|přihlaste se
jentkezzen be|autentifică-te
(?:войдите|авторизуйтесь|зарегистрируйтесь|подпишитесь|оформите подписку), чтобы
(?:только|доступ\S* (?:только )?)(?:для|по) (?:подписчик|подписк|зарегистрированн)
чтобы (?:читать дальше|продолжить чтение)|увійдіть, щоб
(?:giriş yap|abone ol|üye ol)(?:ın|un)?(?:ız|uz)? (?:ve )?(?:okumaya )?devam|okumaya devam etmek için
(?:yalnızca|sadece) (?:aboneler|üyeler)|(?:masuk|login|daftar|berlangganan)(?:lah)? untuk (?:melanjutkan|membaca)
khusus pelanggan|đăng nhập để|dành riêng cho (?:thành viên|người đăng ký)
(?:سجل|تسجيل) الدخول (?:لل|ل)?(?:متابعة|قراءة|مواصلة)|للمشتركين فقط|لمتابعة القراءة|برای ادامه مطالعه|וارد شوید
כדי להמשיך לקרוא
(?:लॉग ?इन|साइन ?इन|सब्सक्राइब) (?:करें|कर)|केवल (?:सब्सक्राइबर|सदस्य)|आगे पढ़ने के लिए
会員限定|(?:ログイン|会員登録|購読)(?:して|すると|いただくと)|続きを読むには|この記事は有料会員
残り…文字
(?:登录|登錄|登入|订阅|訂閱|注册)(?:后|後|以|即可)(?:继续)?(?:阅读|閱讀|查看|继续|繼續|瀏覽)|会员专享|請先登入
请先登录|仅限(?:会员|订阅)|로그인(?:이 필요| ?후| 하신 후)|회원 전용|구독(?:하고|자 전용)|계속 읽으려면
เข้าสู่ระบบเพื่อ
"""
CONSENT = r"""
we (?:and our (?:\d+ )?(?:partners|vendors)|value your privacy|care about your privacy|use (?:essential )?cookies)
this (?:site|website|page) uses cookies|(?:accept|allow|reject) (?:all )?cookies|before you continue to
(?:store|access|storing) (?:and/or (?:access|accessing) )?information on (?:a|your) device
by (?:clicking|continuing)…(?:cookies|privacy policy|consent)
wir (?:und unsere (?:\d+ )?partner|verwenden cookies|nutzen cookies|benötigen ihre (?:zustimmung|einwilligung))
(?:alle )?cookies (?:akzeptieren|zulassen|ablehnen)|diese (?:website|webseite|seite) (?:verwendet|nutzt) cookies
mit werbung (?:weiterlesen|und cookies)|einwilligen und weiter
nous (?:et nos (?:\d+ )?partenaires|utilisons des cookies|respectons votre vie privée)
accepter (?:les cookies|et continuer|et fermer|et poursuivre)|continuer sans accepter|ce site utilise des cookies
(?:nosotros y nuestros|utilizamos|usamos) (?:\d+ )?(?:socios|cookies)
aceptar (?:todas las cookies|y continuar|cookies)|valoramos (?:tu|su) privacidad
este sitio (?:web )?(?:utiliza|usa) cookies
(?:utilizamos|usamos) cookies|aceitar (?:todos os )?cookies|nós e (?:os )?nossos (?:\d+ )?parceiros
este site (?:utiliza|usa) cookies
(?:utilizziamo|usiamo) (?:i )?cookie|accetta (?:tutti|e continua|i cookie)|noi e i nostri (?:\d+ )?partner
questo sito (?:utilizza|usa) (?:i )?cookie
wij? (?:en onze (?:\d+ )?partners|gebruiken cookies)|(?:alle )?cookies (?:accepteren|toestaan|weigeren)
deze (?:website|site) gebruikt cookies
(?:używamy|korzystamy z) (?:plików )?cookie|my i nasi (?:zaufani )?partnerzy
vi (?:och våra|använder|bruker|bruger|og vores) (?:partners|partnere|cookies|kakor|informasjonskapsler)
používáme (?:soubory )?cookies|folosim cookie|cookie-kat használ|käytämme evästeitä
(?:мы используем|сайт использует|на сайте используются) (?:файлы )?(?:cookie|куки)
принять (?:все )?(?:файлы )?(?:cookie|куки)|ми використовуємо (?:файли )?(?:cookie|кукі)|χρησιμοποιούμε cookies
çerez(?:leri?)? (?:kullan|kabul)|çerezler kullan|(?:kami|situs (?:web )?ini) menggunakan cookie|terima semua cookie
(?:chúng tôi|trang web này) sử dụng cookie
(?:نستخدم|يستخدم) (?:هذا الموقع |نحن )?ملفات (?:تعريف الارتباط|الكوكيز)|قبول جميع ملفات|ما از کوکی
אתר זה משתמש בעוגיות
(?:हम|यह (?:साइट|वेबसाइट)) (?:कुकीज़?|कुकी)|(?:cookie|クッキー)(?:を|の)(?:使用|利用|受け入れ)
(?:使用|接受)(?:所有|全部)? ?cookie|쿠키(?:를|의)? ?(?:사용|허용|동의)|เว็บไซต์นี้ใช้คุกกี้
"""
FURNITURE = r"""
ray id|reference #|error code|request id|incident id|cloudflare|nginx|apache|akamai|ddos|support id|your ip|http error
(?:go |return )?(?:back )?to (?:the )?(?:home|front|main) ?page|page|website|site|try again|reload|refresh
contact (?:us|support|the site)|please|privacy|cookie|browser|consent|preferences|partners|subscri|log ?in
sign ?(?:in|up)|home ?page|search|url
startseite|erneut|datenschutz|einwilligung|bitte|abonn|anmelden|accueil|réessay|confidentialité|veuillez|connecter
inicio|inténtelo|privacidad|por favor|suscr|iniciar sesión|página inicial|tente novamente|privacidade|assin
riprova|privacy|accedi|abbon|opnieuw|aub|inloggen|spróbuj|prywatno|zaloguj|главн|попробуйте|конфиденциальн|пожалуйста
войти|подпис|ana sayfa|tekrar|gizlilik|lütfen|beranda|coba lagi|silakan|privasi|trang chủ|vui lòng
الرئيسية|مرة أخرى|الخصوصية|يرجى|دخول|मुखपृष्ठ|होम|पुनः|कृपया|गोपनीयता|ホーム|トップページ|再読み込み|もう一度
プライバシー|ログイン|首页|首頁|重试|重試|刷新|隐私|隱私|登录|登入|홈|다시|개인정보|로그인|새로고침
"""
"""What stands around such notices, and would not make one alone."""
WALLS: Mapping[str, str] = {
    "robot-check": ROBOT_CHECK,
    "needs-browser": NEEDS_BROWSER,
    "not-found": NOT_FOUND,
    "access-denied": ACCESS_DENIED,
    "server-error": SERVER_ERROR,
    "login-wall": LOGIN_WALL,
    "consent": CONSENT,
}
