"""Teasers side by side: what the neighbours in a block say of one that bears the mark of a cut.

A content system cuts all teasers of a block at the same width. So neighbours that are cut at a like width speak for a
cut; whole neighbours that are longer, or marks that all stand behind whole sentences, speak for a manner of writing;
and last words that recur behind whole sentences are the label of a link, not text.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from copydesk.language.markers import ending
from copydesk.language.sentences import terminated, word_end
from copydesk.language.teasers import Cut
from copydesk.language.words import words

_LIKE = 0.12
_LIKE_LEAST = 8
_LIKE_MOST = 0.3
_LONGER = 1.1
_LABEL_WORDS = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One text of a block: its width up to its mark, whether it bears one, whether it ends in a whole sentence, and
    the words behind its last whole sentence if they are few enough to label a link."""

    width: int
    marked: bool
    finished: bool
    label: str | None


def block(texts: Iterable[str]) -> tuple[Member, ...]:
    """What counts of the texts of one field under one label of one page."""
    return tuple(map(_member, texts))


def graded(text: str, cut: Cut, members: tuple[Member, ...], *, led: bool) -> Cut | None:
    """The cut with the grade that its block gives it; null if the block shows that nothing was cut.

    `members` are those of the whole block, the text's own among them. `led` says that the teaser has a headline or a
    link of its own. Only a cut of grade marker_only is looked at; others are returned as they are.
    """
    if cut.grade != "marker_only":
        return cut
    own = _member(text)
    marked = [each for each in members if each.marked]
    if own.label and sum(each.label == own.label for each in marked) > 1:
        return None
    apart = min(max(_LIKE_LEAST, _LIKE * own.width), _LIKE_MOST * own.width)
    like = sum(abs(each.width - own.width) <= apart for each in marked) - 1
    longer = sum(each.width > _LONGER * own.width for each in members if not each.marked)
    styled = len(marked) > 2 and all(each.finished for each in marked)
    if not like and (longer >= 2 or styled):
        return None
    return replace(cut, grade="structural") if led or like else cut


def _member(text: str) -> Member:
    last = ending(text)
    core = text[: last.core]
    return Member(last.core, last.mark is not None, terminated(core), _label(core))


def _label(core: str) -> str | None:
    """The last words of a text if they follow a whole sentence and are no more than a label has."""
    head = core[: word_end(core)]
    for count in range(1, min(_LABEL_WORDS, len(words(head)) - 1) + 1):
        place = head.rfind(words(head)[-count])
        if terminated(head[:place]):
            return head[place:]
    return None
