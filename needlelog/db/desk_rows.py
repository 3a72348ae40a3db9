"""The tables of the desk: the logo of the clinic, and what was typed and not kept yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from needlelog.db.row import Row


class LetterheadRow(Row):
    __tablename__ = "letterhead"

    logo: Mapped[bytes]
    version: Mapped[int]


class DraftRow(Row):
    """What somebody typed into a form and has not kept yet."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("form", "owner_id"),)

    form: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("practitioner.id"))
    typed: Mapped[str]
    kept_at: Mapped[datetime]
