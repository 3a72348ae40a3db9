"""The pictures of the guide: chosen from the tour, made small, under names that stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from PIL import Image

from needlelog.tour.failures import TourFailed

PICTURES = {
    "first-start": "first-start-you",
    "today": "today",
    "palette": "palette-light",
    "new-client": "new-client-three-fields",
    "client": "new-client-client",
    "chair": "first-session-cheeks",
    "reactions": "first-session-as-expected",
    "aftercare": "first-session-aftercare",
    "signed": "first-session-signed",
    "planned": "repeat-session-planned",
    "done-as-planned": "repeat-session-done-as-planned",
    "settings-clinic": "settings-clinic",
    "settings-practitioners": "settings-practitioners",
    "settings-rules": "settings-rules",
    "settings-papers": "settings-papers",
}
"""Name in the guide to the step of the tour whose picture it is."""

LARGEST_FILE = 150_000
"""Bytes: a guide with a dozen pictures is read over a slow line too."""
_WIDEST = 1100
_COLOURS = (256, 128, 64, 32)


def keep(tour: Path, names: Iterable[str], folder: Path) -> tuple[Path, ...]:
    """Keep the guide's pictures of a tour in `folder`. Raises TourFailed for one nobody made."""
    folder.mkdir(parents=True, exist_ok=True)
    by_step = {re.sub(r"^\d+-|\.png$", "", name): name for name in names}
    made = []
    for own_name, step in PICTURES.items():
        if step not in by_step:
            raise TourFailed(
                f"The guide shows “{step}”, which no step of the tour is called any more. "
                f"Put its name right in {Path(__file__).name}."
            )
        target = folder / f"{own_name}.png"
        target.write_bytes(_small(tour / by_step[step]))
        made.append(target)
    return tuple(made)


def _small(picture: Path) -> bytes:
    """Fewer pixels, and as many colours as fit the size: screens have few."""
    with Image.open(picture) as opened:
        shown = opened.convert("RGB")
    shown.thumbnail((_WIDEST, _WIDEST), Image.Resampling.LANCZOS)
    encoded = (_encoded(shown.quantize(colours)) for colours in _COLOURS)
    fitting = (content for content in encoded if len(content) <= LARGEST_FILE)
    return next(fitting, _encoded(shown.quantize(_COLOURS[-1])))


def _encoded(picture: Image.Image) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()
