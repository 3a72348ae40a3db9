"""What a linter can't say about this house, and one thing about the stones it is built of."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "needlelog"
MADE_HERE = {"build", "dist", "__pycache__"}
LONGEST_MODULE = 400

# Written in pieces, or this file would be the first one found.
MACHINE = re.compile(
    "|".join(
        ["py" + r"pi\.org", "python" + "hosted", r"registry\." + "npm", r"deb\." + "debian"]
        + [f"/{folder}/" for folder in ("wor" + "k", "roo" + "t", "hom" + "e", "Use" + "rs")]
    )
)
UNFINISHED = re.compile(
    "|".join(["TO" + "DO", "FIX" + "ME", "coming " + "soon", "lorem " + "ipsum"]), re.IGNORECASE
)
OTHER_NAMES_OF_A_CLIENT = re.compile("pati" + "ent|custo" + "mer", re.IGNORECASE)
RULE_BROKEN_SILENTLY = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]*\])?)\s*$"
)
VAGUE_NAMES = {"base", "common", "core", "helpers", "manager", "service", "utils"}

Rule = Callable[[ast.AST], bool]


def is_ours(path: Path) -> bool:
    """Neither made by a tool nor hidden; `.ci` is ours."""
    parts = path.relative_to(ROOT).parts
    return not any(part in MADE_HERE or (part[0] == "." and part != ".ci") for part in parts)


def modules(*, below: Path = PACKAGE, apart_from: str = "") -> list[Path]:
    """Every module below a folder, apart from the one that may."""
    allowed = PACKAGE / apart_from
    return [path for path in sorted(below.rglob("*.py")) if path != allowed]


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of every text file of the project."""
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and is_ours(path):
            content = path.read_bytes()
            if b"\0" not in content:
                yield str(path.relative_to(ROOT)), content.decode("utf-8", "replace")


def places(rule: Rule, paths: list[Path]) -> list[str]:
    """Where the rule's syntax stands, as file:line."""
    return [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if rule(node)
    ]


def called(node: ast.AST) -> str:
    """The last name of what is called: `setStyleSheet` in `self.list.setStyleSheet(...)`."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs while a module is imported: everything but the insides of functions."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for early in (*child.decorator_list, child.args):
                yield from at_import(early)
        elif not isinstance(child, ast.Lambda):
            yield from at_import(child)


def test_only_the_theme_sets_a_style_sheet() -> None:
    theme = "ui/theme.py"
    assert not places(lambda node: called(node) == "setStyleSheet", modules(apart_from=theme))


def test_every_shortcut_is_made_from_the_table_of_actions() -> None:
    shortcuts = "ui/actions/shortcuts.py"
    assert not places(lambda node: called(node) == "QShortcut", modules(apart_from=shortcuts))
    assert not places(lambda node: called(node) == "setShortcut", modules())


def test_colours_live_in_the_themes() -> None:
    def is_colour(node: ast.AST) -> bool:
        value = node.value if isinstance(node, ast.Constant) else None
        return isinstance(value, str) and bool(re.fullmatch(r"#[0-9a-fA-F]{6,8}", value))

    assert not places(is_colour, modules(below=PACKAGE / "ui", apart_from="ui/theme.py"))


def test_client_text_is_never_read_as_markup() -> None:
    """A bare QLabel guesses, and shows `<img src=…>` in a name as an image."""

    def is_bare_label(node: ast.AST) -> bool:
        bases = node.bases if isinstance(node, ast.ClassDef) else []
        derived = any(isinstance(base, ast.Name) and base.id == "QLabel" for base in bases)
        return derived or called(node) == "QLabel"

    assert not places(is_bare_label, modules(apart_from="ui/widgets/labels.py"))


def test_words_are_translated_when_they_are_shown() -> None:
    early = [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
        for path in modules()
        for node in at_import(ast.parse(path.read_text(encoding="utf-8")))
        if called(node) in {"_", "ngettext"}
    ]
    assert not early


@pytest.mark.parametrize("name", ["processEvents", "sender", "terminate"])
def test_calls_that_go_wrong_later_are_not_made(name: str) -> None:
    """Nested event loops, guessed senders, killed threads."""
    assert not places(lambda node: called(node) == name, modules())


def test_names_of_days_and_months_do_not_come_from_the_system() -> None:
    """They would be in the system's language, not in the reader's."""

    def names_a_day(node: ast.AST) -> bool:
        return called(node) == "strftime" and bool(re.search("%[aAbBcpxX]", ast.unparse(node)))

    assert not places(names_a_day, modules())


def test_every_file_has_a_name_that_says_what_is_in_it() -> None:
    assert not [path for path in modules() if path.stem in VAGUE_NAMES]


def test_no_module_is_longer_than_one_can_read() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("needlelog", "tests", "scripts")
        for path in modules(below=ROOT / folder)
    }
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE}


def test_nothing_names_a_machine_or_a_package_registry() -> None:
    found = [
        f"{name}: {hit.group()}"
        for name, text in texts()
        if (hit := MACHINE.search(text)) and not name.endswith(".svg")
    ]
    assert not found


def test_nothing_is_left_unfinished() -> None:
    code = [(name, text) for name, text in texts() if name.endswith((".py", ".md", ".sh"))]
    assert not [name for name, text in code if UNFINISHED.search(text)]


def test_clients_are_clients() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in modules()
        if OTHER_NAMES_OF_A_CLIENT.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_every_exception_to_a_rule_says_why() -> None:
    silent = [
        f"{name}: {line.strip()}"
        for name, text in texts()
        if name.endswith(".py")
        for line in text.splitlines()
        if RULE_BROKEN_SILENTLY.search(line)
    ]
    assert not silent


def locked(purpose: str) -> dict[str, str]:
    """Package and version of each locked requirement."""
    text = (ROOT / "requirements" / f"{purpose}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", text, flags=re.MULTILINE))


def test_every_locked_package_has_its_hashes() -> None:
    for purpose in ("run", "test"):
        text = (ROOT / "requirements" / f"{purpose}.txt").read_text(encoding="utf-8")
        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
        assert len(entries) == len(locked(purpose))


def test_the_tests_run_on_what_is_shipped() -> None:
    assert locked("run").items() <= locked("test").items()


@pytest.mark.parametrize("purpose", ["run", "test"])
def test_the_locked_packages_are_the_ones_asked_for(purpose: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"]]
    if purpose == "test":
        asked += project["optional-dependencies"]["dev"]
    versions = locked(purpose)
    for wanted in map(Requirement, asked):
        version = versions.get(canonicalize_name(wanted.name))
        assert version is not None, f"{wanted.name} is not locked"
        assert wanted.specifier.contains(version), f"{wanted} is locked at {version}"


def test_qt_gives_back_what_it_borrows(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes a reference from None in each call, until the process dies."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(20_000):
        label.setText(str(number))
        label.repaint()
    assert abs(sys.getrefcount(None) - before) < 1_000
