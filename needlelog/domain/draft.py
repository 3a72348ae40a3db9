"""What somebody typed into a form and has not kept yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from needlelog.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class Draft:
    """One form of one person; it is gone once the form is saved or discarded."""

    form: str
    """Which form: 'client' for a new client, 'client <id>' for one that is put right."""
    owner_id: UUID
    typed: str
    """JSON object: field to what stands in it, only for the fields that were changed."""
    kept_at: datetime
    id: UUID = field(default_factory=new_id)
