"""Sheets for tests, and reading them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from needlelog import catalogue
from needlelog.domain.aftercare import AftercareSheet, SheetFacts, sheet
from needlelog.domain.session import NeedlingSession, Numbing, SerumUse
from tests.builders import a_client, a_clinic, a_layer, a_practitioner, a_session, a_tip

ENDED = datetime(2026, 11, 22, 14, 51, tzinfo=UTC)
THREE_DEPTHS = {
    "face.forehead": 500,
    "face.temple_l": 500,
    "face.temple_r": 500,
    "face.chin": 1000,
    "face.jawline_l": 1000,
    "face.jawline_r": 1000,
    "face.cheek_l": 1500,
    "face.cheek_r": 1500,
}


def a_full_session(
    zones: Mapping[str, int] = THREE_DEPTHS, products: tuple[str, ...] = ("hyaluronic_acid",)
) -> NeedlingSession:
    """Everything a sheet can say: serums, tips, numbing, a next date."""
    serums = tuple(SerumUse(product, lot=f"{product[:2].upper()}-2291") for product in products)
    layers = tuple(
        a_layer(zone, um, position=place, serum_id=serums[place % len(serums)].id)
        for place, (zone, um) in enumerate(zones.items())
    )
    on_at, off_at = ENDED - timedelta(minutes=73), ENDED - timedelta(minutes=42)
    numbing = Numbing("lidocaine4", lot="L-7", on_at=on_at, off_at=off_at)
    return replace(
        a_session(needling_ended_at=ENDED, next_on=date(2026, 12, 20)),
        layers=layers,
        serums=serums,
        tips=(a_tip(),),
        numbings=(numbing,),
    )


def a_sheet(
    session: NeedlingSession | None = None,
    client: Mapping[str, Any] | None = None,
    clinic: Mapping[str, Any] | None = None,
) -> AftercareSheet:
    """The sheet of a session of three depths, for Priya of the Linden Skin Studio."""
    return sheet(
        session or a_full_session(),
        a_client(**(client or {})),
        a_clinic(hours="Every day, 9:00 to 18:00", **(clinic or {})),
        SheetFacts(4, ENDED + timedelta(minutes=1), a_practitioner()),
        catalogue.aftercare_guide(),
        catalogue.zones(),
    )


def text_of(pdf: bytes) -> str:
    """The text of the only page, as a reader copies it, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        page = document[0].get_textpage()
        return " ".join(page.get_text_range().split())
    finally:
        document.close()


def image_of(pdf: bytes, scale: float = 1.0) -> Image.Image:
    """The page in grey, `scale` pixels a point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[0].render(scale=scale).to_pil().convert("L")
        return picture
    finally:
        document.close()


def objects_of(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))
