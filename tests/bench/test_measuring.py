"""The bench on small records: every row is measured and nothing is left behind."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from rich.progress import Progress

from bench import files, finding
from needlelog.db import schema
from needlelog.demo.diary import Size
from needlelog.ui import theme

FEW = Size(4, 12)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    with Progress(disable=True) as bar:
        return files.of_size(FEW, bar)


def test_records_are_made_once_and_named_after_their_schema(small: Path) -> None:
    made_at = small.stat().st_mtime_ns
    with Progress(disable=True) as bar:
        assert files.of_size(FEW, bar) == small
    assert small.stat().st_mtime_ns == made_at
    assert small.name == f"4-12-schema-{schema.NEWEST}.db"


def test_opening_a_client_is_measured_to_the_paint(qapp: QApplication, small: Path) -> None:
    theme.apply(qapp, theme.load("light"))
    pair = finding.opening(small, files.who_comes_often(FEW))
    assert median(pair.ours) > median(pair.floor) > 0


def test_the_list_is_measured_to_the_paint(qapp: QApplication, small: Path) -> None:
    theme.apply(qapp, theme.load("light"))
    pair = finding.sorting(small)
    assert median(pair.ours) > median(pair.floor) > 0
