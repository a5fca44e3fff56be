"""Words that stand beside dates, as people write them; folded where they are used.

`_` stands for a space within a name, `|` between names of one thing, `-` for none.
"""

from typing import Final

COMMON: Final = (
    "en de fr es pt it nl sv da nb nn no fi is pl cs sk sl hr sr bs uk ru be bg mk ro hu el tr az ca gl eu et lv"
    " lt sq hy ka ar he fa hi bn ta te mr gu pa ur ne si th vi id ms fil ko ja zh sw kk uz ky mn am af cy ga mt lb"
)
"""The languages that news is mostly written in, as CLDR names them."""

REGIONS: Final = (
    "de_AT ar_MA ar_DZ ar_TN ar_IQ ar_LB ar_SA bs_Cyrl sr_Latn az_Cyrl uz_Cyrl es_MX es_PE es_UY fr_CA pt_PT"
    " it_CH zh_Hant en_AU en_CA nl_BE pa_Arab ro_MD ar_MR be_TARASK bn_IN kk_Arab ms_Arab uz_Arab"
)
"""Where names differ from those of the language's main country."""

MONTHS: Final = {
    "ar": "كانون_الثاني|يناير|جانفي شباط|فبراير|فيفري آذار|مارس نيسان|ابريل|أفريل|إبريل أيار|مايو|ماي"
    " حزيران|يونيو|يونيه|جوان"
    " تموز|يوليو|يوليه|جويلية|يوليوز آب|أغسطس|أوت|غشت أيلول|سبتمبر|شتنبر تشرين_الأول|أكتوبر تشرين_الثاني|نوفمبر|نونبر"
    " كانون_الأول|ديسمبر|دجنبر",
    "de": "jan|jänner|jaenner feb|feber mär|maerz|mrz apr mai jun jul aug sep|sept okt nov dez",
    "en": "jan feb|febr mar apr may jun|june jul|july aug sep|sept oct nov dec",
    "es": "ene feb mar abr may jun jul ago sep|sept|set|setiembre oct nov dic",
    "eu": "- - - - - - - - - urriaren - -",
    "fa": "ژانویه|ژانویهٔ فوریه|فوریهٔ مارس آوریل مه|می ژوئن ژوئیه|ژوئیهٔ|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
    "fr": "janv|jan fév|fev|fevr mars avr|avril mai juin juil août|aout sept|sep oct nov déc|dec",
    "id": "- peb|pebruari mrt - mei - - agt|agu|agust|ags - okt nop|nopember des",
    "it": "gen feb mar apr mag giu lug ago set|sett ott nov dic",
    "ms": "jan feb mac apr mei jun|jun jul|julai ogos|ogo sep okt nov dis",
    "nl": "jan feb mrt|maart apr mei jun jul aug sep|sept okt nov dec",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "ru": "янв фев мар апр мая|май июн июл авг сен|сент окт ноя|нояб дек",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "uk": "січ лют бер|берез кві|квіт тра|трав чер|черв лип сер|серп вер|верес жов|жовт лис|лист гру|груд",
    "vi": "tháng_một|tháng_giêng tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu tháng_bảy tháng_tám tháng_chín"
    " tháng_mười tháng_mười_một tháng_mười_hai",
}
"""Spellings of the twelve months that CLDR does not list."""

ORDERED_APART: Final = {"es-pa": "es_PA", "es-pr": "es_PR"}
"""Tags of countries that put day and month in another order than the rest of their language, with their locale."""
SPLIT_ON_YEARS: Final = frozenset({"zh"})
"""Languages some of whose countries put a year of two digits last, others first."""

HIJRI: Final = (
    "محرم صفر ربيع_الأول|ربيع_أول ربيع_الآخر|ربيع_الثاني جمادى_الأولى|جمادي_الأول جمادى_الآخرة|جمادى_الثانية رجب"
    " شعبان رمضان شوال ذو_القعدة|ذي_القعدة ذو_الحجة|ذي_الحجة"
)
JALALI: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
ETHIOPIC: Final = "መስከረም ጥቅምት ኅዳር|ህዳር ታኅሣሥ|ታህሳስ|ታኅሳስ ጥር የካቲት መጋቢት ሚያዝያ|ሚያዚያ ግንቦት ሰኔ ሐምሌ|ሀምሌ ነሐሴ|ነሀሴ ጳጉሜን|ጳጉሜ"
ROMAN: Final = "I II III IV V VI VII VIII IX X XI XII"
ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""The year before the first of each era."""
HIJRI_MARKS: Final = "هـ هجري هجرية ah"

PUBLISHED: Final = {
    "af": "gepubliseer",
    "ar": "نشر تاريخ_النشر",
    "bg": "публикув",
    "bn": "প্রকাশ",
    "ca": "publicat",
    "cs": "publikován vydáno zveřejněn vytvořen",
    "da": "publiceret offentliggjort oprettet udgivet",
    "de": "veröffentlicht publiziert erstellt erschienen erstveröffentlichung verfasst geschrieben",
    "el": "δημοσίευ δημοσιεύ ανάρτηση αναρτήθ",
    "en": "published publish post posted created released issued filed",
    "es": "publicado publicada publicación creado",
    "et": "avaldat",
    "fa": "منتشر انتشار",
    "fi": "julkaistu",
    "fr": "publié publiée créé paru parution",
    "he": "פורסם",
    "hi": "प्रकाशित",
    "hr": "objavlj",
    "hu": "közzétév megjelen létrehoz",
    "id": "diterbitkan dipublikasikan rilis terbit tayang",
    "it": "pubblicat creato",
    "ja": "公開 発表 配信 掲載 投稿 発信",
    "ko": "입력 발행 등록 작성 게시 승인",
    "lt": "paskelbt publikuota",
    "lv": "publicēt",
    "mk": "објавен",
    "nb": "publisert",
    "nl": "gepubliceerd geplaatst",
    "pl": "opublikowan dodano publikacj utworzon",
    "pt": "publicado publicada publicação criado",
    "ro": "publicat",
    "ru": "опубликован",
    "sk": "publikovan zverejnen",
    "sl": "objavljen",
    "sr": "објављен objavljen",
    "sv": "publicerad publicerat",
    "th": "เผยแพร่",
    "tr": "yayın oluşturulma giriş",
    "uk": "опубліковано",
    "vi": "đăng",
    "zh": "发布 發布 发表 發表 刊登 刊出",
}
MODIFIED: Final = {
    "ar": "تحديث تعديل",
    "bg": "обновен актуализиран",
    "bn": "আপডেট হালনাগাদ",
    "ca": "actualitzat modificat",
    "cs": "aktualizov upraven změněn",
    "da": "opdateret ændret",
    "de": "aktualisiert aktualisierung geändert bearbeitet überarbeitet stand update",
    "el": "ενημέρωσ ενημερώ τροποποί",
    "en": "updated update modified edited revised amended corrected",
    "es": "actualizad actualización modificad",
    "et": "uuendat muudet",
    "eu": "eguneratu",
    "fa": "بروزرسانی ویرایش بهروزرسانی",
    "fi": "päivitetty muokattu",
    "fr": "jour$ modifié modifiée actualisé",
    "he": "עודכן עדכון",
    "hi": "अपडेट अद्यतन संशोधित",
    "hr": "ažuriran",
    "hu": "frissít frissítve módosít",
    "id": "diperbarui pemutakhiran diupdate",
    "it": "aggiornat aggiornamento modific",
    "ja": "更新 修正 改訂",
    "ko": "수정 갱신 업데이트",
    "lt": "atnaujint",
    "lv": "atjaunin",
    "mk": "ажуриран",
    "nb": "oppdatert endret",
    "nl": "bijgewerkt gewijzigd aangepast",
    "pl": "aktualizac zaktualizow zmodyfik",
    "pt": "atualizad atualização modificad alterad",
    "ro": "actualizat modificat",
    "ru": "обновлен изменен отредактирован",
    "sk": "aktualizovan upraven",
    "sl": "posodobljen",
    "sr": "ажуриран измењен",
    "sv": "uppdaterad ändrad",
    "th": "แก้ไข อัปเดต ปรับปรุง",
    "tr": "güncel değiştirilme",
    "uk": "оновлен змінено",
    "vi": "nhật$",
    "zh": "更新 修改",
}
"""Beginnings of words that say what a date is; `$` ends a whole word."""

CLOCK_WORDS: Final = {
    "": "at à om ob o v u в у о об",
    "ar": "الساعة",
    "az": "saat",
    "cs": "hod",
    "da": "kl klokken",
    "de": "um",
    "el": "στις",
    "es": "las",
    "et": "kell",
    "fa": "ساعت",
    "fi": "klo kello",
    "he": "בשעה",
    "hy": "ժամը",
    "id": "pukul jam",
    "it": "alle ore",
    "kk": "сағат",
    "lt": "val",
    "lv": "plkst",
    "mk": "во",
    "ms": "pukul jam",
    "nb": "kl klokka",
    "nl": "om",
    "pl": "godz godzina",
    "pt": "às",
    "ro": "ora",
    "sr": "у u",
    "sv": "kl klockan",
    "tr": "saat",
    "vi": "lúc",
}
"""Words before a time."""

HOUR_BETWEEN: Final = frozenset({"es", "fr", "pt"})
"""Languages that write h between hours and minutes, 14h17."""
HOURS: Final = {
    "": "h hrs hr",
    "bg": "часа ч",
    "cs": "hod hodin",
    "de": "uhr",
    "es": "horas hs",
    "fr": "heures heure",
    "hi": "बजे",
    "mr": "वाजता",
    "nl": "uur",
    "pt": "hs horas",
    "ro": "ora",
    "ru": "ч",
    "th": "น",
    "uk": "год",
    "ur": "بجے",
}
"""Words after a time."""

FILLERS: Final = (
    "a al an the of on year day date de del do da d di le la les el lo il ta dag den der dem dia día e i ii y l"
    " st nd rd th er re ère ème º ª o ter en ho dne dňa dana dnia ob god godine roku roka gada gads lat metų m g"
    " dienos diena d' l' г год года году року рік р ж жыл жылы წლის წელი წ ቀን ዓ ም թ ի"
    " оны он ngày năm พศ คศ ปี วันที่ ที่ من في بتوقيت عام لسنة سنة ه को ন ই লা শে রা তারিখ ko eko ren rte"
    " last latest first zuletzt letzte zuerst dernière première última ultima primera primeira"
    " sist senast senest laatst"
)
"""Words within a date, or between a date and a time, that say nothing."""

HEADS: Final = (
    "bazar chu cumə cərşənbə de deireadh dydd e il is it l mean quarta quinta segunda sexta terça tháng thứ"
    " аравдугаар арван гуравдугаар долоодугаар дөрөвдүгээр есдүгээр зургаадугаар наимдугаар нэгдүгээр тавдугаар"
    " хоёрдугаар базар чәршәнбә ҹүмә יום تشرين كانون ربيع جمادى ذو ذي"
)
"""First words of names of several words."""

AM: Final = (
    "am a.m. 오전 上午 午前 凌晨 早上 清晨 早晨 새벽 아침 ص صباحا صباحاً sa πμ formiddag قبل_از_ظهر дп पूर्वाह्न सुबह सकाळी"
    " সকাল ভোর"
    " pg காலை முற்பகல் ਪੂਦੁ ਸਵੇਰੇ સવારે ఉదయం ጥዋት"
)
PM: Final = (
    "pm p.m. 오후 下午 午後 傍晚 저녁 م مساء مساءً مساءا ch μμ eftermiddag بعد_از_ظهر пп अपराह्न शाम सायंकाळी"
    " বিকাল বিকেল সন্ধ্যা"
    " ptg பிற்பகல் மாலை ਬਾਦੁ ਸ਼ਾਮ સાંજે సాయంత్రం ከሰዓት"
)
NIGHT: Final = "밤 晚上 夜里 夜晚 深夜 夜間 रात रात्री রাত இரவு రాత్రి ਰਾਤ રાત્રે"
NOON: Final = "中午 정오 दोपहर दुपारी দুপুর நண்பகல் మధ్యాహ్నం બપોરે ਦੁਪਹਿਰ"
MERIDIEMS_BEFORE: Final = (
    "오전 上午 午前 凌晨 早上 清晨 早晨 새벽 아침 오후 下午 午後 晚上 傍晚 밤 저녁 夜里 夜晚 深夜 夜間 中午 정오"
)
"""Those that stand before the time."""
UNITS: Final = {"H": "นาฬิกา giờ", "I": "นาที phút", "C": "วินาที giây", "O": "сарын сар"}
"""Words for hours, minutes, seconds and months that stand behind their number."""
DURATIONS: Final = "min mins minuten minutes minutos minuti minuter minutter мин sec sek"
"""Words after a number with a colon that is a length, not a time."""

ZONES: Final = {
    "z utc gmt ut tu wet غرينتش": 0,
    "cet mez met bst wat west": 60,
    "cest mesz mest eet sast cat": 120,
    "eest msk мск trt eat": 180,
    "pkt": 300,
    "ist": 330,
    "wib ict": 420,
    "wita sgt hkt myt pht awst": 480,
    "wit jst kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "adt brt art": -180,
    "ast edt": -240,
    "est cdt": -300,
    "cst mdt": -360,
    "mst pdt": -420,
    "pst akdt": -480,
    "akst": -540,
    "hst": -600,
}
"""Minutes east of UTC. Names with several meanings have the one of RFC 5322, else the commonest."""
REGIONAL_ZONES: Final = {
    "at": "America/Halifax",
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
ZONE_EXCEPTIONS: Final = {
    "zh": "cst",
    "ja": "cst",
    "he": "ist",
    "ga": "ist",
    "bn": "bst",
    "ar": "ast",
}
"""Languages in whose countries a name means something else, or nothing."""
ZONE_LANGUAGES: Final = {"mez": "de", "mesz": "de", "wib": "id", "wita": "id", "wit": "id", "мск": "ru", "trt": "tr"}
AMERICAN: Final = frozenset({"at", "et", "ct", "mt", "pt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"})
"""Zones of countries that, with a clock of twelve hours, put the month first."""
