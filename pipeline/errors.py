"""The one error that reaches the user: what happened, where, why, and what to do about it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    CHECK_FAILED = 3
    SOURCE_UNREADABLE = 4


class BiliktilikError(Exception):
    """A failure that a person can understand and mend.

    ``what`` failed, ``where`` (file, line), ``why``, and the ``remedy``; the last three may be empty.
    """

    def __init__(
        self, what: str, where: str = "", why: str = "", remedy: str = "", exit_code: ExitCode = ExitCode.FAILED
    ) -> None:
        super().__init__(what, where, why, remedy, exit_code)
        self.what = what
        self.where = where
        self.why = why
        self.remedy = remedy
        self.exit_code = exit_code

    def __str__(self) -> str:
        """One readable message: ``where: what: why. Remedy``."""
        message = ": ".join(part for part in (self.where, self.what, self.why) if part)
        return f"{message}. {self.remedy}" if self.remedy else message
