"""Brings the aids for writing and this device's settings together."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.settings import Settings

if TYPE_CHECKING:
    from ui.pages.settings.page import SettingsPage
    from ui.workspace.workspace import Workspace


def want_aids(workspace: "Workspace", settings: Settings) -> None:
    """Switch the aids of a workspace on or off as the settings say."""
    from ui.workspace.writing_aids import AidsWanted

    workspace.aids.want(AidsWanted(settings.names, settings.own_words, settings.spell_out, settings.spelling))


def bring_vault(workspace: "Workspace", page: "SettingsPage") -> None:
    """Show on the settings page what the vault holds: whether it is the sample, who works here, the templates, and
    the reviewer's abbreviations and words; keep what is changed of these."""
    page.show_sample(sample=workspace.is_sample)
    reviewer = workspace.visits.reviewer()
    if reviewer is not None:
        page.show_reviewer(reviewer.name, reviewer.role, reviewer.organisation)
    page.templates.show_programmes(workspace.library.frameworks, workspace.templates)
    show_shorthand(workspace, page)
    page.writing.shorthand_changed.connect(partial(keep_shorthand, workspace))
    page.writing.words_wanted.connect(partial(show_words, workspace, page))
    page.writing.words_changed.connect(partial(keep_words, workspace))


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


def show_words(workspace: "Workspace", page: "SettingsPage") -> None:
    """Show the words the reviewer counts as right, as they now are, on the settings page."""
    open_visit = workspace.desk
    reviewer = open_visit.record.reviewer if open_visit is not None else workspace.visits.reviewer()
    page.writing.show_words(reviewer.words if reviewer is not None else "")


def keep_words(workspace: "Workspace", words: str) -> None:
    """Keep the words the reviewer counts as right, in the open visit and in every other."""
    desk = workspace.desk
    if desk is not None and desk.record.reviewer.id:
        label = QCoreApplication.translate("Writing", "My words changed")
        desk.put(label, replace(desk.record.reviewer, words=words))
    else:
        workspace.visits.set_words(words)
