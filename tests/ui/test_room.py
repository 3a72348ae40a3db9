"""When the window leaves little room."""

import pytest
from PySide6.QtCore import QSize

from needlelog.ui.room import is_compact


@pytest.mark.parametrize(
    ("width", "height", "compact"),
    [(1200, 780, False), (1199, 780, True), (1200, 779, True), (1024, 600, True)],
)
def test_a_narrow_or_a_low_window_is_compact(width: int, height: int, compact: bool) -> None:
    assert is_compact(QSize(width, height)) is compact
