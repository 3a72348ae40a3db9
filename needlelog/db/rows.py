"""The tables. Fields have the names of the values they keep; nothing outside `db` sees a row."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from needlelog.db import indexes
from needlelog.db.desk_rows import DraftRow, LetterheadRow
from needlelog.db.list_rows import ClinicPriceRow, DeviceRow, ProductRow, ProtocolRow
from needlelog.db.row import Row
from needlelog.domain.client import Allergies
from needlelog.domain.handout import HandoutEventKind
from needlelog.domain.session import ChairStep, Confirmation, Status

# Sorted by code point whatever the language of the server: a beginning is then a range.
_FOLDED = Text().with_variant(Text(collation="C"), "postgresql")

# A row that only counts up, in whichever integer type the database counts.
_COUNTED = BigInteger().with_variant(Integer, "sqlite")


def _between(column: str, low: int, high: int) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def _practitioner() -> Mapped[UUID | None]:
    return mapped_column(ForeignKey("practitioner.id"))


class ClinicRow(Row):
    __tablename__ = "clinic"

    name: Mapped[str]
    phone: Mapped[str]
    time_zone: Mapped[str]
    address: Mapped[str]
    hours: Mapped[str]
    out_of_hours: Mapped[str]
    emergency_number: Mapped[str]
    paper: Mapped[str]
    currency: Mapped[str]
    is_demo: Mapped[bool]
    version: Mapped[int]


class PractitionerRow(Row):
    __tablename__ = "practitioner"

    name: Mapped[str]
    initials: Mapped[str]
    profession: Mapped[str]
    registration: Mapped[str]
    insurer: Mapped[str]
    policy: Mapped[str]
    policy_expires_on: Mapped[date | None]
    registration_expires_on: Mapped[date | None]
    ceiling_um: Mapped[int | None]
    version: Mapped[int]


class RuleValueRow(Row):
    __tablename__ = "rule_value"
    __table_args__ = (UniqueConstraint("code", "version"),)

    code: Mapped[str]
    value: Mapped[str]
    version: Mapped[int]
    set_by: Mapped[str]
    set_at: Mapped[datetime]


class CounterRow(Row):
    """Numbers given out one by one; the row is the lock that keeps two chairs apart."""

    __tablename__ = "counter"

    id: Mapped[str] = mapped_column(primary_key=True)  # type: ignore[assignment] # a name
    value: Mapped[int]


class ClientRow(Row):
    __tablename__ = "client"
    __table_args__ = (
        *indexes.of_clients(),
        _between("phototype", 1, 6),
    )

    family_name: Mapped[str]
    given_name: Mapped[str]
    born_on: Mapped[date | None]
    number: Mapped[int] = mapped_column(unique=True)
    known_as: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    address: Mapped[str]
    contact_by: Mapped[str]
    emergency_contact: Mapped[str]
    doctor: Mapped[str]
    language: Mapped[str]
    interpreter_needed: Mapped[bool]
    age_proof_seen_by: Mapped[str]
    phototype: Mapped[int | None]
    has_melasma: Mapped[bool | None]
    allergies: Mapped[Allergies]
    allergy_names: Mapped[str]
    notes: Mapped[str]
    created_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
    trashed_at: Mapped[datetime | None]
    version: Mapped[int]

    # What their sessions come to, written with every session; see decisions/visits-of-a-client.md.
    session_count: Mapped[int] = mapped_column(default=0, server_default="0")
    last_session_at: Mapped[datetime | None]
    next_on: Mapped[date | None]

    # Written beside every save, so that search compares like with like.
    family_folded: Mapped[str] = mapped_column(_FOLDED)
    given_folded: Mapped[str] = mapped_column(_FOLDED)
    folded: Mapped[str]


class SessionRow(Row):
    __tablename__ = "session"
    __table_args__ = (
        _between("pain", 0, 10),
        Index(None, "happened_at", "id"),
        # Few of many wait for a signature: the first page finds them without the others.
        indexes.only("signed_at IS NULL", "happened_at", "id", name="ix_session_unsigned"),
        # Without the unsigned ones, or SQLite would look for those here too and sort them.
        indexes.only("signed_at IS NOT NULL", "signed_at", name="ix_session_signed"),
    )

    happened_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    status: Mapped[Status]
    step: Mapped[ChairStep]
    entered_later_reason: Mapped[str]
    copied_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("session.id"))
    protocol: Mapped[str]
    protocol_id: Mapped[UUID | None] = mapped_column(ForeignKey("protocol.id"))

    treated_by_id: Mapped[UUID | None] = _practitioner()
    entered_by_id: Mapped[UUID | None] = _practitioner()
    numbing_by_id: Mapped[UUID | None] = _practitioner()
    signed_by_id: Mapped[UUID | None] = _practitioner()
    supervised_by: Mapped[str]
    prescriber: Mapped[str]
    chaperone: Mapped[str]
    chaperone_name: Mapped[str]
    interpreter: Mapped[str]

    identity_confirmed_at: Mapped[datetime | None]
    indication: Mapped[str]
    language: Mapped[str]
    device: Mapped[str]
    device_serial: Mapped[str]
    device_id: Mapped[UUID | None] = mapped_column(ForeignKey("device.id"))
    speed: Mapped[int | None]
    speed_unit: Mapped[str]
    skin_prep: Mapped[str]
    product_after: Mapped[str]
    started_at: Mapped[datetime | None]
    needling_ended_at: Mapped[datetime | None]
    price_minor: Mapped[int | None]
    currency: Mapped[str]
    sharps_disposed_at: Mapped[datetime | None]

    pain: Mapped[int | None]
    as_expected_at: Mapped[datetime | None]
    rest_not_seen_at: Mapped[datetime | None]
    notes: Mapped[str]
    why: Mapped[str]
    next_on: Mapped[date | None]
    next_declined: Mapped[bool]
    signed_at: Mapped[datetime | None]

    version: Mapped[int]
    saved_at: Mapped[datetime]

    # Which move the newest save ended with: a commit whose answer was lost is known again.
    last_move_id: Mapped[UUID | None]


class SessionClientRow(Row):
    """Whose session it is: the highest `nth` counts, so a move never edits a signed row."""

    __tablename__ = "session_client"
    __table_args__ = (UniqueConstraint("session_id", "nth"),)

    session_id: Mapped[UUID] = mapped_column(ForeignKey("session.id"))
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), index=True)
    nth: Mapped[int]
    since: Mapped[datetime]


class PartRow(Row):
    """A row that belongs to one session and is sealed with it."""

    __abstract__ = True

    @declared_attr
    def session_id(cls) -> Mapped[UUID]:  # noqa: N805 - called on the class
        return mapped_column(ForeignKey("session.id"), index=True)


class LayerRow(PartRow):
    __tablename__ = "layer"
    __table_args__ = (
        _between("depth_um", 100, 3000),
        CheckConstraint("passes > 0", name="passes"),
    )

    zone: Mapped[str]
    depth_um: Mapped[int]
    passes: Mapped[int]
    position: Mapped[int]
    part: Mapped[str]
    techniques: Mapped[tuple[str, ...]]
    # Deferred: a change names a layer before the serum and the tip it was worked with.
    serum_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("serum_use.id", deferrable=True, initially="DEFERRED")
    )
    tip_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("tip.id", deferrable=True, initially="DEFERRED")
    )
    endpoint: Mapped[str]
    confirmation: Mapped[Confirmation]
    done_at: Mapped[datetime | None]
    reason: Mapped[str]


class SpotRow(PartRow):
    __tablename__ = "spot"
    __table_args__ = (UniqueConstraint("session_id", "number"), _between("depth_um", 100, 3000))

    number: Mapped[int]
    map: Mapped[str]
    x: Mapped[float]
    y: Mapped[float]
    name: Mapped[str]
    kind: Mapped[str]
    width_mm: Mapped[float | None]
    height_mm: Mapped[float | None]
    depth_um: Mapped[int | None]
    passes: Mapped[int | None]
    done_at: Mapped[datetime | None]
    reason: Mapped[str]


class SerumUseRow(PartRow):
    __tablename__ = "serum_use"

    product: Mapped[str]
    name: Mapped[str]
    maker: Mapped[str]
    lot: Mapped[str]
    expires_on: Mapped[date | None]
    amount_ul: Mapped[int | None]
    applied_at: Mapped[datetime | None]


class TipRow(PartRow):
    __tablename__ = "tip"

    name: Mapped[str]
    pins: Mapped[int | None]
    lot: Mapped[str]
    expires_on: Mapped[date | None]
    reason: Mapped[str]
    opened_at: Mapped[datetime | None]
    product: Mapped[str]


class NumbingRow(PartRow):
    __tablename__ = "numbing"

    product: Mapped[str]
    name: Mapped[str]
    lot: Mapped[str]
    expires_on: Mapped[date | None]
    amount_mg: Mapped[int | None]
    area: Mapped[str]
    on_at: Mapped[datetime | None]
    off_at: Mapped[datetime | None]
    by_id: Mapped[UUID | None] = _practitioner()


class ReactionRow(PartRow):
    __tablename__ = "reaction"
    __table_args__ = (CheckConstraint("level >= 0", name="level"),)

    kind: Mapped[str]
    scale: Mapped[str]
    level: Mapped[int]
    zone: Mapped[str]
    noted_at: Mapped[datetime | None]


class AlsoDoneRow(PartRow):
    __tablename__ = "also_done"

    kind: Mapped[str]
    timing: Mapped[str]
    zones: Mapped[tuple[str, ...]]
    product: Mapped[str]
    settings: Mapped[str]
    lot: Mapped[str]
    by: Mapped[str]


class StopRecordRow(PartRow):
    __tablename__ = "stop_record"

    stopped_at: Mapped[datetime]
    reasons: Mapped[tuple[str, ...]]
    measures: Mapped[tuple[str, ...]]
    pulse: Mapped[int | None]
    systolic: Mapped[int | None]
    diastolic: Mapped[int | None]
    recovered_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    left_with: Mapped[str]
    note: Mapped[str]


class UndoStepRow(Row):
    """One thing a person did; `nth` is the order, whatever the clock said meanwhile."""

    __tablename__ = "undo_step"

    nth: Mapped[int] = mapped_column(_COUNTED, primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("session.id"), index=True)
    what: Mapped[str]
    change: Mapped[str]
    undone: Mapped[bool]


class HandoutRow(Row):
    __tablename__ = "handout"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("session.id"), index=True)
    kind: Mapped[str]
    pdf: Mapped[bytes]
    sha256: Mapped[str]
    says: Mapped[str]
    language: Mapped[str]
    rule_versions: Mapped[str]
    needling_ended_at: Mapped[datetime | None]
    made_at: Mapped[datetime]


class HandoutEventRow(Row):
    __tablename__ = "handout_event"

    handout_id: Mapped[UUID] = mapped_column(ForeignKey("handout.id"), index=True)
    kind: Mapped[HandoutEventKind]
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = _practitioner()
    note: Mapped[str]


__all__ = [
    "TABLES",
    "ClinicPriceRow",
    "DeviceRow",
    "DraftRow",
    "LetterheadRow",
    "ProductRow",
    "ProtocolRow",
    "Row",
]

TABLES = Row.metadata.tables
"""Table name to table, for statements; the classes above only describe."""
