"""What this device remembers of how somebody likes to work; nothing of any visit."""

from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QSettings

LOOKS = ("device", "light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 0.9, 1.5


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of one device. `reports_folder` is empty for the usual one, `programme` the framework last used.

    `names` asks about names, `own_words` offers how phrases went on, `spell_out` saves words for abbreviations,
    `spelling` looks for misspelt words in the report;
    `templates` is which programme goes by which Word template, as `ReportTemplates` writes it.
    """

    look: str = "device"
    text_scale: float = 1.0
    touch: bool = False
    reports_folder: str = ""
    programme: str = ""
    names: bool = True
    own_words: bool = True
    spell_out: bool = False
    spelling: bool = True
    templates: str = ""


def load(store: QSettings) -> Settings:
    """Return what was kept; whatever is absent or unreadable has its default."""
    settings = Settings(
        look=str(store.value("look", "device")),
        text_scale=_scale(store.value("text_scale", 1.0)),
        touch=_is_on(store, "touch", usual=False),
        reports_folder=str(store.value("reports_folder", "")),
        programme=str(store.value("programme", "")),
        names=_is_on(store, "names", usual=True),
        own_words=_is_on(store, "own_words", usual=True),
        spell_out=_is_on(store, "spell_out", usual=False),
        spelling=_is_on(store, "spelling", usual=True),
        templates=str(store.value("templates", "")),
    )
    return settings if settings.look in LOOKS else replace(settings, look="device")


def save(store: QSettings, settings: Settings) -> None:
    """Keep every choice."""
    for one in fields(settings):
        store.setValue(one.name, getattr(settings, one.name))
    store.sync()


def _is_on(store: QSettings, name: str, *, usual: bool) -> bool:
    kept = str(store.value(name, usual)).lower()
    return kept == "true" if kept in ("true", "false") else usual


def _scale(kept: object) -> float:
    try:
        scale = float(str(kept))
    except ValueError:
        return 1.0
    return round(min(LARGEST_TEXT, max(SMALLEST_TEXT, scale)), 1)
