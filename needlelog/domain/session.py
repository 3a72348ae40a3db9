"""One sitting in the chair."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from needlelog.domain.identity import new_id


class Status(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    COMPLETED = "completed"
    STOPPED_EARLY = "stopped_early"
    NOT_TREATED = "not_treated"


class Confirmation(StrEnum):
    """How a layer came to count as done, or that it does not."""

    PLANNED = "planned"  # carried over or planned; nobody has said it was done
    PAINTED = "painted"  # tapped with the brush
    AS_PLANNED = "as_planned"  # this zone alone was confirmed as planned
    TOGETHER = "together"  # confirmed with all the others in one tap
    NOT_TREATED = "not_treated"  # still only planned when the session was stopped


class ChairStep(StrEnum):
    TREAT = "treat"
    REACTIONS = "reactions"
    AFTERCARE = "aftercare"


NOT_NOTED = "not_noted"
"""The endpoint nobody has looked for yet; every layer starts with it."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One depth worked over one zone: 1.5 mm ×4 on scars, then 0.5 mm ×2 over the same cheek."""

    zone: str
    depth_um: int
    passes: int
    position: int = 0
    """Order of working within the session, from 0."""
    part: str = ""
    """'inner', 'outer', 'front' or 'back' of the zone; empty for all of it."""
    techniques: tuple[str, ...] = ()
    serum_id: UUID | None = None
    tip_id: UUID | None = None
    endpoint: str = NOT_NOTED
    confirmation: Confirmation = Confirmation.PLANNED
    done_at: datetime | None = None
    reason: str = ""
    """Why this depth, where it is above a ceiling: a code of choices.toml or the words typed."""
    id: UUID = field(default_factory=new_id)

    @property
    def is_done(self) -> bool:
        return self.confirmation not in (Confirmation.PLANNED, Confirmation.NOT_TREATED)

    @property
    def is_planned(self) -> bool:
        return self.confirmation is Confirmation.PLANNED

    @property
    def was_left_out(self) -> bool:
        return self.confirmation is Confirmation.NOT_TREATED


@dataclass(frozen=True, slots=True)
class Spot:
    """A numbered mark on a map. The number stays with the client for life."""

    number: int
    map: str
    x: float
    """In the map's own units, from its left edge."""
    y: float
    """In the map's own units, from its top edge."""
    name: str = ""
    kind: str = ""
    width_mm: float | None = None
    height_mm: float | None = None
    depth_um: int | None = None
    passes: int | None = None
    done_at: datetime | None = None
    reason: str = ""
    """Why this depth, where it is above a ceiling: as a layer's."""
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class SerumUse:
    """A serum as it was used in this session."""

    product: str
    """A serum id of the catalogue or an own product's code; 'ampoule_other' for one written in."""
    name: str = ""
    """The product's own name as on the bottle; empty: the catalogue's label says enough."""
    maker: str = ""
    lot: str = ""
    expires_on: date | None = None
    amount_ul: int | None = None
    applied_at: datetime | None = None
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Tip:
    """A needle cartridge put on the device; layers worked after it link to it."""

    name: str = ""
    pins: int | None = None
    lot: str = ""
    expires_on: date | None = None
    reason: str = ""
    """Why it replaced the one before; empty for the first."""
    opened_at: datetime | None = None
    product: str = ""
    """The code of an own product; empty for one that was only named."""
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Numbing:
    """A numbing product from the moment it went on until it was wiped off."""

    product: str
    """A numbing product id of the catalogue, an own product's code, or 'other'."""
    name: str = ""
    lot: str = ""
    expires_on: date | None = None
    amount_mg: int | None = None
    area: str = ""
    on_at: datetime | None = None
    off_at: datetime | None = None
    by_id: UUID | None = None
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class GradedReaction:
    """What was seen on the day, on its own scale. Empty zone: all treated zones."""

    kind: str
    scale: str
    level: int
    zone: str = ""
    noted_at: datetime | None = None
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class AlsoDone:
    """Another procedure on the same day."""

    kind: str
    timing: str = "after"
    """'before' or 'after' the needling."""
    zones: tuple[str, ...] = ()
    product: str = ""
    settings: str = ""
    lot: str = ""
    by: str = ""
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class StopRecord:
    """Why a session ended early and what was done then."""

    stopped_at: datetime
    reasons: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    pulse: int | None = None
    """Beats per minute."""
    systolic: int | None = None
    """mmHg."""
    diastolic: int | None = None
    """mmHg."""
    recovered_at: datetime | None = None
    left_at: datetime | None = None
    left_with: str = ""
    note: str = ""
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class NeedlingSession:
    """One sitting in the chair, with everything recorded in it."""

    client_id: UUID
    happened_at: datetime
    entered_at: datetime
    status: Status = Status.OPEN
    step: ChairStep = ChairStep.TREAT
    entered_later_reason: str = ""
    copied_from_id: UUID | None = None
    protocol: str = ""
    """Name of the protocol it was planned from, as it was then."""
    protocol_id: UUID | None = None

    treated_by_id: UUID | None = None
    entered_by_id: UUID | None = None
    numbing_by_id: UUID | None = None
    signed_by_id: UUID | None = None
    supervised_by: str = ""
    prescriber: str = ""
    chaperone: str = ""
    """'offered', 'declined' or 'present'; empty: not asked."""
    chaperone_name: str = ""
    interpreter: str = ""

    identity_confirmed_at: datetime | None = None
    indication: str = ""
    language: str = "en"
    device: str = ""
    device_serial: str = ""
    device_id: UUID | None = None
    """Which of the clinic's devices; None for one that was only named."""
    speed: int | None = None
    speed_unit: str = ""
    skin_prep: str = ""
    product_after: str = ""
    started_at: datetime | None = None
    """First painted zone."""
    needling_ended_at: datetime | None = None
    """Last painted zone, or as put right on the last step."""
    price_minor: int | None = None
    currency: str = ""
    sharps_disposed_at: datetime | None = None

    pain: int | None = None
    """0 to 10, as the client says."""
    as_expected_at: datetime | None = None
    """'As expected: even redness, nothing else seen' was tapped."""
    rest_not_seen_at: datetime | None = None
    notes: str = ""
    why: str = ""
    next_on: date | None = None
    next_declined: bool = False
    signed_at: datetime | None = None

    layers: tuple[Layer, ...] = ()
    spots: tuple[Spot, ...] = ()
    serums: tuple[SerumUse, ...] = ()
    tips: tuple[Tip, ...] = ()
    numbings: tuple[Numbing, ...] = ()
    reactions: tuple[GradedReaction, ...] = ()
    also_done: tuple[AlsoDone, ...] = ()
    stops: tuple[StopRecord, ...] = ()
    """None or one."""

    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)
    """Moves with every save; 0 before the first."""
    saved_at: datetime | None = field(default=None, compare=False)

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None

    @property
    def stop(self) -> StopRecord | None:
        return self.stops[0] if self.stops else None

    @property
    def was_stopped_early(self) -> bool:
        return self.status is Status.STOPPED_EARLY or self.stop is not None

    @property
    def done_layers(self) -> tuple[Layer, ...]:
        return tuple(layer for layer in self.layers if layer.is_done)

    @property
    def planned_layers(self) -> tuple[Layer, ...]:
        return tuple(layer for layer in self.layers if layer.is_planned)

    @property
    def treated_zones(self) -> tuple[str, ...]:
        """Zones with a done layer, each once, in the order they were worked."""
        return tuple(dict.fromkeys(layer.zone for layer in self.done_layers))

    @property
    def tip(self) -> Tip | None:
        """The tip on the device now."""
        return self.tips[-1] if self.tips else None

    @property
    def numbing(self) -> Numbing | None:
        """The numbing that counts now: the one put on last."""
        return self.numbings[-1] if self.numbings else None

    def layers_of(self, zone: str) -> tuple[Layer, ...]:
        """All layers of a zone, planned ones too, in the order they were worked."""
        mine = (layer for layer in self.layers if layer.zone == zone)
        return tuple(sorted(mine, key=lambda layer: layer.position))

    def serum(self, serum_id: UUID | None) -> SerumUse | None:
        return next((use for use in self.serums if use.id == serum_id), None)

    def deepest_um(self) -> int | None:
        """Depth of the deepest layer that was done, spots included, in micrometres."""
        depths = [layer.depth_um for layer in self.done_layers]
        depths += [spot.depth_um for spot in self.spots if spot.depth_um and spot.done_at]
        return max(depths, default=None)

    def with_layer(self, new: Layer) -> NeedlingSession:
        """Return a copy where `new` stands in place of the layer with its id, or comes last."""
        layers = tuple(new if layer.id == new.id else layer for layer in self.layers)
        return replace(self, layers=layers if new in layers else (*layers, new))
