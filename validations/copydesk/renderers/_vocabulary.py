"""The nouns and names of all renderers."""

from copydesk.model import Severity, Status
from copydesk.renderers._phrases import both, say

SEVERITIES = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}
SAID = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("info"),
    Status.NEW: say("new"),
    Status.KNOWN: say("known"),
    Status.WAIVED: say("waived"),
}
"""Words of the model as a reader sees them."""
GRADES = {
    "verified": say("verified in the data"),
    "structural": say("seen from the structure"),
    "marker_only": say("a marker alone"),
    "none": say("no further evidence"),
}
TABLES = ("articles", "teasers", "rejects", "stories")
NOUNS = {
    "articles": both("article", "articles"),
    "teasers": both("teaser", "teasers"),
    "rejects": both("reject", "rejects"),
    "records": both("record", "records"),
    "stories": both("in duplicates", "in duplicates"),
    "sources": both("source", "sources"),
    "checks": both("check", "checks"),
    "findings": both("finding", "findings"),
    "files": both("file", "files"),
    "groups": both("group", "groups"),
    "copies": both("copy", "copies"),
    "rows": both("row", "rows"),
    "errors": both("error", "errors"),
    "warnings": both("warning", "warnings"),
    "info": both("info", "info"),
}
"""What is counted, of one and of many."""
COUNTED = {
    "articles": both("{count} article", "{count} articles"),
    "teasers": both("{count} teaser", "{count} teasers"),
    "rejects": both("{count} reject", "{count} rejects"),
    "records": both("{count} record", "{count} records"),
    "stories": both("{count} story", "{count} stories"),
    "sources": both("{count} source", "{count} sources"),
    "checks": both("{count} check", "{count} checks"),
    "findings": both("{count} finding", "{count} findings"),
    "files": both("{count} file", "{count} files"),
    "groups": both("{count} group", "{count} groups"),
    "copies": both("{count} copy", "{count} copies"),
    "rows": both("{count} row", "{count} rows"),
}
