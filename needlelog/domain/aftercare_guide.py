"""What the catalogue says about looking after needled skin, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    DO = "do"
    AVOID = "avoid"


class Timing(StrEnum):
    """How a line says its time."""

    AGAIN_FROM = "again_from"
    UNTIL = "until"
    FROM = "from"


class Group(StrEnum):
    TODAY = "today"
    FIRST_48_HOURS = "first_48_hours"
    FIRST_WEEK = "first_week"
    AFTER = "after"


class Urgency(StrEnum):
    ANY_TIME = "any_time"
    TODAY = "today"
    LATER = "later"
    EMERGENCY = "emergency"


class Skin(StrEnum):
    """Whose skin a row is for."""

    PIGMENT_PRONE = "pigment_prone"  # Fitzpatrick phototype IV to VI, or melasma now or before
    NOT_FAIR = "not_fair"  # anything but a recorded phototype of I to III


@dataclass(frozen=True, slots=True)
class AftercareStep:
    """One fact a client is told: a row of aftercare.toml, whose first lines explain the fields."""

    id: str
    kind: Kind
    text: str
    applies_to: tuple[str, ...]
    topic: str = ""
    time: Timing | None = None
    hours: int | None = None
    not_before: str = ""
    group: Group | None = None
    above_um: int | None = None
    up_to_um: int | None = None
    skin: Skin | None = None
    text_face: str = ""
    text_scalp: str = ""
    text_body: str = ""
    seed: tuple[str, ...] = ()
    why: str = ""

    @property
    def subject(self) -> str:
        """Two rows of one subject never stand on one sheet."""
        return self.topic or self.id

    def words(self, sole_kind: str) -> str:
        """The text where nothing but 'face', 'scalp' or 'body' was treated; empty: several."""
        own = {"face": self.text_face, "scalp": self.text_scalp, "body": self.text_body}
        return own.get(sole_kind) or self.text

    @property
    def rule_code(self) -> str:
        """The clinic's rule that may replace the hours."""
        return f"aftercare.{self.id}"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is normal after needling, said once below the treatment."""

    id: str
    text: str
    applies_to: tuple[str, ...]
    topic: str = ""
    skin: Skin | None = None
    seed: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        return self.topic or self.id


@dataclass(frozen=True, slots=True)
class WarningSign:
    """When a client must act."""

    id: str
    urgency: Urgency
    text: str
    flags: tuple[str, ...]
    applies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientWords:
    """What a client calls a thing the catalogue names in the profession's terms."""

    id: str
    kind: str
    """'part' for depth guides of the body, 'serum' for serums."""
    words: str


@dataclass(frozen=True, slots=True)
class NotOnPaper:
    """A published row that no paper carries, and why."""

    id: str
    table: str
    why: str


@dataclass(frozen=True, slots=True)
class AftercareGuide:
    """Everything the catalogue has to say on a sheet. Rows are in the order they are tried."""

    steps: tuple[AftercareStep, ...]
    expectations: tuple[Expectation, ...]
    signs: tuple[WarningSign, ...]
    parts: Mapping[str, str]
    """Depth guides of the body in everyday words: 'your thighs'."""
    serums: Mapping[str, str]
    """Serum ids in a client's words, for a serum without a name of its own."""
