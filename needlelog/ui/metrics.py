"""How large text is on the screen, and how large the controls that hold it: one scale for all."""

from dataclasses import dataclass, replace
from math import floor
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_PROPERTY = "needlelog_scale"
_SIZES = "needlelog_sizes"
_KEPT_FONT = "_q_styleSheetWidgetFont"
"""Where Qt's style sheets keep the font a widget had when it was first dressed."""
_LINE_PX = 24
_AIR_PX = 6
"""Between words and the edge of the control that holds them, above and below."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`text` is for type and for what grows with it, `target` for the least height of controls."""

    text: float = 1.0
    target: float = 1.0


def current() -> Scale:
    """The scale everything has now."""
    app = QCoreApplication.instance()
    found = None if app is None else app.property(_PROPERTY)
    return cast(Scale, found) if found is not None else Scale()


def px(length: float) -> int:
    """A length that was drawn for text at 100 %, at the size text has now."""
    return _rounded(length * current().text)


def tall(least: int, words: int) -> int:
    """The height of a control: `least` at 100 %, and more where its words need it."""
    return max(_rounded(least * current().target), words + 2 * _AIR_PX)


def fix(widget: QWidget, width: int | None = None, height: int | None = None) -> None:
    """A size that grows with the text, given as it was drawn for 100 %."""
    kept = _sizes(widget)
    _keep(widget, replace(kept, width=width or kept.width, height=height or kept.height))


def at_least(widget: QWidget, width: int | None = None, height: int | None = None) -> None:
    """A least size that grows with the text, given as it was drawn for 100 %."""
    kept = _sizes(widget)
    wide, tall = width or kept.least_width, height or kept.least_height
    _keep(widget, replace(kept, least_width=wide, least_height=tall))


def one_line(field: QWidget, height: int) -> None:
    """A field for one line: `height` at 100 %, and more where its words need it."""
    _keep(field, replace(_sizes(field), line_height=height))


def at_most(widget: QWidget, width: int) -> None:
    """A greatest width that grows with the text, given as it was drawn for 100 %."""
    _keep(widget, replace(_sizes(widget), most_width=width))


def wear(app: QApplication, scale: Scale) -> None:
    """Show everything at this scale from now on; what stands there follows at once."""
    before = current()
    if scale == before:
        return
    # Read before anything moves: what follows a change of size sets fonts of its own, and a font
    # that has the new size already must not be given it twice.
    worn = [
        (widget, _rescaled(widget.font(), before.text, scale.text))
        for widget in app.allWidgets()
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    ]
    app.setProperty(_PROPERTY, scale)
    app.setFont(_rescaled(app.font(), before.text, scale.text))
    for widget, font in worn:
        if isValid(widget):
            widget.setFont(font)
    for widget in filter(isValid, app.allWidgets()):
        _forget_kept_font(widget)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            widget.setFont(QFont())  # the font of the program, or of what it lies in
        _set(widget, _sizes(widget))
        widget.updateGeometry()
    lay_out_again(app)


def lay_out_again(app: QApplication) -> None:
    """Bigger text is less room: whoever looks at the room when it changes looks again."""
    for widget in app.allWidgets():
        if isValid(widget):
            QCoreApplication.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What was set on a widget, in the pixels of 100 %; None is left to Qt."""

    width: int | None = None
    height: int | None = None
    least_width: int | None = None
    least_height: int | None = None
    most_width: int | None = None
    line_height: int | None = None


def _sizes(widget: QWidget) -> _Sizes:
    found = widget.property(_SIZES)
    return found if isinstance(found, _Sizes) else _Sizes()


def _keep(widget: QWidget, sizes: _Sizes) -> None:
    widget.setProperty(_SIZES, sizes)
    _set(widget, sizes)


def _set(widget: QWidget, sizes: _Sizes) -> None:
    for size, setter in (
        (sizes.width, widget.setFixedWidth),
        (sizes.height, widget.setFixedHeight),
        (sizes.least_width, widget.setMinimumWidth),
        (sizes.least_height, widget.setMinimumHeight),
        (sizes.most_width, widget.setMaximumWidth),
    ):
        if size is not None:
            setter(px(size))
    if sizes.line_height is not None:
        widget.setMinimumHeight(tall(sizes.line_height, px(_LINE_PX)))


def _forget_kept_font(widget: QWidget) -> None:
    # Qt gives it back at the next change of parent or theme, in the size of the scale before.
    if widget.property(_KEPT_FONT) is not None:
        widget.setProperty(_KEPT_FONT, None)


def _rescaled(font: QFont, before: float, after: float) -> QFont:
    # No scale is below 1, so the size it was drawn with is found again without a loss.
    font.setPixelSize(_rounded(_rounded(font.pixelSize() / before) * after))
    return font


def _rounded(length: float) -> int:
    return floor(length + 0.5)
