"""What is offered while a treatment is recorded: reasons, products, tips, prices, chips."""

from dataclasses import dataclass
from enum import StrEnum

from needlelog.domain.reference.evidence import Sourced, Span, require


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip of a list: a code that is stored and the words that are shown."""

    kind: str
    id: str
    label: str
    asks: str = ""
    """What to enter once it is chosen: 'number', 'time' or 'text'; empty: nothing more."""


@dataclass(frozen=True, slots=True)
class Indication(Sourced):
    """A reason for treatment with the course sources give for it."""

    id: str
    label: str
    status: str
    """'routine', or 'clearance' where a doctor's word is asked for first."""
    sessions: Span
    interval_days: Span
    interval_days_default: int
    usual_um: Span
    note: str = ""
    is_core: bool = False

    def __post_init__(self) -> None:
        low, high = self.interval_days
        require(low <= self.interval_days_default <= high, "the default interval is out of range")


@dataclass(frozen=True, slots=True)
class Cadence(Sourced):
    """How often to come: a course, its upkeep, a touch-up."""

    id: str
    label: str
    when: str
    interval_days: Span
    sessions: Span
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class Price(Sourced):
    """A price as listed, in the currency's minor units."""

    id: str
    area: str
    group: str
    """The `group` of the depth guides it covers."""
    label: str
    amount_minor: int
    currency: str
    unit: str


class NeedlingUse(StrEnum):
    """Whether a product goes on while the skin is being needled."""

    USUAL = "usual"
    CAUTION = "caution"
    PRESCRIBER = "prescriber"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class Serum(Sourced):
    """A kind of serum or glide, with what to watch for."""

    id: str
    label: str
    kind: str
    during_needling: NeedlingUse
    caution: str
    allergens: tuple[str, ...]
    is_core: bool = False


@dataclass(frozen=True, slots=True)
class Anaesthetic(Sourced):
    """A numbing product with its usual minutes on the skin; the label in force comes first."""

    id: str
    label: str
    strength: str
    contact_minutes: int
    contact_minutes_max: int
    under_dressing: bool
    note: str

    def __post_init__(self) -> None:
        require(
            self.contact_minutes <= self.contact_minutes_max,
            "contact_minutes is above contact_minutes_max",
        )


@dataclass(frozen=True, slots=True)
class Cartridge(Sourced):
    """A needle count tips come with."""

    id: str
    pins: int
    note: str
    is_core: bool = False
