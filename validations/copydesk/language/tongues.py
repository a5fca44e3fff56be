"""Which language a text is in, where that is sure."""

import functools
import re
from collections import Counter
from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from copydesk.language.tongue_words import ALIKE, CLOSE, WORDS

HEAD = 600
"""Code points at the beginning of a text that are looked at."""
NEITHER = frozenset(("und", "mul", "zxx", "mis"))
"""Codes that name no language."""
_SOME = 2
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, and how sure the detector is (0..1)."""

    language: str
    sure: float


def primary(tag: str | None) -> str | None:
    """The language of a tag such as en-GB or eng, in lower case; null where it names none."""
    found = _TAG.fullmatch((tag or "").strip())
    code = found[1].lower() if found else None
    return None if code in NEITHER else ALIKE.get(code or "", code)


def tongue(text: str) -> Tongue:
    """The language that the beginning of a text is in; languages close to it speak for it too."""
    ranked = _identifier().rank(" ".join(text[:HEAD].split()))
    best = ranked[0][0]
    return Tongue(best, sum(share for language, share in ranked if close(language, best)))


def close(one: str, other: str) -> bool:
    """Whether two languages are the same, or so near that a detector mixes them up."""
    return one == other or any(one in group and other in group for group in CLOSE)


def at_home(text: str, language: str) -> bool:
    """Whether a text has common words of a language, and of no other that is not close to it more of them."""
    counted = Counter(text[:HEAD].casefold().split())
    own = _count(counted, language)
    return own >= _SOME and all(own >= _count(counted, each) for each in WORDS if not close(each, language))


def _count(counted: Counter[str], language: str) -> int:
    return sum(counted[word] for word in WORDS.get(language, ()))


def detectable(language: str) -> bool:
    """Whether the detector knows a language, or one so near that it does as well."""
    return any(close(language, each) for each in _identifier().labels)


@functools.cache
def _identifier() -> LanguageIdentifier:
    """The detector with its model: half a second to load, so only where a text is looked at."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
