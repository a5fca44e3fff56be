"""Every exception of the package: each says what is wrong, where, and what to do about it.

Bad data is a value (model.Reject, a finding); these are for bad use, and for what cannot be trusted.
"""


class CopydeskError(Exception):
    """The root. `where` is a file or an option, `remedy` a sentence that says what to do."""

    def __init__(self, problem: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        head = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{head}\n  {self.remedy}" if self.remedy else head


class UsageError(CopydeskError):
    """The command or the configuration cannot be carried out as written: exit code 2."""


class InputNotFoundError(UsageError):
    """An INPUT names nothing."""


class ConfigError(UsageError):
    """The configuration is not valid; `where` names file and line."""


class UnknownNameError(UsageError):
    """No check, loader or renderer has that name."""


class OutputError(UsageError):
    """The output folder is not ours to write to."""


class UntrustedError(CopydeskError):
    """Nothing could be checked, or the result cannot be trusted: exit code 3."""


class JudgeError(UntrustedError):
    """Great Expectations raised while it validated."""


class CheckCrashedError(UntrustedError):
    """A check raised."""


class UnreadableFileError(CopydeskError):
    """A whole file cannot be loaded; loaders raise it and the pipeline makes a reject of it.

    `reason` is the reject's stable word, `line` that of the fault, null where it has none.
    """

    def __init__(self, reason: str, problem: str, *, remedy: str | None = None, line: int | None = None) -> None:
        super().__init__(problem, remedy=remedy)
        self.reason = reason
        self.line = line
