"""In which scripts languages are written, and in which a text is.

Scripts bear the names that Unicode gives its letters: LATIN, CYRILLIC, CJK.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping

_WRITTEN = """
LATIN: en de fr es it pt nl sv da no nb nn fi et lv lt pl cs sk sl hr hu ro sq tr id ms vi sw tl fil ca gl eu cy ga is
LATIN: mt af lb oc so ha yo ig zu xh rw br fy fo gd jv su ceb
CYRILLIC: ru uk be bg mk
ARABIC: ar fa ur ps
HEBREW: he yi
DEVANAGARI: hi mr ne
BENGALI: bn as
GUJARATI: gu
ORIYA: or
TAMIL: ta
TELUGU: te
KANNADA: kn
MALAYALAM: ml
SINHALA: si
THAI: th
LAO: lo
KHMER: km
MYANMAR: my
GEORGIAN: ka
ARMENIAN: hy
ETHIOPIC: am ti
GREEK: el
CJK: zh yue
CJK HIRAGANA KATAKANA: ja
CJK HANGUL: ko
"""
WRITTEN: Mapping[str, frozenset[str]] = {
    language: frozenset(scripts.split())
    for scripts, _, languages in (line.partition(":") for line in _WRITTEN.strip().splitlines())
    for language in languages.split()
}
"""By language the scripts that it is written in; languages that some write in one and some in another are left out."""
_PROPERTIES = {"CJK": "Han"}
_FEW = 6
_LEAST = {"LATIN": 60, "CYRILLIC": 12, "GREEK": 12, "CJK": 5, "HIRAGANA": 5, "KATAKANA": 5}
_LEAST_OTHER = 8
"""Letters of a text in a strange script that are no longer a name; of Latin, which is at home everywhere, many more."""
_SHARE = 0.9


def screen(language: str) -> str | None:
    """A pattern for RE2 that finds the texts with some letters of a language; null where its scripts are not known."""
    scripts = WRITTEN.get(language)
    if scripts is None:
        return None
    letters = "".join(sorted(rf"\p{{{_PROPERTIES.get(each, each.title())}}}" for each in scripts))
    return f"(?s)(?:[{letters}].*?){{{_FEW}}}"


def strange_script(text: str, language: str) -> str | None:
    """The script of a text in which the language is never written; null where it has others, or too few letters."""
    counted = Counter(unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha())
    if not counted or language not in WRITTEN:
        return None
    script = max(counted, key=lambda each: (counted[each], each))
    if script in WRITTEN[language] or not any(script in each for each in WRITTEN.values()):
        return None
    own = sum(counted[each] for each in WRITTEN[language])
    kin = sum(counted[each] for each in counted if each not in WRITTEN[language])
    enough = kin >= _LEAST.get(script, _LEAST_OTHER)
    return script if enough and own < _FEW and kin >= _SHARE * counted.total() else None
