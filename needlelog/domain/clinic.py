"""The clinic, its letterhead, and the people who treat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto
from uuid import UUID

from needlelog.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class Clinic:
    name: str
    phone: str
    time_zone: str
    """IANA name, e.g. 'Europe/London'."""
    address: str = ""
    hours: str = ""
    out_of_hours: str = ""
    """Who to ring when the clinic is closed, as printed: a number or a sentence."""
    emergency_number: str = "112"
    paper: str = "A4"
    currency: str = ""
    is_demo: bool = False
    """Invented to try the program with: every screen and paper says so."""
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of a page beside the clinic's words."""

    logo: bytes = b""
    """A PNG or JPEG as it is printed; nothing without a logo."""
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Practitioner:
    name: str
    initials: str = ""
    profession: str = ""
    registration: str = ""
    insurer: str = ""
    policy: str = ""
    policy_expires_on: date | None = None
    registration_expires_on: date | None = None
    ceiling_um: int | None = None
    """Own depth ceiling in micrometres; None: the clinic's rule alone."""
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)


class PolicyState(Enum):
    """How an insurance policy stands on a day."""

    NOT_NOTED = auto()
    RUNS = auto()
    ENDS_SOON = auto()
    OVER = auto()


_SOON = timedelta(days=30)


def policy_state(expires_on: date | None, today: date) -> PolicyState:
    """A policy still counts on the day it expires."""
    if expires_on is None:
        return PolicyState.NOT_NOTED
    if expires_on < today:
        return PolicyState.OVER
    return PolicyState.ENDS_SOON if expires_on - today <= _SOON else PolicyState.RUNS


@dataclass(frozen=True, slots=True)
class RuleValue:
    """A clinic's own value of a catalogue rule. Newer versions never overwrite older ones."""

    code: str
    value: str
    version: int
    set_by: str
    set_at: datetime
    id: UUID = field(default_factory=new_id)


def initials_of(name: str) -> str:
    """'AV' for 'Anneke de Vries, RN': first and last word before the comma."""
    words = [word for word in name.split(",", maxsplit=1)[0].split() if word]
    if not words:
        return ""
    ends = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in ends)
