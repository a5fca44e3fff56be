"""Characters that nobody sees, or nobody can read."""

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, edits, inserts

FAULTS = (
    Fault(GROSS, "control characters", edits(inserts(" \x07\x1b\x02"))),
    Fault(GROSS, "a character that was lost", edits(inserts(" caf\ufffd"))),
    Fault(PLAIN, "no-break spaces between words", edits(inserts("\u00a0again\u00a0and\u00a0again"))),
    Fault(SUBTLE, "one invisible space inside a word", edits(inserts(" har\u200bbour"))),
)
