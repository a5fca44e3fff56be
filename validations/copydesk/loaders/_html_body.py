"""The main text of a page: extracted from its elements, compared with the articleBody of its JSON-LD."""

import html
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from copydesk.loaders._html_parts import segments
from copydesk.loaders._html_tree import line_of, squeeze
from copydesk.loaders._html_whole import letters, names

# A page without a text is a finding here, and no line on standard error.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
PARTS = frozenset(names("body p head list item quote table row ab div code fw"))
KEY = 32
"""Letters by which a paragraph is found again in its page."""
HEADING_LENGTH = 120
LONG_LINE = 100
DOUBLED, SAME = 80, 300
MAX_STATED = 300_000
"""Code points of a stated body, at most: a longer one is not compared."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `heading` says whether the page marks it as one."""

    text: str
    heading: bool = False


def paragraphs(tree: HtmlElement, stated: str | None) -> list[str]:
    """The paragraphs of the main text. `stated` is the body that JSON-LD has.

    The extracted text is kept, but for what the stated body shows to be no part of it; the stated body stands in for
    an extraction that has missed most of the text.
    """
    return merged(_extracted(tree), _told(stated) if len(stated or "") <= MAX_STATED else [])


def merged(found: Sequence[Paragraph], told: Sequence[str]) -> list[str]:
    """One text of an extracted and a stated one."""
    ours, theirs = _words(each.text for each in found), _words(told)
    common = (ours & theirs).total()
    within = bool(told) and common >= 0.95 * ours.total()
    # Too little was extracted, or without its paragraphs.
    if within and (common < 0.5 * theirs.total() or 2 * len(found) < len(told)):
        return [*told]
    if not told or common < 0.85 * theirs.total() or theirs.total() < 0.5 * ours.total():
        return [each.text for each in found]
    return [each.text for each in _confirmed(found, told)]


def lines(tree: HtmlElement, texts: Sequence[str]) -> tuple[int, ...]:
    """The line of each paragraph; of one that is not found again, the line of the one before."""
    known: dict[str, int] = {}
    for element, text in segments(tree):
        line = line_of(element)
        if line is not None:
            known.setdefault(letters(text[: 4 * KEY])[:KEY], line)
    last, found = 1, []
    for text in texts:
        last = known.get(letters(text[: 4 * KEY])[:KEY], last)
        found.append(last)
    return tuple(found)


def _extracted(tree: HtmlElement) -> list[Paragraph]:
    # Half a second to import, needed by this loader alone.
    from trafilatura import bare_extraction  # noqa: PLC0415

    document: Any = bare_extraction(tree, include_comments=False, with_metadata=False)
    if document is None:
        return []
    return [*_split(document.body)]


def _split(body: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs of what trafilatura gives: list items and table rows too."""
    run, heading = "", False
    for event, each in etree.iterwalk(body, events=("start", "end")):
        if each.tag in PARTS:
            yield from (Paragraph(text, heading) for text in _broken(run))
            run, heading = "", event == "start" and each.tag == "head"
        run += " | " if event == "end" and each.tag == "cell" and each.getnext() is not None else ""
        run += "\n" if event == "start" and each.tag == "lb" else ""
        run += re.sub(r"\s+", " ", (each.text if event == "start" else each.tail) or "")
    yield from (Paragraph(text, heading) for text in _broken(run))


def _broken(run: str) -> Iterator[str]:
    """The paragraphs of a run: a line break beside a long line parts two; between short ones, as in verse, it stays."""
    kept: list[str] = []
    for line in filter(None, map(squeeze, run.split("\n"))):
        if kept and max(len(line), len(kept[-1])) >= LONG_LINE:
            yield "\n".join(kept)
            kept = []
        kept.append(line)
    if kept and "".join(kept).strip("| "):
        yield "\n".join(kept)


def _told(stated: str | None) -> list[str]:
    """The paragraphs of a stated body, without its markup; of one that is stated twice over, the first."""
    text = html.unescape(stated or "")
    again = text.find(text[:DOUBLED], max(DOUBLED, len(text) // 3))
    text = text[:again] if again > 0 and text[again : again + SAME] == text[:SAME] else text
    if re.search(r"</?(?:p|br|div|a|strong|em|h\d)\b", text):
        text = re.sub(r"</?(?:p|br|div|h\d|li|ul|ol|blockquote)\b[^<>]*>", "\n\n", text)
        text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    return [line for part in re.split(r"\r\n|[\r\n\u2028\u2029]", text) if (line := squeeze(part))]


def _confirmed(found: Sequence[Paragraph], told: Sequence[str]) -> list[Paragraph]:
    """The paragraphs that the stated body has too, with what leads into them and the headings between them."""
    known = letters("".join(told))
    sure = [at for at, each in enumerate(found) if _stands_in(each.text, known)]
    first, last = (sure[0], sure[-1]) if sure else (len(found), -1)
    held = {*sure, *range(first)}
    return [each for at, each in enumerate(found) if at in held or (at < last and _is_heading(each))]


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.heading and len(paragraph.text) <= HEADING_LENGTH


def _stands_in(text: str, known: str) -> bool:
    """Whether most of a paragraph stands in a text: by pieces, for a link or a quotation mark may differ."""
    mine = letters(text)
    pieces = [mine[at : at + KEY] for at in range(0, len(mine), KEY)]
    return 2 * sum(piece in known for piece in pieces) >= len(pieces)


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(WORD.findall(" ".join(texts).lower()))


def stated_body(article: Mapping[str, Any] | None) -> str | None:
    """The articleBody of a JSON-LD node."""
    body = next((value for name, value in (article or {}).items() if name.lower() == "articlebody"), None)
    if isinstance(body, list):
        return "\n\n".join(each for each in body if isinstance(each, str))
    return body if isinstance(body, str) else None
