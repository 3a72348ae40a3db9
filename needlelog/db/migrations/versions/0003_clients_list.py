"""Schema 3: archive and trash, and what a client's sessions come to."""

import sqlalchemy as sa
from alembic import op

from needlelog.db.columns import Moment

revision = "0003"
down_revision = "0002"

_COUNTED = """
    UPDATE client SET
        session_count = found.sessions,
        last_session_at = found.happened_at,
        next_on = found.next_on
    FROM (
        SELECT mine.client_id, session.happened_at, session.next_on,
            count(*) OVER (PARTITION BY mine.client_id) AS sessions,
            row_number() OVER (
                PARTITION BY mine.client_id ORDER BY session.happened_at DESC, session.id DESC
            ) AS place
        FROM session_client AS mine JOIN session ON session.id = mine.session_id
        WHERE NOT EXISTS (
            SELECT 1 FROM session_client AS later
            WHERE later.session_id = mine.session_id AND later.nth > mine.nth
        )
    ) AS found
    WHERE found.client_id = client.id AND found.place = 1
"""
_SEARCHED = """
    CREATE INDEX ix_client_search
    ON client (family_folded, given_folded, number, folded, trashed_at)
"""
_LISTED = "archived_at IS NULL AND trashed_at IS NULL"


def upgrade() -> None:
    for column in (
        sa.Column("archived_at", Moment()),
        sa.Column("trashed_at", Moment()),
        sa.Column("session_count", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("last_session_at", Moment()),
        sa.Column("next_on", sa.Date()),
    ):
        op.add_column("client", column)
    op.execute(_COUNTED)
    _index(
        "ix_client_listed",
        *("family_folded", "given_folded", "number", "last_session_at", "next_on"),
        *("session_count", "born_on", "phone", "phototype", "allergies"),
        *("archived_at", "trashed_at"),
        where=_LISTED,
    )
    seen = ("last_session_at", "number", "archived_at", "trashed_at")
    _index("ix_client_seen", *seen, where=_LISTED)
    given = ["given_folded", "family_folded", "number", "trashed_at"]
    op.create_index("ix_client_given", "client", given)
    for name in ("archived_at", "trashed_at"):
        _index(f"ix_client_{name}", name, where=f"{name} IS NOT NULL")
    if op.get_bind().dialect.name == "sqlite":
        # Search leaves out who lies in the trash, and still reads nothing but this index.
        op.execute("DROP INDEX ix_client_search")
        op.execute(_SEARCHED)


def _index(name: str, *columns: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        name, "client", list(columns), sqlite_where=condition, postgresql_where=condition
    )
