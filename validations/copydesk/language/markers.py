"""Marks of a cut text: ellipses in all their spellings, and "Read more" and its sisters.

A text may also end in the footer that feeds add ("The post X appeared first on Y"); it is set aside first, for it
looks like a sentence end and hides the cut before it.
"""

import re
from dataclasses import dataclass

from copydesk.language.sentences import terminated

_DOTS = (
    r"(?:…|⋯|‥|᠁|&(?:amp;)?(?:hellip|mldr|#8230|#x2026|#133);|â€¦|。{2,}|．{2,}|[・･·․]{3,}"
    # the full stop of a whole sentence before the mark is not part of it, but loose dots are one mark
    r"|\.{2,}(?:[ \u00a0\u2009\u202f]\.)*|\.(?:[ \u00a0\u2009\u202f]\.){2,}\.*|(?<!\w)\.[ \u00a0\u2009\u202f]\.+)"
)
_BLANK = r"(?:\s|&(?:amp;)?(?:nbsp|#160|#xa0);|[\u200b\u200e\u200f\u2060\ufeff])*"
_ELLIPSIS = rf"(?:[\[(]{_BLANK}{_DOTS}{_BLANK}[\])]|(?>{_DOTS})++\.?)"
_AT_END = re.compile(rf"(?P<mark>{_ELLIPSIS}){_BLANK}\Z", re.IGNORECASE)
_TAIL = 400
_ELLIPSIS_HERE = re.compile(rf"[\s\"”’»')\]]*{_ELLIPSIS}")
_PHRASES = {
    "af": ("lees meer",),
    "ar": ("اقرأ المزيد", "اقرأ أيضا", "المزيد", "إقرأ المزيد", "قراءة المزيد", "أكمل القراءة", "للمزيد"),
    "az": ("ətraflı", "davamını oxu"),
    "bg": ("прочети още", "виж още", "прочетете повече", "още"),
    "bn": ("আরও পড়ুন", "বিস্তারিত পড়ুন", "বিস্তারিত"),
    "ca": ("llegir més", "llegeix més", "continua llegint"),
    "cs": ("číst více", "číst dál", "číst dále", "celý článek", "více"),
    "da": ("læs mere", "læs videre", "fortsæt læsning"),
    "de": (
        "weiterlesen",
        "weiter lesen",
        "mehr lesen",
        "mehr erfahren",
        "lesen sie mehr",
        "lesen sie weiter",
        "lesen sie hier mehr",
        "lesen sie hier weiter",
        "zum artikel",
        "zum beitrag",
        "mehr dazu",
        "mehr",
    ),
    "el": ("διαβάστε περισσότερα", "διαβάστε τη συνέχεια", "περισσότερα"),
    "en": (
        "read more",
        "read the full story",
        "read full story",
        "read the full article",
        "read full article",
        "read the rest",
        "read on",
        "continue reading",
        "keep reading",
        "click to read more",
        "see more",
        "view more",
        "learn more",
        "find out more",
        "show more",
        "full story",
        "more",
    ),
    "es": (
        "leer más",
        "leer mas",
        "lee más",
        "seguir leyendo",
        "sigue leyendo",
        "ver más",
        "leer nota completa",
        "más",
    ),
    "et": ("loe edasi", "loe lähemalt", "loe rohkem"),
    "eu": ("irakurri gehiago",),
    "fa": ("ادامه مطلب", "بیشتر بخوانید", "ادامه خبر", "ادامه"),
    "fi": ("lue lisää", "lue koko juttu", "jatka lukemista"),
    "fr": (
        "lire la suite",
        "lire plus",
        "en savoir plus",
        "lire l'article",
        "lire l’article",
        "voir plus",
        "la suite",
        "plus",
    ),
    "gl": ("ler máis", "seguir lendo"),
    "gu": ("વધુ વાંચો",),
    "he": ("קרא עוד", "קראו עוד", "המשך קריאה", "לכתבה המלאה"),
    "hi": ("और पढ़ें", "आगे पढ़ें", "पूरी खबर पढ़ें", "अधिक पढ़ें"),
    "hr": ("pročitaj više", "pročitajte više", "čitaj dalje", "opširnije", "više"),
    "hu": ("tovább olvasom", "olvass tovább", "bővebben", "tovább"),
    "hy": ("կարդալ ավելին",),
    "id": ("baca selengkapnya", "selengkapnya", "baca juga", "baca lebih lanjut", "lanjut baca"),
    "is": ("lesa meira", "lesa áfram", "meira"),
    "it": ("leggi tutto", "leggi di più", "leggi l'articolo", "leggi l’articolo", "continua a leggere", "continua"),
    "ja": ("続きを読む", "続きを見る", "続きはこちら", "もっと見る", "全文を読む"),
    "ka": ("სრულად", "წაიკითხე მეტი"),
    "kk": ("толығырақ",),
    "ko": ("더 보기", "더보기", "계속 읽기", "자세히 보기", "기사 더보기"),
    "lt": ("skaityti daugiau", "skaitykite daugiau", "plačiau", "daugiau"),
    "lv": ("lasīt vairāk", "lasīt tālāk", "vairāk"),
    "mk": ("прочитај повеќе", "повеќе"),
    "mr": ("अधिक वाचा", "पुढे वाचा"),
    "ms": ("baca lagi", "baca seterusnya"),
    "nl": ("lees meer", "lees verder", "verder lezen", "meer lezen", "lees het hele artikel", "meer"),
    "no": ("les mer", "les videre", "les hele saken"),
    "pl": ("czytaj więcej", "czytaj dalej", "dowiedz się więcej", "więcej"),
    "pt": ("leia mais", "ler mais", "saiba mais", "continue lendo", "continuar a ler", "ver mais", "mais"),
    "ro": (
        "citește mai mult",
        "citeşte mai mult",
        "citeste mai mult",
        "citește mai departe",
        "vezi mai mult",
        "continuare",
    ),
    "ru": ("читать далее", "читать дальше", "читать полностью", "подробнее", "далее", "читайте также"),
    "sk": ("čítať viac", "čítať ďalej", "celý článok", "viac"),
    "sl": ("preberi več", "preberite več", "več"),
    "sq": ("lexo më shumë", "lexo me shume"),
    "sr": ("прочитај више", "опширније", "pročitaj više", "opširnije"),
    "sv": ("läs mer", "läs vidare", "läs hela artikeln", "fortsätt läsa"),
    "sw": ("soma zaidi",),
    "ta": ("மேலும் படிக்க", "மேலும் வாசிக்க"),
    "te": ("ఇంకా చదవండి",),
    "th": ("อ่านต่อ", "อ่านเพิ่มเติม", "ดูเพิ่มเติม"),
    "tl": ("magbasa pa",),
    "tr": ("devamını oku", "haberin devamı", "devamı için tıklayın", "devamı"),
    "uk": ("читати далі", "читати більше", "детальніше", "докладніше", "далі"),
    "ur": ("مزید پڑھیں",),
    "vi": ("xem thêm", "xem tiếp", "đọc thêm", "đọc tiếp", "xem chi tiết"),
    "zh": (
        "阅读全文",
        "阅读更多",
        "閱讀全文",
        "閱讀更多",
        "查看全文",
        "查看更多",
        "更多",
        "繼續閱讀",
        "继续阅读",
        "全文",
    ),
}
_WEAK_WORDS = """
more mehr plus más mas mais więcej více viac meer mere mer više več още далее далі continua continuare vairāk
daugiau tovább bővebben meira повеќе περισσότερα devamı ادامه المزيد 更多 全文
"""
_WEAK = frozenset(_WEAK_WORDS.split())
_FOOTERS = (
    ("the (?:post|article|story)", "(?:first )?appeared first on"),
    ("the (?:post|article|story)", "first appeared on"),
    ("(?:post|article)", "appeared first on"),
    ("der (?:beitrag|artikel)", "erschien zuerst auf"),
    ("l['’]articolo", "sembra essere il primo su"),
    ("l['’]articolo", "proviene da"),
    ("(?:l['’]|cet )article", "est apparu en premier sur"),
    ("la entrada", "se publicó primero en"),
    ("(?:la entrada|el cargo|la publicación)", "(?:aparece|apareció) primero en"),
    ("l['’]entrada", "ha aparegut primer a"),
    ("a entrada", "(?:apareceu|aparece) primeiro em"),
    ("o (?:post|artigo|conteúdo)", "(?:apareceu|aparece) primeiro em"),
    ("(?:het bericht|het artikel|de post)", "verscheen eerst op"),
    ("artykuł", "pochodzi z serwisu"),
    ("inlägget", "dök först upp på"),
    ("inlägget", "publicerades först på"),
    ("innlegget", "dukket først opp på"),
    ("indlægget", "blev først udgivet på"),
    ("indlægget", "blev vist først den"),
    ("artikkeli", "julkaistiin ensimmäisen kerran"),
    ("(?:post-ul|articolul)", "apare prima dată în"),
    ("příspěvek", "pochází z"),
    ("příspěvek", "se nejdříve objevil na"),
    ("(?:článok|príspevok)", "zobrazený najskôr"),
    ("(?:článok|príspevok)", "pochádza z"),
    ("(?:objava|članak)", "pojavila? se prvi puta na"),
    ("(?:objava|prispevek)", "(?:je bil )?(?:prvotno|najprej) objavljen na"),
    ("чланак", "се појављује прво на"),
    ("(?:публикацията|статията)", "се появи първо на"),
    ("сообщение", "появились сначала на"),
    ("сообщение", "впервые появилось"),
    ("запись", "впервые появилась"),
    ("допис", "з['’]явився спочатку на"),
    ("το άρθρο", "εμφανίστηκε πρώτα στο"),
    ("yazısı", "ilk önce"),
    ("bài viết", "đã xuất hiện đầu tiên"),
    ("(?:artikel|pos)", "pertama kali (?:tampil|muncul) (?:pada|di)"),
    ("a bejegyzés", "először"),
    ("postitus", "ilmus esmalt"),
    ("įrašas", "pirmiausia paskelbtas"),
    ("ظهرت المقالة", "أولاً على"),
    ("نوشته", "اولین بار در"),
    ("הפוסט", "הופיע (?:לראשונה|ראשון) ב"),
    ("投稿", "に最初に表示されました"),
    ("โพสต์", "ปรากฏครั้งแรก"),
)
"""What feeds put behind a teaser: the words before the headline, and those between it and the name of the site."""
_FOOTER_WORDS = tuple(
    dict.fromkeys(max(re.split(r"\(\?:[^)]*\)\??|\[[^]]*\]|\w\?", tail), key=len).strip() for _, tail in _FOOTERS)
)
"""Of each footer words that are always there, in lower case."""
_PHRASE_ENDS = tuple(sorted({each for phrases in _PHRASES.values() for each in phrases}))
_MORE = "|".join(
    re.escape(each).replace(r"\ ", r"\s+") for each in sorted(_PHRASE_ENDS, key=lambda phrase: (-len(phrase), phrase))
)
_ARROW = r"(?:[\s\])»›>→⟶▸►|]|-?->|&raquo;|&rsaquo;|&gt;|&rarr;)*"
_MORE_AT_END = re.compile(
    rf"(?P<lead>(?:{_ELLIPSIS})?[\s\[(«<|»›>→-]*)(?<!\w)(?P<phrase>{_MORE})(?P<tail>{_ARROW}(?:{_ELLIPSIS})?{_ARROW})\Z",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?P<lead>)(?P<phrase>Weiterlesen|Read [Mm]ore|Lire la suite|Leggi tutto|Leer más|Lees meer|Läs mer|Læs mere)"
    rf"(?P<tail>{_ARROW}(?:{_ELLIPSIS})?{_ARROW})\Z"
)
_FOOTER = re.compile(
    "|".join(rf"(?<!\w){head}\s.{{1,300}}?\s?{tail}.{{0,120}}" for head, tail in _FOOTERS), re.IGNORECASE | re.DOTALL
)

_ENTITY = re.compile(r"&#?\w{2,8};")
_MARK_ENDS = frozenset("…⋯‥᠁。．.・･·․;])¦\u200b\u200e\u200f\u2060\ufeff")
_BEHIND = " .…⋯‥。．])»›>→⟶▸►|-\u200b\u200e\u200f\u2060\ufeff"
_SHORT_TAIL = 100

FOOTER_SCREEN = "(?i)" + "|".join(_FOOTER_WORDS)
"""A pattern for RE2 that finds the footers of feeds, and more."""
ELLIPSIS_SCREEN = r"(?i)…|⋯|‥|᠁|。。|．．|[・･·․]{3}|\.[\s\x{a0}\x{2009}\x{202f}]?\.|hellip|mldr|#8230|#x2026|#133|â€¦"
"""A pattern for RE2 that finds every ellipsis, and more."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a text ends. Positions are code points.

    `core` is the end of what belongs to the text itself. `mark` is the span of the mark of a cut: an ellipsis, "Read
    more", or both; null if the text bears none. A "Read more" behind a whole sentence is a link and no mark.
    """

    core: int
    mark: tuple[int, int] | None = None


def ending(text: str) -> Ending:
    """The end of a text, read from behind: footer of a feed, "Read more", ellipsis."""
    stop = _footer_start(text)
    start = max(0, stop - _TAIL)
    tail = text[start:stop].rstrip()
    more = _more(tail)
    found = more or _ellipsis(tail)
    if not found:
        return Ending(start + len(tail))
    core, mark = found
    return Ending(start + core, (start + mark[0], start + mark[1]) if mark else None)


def ends_in_ellipsis(text: str, position: int) -> bool:
    """Whether an ellipsis stands in `text` at `position`, perhaps behind blanks and closing marks."""
    return bool(_ELLIPSIS_HERE.match(text, position))


def _footer_start(text: str) -> int:
    low = text[-_TAIL:].lower()
    if not any(map(low.__contains__, _FOOTER_WORDS)):
        return len(text)
    found = list(_FOOTER.finditer(text, max(0, len(text) - 2 * _TAIL)))
    return found[-1].start() if found else len(text)


def _ellipsis(tail: str) -> tuple[int, tuple[int, int]] | None:
    if tail[-1:] not in _MARK_ENDS:
        return None
    found = _AT_END.search(tail, max(0, len(tail) - _SHORT_TAIL))
    if not found:
        return None
    return len(tail[: found.start()].rstrip()), found.span("mark")


def _more(tail: str) -> tuple[int, tuple[int, int] | None] | None:
    """Core and mark of a text that ends in "Read more"; a null mark if it only links to more of a whole text."""
    squeezed = _ENTITY.sub("", " ".join(tail[-_SHORT_TAIL:].casefold().split())).rstrip(_BEHIND)
    found = squeezed.endswith(_PHRASE_ENDS) and (_MORE_AT_END.search(tail) or _GLUED.search(tail))
    if not found:
        return None
    head = tail[: found.start()].rstrip()
    marked = re.search(_ELLIPSIS, found["lead"], re.IGNORECASE) is not None
    if not marked and (not head or terminated(head)):
        return len(head), None
    if not marked and not _labels(found):
        return None
    return len(head), (_visible(tail, found.start()), found.end())


def _labels(found: re.Match[str]) -> bool:
    """Whether the words of a link stand there as a label, and not as the words of a sentence ("you can read more")."""
    phrase = found["phrase"]
    uncased = phrase.upper() == phrase.lower()
    set_apart = phrase[:1].isupper() or re.search(r"[\[(|»›>→…]|\.\.", found["lead"] + found["tail"])
    return uncased or bool(set_apart and phrase.casefold() not in _WEAK)


def _visible(text: str, start: int) -> int:
    """The first place from `start` on that holds no blank."""
    return start + len(text[start:]) - len(text[start:].lstrip())
