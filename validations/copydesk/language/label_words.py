"""The words of labels, by language: plain tables for labels.py, in lower case, a blank for any white space.

Written for this project from what news pages of each language print. A phrase stands where it is used; nothing here is
matched inside a sentence.
"""


def _phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table: bars part them, lines that begin with # are comments. The first of two alike counts."""
    lines = (line for line in table.splitlines() if not line.lstrip().startswith("#"))
    return tuple(dict.fromkeys(filter(None, (phrase.strip() for line in lines for phrase in line.split("|")))))


BLOCK_WHOLE: tuple[str, ...] = _phrases(
    """
    # English
    read more | related | related coverage | related reading | recommended | recommended reading | see also |
    read also | also read | read next | up next | don't miss | you may also like | you might also like | you may like |
    you might like | more to read | more to explore | keep reading | further reading | editor's picks |
    editors' picks | editor's choice | trending | trending now | most shared | most commented | most discussed |
    in other news | other news | other stories | top stories | latest news | latest stories | must read |
    must reads | popular | popular now | popular stories | popular posts | what to read next | read this next |
    around the web | from around the web | from the web | sponsored stories | promoted stories | watch also |
    also of interest | more stories | more news | more headlines | more articles | more coverage |
    more like this | further stories | similar articles | similar stories | similar posts |
    if you liked this story
    # German
    auch interessant | lesen sie auch | lies auch | lesen sie mehr | das könnte sie auch interessieren |
    das könnte sie interessieren | das könnte dich auch interessieren | das könnte dir auch gefallen |
    passend dazu | passend zum thema | zum thema | zum weiterlesen | meistgelesen | meist gelesen |
    meistgelesene artikel | meistgelesene beiträge | meistkommentiert | beliebte artikel | empfohlene artikel |
    empfohlene beiträge | unsere empfehlungen | unsere empfehlung | leseempfehlungen | lesetipps | mehr artikel |
    ähnliche artikel | ähnliche beiträge | ähnliche themen | verwandte artikel | verwandte beiträge |
    weiterführende links | weitere nachrichten | weitere themen | aktuelle meldungen | mehr lesen |
    lesen sie hier
    # French
    à lire aussi | a lire aussi | lire aussi | lire également | à lire également | voir aussi | à voir aussi |
    sur le même sujet | sur le même thème | dans la même rubrique | les plus lus | les + lus |
    articles similaires | articles liés | articles connexes | articles recommandés | à découvrir |
    à ne pas manquer | nos suggestions | pour aller plus loin | en lien avec cet article |
    ces articles pourraient vous intéresser | vous aimerez aussi | cela peut vous intéresser | plus d'articles |
    lire plus
    # Spanish and Catalan
    más información | más noticias | noticias relacionadas | artículos relacionados | contenido relacionado |
    contenidos relacionados | notas relacionadas | te puede interesar | te puede interesar también |
    también te puede interesar | le puede interesar | lea también | lee también | leer también | leer más |
    lea además | ver también | vea también | lo más leído | las más leídas | lo más visto | los más leídos |
    lo más popular | relacionado | relacionadas | relacionados | recomendados | recomendadas | te recomendamos |
    le recomendamos | no te pierdas | otras noticias | notícies relacionades | més informació | el més llegit |
    articles relacionats | et pot interessar
    # Italian
    leggi anche | leggi pure | potrebbe interessarti | potrebbe interessarti anche | ti potrebbe interessare |
    ti potrebbero interessare | articoli correlati | notizie correlate | articoli simili | i più letti |
    le più lette | vedi anche | guarda anche | da non perdere | altri articoli | altre notizie |
    per approfondire | ti consigliamo | correlati
    # Portuguese
    leia mais | leia também | leia ainda | veja também | veja mais | saiba mais | notícias relacionadas |
    artigos relacionados | matérias relacionadas | conteúdo relacionado | mais lidas | as mais lidas |
    mais lidos | mais notícias | recomendado para você | você pode gostar | pode interessar |
    também pode interessar | não perca | outras notícias | últimas notícias
    # Dutch
    lees ook | lees meer | lees verder | bekijk ook | zie ook | gerelateerd | gerelateerde artikelen |
    gerelateerde berichten | meest gelezen | best gelezen | aanbevolen | meer nieuws | ook interessant |
    dit vind je misschien ook leuk | meer artikelen
    # Scandinavian, Finnish, Estonian
    läs också | läs även | läs mer | läs vidare | se också | mest läst | mest lästa | relaterat |
    relaterade artiklar | fler nyheter | läs også | læs også | læs mere | se også | mest læste | mest læst |
    relaterede artikler | les også | les mer | mest lest | flere saker | relaterte artikler | relaterte saker |
    lue myös | lue lisää | luetuimmat | aiheeseen liittyvää | katso myös | loe ka | loe lisaks | seotud lood |
    lesa meira | lestu einnig | mest lesið
    # Polish, Czech, Slovak, Slovene, Croatian, Serbian
    czytaj także | czytaj też | czytaj również | czytaj więcej | przeczytaj także | przeczytaj też |
    przeczytaj również | zobacz także | zobacz też | zobacz również | zobacz więcej | powiązane artykuły |
    podobne artykuły | najczęściej czytane | najpopularniejsze | polecane | polecamy | warto przeczytać |
    čtěte také | čtěte dále | čtěte více | přečtěte si také | přečtěte si | související články | související |
    nejčtenější | mohlo by vás zajímat | mohlo by vás také zajímat | doporučujeme | prečítajte si aj |
    čítajte aj | čítajte viac | súvisiace články | najčítanejšie | odporúčame | preberite še | preberite tudi |
    sorodne novice | najbolj brano | pročitajte još | pročitajte i | čitajte još | čitajte i | vezane vijesti |
    povezane vijesti | povezane vesti | najčitanije | možda će vas zanimati | прочитајте још | повезане вести |
    најчитаније
    # Russian, Ukrainian, Belarusian, Bulgarian, Macedonian
    читайте также | читать также | читайте ещё | читайте еще | по теме | материалы по теме | новости по теме |
    ещё по теме | еще по теме | смотрите также | самое читаемое | самое популярное | популярное | рекомендуем |
    похожие материалы | похожие новости | другие новости | главные новости | сейчас читают | читайте також |
    читайте ще | дивіться також | за темою | матеріали за темою | новини за темою | популярні новини |
    найпопулярніше | рекомендуємо | чытайце таксама | прочетете още | прочети още | вижте още | виж още |
    още по темата | свързани статии | свързани новини | най-четени | прочитајте и | поврзани вести
    # Romanian, Hungarian, Greek, Turkish, Albanian, Baltic
    citește și | citeşte şi | citiți și | citește mai mult | vezi și | articole similare | articole recomandate |
    știri similare | cele mai citite | pe aceeași temă | olvassa el ezt is | olvasd el ezt is |
    ez is érdekelheti | kapcsolódó cikkek | kapcsolódó cikk | kapcsolódó | legolvasottabb | ajánlott cikkek |
    további hírek | διαβάστε επίσης | διαβάστε ακόμη | διαβάστε ακόμα | δείτε επίσης | δείτε ακόμα |
    σχετικά άρθρα | σχετικές ειδήσεις | διαβάστε περισσότερα | δημοφιλή | ilgili haberler | ilgili haber |
    bunları da okuyun | ayrıca okuyun | benzer haberler | çok okunanlar | en çok okunanlar | önerilen haberler |
    diğer haberler | lexo edhe | lexo më shumë | lexoni edhe | skaitykite taip pat | taip pat skaitykite |
    susiję straipsniai | skaitomiausi | lasi arī | lasi vēl | saistītie raksti | lasītākie
    # Arabic, Persian, Urdu, Hebrew
    اقرأ أيضا | اقرأ أيضاً | اقرأ ايضا | إقرأ أيضا | اقرأ المزيد | مواضيع ذات صلة | أخبار ذات صلة |
    مقالات ذات صلة | موضوعات ذات صلة | ذات صلة | الأكثر قراءة | شاهد أيضا | شاهد أيضاً | قد يعجبك أيضا |
    قد يهمك أيضا | اخترنا لك | بیشتر بخوانید | همچنین بخوانید | مطالب مرتبط | اخبار مرتبط | خبرهای مرتبط |
    پربازدیدترین | پربیننده‌ترین | پیشنهاد ما | مزید پڑھیں | یہ بھی پڑھیں | متعلقہ خبریں | קראו גם | קרא גם |
    קראו עוד | כתבות נוספות | כתבות קשורות | הנקראות ביותר | עוד בנושא | אולי יעניין אותך
    # South and South-East Asia
    यह भी पढ़ें | ये भी पढ़ें | इसे भी पढ़ें | और पढ़ें | संबंधित खबरें | संबंधित ख़बरें | सम्बंधित खबरें |
    ट्रेंडिंग | हेही वाचा | आणखी वाचा | संबंधित बातम्या | आরও পড়ুন | আরও পড়ুন | আরো পড়ুন | সম্পর্কিত খবর |
    এই সম্পর্কিত | மேலும் படிக்க | இதையும் படிங்க | தொடர்புடைய செய்திகள் | ఇవి కూడా చదవండి | ఇది కూడా చదవండి |
    സമാന വാർത്തകൾ | ಇದನ್ನೂ ಓದಿ | આ પણ વાંચો | ਇਹ ਵੀ ਪੜ੍ਹੋ | baca juga | simak juga | lihat juga |
    baca selengkapnya | berita terkait | artikel terkait | berita lainnya | berita terpopuler | terpopuler |
    terkait | baca lagi | berita berkaitan | berkaitan | artikel berkaitan | paling popular |
    rekomendasi untuk anda | pilihan redaksi | basahin din | kaugnay na balita | soma pia | habari zinazohusiana |
    xem thêm | tin liên quan | bài viết liên quan | tin cùng chuyên mục | đọc thêm | đọc nhiều nhất |
    có thể bạn quan tâm | อ่านเพิ่มเติม | ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | เรื่องที่เกี่ยวข้อง |
    ข่าวล่าสุด | អានបន្ថែម | ဆက်စပ်သတင်းများ
    # East Asia
    関連記事 | 関連ニュース | 関連リンク | 関連トピックス | 関連する記事 | あわせて読みたい | あわせて読む |
    おすすめ記事 | おすすめ | 人気記事 | 人気記事ランキング | アクセスランキング | こちらもおすすめ |
    この記事もおすすめ | よく読まれている記事 | 最新記事 | 最新ニュース | 相关新闻 | 相关阅读 | 相关文章 |
    相关报道 | 延伸阅读 | 推荐阅读 | 热门文章 | 热门新闻 | 更多新闻 | 猜你喜欢 | 相關新聞 | 相關報導 | 相關文章 |
    延伸閱讀 | 推薦閱讀 | 熱門新聞 | 更多新聞 | 你可能也喜歡 | 看更多 | 관련기사 | 관련 기사 | 관련뉴스 |
    관련 뉴스 | 관련글 | 많이 본 뉴스 | 많이 본 기사 | 인기기사 | 인기 기사 | 추천기사 | 추천 기사 |
    함께 읽으면 좋은 기사 | 주요뉴스 | 주요 뉴스 | 이 시각 주요뉴스
    """
)
"""A line that says no more than this heads a block of other stories."""

BLOCK_OPEN: tuple[str, ...] = _phrases(
    """
    # English: "more from" and what follows
    more from | more on | more in | more about | more news from | more news on | more news in |
    more stories from | more stories on | more stories about | more coverage of | more headlines from |
    most read | most popular | most viewed | most watched | read more from | read more in | read more on |
    read more about | read more of | also on | also in | also from | also by | see more | see also | see related |
    recommended for | recommended from | recommended by | recommended in | popular on | popular in | trending on |
    trending in | top stories from | top stories in | latest from | latest in | the latest on | the latest from |
    elsewhere on
    # German
    mehr zum thema | mehr zum | mehr zur | mehr zu | mehr über | mehr aus | mehr von | mehr auf |
    weitere artikel | weitere meldungen | weitere beiträge | weitere berichte | weitere nachrichten |
    weitere storys | weitere themen | meistgelesen | lesen sie auch | lesen sie mehr | alles zum thema |
    alle artikel | aktuelles aus | neues aus | das wichtigste aus | lesen sie dazu
    # Romance
    plus sur | plus d'articles | plus d'infos sur | plus d’infos sur | plus d’articles |
    lire aussi sur | à lire aussi sur | à lire sur | à lire dans | les plus lus | toute l'actualité |
    toute l’actualité | más sobre | más noticias de | más noticias sobre | más información |
    más leídas | lo más leído | noticias de | lee también en | altro da | altro su | altri articoli |
    altre notizie | le ultime di | tutto su | i più letti | le più lette | mais sobre |
    mais notícias | mais lidas | leia mais sobre | leia mais em | veja mais | saiba mais sobre | notícias de |
    mai multe despre | mai multe din | més de | més sobre
    # Dutch, Scandinavian, Finnish
    meer over | meer uit | meer van | meer in | meer nieuws | lees meer over | lees ook | meest gelezen |
    läs mer om | läs mer på | mer från | mer om | fler nyheter från | mere om | mere fra | læs mere om | mer fra |
    les mer om | lue lisää | lisää aiheesta
    # Slavic, Baltic, Hungarian, Greek, Turkish
    więcej o | więcej na temat | więcej z | czytaj więcej | více o | více z | viac o | viac z |
    více na téma | više o | više iz | ещё о | больше о | всё о | все о | новости по теме | больше новостей |
    більше про | більше новин | все про | още от | още за | περισσότερα για |
    περισσότερα από | daugiau apie | vairāk par
    # Asia
    المزيد عن | المزيد حول | المزيد في | بیشتر درباره | עוד על | lebih banyak tentang |
    berita lainnya | berita terkait | berita tentang | lainnya dari | lagi berita | thêm về | tin tức về |
    ข่าวเพิ่มเติม | 更多关于 | 更多關於 | 更多来自
    """
)
"""A line that begins with this and goes on with the name of a place, a topic or an outlet heads a block of stories."""

BLOCK_KIN: tuple[str, ...] = _phrases(
    """
    related | recommended | suggested | similar | featured | popular | trending | sponsored
    """
)
"""English words that head a block together with one of BLOCK_NOUNS."""

BLOCK_NOUNS: tuple[str, ...] = _phrases(
    """
    article | articles | story | stories | post | posts | news | link | links | content | video | videos |
    coverage | reading | reads | roundups | slideshow | slideshows | galleries | gallery | photos | items |
    headlines | information | blogs | features | reports | pages | podcasts | episodes | columns | documents |
    entries | material | materials | resources | products | trending | searches | analysis | opinion
    """
)

TOPIC_NOUNS: tuple[str, ...] = _phrases(
    """
    tags | tag | topics | topic | subjects | subject | terms | categories | category | countries | people |
    partners | companies | places | keywords | organizations | organisations | themes | hashtags | teams |
    authors | sections | channels | stocks | quotes | symbols
    """
)
"""With `related` before them they head names, not stories."""

TOPICS_WHOLE: tuple[str, ...] = _phrases(
    """
    tags | topics | keywords | filed under | in this article | in this story | schlagworte | schlagwörter |
    stichworte | themen | mots-clés | mots clés | étiquettes | etiquetas | temas | temas relacionados |
    archivado en | palabras clave | tag | argomenti | parole chiave | palavras-chave | assuntos | tópicos |
    onderwerpen | trefwoorden | ämnen | emner | aiheet | tagi | tematy | štítky | témata | témák | címkék | теги |
    темы | метки | теми | етикети | ключови думи | etichete | ετικέτες | etiketler | الكلمات المفتاحية |
    كلمات مفتاحية | الوسوم | برچسب‌ها | برچسب ها | תגיות | टैग | টপিক | topik | kata kunci | từ khóa | thẻ |
    แท็ก | タグ | キーワード | トピックス | 标签 | 关键词 | 標籤 | 關鍵字 | 태그 | 키워드
    """
)

CONTINUE: tuple[str, ...] = _phrases(
    """
    read more | read full story | read the full story | read full article | read the full article | full story |
    continue reading | keep reading | more | see more | learn more | read on | view more | weiterlesen | mehr |
    mehr lesen | mehr erfahren | zum artikel | artikel lesen | jetzt lesen | weiter | lire la suite | lire plus |
    en savoir plus | lire l'article | lire l’article | leer más | seguir leyendo | ver más | leer nota completa |
    llegir més | leggi tutto | leggi di più | continua a leggere | continua | ler mais | leia mais |
    continuar lendo | continue lendo | continuar a ler | lees meer | lees verder | läs mer | læs mere | les mer |
    lue lisää | czytaj więcej | czytaj dalej | więcej | celý článek | číst dál | více | viac | čítať ďalej |
    pročitaj više | više | читать далее | читать полностью | подробнее | далее | читати далі | докладніше |
    прочети повече | citește mai mult | mai mult | tovább | bővebben | tovább olvasom | διαβάστε περισσότερα |
    περισσότερα | devamını oku | devamı | اقرأ المزيد | المزيد | ادامه مطلب | ادامه | مزید پڑھیں | קרא עוד |
    המשך קריאה | और पढ़ें | पूरी खबर पढ़ें | আরও পড়ুন | மேலும் படிக்க | baca selengkapnya | selengkapnya |
    baca lagi | selanjutnya | xem thêm | đọc tiếp | อ่านต่อ | อ่านเพิ่มเติม | 続きを読む | もっと見る | 阅读更多 |
    阅读全文 | 查看更多 | 閱讀更多 | 閱讀全文 | 繼續閱讀 | 더보기 | 자세히 보기 | 기사 더보기
    """
)
"""The text of a link that leads from a teaser to its story."""

MODIFIED: tuple[str, ...] = _phrases(
    """
    last updated | last update | last modified | last edited | last changed | latest update | updated | update |
    modified | revised | corrected | amended | zuletzt aktualisiert | letzte aktualisierung | letztes update |
    zuletzt geändert | zuletzt bearbeitet | letzte änderung | aktualisiert | aktualisierung | geändert |
    stand des artikels | stand | dernière mise à jour | dernière modification | mis à jour | mise à jour |
    modifié | actualisé | màj | maj | última actualización | actualizado | actualizada | actualización |
    modificado | darrera actualització | actualitzat | ultimo aggiornamento | aggiornato | aggiornata |
    aggiornamento | modificato | ultima modifica | última atualização | atualizado | atualizada | atualização |
    modificada | laatst bijgewerkt | laatste update | laatst gewijzigd | bijgewerkt | aangepast | gewijzigd |
    senast uppdaterad | senaste uppdatering | uppdaterad | uppdaterat | ändrad | sist oppdatert | oppdatert |
    senest opdateret | sidst opdateret | opdateret | päivitetty | viimeksi päivitetty | muokattu |
    viimati uuendatud | uuendatud | ostatnia aktualizacja | aktualizacja | zaktualizowano | aktualizováno |
    aktualizace | poslední aktualizace | upraveno | aktualizované | posledná aktualizácia | posodobljeno |
    ažurirano | zadnja izmjena | poslednja izmena | ажурирано | обновлено | обновление | последнее обновление |
    изменено | оновлено | останнє оновлення | обновена | обновено | последна промяна | актуализирано |
    actualizat | ultima actualizare | frissítve | frissítés | utolsó frissítés | módosítva | τελευταία ενημέρωση |
    ενημερώθηκε | ενημέρωση | son güncelleme | güncelleme | güncellendi | atnaujinta | atjaunots | përditësuar |
    آخر تحديث | تحديث | تم التحديث | تاريخ التحديث | به‌روزرسانی | بروزرسانی | آخرین به‌روزرسانی | عدّل | اپ ڈیٹ |
    עודכן | עדכון אחרון | עודכן לאחרונה | अपडेटेड | अपडेट | अंतिम अपडेट | হালনাগাদ | আপডেট | সর্বশেষ আপডেট |
    புதுப்பிக்கப்பட்டது | terakhir diperbarui | diperbarui | pembaruan terakhir | dikemas kini | kemas kini |
    cập nhật lần cuối | cập nhật | อัปเดตล่าสุด | อัปเดต | ปรับปรุงล่าสุด | แก้ไขล่าสุด | 最終更新 | 最終更新日 |
    更新日時 | 更新日 | 更新 | 更新时间 | 更新於 | 更新于 | 最后更新 | 最後更新 | 更新時間 | 最終更新日時 |
    最终更新 | 修改时间 | 수정 | 최종수정 | 최종 수정 | 업데이트 | 수정일
    """
)

PUBLISHED: tuple[str, ...] = _phrases(
    """
    first published | originally published | originally created | published | publication date | date published |
    publish date | posted | created | released | original | date | erstveröffentlichung |
    erstmals veröffentlicht | veröffentlicht | veröffentlichung | erschienen | erstellt | publiziert | datum |
    publié | publiée | date de publication | mis en ligne | créé | publicado | publicada | publicación |
    fecha de publicación | fecha | publicat | pubblicato | pubblicata | data di pubblicazione | data |
    data de publicação | postado | publicação | gepubliceerd | geplaatst | verschenen | publicerad | publicerat |
    publisert | publiceret | offentliggjort | udgivet | julkaistu | avaldatud | opublikowano | data publikacji |
    opublikowany | opublikowana | publikacja | dodano | publikováno | zveřejněno | vydáno | publikované |
    zverejnené | objavljeno | objavljeno u | objavljeno dana | објављено | опубликовано | дата публикации |
    публикация | размещено | опубліковано | дата публікації | публикувана | публикувано | publicat la |
    data publicării | megjelent | közzétéve | publikálva | δημοσιεύθηκε | δημοσιεύτηκε | δημοσίευση | ημερομηνία |
    yayınlanma | yayınlanma tarihi | yayın tarihi | yayınlandı | giriş | giriş tarihi | oluşturulma | paskelbta |
    publicēts | publikuar | تاريخ النشر | نشر في | نشر | نُشر | نُشر في | تم النشر | تاریخ انتشار | انتشار |
    منتشر شده | شائع | פורסם | תאריך פרסום | प्रकाशित | पब्लिश्ड | प्रकाशन | প্রকাশিত | প্রকাশ | வெளியிடப்பட்டது |
    dipublikasikan | diterbitkan | tayang | diunggah | tanggal | tarikh | đăng lúc | đăng | xuất bản | ngày đăng |
    เผยแพร่ | เผยแพร่เมื่อ | วันที่เผยแพร่ | โพสต์เมื่อ | 公開日 | 公開日時 | 公開 | 掲載日 | 掲載 | 配信 |
    投稿日 | 発行 | 发布时间 | 发布日期 | 发布于 | 发布 | 發布時間 | 發布日期 | 發布於 | 發佈 | 日期 | 时间 |
    입력 | 등록 | 기사입력 | 기사등록 | 승인 | 작성 | 게시
    """
)

DATE_LINKS: tuple[str, ...] = _phrases(
    """
    on the | on | at | am | um | vom | le | du | à | el día | el | en | em | il | op | den | den. | dne | dnia |
    dňa | la | la data de | στις | tarihi | tarihinde | pada | vào | vào lúc | lúc | ngày | by | в | от | о | في |
    بتاريخ | ب | در | ב | को | 日時 | 时间 | 時間 | 日 | 于 | 於 | date | time | kl. | kl | u | dana
    """
)
"""Small words between a label and its date."""

BY: tuple[str, ...] = _phrases(
    """
    written by | reported by | story by | report by | words by | by | ein artikel von | ein beitrag von |
    eine analyse von | ein kommentar von | ein gastbeitrag von | aus berlin von | von | par |
    propos recueillis par | por | escrito por | texto de | reportagem de | a cura di | di | door | av | af |
    oleh | ditulis oleh | tekst | napsal | napsala | автор | текст | od | írta | του | της | yazan | haber |
    بقلم | كتب | كتبت | نویسنده | מאת | autor | autora | autorin | autoren | author | authors | auteur | auteurs |
    autore | autori | autores | auteur(s) | text | texte | texto | testo | penulis | reporter | kirjoittanut |
    tác giả | 作者 | 记者 | 記者 | 文 | 撰文 | 文／ | 文/ | 기자 | 글 | লেখক | लेखक | เรื่อง | โดย
    """
)

BY_COLON: frozenset[str] = frozenset(
    _phrases(
        """
    autor | autora | autorin | autoren | author | authors | auteur | auteurs | autore | autori | autores |
    auteur(s) | text | texte | texto | testo | penulis | reporter | tekst | автор | текст | haber | yazan | 作者 |
    文 | 撰文 | 记者 | 記者 | 글 | 기자 | লেখক | लेखक | tác giả | írta | od | του | της
    """
    )
)
"""Words that name an author only with a colon (or a slash) behind them."""

BETWEEN_NAMES: tuple[str, ...] = _phrases(
    """
    and | und | et | y | e | ed | en | og | och | ja | dan | i | a | и | та | й | și | és | και | ve | و | with |
    mit | avec | con | com | with additional reporting by | in
    """
)

PARTICLES: frozenset[str] = frozenset(
    _phrases(
        """
    de | del | della | di | da | do | dos | das | du | des | la | le | van | von | der | den | ten | ter | zu |
    zur | bin | ibn | binti | al | el | ben | af | av | y | e | i | san | st. | 't
    """
    )
)
"""Lower-case parts of names."""

AGENCIES: frozenset[str] = frozenset(
    _phrases(
        """
    reuters | reuter | ap | afp | dpa | upi | apa | ansa | efe | lusa | anp | belga | ritzau | ntb | tt | stt | pap |
    čtk | ctk | tasr | mti | tass | тасс | interfax | интерфакс | риа новости | ria novosti | xinhua | 新华社 | 新華社 |
    kyodo | 共同通信 | jiji | 時事通信 | yonhap | 연합뉴스 | antara | bernama | pti | ani | ians |
    the associated press | associated press | agence france-presse | deutsche presse-agentur | press association |
    pa media | canadian press | the canadian press | bloomberg | agencia efe | europa press | agerpres |
    anadolu agency | anadolu ajansı | aa | wam | spa | mena | irna | sana | كونا | وام | رويترز | أ ف ب | sda |
    keystone-sda | ats | sid | kna | epd | dpa-afx | aap | unian | укрінформ | lrt | bns | hina | tanjug |
    agencies | agenturen | staff | staff reporter | staff writer | redaktion | agências | agencias
    """
    )
)
"""News agencies and words for a newsroom: bylines that name no person."""
