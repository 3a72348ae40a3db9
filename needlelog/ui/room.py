"""Which sizes of the window leave little room, and so ask for the compact parts."""

from PySide6.QtCore import QSize

from needlelog.ui import metrics

_NARROW_PX = 1200
_LOW_PX = 780


def is_compact(window: QSize) -> bool:
    """Whether the window is too narrow or too low for everything at its full size.

    Text that grows leaves less room, as a smaller window does.
    """
    return window.width() < metrics.px(_NARROW_PX) or window.height() < metrics.px(_LOW_PX)
