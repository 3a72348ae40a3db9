"""Where the window stood when it was closed."""

import logging

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from needlelog import settings
from needlelog.errors import NeedleLogError

_log = logging.getLogger(__name__)


def restore(window: QWidget, chosen: settings.Settings) -> None:
    """Put the window where it stood; the first time in the size it was drawn for."""
    window.resize(1366, 860)
    if chosen.window:
        window.restoreGeometry(QByteArray.fromBase64(chosen.window.encode()))


def keep(window: QWidget) -> None:
    """Remember place and size for the next start."""
    place = window.saveGeometry().toBase64().toStdString()
    try:
        settings.change(settings.settings_file(), window=place)
    except NeedleLogError:
        # Where the window stood is not worth a word while the person is leaving.
        _log.info("The place of the window was not kept")
