"""The clinic at the head of a page: its logo, its name and where to find it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import TwoColumns, text
from needlelog.documents.ink import ACCENT
from needlelog.documents.sheet_look import CLINIC, PHONE, SMALL
from needlelog.domain.clinic import Clinic

LOGO_HEIGHT = 42.0
LOGO_WIDTH = 130.0
_BESIDE_LOGO = 12.0


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture with its size on the page, in points."""

    picture: bytes
    width: float
    height: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        reader = ImageReader(BytesIO(self.picture))
        canvas.drawImage(reader, left, top - self.height, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Letterhead:
    logo: Logo | None
    words: TwoColumns

    @property
    def height(self) -> float:
        return max(self.words.height, self.logo.height if self.logo else 0.0)

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        """Draw from `top` downwards; returns where it ends."""
        low = top - self.height
        beside = left
        if self.logo is not None:
            self.logo.draw(canvas, left, top - (self.height - self.logo.height) / 2)
            beside += self.logo.width + _BESIDE_LOGO
        self.words.draw(canvas, beside, top - (self.height - self.words.height) / 2)
        return low


def letterhead(clinic: Clinic, width: float, logo: bytes = b"") -> Letterhead:
    """The head of a page `width` points wide. `logo` is a picture as it is kept, or nothing."""
    placed = _placed(logo) if logo else None
    room = width - (placed.width + _BESIDE_LOGO if placed else 0.0)
    right = (text(clinic.phone, PHONE, room * 0.4, 1), text(clinic.hours, SMALL, room * 0.4, 2))
    left = (
        text(clinic.name, CLINIC, room * 0.56, 2),
        text(clinic.address, SMALL, room * 0.56, 2),
    )
    return Letterhead(placed, TwoColumns(left, right, room))


def draw_head_rule(canvas: Canvas, left: float, width: float, y: float) -> None:
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(1.4)
    canvas.line(left, y, left + width, y)


def _placed(picture: bytes) -> Logo:
    """As large as fits the head of a page."""
    wide, high = ImageReader(BytesIO(picture)).getSize()
    scale = min(LOGO_WIDTH / wide, LOGO_HEIGHT / high)
    return Logo(picture, wide * scale, high * scale)
