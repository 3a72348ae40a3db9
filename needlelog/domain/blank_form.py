"""Paper for a day without power: which blank forms there are."""

from enum import StrEnum


class BlankForm(StrEnum):
    CARD = "card"
    """What the chair records of one session."""
    HISTORY = "history"
    """What a client is asked before the first one."""
