"""A reprint: the page as it was given, with 'Copy' above it."""

from __future__ import annotations

from ctypes import c_double, c_float
from io import BytesIO

import pypdfium2
from pypdfium2 import raw

from needlelog.i18n import _

_SIZE = 10.0
_RIGHT = 42.5
_TOP = 22.0


def mark_copy(pdf: bytes) -> bytes:
    """The same pages, each marked as a copy. What was there is not drawn anew."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            _mark(document, page)
            page.close()
        marked = BytesIO()
        document.save(marked)
    finally:
        document.close()
    return marked.getvalue()


def _mark(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    words = (_("Copy") + "\0").encode("utf-16-le")
    mark = raw.FPDFPageObj_NewTextObj(document, b"Helvetica-Bold", c_float(_SIZE))
    raw.FPDFText_SetText(mark, raw.cast(words, raw.FPDF_WIDESTRING))
    width, height = page.get_size()
    left, low, right, high = (c_float() for _side in range(4))
    raw.FPDFPageObj_GetBounds(mark, left, low, right, high)
    x = width - _RIGHT - (right.value - left.value)
    raw.FPDFPageObj_Transform(mark, *(c_double(n) for n in (1, 0, 0, 1, x, height - _TOP)))
    raw.FPDFPage_InsertObject(page, mark)
    page.gen_content()
