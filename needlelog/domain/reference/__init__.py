"""What the catalogue holds, as frozen values: every table and the sources of its figures."""

from needlelog.domain.reference.background import (
    ConsentField,
    CoreFact,
    PublishedAftercare,
    RecordField,
    Regulation,
    ScopeProfile,
)
from needlelog.domain.reference.evidence import (
    Confidence,
    Source,
    Sourced,
    SourceWeight,
    Span,
)
from needlelog.domain.reference.reactions import (
    Asked,
    ReactionCourse,
    ReactionKind,
    RedFlag,
    Scale,
    ScaleLevel,
)
from needlelog.domain.reference.rules import (
    AlertLevel,
    Contraindication,
    Rule,
)
from needlelog.domain.reference.treatment import (
    Anaesthetic,
    Cadence,
    Cartridge,
    Choice,
    Indication,
    NeedlingUse,
    Price,
    Serum,
)
from needlelog.domain.reference.zones import (
    DepthPolicy,
    Guide,
    MapView,
    MapZone,
    Region,
    Side,
    Zone,
    ZoneIndication,
)

__all__ = [
    "AlertLevel",
    "Anaesthetic",
    "Asked",
    "Cadence",
    "Cartridge",
    "Choice",
    "Confidence",
    "ConsentField",
    "Contraindication",
    "CoreFact",
    "DepthPolicy",
    "Guide",
    "Indication",
    "MapView",
    "MapZone",
    "NeedlingUse",
    "Price",
    "PublishedAftercare",
    "ReactionCourse",
    "ReactionKind",
    "RecordField",
    "RedFlag",
    "Region",
    "Regulation",
    "Rule",
    "Scale",
    "ScaleLevel",
    "ScopeProfile",
    "Serum",
    "Side",
    "Source",
    "SourceWeight",
    "Sourced",
    "Span",
    "Zone",
    "ZoneIndication",
]
