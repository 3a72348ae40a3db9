"""Which sizes of the window leave little room, and so ask for the compact parts."""

from PySide6.QtCore import QSize

_NARROW_PX = 1200
_LOW_PX = 780


def is_compact(window: QSize) -> bool:
    """Whether the window is too narrow or too low for everything at its full size."""
    return window.width() < _NARROW_PX or window.height() < _LOW_PX
