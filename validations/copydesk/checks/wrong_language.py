"""Articles in another language than the one they declare."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, kept, option, where
from copydesk.language.told_walls import walled_body
from copydesk.language.tongue_words import LONG, OTHERS, SHORT
from copydesk.language.tongues import HEAD, close, detectable, primary, tongue
from copydesk.model import Evidence, Severity, Target

SAMPLE = 2000
"""Bodies of a language without a list of common words that are judged, about."""
FEW = 400
"""Code points of a text that has few sentences."""
_BROAD = frozenset(("zh", "ja", "ko", "yue"))
_BROAD_WORTH = 3
"""Letters of other scripts that one of a broad script is worth."""


@dataclass(frozen=True, kw_only=True)
class WrongLanguage(Check):
    """An article is in another language than in_language says.

    Bodies that have the commonest words, or the letters, of the language that they declare are taken
    at their word. The others are shown to a detector (py3langid, 140 languages), and raised where it is sure. Looked
    at are the first 600 characters; shorter texts than `min_letters` are not judged, nor are languages so near that
    a detector mixes them up (Norwegian and Danish, Indonesian and Malay). Of languages for which no list of words is
    kept, a sample is judged, drawn by the hash of the text; the notes of the report say of how many.

    ## Why it matters

    A model for one language learns another; filters by language keep the wrong rows and drop the right ones.

    ## Example

    Bad: {"in_language": "en", "article_body": "Der Hafen wird für drei Wochen geschlossen, weil die alten Kräne ..."}

    Good: {"in_language": "de", ...}

    ## What to do

    Take the suggestion. If most rows of a source are found, its pages declare the language of the frame, not of the
    text.
    """

    targets: ClassVar = (Target("articles", "in_language"),)
    reads: ClassVar = {"articles": ("article_body", "content_hash")}
    severity: ClassVar = Severity.WARNING
    kinds: ClassVar = {"other-language": "The body is in another language than the one declared."}

    min_letters: int = option(200, "Characters of a body, up to 600; of Chinese, Japanese and Korean a third of them.")
    sure: float = option(0.99, "How sure the detector must be, 0 to 1.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        """How many bodies declare which language for which no list of words is kept."""
        listed = pc.is_in(languages(batch), value_set=pa.array([*LONG]))
        counted = pc.value_counts(pc.drop_null(languages(batch).filter(pc.invert(listed))))
        return pa.table({"language": counted.field("values"), "rows": counted.field("counts")})

    def notes(self, table: str, summary: pa.Table) -> tuple[str, ...]:  # noqa: ARG002
        said = "of {rows:,} bodies in {language}, of which no common words are known, about {sample:,} were judged."
        large = [row for row in summary.to_pylist() if row["rows"] > SAMPLE and detectable(row["language"])]
        return tuple(said.format(**row, sample=SAMPLE) for row in large)

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        counted = summary.to_pylist() if summary is not None else ()
        sizes = {row["language"]: row["rows"] for row in counted}
        declared, found = languages(batch), []
        heads = pc.utf8_slice_codeunits(batch.column("article_body"), 0, HEAD)
        near = pa.record_batch({"head": heads, "content_hash": batch.column("content_hash")})
        for language in pc.drop_null(pc.unique(declared)).to_pylist():
            rows = where(pc.equal(declared, language))
            own = near.take(rows)
            doubted = where(
                pc.and_(self._long(own["head"], language), _doubtful(own, language, sizes.get(language, 0)))
            )
            for index, text in zip(rows.take(doubted).to_pylist(), own["head"].take(doubted).to_pylist(), strict=True):
                seen = tongue(text)
                sure = seen.sure >= self.sure and not close(seen.language, language) and _spoken(text, seen.language)
                if sure and not walled_body(text):
                    hit = {"index": index, "field": "in_language", "kind": "other-language", "count": 1}
                    found.append({**hit, "detail": seen.language})
        return pa.Table.from_pylist(found, schema=HITS)

    def _long(self, heads: pa.Array, language: str) -> pa.Array:
        """Which texts are long enough to be judged."""
        least = self.min_letters // _BROAD_WORTH if language in _BROAD else self.min_letters
        return pc.greater_equal(pc.utf8_length(heads), min(least, HEAD))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        body, tag = row["article_body"], row["in_language"]
        message = f"The article declares {tag!r}; its body is in {hit.detail!r}."
        return Evidence(message, excerpt(body, 0, 0), (0, len(tag)), None, hit.detail)


def languages(batch: pa.RecordBatch) -> pa.Array:
    """The language that each row with a body declares; null where it declares none."""
    tags = pc.if_else(pc.is_valid(batch["article_body"]), batch["in_language"], None).dictionary_encode()
    return pa.array([primary(tag) for tag in tags.dictionary.to_pylist()], pa.string()).take(tags.indices)


def _doubtful(batch: pa.RecordBatch, language: str, rows: int) -> pa.Array:
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


def _spoken(text: str, language: str) -> bool:
    """Whether a text has the common words or letters of a language, if a list of them is kept."""
    heads = pa.array([text[:HEAD]])
    return language not in SHORT or pc.match_substring_regex(heads, SHORT[language]).to_pylist() == [True]
