"""Work off the window's thread comes back to it, or to nobody when whoever asked has gone."""

from functools import partial
from threading import Event, current_thread, main_thread

import shiboken6
from PySide6.QtCore import QObject, QThreadPool

from ui.background import run_in_background
from visitapp.errors import StorageError


def refuse():
    raise StorageError("The disk is full.")


def test_a_value_and_a_refusal_come_back_on_the_windows_thread(qtbot, qapp):
    told = []

    def take(what, value):
        told.append((what, value, current_thread() is main_thread()))

    run_in_background(qapp, lambda: 7, partial(take, "done"), partial(take, "failed"))
    qtbot.waitUntil(lambda: told == [("done", 7, True)])
    run_in_background(qapp, refuse, partial(take, "done"), partial(take, "failed"))
    qtbot.waitUntil(lambda: told[1:] == [("failed", "The disk is full.", True)])


def test_nobody_is_told_once_whoever_asked_is_gone_and_nothing_breaks(qapp):
    told, go_on, begun = [], Event(), Event()

    def work():
        begun.set()
        return go_on.wait(10)

    parent = QObject()
    run_in_background(parent, work, told.append, told.append)
    assert begun.wait(10)
    shiboken6.delete(parent)
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qapp.processEvents()
    assert told == []


class Asker(QObject):
    """Somebody whose own methods are told."""

    def __init__(self, told):
        super().__init__()
        self._told = told

    def take(self, *said):
        self._told.append(said)


def test_a_method_of_what_is_gone_is_not_called_though_the_program_still_runs(qapp):
    told, go_on, begun = [], Event(), Event()

    def work():
        begun.set()
        return go_on.wait(10)

    asker = Asker(told)
    run_in_background(qapp, work, partial(asker.take, "done"), asker.take)
    assert begun.wait(10)
    shiboken6.delete(asker)
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qapp.processEvents()
    assert told == []


def test_a_mistake_in_the_work_is_never_told_as_a_result(qtbot, qapp):
    told = []
    with qtbot.capture_exceptions() as caught:
        run_in_background(qapp, partial(int, "many"), told.append, told.append)
        assert QThreadPool.globalInstance().waitForDone(10_000)
        qapp.processEvents()
    assert [kind for kind, *_ in caught] == [ValueError]
    assert told == []
