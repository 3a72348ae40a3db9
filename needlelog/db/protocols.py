"""The protocols the clinic keeps."""

from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, values_of
from needlelog.db.versions import save_over
from needlelog.domain.protocol import Protocol
from needlelog.domain.text import fold

_PROTOCOLS = TABLES["protocol"]


def add(db: Session, protocol: Protocol) -> Protocol:
    added = replace(protocol, version=1)
    db.execute(insert(_PROTOCOLS), columns_of(added))
    return added


def save(db: Session, protocol: Protocol) -> Protocol:
    """Keep what was changed; RecordChanged when another chair was faster."""
    return replace(protocol, version=save_over(db, _PROTOCOLS, protocol))


def everything(db: Session) -> tuple[Protocol, ...]:
    """All protocols: those in use first, then by name."""
    return tuple(sorted(values_of(db.execute(select(_PROTOCOLS)), Protocol), key=_place))


def _place(protocol: Protocol) -> tuple[bool, str]:
    return protocol.is_retired, fold(protocol.name)
