"""Pages of errors, walls and banners told by the words that a brief text is made of, whatever it says with them.

Such a page speaks of itself and to its reader, and of hardly anything else: most of its words are words of sites. News
that speaks of sites has other words too: names, numbers, and who said so.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.language.site_words import EUROPE
from copydesk.language.site_words_beyond import BEYOND

SHARE = 0.58
"""Words of a text that are words of sites, at least."""
_MUTE_SHARE = 0.7
_MUTE_WORDS = 4
"""The same, and such words, of a text that does not speak to its reader."""
_DENSE_SHARE = 0.8
"""Of that share in scripts whose words are sought anywhere: what stands between the stems counts too."""
_FEW = 8
"""Words of a text of which more must be words of sites: the notice of a story to come may have some."""
_SURE = 0.85
"""The share at which two words of sites are enough."""
LETTERS = 4
"""Letters of a word that is known by its beginning; words of fewer letters that are not known count for nothing."""
_LONGEST = 12
_CLITICS = 3
"""Letters that Arabic and Hebrew write before a word as part of it, at most."""
_LEAST = 3
_LEAST_SHARE = 0.4
_NAMES = 0.1
_NAMES_NEWS = 0.2
_SHARE_NEWS = 0.25
_CHARS_A_WORD = 3
_SENTENCE = 2
"""Words of a sentence that says something: without any word of sites it is of a story."""
_STOP = re.compile(r"\n|(?<=[.!?。！？।])(?=\s|[^\W\d_a-z])")
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff"
_WORD = re.compile(rf"[\w'{_MARKS}]+")
_DENSE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts whose words are sought anywhere: they stand side by side, or have others at their ends."""
_JOINED = r"\u0590-\u08ff"
_IS_DENSE = re.compile(f"[{_DENSE}]")
_IS_JOINED = re.compile(f"[{_JOINED}]")
_PRICE = re.compile(r"[1-5]\d\d|\d{1,2}|\d+(?:kr|zł|tl|rp|€|%)")
_FOLD = str.maketrans({"’": "'", "\u200c": None, "\u200d": None})
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|told|according to|announced|spokes\w+|sagte|teilte|laut|selon|a déclaré|a annoncé|dijo|según"
    r"|anunció|disse|afirmou|segundo|ha detto|secondo|volgens|zei|powiedział\w*|według|säger|sagde|enligt|ifølge"
    r"|сказал\w*|сообщил\w*|заявил\w*|söyledi|açıkladı|kata|ujar|menurut|cho biết|theo ông)\b"
    r"|(?<!\w)(?:و?قال|أعلن|گفت|אמר)\s|अनुसार|ने कहा|と述べ|によると|と話し|表示，|据|說，|说，|밝혔|말했"
)
"""Who says something: news."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a text is made of: words of sites by what they speak of, and all that count."""

    kinds: Mapping[str, int]
    subjects: int
    known: float
    words: float
    names: int

    @property
    def share(self) -> float:
        return self.known / self.words if self.words else 0.0


def talk_kind(text: str, share: float = SHARE) -> str | None:
    """The kind of wall that a brief text is by the words it is made of, at least `share` of them; else null."""
    talk = _talk(text)
    least = 2 if talk.share >= _SURE else min(_LEAST, max(2, talk.words * _LEAST_SHARE))
    wanted = _DENSE_SHARE * share if _IS_DENSE.search(text) else max(share, _MUTE_SHARE) if talk.words < _FEW else share
    if talk.share < wanted or talk.subjects < least or _SAID.search(text):
        return None
    if talk.names > max(_NAMES * talk.words, talk.share >= _MUTE_SHARE):
        return None
    if not talk.kinds.get("reader") and (talk.share < _MUTE_SHARE or talk.subjects < _MUTE_WORDS):
        return None
    if any(each.words >= _SENTENCE and not each.known for each in map(_talk, _STOP.split(text))):
        return None
    kinds = [(count, -place, kind) for place, (kind, count) in enumerate(talk.kinds.items()) if kind in _kinds()]
    return max(kinds)[2] if kinds else None


def newsy(text: str) -> bool:
    """Whether a brief text has what no wall has: a speaker, names, or few words of sites."""
    talk = _talk(text)
    named = talk.names > max(1, _NAMES_NEWS * talk.words)
    return named or talk.share < _SHARE_NEWS or _SAID.search(text) is not None


def _talk(text: str) -> Talk:
    low = unicodedata.normalize("NFC", text).translate(_FOLD)
    if _IS_DENSE.search(low):
        found = list(_dense(low.lower()))
        known = sum(map(len, found)) / _CHARS_A_WORD
        return _counted(found, known, sum(map(str.isalnum, low)) / _CHARS_A_WORD, 0)
    phrases = _phrases().findall(low.lower())
    words = [(found.group(), found.start()) for found in _WORD.finditer(_phrases().sub(" ", low) if phrases else low)]
    found, others, names = list[str](phrases), 0, 0
    for word, start in words:
        stem = _known(word.lower())
        if stem:
            found.append(stem)
        else:
            others += len(word) >= LETTERS or (word.isdigit() and _PRICE.fullmatch(word) is None)
            names += word[0].isupper() and low[:start].rstrip()[-1:] not in "\n.!?:"
    counted = [each for each in found if "plain" not in _stems()[each]]
    return _counted(counted, len(counted), len(counted) + others, names)


def _counted(found: list[str], known: float, words: float, names: int) -> Talk:
    kinds = Counter(kind for each in found for kind in _stems()[each])
    subjects = len({each for each in found if "reader" not in _stems()[each]})
    return Talk({kind: kinds[kind] for kind in _stems_by_kind() if kinds[kind]}, subjects, known, words, names)


def _known(word: str) -> str | None:
    """The longest stem with which a word begins; in scripts that join words, behind a few letters too."""
    for first in range(_CLITICS + 1 if _IS_JOINED.match(word) else 1):
        for end in range(min(len(word), first + _LONGEST), first, -1):
            stem = word[first:end]
            if stem in _stems() and (end - first >= LETTERS or end == len(word) or _IS_JOINED.match(stem)):
                return stem
    return None


def _dense(low: str) -> Iterator[str]:
    """The words of sites in a text of a script without spaces, the longest first."""
    place = 0
    while place < len(low):
        ends = range(min(len(low), place + _LONGEST), place, -1)
        stem = next((low[place:end] for end in ends if low[place:end] in _stems()), None)
        if stem and (_IS_DENSE.match(stem) or len(stem) >= LETTERS):
            yield stem
            place += len(stem)
        else:
            place += 1


@cache
def _stems_by_kind() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in f"{EUROPE}{BEYOND}".splitlines():
        kind, _, words = line.partition(" ")
        if words and kind != "#":
            found.setdefault(kind, set()).update(words.split("|"))
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def _stems() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in _stems_by_kind().items():
        for word in words:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(_stems_by_kind()) - {"site", "reader", "plain"}


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted((word for word in _stems() if " " in word), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)")


def starts(*, plain: bool) -> frozenset[str]:
    """The first LETTERS letters of the words that are plain, or of all others: for a screen, in lower case."""
    return frozenset(
        word[:LETTERS] for stem, kinds in _stems().items() if ("plain" in kinds) == plain for word in stem.split()
    )


@cache
def anywhere() -> str:
    """A pattern for RE2 that finds, in lower case, the words that are sought anywhere in a text."""
    return "|".join(sorted(stem for stem in _stems() if _IS_DENSE.match(stem) or _IS_JOINED.match(stem)))
