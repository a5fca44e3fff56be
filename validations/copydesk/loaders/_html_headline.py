"""Which of the headlines that a page states is its headline, and which is the second one."""

from collections.abc import Sequence
from itertools import chain

from copydesk.loaders._html_page import Candidate, Page, metas, micro, shown, stated, title
from copydesk.loaders._html_whole import STEM, is_cut, letters, whole

SOCIAL = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")


def headlines(page: Page) -> tuple[Candidate | None, Candidate | None]:
    """The headline and the alternative headline.

    The headline is the stated one that readers see in the page's h1; where the h1 shows neither, the one for social
    networks, then the one of the JSON-LD. The alternative is the next that says something else, a stated alternative
    before the one for social networks.
    """
    tops = list(shown(page.tree.iter("h1")))
    linked = list(stated(page, ("headline",)))[:1]
    social = list(metas(page, SOCIAL))[:1]
    marked = [*micro(page.tree, "headline"), *tops, *stated(page, ("name",))]
    offered = [_clean(each, [*linked, *tops]) for each in (*social, *linked)]
    first = _chosen(offered, tops) or next(chain(marked, title(page.tree)), None)
    if first is None:
        return None, None
    second = chain(linked, stated(page, ("alternativeHeadline", "alternateName")), offered, tops[:1])
    return first, next((each for each in second if letters(each[0]) not in ("", letters(first[0]))), None)


def _chosen(offered: Sequence[Candidate], tops: Sequence[Candidate]) -> Candidate | None:
    seen = [letters(text) for text, _ in tops]
    equal = (each for each in offered if letters(each[0]) in seen)
    # A headline that an h1 goes on from was cut off, by a quotation mark in an attribute most often.
    begun = (top for top in tops for each in offered if _goes_on(letters(top[0]), letters(each[0])))
    inside = (each for each in offered if any(letters(each[0]) in text for text in seen))
    return next(chain(equal, begun, inside, offered), None)


def _clean(headline: Candidate, others: Sequence[Candidate]) -> Candidate:
    """A headline without the name of the outlet behind it, and whole if another has whole what it cuts off."""
    text, line = headline
    if is_cut(text):
        longer = whole(text, [each[0] for each in others])
        return (longer, line) if longer else headline
    shorter = (each for each in others if _goes_on(letters(text), letters(each[0])))
    return next(shorter, headline)


def _goes_on(long: str, short: str) -> bool:
    return len(short) >= STEM and long.startswith(short)
