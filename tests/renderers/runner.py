"""A log read as the runners of CI systems read it: `ActionCommand.cs` of GitHub's, `Command.cs` of Azure's agent."""

import re
import unicodedata
from collections.abc import Iterator

ANYWHERE = re.compile(r"(?i)##(vso)?\[")


def orders(log: str) -> Iterator[str]:
    """The lines that a runner would act upon."""
    for line in re.split(r"\r\n|\r|\n", "".join(each for each in log if not weightless(each))):
        if line.lstrip().startswith("::") or ANYWHERE.search(line):
            yield line


def weightless(char: str) -> bool:
    """Whether a comparison by culture passes over a character."""
    return unicodedata.category(char) == "Cf" or unicodedata.name(char, "").startswith("VARIATION SELECTOR")
