"""What the runners of CI systems take for a command in a log, broken up: text of the data gives no orders.

GitHub's runner acts on `::name::` where a line begins, white space aside, and on `##[name]` anywhere in a line; Azure's
agent on `##vso[name]` anywhere. Both compare by culture, which passes over characters without a weight of their own.
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""

import re

WEIGHTLESS = "[\xad\u034f\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
BEFORE = re.compile(rf"(?m)^((?:[^\S\n]|{WEIGHTLESS})*):(?={WEIGHTLESS}*:)")
VSO = "".join(f"{letter}{WEIGHTLESS}*" for letter in "vso")
ANYWHERE = re.compile(rf"(?i)(#{WEIGHTLESS}*)#(?={WEIGHTLESS}*(?:{VSO})?\[)")


def broken(text: str, *, colon: str = ": ", sharp: str = "# ") -> str:
    """The text without any command; `colon` and `sharp` stand for the sign at which one is broken up."""
    whole = ANYWHERE.sub(lambda found: found[1] + sharp, text)
    return BEFORE.sub(lambda found: found[1] + colon, whole)


def referred(markup: str) -> str:
    """HTML or XML without any command: what is shown stays the same, for a reference stands in for the sign."""
    return broken(markup, colon="&#58;", sharp="&#35;")
