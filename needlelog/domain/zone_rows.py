"""The list beside the map: one row per zone, left and right together while they are equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from needlelog.domain.reference import Zone
from needlelog.domain.session import Layer, NeedlingSession


@dataclass(frozen=True, slots=True)
class ZoneRow:
    zones: tuple[str, ...]
    """One code, or left and right where both were worked alike."""
    layers: tuple[Layer, ...]
    """The layers of the first of these zones, in the order they were worked."""

    @property
    def deepest_um(self) -> int:
        """Depth of the deepest layer; one that was not treated counts only where none was."""
        live = [layer for layer in self.layers if layer.is_done or layer.is_planned]
        return max(layer.depth_um for layer in live or self.layers)

    @property
    def is_planned(self) -> bool:
        return any(layer.is_planned for layer in self.layers)

    @property
    def was_not_treated(self) -> bool:
        return not any(layer.is_done or layer.is_planned for layer in self.layers)


def zone_rows(session: NeedlingSession, zones: Mapping[str, Zone]) -> tuple[ZoneRow, ...]:
    """The session's zones in the catalogue's order."""
    used = {layer.zone for layer in session.layers}
    rows: list[ZoneRow] = []
    seen: set[str] = set()
    for code in zones:  # the catalogue's order
        if code not in used or code in seen:
            continue
        pair = _equal_pair(session, zones[code])
        seen.update(pair)
        rows.append(ZoneRow(pair, session.layers_of(pair[0])))
    return tuple(rows)


def pair_of(zone: Zone) -> tuple[str, ...]:
    """The zone and its other side, left first; the zone alone where it has none."""
    if zone.mirror is None:
        return (zone.code,)
    left, right = sorted((zone.code, zone.mirror))
    return left, right


def _equal_pair(session: NeedlingSession, zone: Zone) -> tuple[str, ...]:
    if zone.mirror is None:
        return (zone.code,)
    mine, other = session.layers_of(zone.code), session.layers_of(zone.mirror)
    if [_look(row) for row in mine] == [_look(row) for row in other]:
        return pair_of(zone)
    return (zone.code,)


def _look(layer: Layer) -> tuple[object, ...]:
    return (
        layer.depth_um,
        layer.passes,
        layer.part,
        layer.techniques,
        layer.serum_id,
        layer.tip_id,
        layer.endpoint,
        layer.is_done,
        layer.is_planned,
        layer.reason,
    )
