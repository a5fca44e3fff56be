"""Values that the schema refuses."""

from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Change, Fault, Row, edits


def _sets(name: str, value: str | int) -> Change:
    def change(row: Row, random: Random) -> Row | None:  # noqa: ARG001 - a Change
        return {name: value}

    return change


FAULTS = (
    Fault(GROSS, "a web address without a host", edits(_sets("url", "https:///story"))),
    Fault(PLAIN, "a name of a language where its tag belongs", edits(_sets("in_language", "the English language"))),
    Fault(SUBTLE, "a number of words below none", edits(_sets("word_count", -1))),
)
