"""What texts of our TOML files must be, as formats of their JSON Schemas: names of checks, patterns, time zones."""

import zoneinfo

from jsonschema import FormatChecker

from copydesk import registry
from copydesk.errors import ConfigError
from copydesk.patterns import is_pattern

CHECK, PATTERN, ZONE = "check", "gitignore-pattern", "time-zone"
CHECKER = FormatChecker(formats=())
"""Raises ConfigError, with a remedy, for a text that is not as its format wants it."""


@CHECKER.checks(CHECK, raises=ConfigError)
def _check(value: object) -> bool:
    known = registry.names("checks")
    if isinstance(value, str) and value not in known:
        raise ConfigError(f"there is no check {value!r}", remedy=registry.nearest(value, known))
    return True


@CHECKER.checks(PATTERN, raises=ConfigError)
def _pattern(value: object) -> bool:
    if isinstance(value, str) and not is_pattern(value):
        raise ConfigError(f"the pattern {value!r} can name no file", remedy="Write it as .gitignore has it: drafts/")
    return True


@CHECKER.checks(ZONE, raises=ConfigError)
def _zone(value: object) -> bool:
    if isinstance(value, str) and value not in (known := zoneinfo.available_timezones()):
        hint = registry.close(value, known)
        raise ConfigError(f"there is no time zone {value!r}", remedy=hint or "Name one of the IANA's: Europe/Berlin")
    return True
