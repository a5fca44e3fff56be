"""Stories that stand in the dataset more than once."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from typing import Any, ClassVar, Literal

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check, Hit, excerpt, hits, option, share, where
from copydesk.checks._members import named
from copydesk.model import Evidence, Severity, Target
from copydesk.stories.options import StoryOptions, story_options

SHARED = "Of this story and {other}, the shorter has {share} of its words in common with the longer"
SAID = {
    "exact": "Headline and body are those of {other}.",
    "new-headline": "The body is that of {other}, under another headline.",
    "reformatted": "The words are those of {other}; only case, spacing, punctuation or markup differ.",
    "truncated": "This story and {other} are nearly the same up to where one of them ends or breaks off.",
    "wire-copy": f"{SHARED}; they differ here and there.",
    "rewrite": f"{SHARED}; the rest stands in one of them alone.",
    "update": f"{SHARED}; the rest stands in one of them alone, and both are of the same source.",
}
PUBLISHED = " That one was published in {dataset}."
MILD = ("update", "rewrite")
FIRST = tuple(
    f"representative_{name}" for name in ("key", "headline", "source", "source_file", "source_line", "dataset")
)


@dataclass(frozen=True, kw_only=True)
class DuplicateStory(Check):
    """A story stands in the dataset more than once.

    Copies arrive by syndication, by scraping a page again, by truncated feeds and by updates. Each story's
    representative is the one with the earliest date, else the longest body, else the smallest key; every other member
    is held against it, and is a finding. Stories that only share a template, a footer or some background are no copies;
    what they share stands in the table of relations. Of two texts that differ by a few numbers and little else, the
    later one is a version of the other if both are of about the same day, and else fills in the same template. What
    stands in more than 20 stories of one source (of a large dataset, in more than 2 in 1,000) counts as a footer, what
    many sources print as a story. A digest that holds three stories or more is no copy of them. Paraphrases and
    translations are not found. With --seen stories are held against those of a dataset published earlier too, and a
    copy names the earlier story.

    An update or a rewrite is a warning, since versions of a story may be meant to stand side by side; every other copy
    is an error.

    ## Why it matters

    A model trained on copies repeats them by heart, and a test set that holds copies of the training set measures
    memory. Counts of topics and sources are wrong by as much as some stories were copied.

    ## Example

    Bad: "HARBOUR CLOSED. The harbour is closed..." from one outlet, and the same text from nine others.

    Good: One of the ten, or all ten with a column that says so.

    ## What to do

    Keep the representative and leave out the others. Keep updates if versions of a story matter to you, and put all
    members of a story on the same side of a train/test split.

    ## Modes

    Precision and recall over pairs of stories, measured on copies planted in 20,000 generated stories, and in 6,000 of
    a news agency; then the recall of scans alone of which 25 to 40 % of the words were misread.

    | mode | generated | agency | misread |
    | --- | --- | --- | --- |
    | strict | 1.000, .931 | 1.000, .941 | .001 |
    | standard | 1.000, .998 | .999, .996 | .71 |
    | noisy | 1.000, .998 | .996, .996 | .95 |

    strict leaves out stories of which a fifth or more was edited. noisy is worth it where a quarter of the words or
    more are misread; with 12 to 25 % of them misread, it finds hardly more than standard (.995 and .984).
    """

    targets: ClassVar = (Target("stories", "relation"),)
    reads: ClassVar = {"stories": ("headline", "article_body", "containment", *FIRST)}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "exact": "Headline and body are the same.",
        "new-headline": "The body is the same, the headline another one.",
        "reformatted": "The words are the same; case, white space, punctuation or markup differ.",
        "truncated": "One of the texts is hardly more than the beginning of the other, which was cut or continued.",
        "wire-copy": "The same text, edited here and there.",
        "rewrite": "Much of the text is the same, the rest is not.",
        "update": "Two versions of a story by the same source, one with a lead or paragraphs that the other has not.",
    }
    removable: ClassVar = frozenset(("exact",))

    mode: Literal["standard", "strict", "noisy"] = option(
        "standard", "strict: near-identical texts only. noisy: for text recognition, whose errors break words."
    )
    containment: float | None = share(
        None, "Share of the shorter text's words that copies have in common; as the mode has it if not set."
    )
    facts: float | None = share(
        None, "Share of names and numbers that copies have in common; as the mode has it if not set."
    )
    short_words: int | None = option(
        None, "Texts of fewer words are copies only if nearly all is the same; as the mode has it if not set."
    )
    common_most: int | None = option(
        None,
        "Stories that share a phrase which stands in more than this are compared with the first alone; as the mode has "
        "it if not set.",
    )

    def story_options(self) -> StoryOptions:
        """What the story finder goes by."""
        return story_options(**{each.name: getattr(self, each.name) for each in self.options()})

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        """A hit for each member of a story but its representative, whose relation is null."""
        relation = batch.column("relation")
        index = where(pc.is_valid(relation))
        kinds = relation.take(index)
        mild = pc.is_in(kinds, pa.array(MILD))
        severity = pc.if_else(mild, str(Severity.WARNING), str(Severity.ERROR))
        return hits(index, "article_body", kinds, severity=severity)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The relation in words, with the representative by headline, source and place."""
        first = {name.removeprefix("representative_"): row.get(name) for name in FIRST}
        # never rounded up to all
        share = f"{floor(100 * (row.get('containment') or 0) + 1e-9)}%"
        said = SAID[hit.kind].format(other=named(first), share=share)
        if first["dataset"]:
            said += PUBLISHED.format(dataset=excerpt(first["dataset"], 0, 0, 80))
        body = row.get("article_body")
        return Evidence(said, excerpt(body, 0, 0) if body else None)
