"""Dates as news prints them, in any language: read by grammar, decided by evidence, never guessed."""

from copydesk.language.dates import mentions
from copydesk.language.dates.columns import read_column
from copydesk.language.dates.reader import read
from copydesk.language.dates.reading import PROBLEMS, Reading
from copydesk.language.dates.settle import SURVEY, coarse, settle, survey
from copydesk.language.dates.table import READINGS

__all__ = ["PROBLEMS", "READINGS", "SURVEY", "Reading", "coarse", "mentions", "read", "read_column", "settle", "survey"]
