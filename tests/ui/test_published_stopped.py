"""Reading in that is stopped, from anywhere, at any moment: no trace, no thread left, and the next one is right."""

import os
from threading import Event, Thread

import pytest
from published_files import FILES, REGISTER, RESULTS, banners, bring_in, look_at, rest
from PySide6.QtCore import QThreadPool
from vault_desk import KEY, TODAY, begin, new_database, open_workspace

from ui.widgets.buttons import Button
from ui.workspace.published import Published
from ui.workspace.published_run import FileRun
from visitapp.domain.published.batches import Scope
from visitapp.errors import CancelledImportError
from visitapp.store.database import Database
from visitapp.store.published.database import PublishedDatabase

pytestmark = pytest.mark.usefixtures("look")
ABSENCE, CENSUS = FILES / "2018-2019_absence.zip", FILES / "2018-2019_census.zip"


def all_figures(tmp_path):
    """Return every figure, whichever file it came from."""
    with PublishedDatabase.beside(tmp_path / "visitapp.db", KEY).reading() as connection:
        rows = connection.execute('select about, code, year, measure, "group", raw from figure').fetchall()
    return sorted(rows)


def tables(tmp_path):
    """Return every row of every table of the published data, but for when something was read in."""
    with PublishedDatabase.beside(tmp_path / "visitapp.db", KEY).reading() as connection:
        return {
            name: sorted(map(repr, connection.execute(f"select * from {name}").fetchall()))  # noqa: S608
            for name in ("batch", "school", "link", "figure", "inspection", "mapping")
        }


class StopAfter:
    """Wanted until it was asked so many times."""

    def __init__(self, times):
        self.asked, self._times = 0, times

    def __call__(self):
        self.asked += 1
        return self.asked <= self._times


def test_stopped_at_any_moment_it_leaves_no_trace_and_read_in_again_gives_the_same_figures(workspace, tmp_path):
    published = workspace.published
    published.bring_in(ABSENCE, Scope(), None, None)
    before = tables(tmp_path)
    whole = StopAfter(10**9)
    published.look(CENSUS, Scope(), None, whole)
    for times in sorted({*range(0, whole.asked, max(1, whole.asked // 6)), whole.asked - 1}):
        with pytest.raises(CancelledImportError, match="Nothing in Visitapp was changed"):
            published.bring_in(CENSUS, Scope(), None, StopAfter(times))
        assert tables(tmp_path) == before
    published.bring_in(CENSUS, Scope(), None, None)
    after = all_figures(tmp_path)
    published.bring_in(CENSUS, Scope(), None, None)
    assert all_figures(tmp_path) == after
    assert len(published.batches()) == 2


def test_the_same_file_read_in_again_stands_once(qtbot, workspace, host):
    bring_in(qtbot, workspace, host, ABSENCE).close_sheet()
    before = workspace.published.batches()
    bring_in(qtbot, workspace, host, ABSENCE)
    assert [one.sha256 for one in workspace.published.batches()] == [one.sha256 for one in before]


def test_two_files_wished_at_once_are_both_read_in_one_after_the_other(qtbot, workspace):
    runs = [FileRun(workspace.published, path, Scope()) for path in (ABSENCE, RESULTS)]
    told = []
    for run in runs:
        run.done.connect(told.append)
        run.bring_in()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=30000)
    assert {one.batch.file_name for one in told} == {path.name for path in (ABSENCE, RESULTS)}
    assert len(workspace.published.batches()) == 2


def test_one_that_waits_for_another_can_be_stopped_meanwhile(qtbot, workspace, tmp_path):
    workspace.published.bring_in(REGISTER, Scope(), None, None)
    with workspace.published._database().writing():
        run = FileRun(workspace.published, RESULTS, Scope())
        run.progressed.connect(lambda *_: run.stop())
        with qtbot.waitSignal(run.stopped, timeout=10000):
            run.bring_in()
    assert len(workspace.published.batches()) == 1


def test_the_window_lives_while_undo_waits_for_a_file_that_is_read_in(qtbot, workspace, host):
    sheet = bring_in(qtbot, workspace, host, REGISTER)
    undo = next(one for one in sheet.findChildren(Button) if one.text() == "Undo")
    with workspace.published._database().writing():
        undo.click()
        told = []
        workspace.published.find_schools("sallowfield", told.append)
        qtbot.waitUntil(lambda: bool(told))
        assert workspace.published.batches()[0].standing
    qtbot.waitUntil(lambda: "taken back" in banners(sheet)[0], timeout=10000)


def test_closing_the_vault_stops_what_is_read_in_and_no_thread_has_the_file_afterwards(qtbot, qapp, tmp_path):
    with open_workspace(new_database(tmp_path)) as workspace:
        begin(workspace)
        workspace.published.bring_in(ABSENCE, Scope(), None, None)
        before = tables(tmp_path)
        run = FileRun(workspace.published, RESULTS, Scope())
        with qtbot.waitSignal(run.progressed, timeout=10000):
            run.bring_in()
    after = tables(tmp_path)
    assert after == before or len(after["batch"]) == 2
    assert not [one for one in tmp_path.glob("published.db-*") if one.stat().st_size]
    assert QThreadPool.globalInstance().waitForDone(10000)
    with pytest.raises(CancelledImportError):
        workspace.published.bring_in(RESULTS, Scope(), None, None)


def test_a_file_begun_in_a_vault_that_is_closing_is_not_waited_for(tmp_path):
    published = Published(tmp_path / "visitapp.db", KEY, lambda: TODAY)
    reached, go_on, fault = Event(), Event(), []

    def watch(_done, _whole):
        reached.set()
        assert go_on.wait(10)

    def read_in():
        try:
            published.bring_in(RESULTS, Scope(), watch, None)
        except CancelledImportError as stopped:
            fault.append(stopped)

    reading = Thread(target=read_in)
    reading.start()
    assert reached.wait(10)
    closing = Thread(target=published.stop)
    closing.start()
    go_on.set()
    closing.join(10)
    reading.join(10)
    assert len(fault) == 1
    assert published.batches() == ()


def test_a_sheet_whose_vault_was_closed_goes_with_it(qtbot, qapp, tmp_path, host):
    with open_workspace(new_database(tmp_path)) as workspace:
        begin(workspace)
        sheet = look_at(qtbot, workspace, host, RESULTS)
        with qtbot.waitSignal(sheet.destroyed):
            sheet.take_button.click()
            workspace.published.stop()
    with open_workspace(Database.open(tmp_path / "visitapp.db", KEY)) as again:
        assert len(again.published.batches()) in (0, 1)


@pytest.mark.skipif(os.name != "posix" or not hasattr(os, "geteuid"), reason="Needs a folder that takes nothing")
def test_a_folder_that_takes_nothing_is_said_plainly_and_all_else_stands(qtbot, workspace, host, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("An administrator may write anywhere")
    bring_in(qtbot, workspace, host, REGISTER).close_sheet()
    tmp_path.chmod(0o500)
    try:
        sheet = look_at(qtbot, workspace, host, RESULTS)
        sheet.take_button.click()
        rest(qtbot, sheet)
    finally:
        tmp_path.chmod(0o700)
    assert "untouched" in banners(sheet)[-1] or "Nothing you wrote" in banners(sheet)[-1]
    assert len(workspace.published.batches()) == 1
