"""Where sentences end: marks, closing quotes, abbreviations, and scripts that are written without spaces.

Positions are code points. What a mark means depends on what follows it, so most functions take running text and a
place in it.
"""

import itertools
import re
import string
import unicodedata

TERMINATORS = ".!?。！？｡．؟۔।॥։።፧។။‼⁇⁈⁉"
"""Marks that end a sentence, in all scripts."""
CLOSERS = "\"'”’»«›‹“„‟)]}」』】〉》）］｣＂＇`´*_>¹²³⁴⁵"
"""What may stand between a mark and the end of its sentence: closing quotes, brackets, numbers of notes."""
_OPENING = {
    "(": ")",
    "[": "]",
    "„": '“”"',
    "«": "»",
    "「": "」",
    "『": "』",
    "“": "”“",
    "（": "）",
    "《": "》",
    "【": "】",
}
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTER = re.compile(r"[^\W\d_]")
_CLOSING = re.escape(CLOSERS)
_ENDING = re.escape(TERMINATORS)
_END = re.compile(rf"[ \u00a0\u202f\u2009{_CLOSING}]*(?P<mark>[{_ENDING}…]+)[{_CLOSING}]*")
_INNER = re.compile(
    rf"(?:[^\W\d_]{{3}}|\d{{4}})(?P<latin>[.!?؟።])[{_CLOSING}]*\s+(?=[^\W_])"
    r"|[a-zß-ÿ]{3}[.!?](?=[A-ZÀ-Þ][a-zß-ÿ])"
    rf"|[。！？।۔][{_CLOSING}]*\s*(?=[\w（〔「『【《“])"
)
_LONGEST = 40
_BEHIND_MARK = CLOSERS + string.whitespace + "\u00a0\u202f\u3000\u200b"
_PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n|[^\S\n]{2})")
_NEW = re.compile(r"\s*$|\s{2}")
_WRAP_WIDTH = 100
# Titles, places, companies, months, "number", "page" and the like: a capital letter or a figure may follow.
_ABBREVIATED = """
adm brig capt cdr cmdr col cpl dr drs fr gen gov hon lt maj messrs mlle mme mr mrs ms mt mtn pres prof ptl pvt
rep rev sen sgt sr jr st ste supt vs no nos nr núm núms num pp p vol ch fig ed eds art abs al cf ca circa approx
dept est ext ft inc corp co ltd bros llc assn ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec okt
dez mär bzw ggf inkl exkl evtl sog usw tel str hl mio mrd bd hrsg vgl geb gest stv zzgl abzgl allg bes dipl ing
mag med phil jur sra srta ud uds dña exmo exma av avda pág págs pag sig sigg dott avv ecc dhr mevr mw bijv blz
resp м г гг в вв ул им т тыс млн млрд руб д р проф акад np tzw ul św wg nar zob např tzv atd tj č sv mj alm bl
feks osv kl dvs mfl m.m u.a z.b d.h u.s p.m a.m i.e e.g d.c s.a s.l u.k n.y l.a e.u u.n
"""
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
"""Abbreviations of many languages, case folded, without the last full stop."""
# Those that always have a name or a word behind them.
_ABBREVIATED_TITLES = """
dr drs mr mrs ms mme mlle prof sen rep gov gen lt col capt sgt st messrs bzw ggf inkl evtl sog vgl z.b d.h i.e
e.g no nr núm sr sra srta dott sig dhr mevr tzv tzw np např bijv vs
"""
_NEVER_LAST = frozenset(_ABBREVIATED_TITLES.split())
_ORDINALS = """
de da no nb nn fi cs sk pl hu hr sl sr bs et lv is
"""
_ORDINAL_LANGUAGES = frozenset(_ORDINALS.split())


def terminated(text: str) -> bool:
    """Whether a text ends as a sentence does: a mark, perhaps behind closing quotes or brackets.

    An abbreviation that always has a name or a word behind it ("Dr.", "z.B.") does not end a sentence.
    """
    bare = text.rstrip(_BEHIND_MARK)
    if not bare or bare[-1] not in TERMINATORS:
        return False
    return not (bare[-1] == "." and _word_before(bare, len(bare) - 1).casefold() in _NEVER_LAST)


def abbreviated(text: str) -> bool:
    """Whether the full stop at the end of a text may be that of an abbreviation or of an initial."""
    bare = text.rstrip().rstrip(CLOSERS)
    return bare.endswith(".") and _is_abbreviation(_word_before(bare, len(bare) - 1))


def ends_at(text: str, position: int, language: str | None = None) -> bool:
    """Whether the sentence that stands before `position` ends there; marks at `position` are looked at.

    `language` (a BCP 47 tag) tells whether a figure with a full stop is an ordinal number.
    """
    end = _END.match(text, position)
    if not end:
        return False
    after = text[end.end() : end.end() + 40]
    if set(end["mark"]) - {"."}:
        return "…" not in end["mark"] or not after.lstrip()[:1].islower()
    if not after.strip() or _PARAGRAPH.match(after.lstrip(" \t")):
        return True
    return not _runs_on(_word_before(text, position), after, language)


def sentence_end(text: str, position: int, language: str | None = None, reach: int = 1000) -> int | None:
    """Where the sentence that runs through `position` ends; its paragraph's end if no mark comes before.

    Null if neither comes within `reach` code points.
    """
    for found in re.finditer(rf"[{_ENDING}]|\n[^\S\n]*\n|\Z", text[position : position + reach]):
        place = position + found.start()
        if found.group().strip() and ends_at(text, place, language):
            mark = _END.match(text, place)
            return mark.end() if mark else None
        if not found.group().strip():
            return place if place < position + reach or place == len(text) else None
    return None


def paragraph_ends(text: str, position: int, *, hard_wrapped: bool) -> bool:
    """Whether nothing but marks and blanks stands between `position` and the end of its paragraph.

    A single line break ends one unless the text is `hard_wrapped`.
    """
    gap = re.compile(r"[\W_]*").match(text, position)
    passed = gap.group() if gap else ""
    if position + len(passed) >= len(text):
        return True
    return bool(_PARAGRAPH.search(passed)) if hard_wrapped else "\n" in passed


def last_paragraph(text: str) -> int:
    """Where the last paragraph that has text begins: its last line, unless the text is hard-wrapped."""
    bare = text.rstrip()
    if not hard_wrapped(bare):
        return bare.rfind("\n") + 1
    return max((found.end() for found in _PARAGRAPH.finditer(bare)), default=0)


def hard_wrapped(text: str) -> bool:
    """Whether the line breaks inside paragraphs are those of a typesetter: many lines, none long, most of them full."""
    lines = text.split("\n")
    sizes = [len(line) for line in lines if line.strip()]
    if len(sizes) < 3 or max(sizes) > _WRAP_WIDTH:
        return False
    full = max(sizes) * 0.75
    inner = [len(line) for line, after in itertools.pairwise(lines) if line.strip() and not _NEW.match(after)]
    # the last lines of short paragraphs are short
    judged = inner if len(inner) > 1 else sizes
    return sum(size >= full for size in judged) >= 0.6 * len(judged)


def has_inner_end(text: str) -> bool:
    """Whether a whole sentence stands in front of the last one."""
    return any(
        not (found["latin"] and _is_abbreviation(_word_before(text, found.start("latin"))))
        for found in _INNER.finditer(text)
    )


def unbalanced(text: str) -> bool:
    """Whether a quote or bracket is opened and not closed."""
    if text.count('"') % 2 and "„" not in text and "“" not in text:
        return True
    return any(
        text.count(opening) > sum(text.count(each) for each in closing.replace(opening, ""))
        for opening, closing in _OPENING.items()
        if opening in text and not (opening == "“" and ("„" in text or ("”" not in text and text.count("“") > 1)))
    )


def spaceless(text: str) -> bool:
    """Whether most letters of a text belong to scripts that put no spaces between words (Chinese, Thai, ...)."""
    return not text.isascii() and 2 * len(_SPACELESS.findall(text)) > len(_LETTER.findall(text))


def word_end(text: str, end: int | None = None) -> int:
    """The end of the last word before `end` (null: the text's end): marks and blanks behind it are passed over."""
    place = len(text) if end is None else end
    while place and not is_wordy(text[place - 1]):
        place -= 1
    return place


def last_word(text: str) -> str:
    """The last word of a text, without the marks behind it."""
    end = start = word_end(text)
    while start and is_wordy(text[start - 1]):
        start -= 1
    return text[start:end]


def is_wordy(char: str) -> bool:
    """Whether a character belongs to words: letters, figures, and the vowel signs that Python's `\\w` leaves out."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _word_before(text: str, position: int) -> str:
    """The letters and digits before a place, with the full stops inside them ("U.S")."""
    start = position
    while start > max(0, position - _LONGEST) and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    return text[start:position].strip(".") if not text[start:position].endswith(".") else ""


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.casefold() in ABBREVIATIONS


def _runs_on(word: str, after: str, language: str | None) -> bool:
    """Whether a full stop behind `word` does not end its sentence, `after` being what follows it."""
    following = after.lstrip()[:1]
    if following.islower():
        return True
    if after[:1].isalnum():
        return after[:1].isdigit() or len(word) <= 2
    if word.isdigit() and len(word) <= 2:
        return (language or "").partition("-")[0] in _ORDINAL_LANGUAGES
    return _is_abbreviation(word)
