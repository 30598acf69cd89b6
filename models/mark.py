"""What a reviewer said of a finding: accepted, no finding, or put off, with who, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.ids import content_id


class Status(StrEnum):
    """What a reviewer says of a finding. Without a mark a finding is `baru` or `masih` (warehouse.diff)."""

    ACCEPTED = "diterima"
    """It is right, and is being put right."""
    NO_FINDING = "bukan temuan"
    POSTPONED = "ditunda"
    WITHDRAWN = "cabut"
    """An earlier mark no longer counts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark.

    Attributes:
        finding: id of the finding (same rule, same rows: same id on every night).
        text: the finding's sentence when it was marked. With other values it reads otherwise, and the mark does not
            hold for it any more.
        until: for `ditunda`, the last day on which it counts; None without end.
        at: UTC, ISO 8601 to the second.
    """

    finding: str
    status: Status
    reason: str
    by: str
    at: str
    text: str
    until: date | None = None

    @property
    def id(self) -> str:
        """Equal for the same mark in two files."""
        return content_id("m", self.finding, self.status, self.reason, self.by, self.at, self.until)
