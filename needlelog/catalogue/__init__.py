"""The catalogue: reference tables as frozen values, each read when it is first needed.

Every table is a mapping from row name to row, in the order of its file. Those the program shows or
reckons with have a function here; the others are shipped and checked all the same. Words are
English; `_()` is applied where they are shown. A row that can't be used raises CatalogueError with
its file, row and reason.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from needlelog import settings
from needlelog.catalogue import tables
from needlelog.domain.aftercare_guide import AftercareGuide
from needlelog.domain.outline import MapArt, parse_map
from needlelog.domain.reference import (
    Anaesthetic,
    Cartridge,
    Choice,
    DepthPolicy,
    Guide,
    HistoryQuestion,
    Indication,
    MapView,
    Price,
    PublishedAftercare,
    ReactionKind,
    Rule,
    Scale,
    Serum,
    Source,
    Zone,
)
from needlelog.errors import CatalogueError


def folder() -> Path:
    """Where the tables lie."""
    return settings.resources() / "catalogue"


def check(resources: Path | None = None) -> list[CatalogueError]:
    """Everything that is wrong in all tables and maps; nothing when they can be relied on."""
    from needlelog.catalogue import faults  # looking at it all is for tests of the tables

    return faults.found_in(resources or settings.resources())


# ------------------------------------------------------------------------------ where it is treated


@cache
def zones() -> Mapping[str, Zone]:
    """Every zone by the code it is stored under, in the order of every list of zones."""
    found = tables.load(tables.ZONES, folder())
    return MappingProxyType(
        {code: replace(zone, order=order) for order, (code, zone) in enumerate(found.items())}
    )


@cache
def guides() -> Mapping[str, Guide]:
    """Usual depths by the `guide` of a zone."""
    return tables.load(tables.GUIDES, folder())


@cache
def maps() -> Mapping[str, MapView]:
    """Every map with the zones it shows, in the order of the tabs."""
    views = tables.load(tables.MAPS, folder())
    shown = tables.load(tables.MAP_ZONES, folder()).values()
    return MappingProxyType(
        {
            code: replace(view, zones=tuple(zone for zone in shown if zone.map == code))
            for code, view in views.items()
        }
    )


@cache
def map_art(code: str) -> MapArt:
    """The drawing of a map as segments."""
    file = maps()[code].file
    return parse_map((settings.resources() / "maps" / file).read_text(encoding="utf-8"), file)


@cache
def depth_policy() -> DepthPolicy:
    return tables.load(tables.DEPTH_POLICY, folder())["depth"]


# ------------------------------------------------------------------------- what is used and offered


@cache
def choices(kind: str) -> Mapping[str, Choice]:
    """The chips of one list by code: 'endpoint', 'technique', 'stop_reason', … Raises KeyError."""
    found = tables.load(tables.CHOICES, folder()).values()
    chips = {choice.id: choice for choice in found if choice.kind == kind}
    if not chips:
        raise KeyError(kind)
    return MappingProxyType(chips)


@cache
def serums() -> Mapping[str, Serum]:
    return tables.load(tables.SERUMS, folder())


@cache
def anaesthetics() -> Mapping[str, Anaesthetic]:
    return tables.load(tables.ANAESTHETICS, folder())


@cache
def cartridges() -> Mapping[str, Cartridge]:
    return tables.load(tables.CARTRIDGES, folder())


@cache
def prices() -> Mapping[str, Price]:
    """Prices as others list them: to start from, never the clinic's own."""
    return tables.load(tables.PRICES, folder())


@cache
def indications() -> Mapping[str, Indication]:
    return tables.load(tables.INDICATIONS, folder())


# --------------------------------------------------------------------------- what is seen and asked


@cache
def reactions() -> Mapping[str, ReactionKind]:
    return tables.load(tables.REACTIONS, folder())


@cache
def scales() -> Mapping[str, Scale]:
    return tables.load(tables.SCALES, folder())


@cache
def history_questions() -> Mapping[str, HistoryQuestion]:
    """What clients are asked on paper, in its order."""
    return tables.load(tables.HISTORY_QUESTIONS, folder())


@cache
def rules() -> Mapping[str, Rule]:
    """Starting values by rule code; the clinic's own are kept with its records."""
    return tables.load(tables.RULES, folder())


# -------------------------------------------------------------------------------- what is published


@cache
def sources() -> Mapping[str, Source]:
    """Every source by id: the largest table, needed only where titles are shown."""
    return tables.load(tables.SOURCES, folder())


@cache
def aftercare_seed() -> Mapping[str, PublishedAftercare]:
    """Published aftercare, which the clinic's own lines start from."""
    return tables.load(tables.AFTERCARE_SEED, folder())


@cache
def aftercare_guide() -> AftercareGuide:
    """Everything the aftercare sheet is made from, beside the zones."""
    words = tables.load(tables.CLIENT_WORDS, folder()).values()
    return AftercareGuide(
        steps=tuple(tables.load(tables.AFTERCARE, folder()).values()),
        expectations=tuple(tables.load(tables.EXPECTATIONS, folder()).values()),
        signs=tuple(tables.load(tables.WARNING_SIGNS, folder()).values()),
        parts={row.id: row.words for row in words if row.kind == "part"},
        serums={row.id: row.words for row in words if row.kind == "serum"},
    )
