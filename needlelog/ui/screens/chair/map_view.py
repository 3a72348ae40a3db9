"""What map and list show, worked out from the session: values only, no widgets."""

from __future__ import annotations

from needlelog import catalogue
from needlelog.domain.close_out import holds
from needlelog.domain.depth import number
from needlelog.domain.session import Layer, NeedlingSession, Spot
from needlelog.domain.zone_rows import ZoneRow, zone_rows
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens.chair.brush_state import BrushState
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.widgets.map_lettering import SpotMark
from needlelog.ui.widgets.map_painter import ZoneLook
from needlelog.ui.widgets.painted_row import PaintedRow

FIRST_MAP = "face_front"
SPOT = "spot:"
"""How the key of a spot's row begins."""
EARLIER = "earlier:"
"""The same for a spot only earlier sessions worked, by its number."""


def zone_looks(
    session: NeedlingSession, state: BrushState, facts: ChairFacts
) -> dict[str, ZoneLook]:
    """Every zone with a layer: tinted by its deepest, which is the one it shows."""
    above = (hold.worked for hold in holds(session, facts.ceilings()) if hold.is_above_ceiling)
    warned = {worked.zone for worked in above if isinstance(worked, Layer)}
    looks: dict[str, ZoneLook] = {}
    for zone in dict.fromkeys(layer.zone for layer in session.layers):
        layers = [layer for layer in session.layers_of(zone) if layer.is_done or layer.is_planned]
        if layers:
            looks[zone] = ZoneLook(
                depth_um=max(layer.depth_um for layer in layers),
                lines=_lines(layers),
                planned=any(layer.is_planned for layer in layers),
                last=zone in state.subject,
                warned=zone in warned,
            )
    return looks


def spot_marks(session: NeedlingSession, facts: ChairFacts) -> tuple[SpotMark, ...]:
    """The spots of this session, over those of earlier ones that it has not worked."""
    earlier = (
        SpotMark(spot.number, spot.map, spot.x, spot.y, is_hollow=True)
        for spot in _not_worked(session, facts)
    )
    mine = (SpotMark(spot.number, spot.map, spot.x, spot.y) for spot in session.spots)
    return (*earlier, *mine)


def painted_rows(
    session: NeedlingSession, state: BrushState, facts: ChairFacts
) -> tuple[PaintedRow, ...]:
    """The list beside the map: zones in the catalogue's order, then spots, then earlier ones."""
    rows = (_row(row, state) for row in zone_rows(session, catalogue.zones()))
    spots = (
        PaintedRow(
            key=f"{SPOT}{spot.id.hex}",
            label=_("Spot {n}").format(n=spot.number),
            depth_um=spot.depth_um or 0,
            depth_text=number(spot.depth_um) if spot.depth_um else "–",
            passes_text=words.passes(spot.passes) if spot.passes else "",
        )
        for spot in session.spots
    )
    earlier = (_earlier_row(spot) for spot in _not_worked(session, facts))
    return (*rows, *spots, *earlier)


def _not_worked(session: NeedlingSession, facts: ChairFacts) -> tuple[Spot, ...]:
    worked = {spot.number for spot in session.spots}
    return tuple(spot for spot in facts.earlier_spots if spot.number not in worked)


def _earlier_row(spot: Spot) -> PaintedRow:
    depth = number(spot.depth_um) if spot.depth_um else ""
    passes = words.passes(spot.passes) if spot.passes else ""
    worked = " ".join(filter(None, (depth, passes)))
    return PaintedRow(
        key=f"{EARLIER}{spot.number}",
        label=_("Spot {n}").format(n=spot.number),
        depth_um=spot.depth_um or 0,
        depth_text="–",
        passes_text="",
        layers_text=", ".join(filter(None, (_("earlier"), spot.name, worked))),
        planned=True,
    )


def codes_of(key: str) -> tuple[str, ...]:
    """The zones behind the key of a row."""
    return tuple(key.split(","))


def _row(row: ZoneRow, state: BrushState) -> PaintedRow:
    layers = tuple(layer for layer in row.layers if not layer.was_left_out) or row.layers
    deepest = max(layers, key=lambda layer: layer.depth_um)
    second = ""
    if row.is_planned:
        second = _("not confirmed")
    elif row.was_not_treated:
        second = _("not treated")
    return PaintedRow(
        key=",".join(row.zones),
        label=words.zones_label(row.zones, catalogue.zones()),
        depth_um=deepest.depth_um,
        depth_text=number(deepest.depth_um),
        passes_text=words.passes(deepest.passes),
        layers_text=words.layers_text(layers) if len(layers) > 1 else "",
        planned=row.is_planned or row.was_not_treated,
        last=not state.editing and bool(set(row.zones) & set(state.last)),
        editing=bool(set(row.zones) & set(state.editing)),
        second_line=second,
    )


def _lines(layers: list[Layer]) -> tuple[str, ...]:
    deepest = max(layers, key=lambda layer: layer.depth_um)
    passes = words.passes(deepest.passes)
    return (number(deepest.depth_um), f"{passes} +" if len(layers) > 1 else passes)


def map_to_open(session: NeedlingSession, last: NeedlingSession | None) -> str:
    """The map that shows most of what is worked or was worked last; the face else."""
    worked = session.layers or (last.layers if last else ())
    zones = {layer.zone for layer in worked}
    maps = catalogue.maps().values()
    best = max(maps, key=lambda view: len(zones & {zone.zone for zone in view.zones}))
    return best.code if zones else FIRST_MAP
