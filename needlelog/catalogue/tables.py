"""The tables of the catalogue: what a row is, and which other tables it names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from needlelog.catalogue.rows import fault, read
from needlelog.domain.aftercare_guide import (
    AftercareStep,
    ClientWords,
    Expectation,
    NotOnPaper,
    WarningSign,
)
from needlelog.domain.reference import (
    Anaesthetic,
    Cadence,
    Cartridge,
    Choice,
    ConsentField,
    Contraindication,
    CoreFact,
    DepthPolicy,
    Guide,
    HistoryQuestion,
    Indication,
    MapView,
    MapZone,
    Price,
    PublishedAftercare,
    ReactionKind,
    RecordField,
    RedFlag,
    Regulation,
    Rule,
    Scale,
    ScopeProfile,
    Serum,
    Source,
    Zone,
    ZoneIndication,
)
from needlelog.errors import CatalogueError

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, eq=False)
class Table(Generic[Row]):
    """One file of resources/catalogue."""

    name: str
    kind: type[Row]
    references: Mapping[str, "Table[Any]"] = field(default_factory=dict)
    """Fields that hold names of another table's rows."""

    @property
    def file(self) -> str:
        return f"{self.name}.toml"


SOURCES = Table("sources", Source)
GUIDES = Table("guides", Guide)
ZONES = Table("zones", Zone, {"guide": GUIDES})
MAPS = Table("maps", MapView)
MAP_ZONES = Table("map_zones", MapZone, {"map": MAPS, "zone": ZONES})
INDICATIONS = Table("indications", Indication)
ZONE_INDICATIONS = Table(
    "zone_indications", ZoneIndication, {"guide": GUIDES, "indication": INDICATIONS}
)
CADENCES = Table("cadences", Cadence)
PRICES = Table("prices", Price)
SERUMS = Table("serums", Serum)
ANAESTHETICS = Table("anaesthetics", Anaesthetic)
CARTRIDGES = Table("cartridges", Cartridge)
SCALES = Table("scales", Scale)
RED_FLAGS = Table("red_flags", RedFlag)
REACTIONS = Table("reactions", ReactionKind, {"scale": SCALES, "red_flags": RED_FLAGS})
CONTRAINDICATIONS = Table("contraindications", Contraindication)
HISTORY_QUESTIONS = Table("history_questions", HistoryQuestion, {"covers": CONTRAINDICATIONS})
RULES = Table("rules", Rule)
DEPTH_POLICY = Table("depth_policy", DepthPolicy)
CHOICES = Table("choices", Choice)
AFTERCARE_SEED = Table("aftercare_seed", PublishedAftercare)
AFTERCARE = Table("aftercare", AftercareStep, {"seed": AFTERCARE_SEED})
EXPECTATIONS = Table("expectations", Expectation, {"seed": AFTERCARE_SEED})
WARNING_SIGNS = Table("warning_signs", WarningSign, {"flags": RED_FLAGS})
CLIENT_WORDS = Table("client_words", ClientWords)
NOT_ON_PAPER = Table("not_on_paper", NotOnPaper)
CORE_FACTS = Table("core_facts", CoreFact)
RECORD_FIELDS = Table("record_fields", RecordField)
CONSENT_FIELDS = Table("consent_fields", ConsentField)
REGULATIONS = Table("regulations", Regulation)
SCOPE_PROFILES = Table("scope_profiles", ScopeProfile)

ALL: tuple[Table[Any], ...] = (
    SOURCES, GUIDES, ZONES, MAPS, MAP_ZONES, INDICATIONS, ZONE_INDICATIONS, CADENCES, PRICES,
    SERUMS, ANAESTHETICS, CARTRIDGES, SCALES, RED_FLAGS, REACTIONS, CONTRAINDICATIONS, RULES,
    DEPTH_POLICY, CHOICES, AFTERCARE_SEED, CORE_FACTS, RECORD_FIELDS, CONSENT_FIELDS, REGULATIONS,
    SCOPE_PROFILES, AFTERCARE, EXPECTATIONS, WARNING_SIGNS, CLIENT_WORDS, NOT_ON_PAPER,
    HISTORY_QUESTIONS,
)  # fmt: skip


def load(table: Table[Row], folder: Path) -> Mapping[str, Row]:
    """A table's rows by name, in the file's order. Raises CatalogueError for the first bad row."""
    rows, faults = examine(table, folder)
    if faults:
        raise faults[0]
    return rows


def examine(
    table: Table[Row], folder: Path
) -> tuple[Mapping[str, Row], tuple[CatalogueError, ...]]:
    """A table's good rows by name, and what is wrong with the others."""
    return _examined(table, folder)


@cache
def _examined(
    table: Table[Any], folder: Path
) -> tuple[Mapping[str, Any], tuple[CatalogueError, ...]]:
    rows: dict[str, Any] = {}
    faults = []
    for name, row in read(folder / table.file, table.kind):
        if isinstance(row, CatalogueError):
            faults.append(row)
        elif name in rows:
            faults.append(fault(table.file, name, "it is there twice"))
        else:
            rows[name] = row
    faults += _lost(table, rows, folder)
    return MappingProxyType(rows), tuple(faults)


def _lost(table: Table[Any], rows: Mapping[str, Any], folder: Path) -> Iterator[CatalogueError]:
    """What names a row of another table that isn't there."""
    for column, other in table.references.items():
        known, _faults = examine(other, folder)
        for name, row in rows.items():
            for wanted in names_in(getattr(row, column)):
                if wanted not in known:
                    reason = f"{column} names “{wanted}”, which {other.file} does not have"
                    yield fault(table.file, name, reason)


def names_in(cell: str | tuple[str, ...]) -> tuple[str, ...]:
    """The names in a cell that holds one or several."""
    return (cell,) if isinstance(cell, str) else cell
