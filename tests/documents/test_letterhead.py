"""A logo is checked before it is relied on, and stands at the head of every page."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from needlelog.documents import blank_forms, logo
from needlelog.documents.aftercare import render
from needlelog.domain.blank_form import BlankForm
from needlelog.errors import BadValue
from tests.builders import a_clinic
from tests.documents.pages import a_sheet, objects_of, text_of

TEAL = (15, 118, 110)


def a_file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    made = BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def a_picture(mode: str = "RGB", size: tuple[int, int] = (900, 300)) -> Image.Image:
    return Image.new("RGB", size, TEAL).convert(mode)


def read(kept: bytes) -> Image.Image:
    return Image.open(BytesIO(kept))


def a_chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def a_bomb() -> bytes:
    """The head of a picture of 20,000 x 20,000 pixels, and hardly any of its pixels."""
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 6, 0, 0, 0)
    chunks = a_chunk(b"IHDR", head) + a_chunk(b"IDAT", zlib.compress(bytes(9)))
    return b"\x89PNG\r\n\x1a\n" + chunks + a_chunk(b"IEND", b"")


def a_moving_picture(kind: str) -> bytes:
    still = a_picture(size=(40, 40))
    return a_file(still, kind, save_all=True, append_images=[Image.new("RGB", (40, 40), "red")])


def pictures_on(pdf: bytes) -> int:
    """On the first page."""
    with objects_of(pdf) as opened:
        return len(opened.pages[0].get_images())


REFUSED = {
    "empty": (b"", "no PNG or JPEG"),
    "text": (b"this is no picture", "no PNG or JPEG"),
    "a GIF that moves": (a_moving_picture("GIF"), "no PNG or JPEG"),
    "a WebP that moves": (a_moving_picture("WEBP"), "no PNG or JPEG"),
    "a PNG that moves": (a_moving_picture("PNG"), "The picture moves"),
    "20,000 pixels": (a_bomb(), "20000 × 20000 pixels"),
    "a cut-off PNG": (a_file(a_picture())[:300], "is damaged"),
    "a cut-off JPEG": (a_file(a_picture(), "JPEG")[:300], "is damaged"),
    "too large a file": (b"\xff\xd8\xff" + bytes(logo.LARGEST_FILE), "more than 10 MB"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_logo_is_refused_in_a_sentence(what: str) -> None:
    file, sentence = REFUSED[what]
    with pytest.raises(BadValue, match=sentence) as refusal:
        logo.checked(file)
    assert str(refusal.value).endswith("The letterhead stays as it was.")


@pytest.mark.parametrize(
    "file",
    [
        a_file(a_picture()),
        a_file(a_picture("RGBA")),
        a_file(a_picture("P")),
        a_file(a_picture(), "JPEG", quality=95),
        a_file(a_picture("CMYK"), "JPEG", quality=95),
    ],
    ids=["PNG", "RGBA", "palette", "JPEG", "CMYK"],
)
def test_a_picture_keeps_its_colour_and_shape(file: bytes) -> None:
    picture = read(logo.checked(file)).convert("RGB")

    assert picture.size == (640, 213)
    seen = picture.getpixel((320, 100))
    assert isinstance(seen, tuple)
    assert max(abs(a - b) for a, b in zip(seen, TEAL, strict=True)) <= 16


def test_what_is_clear_becomes_white() -> None:
    kept = read(logo.checked(a_file(Image.new("RGBA", (60, 40), (0, 0, 0, 0)))))

    assert kept.mode == "RGB"
    assert kept.getpixel((5, 5)) == (255, 255, 255)


def test_a_photo_taken_sideways_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    kept = read(logo.checked(a_file(a_picture(), "JPEG", exif=turned)))

    assert kept.height > kept.width
    assert not kept.getexif()


def test_nothing_but_the_picture_is_kept() -> None:
    file = a_file(a_picture(), "JPEG", comment=b"somebody's phone") + b"<script>"

    assert b"somebody" not in logo.checked(file)
    assert b"<script>" not in logo.checked(file)


def test_the_logo_is_on_the_sheet_and_the_forms() -> None:
    picture = logo.checked(a_file(a_picture()))
    pages = [
        render(a_sheet(), picture),
        render(a_sheet(clinic={"paper": "A5"}), picture),
        blank_forms.render(BlankForm.CARD, a_clinic(), picture),
    ]

    assert [pictures_on(pdf) for pdf in pages] == [1, 1, 1]
    assert pictures_on(render(a_sheet())) == 0
    assert "Linden Skin Studio" in text_of(pages[0])
    assert render(a_sheet(), picture) == pages[0]
