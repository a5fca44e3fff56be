"""Small words by language: those that cannot end a sentence, and those that seldom do."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping

_NEVER_LAST: Mapping[str, str] = {
    "en": (
        "the a an of and or but by from into his its their our my your than if because whose which who was "
        "were is are be been has have had will would should could might while until although whether between "
        "among during upon as at every such being via per shall"
    ),
    "de": (
        "der die das des dem den eine einen einem einer eines und oder aber sondern für vom zum zur beim dass "
        "weil wenn als wie seine seinen seiner seinem ihren ihrer ihrem unser unsere dieser dieses diesem "
        "diesen jeder jede ohne um über unter zwischen nach bei seit bis zu in im am sowie obwohl während "
        "deren dessen welche welcher sehr von pro per kein keine keinen mein meine"
    ),
    "fr": (
        "le la les l un une des du de d et ou mais à au aux dans par pour sur avec sans sous que qui dont est "
        "sont ont été se ses leurs ce cet cette ces afin lorsque quand chez vers très son sa leur ainsi"
    ),
    "es": (
        "el la los las un una unos unas de del al y e o u que en con por para sin sobre entre su sus se es "
        "son fue ha han más lo le les este cuando donde porque aunque desde hasta según hacia tras mientras "
        "cada"
    ),
    "pt": (
        "o a os as um uma de do da dos das ao à aos às e ou que em no na nos nas com por para sem sobre entre "
        "seu sua se é são foi mais como quando porque desde até pelo pela pelos pelas num numa"
    ),
    "it": (
        "il lo la i gli le l un uno una di del dello della dei degli delle dell da dal dalla dai a al allo "
        "alla ai agli alle all in nel nello nella nei nelle e ed o che con per su sul sulla sui tra fra è "
        "sono ha hanno si come anche"
    ),
    "nl": (
        "de het een van en met voor door bij naar om te dat die uit als maar omdat terwijl deze hun haar tot "
        "tijdens volgens"
    ),
    "sv": (
        "en ett och eller att som i från är var har den det de sin sitt sina hans hennes deras men samt inte "
        "när eftersom genom vid hos"
    ),
    "no": (
        "en et ei og eller at som fra er var har den det de sin sitt sine hans hennes deres men når fordi "
        "gjennom ved hos"
    ),
    "da": (
        "en et og eller at som fra er var har den det de sin sit sine hans hendes deres men når fordi gennem ved hos"
    ),
    "pl": (
        "i oraz lub w we z ze na do od po przez dla o u za że który która które których jest są jak ale gdy "
        "aby czy przy nad pod między jego jej ich"
    ),
    "cs": (
        "a i nebo v ve z ze na do od po pro o u za že který která které je jsou jako ale když aby při nad pod "
        "mezi jeho její jejich k ke s"
    ),
    "sk": (
        "a i alebo v vo z zo na do od po pre o u za že ktorý ktorá ktoré je sú ako ale keď aby pri nad pod "
        "medzi jeho jej ich k ku s so"
    ),
    "hr": "i ili u na s sa od do za po iz o koji koja koje je su kao ali kada da pri nad pod među njegov",
    "ru": (
        "и или в во на с со к ко от до по за из у о об для при что который которая которые не как его но а "
        "если чтобы под над между также перед через"
    ),
    "uk": (
        "і й та або в у на з із від до по за для що який яка які не як його але а якщо щоб під над між перед через про"
    ),
    "bg": (
        "и или в във на с със от до по за из при че който която които не как но а ако под над между пред през "
        "да се е са"
    ),
    "tr": "ve ile veya bir bu şu ama fakat çünkü için gibi daha en ki",
    "id": "dan atau di ke dari yang untuk dengan pada dalam oleh bahwa sebagai karena serta tentang antara",
    "vi": "và của là có cho với trong các những được bị khi để từ về tại do vì mà nhưng hay hoặc một như nếu",
    "fi": "ja tai että joka jotka sekä mutta kun jos kuin eli",
    "hu": "a az és vagy hogy egy de mint aki amely ha mert",
    "ro": "și şi sau de la în cu pe pentru care că din un o al ai ale a este sunt dar dacă când prin",
    "el": "και ή ο η το οι τα του της των στο στη στην στον στα με για από που να θα ότι αλλά",
    "hi": "और या के की का को में से पर ने कि जो एक इस उस यह वाले",
    "fa": "و یا در به از که را با برای این آن",
    "ar": "و أو في من إلى على عن أن التي الذي مع بين ما",
    "he": "של את על עם או אל כי אשר",
}
_SELDOM_LAST: Mapping[str, str] = {
    "en": (
        "to for with in on about under over against through when where what how not more most very this these "
        "those he she they we i said says that her can may"
    ),
    "de": "sich nicht noch nur auch es er sie wir ich so mehr ob gegen durch sagte vielmehr",
    "fr": "en a ne pas plus certain selon après avant entre contre il elle ils elles",
    "es": "no como a contra ante ya también dijo",
    "pt": "não contra após disse segundo já também",
    "it": "non più contro dopo secondo questo questa",
    "nl": "in op aan over of niet ook zich er",
    "sv": "på av med till för om under efter mot nu även",
    "no": "på av med til for om under etter mot nå også",
    "da": "på af med til for om under efter mod nu også",
    "vi": "đã đang sẽ không đến này nói cũng",
    "hi": "ही भी है",
    "ko": "및 또는 등의",
}
# Python's \w leaves out the vowel signs of Indic scripts and Arabic vowels.
_LETTER = r"[^\W\d_\u0966-\u096f]|[\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e\u200c\u200d]"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’](?:{_LETTER})+)?")


def _tables(source: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in source.items()}


NEVER_LAST = _tables(_NEVER_LAST)
"""By language (the first part of a BCP 47 tag), words that a complete sentence does not end with."""
_LANGUAGES: Mapping[str, list[str]] = {
    word: [language for language, known in NEVER_LAST.items() if word in known]
    for word in frozenset[str]().union(*NEVER_LAST.values())
}
SELDOM_LAST = _tables(_SELDOM_LAST)
"""By language, words that end a sentence now and then."""


def words(text: str) -> list[str]:
    """The words of a text in order, as written; figures are no words."""
    return _WORD.findall(text)


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language of the small words in a text; the declared one if its small words are known and stand here.

    A rough guess that only serves to read the small words; null if a text has fewer than two of any language.
    """
    found = {each.casefold() for each in words(text)}
    own = (declared or "").casefold().replace("_", "-").partition("-")[0]
    own = "no" if own in ("nb", "nn") else own
    if own in NEVER_LAST and found & NEVER_LAST[own]:
        return own
    scores = Counter(itertools.chain.from_iterable(_LANGUAGES[word] for word in found & _LANGUAGES.keys()))
    best = max(NEVER_LAST, key=lambda language: scores[language])
    return best if scores[best] >= 2 else None
