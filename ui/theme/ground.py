"""The ground of each look, light to load: a window shows it before anything stands on it."""

from typing import NamedTuple


class Ground(NamedTuple):
    """Colours of the window, of the rail and of the line between them."""

    bg: str
    rail: str
    line: str


LIGHT = Ground("#F7F6F3", "#EFEDE7", "#E4E1DA")
DARK = Ground("#16181C", "#121417", "#2F343B")
CONTRAST = Ground("#FFFFFF", "#FFFFFF", "#000000")
RAIL_WIDTH = 72


def ground_of(look: str, device_is_dark: bool) -> Ground:
    """Return the ground of a chosen look; of any other word, the one the device has."""
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(look, DARK if device_is_dark else LIGHT)
