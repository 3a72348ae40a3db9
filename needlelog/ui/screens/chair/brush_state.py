"""What the next tap on the map will do: paint, erase, or change the zone that is being edited."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from needlelog.domain.painting import Brush
from needlelog.domain.reference import Zone
from needlelog.domain.session import NOT_NOTED, Layer, NeedlingSession

PATTERNS = ("vertical", "horizontal", "diagonal", "stamp")
"""The techniques that have a button on the panel."""


@dataclass(frozen=True, slots=True)
class BrushState:
    brush: Brush = Brush()
    mirror: bool = True
    erasing: bool = False
    editing: tuple[str, ...] = ()
    """Zones whose last layer the panel changes; empty: the panel is the brush."""
    last: tuple[str, ...] = ()
    """Zones of the last tap: the guard speaks of them, and the endpoint is theirs."""

    @property
    def subject(self) -> tuple[str, ...]:
        """The zones the guard and the endpoint are about."""
        return self.editing or self.last

    def tapped(
        self, code: str, zones: Mapping[str, Zone], on_this_map: Collection[str]
    ) -> tuple[str, ...]:
        """The zones a tap means: with Mirror the other side too, where this map shows it."""
        other = zones[code].mirror
        if not self.mirror or other is None or other not in on_this_map:
            return (code,)
        left, right = sorted((code, other))
        return left, right

    def edit(self, codes: tuple[str, ...]) -> BrushState:
        return replace(self, editing=codes, last=codes, erasing=False)

    def back_to_brush(self) -> BrushState:
        return replace(self, editing=(), erasing=False)


def last_layers(session: NeedlingSession, codes: tuple[str, ...]) -> tuple[Layer, ...]:
    """The layer worked or planned last on each of these zones."""
    layers = ([row for row in session.layers_of(c) if not row.was_left_out] for c in codes)
    return tuple(mine[-1] for mine in layers if mine)


def last_layer_ids(session: NeedlingSession, codes: tuple[str, ...]) -> tuple[UUID, ...]:
    return tuple(layer.id for layer in last_layers(session, codes))


def endpoint_of(session: NeedlingSession, codes: tuple[str, ...]) -> str | None:
    """The endpoint noted for these zones; None where it is not noted or not the same."""
    found = {layer.endpoint for layer in last_layers(session, codes)}
    if len(found) != 1 or found == {NOT_NOTED}:
        return None
    return found.pop()


def patterns_shown(techniques: tuple[str, ...]) -> tuple[str, ...]:
    """Those the panel shows as chosen: a tap must not record one that nobody sees."""
    return tuple(code for code in techniques if code in PATTERNS)


def brush_to_start_with(session: NeedlingSession, recent_um: tuple[int, ...]) -> Brush:
    """The brush as the chair opens: as the last layer was worked, else the client's last depth."""
    worked = session.done_layers
    if worked:
        last = max(worked, key=lambda layer: layer.position)
        serum = session.serum(last.serum_id)
        return Brush(last.depth_um, last.passes, patterns_shown(last.techniques), serum)
    serum = session.serums[-1] if session.serums else None
    return Brush(depth_um=recent_um[0] if recent_um else 500, serum=serum)
