"""The commonest short words of languages, chosen so that their neighbours lack most of them.

A text that has some of them is taken to be in the language without further ado; only others are looked at closely.
"""

from collections.abc import Mapping

_WORDS = """
en the and of that with is was have
de der die und das den mit ist nicht ein eine auch
nl het een van voor niet dat zijn met ook
af die en van het nie dat vir
fr les des une dans pour est du et sur au qui
es el los las del una con por y en se
pt os da do das não uma em um com ao
gl os da do das non unha en un con ao
it il di che della per una sono gli nel con
ca els les amb una per del és què
ro și în pe cu care din este au
sv och att det som för är inte på av
da og det at er til på af ikke som
no og det er til på av ikke som
nb og det er til på av ikke som
nn og det er til på av ikkje som
is og að er sem við ekki til
fi ja on ei että oli se myös hän ovat
et ja on et ei see oli ka ning
lv un ir ka par no ar uz
lt ir kad yra su iš tai
pl się na nie jest że do oraz po
cs se na je že jsou ve který ale
sk sa na je že sú ktoré zo ale
sl je in na se da so za ki
hr je se na da su za od
bs je se na da su za od
sr је се на да су за од je se na da su za od
hu az és hogy nem egy is volt
tr ve bir bu için ile olarak çok
az və bir bu üçün ilə olan
sq të dhe në për një me është
id yang dan di untuk dengan dari ini itu pada tidak dalam akan ke oleh juga telah belum setelah
ms yang dan di untuk dengan dari ini itu pada tidak dalam akan ke oleh juga telah belum selepas
tl ang ng sa mga na at ay
fil ang ng sa mga na at ay
sw ya na wa kwa ni katika
vi của và là các có được trong cho người
ru что это как из не для от он
uk та що це від або щоб який
be што гэта ён каб або ў
bg са се че ще като който от да
mk се на што за од да
kk және бұл мен үшін
ar في من على إلى أن التي عن
fa در به از که این را است
ur کے میں کی ہے اور سے
ps په د او چې
hi के में की है और से को का
mr आहे आणि या च्या असे
ne र को छ मा लागि
"""
_LETTERS = {
    "el": r"\p{Greek}", "he": r"\p{Hebrew}", "th": r"\p{Thai}", "ka": r"\p{Georgian}", "hy": r"\p{Armenian}",
    "ta": r"\p{Tamil}", "te": r"\p{Telugu}", "kn": r"\p{Kannada}", "ml": r"\p{Malayalam}", "gu": r"\p{Gujarati}",
    "pa": r"\p{Gurmukhi}", "bn": r"\p{Bengali}", "si": r"\p{Sinhala}", "my": r"\p{Myanmar}", "km": r"\p{Khmer}",
    "lo": r"\p{Lao}", "am": r"\p{Ethiopic}", "ko": r"\p{Hangul}", "ja": r"\p{Hiragana}",
    "zh": "[的了是在和有我们們这這个個为為]",
}  # fmt: skip
_ENOUGH = 4
_ENOUGH_SHORT = 2
_ENOUGH_LETTERS = 8


def _worded(words: str, times: int) -> str:
    return rf"(?is)(?:\s(?:{words})\s.*?){{{times}}}"


def _lettered(letter: str, times: int) -> str:
    return rf"(?s)(?:{letter}.*?){{{times}}}"


WORDS: Mapping[str, frozenset[str]] = {
    line.split()[0]: frozenset(line.split()[1:]) for line in _WORDS.strip().splitlines()
}
"""By language its commonest short words."""
LONG: Mapping[str, str] = {
    **{line.split()[0]: _worded("|".join(line.split()[1:]), _ENOUGH) for line in _WORDS.strip().splitlines()},
    **{language: _lettered(letter, _ENOUGH_LETTERS) for language, letter in _LETTERS.items()},
}
"""By language a pattern for RE2 that finds the texts with enough of its words or letters."""
SHORT: Mapping[str, str] = {
    **{line.split()[0]: _worded("|".join(line.split()[1:]), _ENOUGH_SHORT) for line in _WORDS.strip().splitlines()},
    **{language: LONG[language] for language in _LETTERS},
}
"""The same for texts of a few sentences."""
OTHERS: Mapping[str, str] = {"zh": r"\p{Hiragana}{2}"}
"""By language a pattern that is at home in another."""
CLOSE: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in """
    no nb nn da
    id ms jv su min
    sr hr bs sh cnr
    zh yue wuu cmn lzh
    cs sk
    pt gl
    es gl an ast
    ca oc
    bg mk
    af nl fy
    de lb nds gsw bar
    it lij vec scn co la
    en sco pcm
    fr wa gcr gcf ht
    ar arz ary apc ajp
    fa prs tg
    hi ne mr sa bho mai
    bn as
    ku ckb sdh kmr
    tl fil ceb
    tr az tk crh
    kk ky ba tt uz uzs
    et fi
    xh zu nr ss
    sn st nso tn
    ru be
    lv ltg
    """.strip().splitlines()
)
"""Languages that a detector takes for one another."""
ALIKE: Mapping[str, str] = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ita": "it", "nld": "nl",
    "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "cze": "cs", "zho": "zh", "chi": "zh", "jpn": "ja",
    "kor": "ko", "ara": "ar", "fas": "fa", "per": "fa", "hin": "hi", "tur": "tr", "ind": "id", "msa": "ms", "vie": "vi",
    "tha": "th", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "hun": "hu", "ell": "el", "gre": "el", "heb": "he",
    "ron": "ro", "rum": "ro", "in": "id", "iw": "he", "mo": "ro",
}  # fmt: skip
"""Longer and older codes of languages."""
