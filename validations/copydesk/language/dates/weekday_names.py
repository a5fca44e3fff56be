"""The full names of weekdays in the languages that news is mostly written in, as CLDR has them.

They are written down because to read them out of all these languages takes a third of a second, which every process
that looks for days in texts without a declared language would spend. A test holds them against Babel.
"""

from typing import Final

COMMON_WEEKDAYS: Final = (
    "sunday|monday|tuesday|wednesday|thursday|friday|saturday|sonntag|montag|dienstag|mittwoch|donnerstag"
    "|freitag|samstag|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|domingo|lunes|martes|miércoles"
    "|jueves|viernes|sábado|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|domenica|lunedì"
    "|martedì|mercoledì|giovedì|venerdì|sabato|zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    "|söndag|måndag|tisdag|onsdag|torsdag|fredag|lördag|søndag|mandag|tirsdag|lørdag|tysdag|laurdag|sunnuntai"
    "|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|maanantai|tiistai|keskiviikko"
    "|torstai|perjantai|lauantai|sunnudagur|mánudagur|þriðjudagur|miðvikudagur|fimmtudagur|föstudagur"
    "|laugardagur|niedziela|poniedziałek|wtorek|środa|czwartek|piątek|sobota|neděle|pondělí|úterý|středa"
    "|čtvrtek|pátek|nedeľa|pondelok|utorok|streda|štvrtok|piatok|nedelja|ponedeljek|torek|sreda|četrtek|petek"
    "|nedjelja|ponedjeljak|utorak|srijeda|četvrtak|petak|subota|недеља|понедељак|уторак|среда|четвртак|петак"
    "|субота|неділя|понеділок|вівторок|середа|четвер|пʼятниця|воскресенье|понедельник|вторник|четверг|пятница"
    "|суббота|нядзеля|панядзелак|аўторак|серада|чацвер|пятніца|неделя|понеделник|сряда|четвъртък|петък|събота"
    "|недела|четврток|петок|сабота|duminică|luni|marți|miercuri|joi|vineri|sâmbătă|vasárnap|hétfő|kedd|szerda"
    "|csütörtök|péntek|szombat|κυριακή|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|pazar|pazartesi|salı"
    "|çarşamba|perşembe|cuma|cumartesi|bazar|bazar ertəsi|çərşənbə axşamı|çərşənbə|cümə axşamı|cümə|şənbə"
    "|diumenge|dilluns|dimarts|dimecres|dijous|divendres|dissabte|luns|mércores|xoves|venres|igandea"
    "|astelehena|asteartea|asteazkena|osteguna|ostirala|larunbata|pühapäev|esmaspäev|teisipäev|kolmapäev"
    "|neljapäev|reede|laupäev|svētdiena|pirmdiena|otrdiena|trešdiena|ceturtdiena|piektdiena|sestdiena"
    "|sekmadienis|pirmadienis|antradienis|trečiadienis|ketvirtadienis|penktadienis|šeštadienis|e diel|e hënë"
    "|e martë|e mërkurë|e enjte|e premte|e shtunë|կիրակի|երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ"
    "|շաբաթ|კვირა|ორშაბათი|სამშაბათი|ოთხშაბათი|ხუთშაბათი|პარასკევი|შაბათი|الأحد|الاثنين|الثلاثاء|الأربعاء"
    "|الخميس|الجمعة|السبت|יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|یکشنبه|دوشنبه"
    "|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|রবিবার|সোমবার"
    "|মঙ্গলবার|বুধবার|বৃহস্পতিবার|শুক্রবার|শনিবার|ஞாயிறு|திங்கள்|செவ்வாய்|புதன்|வியாழன்|வெள்ளி|சனி|ఆదివారం"
    "|సోమవారం|మంగళవారం|బుధవారం|గురువారం|శుక్రవారం|శనివారం|मंगळवार|રવિવાર|સોમવાર|મંગળવાર|બુધવાર|ગુરુવાર"
    "|શુક્રવાર|શનિવાર|ਐਤਵਾਰ|ਸੋਮਵਾਰ|ਮੰਗਲਵਾਰ|ਬੁੱਧਵਾਰ|ਵੀਰਵਾਰ|ਸ਼ੁੱਕਰਵਾਰ|ਸ਼ਨਿੱਚਰਵਾਰ|اتوار|پیر|منگل|بدھ|جمعرات|جمعہ"
    "|ہفتہ|आइतबार|सोमबार|मङ्गलबार|बुधबार|बिहिबार|शुक्रबार|शनिबार|ඉරිදා|සඳුදා|අඟහරුවාදා|බදාදා|බ්‍රහස්පතින්දා"
    "|සිකුරාදා|සෙනසුරාදා|วันอาทิตย์|วันจันทร์|วันอังคาร|วันพุธ|วันพฤหัสบดี|วันศุกร์|วันเสาร์|chủ nhật|thứ hai"
    "|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|minggu|senin|selasa|rabu|kamis|jumat|sabtu|ahad|isnin|khamis"
    "|jumaat|linggo|miyerkules|huwebes|biyernes|sabado|일요일|월요일|화요일|수요일|목요일|금요일|토요일|日曜日|月曜日|火曜日|水曜日|木曜日|金曜日"
    "|土曜日|星期日|星期一|星期二|星期三|星期四|星期五|星期六|jumapili|jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|жексенбі"
    "|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|yakshanba|dushanba|seshanba|chorshanba|payshanba|juma"
    "|shanba|жекшемби|дүйшөмбү|шейшемби|шаршемби|бейшемби|жума|ишемби|ням|даваа|мягмар|лхагва|пүрэв|баасан"
    "|бямба|እሑድ|ሰኞ|ማክሰኞ|ረቡዕ|ሐሙስ|ዓርብ|ቅዳሜ|sondag|vrydag|saterdag|dydd sul|dydd llun|dydd mawrth|dydd mercher"
    "|dydd iau|dydd gwener|dydd sadwrn|dé domhnaigh|dé luain|dé máirt|dé céadaoin|déardaoin|dé haoine"
    "|dé sathairn|il-ħadd|it-tnejn|it-tlieta|l-erbgħa|il-ħamis|il-ġimgħa|is-sibt|sonndeg|méindeg|dënschdeg"
    "|mëttwoch|donneschdeg|freideg|samschdeg"
)
"""Separated by `|`, in lower case."""
