"""Texts in the place of dates that are none."""

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, edits
from copydesk.drills._dates import raw

FAULTS = (
    Fault(GROSS, "a word in the place of the date", edits(raw("undefined", "Invalid date", "{{ date }}"))),
    Fault(PLAIN, "a day that the calendar does not have", edits(raw("2024-13-45", "31 February 2024", "2023-02-29"))),
    Fault(SUBTLE, "a date that stands for none", edits(raw("0000-00-00", "0001-01-01T00:00:00Z"))),
)
