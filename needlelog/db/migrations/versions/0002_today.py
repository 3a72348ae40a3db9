"""Schema 2: what the first page asks is found at once, and a demo knows that it is one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column(
        "clinic", sa.Column("is_demo", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index(op.f("ix_session_happened_at_id"), "session", ["happened_at", "id"])
    op.drop_index(op.f("ix_session_signed_at"), "session")
    _index_where("signed_at IS NULL", "ix_session_unsigned", "happened_at", "id")
    _index_where("signed_at IS NOT NULL", "ix_session_signed", "signed_at")


def _index_where(condition: str, name: str, *columns: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "session", [*columns], sqlite_where=where, postgresql_where=where)
