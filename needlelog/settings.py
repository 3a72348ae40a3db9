"""What this computer remembers about the program, and where its files live."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal, get_args

from platformdirs import PlatformDirs

from needlelog.errors import CannotWriteFile
from needlelog.files import write_whole
from needlelog.i18n import _

Theme = Literal["light", "dark", "high-contrast", "system"]
TextSize = Literal["100", "115", "130", "150", "200"]
Density = Literal["desk", "chair"]
Hand = Literal["right", "left"]
_CHOICES = {"theme": Theme, "text_size": TextSize, "density": Density, "hand": Hand}

# The window and the database thread both remember things.
_changing = Lock()

_KEYS = re.compile(r"((Ctrl|Alt|Shift|Meta)\+)*([^\s+]+|\+)")
"""'Ctrl+Shift+N', 'F1', '?'."""

_PLACES = PlatformDirs("NeedleLog", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that belongs to the computer, not to the clinic."""

    database: str | None = None
    """A path or a `postgresql+psycopg://` address; None for the file in the data folder."""
    theme: Theme = "light"
    text_size: TextSize = "100"
    """In percent."""
    density: Density = "desk"
    hand: Hand = "right"
    language: str = "en"
    printer: str | None = None
    practitioner: str | None = None
    """Id of who works at this computer; None for the first practitioner in the records."""
    window: str | None = None
    """Place and size of the window as Qt saves them, in base64."""
    client_columns: str | None = None
    """Columns of the list of clients, with commas between; None for the usual ones."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by code of the action they do, where somebody chose others than those that ship."""


def load(path: Path) -> tuple[Settings, str | None]:
    """The settings kept in `path`, and a sentence for the person when they can't be used.

    A broken file is moved aside, never deleted, and the defaults apply. Settings this version
    doesn't know are passed over: another version wrote them.
    """
    try:
        return _from_toml(path.read_text(encoding="utf-8")), None
    except FileNotFoundError:
        return Settings(), None
    except OSError:
        return Settings(), _(
            "The settings file can't be read, so NeedleLog started with its own settings. "
            "Your records are safe. Check the permissions of {path}."
        ).format(path=path)
    except ValueError:
        return Settings(), _move_aside(path)


def save(settings: Settings, path: Path) -> None:
    """Keep the settings in `path`. Raises CannotWriteFile."""
    import tomli_w  # needed only when something changed

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise CannotWriteFile(
            _(
                "The settings were not kept: the folder {folder} can't be made. "
                "Your records are safe. Check who may write there."
            ).format(folder=path.parent)
        ) from failure
    chosen = {name: value for name, value in asdict(settings).items() if value is not None}
    write_whole(path, tomli_w.dumps(chosen).encode())


def change(path: Path, **values: str | Mapping[str, str] | None) -> Settings:
    """Keep these values and leave all others as they stand in `path` by now.

    Raises CannotWriteFile.
    """
    with _changing:
        kept, _complaint = load(path)
        changed = replace(kept, **values)  # type: ignore[arg-type] # a wrong name is refused here
        if changed != kept:
            save(changed, path)
        return changed


def settings_file() -> Path:
    """Where the settings are kept on this computer."""
    return _PLACES.user_config_path / "settings.toml"


def data_folder() -> Path:
    """Where records are kept unless the person chose another place."""
    return _PLACES.user_data_path


def default_database() -> Path:
    """The database file that is opened when none was chosen."""
    return data_folder() / "needlelog.db"


def log_folder() -> Path:
    """Where the log is kept on this computer."""
    return _PLACES.user_log_path


@cache
def resources() -> Path:
    """The folder of catalogue, maps, fonts and themes: inside the wheel, beside a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def _from_toml(text: str) -> Settings:
    """Raises ValueError for what is no TOML or no setting of ours."""
    table = tomllib.loads(text)
    known = {one.name: table[one.name] for one in fields(Settings) if one.name in table}
    _check(known)
    return Settings(**known)


def _check(values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name == "keys":
            _check_keys(value)
        elif not isinstance(value, str):
            raise ValueError(f"{name} must be text")
        if name in _CHOICES and value not in get_args(_CHOICES[name]):
            raise ValueError(f"no such {name}")


def _check_keys(keys: object) -> None:
    if not isinstance(keys, dict):
        raise ValueError("keys must be a table")
    for pressed in keys.values():
        if not isinstance(pressed, str) or not _KEYS.fullmatch(pressed):
            raise ValueError("no such keys")


def _move_aside(path: Path) -> str:
    aside = next(
        place
        for number in range(1, 1_000_000)
        if not (place := path.with_name(f"{path.stem}-broken-{number}{path.suffix}")).exists()
    )
    try:
        path.rename(aside)
    except OSError:
        aside = path  # the folder is read-only: it stays where it is, as it is
    return _(
        "The settings file was damaged, so NeedleLog started with its own settings. "
        "Your records are safe. The damaged file is kept as {path}."
    ).format(path=aside)
