"""A treatment the clinic gives again and again: planned with one tap, never done by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from needlelog.domain.identity import new_id
from needlelog.domain.session import Layer, NeedlingSession, SerumUse

if TYPE_CHECKING:
    from needlelog.domain.reference import Zone

Found = TypeVar("Found", bound=Hashable)

LONGEST_INTERVAL_DAYS = 730


@dataclass(frozen=True, slots=True)
class ProtocolZone:
    """One depth over one zone; a zone may come twice, as in a session."""

    zone: str
    depth_um: int
    passes: int
    label: str = ""
    """The zone's name when it was put in, for the day the catalogue doesn't know it any more."""


@dataclass(frozen=True, slots=True)
class Protocol:
    """Zones in their order of working. Endpoints, lots and reactions are a session's alone."""

    name: str
    zones: tuple[ProtocolZone, ...] = ()
    techniques: tuple[str, ...] = ()
    serum: str = ""
    """As a session keeps it: a code of the catalogue or of an own product; empty for none."""
    serum_name: str = ""
    serum_maker: str = ""
    interval_days: int | None = None
    device_id: UUID | None = None
    is_retired: bool = False
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)


def made_from(session: NeedlingSession, name: str, known: Mapping[str, Zone]) -> Protocol:
    """The protocol of what was done: pattern and serum are those most layers had."""
    done = session.done_layers
    serum = session.serum(_commonest(row.serum_id for row in done))
    return Protocol(
        name=name,
        zones=tuple(_as_zone(row, known) for row in done if not row.part),
        techniques=_commonest(row.techniques for row in done) or (),
        serum=serum.product if serum else "",
        serum_name=serum.name if serum else "",
        serum_maker=serum.maker if serum else "",
        device_id=session.device_id,
    )


def unknown_zones(protocol: Protocol, known: Container[str]) -> tuple[ProtocolZone, ...]:
    """Those of its zones that the catalogue does not have any more, each once."""
    rows = {row.zone: row for row in protocol.zones if row.zone not in known}
    return tuple(rows.values())


def planned(
    session: NeedlingSession, protocol: Protocol, known: Container[str], serum: SerumUse | None
) -> NeedlingSession:
    """The session with the protocol planned on every zone not worked yet, nothing of it done.

    Zones the catalogue does not know are left out. `serum` is what its serum is called now.
    """
    serums, serum_id = _with_serum(session, serum)
    worked = set(session.treated_zones)
    start = 1 + max((row.position for row in session.layers), default=-1)
    wanted = [row for row in protocol.zones if row.zone in known and row.zone not in worked]
    layers = tuple(
        Layer(
            zone=row.zone,
            depth_um=row.depth_um,
            passes=row.passes,
            position=start + place,
            techniques=protocol.techniques,
            serum_id=serum_id if wanted else None,
        )
        for place, row in enumerate(wanted)
    )
    kept = tuple(row for row in session.layers if not row.is_planned)
    return replace(
        session,
        copied_from_id=None,
        protocol=protocol.name,
        protocol_id=protocol.id,
        layers=(*kept, *layers),
        serums=serums if wanted else session.serums,
    )


def _as_zone(layer: Layer, known: Mapping[str, Zone]) -> ProtocolZone:
    label = known[layer.zone].short if layer.zone in known else layer.zone
    return ProtocolZone(layer.zone, layer.depth_um, layer.passes, label)


def _commonest(values: Iterable[Found]) -> Found | None:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None


def _with_serum(
    session: NeedlingSession, serum: SerumUse | None
) -> tuple[tuple[SerumUse, ...], UUID | None]:
    """The session's serums with this one among them; the same product is not used twice."""
    if serum is None:
        return session.serums, None
    known = (use for use in session.serums if use.product == serum.product)
    same = next((use for use in known if use.name == serum.name), None)
    if same is not None:
        return session.serums, same.id
    return (*session.serums, serum), serum.id
