"""A check as one run uses it, and who is to blame when it crashes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from copydesk.checks import Check
from copydesk.errors import CheckCrashedError, CopydeskError
from copydesk.model import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A check as one run uses it; `severity`, if the user set one, is that of all its findings."""

    check: Check
    severity: Severity | None = None

    @property
    def name(self) -> str:
        """The check's name."""
        return self.check.name()

    def weigh(self, said: str | None) -> Severity:
        """The severity of a hit that brings its own, or none."""
        return self.severity or (Severity(said) if said else self.check.severity)


@contextmanager
def blame(rule: Rule) -> Iterator[None]:
    """Say which check crashed: what a check of a third party may raise is not known."""
    try:
        yield
    except CopydeskError:
        raise
    except Exception as error:
        raise CheckCrashedError(
            f"{type(error).__name__}: {error}",
            where=f"check {rule.name}",
            remedy=f"Leave it out with --ignore {rule.name}, and report the fault to its authors.",
        ) from error
