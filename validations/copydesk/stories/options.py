"""What counts as a copy: the numbers behind each mode, and what the user turned."""

from dataclasses import dataclass, replace
from typing import Any

from copydesk.errors import ConfigError
from copydesk.registry import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOptions:
    """How stories are compared. Shares are of the shorter story's words, 0 to 1.

    `shingle` is how many words in a row make a shingle, `characters` how many characters do in Chinese and Japanese,
    `crowded` in Thai, Khmer, Lao and Burmese. Two stories are duplicates when they share `containment` of their words
    and `facts` of their names and numbers, or `loose_containment` (with as many whole shingles) and `loose_facts`.
    Texts of fewer than `short_words` words need `short_containment`; from `long_words` on they need no more than
    others, and in between the need falls evenly, for much of a short text is formula. Copies of one copy need to share
    `held_containment` of words and facts with their representative. From `overlap` on, shared text is recorded.

    A shingle that stands in more than `common_share` of all stories (and in `common_least` at least) is boilerplate,
    where of each source the first story is not counted, but for one: what many sources print is a story. By a shingle
    in more than `common_most` all are compared with the first alone. One shingle in `sample` is used to find
    candidates.
    """

    shingle: int = 5
    characters: int = 8
    crowded: int = 16
    containment: float = 0.5
    facts: float = 0.5
    loose_containment: float = 0.4
    loose_facts: float = 0.6
    short_words: int = 60
    short_containment: float = 0.9
    long_words: int = 120
    held_containment: float = 0.2
    overlap: float = 0.15
    common_share: float = 0.002
    common_least: int = 20
    common_most: int = 500
    sample: int = 8


STANDARD = StoryOptions()
MODES = {
    "strict": StoryOptions(containment=0.8, facts=0.8, loose_containment=0.8, loose_facts=0.8),
    "standard": STANDARD,
    "noisy": StoryOptions(shingle=3, characters=5, crowded=9, loose_containment=0.3, loose_facts=0.5, sample=2),
}
"""By mode what differs from the standard; `noisy` is for text recognition, whose errors break longer shingles."""


def story_options(mode: str = "standard", **turned: Any) -> StoryOptions:
    """The options of a mode with those that are not null replaced. Raises ConfigError for a mode that is none."""
    if mode not in MODES:
        raise ConfigError(f"there is no mode {mode!r}", where="duplicate-story.mode", remedy=nearest(mode, MODES))
    return replace(MODES[mode], **{name: value for name, value in turned.items() if value is not None})
