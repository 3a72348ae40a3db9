"""Paper that was given: the exact bytes, and what happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from needlelog.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class Handout:
    """The very file that was printed or saved. Never changed, never replaced."""

    session_id: UUID
    kind: str
    """'aftercare'."""
    pdf: bytes
    sha256: str
    """Of `pdf`, lower-case hexadecimal."""
    language: str
    rule_versions: str
    """JSON object: rule code to the version that was used."""
    needling_ended_at: datetime | None
    """What the times on the sheet were counted from."""
    made_at: datetime
    says: str = ""
    """A digest of what it says but for the hour it was made: the same for two equal sheets."""
    id: UUID = field(default_factory=new_id)


class HandoutEventKind(StrEnum):
    PRINTED = "printed"
    SAVED = "saved"
    GIVEN_ON_PAPER = "given_on_paper"
    SENT = "sent"
    DECLINED = "declined"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class HandoutEvent:
    """One thing that happened to a handout, said by a person or by the spooler."""

    handout_id: UUID
    kind: HandoutEventKind
    at: datetime
    by_id: UUID | None = None
    note: str = ""
    id: UUID = field(default_factory=new_id)
