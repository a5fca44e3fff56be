"""Teasers side by side: what the neighbours in a block say of one that bears the mark of a cut.

A content system cuts all teasers of a block at the same width. So neighbours that are cut at a like width speak for a
cut; whole neighbours of the same site that are longer, or marks that all stand behind whole sentences, speak for a
manner of writing; and last words that recur behind whole sentences are the label of a link, not text. The address of a
story holds the words of its headline: where they go on, the headline is cut, and where they end with it, the marks of
the block are an ornament.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from copydesk.language.markers import ending
from copydesk.language.normal import columns
from copydesk.language.sentences import spaceless, terminated, unbalanced, word_end
from copydesk.language.slugs import goes_on, host
from copydesk.language.teasers import Cut
from copydesk.language.words import NEVER_LAST, words

_LIKE = 0.12
_LIKE_LEAST = 8
_LIKE_MOST = 0.3
_LONGER = 1.1
_LABEL_WORDS = 3
_LABEL_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Member:
    """One text of a block: its columns up to its mark, whether it bears one, whether it ends in a whole sentence, the
    words behind its last whole sentence if they are few enough to label a link, the site that it leads to, and what
    the address says of its end (slugs.goes_on)."""

    width: int
    marked: bool
    finished: bool
    label: str | None
    site: str | None
    goes_on: bool | None


def block(texts: Iterable[tuple[str, str | None]]) -> tuple[Member, ...]:
    """What counts of the texts of one field under one label of one page, each with the address that it leads to."""
    return tuple(_member(*each) for each in texts)


def graded(text: str, url: str | None, cut: Cut, members: tuple[Member, ...], *, led: bool) -> Cut | None:
    """The cut with the grade that its block gives it; null if the block shows that nothing was cut.

    `members` are those of the whole block, the text's own among them. `led` says that the teaser has a headline or a
    link of its own. Only a cut of grade marker_only is looked at; others are returned as they are.
    """
    if cut.grade != "marker_only":
        return cut
    own = _member(text, url)
    marked = [each for each in members if each.marked]
    if own.goes_on:
        return replace(cut, grade="structural")
    if _is_ornament(own, marked) or (own.label and sum(each.label == own.label for each in marked) > 1):
        return None
    apart = min(max(_LIKE_LEAST, _LIKE * own.width), _LIKE_MOST * own.width)
    like = sum(abs(each.width - own.width) <= apart for each in marked) - 1
    room = own.width + 2 if spaceless(text) else _LONGER * own.width
    longer = [each.site == own.site for each in members if not each.marked and each.width > room]
    styled = len(marked) > 2 and all(each.finished for each in marked)
    if not like and (sum(longer) > 1 or styled):
        return None
    return replace(cut, grade="structural") if like or (led and len(longer) < 2) else cut


def _is_ornament(own: Member, marked: Iterable[Member]) -> bool:
    """Whether addresses say that the marks of a block stand behind whole headlines."""
    return own.goes_on is False or ({each.goes_on for each in marked if each.site == own.site} - {None}) == {False}


def _member(text: str, url: str | None) -> Member:
    last = ending(text)
    core = text[: last.core]
    said = goes_on(core, url) if last.mark and not unbalanced(core) else None
    return Member(columns(core), last.mark is not None, terminated(core), _label(core), host(url), said)


def _label(core: str) -> str | None:
    """The last words of a text if they follow a whole sentence and are no more than a label has."""
    head = core[: word_end(core)]
    found = words(head)
    if found and any(found[-1].casefold() in small for small in NEVER_LAST.values()):
        return None
    for count in range(1, min(_LABEL_WORDS, len(found) - 1) + 1):
        place = head.rfind(found[-count])
        if terminated(head[:place]):
            return head[place:] if columns(head[place:]) <= _LABEL_COLUMNS else None
    return None
