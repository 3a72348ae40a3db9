"""What was published about the practice: aftercare, law, records, consent, training."""

from dataclasses import dataclass

from needlelog.domain.reference.evidence import Sourced, Span, require


@dataclass(frozen=True, slots=True)
class CoreFact(Sourced):
    """One figure of the reference text the practice works by."""

    id: str
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class PublishedAftercare(Sourced):
    """One line of published aftercare; the clinic's own hours start from it."""

    id: str
    topic: str
    kind: str
    """'avoid' or 'do'."""
    from_hours: int
    until_hours: int
    range_hours: Span
    """What the sources span: for the end of a line to avoid, for the start of some others."""
    text: str
    note: str = ""
    is_core: bool = False

    def __post_init__(self) -> None:
        require(self.kind in ("avoid", "do"), f"kind is {self.kind!r}, not 'avoid' or 'do'")
        require(self.from_hours <= self.until_hours, "until_hours is before from_hours")


@dataclass(frozen=True, slots=True)
class Regulation(Sourced):
    """A rule of a country or state that touches the practice. Evidence, not legal advice."""

    id: str
    place: str
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordField(Sourced):
    """Something a treatment record is asked to hold, and why."""

    id: str
    label: str
    group: str
    """'client', 'session', 'zone' or 'followup'."""
    importance: str
    """'must', 'should' or 'may'."""
    why: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ConsentField(Sourced):
    """A point of consent, and in how many of the forms that were read it stands."""

    id: str
    label: str
    seen_in: int
    """A lower bound: only the opening of each form could be read."""
    of_forms: int

    def __post_init__(self) -> None:
        require(0 <= self.seen_in <= self.of_forms, "seen_in is more than of_forms")


@dataclass(frozen=True, slots=True)
class ScopeProfile(Sourced):
    """Depth limits reported for a training or place; a practitioner picks one to start from."""

    id: str
    label: str
    face_max_um: int
    body_max_um: int
    note: str = ""
