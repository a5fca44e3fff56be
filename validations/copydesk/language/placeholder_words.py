"""What stands where a text should be: words for "no value", names of fields, notes to self, trials, dummy prose.

Entries are in lower case and stand between bars.
"""

from collections.abc import Mapping

NO_VALUE = """
n/a|na|n.a|n. a|not available|not applicable|not specified|no value|no data|none|null|nil|nan|undefined|unknown|tbd
|tba|tbc|to be determined|to be announced|to be confirmed|removed|deleted|redacted|no title|no headline|no text
|no content|no description|no description available|no summary|no summary available|no body|content not available|k.a
|k. a|keine angabe|keine angaben|nicht verfügbar|kein titel|ohne titel|kein text|keine beschreibung|unbekannt
|non disponible|non renseigné|non précisé|aucun titre|sans titre|aucune description|indisponible|inconnu|no disponible
|sin título|sin titulo|sin texto|sin descripción|sin datos|desconocido|no aplica|s/d|não disponível|nao disponivel
|sem título|sem titulo|sem texto|sem descrição|desconhecido|não se aplica|non disponibile|senza titolo|nessun titolo
|nessuna descrizione|sconosciuto|n.d|n/d|niet beschikbaar|geen titel|geen omschrijving|onbekend|n.v.t|nvt|brak danych
|brak tytułu|bez tytułu|nie dotyczy|niedostępne|brak opisu|ej tillgänglig|saknas|ingen titel|ingen rubrik|okänd
|ikke tilgjengelig|uten tittel|ukendt|uden titel|není k dispozici|bez názvu|bez titulku|neznámý|ei saatavilla
|ei otsikkoa|nincs adat|cím nélkül|fără titlu|indisponibil|μη διαθέσιμο|χωρίς τίτλο|нет данных|без названия
|без заголовка|без темы|не указано|неизвестно|недоступно|н/д|немає даних|без назви|невідомо|başlıksız|belirtilmemiş
|bilinmiyor|mevcut değil|tidak ada|tidak tersedia|tanpa judul|tidak diketahui|không có|không có tiêu đề|chưa xác định
|walang pamagat|غير متوفر|غير متاح|بدون عنوان|لا يوجد|غير معروف|لا يوجد عنوان|ناموجود|بدون عنوان|نامشخص|موجود نیست
|ללא כותרת|לא זמין|उपलब्ध नहीं|शीर्षक नहीं|कोई शीर्षक नहीं|अज्ञात|লেখা নেই|শিরোনামহীন|உள்ளடக்கம் இல்லை|無題|題名なし
|タイトルなし|なし|未定|不明|該当なし|本文なし|データなし|无|無|无标题|無標題|暂无|暫無|未知|无内容|暂无内容|暂无描述
|无数据|未定义|不适用|없음|제목 없음|제목없음|내용 없음|미정|알 수 없음|해당 없음|ไม่มี|ไม่มีชื่อ|ไม่ระบุ
"""
FIELD_NAME = """
title|headline|headline here|heading|untitled|untitled document|untitled article|article title|title here
|your title here|insert headline|insert headline here|insert title here|enter title here|add title|text|body|body text
|article text|insert text here|enter text here|your text here|text goes here|content|content goes here|description
|caption|subtitle|byline|author name|your name|firstname lastname|first name last name|placeholder|placeholder text
|sample text|sample article|dummy|dummy text|click to edit|click here to edit|titel|überschrift|schlagzeile|titel hier
|titel hier eingeben|hier steht der text|hier steht ein text|hier text einfügen|text hier einfügen|blindtext
|platzhalter|unbenannt|beispieltext|mustertext|untertitel|autor|vorname nachname|titre|titre ici|titre de l'article
|votre texte ici|votre titre ici|insérer le texte|texte ici|texte de l'article|exemple de texte|título|titular
|título aquí|título del artículo|su texto aquí|tu texto aquí|texto aquí|texto de ejemplo|titulo|título aqui
|seu texto aqui|texto aqui|título da matéria|texto de exemplo|manchete|titolo|titolo qui|titolo dell'articolo
|testo qui|inserire testo|testo di esempio|inserisci il testo qui|kop|titel van het artikel|tekst hier|voorbeeldtekst
|tytuł|nagłówek|tekst tutaj|przykładowy tekst|tytuł artykułu|rubrik|rubrik här|text här|overskrift|tittel|otsikko
|nadpis|titulek|cím|titlu|τίτλος|заголовок|название|заголовок статьи|текст статьи|здесь будет текст
|здесь будет заголовок|введите текст|введите заголовок|пример текста|текст|назва|тут буде текст|başlık|başlık buraya
|metin buraya|örnek metin|judul|judul berita|judul artikel|isi berita|teks di sini|contoh teks|tiêu đề|nội dung
|văn bản mẫu|عنوان|العنوان|عنوان المقال|أدخل النص هنا|أدخل العنوان|نص تجريبي|عنوان خبر|متن خبر|כותרת|טקסט לדוגמה
|शीर्षक|यहाँ शीर्षक लिखें|यहां लिखें|शीर्षक यहाँ|नमूना पाठ|タイトル|見出し|本文|ここに本文|ここに本文が入ります
|ここにタイトル|ここに見出しが入ります|タイトルを入力|本文を入力|テキストが入ります|ダミーテキスト|サンプルテキスト
|标题|標題|正文|内容|内文|请输入标题|请输入正文|在此输入标题|在此输入正文|这里是标题|这里是正文|示例文本|占位符
|輸入標題|제목|본문|내용|제목을 입력하세요|내용을 입력하세요|여기에 제목|여기에 본문|예시 텍스트|หัวข้อ|ชื่อเรื่อง
"""
TO_DO = """
todo|to do|fixme|tk|tktk|tk tk|tk tk tk|xxx|xxxx|xxxxx|text to come|text to follow|copy to come|story to come
|headline to come|more to come|coming soon|placeholder do not publish|do not publish|headline tk|hed tk|dek tk
|text folgt|überschrift folgt|titel folgt|beitrag folgt|inhalt folgt|noch ausfüllen|bitte ausfüllen|entwurf
|artikel folgt|à compléter|texte à venir|à venir|titre à venir|brouillon|à remplir|bientôt disponible|por completar
|pendiente|texto pendiente|título pendiente|borrador|próximamente|por definir|a completar|texto a seguir|rascunho
|em breve|a definir|por preencher|da completare|da scrivere|testo in arrivo|bozza|prossimamente|da definire
|tekst volgt|titel volgt|in te vullen|do uzupełnienia|wkrótce|szkic|text kommer|rubrik kommer|utkast|kommer snart
|tekst kommer|kladde|доработать|текст будет позже|черновик|заполнить|скоро будет|в разработке|чернетка|hazırlanıyor
|yakında|taslak|doldurulacak|segera hadir|menyusul|akan diisi|sắp ra mắt|bản nháp|قريبا|مسودة|سيتم إضافة النص لاحقا
|به زودی|پیش‌نویس|טיוטה|जल्द आ रहा है|मसौदा|ड्राफ्ट|準備中|工事中|下書き|後で書く|近日公開|記事準備中|待补充|待填写
|草稿|待定|待續|敬请期待|稍后补充|작성 중|준비 중|초안|추후 작성|เร็วๆ นี้
"""
TRIAL = """
test|test 1|test1|test 2|test 123|test123|test test|test test test|testing|testing 123|testing testing|this is a test
|this is only a test|just a test|test headline|test title|test article|test story|test post|test page|test content
|test text|test body|test description|test article please ignore|test please ignore|please ignore|test do not publish
|my first article|foo|foo bar|foobar|foo bar baz|asdf|asdfasdf|asdf asdf|asdfgh|asdfghjkl|qwerty|qwertz|azerty
|qwertyuiop|abc123|aaa|aaaa|12345|blah|bla|bla bla|testartikel|testüberschrift|testtitel|testbeitrag|testtext
|das ist ein test|dies ist ein test|nur ein test|test bitte ignorieren|ceci est un test|article de test|titre de test
|article test|titre test|texte de test|esto es una prueba|esta es una prueba|prueba|artículo de prueba
|título de prueba|titular de prueba|nota de prueba|texto de prueba|isto é um teste|este é um teste|teste
|artigo de teste|título de teste|notícia de teste|matéria de teste|texto de teste|questo è un test|questa è una prova
|articolo di prova|titolo di prova|testo di prova|dit is een test|testkop|to jest test|artykuł testowy|tytuł testowy
|tekst testowy|detta är ett test|testrubrik|dette er en test|tämä on testi|testovací článek|testovací titulek
|ez egy teszt|teszt|acesta este un test|δοκιμή|τεστ|тест|проверка|это тест|тестовая статья|тестовый заголовок
|тестовая новость|тестовый текст|тестовая запись|перевірка|це тест|тестова стаття|deneme|bu bir test|bu bir denemedir
|test haberi|deneme haberi|ini tes|ini adalah tes|tes|uji coba|berita tes|judul tes|berita uji coba|thử nghiệm
|đây là bài thử nghiệm|bài viết thử nghiệm|اختبار|تجربة|هذا اختبار|مقال تجريبي|عنوان تجريبي|خبر تجريبي|آزمایشی|تست
|این یک تست است|בדיקה|זה מבחן|परीक्षण|टेस्ट|यह एक परीक्षण है|परीक्षण शीर्षक|परीक्षण लेख|পরীক্ষা|பரிசோதனை|テスト
|テスト記事|テスト投稿|これはテストです|テストタイトル|テストです|ほげ|ほげほげ|测试|測試|测试标题|测试文章|测试新闻
|这是一个测试|这是测试|这是一条测试新闻|測試標題|測試文章|테스트|테스트 기사|테스트입니다|이것은 테스트입니다
|테스트 제목|시험|ทดสอบ
"""
KINDS: Mapping[str, str] = {"no-value": NO_VALUE, "field-name": FIELD_NAME, "to-do": TO_DO, "trial": TRIAL}
LATIN = """
lorem ipsum dolor sit amet consectetur consectetuer adipiscing adipisicing adipisci elit sed do eiusmod tempor
incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi
aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur
excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum vivamus
praesent vestibulum pellentesque mauris nullam phasellus curabitur aenean donec maecenas suspendisse fusce integer
morbi proin quisque etiam nunc tellus ligula lacus augue turpis ante faucibus tincidunt sapien felis libero purus orci
luctus ultrices ultricies posuere cubilia curae egestas habitant tristique senectus netus malesuada fames ac at a sem
eget vel nec leo nibh odio diam urna arcu massa metus mi risus dui tempus volutpat viverra vitae porta porttitor
sollicitudin feugiat rutrum vehicula sagittis venenatis dapibus gravida cursus semper blandit lobortis facilisis
hendrerit accumsan interdum pulvinar ornare condimentum mattis euismod elementum scelerisque fermentum lectus justo
eros erat quam nam aliquam cras sodales imperdiet laoreet iaculis convallis placerat congue dignissim vulputate cum
sociis natoque penatibus magnis dis parturient montes nascetur ridiculus
"""
"""The words of lorem ipsum and of its common sequels."""
DUMMY = """
ich bin blindtext|dies ist ein typoblindtext|dies ist ein blindtext|weit hinten, hinter den wortbergen
|er hörte leise schritte hinter sich. das bedeutete nichts gutes|dit is een dummytekst|ceci est un faux texte
|texte de remplissage|texto de relleno|questo è un testo segnaposto|to jest tekst zastępczy|to jest przykładowy tekst
|detta är en platshållartext|лорем ипсум|λορεμ ιπσυμ|λορεμ ιπσυθμ|рыба-текст|это текст-рыба
|товарищи! реализация намеченных плановых заданий|bu bir yer tutucu metindir|ini adalah teks contoh
|đây là văn bản giữ chỗ|هذا النص هو مثال لنص يمكن أن يستبدل|لوريم إيبسوم|لورم ایپسوم متن ساختگی|לורם איפסום דולור
|लोरेम इप्सम|यह एक नमूना पाठ है|ダミーテキストです|この文章はダミーです|テキストが入ります|この文章はダミー文
|这是一段占位文字|这里是占位文字|此处填写正文内容|這是一段佔位文字|여기에 내용이 들어갑니다|더미 텍스트입니다
"""
"""How dummy prose of other scripts and languages begins, with the marks that it has inside."""
