"""A PDF to paper or to a file. 'Printed' is only said after the spooler took it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from needlelog.errors import CannotPrint
from needlelog.i18n import _

SPOOLER_SECONDS = 20
_PRINT_DPI = 300


def printers() -> tuple[str, ...]:
    """The printers of this computer, the default one first; none where there is none."""
    if _uses_lp():
        return _lp_printers()
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: name != default))


def print_pdf(pdf: bytes, printer: str) -> None:
    """Hand the page to a printer. Raises CannotPrint when it is refused.

    Where there is `lp` the very file goes to the printer; elsewhere its 300 dpi image does.
    """
    if _uses_lp():
        _print_with_lp(pdf, printer)
    else:
        _print_images(pdf, printer)


def page_images(pdf: bytes, dpi: int) -> tuple[QImage, ...]:
    """Every page as it will be printed, on white."""
    return tuple(_images(pdf, dpi))


def _uses_lp() -> bool:
    # QPrinter without a printer silently writes a PDF; lp says so.
    return sys.platform != "win32" and shutil.which("lp") is not None


def _lp_printers() -> tuple[str, ...]:
    names = _asked("lpstat", "-e").split()
    default = _asked("lpstat", "-d").rpartition(": ")[2].strip()
    return tuple(sorted(names, key=lambda name: name != default))


def _asked(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=SPOOLER_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""  # no spooler is no printer
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""


def _print_with_lp(pdf: bytes, printer: str) -> None:
    # No client's name in the spooler's list of jobs.
    command = ["lp", "-d", printer, "-t", "NeedleLog", "-"]
    try:
        done = subprocess.run(
            command, input=pdf, capture_output=True, timeout=SPOOLER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise _refused(printer, _("the spooler does not answer")) from failure
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().removeprefix("lp: ")
        raise _refused(printer, reason or _("the spooler refused it"))


def _print_images(pdf: bytes, printer: str) -> None:
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise _refused(printer, _("there is no such printer"))
    paper = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    paper.setDocName("NeedleLog")
    paper.setFullPage(True)
    paint(page_images(pdf, _PRINT_DPI), paper, printer)


def paint(images: Sequence[QImage], paper: QPagedPaintDevice, printer: str) -> None:
    """Put each image on a page of its own. Raises CannotPrint when a page is refused."""
    points = QSizeF(images[0].size()) * 72 / _PRINT_DPI
    paper.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    painter = QPainter()
    if not painter.begin(paper):
        raise _refused(printer, _("the printer does not answer"))
    taken = True
    for index, image in enumerate(images):
        taken = taken and (index == 0 or paper.newPage())
        if taken:
            painter.drawImage(QRectF(painter.viewport()), image)
    # The painter ends in any case: Qt does not survive a device that goes first.
    if not (painter.end() and taken):
        raise _refused(printer, _("it stopped before the last page"))


def _refused(printer: str, reason: str) -> CannotPrint:
    return CannotPrint(
        _(
            "“{printer}” did not take the page: {reason}. The record is safe. "
            "Choose another printer, or save the PDF instead."
        ).format(printer=printer, reason=reason.rstrip("."))
    )


def _images(pdf: bytes, dpi: int) -> Iterator[QImage]:
    document = pdfium.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)
            form = QImage.Format.Format_RGBX8888
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
            yield image.copy()  # the bitmap's memory goes with the document
    finally:
        document.close()


def free_name(folder: Path, name: str) -> Path:
    """A name in the folder that nothing has yet: 'name.pdf', then 'name-2.pdf'."""
    wanted = folder / name
    number = 2
    while wanted.exists():
        wanted = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return wanted
