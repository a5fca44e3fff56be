"""Markup that a scraper left in the text."""

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, edits, inserts

FAULTS = (
    Fault(GROSS, "HTML tags", edits(inserts(' <a href="https://example.org/">here</a>'))),
    Fault(GROSS, "tags that were escaped once too often", edits(inserts(" &lt;br /&gt;"))),
    Fault(PLAIN, "an entity", edits(inserts(" &quot;so&quot;"))),
    Fault(SUBTLE, "an entity that lost its beginning", edits(inserts(" so#39;s"))),
)
