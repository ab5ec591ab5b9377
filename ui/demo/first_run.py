"""The first run: a passphrase, a recovery code that is kept, a role and a name."""

from ui.demo.hands import LostWayError
from ui.demo.sitting import Sitting
from ui.pages.first_run.page import FirstRunPage
from ui.widgets.line_edit import LineEdit
from ui.workspace.sample_parts import SampleReviewer

PASSPHRASE = "otter lantern maple quiet bridge"
_ASKED = 2


def fill_in(sitting: Sitting, reviewer: SampleReviewer) -> None:
    """Fill in the first page, all but its button."""
    hands = sitting.hands
    hands.write(PASSPHRASE)
    hands.tab_to("Once more")
    hands.write(PASSPHRASE)
    hands.tab_to("Third group")
    hands.write(_third_group(sitting))
    hands.tab_to("Your role")
    hands.write(reviewer.role)
    hands.tab_to("Your name")
    hands.write(reviewer.name)


def create_vault(sitting: Sitting) -> None:
    """Press the button and wait until the vault is made and open."""
    sitting.hands.tab_to("Create the vault")
    sitting.hands.press("Space")
    sitting.wait_for_vault()


def say_who(sitting: Sitting, reviewer: SampleReviewer) -> None:
    """Write in Settings who makes the next visit."""
    sitting.wishes.carry_out("settings")
    for name, words in (("Name", reviewer.name), ("Role", reviewer.role), ("Organisation", reviewer.organisation)):
        sitting.hands.focus(name, LineEdit)
        sitting.hands.replace(words)
        sitting.hands.press("Tab")
    sitting.hands.press("Ctrl+0")


def unlock(sitting: Sitting) -> None:
    """Type the passphrase at the locked door and wait until the vault is open."""
    sitting.hands.write(PASSPHRASE)
    sitting.hands.press("Return")
    sitting.wait_for_vault()


def _third_group(sitting: Sitting) -> str:
    """Read the code from the screen, as it is spoken."""
    page = sitting.window.door
    if not isinstance(page, FirstRunPage):
        raise LostWayError("The walk stopped: the first run is not on the screen.")
    spelt = page.recovery.groups.accessibleName().rpartition(": ")[2]
    return spelt.split(", ")[_ASKED].replace(" ", "")
