"""The map at the chair, shown, with an ear for what it reports."""

import pytest
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.zone_map import ZoneMap
from tests.ui.widgets.zone_maps import Taps


@pytest.fixture
def zone_map(qtbot: QtBot) -> ZoneMap:
    shown = ZoneMap()
    qtbot.addWidget(shown)
    shown.resize(365, 464)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def taps(zone_map: ZoneMap) -> Taps:
    return Taps(zone_map)
