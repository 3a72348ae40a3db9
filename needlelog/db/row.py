"""What every table has: an id, and columns typed by the values they keep."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Double, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from needlelog.db.columns import Code, Id, Moment, Texts
from needlelog.domain.client import Allergies
from needlelog.domain.handout import HandoutEventKind
from needlelog.domain.session import ChairStep, Confirmation, Status


class Row(DeclarativeBase):
    """Gives every column its type by the type of the value it keeps."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id,
        datetime: Moment,
        str: Text,
        float: Double,
        bytes: LargeBinary,
        tuple[str, ...]: Texts,
        Allergies: Code(Allergies),
        ChairStep: Code(ChairStep),
        Confirmation: Code(Confirmation),
        HandoutEventKind: Code(HandoutEventKind),
        Status: Code(Status),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True)
