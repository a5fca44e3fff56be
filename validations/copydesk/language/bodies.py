"""Whether a body breaks off before its end: a paywall, the mark of a cut, or a last sentence that does not end.

A body seldom ends as neatly as a sentence: credits, lists, links and signatures stand behind it. So a last line counts
only if it is running text, and a missing full stop only against what the other bodies of the source do.
"""

import re
from dataclasses import dataclass

from copydesk.language import paywalls
from copydesk.language.label_words import AGENCIES
from copydesk.language.markers import ending
from copydesk.language.normal import columns
from copydesk.language.sentences import has_inner_end, last_paragraph, last_word, spaceless, terminated, word_end
from copydesk.language.teasers import words_score
from copydesk.language.words import words

REACH = 700
"""Code points at the end of a body that are looked at."""
RUNNING = 60
"""Columns of running text, at least."""
SURE = 4
"""Points of the last words from which on they break off by themselves."""
ROUND, FEW = 100, 5
MORE, SPARE = 1.5, 50
"""A body has less than it should if its source counts that many times its words, and as many more."""
LEAST = 4
"""Words of a sentence that breaks off, at least, unless its last word tells."""
REST = 40
_STOP = re.compile(r"[.!?…।؟۔♦❖|][\"'”’»“)\]]*\s|\s[–—-]\s")
_COUNTED = re.compile(r"\s*[\[(]\+?\s?\d[\d.,\s]*\s?(?:chars?|characters|more)[\])]\s*\Z", re.IGNORECASE)
_CLOSERS = r"[\"'”’»«›‹“„)\]」』】》）*_\s]"
ENDING = 16
"""Code points at the end of a body that the next three look at."""
TERMINATED = rf"[.!?…。！？｡؟۔।॥։።]{_CLOSERS}*$"
"""A pattern for RE2: texts that end as sentences do, or in an ellipsis."""
ELLIPSIS = rf"(?:…|\.\.|。。|．．|\. \.){_CLOSERS}*\.?$"
"""A pattern for RE2: texts that end in an ellipsis, and more."""
SOUND = rf"[^.。．…\s][.!?。！？｡؟۔।॥։።]{_CLOSERS}*$"
"""A pattern for RE2: a body whose end it finds, and in which paywalls.SCREEN finds nothing, does not break off."""
_QUOTED = re.compile(r"(?:…|\.\.+)\s*[\"'”’»“)]+\s*\Z")
_LIST = re.compile(r"\s*(?:[-–—•*|+>©#@_]|\d{1,3}[.)]\s|(?i:https?:|www\.))")
_TABLE = re.compile(r"\S(?:\t| {3,})\S")
_LABEL = re.compile(r"\s*[^\W\d_]+(?:[ /-][^\W\d_]+){0,2}\s*[:：]\s")
_ADDRESS = re.compile(r"\S+@\S+\.\w|\bwww\.|https?:|\w\.(?:com|de|org|net|fr|it|uk|ru|jp)\b|[#@]\w|©|\d{4,}\W*\Z")


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a body breaks off: `kind` is paywall, counted, marker or midsentence; the span is in the text given.

    `sure` says that the words themselves tell, whatever the other bodies of the source do.
    """

    kind: str
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """How many bodies a source has, and how many of them end without a full stop (`open`), in an ellipsis (`marked`),
    and without a full stop at a round length (`round`)."""

    bodies: int = 0
    open: int = 0
    marked: int = 0
    round: int = 0

    def stands_out(self, found: Broken, least: int, most: float) -> bool:
        """Whether a body that breaks off so is an exception in this source: one without a full stop, or with a mark."""
        alike = self.marked if found.kind == "marker" else self.open
        return self.bodies >= least and alike <= most * self.bodies

    def cuts(self, found: Broken, body: str, share: float) -> bool:
        """Whether the source has bodies enough that break off as this one does."""
        if found.kind == "marker":
            return self.bodies >= FEW and self.marked >= share * self.bodies
        return len(body) % ROUND == 0 and self.round >= max(FEW, share * self.open)


def says_more(body: str, stated: int | None) -> bool:
    """Whether the words that a source counts are far more than a body has."""
    return bool(stated) and (stated or 0) > MORE * len(body.split()) + SPARE


def broken(text: str, language: str | None = None) -> Broken | None:
    """How a body breaks off, by its last paragraph alone; null if it ends, or if that cannot be told.

    `text` is the end of the body, REACH code points or all of it.
    """
    if found := paywalls.paywall(text):
        return Broken("paywall", *found, sure=True)
    if counted := _COUNTED.search(text[-40:]):
        start = len(text) - len(text[-40:]) + counted.start()
        return Broken("counted", start + len(counted[0]) - len(counted[0].lstrip()), len(text.rstrip()), sure=True)
    begin = last_paragraph(text)
    line = text[begin:].replace("\n", " ")
    last = ending(line)
    core = line[: last.core]
    if last.mark:
        return _marked(line, core, last.mark, begin)
    sure = words_score(core, language) >= SURE
    if terminated(core) or not _is_running(core, RUNNING) or not (sure or _goes_on(core)):
        return None
    start = begin + word_end(core) - len(last_word(core))
    return Broken("midsentence", start, begin + len(core), sure)


def _marked(line: str, core: str, mark: tuple[int, int], begin: int) -> Broken | None:
    """A mark that does not stand behind a sentence, a quotation or an agency's name; two full stops are a slip.

    Running text, or the first word of a sentence alone, is sure; of a short line the style of its writer might be it.
    """
    rest = " ".join(_rest(core)).casefold()
    if line[slice(*mark)] == ".." or _QUOTED.search(line) or terminated(core) or not rest or rest in AGENCIES:
        return None
    if _is_apart(core):
        return None
    sure = _is_running(core, RUNNING) or _is_short(core)
    return Broken("marker", begin + mark[0], begin + mark[1], sure)


def _goes_on(core: str) -> bool:
    """Whether a line ends in a word of a sentence, and not in an initial, a credit or a lead behind the last one."""
    if core[-1:] != core[word_end(core) - 1 : word_end(core)]:
        return False
    return spaceless(core[-REST:]) or len(_rest(core)) >= LEAST


def _rest(core: str) -> list[str]:
    """The words behind the last sentence that ends."""
    ends = [found.end() for found in _STOP.finditer(core)]
    return words(core[ends[-1] :] if ends else core)


def _is_short(core: str) -> bool:
    """Whether a line has the first word of a sentence alone ("All...")."""
    return len(words(core)) == 1 and core[:1].isupper() and core.strip().isalpha()


def _is_apart(line: str) -> bool:
    """Whether a line is an item of a list, row of a table, label, credit or address."""
    return bool(_LIST.match(line) or _TABLE.search(line) or _LABEL.match(line) or _ADDRESS.search(line[-80:]))


def _is_running(line: str, least: int) -> bool:
    """Whether a line is running text, and long enough."""
    if columns(line) < least or _is_apart(line):
        return False
    found = words(line)
    if spaceless(line):
        return has_inner_end(line) or "，" in line or "、" in line
    small = sum(word[0].islower() for word in found)
    return len(found) >= 8 and (small >= 0.5 * len(found) or found[0].upper() == found[0].lower())
