"""Films that stand in for cameras in tests, and processes that are not what they should be."""

import sys

import cv2
import numpy

from ui.workspace.camera import child_command

SIZE = (1280, 720)


def film(path, colour=(160, 90, 40), size=SIZE, frames=6):
    """Write a film of one colour (blue, green, red) with a white square that moves, and return its path."""
    kind = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), cv2.CAP_OPENCV_MJPEG, kind, 12, size)
    assert writer.isOpened()
    for number in range(frames):
        picture = numpy.full((size[1], size[0], 3), colour, numpy.uint8)
        across = size[0] * number // frames
        picture[size[1] // 4 : size[1] // 2, across : across + size[1] // 4] = 255
        writer.write(picture)
    writer.release()
    return str(path)


def looking_at(*films):
    """Return what starts the real process on films in place of cameras."""
    return (*child_command(), *films)


def saying(code):
    """Return what starts a process that runs some Python in place of the real one; `out` is where it speaks."""
    return (sys.executable, "-I", "-c", f"import sys, time, struct; out = sys.stdout.buffer\n{code}")
