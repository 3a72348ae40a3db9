"""A client and what the banner says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from needlelog.domain.identity import new_id


class Allergies(StrEnum):
    """Exactly four states; a blank never means none."""

    KNOWN = "known"
    NONE_KNOWN = "none_known"
    NOT_RECORDED = "not_recorded"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Client:
    family_name: str
    given_name: str
    born_on: date | None
    """None: not known yet; steps that depend on age wait until it is asked."""
    number: int = 0
    """Counted up from 1 by the clinic's file; 0 until first kept."""
    known_as: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    contact_by: str = ""
    emergency_contact: str = ""
    doctor: str = ""
    language: str = "en"
    interpreter_needed: bool = False
    age_proof_seen_by: str = ""
    phototype: int | None = None
    """Fitzpatrick phototype, 1 to 6. A type, never averaged."""
    has_melasma: bool | None = None
    """Melasma now or before; None: not asked."""
    allergies: Allergies = Allergies.NOT_RECORDED
    allergy_names: str = ""
    notes: str = ""
    created_at: datetime | None = None
    archived_at: datetime | None = None
    """Not coming any more; still found, and back as soon as they take the chair again."""
    trashed_at: datetime | None = None
    """Entered by mistake: seen in the trash only, and nothing of it is lost there."""
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)

    @property
    def banner_name(self) -> str:
        """'VENKATARAMAN, Priya'; scripts without capitals stay as they are."""
        parts = [self.family_name.upper(), self.given_name]
        return ", ".join(part for part in parts if part)

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def initials(self) -> str:
        return "".join(name[:1].upper() for name in (self.given_name, self.family_name))

    @property
    def code(self) -> str:
        """'C-0312', as on the banner and on paper."""
        return f"C-{self.number:04d}"


def age_on(born_on: date, day: date) -> int:
    """Full years on a day. Somebody born on 29 February turns a year older on 1 March."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_birthday else 1)
