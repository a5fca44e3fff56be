"""Articles in another language than the one they declare."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, option, share, where
from copydesk.checks._tongues import SAMPLE, doubtful, languages, scriptless, spoken
from copydesk.language.mojibake import misread
from copydesk.language.placeholders import placeholders
from copydesk.language.scripts import strange_script
from copydesk.language.told_walls import walled_body
from copydesk.language.tongue_words import LONG
from copydesk.language.tongues import HEAD, at_home, close, detectable, tongue
from copydesk.model import Evidence, Severity, Target

_SCRIPTED = re.compile(r"[-_](?!Han[st]\b)[A-Za-z]{4}(?:$|[-_])")
_BROAD = frozenset(("zh", "ja", "ko", "yue"))
_BROAD_WORTH = 3
"""Letters of other scripts that one of a broad script is worth."""


@dataclass(frozen=True, kw_only=True)
class WrongLanguage(Check):
    """An article is in another language than in_language says.

    Bodies that have the commonest words, or the letters, of the language that they declare are taken
    at their word. The others are shown to a detector (py3langid, 140 languages), and raised where it is sure. Looked
    at are the first 600 characters; shorter texts than `min_letters` are not judged by it, but a text in a script
    in which the declared language is never written is raised whatever its length. Not judged are languages so near that
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
    kinds: ClassVar = {
        "other-language": "The body is in another language than the one declared.",
        "other-script": "The body is in a script in which the declared language is not written.",
    }

    min_letters: int = option(200, "Characters of a body, up to 600; of Chinese, Japanese and Korean a third of them.")
    sure: float = share(0.99, "How sure the detector must be, 0 to 1.")

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
            doubted = pc.and_(self._long(own["head"], language), doubtful(own, language, sizes.get(language, 0)))
            suspects = where(pc.or_kleene(doubted, scriptless(own["head"], language)))
            told = zip(*(each.take(suspects).to_pylist() for each in (rows, own["head"], doubted)), strict=True)
            for index, text, long in told:
                tag = batch.column("in_language")[index].as_py()
                if seen := self._other(text, language, long=long) or _script(text, language, tag):
                    kind, detail = seen
                    found.append({"index": index, "field": "in_language", "kind": kind, "count": 1, "detail": detail})
        return pa.Table.from_pylist(found, schema=HITS)

    def _other(self, text: str, language: str, *, long: bool) -> tuple[str, str] | None:
        if not long or at_home(text, language):
            return None
        seen = tongue(text)
        sure = seen.sure >= self.sure and not close(seen.language, language) and spoken(text, seen.language)
        return ("other-language", seen.language) if sure and not walled_body(text) else None

    def _long(self, heads: pa.Array, language: str) -> pa.Array:
        """Which texts are long enough to be judged."""
        least = self.min_letters // _BROAD_WORTH if language in _BROAD else self.min_letters
        return pc.greater_equal(pc.utf8_length(heads), min(least, HEAD))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        body, tag = row["article_body"], row["in_language"]
        if hit.kind == "other-script":
            message = f"The article declares {tag!r}; its body is in {(hit.detail or '').title()} letters."
            return Evidence(message, excerpt(body, 0, 0), (0, len(tag)))
        message = f"The article declares {tag!r}; its body is in {hit.detail!r}."
        return Evidence(message, excerpt(body, 0, 0), (0, len(tag)), None, hit.detail)


def _script(text: str, language: str, tag: str) -> tuple[str, str] | None:
    """The strange script of a text, unless the tag names a script, or another check tells what is wrong."""
    script = None if _SCRIPTED.search(tag) else strange_script(text, language)
    told = script and (misread(text) or walled_body(text) or any(each.whole for each in placeholders(text)))
    return ("other-script", script) if script and not told else None
