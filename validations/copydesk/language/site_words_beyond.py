# ruff: noqa: E501 - a line of words is a row of a table
"""The words of site_words.py in the other languages.

Words of scripts that write words together stand anywhere in a text. A phrase is one word (Vietnamese).
"""

BEYOND = """
# tr
reader siz|sizin|size|sizi|sen|senin|biz|bizim|lütfen|üzgünüz|maalesef|ne|yazık|hay|aksi|ups|teşekkür|tıklayın|tıklayınız|deneyin|kontrol|edin|dönün|dönmek|geri|devam|seçin|kullanın|burada|buraya|aşağı|tekrar|yeniden|bekleyin|giriniz|edebilir|istiyorsanız
site sayfa|site|web|bağlantı|link|adres|url|içerik|içeriğ|makale|haber|yazı|video|görsel|resim|dosya|belge|uygulama|hizmet|servis|sunucu|internet|menü|ara|okur|ziyaretçi|kullanıcı|editör|iletişim|destek|ana
not-found bulun|bulama|yok|mevcut|taşın|silin|kaldırıl|kayıp|kaybol|kırık|süresi|hatalı|yanlış|doğru|hiçbir|artık|kullanılam|aradığınız|istediğiniz|geçersiz|yayından
needs-browser javascript|tarayıcı|sürüm|güncel|son|eski|etkin|aç|devre|kapat|reklam|adblock|engelleyici|indir|yükle|kur|destek|gerek|ayarlar
robot-check robot|insan|captcha|doğrula|onayla|kanıtla|kutu|işaretle|bulmaca|olağan|olağandışı|şüpheli|otomatik|istek|trafik|ağ|ağınız|etkinlik|karakter|güvenlik|saniye|dakika|bekle|bağlantı|fark|tespit
access-denied engel|yasak|reddedil|kısıtl|izin|yetki|hak|lisans|ülke|bölge|konum|kullanılabil|yasal|erişim|eriş|görüntüle|nedeni|oynat
server-error hata|bakım|aşırı|yoğun|teknik|sorun|arıza|geçici|sonra|dakika|yakında|çalış|gider|düzelt|yükle|yenile|rahatsızlık|beklenmedik|iç|ters
login-wall abone|abonel|üye|üyelik|premium|deneme|ücretsiz|bedava|sınırsız|kilid|aç|giriş|oturum|hesap|hesab|kayıt|kaydol|şifre|parola|oku|okuma|iptal|teklif|ay|hafta|sınır|limit|sadece|yalnızca|özel|tam|tamamı|zaten|ücretli|tl
consent çerez|cookie|onay|rıza|izin|gizlilik|ortak|iş|tercih|kişisel|veri|cihaz|takip|izleme|reklam|kabul|reddet|yönet|ayar|depola|sakla|işle|gerekli|zorunlu|politika|seçim|seçenek|üçüncü|geri|ver|iyi|deneyim|kullan|tüm|devam
# az, kk, uz
reader siz|sizin|sizə|biz|bizim|zəhmət|təəssüf|üzr|bağışlayın|təşəkkür|klikləyin|yoxlayın|cəhd|qayıdın|geri|davam|seçin|istifadə|burada|aşağı|yenidən|axtardığınız|сіз|сіздің|біз|біздің|кешіріңіз|өкінішке|рахмет|басыңыз|тексеріңіз|қайтыңыз|оралыңыз|артқа|жалғастыр|таңдаңыз|мұнда|төменде|қайтадан|іздеген|sizning|kechirasiz|afsuski|iltimos|qayting|bosing
site səhif|sayt|veb|keçid|ünvan|url|ana|məzmun|məqalə|xəbər|video|şəkil|fayl|tətbiq|xidmət|server|internet|menyu|axtar|oxucu|istifadəçi|бет|бетке|парақ|сайт|сілтеме|мекенжай|басты|мазмұн|мақала|жаңалық|видео|файл|қолданба|қызмет|сервер|мәзір|іздеу|оқырман|sahifa|bosh|maqola|havola
not-found tapıl|mövcud|yox|silin|köçürül|itib|səhv|yanlış|heç|artıq|əlçatan|axtar|табылмады|табылған|жоқ|жойыл|өшіріл|көшіріл|қате|енді|қолжетім|topilmadi|mavjud|emas|o'chirilgan
needs-browser javascript|brauzer|versiya|yenilə|son|köhnə|aktiv|söndür|adblock|yüklə|quraşdır|dəstək|браузер|нұсқа|жаңарт|қосыңыз|өшіріңіз|жүктеп|орнат|қолда
robot-check robot|insan|captcha|təsdiq|yoxla|sübut|qeyri|şübhəli|avtomatik|sorğu|trafik|şəbəkə|simvol|təhlükəsiz|saniyə|gözləyin|робот|адам|растаңыз|тексер|күдікті|сұрау|желі|таңба|қауіпсіз|секунд|күтіңіз
access-denied qadağan|rədd|bloklan|məhdud|icazə|hüquq|lisenziya|ölkə|region|giriş|baxmaq|тыйым|бұғатт|шектел|рұқсат|құқық|лицензия|елде|аймақ|кіру
server-error xəta|texniki|problem|müvəqqəti|sonra|dəqiqə|tezliklə|işləyirik|yüklə|қате|техникалық|мәселе|уақытша|кейінірек|минут|жақында
login-wall abunə|üzv|premium|sınaq|pulsuz|limitsiz|kilid|daxil|hesab|qeydiyyat|şifrə|oxu|oxumaq|ləğv|təklif|ay|həftə|yalnız|tam|artıq|ödəniş|жазыл|мүше|премиум|тегін|шексіз|кіріңіз|аккаунт|тіркел|құпия|оқу|ұсыныс|апта|тек|толық
consent kuki|cookie|razı|məxfilik|tərəfdaş|seçim|şəxsi|məlumat|cihaz|reklam|qəbul|rədd|idarə|parametr|saxla|emal|zəruri|siyasət|icazə|yaxşı|təcrübə|istifadə|куки|келіс|құпиялыл|серіктес|жеке|дерек|құрылғы|жарнама|қабыл|баптау|сақта|өңде|саясат
# ca, gl, eu
reader vostè|teu|teva|teus|teves|vostre|vostra|nosaltres|nostre|nostra|si|plau|ho|sentim|vaja|ups|gràcies|fes|clic|prova|proveu|comprova|comproveu|torna|torneu|enrere|continua|tria|utilitza|aquí|sota|pots|podeu|busques|sentímolo|túa|noso|proba|comproba|volve|atrás|preme|podes|barkatu|zure|gure|mesedez|eskerrik|egin|klik|saiatu|egiaztatu|itzuli|jarraitu|hemen|bilatzen
site pàgina|lloc|web|enllaç|adreça|url|inici|portada|contingut|article|notícia|vídeo|imatge|fitxer|document|aplicació|servei|servidor|internet|menú|cerca|lector|usuari|redacció|páxina|sitio|ligazón|enderezo|contido|artigo|nova|imaxe|orri|webgune|esteka|helbide|hasiera|eduki|artikulu|albiste|bideo|irudi|fitxategi|aplikazio|zerbitzu|bilaketa|irakurle|erabiltzaile
not-found trob|existeix|falta|mogut|esborr|eliminat|suprimi|perdut|trencat|caduc|equivoc|incorrect|res|ja|disponible|sol·licit|busc|atop|existe|borrad|xa|dispoñible|aurkit|existitzen|ezabatu|mugitu|galdu|okerr|dago|ezin
needs-browser javascript|navegador|versió|actualitz|última|obsolet|activ|habilit|desactiv|bloquejador|descarreg|instal|compatib|requereix|nabigatzaile|bertsio|eguneratu|gaitu
robot-check robot|humà|persona|captcha|verific|demostr|confirm|casella|inusual|sospitos|automàtic|trànsit|xarxa|activitat|seguretat|moment|segons|espera|connexió|giza|berretsi|segurtasun|itxaron
access-denied denegat|prohibit|bloquejat|restring|permís|autoritz|drets|llicència|país|regió|territori|disponible|legal|accés|accedir|veure|motius|ukatu|debekatu|baimen|eskubide|herrialde|sarbide
server-error error|manteniment|sobrecarreg|tècnic|problema|temporal|tard|minuts|aviat|treballant|sol|carreg|molèsties|intern|errore|mantentze|arazo|minutu|laster
login-wall subscri|subscrip|soci|sòcia|membre|premium|prova|gratuït|gratis|il·limit|desbloqu|inicia|sessió|entra|compte|registr|contrasenya|llegir|llegint|cancel|oferta|mes|setmana|límit|només|exclusi|accés|complet|harpide|doan|hasi|saioa|kontu|irakur|erregistra|soilik|bazkide
consent galet|cookie|consent|privadesa|privacidade|socis|preferèn|personal|dades|dispositiu|seguiment|public|accept|rebutj|gestion|config|emmagatz|tract|necess|política|opcion|tercer|permet|millor|experiència|ús|onartu|pribatu|baimen|datu|gailu|ezarpen
# is, ga, af, sq
reader þú|þinn|þín|þitt|þér|við|okkar|vinsamlegast|því|miður|afsak|úps|takk|smelltu|reyndu|athugaðu|farðu|aftur|haltu|áfram|veldu|notaðu|hér|tá|tú|do|dul|le|thoil|ár|leithscéal|brón|go|raibh|fill|níor|cliceáil|bain|seiceáil|lean|roghnaigh|anseo|jou|jy|ons|asseblief|jammer|oeps|dankie|klik|probeer|kontroleer|gaan|terug|keer|kies|gebruik|hier|onder|weer|ju|juaj|tuaj|ne|jonë|lutem|lutemi|vjen|keq|ups|faleminderit|klikoni|provoni|kontrolloni|kthehuni|ktheheni|prapa|vazhdo|zgjidhni|përdorni|këtu|përsëri|mund
site síð|vef|hlekk|slóð|url|forsíð|efni|grein|frétt|myndband|mynd|skrá|app|þjónust|vefþjón|net|leit|lesand|notand|ritstjórn|leathana|suíomh|gréasá|nasc|seoladh|baile|ábhar|alt|scéal|físeán|comhad|aip|seirbhís|freastalaí|cuardach|bladsy|webwerf|skakel|adres|tuisblad|inhoud|artikel|storie|berig|lêer|toep|diens|bediener|soek|leser|gebruiker|faqe|faqja|faqen|sajt|lidhj|kryesor|përmbajt|artikull|lajm|video|skedar|aplikacion|shërbim|server|kërkim|lexues|përdorues
not-found fannst|finn|til|vantar|fær|eydd|fjarlæg|týnd|rang|rétt|ekkert|lengur|tiltæk|leit|aimsíodh|fáil|ann|scrios|bogadh|caillte|mícheart|bestaan|gevind|vermis|geskuif|verwyder|verlore|verkeerd|korrek|niks|nie|meer|beskikbaar|ekziston|gjet|gjend|mungon|zhvendos|fshi|hequr|humb|gabim|saktë|asgjë|nuk|më|disponueshm|kërko
needs-browser javascript|vafr|útgáf|uppfær|nýjust|úrelt|virkj|slökk|sæk|brabhsála|leagan|nuashonr|cumasa|blaaier|weergawe|opdateer|nuutste|verouder|aktiveer|skakel|laai|installeer|ondersteun|shfletues|version|përditëso|fundit|vjetër|aktivizo|çaktivizo|shkarko|instalo
robot-check vélmenni|maður|manneskj|captcha|staðfest|sann|óvenjuleg|grunsam|umferð|net|öryggi|augnablik|sekúnd|bíddu|róbat|duine|deimhnigh|slándáil|nóiméad|robot|mens|verifieer|bewys|bevestig|ongewone|verdag|verkeer|netwerk|sekuriteit|oomblik|sekondes|wag|njeri|verifiko|konfirmo|vërteto|pazakont|dyshimt|trafik|rrjet|siguri|sekonda|prisni
access-denied hafna|bönnuð|lokað|takmark|heimild|leyf|rétt|land|svæð|aðgang|diúltaí|cosc|cead|tír|réigiún|rochtain|geweier|verbied|geblokkeer|beperk|toestemming|regte|lisensie|streek|toegang|beskikbaar|redes|refuzu|ndalu|bllokuar|kufizuar|leje|autoriz|drejta|vend|rajon|qasje|akses
server-error vill|viðhald|tæknileg|vandam|tímabund|síðar|mínút|brátt|vinnum|hlaða|earráid|cothabháil|fadhb|sealadach|níos|fout|instandhouding|tegniese|probleem|tydelik|later|minute|binnekort|herlaai|gabim|mirëmbajtj|teknik|problem|përkohsh|vonë|minuta|shpejt|ngarko
login-wall áskrif|áskrift|félag|premium|prufa|ókeypis|frítt|ótakmark|opna|innskr|skráð|reikning|lykilorð|les|lesa|segja|tilboð|mánuð|vik|aðeins|fullan|sínteoir|síntiús|ball|saor|logáil|cuntas|cláraigh|léamh|léigh|amháin|intekenaar|intekenare|inteken|teken|lid|lede|proef|gratis|onbeperk|ontsluit|meld|rekening|registreer|wagwoord|lees|kanselleer|aanbod|maand|week|slegs|net|vol|toegang|reeds|verder|abon|anëtar|provë|falas|pakufizuar|zhblloko|kyç|hyni|llogari|regjistro|fjalëkalim|lexo|anulo|ofert|muaj|javë|vetëm|plotë|tashmë
consent vafrakök|kökur|samþykk|persónuvernd|samstarfsað|persónu|gögn|tæki|auglýs|hafna|stilling|vista|vinn|nauðsyn|stefn|val|þriðj|leyf|bæta|upplif|not|fianáin|toiliú|príobháid|comhpháirt|sonraí|gléas|glac|koekie|toestem|privaat|vennoot|voorkeur|persoon|data|toestel|advertensie|aanvaar|weier|bestuur|instelling|stoor|verwerk|nodig|beleid|keuse|derde|verbeter|ervaring|cookie|pëlqim|privatësi|partner|preferenc|person|dhëna|pajisj|reklam|prano|refuzo|menaxho|cilësim|ruaj|përpunim|nevojshme|politik|zgjedh|palë|lejo|përmirëso|përvoj
# id, ms
reader anda|kamu|kami|kita|maaf|mohon|silakan|silahkan|sila|ups|oops|terima|kasih|klik|coba|cuba|periksa|semak|pastikan|kembali|teruskan|lanjut|pilih|gunakan|sini|bawah|lagi|ingin|bisa|harap|tunggu|sayangnya|nampaknya|sepertinya
site halaman|laman|situs|website|web|tautan|pautan|link|alamat|url|beranda|utama|konten|kandungan|artikel|berita|tayangan|video|gambar|berkas|fail|dokumen|aplikasi|layanan|perkhidmatan|server|pelayan|internet|menu|cari|pencarian|carian|pembaca|pengunjung|pengguna|redaksi|kontak|hubungi
not-found ditemukan|dijumpai|ada|tiada|tidak|hilang|pindah|dipindah|dihapus|dipadam|rusak|rosak|kadaluarsa|kedaluwarsa|luput|salah|benar|tersedia|dituju|diminta|dicari|sudah|telah
needs-browser javascript|peramban|pelayar|browser|versi|perbarui|kemas|kini|terbaru|terkini|usang|lapuk|aktifkan|dayakan|nonaktif|adblock|pemblokir|iklan|unduh|muat|pasang|dukung|sokong|diperlukan|pengaturan
robot-check robot|manusia|captcha|verifikasi|sahkan|pengesahan|bukti|konfirmasi|kotak|centang|teka|luar|biasa|mencurigakan|otomatis|permintaan|trafik|lalu|jaringan|rangkaian|aktivitas|karakter|keamanan|keselamatan|sebentar|detik|saat|koneksi|sambungan
access-denied ditolak|dilarang|diblokir|disekat|dibatasi|dihadkan|izin|kebenaran|hak|siar|lisensi|negara|wilayah|lokasi|tersedia|hukum|akses|capaian|diputar|dilihat|alasan|karena
server-error kesalahan|ralat|galat|pemeliharaan|penyelenggaraan|perbaikan|teknis|teknikal|masalah|gangguan|sementara|nanti|menit|minit|segera|bekerja|memperbaiki|memuat|ketidaknyamanan|internal|tak
login-wall langgan|pelanggan|anggota|ahli|member|premium|coba|percubaan|gratis|percuma|tanpa|batas|buka|masuk|login|log|akun|akaun|daftar|sandi|baca|membaca|bacaan|batalkan|penawaran|bulan|minggu|had|hanya|sahaja|khusus|eksklusif|akses|penuh|lengkap|sudah|bayar|rp
consent cookie|kuki|setuju|persetujuan|privasi|mitra|rakan|preferensi|keutamaan|pribadi|peribadi|data|perangkat|peranti|lacak|iklan|terima|tolak|kelola|urus|pengaturan|tetapan|simpan|proses|perlu|kebijakan|dasar|pilihan|pihak|ketiga|izinkan|benarkan|tingkat|pengalaman|guna|semua
# tl, sw
reader mo|iyo|inyo|namin|amin|kami|paumanhin|pasensya|paki|pakiusap|salamat|subukan|bumalik|ipagpatuloy|pumili|gamitin|dito|ibaba|muli|hinahanap|wewe|wako|yako|sisi|wetu|yetu|samahani|tafadhali|asante|bofya|jaribu|angalia|rudi|endelea|chagua|tumia|hapa|tena
site pahina|pahinang|site|website|link|address|url|home|nilalaman|artikulo|artikulong|balita|video|larawan|file|app|serbisyo|server|internet|menu|mambabasa|ukurasa|tovuti|kiungo|anwani|mwanzo|maudhui|makala|habari|picha|faili|programu|huduma|seva|intaneti|tafuta|msomaji|mtumiaji
not-found makita|nakita|wala|umiiral|nawawala|inilipat|binura|tinanggal|sira|mali|available|hinahanap|haupo|haipo|patikan|hakuna|futwa|hamishwa|ondolewa|unaoutafuta|kosa|tena
needs-browser javascript|browser|bersyon|update|pinakabago|luma|paganahin|i-enable|download|install|kivinjari|toleo|sasisha|washa|zima|pakua|sakinisha
robot-check robot|tao|captcha|patunayan|kumpirmahin|kahon|kakaiba|trapiko|network|seguridad|sandali|segundo|maghintay|roboti|binadamu|thibitisha|usalama|subiri|sekunde|kawaida|mtandao
access-denied tinanggihan|bawal|naka-block|pinaghihigpitan|pahintulot|karapatan|lisensya|bansa|rehiyon|access|imekataliwa|marufuku|zuiliwa|ruhusa|haki|nchi|eneo|ufikiaji
server-error error|maintenance|teknikal|problema|pansamantala|mamaya|minuto|hitilafu|matengenezo|kiufundi|tatizo|muda|baadaye|dakika
login-wall subscriber|subscribe|mag-subscribe|miyembro|premium|libre|walang|limitasyon|mag-sign|mag-log|account|magrehistro|password|pagbasa|basahin|magbasa|buwan|linggo|lamang|eksklusibo|buong|mteja|wateja|jiunge|jiandikishe|mwanachama|bure|ingia|akaunti|jisajili|nenosiri|soma|kusoma|mwezi|wiki|pekee|tu
consent cookies|cookie|pahintulot|pagsang|privacy|partner|kagustuhan|personal|data|device|ads|tanggapin|tanggihan|setting|vidakuzi|idhini|ridhaa|faragha|washirika|binafsi|taarifa|kifaa|matangazo|kubali|kataa|mipangilio|sera
# vi
reader bạn|chúng tôi|quý khách|vui lòng|rất tiếc|xin lỗi|cảm ơn|hãy|thử lại|kiểm tra|quay lại|quay về|tiếp tục|nhấn vào|bấm vào|tại đây|dưới đây|bên dưới
site trang|website|web|liên kết|đường dẫn|địa chỉ|url|trang chủ|nội dung|bài viết|bài báo|video|hình ảnh|tệp|ứng dụng|dịch vụ|máy chủ|internet|tìm kiếm|độc giả|bạn đọc|người dùng|hệ thống
not-found không tìm thấy|không tồn tại|bị gỡ|gỡ bỏ|bị xóa|đã xóa|hết hạn|không còn|đang tìm|bạn tìm|yêu cầu|di chuyển
needs-browser javascript|trình duyệt|phiên bản|cập nhật|mới nhất|kích hoạt|chặn quảng cáo|tải về|cài đặt|hỗ trợ
robot-check robot|người máy|captcha|xác minh|xác nhận|chứng minh|đánh dấu|bất thường|đáng ngờ|tự động|lưu lượng|mạng của bạn|bảo mật|giây lát|chờ|phát hiện
access-denied từ chối|bị cấm|bị chặn|hạn chế|quyền|cho phép|bản quyền|quốc gia|khu vực|truy cập|không thể xem
server-error lỗi|bảo trì|quá tải|kỹ thuật|sự cố|tạm thời|ít phút|khắc phục|bất tiện|thử lại sau
login-wall đăng nhập|đăng ký|thuê bao|thành viên|hội viên|gói|premium|dùng thử|miễn phí|giới hạn|mở khóa|tài khoản|mật khẩu|đọc tiếp|đọc hết|số bài|hủy|ưu đãi|trong tháng|chỉ dành|dành cho|dành riêng|toàn bộ|đầy đủ|trả phí|mua
consent cookie|đồng ý|riêng tư|đối tác|tùy chọn|cá nhân|dữ liệu|thiết bị|quảng cáo|chấp nhận|quản lý|lưu trữ|xử lý|cần thiết|chính sách|bên thứ ba|trải nghiệm
# ar
reader أنت|لك|لكم|لديك|لنا|نحن|نأسف|آسف|آسفون|عذر|عفو|المعذرة|عذراً|عفواً|يرجى|الرجاء|رجاء|فضلك|شكر|اضغط|انقر|حاول|جرب|تحقق|تأكد|عد|ارجع|العودة|للعودة|رجوع|تابع|متابعة|المتابعة|اختر|استخدم|هنا|أدناه|مجدد|أخرى|يمكنك|ضع|يبدو|للأسف
site صفح|موقع|رابط|عنوان|رئيسية|محتوى|مقال|خبر|قصة|فيديو|مقطع|صور|ملف|وثيقة|تطبيق|خدم|خادم|سيرفر|إنترنت|انترنت|قائمة|بحث|قارئ|قراء|زائر|زوار|مستخدم|تحرير|اتصل|دعم|ويب|إلكترون
not-found موجود|يوجد|توجد|وجود|عثور|نجد|مفقود|نقل|حذف|محذوف|أزيل|إزال|ضائع|معطل|معطّل|منته|انته|خطأ|خاطئ|صحيح|شيء|متوفر|متاح|تبحث|طلبت|مطلوب
needs-browser جافا|javascript|متصفح|إصدار|نسخة|تحديث|حدّث|أحدث|قديم|تفعيل|فعّل|فعل|تعطيل|حاجب|مانع|إعلان|تنزيل|حمّل|تثبيت|مدعوم|يدعم
robot-check روبوت|برنامج|آلة|آلي|إنسان|بشر|كابتشا|تحقق|إثبات|أثبت|تأكيد|أكد|مربع|علامة|عادي|معتاد|مشبوه|مريب|طلبات|حركة|مرور|شبك|نشاط|رموز|أمان|أمن|لحظ|ثوان|انتظ|اتصال|لاحظ|رصد
access-denied مرفوض|رفض|محظور|حظر|ممنوع|محجوب|مقيد|إذن|صلاحي|تصريح|حقوق|ترخيص|بلد|منطق|دولت|موقعك|متاح|متوفر|قانون|وصول|الوصول|عرض|مشاهدة|بث|أسباب
server-error خطأ|أخطاء|صيانة|ضغط|تقني|فني|مشكل|عطل|مؤقت|لاحق|دقائق|دقيقة|قريب|نعمل|إصلاح|تحميل|إزعاج|داخلي|متوقع|حدث
login-wall اشترك|اشتراك|مشترك|عضو|أعضاء|عضوي|بريميوم|تجرب|مجان|محدود|حدود|فتح|افتح|دخول|سجل|سجّل|تسجيل|حساب|كلمة|مرور|قراء|قرأت|اقرأ|إلغاء|عرض|شهر|أسبوع|حد|فقط|حصري|حصر|كامل|مدفوع|بالفعل|خاص|استمتع|مواصل
consent كوكيز|ارتباط|cookie|موافق|توافق|أوافق|خصوصي|شرك|تفضيل|شخصي|بيانات|جهاز|أجهز|تتبع|إعلان|قبول|اقبل|رفض|إدارة|إعداد|تخزين|معالج|ضروري|سياس|خيار|طرف|أطراف|سحب|سماح|تحسين|تجرب|استخدام|تصفح|باستمرار
# fa, ur
reader شما|شماره|ما|لطفاً|لطفا|متأسف|متاسف|ببخشید|پوزش|اوه|سپاس|کلیک|کنید|امتحان|دوباره|بررسی|بازگرد|برگرد|بازگشت|ادامه|انتخاب|استفاده|اینجا|زیر|میتوانید|هستید|دنبال|خود|آپ|آپکا|ہم|ہمار|معذرت|معاف|افسوس|براہ|کرم|مہربانی|شکریہ|کلک|کریں|کوشش|واپس|جائیں|جاری|رکھ|یہاں|نیچے|چاہتے|تلاش
site صفحه|صفحهٔ|صفحۀ|سایت|وب|لینک|پیوند|نشانی|آدرس|اصلی|محتوا|مطلب|مقاله|گزارش|خبر|ویدیو|ویدئو|تصویر|فایل|سند|برنامه|اپلیکیشن|خدمات|سرور|اینترنت|منو|جستجو|جست|خواننده|کاربر|تماس|پشتیبانی|صفح|ویب|لنک|پتہ|پتا|ہوم|پیج|مواد|مضمون|تحریر|ویڈیو|فائل|ایپ|سروس|انٹرنیٹ|قارئین|صارف|رابطہ
not-found یافت|پیدا|وجود|موجود|نیست|نمی|حذف|منتقل|گم|خراب|منقضی|اشتباه|درست|چیزی|دیگر|دسترس|نہیں|ملا|مل|ہٹا|غلط|ٹوٹ|دستیاب
needs-browser جاوااسکریپت|جاوا|مرورگر|نسخه|نسخهٔ|بهروز|بروز|آخرین|جدید|قدیمی|فعال|غیرفعال|تبلیغ|دانلود|نصب|پشتیبانی|براؤزر|ورژن|اپ|ڈیٹ|پرانا|ڈاؤن|انسٹال
robot-check ربات|انسان|کپچا|تأیید|تایید|ثابت|کادر|غیرعادی|مشکوک|خودکار|درخواست|ترافیک|شبکه|فعالیت|نویسه|امنیت|لحظه|ثانیه|صبر|منتظر|اتصال|روبوٹ|تصدیق|غیر|معمولی|نیٹ|سیکیورٹی|انتظار|سیکنڈ
access-denied ممنوع|مجاز|مسدود|محدود|اجازه|مجوز|حقوق|کشور|منطقه|دسترس|دسترسی|قانون|نمایش|دلیل|منع|اجازت|بلاک|ملک|علاقے|رسائی|دستیاب
server-error خطا|اشکال|تعمیر|فنی|مشکل|موقت|بعد|دقیقه|دقیقهٔ|زودی|رفع|بارگذاری|بهروزرسانی|حال|خرابی|غلطی|تکنیکی|مسئلہ|عارضی|منٹ|جلد
login-wall اشتراک|مشترک|عضو|عضویت|ویژه|ویژهٔ|پریمیوم|آزمایش|رایگان|نامحدود|باز|وارد|ورود|حساب|ثبت|نام|رمز|خواند|مطالعه|بخوان|لغو|پیشنهاد|ماه|هفته|فقط|مخصوص|کامل|خرید|بخرید|سبسکرائب|ممبر|رکن|مفت|لاگ|سائن|اکاؤنٹ|رجسٹر|پاس|پڑھ|مہینے|ہفتے|صرف|مکمل|خصوصی
consent کوکی|رضایت|موافق|حریم|خصوصی|شرکا|همکار|ترجیح|شخصی|داده|اطلاعات|دستگاه|ردیابی|تبلیغ|پذیر|قبول|رد|مدیریت|تنظیم|ذخیره|پردازش|ضروری|سیاست|گزینه|شخص|ثالث|اجازه|بهبود|تجربه|کوکیز|رضامندی|متفق|رازداری|پرائیویسی|شراکت|ذاتی|ڈیٹا|ڈیوائس|اشتہار|مسترد|ترتیب|محفوظ|پالیسی|تجربہ|استعمال
# he
reader אתה|אתם|את|שלך|שלכם|לך|לכם|אנחנו|אנו|שלנו|נא|אנא|סליחה|מצטער|מתנצל|אופס|תודה|לחצ|לחץ|נסו|נסה|בדק|בדוק|חזור|חזרו|חזרה|המשך|המשיכו|בחר|השתמש|כאן|למטה|שוב|ניתן|באפשרות|הצטרפו
site דף|עמוד|אתר|קישור|כתובת|בית|תוכן|מאמר|כתבה|ידיעה|וידאו|סרטון|תמונ|קובץ|קובצי|מסמך|אפליקצי|יישומ|שירות|שרת|אינטרנט|תפריט|חיפוש|קורא|גולש|משתמש|מערכת|קשר|תמיכה|גלישה|רשת
not-found נמצא|מצא|קיים|חסר|הועבר|נמחק|הוסר|אבד|שבור|פג|שגוי|נכון|כלום|עוד|זמין|חיפש|ביקש|אינו|איננו|כבר|לא
needs-browser javascript|דפדפן|גרס|עדכן|עדכון|עדכני|מיושן|ישן|הפעל|אפשר|השבת|כבה|חוסם|פרסומות|הורד|התקן|נתמך|תומך
robot-check רובוט|אדם|אנושי|captcha|אמת|אימות|אשר|הוכח|תיבה|חריג|חשוד|אוטומטי|בקשות|תעבור|רשת|פעילות|תווים|אבטח|רגע|שניות|המתן|המתינו|חיבור
access-denied נדחת|נדחה|אסור|חסומ|חסום|נחסמ|מוגבל|הרשא|רשאי|זכויות|רישיון|מדינ|אזור|מיקום|זמין|משפט|גישה|צפי|הצג|סיבות
server-error שגיא|תקל|תחזוק|עומס|טכני|בעי|זמני|מאוחר|דקות|בקרוב|עובדים|תיקון|טעינ|רענן|נוחות|פנימי|צפוי|השתבש
login-wall מנוי|מנויים|מינוי|חבר|פרימיום|ניסיון|חינם|ללא|הגבל|פתח|התחבר|כניס|הרשמ|הירשם|חשבון|סיסמ|קרוא|קריא|לקרוא|ביטול|מבצע|חודש|שבוע|מכסת|רק|בלבד|בלעדי|מלא|תשלום|כבר|פתוח|הצטרף
consent עוגי|cookie|הסכמ|מסכימ|פרטיות|שותפ|העדפ|אישי|נתונ|מידע|מכשיר|מעקב|פרסומ|קבל|אישור|אשר|דח|ניהול|נהל|הגדר|אחסון|עיבוד|הכרחי|מדיני|בחיר|אפשרוי|צד|שלישי|שיפור|חווי|שימוש|משתמש|מהוו
# hi, mr
reader आप|आपका|आपकी|आपके|आपको|हम|हमारी|हमारे|हमारा|कृपया|क्षमा|माफ़|माफ|खेद|अफ़सोस|अफसोस|ओह|ऊप्स|धन्यवाद|क्लिक|करें|कोशिश|जाँच|जांच|वापस|लौट|जाएँ|जाएं|जारी|रखें|रख|चुनें|उपयोग|यहाँ|यहां|नीचे|दोबारा|फिर|चाहते|सकते|तुम्ही|तुमच|आम्ही|आमच|क्षमस्व|करा|जा|परत|पुन्हा|येथे|खाली|हवे
site पेज|पृष्ठ|साइट|वेब|लिंक|पता|यूआरएल|url|होम|मुख|सामग्री|लेख|ख़बर|खबर|समाचार|वीडियो|विडियो|तस्वीर|फ़ाइल|फाइल|दस्तावेज़|ऐप|एप|सेवा|सर्वर|इंटरनेट|मेनू|खोज|पाठक|उपयोगकर्ता|यूज़र|संपर्क|पान|संकेतस्थळ|दुवा|बातमी|वाचक|शोध
not-found मिला|मिली|मिल|मौजूद|नहीं|हटा|स्थानांतरित|खो|टूट|समाप्त|गलत|ग़लत|सही|कुछ|अब|उपलब्ध|ढूँढ|ढूंढ|तलाश|काम|सापडल|अस्तित्वात|नाही|हलव|काढ|चुक
needs-browser जावास्क्रिप्ट|javascript|ब्राउज़र|ब्राउजर|वर्ज़न|संस्करण|अपडेट|नवीनतम|नया|पुरान|सक्षम|चालू|बंद|विज्ञापन|ब्लॉकर|डाउनलोड|इंस्टॉल|समर्थ|आवृत्ती|अद्यतन
robot-check रोबोट|इंसान|मानव|कैप्चा|सत्यापित|पुष्टि|साबित|बॉक्स|असामान्य|संदिग्ध|स्वचालित|अनुरोध|ट्रैफ़िक|ट्रैफिक|नेटवर्क|गतिविधि|अक्षर|सुरक्षा|क्षण|सेकंड|प्रतीक्षा|इंतज़ार|कनेक्शन
access-denied अस्वीकृत|अस्वीकार|निषिद्ध|वर्जित|ब्लॉक|प्रतिबंध|सीमित|अनुमति|अधिकार|लाइसेंस|देश|क्षेत्र|स्थान|उपलब्ध|कानूनी|पहुँच|पहुंच|देख|कारण|परवानगी|प्रवेश
server-error त्रुटि|गड़बड़|रखरखाव|तकनीकी|समस्या|अस्थायी|बाद|मिनट|जल्द|ठीक|लोड|असुविधा|आंतरिक|अप्रत्याशित|तांत्रिक|त्रुटी|नंतर
login-wall सदस्य|सब्सक्राइब|सब्सक्रिप्शन|प्रीमियम|ट्रायल|मुफ़्त|मुफ्त|निःशुल्क|असीमित|अनलॉक|लॉग|लॉगिन|साइन|खाता|खाते|रजिस्टर|पंजी|पासवर्ड|पढ़|आगे|रद्द|ऑफ़र|ऑफर|महीने|सप्ताह|सीमा|केवल|सिर्फ़|सिर्फ|विशेष|पूरा|पूरी|भुगतान|पहले|वाच|फक्त|मोफत|पुढे
consent कुकी|कुकीज़|सहमत|सहमति|गोपनीयता|साझेदार|पार्टनर|प्राथमिकता|व्यक्तिगत|निजी|डेटा|डिवाइस|ट्रैक|विज्ञापन|स्वीकार|अस्वीकार|प्रबंध|सेटिंग|संग्रह|प्रोसेस|आवश्यक|नीति|विकल्प|तीसरे|तृतीय|वापस|बेहतर|अनुभव|इस्तेमाल|उपयोग|संमती|स्वीकारा
# bn, ta, te
reader আপনি|আপনার|আমরা|আমাদের|দুঃখিত|অনুগ্রহ|দয়া|উফ|ধন্যবাদ|ক্লিক|করুন|চেষ্টা|যাচাই|ফিরে|যান|চালিয়ে|বেছে|ব্যবহার|এখানে|নিচে|আবার|খুঁজছেন|হোন|மன்னிக்க|நீங்கள்|உங்கள்|எங்கள்|தயவு|நன்றி|கிளிக்|முயற்|சரிபார்|திரும்ப|செல்ல|தொடர|தேர்|இங்கே|கீழே|மீண்டும்|தேடும்|క్షమించ|మీరు|మీ|మా|దయచేసి|ధన్యవాద|క్లిక్|ప్రయత్న|తనిఖీ|తిరిగి|వెళ్ళ|వెళ్ల|కొనసాగ|ఎంచుకో|ఇక్కడ|మళ్ళీ|మళ్లీ|వెతుకుతున్న
site পাতা|পৃষ্ঠা|পেজ|সাইট|ওয়েব|লিংক|লিঙ্ক|ঠিকানা|প্রচ্ছদ|হোম|বিষয়বস্তু|নিবন্ধ|লেখা|খবর|সংবাদ|ভিডিও|ছবি|ফাইল|অ্যাপ|সেবা|সার্ভার|ইন্টারনেট|খোঁজ|অনুসন্ধান|পাঠক|ব্যবহারকারী|பக்க|தள|இணை|முகவரி|முகப்பு|உள்ளடக்|கட்டுரை|செய்தி|வீடியோ|படம்|கோப்பு|செயலி|சேவை|சேவையக|வாசகர்|பயனர்|పేజీ|సైట్|వెబ్|లింక్|చిరునామా|హోమ్|కంటెంట్|వ్యాస|కథన|వార్త|వీడియో|చిత్ర|ఫైల్|యాప్|సేవ|సర్వర్|పాఠక|వినియోగదారు
not-found পাওয়া|নেই|মুছে|সরানো|হারিয়ে|ভুল|আর|নয়|உங்கள|கிடைக்க|காண|இல்லை|நீக்க|நகர்த்த|தவறு|దొరక|కనుగొన|లేదు|తొలగి|తరలి|తప్పు|అందుబాటు
needs-browser জাভাস্ক্রিপ্ট|ব্রাউজার|সংস্করণ|আপডেট|সর্বশেষ|পুরোনো|চালু|ডাউনলোড|জাভா|ஜாவாஸ்கிரிப்ட்|உலாவி|பதிப்பு|புதுப்பி|இயக்க|జావాస్క్రిప్ట్|బ్రౌజర్|వెర్షన్|నవీకరి|అప్డేట్|ప్రారంభి
robot-check রোবট|মানুষ|ক্যাপচা|যাচাই|প্রমাণ|নিশ্চিত|বাক্স|অস্বাভাবিক|সন্দেহ|নেটওয়ার্ক|নিরাপত্তা|মুহূর্ত|সেকেন্ড|অপেক্ষা|ரோபோ|மனித|கேப்ட்சா|சரிபார்|உறுதி|நிரூபி|பாதுகாப்பு|காத்திரு|விநாடி|రోబోట్|మనిషి|మానవ|ధృవీకరి|నిర్ధారి|భద్రత|వేచి|సెకన్
access-denied প্রত্যাখ্যান|নিষিদ্ধ|ব্লক|সীমিত|অনুমতি|অধিকার|দেশে|অঞ্চল|প্রবেশ|மறுக்க|தடை|அனுமதி|உரிமை|நாட்டில்|பகுதி|அணுக|నిరాకరి|నిషేధ|అనుమతి|హక్కు|దేశంలో|ప్రాంత|యాక్సెస్
server-error ত্রুটি|রক্ষণাবেক্ষণ|কারিগরি|সমস্যা|সাময়িক|পরে|মিনিট|শিগগির|பிழை|பராமரிப்பு|தொழில்நுட்ப|சிக்கல்|பின்னர்|நிமிட|లోపం|నిర్వహణ|సాంకేతిక|సమస్య|తర్వాత|నిమిష
login-wall গ্রাহক|সাবস্ক্রাই|সদস্য|প্রিমিয়াম|বিনামূল্যে|ফ্রি|সীমাহীন|লগইন|লগ|সাইন|অ্যাকাউন্ট|নিবন্ধন|পাসওয়ার্ড|পড়|মাস|সপ্তাহ|শুধু|কেবল|সম্পূর্ণ|পুরো|சந்தா|சந்தாதார|உறுப்பினர்|பிரீமியம்|இலவச|வரம்ப|உள்நுழை|கணக்கு|பதிவு|கடவுச்|படிக்க|வாசிக்க|மாத|வார|மட்டும்|முழு|చందా|సభ్య|సబ్స్క్ర|ప్రీమియం|ఉచిత|అపరిమిత|లాగిన్|ఖాతా|నమోదు|చదవ|నెల|వార|మాత్రమే|పూర్తి
consent কুকি|সম্মত|সম্মতি|গোপনীয়তা|অংশীদার|পছন্দ|ব্যক্তিগত|তথ্য|ডেটা|ডিভাইস|বিজ্ঞাপন|গ্রহণ|প্রত্যাখ্যান|সেটিংস|নীতি|অভিজ্ঞতা|ব্যবহার|குக்கீ|ஒப்புத|சம்மத|தனியுரிமை|கூட்டாளர்|விருப்ப|தனிப்பட்ட|தரவு|சாதன|விளம்பர|ஏற்|நிராகரி|அமைப்பு|கொள்கை|அனுபவ|பயன்|కుకీ|సమ్మతి|అంగీకరి|గోప్యత|భాగస్వామ|వ్యక్తిగత|డేటా|పరికర|ప్రకటన|తిరస్కరి|సెట్టింగ్|విధాన|అనుభవ|ఉపయోగ
# th
reader คุณ|ท่าน|เรา|ของเรา|ขออภัย|เสียใจ|อุ๊ปส์|อุ๊ย|กรุณา|โปรด|ขอบคุณ|คลิก|กด|ลอง|ตรวจสอบ|กลับไป|กลับสู่|ย้อนกลับ|ดำเนินการต่อ|เลือก|ใช้|ที่นี่|ด้านล่าง|อีกครั้ง|ต้องการ|สามารถ|รอสักครู่
site หน้าแรก|หน้าหลัก|หน้า|เพจ|เว็บไซต์|เว็บ|ลิงก์|ลิงค์|ที่อยู่|เนื้อหา|บทความ|ข่าว|วิดีโอ|รูปภาพ|ไฟล์|แอป|บริการ|เซิร์ฟเวอร์|อินเทอร์เน็ต|เมนู|ค้นหา|ผู้อ่าน|ผู้ใช้|ติดต่อ
not-found ไม่พบ|หาไม่|ไม่มี|หายไป|ย้าย|เสีย|หมดอายุ|ผิด|ถูกต้อง|มองหา|อีกต่อไป|แล้ว|กำลัง
needs-browser จาวาสคริปต์|javascript|เบราว์เซอร์|บราวเซอร์|เวอร์ชัน|อัปเดต|อัพเดต|ล่าสุด|ล้าสมัย|เก่า|เปิดใช้งาน|ปิด|โฆษณา|ดาวน์โหลด|ติดตั้ง|รองรับ
robot-check โรบ็อต|หุ่นยนต์|บอท|มนุษย์|แคปช่า|ยืนยัน|พิสูจน์|ช่อง|ผิดปกติ|น่าสงสัย|อัตโนมัติ|คำขอ|เครือข่าย|ความปลอดภัย|สักครู่|วินาที
access-denied ปฏิเสธ|ห้าม|บล็อก|จำกัด|อนุญาต|สิทธิ์|ลิขสิทธิ์|ประเทศ|ภูมิภาค|พื้นที่|เข้าถึง|รับชม
server-error ข้อผิดพลาด|ปรับปรุง|บำรุงรักษา|เทคนิค|ปัญหา|ชั่วคราว|ภายหลัง|นาที|เร็วๆ|แก้ไข|โหลด|ไม่สะดวก
login-wall สมาชิก|สมัคร|พรีเมียม|ทดลอง|ฟรี|ไม่จำกัด|ปลดล็อก|เข้าสู่ระบบ|ลงชื่อ|ล็อกอิน|บัญชี|ลงทะเบียน|รหัสผ่าน|อ่านต่อ|อ่าน|ยกเลิก|เดือน|สัปดาห์|เท่านั้น|เฉพาะ|สำหรับ|เต็ม
consent คุกกี้|ยินยอม|ความเป็นส่วนตัว|พันธมิตร|ตั้งค่า|ส่วนบุคคล|ข้อมูล|อุปกรณ์|ติดตาม|ยอมรับ|จัดการ|จัดเก็บ|ประมวลผล|จำเป็น|นโยบาย|ตัวเลือก|บุคคลที่สาม|ประสบการณ์|ได้รับ|ตกลง
# ja
reader お客様|あなた|当社|当サイト|弊社|私たち|申し訳|恐れ入り|すみません|ごめん|おっと|ください|下さい|いただ|お願い|お試し|お確かめ|ご確認|確認|お戻り|戻る|ご利用|ご了承|ありがとう|クリック|タップ|もう一度|こちら|以下|お待ち|続ける|ございません|ようです|ため
site ページ|サイト|ウェブ|リンク|アドレス|url|ホーム|トップ|コンテンツ|記事|本文|ニュース|動画|映像|画像|ファイル|アプリ|サービス|サーバ|インターネット|ネットワーク|メニュー|検索|読者|ユーザー|お問い合わせ|ストア|閲覧
not-found 見つかり|見つから|見当たり|存在|ありません|削除|移動|なくな|迷子|切れ|期限|終了|間違|正し|お探し|指定|入力|掲載|公開
needs-browser javascript|ジャバスクリプト|ブラウザ|バージョン|更新|アップデート|最新|古い|有効|無効|広告ブロック|ブロッカー|ダウンロード|インストール|対応|設定|表示でき|推奨
robot-check ロボット|ボット|人間|キャプチャ|認証|証明|チェック|パズル|通常と異なる|異常|不審|自動|リクエスト|トラフィック|アクセス|文字|セキュリティ|安全|少々|しばらく|数秒|接続|検知|検出
access-denied 拒否|禁止|ブロック|制限|許可|権限|権利|ライセンス|著作権|地域|利用できません|法的|アクセス|再生|視聴|都合|配信|でき
server-error エラー|メンテナンス|混雑|混み合|技術|問題|障害|不具合|一時的|時間をおい|のちほど|後ほど|分後|まもなく|復旧|修正|読み込|再読|ご不便|ご迷惑|内部|予期
login-wall 会員|有料|購読|プレミアム|トライアル|お試し|無料|無制限|限定|ログイン|アカウント|登録|パスワード|続き|全文|読む|お読み|解約|キャンペーン|今月|ヶ月|か月|上限|残り|プラン|すでに|専用|定期
consent cookie|クッキー|同意|プライバシー|パートナー|設定|個人|情報|データ|端末|デバイス|追跡|広告|受け入れ|承諾|許可|拒否|管理|保存|処理|必要|ポリシー|方針|選択|第三者|改善|向上|利便|体験|使用|利用|みなし|すべて
# zh
reader 您|你|我们|我們|本站|本网站|本網站|抱歉|对不起|對不起|很遗憾|很遺憾|哎呀|糟糕|哎哟|请|請|谢谢|謝謝|点击|點擊|點選|尝试|嘗試|检查|檢查|返回|回到|继续|繼續|选择|選擇|使用|这里|這裡|以下|下方|重新|再试|再試|可以|稍后|稍後|稍候
site 页面|頁面|网页|網頁|网站|網站|链接|鏈接|連結|地址|网址|網址|首页|首頁|内容|內容|文章|新闻|新聞|本篇|本文|视频|影片|图片|圖片|文件|档案|檔案|应用|應用|客户端|app|服务器|伺服器|服务|服務|网络|網路|網絡|菜单|搜索|搜尋|读者|讀者|用户|用戶|访客|联系|客服
not-found 找不到|不存在|不见|不見|未找到|没有找到|失效|删除|刪除|移除|移动|移動|下线|下架|走丢|过期|過期|错误|錯誤|要找|访问|打开|請求|请求|已被
needs-browser javascript|浏览器|瀏覽器|版本|升级|升級|更新|最新|过低|過低|过旧|過舊|启用|啟用|开启|開啟|禁用|关闭|關閉|广告|廣告|拦截|下载|下載|安装|安裝|支持|支援|兼容
robot-check 机器人|機器人|真人|人类|人類|验证|驗證|验证码|驗證碼|证明|證明|确认|確認|勾选|勾選|滑块|滑塊|拖动|拼图|拼圖|异常|異常|可疑|自动|频繁|頻繁|请求|流量|网络|活动|字符|安全|片刻|稍等|等待|几秒|检测|偵測|操作|完成
access-denied 拒绝|拒絕|禁止|屏蔽|封锁|封鎖|限制|受限|权限|權限|授权|授權|版权|版權|版权限制|国家|國家|地区|地區|区域|區域|所在|法律|无法|無法|访问|存取|播放|观看|觀看|查看|提供|暂不|由于|由於|原因
server-error 错误|錯誤|出错|出錯|维护|維護|繁忙|拥挤|技术|技術|问题|問題|故障|暂时|暫時|稍后|分钟|分鐘|马上|修复|修復|加载|載入|刷新|重试|重試|不便|系统|系統|开小差|内部
login-wall 订阅|訂閱|会员|會員|付费|付費|高级|试用|試用|免费|免費|无限|無限|解锁|解鎖|登录|登錄|登入|账号|帳號|账户|帳戶|注册|註冊|密码|密碼|阅读|閱讀|全文|优惠|優惠|本月|每月|每周|上限|剩余|剩餘|仅限|僅限|专享|專享|专属|專屬|开通|加入|已有|立即|购买|購買
consent cookie|同意|隐私|隱私|合作伙伴|合作夥伴|偏好|个人|個人|数据|數據|資料|设备|設備|装置|裝置|跟踪|追蹤|广告|廣告|接受|拒绝|拒絕|管理|设置|設定|存储|儲存|处理|處理|必要|政策|选项|選項|第三方|允许|允許|改善|提升|体验|體驗|浏览|瀏覽|即表示|表示|使用|全部
# ko
reader 귀하|고객님|회원님|저희|당사|죄송|미안|앗|이런|안타깝|감사|주세요|주시기|바랍니다|부탁|클릭|눌러|시도|확인|돌아가|돌아|계속|선택|이용|여기|아래|다시|있습니다|않습니다|하세요|하십시오|기다려|보세요
site 페이지|사이트|홈페이지|웹|링크|주소|url|메인|콘텐츠|컨텐츠|내용|기사|뉴스|게시물|동영상|영상|이미지|사진|파일|앱|어플|서비스|서버|인터넷|메뉴|검색|독자|방문|사용자|문의|고객센터
not-found 찾을|찾으|존재|없습|없는|없어|사라|삭제|이동|만료|잘못|정확|입력|요청
needs-browser 자바스크립트|javascript|브라우저|버전|구버전|업데이트|최신|오래|활성|비활성|광고|차단|다운로드|설치|지원|설정|사용
robot-check 로봇|사람|인간|캡차|인증|증명|체크|퍼즐|비정상|의심|자동|요청|트래픽|네트워크|활동|문자|보안|안전|잠시|접속|연결|감지
access-denied 거부|금지|차단|제한|허용|허가|권한|권리|저작권|라이선스|국가|지역|위치|법적|접근|액세스|접속|재생|시청|사유|이유
server-error 오류|에러|점검|과부하|기술|문제|장애|일시|나중|잠시|복구|수정|로딩|로드|새로고침|불편|내부|예기
login-wall 구독|회원|멤버|프리미엄|체험|무료|무제한|제한|잠금|로그인|계정|가입|등록|비밀번호|전문|해지|혜택|이번|한도|남은|전용|이미|유료|결제|모두
consent 쿠키|동의|개인정보|파트너|선호|개인|정보|데이터|기기|추적|광고|수락|허용|거부|관리|설정|저장|처리|필수|필요|정책|선택|제3자|개선|나은|경험|사용|이용|서비스|간주
# ka, hy
reader თქვენ|თქვენი|ჩვენ|ჩვენი|გთხოვთ|უკაცრავად|ბოდიში|სამწუხაროდ|მადლობა|დააჭირეთ|სცადეთ|შეამოწმეთ|დაბრუნდით|უკან|გააგრძელ|აირჩიეთ|აქ|ქვემოთ|ისევ|ձեր|դուք|մեր|մենք|խնդր|ներեց|ներող|ցավ|շնորհակալ|սեղմ|փորձ|ստուգ|վերադա|շարունակ|ընտր|այստեղ|ներքև|կրկին|փնտրած
site გვერდ|საიტ|ვებ|ბმულ|მისამართ|მთავარ|შინაარს|სტატი|სიახლ|ვიდეო|სურათ|ფაილ|აპლიკაცი|სერვის|სერვერ|ინტერნეტ|მენიუ|ძებნ|მკითხველ|მომხმარებ|էջ|կայք|հղում|հասցե|գլխավոր|բովանդակ|հոդված|լուր|տեսանյութ|նկար|ֆայլ|հավելված|ծառայ|սերվեր|համացանց|որոն|ընթերց|օգտատ
not-found მოიძებნ|იპოვ|არსებობ|არ|ვერ|წაშლ|გადატან|დაკარგ|შეცდომ|სწორ|აღარ|ხელმისაწვდომ|գտն|գոյություն|չի|չկա|ջնջ|տեղափոխ|հեռաց|կորած|սխալ|ճիշտ|այլևս|հասանել
needs-browser javascript|ბრაუზერ|ვერსი|განაახლ|უახლეს|ძველ|ჩართ|გამორთ|ჩამოტვირთ|բրաուզեր|դիտարկիչ|տարբերակ|թարմաց|վերջին|հին|միացր|անջատ|ներբեռն
robot-check რობოტ|ადამიან|დაადასტურ|დაამტკიც|უჩვეულო|საეჭვო|ქსელ|უსაფრთხო|წამ|დაელოდ|ռոբոտ|մարդ|հաստատ|ապացուց|անսովոր|կասկած|ցանց|անվտանգ|վայրկյան|սպաս
access-denied აკრძალ|უარყოფ|დაბლოკ|შეზღუდ|უფლებ|ნებართ|ქვეყან|რეგიონ|წვდომ|մերժ|արգել|սահմանափակ|թույլտվ|իրավունք|երկր|տարածաշրջ|մուտք
server-error შეცდომ|ტექნიკ|პრობლემ|დროებით|მოგვიანებით|წუთ|მალე|სამუშაო|սխալ|տեխնիկ|խնդիր|ժամանակավոր|ավելի|րոպե|շուտով
login-wall გამოწერ|გამოიწერ|აბონენტ|წევრ|პრემიუმ|უფასო|ულიმიტო|შედით|შესვლა|ანგარიშ|რეგისტრაც|პაროლ|წაკითხ|კითხვ|თვე|კვირა|მხოლოდ|სრულ|բաժանորդ|անդամ|պրեմիում|անվճար|անսահման|մուտք|հաշիվ|գրանց|գաղտնաբառ|կարդ|ամիս|շաբաթ|միայն|ամբողջ
consent ქუქი|თანხმობ|თანახმა|კონფიდენციალ|პარტნიორ|პერსონალ|მონაცემ|მოწყობილ|რეკლამ|მიღება|მიიღ|უარყ|პარამეტრ|პოლიტიკ|გამოყენებ|გამოცდილ|քուքի|համաձայն|գաղտնիո|գործընկեր|անձնական|տվյալ|սարք|գովազդ|ընդուն|մերժ|կարգավոր|քաղաքական|օգտագործ
"""
