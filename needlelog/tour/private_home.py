"""A home of its own for the tour: nothing of the person's is read or written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "WIN_PD_OVERRIDE_APPDATA": "data",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "data",
    "HOME": "",
}


@contextmanager
def private_home() -> Iterator[Path]:
    """A new empty folder that settings, records and documents go to, gone afterwards."""
    with TemporaryDirectory(prefix="needlelog-tour-") as name:
        home = Path(name)
        (home / "Documents").mkdir()
        with _environment({key: str(home / folder) for key, folder in _FOLDERS.items()}):
            yield home


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
