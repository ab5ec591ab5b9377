"""Brings the aids for writing and this device's settings together."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ui.settings import Settings

if TYPE_CHECKING:
    from ui.pages.settings.page import SettingsPage
    from ui.workspace.workspace import Workspace


def want_aids(workspace: "Workspace", settings: Settings) -> None:
    """Switch the aids of a workspace on or off as the settings say."""
    from ui.workspace.writing_aids import AidsWanted

    workspace.aids.want(AidsWanted(settings.names, settings.own_words, settings.spell_out))


def show_shorthand(workspace: "Workspace", page: "SettingsPage") -> None:
    """Show the abbreviations in force on the settings page."""
    from visitapp.domain.shorthand import read
    from visitapp.frameworks.shorthand_list import starting_shorthand

    reviewer = workspace.visits.reviewer()
    page.writing.show_shorthand(starting_shorthand(), read(reviewer.shorthand if reviewer else ""))


def keep_shorthand(workspace: "Workspace", own: Mapping[str, str]) -> None:
    """Keep the reviewer's own abbreviations in the vault and go by them."""
    workspace.visits.set_shorthand(own)
    workspace.aids.use_shorthand(own)
