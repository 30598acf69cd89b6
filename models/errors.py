"""Errors that a user may see, each with a stable code, and the exit codes of the command line.

A message says in Indonesian what happened and what to do; it names the file and, where there is one, the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """What the `selaras` command tells the shell."""

    OK = 0
    FINDINGS = 1  # only when asked for with --gagal-jika
    USAGE = 2
    UNREADABLE = 3
    CONFIGURATION = 4
    WAREHOUSE = 5
    INTERRUPTED = 130


class ErrorCode(StrEnum):
    """Stable names of everything that can go wrong with an input; documented in docs/galat.md."""

    ENCRYPTED = "E101"
    TRUNCATED = "E102"
    EMPTY_FILE = "E103"
    WRONG_EXTENSION = "E104"
    SCAN = "E105"
    PAGE_TOO_LARGE = "E106"
    TOO_MANY_PATHS = "E107"
    ARCHIVE_BOMB = "E108"
    DUPLICATE = "E109"
    UNKNOWN_KIND = "E110"
    UNSUPPORTED_FORMAT = "E111"
    PAGE_TIMEOUT = "E112"
    DOCUMENT_TIMEOUT = "E113"
    PAGE_FAILED = "E114"
    NO_DOCUMENTS = "E115"
    NOT_FOUND = "E116"
    DAMAGED = "E117"
    NO_INDICATORS = "E118"
    SUPERSEDED = "E119"
    HIDDEN_PART = "E120"
    NO_RESULT = "E121"
    CONVERSION_FAILED = "E122"
    DOWNLOAD_FAILED = "E201"
    DOWNLOAD_TOO_LARGE = "E202"
    MANIFEST_INVALID = "E203"
    SETTINGS_INVALID = "E301"
    SCHEDULER_FAILED = "E302"
    WEIGHTS_INVALID = "E303"
    WAREHOUSE_LOCKED = "E401"
    WAREHOUSE_MISSING = "E402"
    QUERY_INVALID = "E403"
    PUBLISH_FAILED = "E404"
    RECORDS_INVALID = "E501"
    DECISIONS_INVALID = "E502"
    REFERENCE_INVALID = "E503"
    INTERNAL = "E900"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, kept as a fact of the run.

    Attributes:
        code: stable name of the kind of problem.
        message: Indonesian, one sentence: what happened, where.
        remedy: Indonesian, one sentence: what the user can do.
        page: 1-based page it concerns, None for the whole file.
    """

    code: ErrorCode
    message: str
    remedy: str
    page: int | None = None

    def __str__(self) -> str:
        named = self.page is None or f"alaman {self.page}" in self.message
        where = "" if named else f" (halaman {self.page})"
        return f"[{self.code}] {self.message}{where} {self.remedy}"


class SelarasError(Exception):
    """A failure that ends the work on one input or one command; carries its `Problem` and the exit code."""

    def __init__(self, problem: Problem, exit_code: ExitCode = ExitCode.UNREADABLE):
        super().__init__(str(problem))
        self.problem = problem
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[type[SelarasError], tuple[Problem, ExitCode]]:
        """Crosses processes with its problem; an exception alone is rebuilt from its text."""
        return type(self), (self.problem, self.exit_code)
