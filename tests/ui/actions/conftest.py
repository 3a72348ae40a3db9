"""The whole window, as tests of the screens have it."""

from tests.ui.screens.conftest import new_window, window

__all__ = ["new_window", "window"]
