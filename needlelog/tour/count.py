"""What the hands did since a journey began."""

from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """A tap is one press and release of pointer or finger, dialogs and sheets included."""

    taps: int = 0
    typed: int = 0
    """Characters into fields."""
    keys: int = 0
    """Presses of other keys."""

    def clear(self) -> None:
        self.taps = self.typed = self.keys = 0
