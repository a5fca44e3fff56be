# ruff: noqa: E501 - a line of words is a row of a table
"""The words of which error pages, walls and banners are made, by kind and language, for those that no phrase tells.

Each line holds patterns, in lower case, two groups of them: what is spoken of, and what is said of it. A sentence that
has both is such as walls are made of; so is one that has the words of a line without a second group. A space stands for
any white space. Stems count at the beginning of a word.
"""

from collections.abc import Mapping

NOT_FOUND = r"""
(?:error|fehler|erreur|errore|fout|błąd|fel|fejl|feil|chyba|hiba|virhe|ошибка|помилка|грешка|lỗi|خطأ) 404|http 404|404 \W
page|content|article|stor(?:y|ies)|file|resource|url|link|address|location|post\b + \w+n.t be found|not be found|not found|\w+n.t find|not find|no longer|\w+n.t exist|not exist|expired|been (?:moved|removed|deleted)|have (?:been )?moved|nothing was|nothing here
seite|inhalt|artikel|beitrag|link|adresse|stelle|datei|angebot|url + nicht gefunden|nicht mehr|nicht verfügbar|nicht existiert|existiert|verschoben|gelöscht|nichts gefunden|gibt es (?:leider )?nicht|abgelaufen
page|contenu|article|adresse|lien|fichier + introuvable|n.existe|n.est plus|plus disponible|pas été trouvé|pas trouv|rien n|supprimé|déplacé|expiré
página|contenido|artículo|enlace|noticia|ubicación|archivo|dirección + no se (?:puede|pudo|ha podido|encuentra|ha encontrado|encontró)|no encontrad|no existe|ya no|no pudimos|no hemos|nada en|eliminad|no está disponible
página|conteúdo|artigo|matéria|notícia|local\b|endereço|link|arquivo + não (?:foi|pôde|pode|existe|encontr|está)|nada foi|removid|excluíd|expirou|movid
pagina|contenuto|articolo|indirizzo|link|risorsa + non (?:è|esiste|trovat|c.è|abbiamo|ci sia)|nulla|rimoss|spostat|più disponibile
pagina|artikel|inhoud|locatie|adres|bestand + niet (?:worden |kan )?gevonden|bestaat niet|niets gevonden|niet (?:meer )?beschikbaar|verwijderd|verplaatst|niet vinden
stron|artykuł|treś|adres|plik + nie (?:można|istnieje|znalez|ma\b|jest)|usunięt|przeniesion|niczego|nic tu
sida|innehåll|artikel|plats|länk|adress + inte (?:hitta|finn|läng)|hittas inte|tagits bort|flyttat|finns inte
sid(?:e|en)\b|artikl|artikkel|indhold|innhold|adress|link|lenke + ikke (?:finde|finne|find|læng|lenger|eksister|tilgængelig|tilgjengelig)|findes ikke|finnes ikke|slettet|fjernet|flyttet
stránk|článek|obsah|odkaz|adres + není|nebyl|nenalez|neexist|nenašl|nelze najít|odstraněn|smazán|nie je
oldal|cikk|tartalom|cím + nem (?:található|létezik|elérhető)|nincs|törölt|áthelyez
sivu|artikkel|sisält|osoit + ei (?:löyt|voi|ole)|poistettu|siirretty|mitään
pagin|articol|conținut|adres + nu (?:a|exist|poate|mai|este)|șters|mutat
σελίδα|άρθρο|περιεχόμενο + δεν|διαγρ|μετακιν
страниц|материал|стать|файл|адрес|ссылк|новост + не (?:найден|существ|сущ|нашл|удалось найти|создан)|удал[её]н|перемещ|такой|больше не|нет\b|недоступ
сторінк|матеріал|статт|адрес + не (?:знайд|існу|вдал)|видален|переміщ|такої
страниц|стати|съдържание|адрес + не (?:беше|е|съществ|може|бе)|изтрит|преместен
sayfa|içerik|haber|bağlantı|adres + bulunam|bulunmam|kaldırıl|taşın|mevcut değil|silin|yok\b
halaman|artikel|konten|tautan|berita + tidak (?:dapat )?(?:ditemukan|tersedia|ada)|telah dihapus|sudah tidak|dipindahkan
trang|bài viết|nội dung|liên kết|đường dẫn + không (?:tồn tại|tìm thấy|còn|thể tìm)|bị xóa|đã bị|gỡ bỏ
الصفحة|المقال|المحتوى|الرابط|الخبر + غير (?:متوفر|متاح|موجود)|لا يمكن|لم (?:يتم|نتمكن)|حذف|لا توجد|ازال|تعذر|نقل
صفحه|مطلب|محتوا|خبر + وجود ندارد|یافت نشد|پیدا نشد|حذف شده|موجود نیست|نمی.?باشد
עמוד|העמוד|הדף|דף|תוכן|כתבה + אינו|לא (?:נמצא|קיים|זמין)|הוסר|נמחק|לא מצאנו|איננ
पेज|पृष्ठ|लेख|सामग्री|लिंक + नहीं|हटा|उपलब्ध न
ページ|記事|ファイル|url|コンテンツ|アドレス|リンク + 見つか|見当た|存在し|削除|公開は終了|公開を終了|掲載(?:期間|を終)|移動|ありません
页面|頁面|网页|網頁|文章|内容|內容|链接|連結|地址 + 找不到|不存在|下线|下線|已被?删|已被?刪|无法找到|無法找到|未找到|失效|移除|走丢|不在这里|不在這裡
페이지|기사|게시물|게시글|주소|콘텐츠 + 찾을 수 없|없습니다|없는|삭제|존재하지
หน้า|บทความ|เนื้อหา + ไม่พบ|ไม่มี|ถูกลบ
"""
NEEDS_BROWSER = r"""
java ?script|ad ?-?block|blocking ads|bloqueador|bloqueur|werbeblocker|блокировщик|adblocker
browser + enable|upgrade|update|modern|outdated|supported|veraltet|aktualisieren|unterstütz|einstellung
navigateur|navegador + obsol|mettre à jour|actuali|atualiz|compatib|moderno|récent
浏览器|瀏覽器|ブラウザ|브라우저|браузер|tarayıcı|المتصفح + 升级|升級|不支|更新|バージョン|対応|有効|업데이트|지원|обнов|устар|не поддерж|включ|güncel|desteklen|تحديث
"""
ROBOT_CHECK = r"""
captcha|verifying you|verify you|incapsula|cloudflare|a bot\b|ddos|not a robot|automated (?:access|requests|queries)|automation tools|security check|security service|unusual (?:traffic|activity)
human|humano|humain|humaine|mensch|mens\b|mensen|umano|umana|człowiek|človek|människa|menneske|человек|insan|manusia|con người|إنسان|انسان|人間|真人|人类|사람 + verif|confirm|prove|demuestr|überprüf|bestätig|sicherstell|vérifi|controle|potwierd|bekräft|bekræft|bekreft|ověř|подтверд|провер|doğrul|verifikasi|xác (?:minh|nhận)|تحقق|تأكد|確認|确认|確認|验证|확인
robot|un robot|roboter|robô|bot\b|бот\b|робот|روبوت|ربات|רובוט|रोबोट|ロボット|机器人|機器人|로봇 + not|kein|pas|utilisiez|no\b|não|non|geen|nie\b|не\b|değil|bukan|لست|نیست|לא|नहीं|ではない|ではあり|不是|아닙|아님
verbindung|browser + wird (?:geprüft|überprüft)|being checked|sicherheits
запрос\w* + автоматич|необычн|похожи
访问|訪問|请求|操作 + 频繁|頻繁|验证码|驗證碼|异常
seconds|sekunden|segundos|secondes|secondi|seconden|sekund|секунд|saniye|detik|giây|ثوان|数秒|几秒|몇 초 + take|dauern|tardar|levar|prendre|richieder|duren|potrwa|ta\b|занять|sürebilir|memerlukan|mất|يستغرق|かかる|需要|걸릴
"""
ACCESS_DENIED = r"""
permess\w*|permission|permiso|permissão|erlaubnis|berechtigung|разрешени\w* + negat|denied|denegad|negad|verweigert|отказан|refusé
forbidden|access denied|been blocked|unable to access|too many requests|legal reasons|403
server + configured|directory
access + limited|denied|blocked|restricted|not (?:allowed|permitted)
\w+n.t have permission|not have permission|not authori[sz]ed|not permitted
european economic area|gdpr + access|website|cannot|unavailable
content|video|site|website|page|article|service + not available in your|unavailable in your|\w+n.t available in
zugang|zugriff + verweigert|gesperrt|nicht (?:gestattet|erlaubt)|berechtig|eingeschränkt
nicht berechtigt|keine berechtigung|in ihrer region|in ihrem land|in deinem land
accès + refusé|interdit|bloqué|limité|restreint
pas (?:autorisé|accessible|disponible) + accéder|pays|région|afficher
acceso + denegad|prohibid|bloquead|restringid
no (?:está|tiene|tienes|dispone) + autorizad|permiso|disponible en (?:su|tu)
acesso + negado|proibid|bloquead|restrit
não (?:tem|possui|está) + permissão|autoriza|disponível (?:em|no|na) (?:seu|sua)
accesso + negato|vietato|bloccato|limitato
non (?:sei|hai|è) + autorizz|permess|disponibile nel tuo
toegang + geweigerd|geblokkeerd|bevoegd|niet toegestaan
niet (?:bevoegd|gemachtigd|beschikbaar) + pagina|regio|land
dostęp + odmow|brak|zabron|zablokow|ogranicz
uprawnie + nie|brak
åtkomst|behörighet|adgang|tilgang|tilladelse|tillatelse + nekad|saknar|nægtet|nektet|ikke|inte|ingen
přístup|oprávnění|hozzáférés|acces|pääsy + odepř|nemáte|zamít|megtag|interzis|estetty|ei ole
доступ + запрещ|закрыт|ограничен|заблокир
прав\b|разрешен + недостаточно|нет\b|не имеете
недоступ\w* + регион|вашей стран|стране\b
доступ|прав\b + заборон|обмежен|недостатньо|отказан
erişim|yetki\w* + engel|yetkiniz|reddedil|izniniz|yok\b
akses|izin + ditolak|diblokir|dibatasi|tidak
truy cập|quyền + từ chối|bị chặn|không (?:được|có)
الوصول|الدخول|بالدخول|إذن|صلاحي + مرفوض|رفض|حظر|غير مسموح|ليس لك|ليس لديك|ممنوع
دسترسی + مجاز|مسدود|ندارید|محدود
גישה|הרשאה + נדחת|אין|חסומ|נחסמ
पहुँच|पहुंच|अनुमति + नहीं|अस्वीकृत
アクセス|権限|閲覧 + 拒否|制限|ありません|できません|許可
地域|国 + ご利用(?:いただけ|でき)|利用できません|视聴|閲覧できません
访问|存取|权限|權限|查看|观看 + 拒绝|拒絕|无权|無權|没有|沒有|受限|禁止|无法|無法
접근|권한|접속 + 없|차단|거부|제한
การเข้าถึง|สิทธิ์ + ปฏิเสธ|ไม่มี
"""
SERVER_ERROR = r"""
something went wrong|went wrong on our|schief ?gegangen|schief ?gelaufen|mal passé|mal tourné|ha funcionado mal|salió mal|ha ido mal|deu errado|correu mal|andato storto
misgegaan|fout gegaan|poszło nie tak|gick fel|gick snett|gik galt|gikk galt|se pokazilo|pieleen|elromlott|a mers prost|πήγε στραβά|что-то пошло не так|щось пішло не так|нещо се обърка
ters gitti|kesalahan di pihak|có gì đó không ổn|خطأ ما|مشکلی پیش آمد|משהו השתבש|कुछ गलत|問題が発生|何かが間違|なにかが間違|出了点?问题|出現問題|出现问题|出错了|문제가 발생|มีบางอย่างผิดพลาด
server\w*|serveur|servidor|сервер\w*|サーバ|服务器|伺服器|서버 + failure|display|angezeigt|served|表示でき|错误|錯誤|检查|檢查|过载|過載|неполад|недоступ|panne|fallo|falha|failed
gateway|service unavailable|server error|critical error|application error|internal error|error code|http error|bad request|50[0-4] \W|error 5\d\d
error|trouble|problem|wrong|unavailable|maintenance + try again|later|website|this (?:site|page)|server|occurred|loading|check back|temporarily|scheduled
server + down|respond|overloaded|temporarily|unable|busy
fehler|wartung|wartungsarbeiten|server + aufgetreten|später|bald|website|seite|überlastet|erneut|nochmals
erreur|indisponible|maintenance|serveur + critique|survenu|produit|réessay|site|momentané|plus tard|cours
error|mantenimiento|problema|servidor + ocurrido|producido|crítico|intent|vuelv|sitio|web\b|inesperado|más tarde
erro|indisponível|manutenção|servidor + ocorreu|crítico|tente|novamente|site|mais tarde|temporariamente
errore|manutenzione|server + verificat|critico|riprov|sito|più tardi|temporaneamente
fout|onderhoud|storing|server + opgetreden|voorgedaan|kritieke|opnieuw|site|later|tijdelijk
błąd|awari|prac\w* techniczn|niedostępn|przerw + wystąpił|krytyczn|później|stron|chwilow|serwis|spróbuj
fel|underhåll|fejl|vedligehold|feil|vedlikehold + senare|uppst|inträff|opst|senere|igen|igjen|oppst|kritisk|webbplats|siden
chyb|údržb|nedostupn|hiba|karbantart|virhe|huolto|eroare|mentenanț|σφάλμα|συντήρηση + došlo|později|stránk|nastala|dočasně|később|történt|oldal|myöhemmin|tapahtu|sivu|apărut|site|târziu|αργότερα|προέκυψε|σελίδα|δοκιμ
ошибк|недоступ|обслуживан|технически\w* работ|сервер|неполадк + произошл|возникл|позже|сайт|критическ|временно|повторит|попроб
помилк|обслуговуван|недоступн|грешк|поддръжк + сталас|виникл|пізніше|сайт|тимчасово|възникн|по-късно
hata|ters gitti|bakım|sunucu + oluş|tekrar|sonra|site|kritik|lütfen
kesalahan|gangguan|pemeliharaan|perbaikan|server + terjadi|coba lagi|nanti|situs|sedang|kembali
lỗi|bảo trì|gián đoạn|máy chủ + xảy ra|quay lại|thử lại|sau\b|hệ thống|trang
خطأ|صيانة|عطل|الخادم + حدث|لاحق|الموقع|المحاولة|قيد|مؤقت
خطا|تعمیر|سرور + رخ داد|بعدا|بعداً|سایت|دوباره
שגיאה|תחזוקה|תקלה|שרת + אירעה|מאוחר|האתר|שנית|שוב|זמנית
त्रुटि|रखरखाव|गड़बड़|सर्वर + हुई|बाद में|साइट|कोशिश|प्रयास
エラー|アクセスが集中|メンテナンス|障害|サーバ|混み合|混雑 + 発生|しています|しばらく|再度|ください|ただいま|現在|中です|おります|もう一度
服务器|伺服器|系统|系統|网站|網站|页面|出错|错误|錯誤 + 繁忙|维护|維護|稍后|稍後|重试|重試|出错|出錯|异常|升级|故障
오류|점검|장애|서버|접속자 + 발생|잠시|다시|중입니다|나중에|많아
ข้อผิดพลาด|ปิดปรับปรุง|เซิร์ฟเวอร์ + ลองใหม่|ภายหลัง|เกิด|ขณะนี้
"""
LOGIN_WALL = r"""
free|gratis|gratuit\w*|kostenlos\w*|darmow\w*|бесплатн\w*|безкоштовн\w*|ücretsiz|無料|免费|免費|무료|مجاني + article limit|articles? (?:gratuit|restant)|your limit|artículos gratuit|artigos gratuit|alle artikel|прочитал|прочитан|makale|上限|用完|次数已|次數已|소진|المقالات
limit|límite|limite|limiet|grenze|лимит|ліміт|上限|한도|الحد + (?:free )?articles?|artículo|artigo|artikel|articol|artykuł|стат(?:ей|ті)|記事|文章|기사|مقالات
subscri|premium|member|free article|registered|paywall|unlimited access|sign ?up|register + article|access|log ?in|sign ?in|read|today|now|month|week|only|already|free|continue|choose|become|content
unlock|unlimited access|last free|free articles|already have (?:an account|a subscription)
abonn|abo\b|digitalabo|plus\b|premium|registrier|angebot + artikel|weiterles|lesen|einloggen|anmelden|jetzt|testen|exklusiv|nur\b|bereits|schon|zugang
weiterlesen|weiterzulesen + plus|abo|anmeld|registr|möchten
abonn|inscri|compte|premium + article|accès|lire|réservé|mois|déjà|connect|illimité|contenu|débloqu|offre
suscri|registr|premium|cuenta + contenido|acceso|leer|leyendo|exclusiv|mes\b|ya (?:est|eres|tien)|inici|ilimitad|artículo|gratis
assin|cadastr|premium|conta\b + conteúdo|acesso|ler|lendo|exclusiv|mês|já|login|ilimitad|matéria|entre
abbon|registra|premium|account + contenut|access|legger|riservat|mese|già|accedi|illimitat|articol|sblocca
abonn|premium|account + artikel|toegang|lezen|alleen|maand|al\b|log in|inloggen|onbeperkt|verder
prenumerat|subskry|abonament|premium|konto + artykuł|dostęp|czyta|przeczyta|tylko|miesiąc|zaloguj|już|masz
prenumer|abonnent|abonnement|abonner|premium|konto + artikel|artikkel|läs|læs|les\b|endast|bara|kun\b|för|for\b|logga in|log ind|logg inn|redan|allerede|månad
předplat|předplatitel|előfizet|tilaaj|abona|συνδρομ + článek|obsah|přihla|jen|pouze|již|cikk|olvas|csak|jelentkez|bejelent|artikkel|vain|lue|kirjaudu|articol|citi|doar|άρθρο|μόνο|σύνδεση
подпис|абон|премиум|регистр|аккаунт + материал|доступ|стать|читать|прочит|чтени|только|войти|войдите|уже|полный|продолж|оформите
передплат|підпис|абонамент|абонат + матеріал|статт|доступ|читати|тільки|увійти|лише|вече|само|вход
abone|üye|premium + içerik|haber|okuma|oku\b|özel|giriş|zaten|sınırsız|yalnızca|sadece
langgan|pelanggan|premium|akun|daftar + artikel|konten|akses|membaca|baca|khusus|masuk|sudah|hanya
thành viên|đăng ký|premium|tài khoản|gói + bài|nội dung|đọc|chỉ dành|đăng nhập|đã có
المشترك|مشترك|اشترك|للمشتركين|اشتراك|العضوي|حساب + المحتوى|المقال|القراءة|قراءة|فقط|الآن|الدخول|متاح|لديك
اشتراک|مشترک|عضو + مطلب|مطالعه|ورود|ادامه|فقط
מנוי|מנויים|הירשמ + כתבה|תוכן|לקרוא|קריאה|בלבד|התחבר|כבר
सब्सक्रा|सदस्य|ग्राहक + लेख|पढ़|केवल|लॉग|सामग्री|अभी
会員|有料|購読|登録|ログイン|プレミアム + 限定|記事|続き|全文|登録|お読み|残り|無料
订阅|訂閱|会员|會員|付费|付費|登录|登入|订户|訂戶|注册|註冊 + 全文|阅读|閱讀|继续|繼續|内容|內容|仅限|僅限|专享|專享|文章
구독|회원|유료|로그인|가입 + 기사|전용|전체|읽|계속|콘텐츠|볼 수|이용
สมาชิก|เข้าสู่ระบบ + อ่าน|เฉพาะ|บทความ
"""
CONSENT = r"""
cookie|cookies|kakor|informasjonskapsler|evästeitä|sütik|куки|кукі|бисквитк|çerez|كوكيز|الارتباط|کوکی|עוגיות|कुकी|クッキー|쿠키|คุกกี้
privacy|privatsphäre|vie privée|privacidad|privacidade|integritet|privatliv|personvern|soukrom|adatvédel|yksityisy|конфиденциальност|приватніст|gizlili|privasi|quyền riêng tư|خصوصي|حریم|פרטיות|गोपनीयता|プライバシー|隐私|隱私|개인정보|prywatnoś|confidențial|απόρρητ + value|care|respect|schätzen|priorit|valor|respet|respeit|rispett|waarder|cenim|värdesätt|ценим|цінує|değer|menghargai|tôn trọng|نقدر|نحترم|重视|重視|尊重|소중|choice|settings|policy|manage|vážím|εκτιμ|nastaven|einstellung|настройк|ayarlar|ustawieni|préférence|preferenc
accept|reject|akzeptieren|ablehnen|accepter|refuser|aceptar|rechazar|aceitar|rejeitar|accetta|rifiuta|accepteren|weigeren|akceptuj|odrzuć|acceptera|avvisa|accepter|afvis|godta|přijmout|odmítnout|принять|отклонить|kabul|reddet|terima|tolak|قبول|رفض|同意する|接受|동의 + all\b|alle\b|tout|todo|todos|tudo|todas|tutt|alles|wszystk|alla|vše|все\b|всё|tümünü|semua|الكل|全部|すべて|모두|cookies?|optional
consent|einwilligung|consentement|consentimiento|consentimento|consenso|toestemming|zgod|samtycke|samtykke|согласи|rıza|persetujuan|موافقة|同意|동의 + manage|gérer|gestionar|gerenciar|gestisci|beheer|zarządz|hantera|administrer|spravovat|использ|обработ|cookie|data|daten|we\b|wir\b|website|site|yönet
werbung + weiterlesen|tracking|website wie|akzeptieren
experience|erlebnis|expérience|experiencia|experiência|esperienza|ervaring|upplevelse|oplevelse|zážit|опыт|deneyim|pengalaman|تجربتك|体验|體驗|利便性|サービス向上 + brows|improv|best|best[ea]|verbesser|offrir|meilleur|mejorar|mejor|aprimorar|melhor|miglior|verbeter|förbättra|forbedre|zlepš|улучш|iyileştir|geliştir|meningkatkan|تحسين|改善|提升|向上|ofrecer|fornire|optimal
"""
FURNITURE = r"""
oops|sorry|please|unsuccessful|home ?page|search|go back|learn more|got it|archive|incident|return|redirect|menu|reload|refresh|links below
ups|startseite|zurück|suche|bitte|leider|einstellungen|oups|désolé|accueil|retour|recherche|paramétr|veuillez|merci
lo sentimos|volver|inicio|buscar|desculpe|lamentamos|voltar|ci dispiace|spiacenti|torna|cerca|oeps|helaas|terug|zoek
przepraszamy|niestety|wróć|szukaj|hoppsan|tyvärr|tillbaka|sök|desværre|beklager|tilbage|tilbake|forsiden|jejda|bohužel|vyhledáv
hoppá|sajnáljuk|hups|valitettavasti|haku|ne pare rău|λυπούμαστε|ωχ|сожалению|извините|поиск|главн|вернит|ой\b|жаль|вибачте|съжаляваме
üzgünüz|lütfen|ana sayfa|maaf|silakan|beranda|kembali|rất tiếc|xin lỗi|vui lòng|trang chủ|عذرا|عذراً|نأسف|يرجى|العودة|الرئيسية
متأسف|لطفا|مصטערים|מצטערים|אופס|אנא|क्षमा|कृपया|申し訳|ください|トップ|ホーム|抱歉|对不起|對不起|返回|首页|首頁|죄송|주세요|십시오|ขออภัย|กรุณา
"""
ADDRESS = r"""
you|your|yours|please|sorry|oops|we|we.re|our|sie|ihr|ihre|ihren|ihrem|ihrer|ihnen|bitte|leider|wir|uns|unser\w*|ups|du|dein\w*|vous|votre|vos
veuillez|désolée?|oups|nous|merci|usted|su|tu|tus|lo sentimos|hemos|por favor|você|seu|sua|desculpe|lamentamos|ops|tuo|tua|tuoi|ci dispiace|spiacenti
uw|je|jouw|oeps|helaas|przepraszamy|niestety|prosimy|masz|twoj\w*|vi|din|dina|du|tyvärr|hoppsan|desværre|beklager|bohužel|omlouváme|vaš\w*|vás
kérjük|sajnáljuk|hoppá|hups|valitettavasti|vă|ne pare|παρακαλώ|λυπούμαστε|вы|вас|вам|ваш\w*|вами|пожалуйста|извините|к сожалению|мы|ви|жаль|вибачте|моля
üzgünüz|lütfen|\w+(?:iniz|ınız|unuz|ünüz|niz)|anda|maaf|silakan|kami|bạn|vui lòng|rất tiếc|xin lỗi|عذرا|عذراً|يرجى|نأسف|متأسفون|لديك|نقدر|نستخدم|متأسفانه|لطفا|شما
מצטערים|אופס|אנא|क्षमा|कृपया|आप
ください|お探し|お客様|申し訳|ご確認|いただ|您|抱歉|请|請|对不起|我们|주세요|죄송|십시오|하세요|ขออภัย|กรุณา|คุณ|當|当サイト
have i been|enable|naše|našich|выберите|もうしわけ|检查|配置|try|check back|log in|sign in|contact|http|incident|error code|web server|browser console|vuelv\w+|inténtal\w+|accede|acceder|tente|riprova|probeer
spróbuj|войти|войдите|попробуйте|оформите|deneyin|ulaşın|doğrulayın|masuk|coba|thử lại|المحاولة|لك|お試し|再試行|por favor|segundos|secondi|saniye
para ofrecer|per fornire|um ihnen|pour vous|העמוד שחיפשתם|возможно
"""
"""Words in which a page speaks to its reader, or a server to a browser."""
STEMS: Mapping[str, str] = {
    "robot-check": ROBOT_CHECK,
    "needs-browser": NEEDS_BROWSER,
    "consent": CONSENT,
    "access-denied": ACCESS_DENIED,
    "not-found": NOT_FOUND,
    "login-wall": LOGIN_WALL,
    "server-error": SERVER_ERROR,
}
"""In the order in which a sentence is judged."""
