"""Pictures from outside: turned the right way up, made small, stripped bare; anything else refused in plain words."""

import json
import struct
import subprocess
import sys
import threading
import zlib
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_files import encoded, image, jpeg, moving_gif, png_claiming, with_exif
from PySide6.QtGui import QColor, QImage

from ui.workspace import picture_child
from ui.workspace.picture_reading import MOST_STORED, Reading, encode_photo, encode_sketch, refusal
from visitapp.errors import PictureError

_MANY = """
import json, sys
sys.path.insert(0, {folder!r})
import picture_child
whole = sys.stdin.buffer.read()
for length in {lengths}:
    said, pixels = picture_child._decode(whole[:length])
    print(json.dumps([length, said.get("refused", ""), len(pixels)]))
status = open("/proc/self/status").read()  # ru_maxrss would count what the starting process held, too
print(json.dumps(["peak", int(status.partition("VmHWM:")[2].split()[0]) // 1024, 0]))
"""


def decode_many(octets, lengths):
    """Decode beginnings of a file, all in one process; return what came of each, and the peak of memory in MB."""
    script = _MANY.format(folder=str(Path(picture_child.__file__).parent), lengths=list(lengths))
    done = subprocess.run([sys.executable, "-I", "-c", script], input=octets, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    *found, last = (json.loads(line) for line in done.stdout.splitlines())
    return found, last[1]


def read(octets):
    return Reading(octets).run()


def outcome(work):
    """Return the picture that came of some work, or the sentence that says why none did."""
    try:
        kept = work()
    except PictureError as error:
        return None, str(error)
    shown(kept)
    return kept, ""


def shown(kept):
    found = QImage.fromData(kept.octets)
    assert (found.width(), found.height()) == (kept.width, kept.height)
    return found


def is_red(image, x, y):
    colour = QColor(image.pixel(x, y))
    return colour.red() > 180 and colour.green() < 90


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_a_picture_of_every_kind_is_kept_as_jpeg(kind):
    kept = read(encoded(image(), kind))
    assert kept.octets.startswith(b"\xff\xd8\xff")
    assert (kept.width, kept.height) == (640, 480)
    assert is_red(shown(kept), 20, 20)


def test_a_picture_from_a_file_is_read(tmp_path):
    (tmp_path / "books.jpg").write_bytes(jpeg())
    assert read(tmp_path / "books.jpg").width == 640


def test_a_picture_named_as_another_kind_is_read_for_what_it_is(tmp_path):
    (tmp_path / "books.gif").write_bytes(encoded(image(), "PNG"))
    assert read(tmp_path / "books.gif").width == 640


def test_where_it_was_taken_and_by_which_phone_are_gone():
    taken = with_exif(jpeg(), orientation=1)
    assert b"SecretPhone" in taken
    assert struct.pack("<I", 4242) in taken
    kept = read(taken)
    for trace in (b"Exif", b"SecretPhone", struct.pack("<I", 4242), b"GPS"):
        assert trace not in kept.octets
    assert b"\xff\xe1" not in kept.octets


@pytest.mark.parametrize(
    ("orientation", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1)), (2, (1, 0)), (4, (0, 1))]
)
def test_a_picture_stands_the_way_the_phone_was_held(orientation, corner):
    kept = read(with_exif(jpeg(), orientation))
    assert (kept.width < kept.height) == (orientation in (6, 8))
    x, y = (20 if not side else length - 20 for side, length in zip(corner, (kept.width, kept.height), strict=True))
    assert is_red(shown(kept), x, y)


def test_a_large_picture_is_made_no_longer_than_2048_pixels():
    kept = read(jpeg(4000, 1000))
    assert (kept.width, kept.height) == (2048, 512)


def test_a_large_picture_that_was_held_upright_too():
    kept = read(with_exif(jpeg(4000, 1000), 6))
    assert (kept.width, kept.height) == (512, 2048)


def test_a_small_picture_is_not_made_larger():
    kept = read(jpeg(31, 17))
    assert (kept.width, kept.height) == (31, 17)


def test_what_can_be_seen_through_is_white():
    clear = QImage(40, 40, QImage.Format.Format_ARGB32)
    clear.fill(0)
    assert QColor(shown(read(encoded(clear, "PNG"))).pixel(20, 20)).lightness() > 250


def test_noise_is_kept_coarser_until_it_is_small_enough():
    noise = QImage(
        zlib.compress(bytes(range(256)) * 90000, 0)[: 2048 * 2048 * 4], 2048, 2048, QImage.Format.Format_RGB32
    )
    assert len(encode_photo(noise).octets) <= MOST_STORED


def test_a_sketch_is_kept_exactly():
    drawn = image(50, 40)
    assert shown(encode_sketch(drawn)).convertToFormat(QImage.Format.Format_RGB32) == drawn


@pytest.mark.parametrize(
    ("octets", "reason"),
    [
        (b"", "it is not a JPEG"),
        (b"hello, this is text", "it is not a JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "it is not a JPEG"),
        (b"<?xml version='1.0'?><svg/>", "it is not a JPEG"),
        (b"II*\0" + b"\0" * 100, "it is not a JPEG"),
        (b"%PDF-1.7", "it is not a JPEG"),
        (b"PK\x03\x04" + b"\0" * 100, "it is not a JPEG"),
        (b"\xff\xd8\xff\xe0 and then nothing like a picture", "ends too early"),
        (b"\xff\xd8\xff\xe0 and then nothing like a picture\xff\xd9", "is damaged"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, "HEIC"),
    ],
)
def test_what_is_no_picture_is_refused_in_plain_words(octets, reason):
    with pytest.raises(PictureError, match=f"^Your note is safe. The picture was not added: .*{reason}"):
        read(octets)


@pytest.mark.parametrize(("wide", "tall"), [(12_000, 12_000), (40_000, 40_000), (2_000_000_000, 2), (50_001, 1000)])
def test_a_small_file_that_claims_to_be_huge_is_refused_by_its_header(wide, tall):
    with pytest.raises(PictureError, match="50 megapixels|damaged"):
        read(png_claiming(wide, tall))


def test_a_file_over_64_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "huge.jpg").open("wb") as stream:
        stream.write(b"\xff\xd8\xff")
        stream.truncate(picture_child.MOST_BYTES + 1)
    with pytest.raises(PictureError, match="over 64 MB"):
        read(tmp_path / "huge.jpg")


@pytest.mark.parametrize("where", ["gone.jpg", "folder"])
def test_a_file_that_is_not_there_is_told(tmp_path, where):
    (tmp_path / "folder").mkdir()
    with pytest.raises(PictureError, match="could not be read"):
        read(tmp_path / where)


def test_of_a_moving_picture_the_first_is_kept_and_that_is_said():
    kept = read(moving_gif())
    assert kept.moving
    assert (kept.width, kept.height) == (2, 2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_a_file_that_ends_at_any_kilobyte_is_refused(kind):
    whole = encoded(image(400, 300), kind)
    found, _ = decode_many(whole, range(0, len(whole), 1024))
    assert len(found) > 5
    assert {pixels for _, _, pixels in found} == {0}
    assert {refused for _, refused, _ in found} <= {"cut", "damaged", "kind"}


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_the_largest_picture_allowed_fits_into_the_memory_there_is():
    found, peak = decode_many(jpeg(8000, 6200), [10**9])
    assert found[0][1:] == ["", 2048 * 1587 * 3]
    assert peak < 600


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_bytes_changed_at_random_never_bring_more_than_a_sentence(kind):
    whole = bytearray(encoded(image(60, 40), kind))
    for place in range(0, len(whole), max(1, len(whole) // 9)):
        whole[place] ^= 0x5A
        kept, sentence = outcome(partial(read, bytes(whole)))
        assert kept or sentence.startswith("Your note is safe.")


def test_a_picture_that_is_stopped_is_given_up():
    reading = Reading(jpeg(6000, 5000))
    threading.Timer(0.05, reading.cancel).start()
    with pytest.raises(PictureError, match="you stopped it"):
        reading.run()


def test_one_that_was_stopped_before_it_began_is_not_begun():
    reading = Reading(jpeg())
    reading.cancel()
    with pytest.raises(PictureError, match="you stopped it"):
        reading.run()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
def test_the_process_that_decodes_cannot_write_a_file(tmp_path):
    folder = str(Path(picture_child.__file__).parent)
    script = (
        f"import signal, sys; sys.path.insert(0, {folder!r}); import picture_child; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); picture_child._limit(); "
        f"open({str(tmp_path / 'x')!r}, 'wb', buffering=0).write(b'stolen')"
    )
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, timeout=30)
    assert b"OSError" in done.stderr
    assert (tmp_path / "x").read_bytes() == b""


@given(st.binary(max_size=40))
def test_any_bytes_have_a_format_or_none(octets):
    assert picture_child.format_of(octets) in ("", "jpeg", "png", "webp", "gif", "bmp", "heic")


def _answered(said):
    from ui.workspace.picture_reading import _checked

    return _checked(said)


@settings(max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.dictionaries(st.sampled_from(["width", "height", "refused", "moving"]), st.integers() | st.text()).map(
            lambda said: json.dumps(said).encode() + b"\n" + b"x" * 12
        ),
    )
)
def test_a_process_taken_over_by_its_picture_can_say_nothing_that_harms(said):
    kept, sentence = outcome(partial(_answered, said))
    assert kept or sentence.startswith("Your note is safe.")


def test_every_refusal_says_first_what_is_safe():
    for code in ("kind", "heic", "heavy", "large", "cut", "damaged", "slow", "cancelled", "missing", "made up"):
        assert str(refusal(code)).startswith("Your note is safe. The picture was not added: ")
