"""Dates that are not written in ISO 8601."""

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, edits
from copydesk.drills._dates import raw

NEEDS = "articles without findings of its own: no date is in ISO 8601"
FAULTS = (
    Fault(GROSS, "a count of seconds", edits(raw("1468333020"))),
    Fault(PLAIN, "a date with the name of its month", edits(raw("12 July 2016", "July 12, 2016"))),
    Fault(SUBTLE, "points in the place of hyphens", edits(raw("25.12.2016"))),
)
