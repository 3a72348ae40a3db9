"""The map that is painted at the chair: zones are tapped, tinted by depth and numbered."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.i18n import _
from needlelog.ui.widgets import map_paths
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.map_lettering import SpotMark
from needlelog.ui.widgets.map_painter import ZoneLook
from needlelog.ui.widgets.map_scene import MapScene
from needlelog.ui.widgets.taps import Taps
from needlelog.ui.widgets.zone_key import ZoneKey, ZoneKeys

_SMALL_PX = 48
_BUTTON_PX = 64
_GAP_PX = 8


class ZoneMap(QWidget):
    """One of the six maps. Values in, taps out: it never paints a zone on its own."""

    zone_tapped = Signal(str)
    """The stored code of a zone, once for every tap."""
    spot_placed = Signal(str, float, float)
    """The map and the place on it, in map units."""
    spot_tapped = Signal(int)
    """The number of a spot that was tapped while spots are being placed."""
    region_opened = Signal(str)
    """A body map went to twice its size round this zone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths = map_paths.for_map("face_front")
        self._looks: dict[str, ZoneLook] = {}
        self._spots: tuple[SpotMark, ...] = ()
        self._is_spot_mode = False
        self._opened: str | None = None
        self._focus: str | None = None
        self._taps = Taps()
        self._held: set[str] = set()
        self._scene: MapScene | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._keys = ZoneKeys(self)
        self._keys.pressed.connect(self._on_key_pressed)
        self._keys.focus_moved.connect(self._on_focus_moved)
        self._back = self._way_back()
        self.set_view("face_front")

    # ---------------------------------------------------------------------------- values in

    @property
    def view(self) -> str:
        return self._paths.code

    def set_view(self, map_code: str) -> None:
        """Show one of the six maps, whole."""
        self._paths = map_paths.for_map(map_code)
        self.setAccessibleName(_(self._paths.title))
        self._keys.show_zones(self._paths.zones)
        for key in self._keys.shown:
            self._describe(key)
        self._focus = self._keys.focused if self._focus else None
        self._open(None)

    def set_zones(self, zones: Mapping[str, ZoneLook]) -> None:
        """Show these zones by their stored codes; what another map shows is kept for it."""
        before, self._looks = self._looks, dict(zones)
        for key in self._keys.shown:
            if before.get(key.zone) != self._looks.get(key.zone):
                self._describe(key)
                self.update(self._laid_out().zone_rect(key.zone))

    def set_spots(self, spots: Iterable[SpotMark]) -> None:
        self._spots = tuple(spots)
        self.update()

    def set_spot_mode(self, is_on: bool) -> None:
        """While on, a tap places a spot, or takes up the one it meets, and paints no zone."""
        self._is_spot_mode = is_on
        self.setCursor(Qt.CursorShape.CrossCursor if is_on else Qt.CursorShape.ArrowCursor)

    def place_of(self, zone: str) -> QPoint | None:
        """Where a tap on a zone goes on this widget; None while the zone is out of sight."""
        shown = self._paths.zone(zone)
        if shown is None:
            return None
        place = self._laid_out().frame.to_widget(shown.anchor).toPoint()
        return place if self.rect().contains(place) else None

    # -------------------------------------------------------------------------------- taps

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            for tap in self._taps.touched(event):
                self._on_tap(tap)
            self._show_held()
            # Left unaccepted, Qt makes a second tap of it, by mouse.
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._taps.press(event.position())
            self._show_held()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick taps is a tap like any other.
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._taps.move(event.position())
        self._show_held()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        tap = self._taps.release(event.position())
        if tap is not None:
            self._on_tap(tap)
        self._show_held()

    def _on_tap(self, at: QPointF) -> None:
        scene = self._laid_out()
        zone = scene.zone_at(at)
        if zone is not None and self._is_too_small(zone):
            self._open(zone)
            self.region_opened.emit(zone)
        elif self._is_spot_mode:
            self._place_spot(scene.frame.to_map(at))
        elif zone is not None:
            self.zone_tapped.emit(zone)

    def _show_held(self) -> None:
        """Answer at once to a finger or button that is down on a zone."""
        scene = self._laid_out()
        points = () if self._is_spot_mode else self._taps.held
        held = {zone for zone in map(scene.zone_at, points) if zone is not None}
        for zone in held ^ self._held:
            self.update(scene.zone_rect(zone))
        self._held = held

    def _is_too_small(self, code: str) -> bool:
        zone = self._paths.zone(code)
        if zone is None or self._opened or not self._paths.opens_regions:
            return False
        size = self._laid_out().tap_size(zone)
        return min(size.width(), size.height()) < _SMALL_PX

    def _place_spot(self, point: QPointF) -> None:
        near = self._laid_out().spot_at(point, self._spots)
        if near is not None:
            self.spot_tapped.emit(near.number)
        elif self._paths.is_figure(point):
            self.spot_placed.emit(self.view, point.x(), point.y())

    # ---------------------------------------------------------------------------- keyboard

    def _on_key_pressed(self, code: str) -> None:
        zone = self._paths.zone(code)
        if self._is_spot_mode and zone is not None:
            self._place_spot(zone.anchor)
        else:
            self.zone_tapped.emit(code)

    def _on_focus_moved(self, code: str | None) -> None:
        self._focus = code
        if self._opened and code and not self._laid_out().is_in_sight(code):
            self._open(code)
        self.update()

    def _describe(self, key: ZoneKey) -> None:
        key.setAccessibleDescription(_state(self._looks.get(key.zone)))

    # ------------------------------------------------------------------------------ layout

    def _way_back(self) -> ActionButton:
        back = ActionButton(_("Whole body"), "arrow-left", height=_BUTTON_PX)
        back.setParent(self)
        # Or the map would take its touches: it accepts them for all that lies on it.
        back.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        back.clicked.connect(partial(self._open, None))
        return back

    def _open(self, zone: str | None) -> None:
        """Show the region round a zone at twice the size, or the whole map."""
        self._opened = zone
        self._taps.cancel()
        self._held = set()
        self._back.setVisible(zone is not None)
        self._scene = None
        self._lay_out_keys()
        self.update()

    def _laid_out(self) -> MapScene:
        if self._scene is None:
            around = self._paths.zone(self._opened) if self._opened else None
            foot = self._back.sizeHint().height() + _GAP_PX
            self._scene = MapScene(self._paths, QSizeF(self.size()), around, foot)
        return self._scene

    def _lay_out_keys(self) -> None:
        scene = self._laid_out()
        for key in self._keys.shown:
            key.setGeometry(scene.zone_paths[key.zone].boundingRect().toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scene = None
        self._lay_out_keys()
        hint = self._back.sizeHint()
        self._back.setGeometry(0, self.height() - hint.height(), hint.width(), hint.height())

    def sizeHint(self) -> QSize:
        return QSize(365, 464)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 300)

    # ------------------------------------------------------------------------------- paint

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self._laid_out()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.paint(painter, self._looks, self._focus, event.region())
        for spot in self._spots:
            if spot.map == self.view:
                scene.paint_spot(painter, spot)
        for zone in self._held:
            scene.paint_held(painter, zone)
        painter.end()


def _state(look: ZoneLook | None) -> str:
    """What a screen reader says of a zone after its name."""
    if look is None:
        return _("not painted")
    words = " ".join(look.lines)
    if look.planned:
        words = _("{depth_and_passes}, planned, not confirmed").format(depth_and_passes=words)
    if look.warned:
        words = _("{depth_and_passes}, needs attention").format(depth_and_passes=words)
    return words
