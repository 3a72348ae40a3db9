"""Looking through the whole catalogue for what one table can't see of another."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any

from needlelog.catalogue import tables
from needlelog.catalogue.rows import fault
from needlelog.catalogue.tables import Table, names_in
from needlelog.domain.outline import parse_map
from needlelog.domain.reference import Confidence, MapView, MapZone, Source, Sourced, Zone
from needlelog.errors import CatalogueError, NeedleLogError


def found_in(resources: Path) -> list[CatalogueError]:
    """Everything that is wrong under `resources`, in the order of the tables."""
    folder = resources / "catalogue"
    found = list(chain.from_iterable(tables.examine(table, folder)[1] for table in tables.ALL))
    sources, _ = tables.examine(tables.SOURCES, folder)
    for table in tables.ALL:
        found += _sourcing_faults(table, tables.examine(table, folder)[0], sources)
    zones, _ = tables.examine(tables.ZONES, folder)
    shown, _ = tables.examine(tables.MAP_ZONES, folder)
    views, _ = tables.examine(tables.MAPS, folder)
    found += _zone_faults(zones, {zone.zone for zone in shown.values()})
    found += _drawing_faults(views, shown, resources / "maps")
    return found


def _sourcing_faults(
    table: Table[Any], rows: Mapping[str, Any], sources: Mapping[str, Source]
) -> Iterator[CatalogueError]:
    for name, row in rows.items():
        if isinstance(row, Sourced):
            for reason in _source_reasons(row, sources):
                yield fault(table.file, name, reason)


def _source_reasons(row: Sourced, sources: Mapping[str, Source]) -> Iterator[str]:
    known = [sources[name] for name in row.source_ids if name in sources]
    for name in (*row.source_ids, *names_in(getattr(row, "published_source_ids", ()))):
        if name not in sources:
            yield f"its source “{name}” is not in {tables.SOURCES.file}"
    if not row.source_ids:
        yield "it has no source"
    carried = any(source.carries_figures for source in known)
    if not carried and row.confidence is not Confidence.NONE:
        yield "no source that was read carries it, so its confidence has to be none"
    for column in set(row.working_choices) - {field.name for field in fields(row)}:
        yield f"working_choices names “{column}”, which is no field of this table"


def _zone_faults(zones: Mapping[str, Zone], shown: set[str]) -> Iterator[CatalogueError]:
    for code, zone in zones.items():
        if code not in shown:
            yield fault(tables.ZONES.file, code, "no map shows it")
        if zone.mirror is None:
            continue
        other = zones.get(zone.mirror)
        if other is None:
            yield fault(tables.ZONES.file, code, f"its other side, “{zone.mirror}”, is missing")
        elif _both_sides(zone) != _both_sides(other):
            yield fault(tables.ZONES.file, code, f"it differs from its other side, “{zone.mirror}”")


def _both_sides(zone: Zone) -> tuple[object, ...]:
    """What is the same for the left and the right of a pair."""
    return (
        zone.region,
        zone.guide,
        zone.pair_label,
        zone.pair_words,
        zone.in_whole_face,
        zone.traits,
    )


def _drawing_faults(
    views: Mapping[str, MapView], shown: Mapping[str, MapZone], folder: Path
) -> Iterator[CatalogueError]:
    for code, view in views.items():
        mine = {zone.code for zone in shown.values() if zone.map == code}
        try:
            art = parse_map((folder / view.file).read_text(encoding="utf-8"), view.file)
        except (OSError, NeedleLogError) as failure:
            yield fault(tables.MAPS.file, code, str(failure))
            continue
        for layer, shapes in (("zone", art.zones), ("hit", art.hits)):
            drawn = {shape.code for shape in shapes}
            for zone in sorted(mine - drawn):
                reason = f"{view.file} has no outline {layer}-{zone}"
                yield fault(tables.MAP_ZONES.file, f"{code}/{zone}", reason)
            for zone in sorted(drawn - mine):
                yield fault(view.file, f"{layer}-{zone}", f"{tables.MAP_ZONES.file} lacks it")
