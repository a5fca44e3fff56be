"""Articles that declare another language than they are written in."""

from random import Random

from copydesk.drills import GROSS, PLAIN, Change, Fault, Row, edits
from copydesk.language.sentences import spaceless

LETTERS = 500
"""Letters that a body has at least, so that its language can be told beyond doubt."""


def _declares(*languages: str, bare: bool = False) -> Change:
    """Languages that hardly any text at hand is in; never the one that the article declares itself.

    `bare`: an article that declares none takes the fault if it is in Latin letters, so that the languages are not its.
    """

    def change(row: Row, random: Random) -> Row | None:
        body, own = row["article_body"] or "", (row["in_language"] or "").split("-")[0].lower()
        others = [each for each in languages if each != own]
        long = sum(char.isalpha() for char in body) >= LETTERS and not spaceless(body)
        fits = own or (bare and 2 * sum(char.isalpha() for char in body if char.isascii()) > len(body))
        return {"in_language": random.choice(others)} if long and fits else None

    return change


NEEDS = f"articles of {LETTERS} letters, in a script that is told apart"
FAULTS = (
    Fault(GROSS, "a language of another script", edits(_declares("ja", "ko", bare=True)), 0.6),
    Fault(PLAIN, "another language of the same script", edits(_declares("fi", "hu", "cs")), 0.6),
)
