"""Patterns as in .gitignore."""

import re
from collections.abc import Sequence

from pathspec import GitIgnoreSpec


def spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    """What tells whether some patterns name a file; one that names none, such as `!`, is passed over, as by git."""
    return GitIgnoreSpec.from_lines([each for each in patterns if is_pattern(each)])


def is_pattern(text: str) -> bool:
    """Whether git takes a text for a pattern, and not for one that can name nothing (`!`, `[z-a]`, `foo\\`)."""
    try:
        GitIgnoreSpec.from_lines([text])
    except (ValueError, re.error):
        return False
    return True
