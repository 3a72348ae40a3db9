"""A logo on the letterhead, what was typed and not yet kept, and when a registration ends."""

import sqlalchemy as sa
from alembic import op

from needlelog.db.columns import Id, Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "letterhead",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("logo", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_table(
        "draft",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("owner_id", Id(), sa.ForeignKey("practitioner.id"), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("kept_at", Moment(), nullable=False),
        sa.UniqueConstraint("form", "owner_id"),
    )
    op.add_column("practitioner", sa.Column("registration_expires_on", sa.Date()))
