"""Bodies that may be in another language, or script, than they declare: what Arrow tells."""

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import kept
from copydesk.language.scripts import screen
from copydesk.language.tongue_words import LONG, OTHERS, SHORT
from copydesk.language.tongues import HEAD, detectable, primary

SAMPLE = 2000
"""Bodies of a language without a list of common words that are judged, about."""
FEW = 400
"""Code points of a text that has few sentences."""


def languages(batch: pa.RecordBatch) -> pa.Array:
    """The language that each row with a body declares; null where it declares none."""
    tags = pc.if_else(pc.is_valid(batch["article_body"]), batch["in_language"], None).dictionary_encode()
    return pa.array([primary(tag) for tag in tags.dictionary.to_pylist()], pa.string()).take(tags.indices)


def doubtful(batch: pa.RecordBatch, language: str, rows: int) -> pa.Array:
    """Which bodies have too little of the language that they declare; where that is not known, a sample."""
    if language not in LONG:
        last = f"{min(SAMPLE * 16**8 // max(rows, 1), 16**8 - 1):08x}g"
        drawn = pc.less_equal(pc.fill_null(batch["content_hash"], ""), last)
        return pc.and_(drawn, pa.scalar(detectable(language)))
    few = pc.less(pc.utf8_length(batch["head"]), FEW)
    short, long = (kept(batch["head"], each) for each in (few, pc.invert(few)))
    own = pc.coalesce(pc.match_substring_regex(short, SHORT[language]), pc.match_substring_regex(long, LONG[language]))
    other = OTHERS.get(language)
    strange = pc.match_substring_regex(batch["head"], other) if other else pa.scalar(value=False)
    return pc.or_(pc.invert(own), strange)


def scriptless(heads: pa.Array, language: str) -> pa.Array:
    """Which texts have hardly a letter in which their language is written."""
    own = screen(language)
    return pc.invert(pc.match_substring_regex(heads, own)) if own else pa.repeat(pa.scalar(value=False), len(heads))


def spoken(text: str, language: str) -> bool:
    """Whether a text has the common words or letters of a language, if a list of them is kept."""
    heads = pa.array([text[:HEAD]])
    return language not in SHORT or pc.match_substring_regex(heads, SHORT[language]).to_pylist() == [True]
