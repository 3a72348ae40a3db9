"""Reasons to stop, ask or wait, and the values the clinic may change."""

from dataclasses import dataclass
from enum import StrEnum

from needlelog.domain.reference.evidence import Sourced, Span, require


class AlertLevel(StrEnum):
    """How loudly the program speaks. The practitioner decides all the same."""

    STOP = "STOP"
    ASK = "ASK"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True)
class Contraindication(Sourced):
    """A reason not to treat, to wait or to ask, with the wait sources give."""

    id: str
    label: str
    bar: str
    """'absolute', 'defer', 'clearance' or 'caution', as published."""
    alert: AlertLevel
    """What it raises on a client who has it."""
    text: str
    wait_days: int | None = None
    """None: no fixed wait, decided case by case."""
    wait_days_seen: Span | None = None
    is_core: bool = False

    def __post_init__(self) -> None:
        if self.wait_days is None or self.wait_days_seen is None:
            alone = self.wait_days is None and self.wait_days_seen is None
            require(alone, "wait_days and wait_days_seen stand together")
            return
        low, high = self.wait_days_seen
        require(low <= self.wait_days <= high, "wait_days is outside wait_days_seen")


@dataclass(frozen=True, slots=True)
class HistoryQuestion:
    """What a client is asked on paper, in words a reader of 12 knows."""

    id: str
    section: str
    """'skin', 'health', 'medicines', 'allergies' or 'treatments'."""
    question: str
    covers: tuple[str, ...]
    """Reasons not to treat that a 'Yes' speaks of."""
    detail: str = ""
    """What the line beside the answer asks for: 'where', 'when', …; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Rule(Sourced):
    """A starting value the clinic may change, with its source. The program only reminds."""

    code: str
    group: str
    """'depth', 'interval', 'history', 'consent', 'check_in' or 'retention'."""
    label: str
    value: int | None = None
    """The starting value; None: the rule is its level alone."""
    unit: str = ""
    """'um', 'days', 'hours' or 'years'."""
    lower: int | None = None
    upper: int | None = None
    level: AlertLevel | None = None
    published_value: int | None = None
    """What the published collection gives, where the starting value differs from it."""
    published_level: AlertLevel | None = None
    published_source_ids: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        require(self.value is not None or self.level is not None, "neither a value nor a level")
        if self.value is None:
            return
        require(bool(self.unit), "a value without its unit")
        if self.lower is None or self.upper is None:
            raise ValueError("a value without its bounds")
        require(self.lower <= self.value <= self.upper, "value is outside lower to upper")
