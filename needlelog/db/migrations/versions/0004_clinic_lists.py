"""Schema 4: products, devices, protocols and prices of the clinic, and which a session used."""

import sqlalchemy as sa
from alembic import op

from needlelog.db.columns import Id

revision = "0004"
down_revision = "0003"

Columns = list[sa.Column[object]]


def upgrade() -> None:
    _products()
    _devices()
    _protocols()
    _prices()
    _used_in_sessions()


def _products() -> None:
    op.create_table(
        "product",
        _id(),
        *_texts("kind", "name", "maker", "meant_for", "ingredients"),
        sa.Column("is_sterile", sa.Boolean()),
        *_numbers("days_after_opening", "pins"),
        *_kept(),
        sa.CheckConstraint("days_after_opening > 0", name="days_after_opening"),
    )


def _devices() -> None:
    op.create_table(
        "device",
        _id(),
        *_texts("name", "maker", "serial", "speed_unit"),
        sa.Column("low_um", sa.Integer(), nullable=False),
        sa.Column("high_um", sa.Integer(), nullable=False),
        *_numbers("speed_low", "speed_high"),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        *_kept(),
        sa.CheckConstraint("low_um BETWEEN 100 AND high_um AND high_um <= 3000", name="range"),
    )


def _protocols() -> None:
    op.create_table(
        "protocol",
        _id(),
        *_texts("name", "zones", "techniques", "serum", "serum_name", "serum_maker"),
        *_numbers("interval_days"),
        sa.Column("device_id", Id(), sa.ForeignKey("device.id")),
        *_kept(),
        sa.CheckConstraint("interval_days > 0", name="interval_days"),
    )


def _prices() -> None:
    op.create_table(
        "clinic_price",
        _id(),
        *_texts("name", "currency"),
        *_numbers("amount_minor"),
        *_kept(),
        sa.CheckConstraint("amount_minor >= 0", name="amount_minor"),
    )


def _used_in_sessions() -> None:
    # Columns are only added: a table that is rebuilt would come back without its seals.
    op.add_column("tip", _text_of_old_rows("product"))
    op.add_column("session", _text_of_old_rows("protocol"))
    for table in ("device", "protocol"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"ALTER TABLE session ADD COLUMN {table}_id BLOB REFERENCES {table} (id)")
        else:
            key = sa.ForeignKey(f"{table}.id")
            op.add_column("session", sa.Column(f"{table}_id", Id(), key))


def _id() -> sa.Column[object]:
    return sa.Column("id", Id(), primary_key=True)


def _texts(*names: str) -> Columns:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _text_of_old_rows(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _numbers(*names: str) -> Columns:
    return [sa.Column(name, sa.Integer()) for name in names]


def _kept() -> Columns:
    """What every list of the clinic has."""
    return [
        sa.Column("is_retired", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]
