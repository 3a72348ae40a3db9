"""The one door: answers come back on the GUI thread, to owners that are still there."""

from __future__ import annotations

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from needlelog.db import clinic
from needlelog.domain.clinic import Clinic
from needlelog.errors import NeedleLogError, NotSaved, ProgramFailed, RecordChanged
from needlelog.ui.tasks import Tasks, Topic
from tests.builders import a_clinic


def test_a_read_works_elsewhere_and_answers_here(qtbot: QtBot, tasks: Tasks) -> None:
    threads: list[threading.Thread] = []

    def work(db: object) -> threading.Thread:
        return threading.current_thread()

    tasks.read(tasks, work, threads.append)
    qtbot.waitUntil(lambda: bool(threads))

    assert threads[0] is not threading.main_thread()


def test_a_write_is_announced_after_its_commit(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[Clinic | None] = []
    named = a_clinic()

    with qtbot.waitSignal(tasks.touched) as touched:
        tasks.write(tasks, lambda db: clinic.add(db, named), Topic.CLINIC)
    tasks.read(tasks, clinic.get, seen.append)
    qtbot.waitUntil(lambda: bool(seen))

    assert touched.args == [Topic.CLINIC]
    assert seen == [named]


def test_answers_come_in_the_order_of_the_questions(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[int] = []
    for number in range(20):
        tasks.read(tasks, partial(_answer, number=number), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20)

    assert answers == list(range(20))


def _answer(db: object, number: int) -> int:
    return number


def test_a_failure_of_the_world_goes_to_who_answers_for_it(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[NeedleLogError] = []

    def work(db: object) -> None:
        raise RecordChanged("somebody was faster")

    tasks.write(tasks, work, Topic.CLIENTS, otherwise=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.write(tasks, work, Topic.CLIENTS)

    assert str(failures[0]) == "somebody was faster"
    assert isinstance(failed.args[0], RecordChanged)


def test_a_bug_is_raised_where_the_crash_dialog_waits(qtbot: QtBot, tasks: Tasks) -> None:
    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        tasks.run(tasks, work, lambda _nothing: None)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ZeroDivisionError


def test_who_asked_for_work_with_a_bug_is_told_too(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[NeedleLogError] = []

    def work(db: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions():
        tasks.write(tasks, work, Topic.CLIENTS, otherwise=told.append)
        qtbot.waitUntil(lambda: bool(told))

    assert isinstance(told[0], ProgramFailed)


def test_a_write_whose_screen_is_gone_is_announced_and_its_failure_told(
    qtbot: QtBot, tasks: Tasks
) -> None:
    failures: list[NeedleLogError] = []
    topics: list[Topic] = []
    tasks.failed.connect(failures.append)
    tasks.touched.connect(topics.append)
    gone = QObject()

    def fails(db: object) -> None:
        raise NotSaved("NOT SAVED: disk full")

    tasks.write(gone, fails, Topic.HANDOUTS)
    tasks.write(gone, lambda db: clinic.add(db, a_clinic()), Topic.CLINIC)
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: bool(failures) and bool(topics))

    assert str(failures[0]) == "NOT SAVED: disk full"
    assert topics == [Topic.CLINIC]


def test_an_answer_whose_screen_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[str] = []
    gone = QObject()
    waits = threading.Event()
    tasks.run(gone, lambda: waits.wait(5), lambda _answer: answers.append("gone"))
    tasks.run(tasks, lambda: None, lambda _answer: answers.append("here"))
    gone.deleteLater()
    qtbot.wait(1)
    waits.set()
    qtbot.waitUntil(lambda: answers == ["here"])


def _unexpected(error: NeedleLogError) -> None:
    pytest.fail(str(error))


def test_records_that_nobody_named_are_new(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[bool] = []
    tasks.opened(tasks, answers.append, _unexpected)
    qtbot.waitUntil(lambda: bool(answers))
    tasks.write(tasks, lambda db: clinic.add(db, a_clinic()), Topic.CLINIC)
    tasks.opened(tasks, answers.append, _unexpected)
    qtbot.waitUntil(lambda: len(answers) == 2)

    assert answers == [True, False]
