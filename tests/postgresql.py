"""A PostgreSQL server of the tests' own: on a free port of this machine, gone when they end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What a crash of the machine would lose is thrown away anyway.
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_HERE_ONLY = "-c listen_addresses=127.0.0.1 -c unix_socket_directories="


def programs() -> Path | None:
    """The folder of the newest server programs, or None when there are none."""
    newest_first = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda found: int(found.parts[-3]),
        reverse=True,
    )
    found = next(iter(newest_first), None) or shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """A running server; gives its address without a database name."""
    folder = Path(tempfile.mkdtemp(prefix="needlelog-postgresql-"))
    as_owner = _as_owner(folder)
    data = folder / "data"
    port = _free_port()
    initdb = ["initdb", "--no-sync", "-A", "trust", "-U", "needlelog", "-E", "UTF8"]
    start = ["pg_ctl", "-w", "-l", f"{folder}/log", "-o", f"-p {port} {_HERE_ONLY} {_FAST}"]
    stop = ["pg_ctl", "-w", "-m", "immediate"]
    try:
        _run([*as_owner, bin_folder / initdb[0], *initdb[1:], "--locale=C", "-D", data])
        _run([*as_owner, bin_folder / start[0], *start[1:], "-D", data, "start"])
        try:
            yield f"postgresql+psycopg://needlelog@127.0.0.1:{port}"
        finally:
            _run([*as_owner, bin_folder / stop[0], *stop[1:], "-D", data, "stop"])
    finally:
        shutil.rmtree(folder)


def _as_owner(folder: Path) -> list[str]:
    """The server refuses to run as root, so root hands the folder to the server's own user."""
    if os.name == "nt" or os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    # Not every PATH names the folders of the superuser's programs.
    runuser = shutil.which("runuser", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    return [runuser or "runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str | Path]) -> None:
    # The server would keep a pipe open for as long as it lives, so it gets none.
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
