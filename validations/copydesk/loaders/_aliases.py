"""The names under which datasets carry the fields of an article, in many languages, the surest name of a field first.

A name stands for all its spellings: case, separators, accents and namespaces such as `dc:` do not count. A name
belongs to one field only.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "uri": "uri urn guid @id identifier id _id article_id news_id doc_id document_id item_id uuid post_id story_id",
        "url": """
            url link article_url article_link news_url news_link canonical_url canonical web_url permalink source_url
            story_url page_url page_link post_url original_url href requested_url external_url main_entity_of_page
            short_url web_link tautan enlace lien collegamento adresse_web webadresse ссылка 链接 网址 链接地址 连结
            リンク 링크 주소 رابط الرابط लिंक ลิงก์ đường_dẫn liên_kết bağlantı odkaz länk lenke linkki σύνδεσμος
        """,
        "headline": """
            headline article_headline news_headline article_title news_title story_title post_title title head heading
            headlines titles headline_text title_text web_title page_title og_title dc_title judul judul_berita titel
            überschrift schlagzeile titre titre_article título titular titulo_noticia titolo titlu titul tytuł nadpis
            naslov rubrik_text tittel otsikko başlık заголовок название наслов τίτλος tajuk tiêu_đề 标题 標題 新闻标题
            题目 タイトル 見出し 제목 عنوان العنوان כותרת शीर्षक শিরোনাম தலைப்பு หัวข้อ พาดหัว หัวข้อข่าว
        """,
        "alternative_headline": """
            alternative_headline alt_headline alt_title subtitle sub_title subheadline sub_headline subheading subhead
            kicker print_headline seo_title social_title short_title headline_seo headline_short untertitel dachzeile
            sous_titre surtitre subtítulo antetítulo sottotitolo occhiello ondertitel подзаголовок 副标题
        """,
        "description": """
            description descriptions description_text article_description short_description meta_description
            og_description dc_description description_html summary news_summary article_summary abstract standfirst
            teaser teaser_text excerpt snippet lead lede lead_paragraph deck dek intro trail_text highlights blurb
            ringkasan deskripsi
            zusammenfassung beschreibung vorspann anriss résumé chapô chapeau resumen bajada copete entradilla resumo
            riassunto sommario sommaire samenvatting ingress sapo tóm_tắt özet streszczenie описание аннотация краткое
            摘要 简介 描述 要約 概要 요약 ملخص सारांश
        """,
        "article_body": """
            article_body full_article full_text full_content body_text body_plain article_text article_content
            news_text news_content news_body story_text story_body story_content maintext main_text clean_text
            cleaned_text clean_content plain_text text_content content_text post_content body bodies text content
            contents article news story document paragraphs raw_text body_html body_xhtml content_html article_html
            html_body content_encoded dc_content isi isi_berita isi_artikel konten teks berita artikel artikeltext
            inhalt volltext fließtext texte contenu corps texte_intégral texto contenido cuerpo noticia conteúdo corpo
            notícia testo contenuto articolo tekst inhoud treść obsah brödtext innehåll brødtekst innhold sisältö
            teksti metin içerik haber текст содержание статья новость зміст κείμενο περιεχόμενο άρθρο nội_dung bài_viết
            kandungan 正文 内容 內容 文章 新闻 新闻内容 全文 本文 記事 본문 내용 기사 نص النص محتوى المحتوى خبر متن תוכן
            लेख सामग्री समाचार সংবাদ খবর செய்தி เนื้อหา เนื้อข่าว ข่าว
        """,
        "byline": "byline by_line autorenzeile signature_line",
        "author": """
            author authors author_name author_names article_author writer writers written_by journalist journalists
            reporter reporters creator creators dc_creator contributor penulis jurnalis wartawan autor autoren verfasser
            autora autores auteur auteurs autore autori giornalista redactor redattore schrijver journaliste författare
            forfatter kirjoittaja yazar автор авторы συγγραφέας tác_giả 作者 记者 記者 著者 기자 작성자 كاتب
            الكاتب المؤلف लेखक ผู้เขียน
        """,
        "publisher": """
            publisher publication publication_name outlet outlet_name news_outlet newspaper newspaper_name source_name
            news_source site_name og_site_name media_name source media medium provider agency press publisher_name
            dc_publisher copyright_holder website site portal domain source_domain hostname host channel_name sumber
            sumber_berita media_berita quelle zeitung verlag journal éditeur média fuente periódico diario medio fonte
            jornal veículo giornale testata editore bron krant uitgever źródło wydawca zdroj källa tidning kilde lähde
            kaynak gazete источник издание издатель джерело πηγή nguồn toà_soạn 来源 媒体 來源 出版社 媒體 新聞社 媒体名
            언론사 출처 مصدر المصدر الناشر स्रोत แหล่งข่าว
        """,
        "dateline": "dateline datelines ortsmarke spitzmarke",
        "date_published": """
            date_published published_date publish_date publication_date pub_date article_date news_date published_at
            publish_at published_on published_time published article_published_time publish_time published_utc
            date_publish date_publication web_publication_date first_published first_published_date display_date
            pub_datetime post_date posted_at posted_on date_posted issued dc_date date_issued datetime date_time date
            timestamp time content_created first_created created_at created_date date_created created creation_date
            release_date tanggal tanggal_terbit tanggal_publikasi tgl waktu datum erscheinungsdatum
            veröffentlichungsdatum veröffentlicht zeitstempel date_de_publication date_publiée publié fecha
            fecha_publicación fecha_hora publicado data data_publicação data_pubblicazione publicatiedatum
            data_publikacji data_wydania dátum julkaistu päivämäärä publicerad tarih yayın_tarihi дата
            дата_публикации опубликовано ημερομηνία ngày ngày_đăng thời_gian 日期 发布时间 发布日期 时间 發布時間 日付
            公開日 配信日時 날짜 작성일 게시일 تاريخ التاريخ تاريخ_النشر תאריך दिनांक तारीख วันที่
        """,
        "date_modified": """
            date_modified modified_date last_modified modified_at modified modified_time article_modified_time
            date_updated updated_at updated_date updated update_date last_updated update_time date_update lastmod
            version_created content_modified date_last_modified aktualisiert änderungsdatum letzte_aktualisierung
            mis_à_jour date_modification date_de_modification fecha_modificación fecha_actualización actualizado
            atualizado data_atualização data_aggiornamento aggiornato diperbarui tanggal_diperbarui bijgewerkt
            дата_обновления обновлено 更新时间 更新日期 修改时间 更新日時 수정일
        """,
        "in_language": """
            in_language language lang language_code lang_code dc_language locale iso_language article_language sprache
            langue idioma lingua bahasa taal język jazyk språk kieli dil язык мова γλώσσα ngôn_ngữ 语言 語言 言語 언어
            لغة اللغة שפה भाषा ภาษา
        """,
        "article_section": """
            article_section section section_name news_section category category_name news_category main_category
            news_desk desk rubric topic theme channel genre kategori kanal rubrik ressort kategorie rubrique catégorie
            sección categoría seção editoria categoria sezione rubrica rubriek kategoria kategorija avdelning osasto
            bölüm рубрика категория раздел κατηγορία chuyên_mục thể_loại 分类 栏目 类别 频道 分類 欄目 カテゴリ
            カテゴリー 분류 카테고리 섹션 قسم القسم تصنيف श्रेणी หมวดหมู่
        """,
        "keywords": """
            keywords keyword news_keywords tags tag article_tag topics categories subjects subject dc_subject
            schlagwörter schlagworte stichwörter mots_clés étiquettes palabras_clave etiquetas palavras_chave
            parole_chiave kata_kunci trefwoorden słowa_kluczowe nyckelord anahtar_kelimeler ключевые_слова теги từ_khoá
            关键词 关键字 标签 關鍵詞 キーワード タグ 키워드 태그 كلمات_مفتاحية
        """,
        "is_part_of": "is_part_of series series_name programme",
        "is_accessible_for_free": "is_accessible_for_free is_free free_access free_to_read",
        "copyright_notice": "copyright_notice copyright copyright_text rights dc_rights usage_rights",
        "pub_status": "pub_status publishing_status publication_status",
        "version": "version version_number revision",
        "word_count": "word_count words_count num_words n_words number_of_words",
    }
)

FIELDS = tuple(ALIASES)
"""The fields that a column can be mapped to."""


def normal(name: str) -> str:
    """A name without case, accents, separators and punctuation: `Pub-Date`, `pub_date` and `pubDate` are one."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in folded if each.isalnum())


def _ranks() -> Mapping[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for field, names in ALIASES.items():
        for rank, name in enumerate(names.split()):
            found.setdefault(normal(name), (field, rank))
    return MappingProxyType(found)


RANKS = _ranks()
"""By normal name the field, and the place of the name among the field's names."""
