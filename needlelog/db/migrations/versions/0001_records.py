"""Schema 1: clinic, people, clients, sessions with all their parts, and papers given."""

import sqlalchemy as sa
from alembic import op

from needlelog.db.columns import Id, Moment, Texts
from needlelog.db.migrations import seals_1, search_1

revision = "0001"
down_revision = None

Columns = list[sa.Column[object]]


def upgrade() -> None:
    _people()
    _clients()
    _sessions()
    _parts()
    _steps()
    _papers()
    dialect = op.get_bind().dialect.name
    search_1.create(dialect)
    seals_1.create(dialect)


def _people() -> None:
    op.create_table(
        "clinic",
        _id(),
        *_texts("name", "phone", "time_zone", "address", "hours", "out_of_hours"),
        *_texts("emergency_number", "paper", "currency"),
        *_numbers("version"),
    )
    op.create_table(
        "practitioner",
        _id(),
        *_texts("name", "initials", "profession", "registration", "insurer", "policy"),
        *_dates("policy_expires_on"),
        *_numbers("ceiling_um", needed=False),
        *_numbers("version"),
    )
    op.create_table(
        "rule_value",
        _id(),
        *_texts("code", "value", "set_by"),
        *_numbers("version"),
        *_moments("set_at", needed=True),
        sa.UniqueConstraint("code", "version"),
    )
    counters = op.create_table(
        "counter", sa.Column("id", sa.Text(), primary_key=True), *_numbers("value")
    )
    op.bulk_insert(counters, [{"id": "client", "value": 0}])


def _clients() -> None:
    op.create_table(
        "client",
        _id(),
        *_texts("family_name", "given_name", "known_as", "phone", "email", "address"),
        *_texts("contact_by", "emergency_contact", "doctor", "language", "age_proof_seen_by"),
        *_texts("allergies", "allergy_names", "notes"),
        *_texts("folded"),
        *_sorted_by_code_point("family_folded", "given_folded"),
        *_dates("born_on"),
        *_numbers("number", "version"),
        *_numbers("phototype", needed=False),
        *_flags("interpreter_needed"),
        *_flags("has_melasma", needed=False),
        *_moments("created_at"),
        sa.UniqueConstraint("number"),
        _between("phototype", 1, 6),
    )
    op.create_index(
        op.f("ix_client_family_folded_given_folded"), "client", ["family_folded", "given_folded"]
    )


def _sessions() -> None:
    op.create_table(
        "session",
        _id(),
        *_texts("status", "step", "entered_later_reason", "supervised_by", "prescriber"),
        *_texts("chaperone", "chaperone_name", "interpreter", "indication", "language"),
        *_texts("device", "device_serial", "speed_unit", "skin_prep", "product_after"),
        *_texts("currency", "notes", "why"),
        *_numbers("version"),
        *_numbers("speed", "price_minor", "pain", needed=False),
        *_flags("next_declined"),
        *_dates("next_on"),
        *_moments("happened_at", "entered_at", "saved_at", needed=True),
        *_moments("identity_confirmed_at", "started_at", "needling_ended_at"),
        *_moments("sharps_disposed_at", "as_expected_at", "rest_not_seen_at", "signed_at"),
        sa.Column("last_move_id", Id()),
        _link("copied_from_id", "session", needed=False),
        _link("treated_by_id", "practitioner", needed=False),
        _link("entered_by_id", "practitioner", needed=False),
        _link("numbing_by_id", "practitioner", needed=False),
        _link("signed_by_id", "practitioner", needed=False),
        _between("pain", 0, 10),
    )
    op.create_index(op.f("ix_session_signed_at"), "session", ["signed_at"])
    op.create_table(
        "session_client",
        _id(),
        _link("session_id", "session"),
        _link("client_id", "client"),
        *_numbers("nth"),
        *_moments("since", needed=True),
        sa.UniqueConstraint("session_id", "nth"),
    )
    op.create_index(op.f("ix_session_client_client_id"), "session_client", ["client_id"])


def _parts() -> None:
    _part(
        "serum_use",
        *_texts("product", "name", "maker", "lot"),
        *_dates("expires_on"),
        *_numbers("amount_ul", needed=False),
        *_moments("applied_at"),
    )
    _part(
        "tip",
        *_texts("name", "lot", "reason"),
        *_dates("expires_on"),
        *_numbers("pins", needed=False),
        *_moments("opened_at"),
    )
    _part(
        "layer",
        *_texts("zone", "part", "endpoint", "confirmation", "reason"),
        *_numbers("depth_um", "passes", "position"),
        sa.Column("techniques", Texts(), nullable=False),
        _link("serum_id", "serum_use", needed=False, deferred=True),
        _link("tip_id", "tip", needed=False, deferred=True),
        *_moments("done_at"),
        _between("depth_um", 100, 3000),
        sa.CheckConstraint("passes > 0", name="passes"),
    )
    _part(
        "spot",
        *_texts("map", "name", "kind", "reason"),
        *_numbers("number"),
        *_numbers("depth_um", "passes", needed=False),
        *_measures("x", "y", needed=True),
        *_measures("width_mm", "height_mm"),
        *_moments("done_at"),
        sa.UniqueConstraint("session_id", "number"),
        _between("depth_um", 100, 3000),
    )
    _part(
        "numbing",
        *_texts("product", "name", "lot", "area"),
        *_dates("expires_on"),
        *_numbers("amount_mg", needed=False),
        *_moments("on_at", "off_at"),
        _link("by_id", "practitioner", needed=False),
    )
    _part(
        "reaction",
        *_texts("kind", "scale", "zone"),
        *_numbers("level"),
        *_moments("noted_at"),
        sa.CheckConstraint("level >= 0", name="level"),
    )
    _part(
        "also_done",
        *_texts("kind", "timing", "product", "settings", "lot", "by"),
        sa.Column("zones", Texts(), nullable=False),
    )
    _part(
        "stop_record",
        *_texts("left_with", "note"),
        sa.Column("reasons", Texts(), nullable=False),
        sa.Column("measures", Texts(), nullable=False),
        *_numbers("pulse", "systolic", "diastolic", needed=False),
        *_moments("stopped_at", needed=True),
        *_moments("recovered_at", "left_at"),
    )


def _part(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, _id(), _link("session_id", "session"), *columns)
    op.create_index(op.f(f"ix_{name}_session_id"), name, ["session_id"])


def _steps() -> None:
    counted = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "undo_step",
        sa.Column("nth", counted, primary_key=True),
        sa.Column("id", Id(), nullable=False),
        _link("session_id", "session"),
        *_texts("what", "change"),
        *_flags("undone"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_undo_step_session_id"), "undo_step", ["session_id"])


def _papers() -> None:
    op.create_table(
        "handout",
        _id(),
        _link("session_id", "session"),
        *_texts("kind", "sha256", "says", "language", "rule_versions"),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        *_moments("needling_ended_at"),
        *_moments("made_at", needed=True),
    )
    op.create_index(op.f("ix_handout_session_id"), "handout", ["session_id"])
    op.create_table(
        "handout_event",
        _id(),
        _link("handout_id", "handout"),
        *_texts("kind", "note"),
        *_moments("at", needed=True),
        _link("by_id", "practitioner", needed=False),
    )
    op.create_index(op.f("ix_handout_event_handout_id"), "handout_event", ["handout_id"])


def _id() -> sa.Column[object]:
    return sa.Column("id", Id(), primary_key=True)


def _link(
    name: str, table: str, needed: bool = True, deferred: bool | None = None
) -> sa.Column[object]:
    when = "DEFERRED" if deferred else None
    key = sa.ForeignKey(f"{table}.id", deferrable=deferred, initially=when)
    return sa.Column(name, Id(), key, nullable=not needed)


def _between(column: str, low: int, high: int) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def _texts(*names: str) -> Columns:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _sorted_by_code_point(*names: str) -> Columns:
    kind = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return [sa.Column(name, kind, nullable=False) for name in names]


def _numbers(*names: str, needed: bool = True) -> Columns:
    return [sa.Column(name, sa.Integer(), nullable=not needed) for name in names]


def _measures(*names: str, needed: bool = False) -> Columns:
    return [sa.Column(name, sa.Double(), nullable=not needed) for name in names]


def _flags(*names: str, needed: bool = True) -> Columns:
    return [sa.Column(name, sa.Boolean(), nullable=not needed) for name in names]


def _dates(*names: str) -> Columns:
    return [sa.Column(name, sa.Date()) for name in names]


def _moments(*names: str, needed: bool = False) -> Columns:
    return [sa.Column(name, Moment(), nullable=not needed) for name in names]
