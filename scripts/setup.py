"""Set NeedleLog up on this machine, then open it or check it.

    python3 scripts/setup.py run  [arguments of the program]
    python3 scripts/setup.py test [arguments of pytest]
    python3 scripts/setup.py test bench [--full]
    python3 scripts/setup.py test walk [arguments of pytest]

Only the standard library is used, and nothing is kept outside `.venv`, apart from system packages
on Debian and Ubuntu. A finished set-up leaves a stamp, so the next start goes straight on; modules
that only the set-up needs are imported where it needs them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
TOUR = ROOT / "build" / "tour"
TEST_REPORT = ROOT / "build" / "pytest.xml"
LONG_CHECKS = {
    "bench": ["bench"],  # 1 when something is slower than its limit
    "walk": ["pytest", "tests/walk", "--every-look", "-n", "2"],
}

# What Qt loads from the system on Linux, and the Debian package that brings it.
WINDOWLESS_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: Sequence[str]) -> int:
    """Set up what the command needs and hand over to it."""
    if sys.version_info < OLDEST_PYTHON:
        say("NeedleLog needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
        return 1
    command, *rest = arguments or ["help"]
    if command == "run":
        return run(rest)
    if command == "test":
        return test(rest)
    say(__doc__ or "")
    return 2


def run(arguments: list[str]) -> int:
    """Open the program; without a display, play the tour off screen."""
    on_screen = has_display()
    if not set_up("run", WINDOWLESS_LIBRARIES):
        return 1
    if on_screen and not set_up_screen():
        return 1
    if on_screen or arguments:
        return hand_over([str(VENV_PYTHON), "-m", "needlelog", *arguments])
    say("There is no display here, so no window can open: playing the tour off screen instead.")
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    code = call([str(VENV_PYTHON), "-m", "needlelog", "tour", "--out", str(TOUR)], environment)
    if code == 0:
        say(f"Screenshots, the aftercare sheet and tour.json are in {TOUR.relative_to(ROOT)}.")
    return code


def has_display() -> bool:
    """Whether a window can be shown. Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hand_over(command: list[str]) -> int:
    """Become the program, where the system can; elsewhere wait for it."""
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return call(command)


# ----------------------------------------------------------------------------------------- checks


def test(arguments: list[str]) -> int:
    """Run every check, and say at the end which of them failed."""
    import time

    if not set_up("test", WINDOWLESS_LIBRARIES):
        return 1
    if arguments and arguments[0] in LONG_CHECKS:
        command = [str(VENV_PYTHON), "-m", *LONG_CHECKS[arguments[0]], *arguments[1:]]
        return call(command, test_environment())
    offer_postgresql()
    started = time.monotonic()
    TEST_REPORT.parent.mkdir(exist_ok=True)
    TEST_REPORT.unlink(missing_ok=True)
    environment = test_environment()
    python = str(VENV_PYTHON)
    contracts = "from importlinter.cli import lint_imports_command as check; check()"
    # What shares one playing of the tour stays together on one of the two workers.
    in_pairs = ["-n", "2", "--dist", "loadgroup"]
    steps = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "imports": [python, "-c", contracts, "--no-logo"],
        "tests": [python, "-m", "pytest", *in_pairs, f"--junit-xml={TEST_REPORT}", *arguments],
    }
    failed = []
    for name, command in steps.items():
        say(f"== {name}")
        begun = time.monotonic()
        if call(command, environment) != 0:
            failed.append(name)
        say(f"-- {name}: {time.monotonic() - begun:.1f} s")
    say(f"== {len(steps)} checks in {time.monotonic() - started:.0f} s")
    say(f"Failed: {', '.join(failed)}" if failed else "Nothing failed.")
    say(closing_line(TEST_REPORT, failed))
    return 1 if failed else 0


def test_environment() -> dict[str, str]:
    """No window on anybody's screen, and colours only where somebody looks."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if not sys.stdout.isatty():
        for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "MYPY_FORCE_COLOR", "PY_COLORS"):
            environment.pop(name, None)
        environment["NO_COLOR"] = "1"
    return environment


def closing_line(report: Path, failed_checks: Sequence[str]) -> str:
    """'N passed, N failed': the tests, and each other check that failed as one more failure."""
    from xml.etree import ElementTree as ET

    failed = len([name for name in failed_checks if name != "tests"])
    if not report.exists():
        return f"0 passed, {failed + 1} failed"
    suites = list(ET.parse(report).getroot().iter("testsuite"))

    def total(outcome: str) -> int:
        return sum(int(suite.get(outcome, "0")) for suite in suites)

    broken = total("failures") + total("errors")
    passed = total("tests") - broken - total("skipped")
    if broken == 0 and "tests" in failed_checks:
        broken = 1  # pytest itself gave up, so no single test stands for it
    return f"{passed} passed, {failed + broken} failed"


# ----------------------------------------------------------------------------------------- set-up


def set_up(purpose: str, libraries: dict[str, str]) -> bool:
    """Make `.venv` ready for 'run' or 'test'; True when it stands."""
    if is_ready(purpose):
        return True
    say("Setting up NeedleLog. This is done once and takes a minute or two.")
    if not install_system_packages([*missing_venv(), *missing_packages(libraries)]):
        return False
    if not (is_ready("run") or make_environment()):
        return False
    if not install_requirements(purpose):
        return False
    for finished in {"run", purpose}:  # what the tests need includes what the program needs
        (VENV / f"ready-{finished}").write_text(stamp(finished), encoding="utf-8")
    say("NeedleLog is set up.")
    return True


def set_up_screen() -> bool:
    """Make sure that a window can open on this screen; True when it can."""
    ready = VENV / "ready-screen"
    if ready.exists() or not sys.platform.startswith("linux"):
        return True
    if not install_system_packages(missing_packages(SCREEN_LIBRARIES)):
        return False
    ready.touch()
    return True


def is_ready(purpose: str) -> bool:
    """Whether an earlier set-up for this purpose still holds."""
    try:
        kept = (VENV / f"ready-{purpose}").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return kept == stamp(purpose) and VENV_PYTHON.exists()


def stamp(purpose: str) -> str:
    """Changes whenever the set-up would come out differently."""
    import zlib  # nobody forges a stamp, and hashlib alone would take 4 ms of every start

    checksum = zlib.crc32(f"{sys.version} {sys.base_prefix} {ROOT}".encode())
    for path in (Path(__file__), requirements("run"), requirements(purpose)):
        checksum = zlib.crc32(path.read_bytes(), checksum)
    return f"{purpose} {checksum:08x}"


def requirements(purpose: str) -> Path:
    """The locked packages for 'run' or 'test'."""
    return ROOT / "requirements" / f"{purpose}.txt"


def make_environment() -> bool:
    """A fresh `.venv` in which `import needlelog` finds this checkout."""
    import sysconfig

    say("  making .venv")
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        say("The virtual environment could not be made; the lines above say why.")
        return False
    places = {"base": str(VENV), "platbase": str(VENV), "installed_base": str(VENV)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=places))
    (packages / "needlelog.pth").write_text(f"{ROOT}\n", encoding="locale")
    return True


def install_requirements(purpose: str) -> bool:
    """Install the locked packages, every file checked against its hash."""
    say("  installing packages")
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    locked = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off"]
    wanted = ["--requirement", str(requirements(purpose))]
    if call_quietly([*pip, *locked, *wanted], dict(os.environ), show_package):
        return True
    say("The packages could not be installed; the lines above say why. Start again to go on.")
    return False


def show_package(line: str) -> None:
    """What pip is at, without the rest it says."""
    if line.startswith("Collecting "):
        say("    " + line.split()[1].replace("==", " "))
    elif line.startswith("Installing "):
        say("  unpacking them")


# -------------------------------------------------------------------------------- system packages


def missing_venv() -> list[str]:
    """Debian's Python comes without the part that fills a virtual environment."""
    from importlib.util import find_spec

    if find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """The Debian packages of those libraries that this Linux can't load."""
    import ctypes

    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install_system_packages(packages: list[str]) -> bool:
    """Install them where that is ours to do, else say what to type; True when they are there."""
    if not packages:
        return True
    if not has_apt():
        say("Please install with your package manager what Debian calls: " + " ".join(packages))
        return False
    if not is_root():
        say("Some system packages are missing. Please type this, then start again:")
        say("  sudo apt-get install -y " + " ".join(packages))
        return False
    say("  installing system packages: " + " ".join(packages))
    if apt_get(packages):
        return True
    say("They could not be installed; the lines above say why.")
    return False


def offer_postgresql() -> None:
    """PostgreSQL for the tests; without it they say that they were skipped, and why."""
    if postgresql_is_there() or not has_apt():
        return
    if not is_root():
        say("PostgreSQL is not installed, so its tests are skipped. To have them, type:")
        say("  sudo apt-get install -y postgresql")
        return
    say("  installing PostgreSQL for the tests")
    keep_server_off()
    if not apt_get(["postgresql"]):
        say("PostgreSQL could not be installed, so its tests are skipped.")


def postgresql_is_there() -> bool:
    """Debian keeps the server's programs outside the search path."""
    import shutil

    on_debian = any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return on_debian or shutil.which("initdb") is not None


def keep_server_off() -> None:
    """Debian would start a server at once and at every boot; the tests start their own."""
    settings = Path("/etc/postgresql-common/createcluster.conf")
    settings.parent.mkdir(parents=True, exist_ok=True)
    present = settings.read_text(encoding="utf-8") if settings.exists() else ""
    off = "create_main_cluster = false"
    if off not in present.splitlines():
        settings.write_text(f"{present}{off}\n", encoding="utf-8")


def apt_get(packages: Iterable[str]) -> bool:
    """Install Debian packages without a question being asked."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", UCF_FORCE_CONFFOLD="1")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    call_quietly([*apt, "update"], environment)  # without it a fresh system knows no package
    return call_quietly([*apt, "install", "-y", "--no-install-recommends", *packages], environment)


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their relatives."""
    import shutil

    return shutil.which("apt-get") is not None


def is_root() -> bool:
    """Whether system packages are ours to install."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


# ------------------------------------------------------------------------------- words and orders


def call(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
    """Run a program to its end in the checkout; its exit code."""
    import subprocess

    sys.stdout.flush()
    return subprocess.call(command, env=environment, cwd=ROOT)


def call_quietly(
    command: Sequence[str],
    environment: dict[str, str],
    on_line: Callable[[str], None] | None = None,
) -> bool:
    """Run a program and keep what it says to itself, unless it fails; True when it went well."""
    import subprocess

    lines = []
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if on_line:
                on_line(line)
    if process.returncode != 0:
        say("\n".join(lines[-12:]))
    return process.returncode == 0


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
