"""What tests of the zone map share: what it reported, where its zones are, what it shows."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from needlelog import catalogue
from needlelog.ui.widgets.zone_key import ZoneKey
from needlelog.ui.widgets.zone_map import ZoneMap


class Taps:
    """What a map reported."""

    def __init__(self, zone_map: ZoneMap) -> None:
        self.zones: list[str] = []
        self.spots: list[tuple[str, float, float]] = []
        self.regions: list[str] = []
        zone_map.zone_tapped.connect(self.zones.append)
        zone_map.region_opened.connect(self.regions.append)
        zone_map.spot_placed.connect(self._on_spot)

    def _on_spot(self, code: str, x: float, y: float) -> None:
        self.spots.append((code, x, y))


def zones_of(code: str) -> list[str]:
    return [shown.zone for shown in catalogue.maps()[code].zones]


def place(zone_map: ZoneMap, zone: str) -> QPoint:
    found = zone_map.place_of(zone)
    assert found is not None
    return found


def click(zone_map: ZoneMap, at: QPoint) -> None:
    QTest.mouseClick(zone_map, Qt.MouseButton.LeftButton, pos=at)


def key_of(zone_map: ZoneMap, zone: str) -> ZoneKey:
    return next(key for key in zone_map.findChildren(ZoneKey) if key.zone == zone)


def picture(zone_map: ZoneMap) -> QImage:
    return zone_map.grab().toImage()


def colours(zone_map: ZoneMap, zone: str) -> set[str]:
    """All colours inside a zone."""
    image = picture(zone_map)
    area = key_of(zone_map, zone).geometry().intersected(zone_map.rect())
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }
