"""What the palette is opened for."""

from enum import Enum, auto


class Asking(Enum):
    ANYTHING = auto()
    CLIENT = auto()
    """Which client to open."""
    SESSION = auto()
    """Whom a session is for."""
