"""A picture somebody chose as logo, checked and made anew before anything relies on it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from needlelog.errors import BadValue
from needlelog.i18n import _

LARGEST_FILE = 10_000_000
"""Bytes."""
LARGEST_EDGE = 6_000
"""Pixels: a scan of a whole page has fewer."""
_FITS = (640, 260)
"""Pixels: what the head of a page shows at 300 dpi."""
_HEAVY = 80_000
"""Bytes above which a picture is no drawing but a photo."""
_PAPER = (255, 255, 255)

# Made by its own reader: the one door of Pillow, Image.open, looks at every format it knows.
_READERS: tuple[tuple[bytes, type[ImageFile]], ...] = (
    (b"\x89PNG\r\n\x1a\n", PngImageFile),
    (b"\xff\xd8\xff", JpegImageFile),
)


def checked(file: bytes) -> bytes:
    """The picture as it is kept: upright, on white, no larger than paper shows.

    Nothing of the file itself is kept, so neither is what else was in it. Raises BadValue with
    the sentence to show.
    """
    if len(file) > LARGEST_FILE:
        raise _refused(_("The file has more than 10 MB. Save a smaller copy, and choose that."))
    try:
        picture = _opened(file)
        _refuse_unfit(picture)
        return _made_anew(picture)
    except (OSError, SyntaxError, ValueError, EOFError) as broken:
        raise _refused(
            _("The picture is damaged. Save it once more, or choose another.")
        ) from broken


def _opened(file: bytes) -> ImageFile:
    """The picture with its head read, and nothing of its pixels."""
    for beginning, reader in _READERS:
        if file.startswith(beginning):
            return reader(BytesIO(file))
    raise _refused(_("The file is no PNG or JPEG picture. Save the logo as one of these."))


def _refuse_unfit(picture: ImageFile) -> None:
    wide, high = picture.size
    if max(wide, high) > LARGEST_EDGE:
        raise _refused(
            _("The picture has {wide} × {high} pixels; up to {most} each way can be read. "
              "Save a smaller copy, and choose that.").format(
                wide=wide, high=high, most=LARGEST_EDGE
            )
        )  # fmt: skip
    if getattr(picture, "is_animated", False) and isinstance(picture, PngImageFile):
        raise _refused(_("The picture moves, and paper can't. Save one still picture of it."))


def _made_anew(picture: ImageFile) -> bytes:
    picture.draft("RGB", (2 * _FITS[0], 2 * _FITS[1]))  # a large JPEG is read at a fraction
    upright = ImageOps.exif_transpose(picture)
    flat = _on_white(upright)
    flat.thumbnail(_FITS, Image.Resampling.LANCZOS)
    drawn = _encoded(flat, "PNG", optimize=True)
    return drawn if len(drawn) <= _HEAVY else _encoded(flat, "JPEG", quality=90)


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    white = Image.new("RGB", clear.size, _PAPER)
    white.paste(clear, mask=clear.getchannel("A"))
    return white


def _encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    made = BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def _refused(reason: str) -> BadValue:
    return BadValue(f"{reason} {_('The letterhead stays as it was.')}")
