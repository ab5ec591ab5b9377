"""The camera in a process of its own: what it sees, what is taken, what it may not do, and what a bad one can do."""

import os
import subprocess
import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from camera_films import film, looking_at, saying
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QColor, QImage

from ui.workspace import camera_child
from ui.workspace.camera import Camera, child_command, next_message, picture_in, sentence
from ui.workspace.camera_child import FAILED, HEAD, LIVE, MOST, STILL, TAKEN, cameras_here
from ui.workspace.camera_child import SIZE as PAIR

WAIT = 20_000
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


class Looker:
    """Somebody who looks through a camera and remembers what came."""

    def __init__(self, *command):
        self.camera = Camera(command)
        self.opened, self.seen, self.taken, self.failed = [], [], [], []
        self.camera.opened.connect(self._on_opened)
        self.camera.seen.connect(self.seen.append)
        self.camera.taken.connect(self._on_taken)
        self.camera.failed.connect(self.failed.append)
        self.camera.turn_on()

    def _on_opened(self, number, count):
        self.opened.append((number, count))

    def _on_taken(self, still, octets):
        self.taken.append((still, octets))


@pytest.fixture
def look(qapp):
    """Return what makes lookers; whatever they started is gone afterwards."""
    lookers = []

    def made(*command):
        lookers.append(Looker(*command))
        return lookers[-1]

    yield made
    for one in lookers:
        one.camera.let_go()
    assert processes() == []


def processes():
    """Return the processes of cameras that are still there."""
    found = QCoreApplication.instance().findChildren(QProcess)
    return [one for one in found if one.state() != QProcess.ProcessState.NotRunning]


def number_of_process():
    return processes()[0].processId()


def is_gone(number):
    """Tell whether a process has ended and been taken in: one that only ended would still be listed."""
    return not Path(f"/proc/{number}").exists()


def colour(picture, x=0.5, y=0.9):
    return QColor(picture.pixel(int(picture.width() * x), int(picture.height() * y)))


def test_what_the_camera_sees_comes_small_and_in_its_colours(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi", colour=(40, 90, 200))))
    qtbot.waitUntil(lambda: len(looker.seen) > 3, timeout=WAIT)
    picture = looker.seen[-1]
    assert (picture.width(), picture.height()) == (640, 360)
    seen = colour(picture)
    assert max(abs(seen.red() - 200), abs(seen.green() - 90), abs(seen.blue() - 40)) < 12
    assert looker.opened == [(0, 1)]


def test_a_film_that_ends_goes_on_from_its_beginning(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi", frames=3)))
    qtbot.waitUntil(lambda: len(looker.seen) > 8, timeout=WAIT)
    assert looker.opened == [(0, 1)]
    assert looker.failed == []


def test_a_photo_is_taken_in_full_size_and_seen_larger_than_before(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi", size=(1920, 1080), frames=6)))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    looker.camera.take()
    qtbot.waitUntil(lambda: bool(looker.taken), timeout=WAIT)
    still, octets = looker.taken[0]
    whole = QImage.fromData(octets, "JPEG")
    assert (whole.width(), whole.height()) == (1920, 1080)
    assert (still.width(), still.height()) == (1280, 720)


def test_nothing_is_seen_between_a_photo_and_looking_on(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi")))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    looker.camera.take()
    qtbot.waitUntil(lambda: bool(looker.taken), timeout=WAIT)
    with qtbot.assertNotEmitted(looker.camera.seen, wait=400):
        pass
    looker.camera.look()
    with qtbot.waitSignal(looker.camera.seen, timeout=WAIT):
        pass


def test_pressing_twice_takes_one_photo(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi")))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    looker.camera.take()
    looker.camera.take()
    qtbot.waitUntil(lambda: bool(looker.taken), timeout=WAIT)
    looker.camera.take()
    with qtbot.assertNotEmitted(looker.camera.taken, wait=400):
        pass


def test_cameras_are_switched_one_after_the_other_and_round_again(qtbot, look, tmp_path):
    films = film(tmp_path / "a.avi", colour=(0, 0, 220)), film(tmp_path / "b.avi", colour=(220, 0, 0))
    looker = look(*looking_at(*films))
    for place, reds in enumerate((True, False, True)):
        if place:
            looker.camera.switch()
        qtbot.waitUntil(lambda place=place: len(looker.opened) == place + 1, timeout=WAIT)
        looker.seen.clear()
        qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
        assert (colour(looker.seen[-1]).red() > 150) == reds
    assert looker.opened == [(0, 2), (1, 2), (0, 2)]


def test_a_camera_that_cannot_be_opened_is_passed_over(qtbot, look, tmp_path):
    looker = look(*looking_at(str(tmp_path / "none.avi"), film(tmp_path / "b.avi")))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    assert looker.opened == [(1, 2)]


def test_a_camera_pulled_out_is_said_and_the_process_goes(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi", frames=4)))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    (tmp_path / "a.avi").unlink()
    qtbot.waitUntil(lambda: bool(looker.failed), timeout=WAIT)
    assert looker.failed == [sentence("gone")]
    assert not looker.camera.is_on


@pytest.mark.skipif(bool(cameras_here()), reason="this device has a camera")
def test_a_device_without_a_camera_says_so(qtbot, look):
    looker = look(*child_command())
    qtbot.waitUntil(lambda: bool(looker.failed), timeout=WAIT)
    assert looker.failed == [sentence("none")]
    assert "choose a file instead" in looker.failed[0]


@ON_LINUX
def test_a_camera_let_go_leaves_no_process_behind(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi")))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    number = number_of_process()
    looker.camera.let_go()
    qtbot.waitUntil(lambda: is_gone(number), timeout=WAIT)


@ON_LINUX
def test_a_camera_goes_with_the_thing_that_wanted_it(qtbot, look, tmp_path):
    looker = look(*looking_at(film(tmp_path / "a.avi")))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    number = number_of_process()
    looker.camera.deleteLater()
    qtbot.waitUntil(lambda: is_gone(number), timeout=WAIT)
    looker.camera = Camera()


@pytest.mark.usefixtures("qapp")
def test_the_process_ends_itself_when_the_window_is_killed(tmp_path):
    child = subprocess.Popen(
        looking_at(film(tmp_path / "a.avi")), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdout.read(HEAD.size)
    child.stdin.close()
    assert child.wait(timeout=20) == 0
    child.stdout.close()


@ON_LINUX
def test_the_process_can_write_no_file_and_is_not_told_the_passphrase(qtbot, look, tmp_path, monkeypatch):
    monkeypatch.setenv("VISITAPP_PASSPHRASE", "a secret")
    looker = look(*looking_at(film(tmp_path / "a.avi")))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    home = Path(f"/proc/{number_of_process()}")
    limits = {line[:26].strip(): line[26:].split() for line in (home / "limits").read_text().splitlines()}
    assert limits["Max file size"][:2] == ["0", "0"]
    assert limits["Max core file size"][:2] == ["0", "0"]
    assert int(limits["Max address space"][0]) == 2 << 30
    assert b"a secret" not in (home / "environ").read_bytes()


_TAKES_ONE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import main, ui.app.making, ui.parts.camera_sheet, ui.parts.composer
from ui.workspace.camera import Camera, child_command
application = ui.app.making.make_application()
camera = Camera((*child_command(), sys.argv[1]))
camera.seen.connect(camera.take)
camera.taken.connect(application.quit)
camera.turn_on()
application.exec()
camera.let_go()
print(sorted({"cv2", "numpy"} & set(sys.modules)))
"""


def test_the_window_takes_a_photo_without_loading_what_looks_through_cameras(tmp_path):
    root = Path(camera_child.__file__).parents[2]
    command = [sys.executable, "-c", _TAKES_ONE, film(tmp_path / "a.avi")]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout.strip() == "[]"


def last_words(*command):
    """Return everything a process says that is spoken to by nobody, but not left alone."""
    root = Path(camera_child.__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, *command], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        said = child.stdout.read()
        assert child.wait(timeout=20) == 0
    return said


def test_the_process_also_runs_as_a_module(tmp_path):
    said = last_words("-m", "ui.workspace.camera_child", str(tmp_path / "none.avi"))
    assert said == HEAD.pack(FAILED, 4) + b"gone"


@pytest.mark.skipif(bool(cameras_here()), reason="this device has a camera")
def test_the_packaged_app_looks_by_a_command_of_its_own():
    assert last_words("main.py", "read-camera") == HEAD.pack(FAILED, 4) + b"none"


# Processes that are not what they should be

_SLEEP = "\nout.flush(); time.sleep(60)"
BAD = {
    "garbage": "out.write(bytes(range(256)) * 40)" + _SLEEP,
    "a message longer than any": "out.write(struct.pack('>BI', 76, 2**32 - 1))" + _SLEEP,
    "a taken photo of 17 MB": "out.write(struct.pack('>BI', 74, 17 << 20))" + _SLEEP,
    "pixels that are too few": "out.write(struct.pack('>BIHH', 76, 10, 640, 480) + bytes(6))" + _SLEEP,
    "a picture of no size": "out.write(struct.pack('>BIHH', 76, 4, 0, 0))" + _SLEEP,
    "a picture larger than asked for": "out.write(struct.pack('>BIHH', 76, 4 + 3 * 641, 641, 1) + bytes(3 * 641))"
    + _SLEEP,
    "half a camera": "out.write(struct.pack('>BIB', 79, 1, 0))" + _SLEEP,
    "an unheard-of letter": "out.write(struct.pack('>BI', 90, 0))" + _SLEEP,
    "nothing, and gone": "pass",
    "dies in the middle": "out.write(struct.pack('>BIHH', 76, 1000, 10, 33)); out.flush(); sys.exit(9)",
    "a code nobody knows": "out.write(struct.pack('>BI', 70, 4) + b'\\xff\\xfe<b'); out.flush()",
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_process_is_ended_and_said_in_a_plain_sentence(qtbot, look, what):
    looker = look(*saying(BAD[what]))
    qtbot.waitUntil(lambda: bool(looker.failed), timeout=WAIT)
    assert looker.failed == [sentence("ended")]
    assert looker.failed[0].startswith("Your note is safe. No photo was taken:")
    assert looker.taken == []
    assert not looker.camera.is_on


def test_a_silent_process_is_not_waited_for_for_ever(qtbot, look):
    looker = look(*saying("time.sleep(60)"))
    assert looker.camera.patience.interval() == 20_000
    looker.camera.patience.start(1)
    qtbot.waitUntil(lambda: bool(looker.failed), timeout=WAIT)
    assert looker.failed == [sentence("slow")]


def test_a_process_that_cannot_be_started_is_said(qtbot, look, tmp_path):
    looker = look(str(tmp_path / "nothing-here"))
    qtbot.waitUntil(lambda: bool(looker.failed), timeout=WAIT)
    assert looker.failed == [sentence("ended")]


def test_a_photo_nobody_asked_for_is_not_taken(qtbot, look):
    unasked = (
        "out.write(struct.pack('>BIHH', 83, 7, 1, 1) + bytes(3) + struct.pack('>BI', 74, 3) + b'\\xff\\xd8\\xff'"
    )
    looker = look(*saying(unasked + " + struct.pack('>BIHH', 76, 7, 1, 1) + bytes(3))" + _SLEEP))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    assert looker.taken == []


def test_a_photo_that_is_no_jpeg_is_not_taken(qtbot, look):
    bad = (
        "out.write(struct.pack('>BIHH', 76, 7, 1, 1) + bytes(3)); out.flush(); sys.stdin.readline()\n"
        "out.write(struct.pack('>BIHH', 83, 7, 1, 1) + bytes(3) + struct.pack('>BI', 74, 5) + b'<html')"
    )
    looker = look(*saying(bad + _SLEEP))
    qtbot.waitUntil(lambda: bool(looker.seen), timeout=WAIT)
    looker.camera.take()
    qtbot.waitUntil(lambda: bool(looker.failed), timeout=WAIT)
    assert looker.taken == []


def test_a_flood_of_pictures_leaves_the_window_free(qtbot, look):
    one = "one = struct.pack('>BIHH', 76, 4 + 3 * 640 * 640, 640, 640) + bytes(3 * 640 * 640)"
    looker = look(*saying(one + "\nwhile True: out.write(one)"))
    qtbot.waitUntil(lambda: len(looker.seen) > 20, timeout=WAIT)
    looker.camera.let_go()
    assert not looker.camera.is_on


# What comes off the wire


@given(st.binary(max_size=60))
def test_whatever_comes_is_a_message_or_too_little_or_refused(octets):
    held = bytearray(octets)
    try:
        message = next_message(held)
    except ValueError:
        return
    if message is None:
        assert bytes(held) == octets
    else:
        kind, content = message
        assert len(content) <= MOST[kind]
        assert HEAD.pack(kind, len(content)) + content + bytes(held) == octets


@given(st.binary(max_size=80), st.integers(1, 30))
def test_whatever_pixels_come_they_are_a_picture_or_refused(octets, side):
    try:
        picture = picture_in(octets, side)
    except ValueError:
        return
    assert 0 < picture.width() <= side
    assert 0 < picture.height() <= side


def test_pixels_come_out_as_they_went_in():
    picture = picture_in(PAIR.pack(2, 1) + bytes((255, 0, 0, 0, 0, 255)), 640)
    assert [QColor(picture.pixel(x, 0)).name() for x in range(2)] == ["#ff0000", "#0000ff"]


def test_a_message_comes_in_pieces():
    whole = HEAD.pack(LIVE, 3) + b"abc" + HEAD.pack(STILL, 0) + HEAD.pack(TAKEN, 1)
    held, found = bytearray(), []
    for octet in whole:
        held.append(octet)
        message = next_message(held)
        if message:
            found.append(message)
    assert found == [(LIVE, b"abc"), (STILL, b"")]


@pytest.mark.parametrize("code", ["none", "busy", "permission", "gone", "slow", "ended"])
def test_every_reason_says_first_that_the_note_is_safe_and_then_what_to_do(code):
    words = sentence(code)
    assert words.startswith("Your note is safe. No photo was taken: ")
    assert words.endswith("or choose a file instead.")


# Which cameras there are, without opening any


@ON_LINUX
def test_cameras_are_counted_by_their_names_alone(tmp_path):
    known, nodes = tmp_path / "sys", tmp_path / "dev"
    nodes.mkdir()
    for name, place in (("video0", "0"), ("video1", "1"), ("video2", "0"), ("video10", "0"), ("video4", "0")):
        (known / name).mkdir(parents=True)
        (known / name / "index").write_text(place + "\n")
        if name != "video4":
            (nodes / name).touch()
    (known / "video7").mkdir()
    assert partial(cameras_here, known, nodes)() == (0, 2, 10)


@ON_LINUX
def test_a_device_that_knows_of_no_cameras_has_none(tmp_path):
    assert cameras_here(tmp_path / "nothing", tmp_path) == ()


@ON_LINUX
@pytest.mark.skipif(os.path.exists("/dev/video63"), reason="this device has very many cameras")
def test_a_camera_that_has_just_been_pulled_out_is_gone():
    assert camera_child._barred(63) == "gone"


class Registry:
    """Stands in for the registry of Windows: folders within folders, and values."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = "machine", "user"

    def __init__(self, *paths, **values):
        self._paths, self._values = paths, values

    def OpenKey(self, key, path):
        found = f"{key}\\{path}"
        if not any(one == found or one.startswith(found + "\\") for one in self._paths):
            raise FileNotFoundError(found)
        return nullcontext(found)

    def QueryInfoKey(self, key):
        return len(self._inside(key)), 0, 0

    def EnumKey(self, key, place):
        return self._inside(key)[place]

    def QueryValueEx(self, key, name):
        if name not in self._values:
            raise FileNotFoundError(name)
        return self._values[name], 1

    def _inside(self, key):
        inside = (one.removeprefix(key + "\\").split("\\")[0] for one in self._paths if one.startswith(key + "\\"))
        return list(dict.fromkeys(inside))


LISTED = "machine\\" + camera_child._DEVICES
CONSENT = "user\\" + camera_child._CONSENT


@pytest.mark.parametrize(
    ("paths", "values", "count"),
    [
        ((), {}, 0),
        ((LISTED + r"\##?#USB#A\#GLOBAL\Control",), {"Linked": 1}, 1),
        ((LISTED + r"\##?#USB#A\#GLOBAL\Control",), {"Linked": 0}, 0),
        ((LISTED + r"\##?#USB#A\#GLOBAL\Device Parameters",), {"Linked": 1}, 0),
        ((LISTED + r"\##?#USB#A\#GLOBAL\Control", LISTED + r"\##?#USB#B\#\Control"), {"Linked": 1}, 2),
    ],
)
def test_windows_counts_the_cameras_that_are_linked_now(monkeypatch, paths, values, count):
    monkeypatch.setitem(sys.modules, "winreg", Registry(*paths, **values))
    assert camera_child._count_on_windows() == count


@pytest.mark.parametrize(("value", "why"), [("Deny", "permission"), ("Allow", "")])
def test_windows_is_asked_whether_the_camera_is_allowed(monkeypatch, value, why):
    monkeypatch.setitem(sys.modules, "winreg", Registry(CONSENT + r"\NonPackaged", Value=value))
    assert camera_child._barred_on_windows() == why
    monkeypatch.setitem(sys.modules, "winreg", Registry())
    assert camera_child._barred_on_windows() == ""
