"""The only place that knows where files live."""

from pathlib import Path

from platformdirs import PlatformDirs

_ROOT = Path(__file__).resolve().parent.parent
_DIRS = PlatformDirs(appname="Visitapp", appauthor=False, roaming=False)


def resource(name: str) -> Path:
    """Return the path of a bundled file or folder under `resources/`."""
    return _ROOT / "resources" / name


def data_dir() -> Path:
    """Return the local, never roaming, never synced folder for this person's data."""
    return Path(_DIRS.user_data_dir)


def vault_dir() -> Path:
    """Return the folder of the person's own vault."""
    return data_dir() / "vault"


def templates_dir() -> Path:
    """Return the folder of the organisations' own Word templates, copied when they were adopted."""
    return data_dir() / "templates"


def reports_dir() -> Path:
    """Return the folder where exported reports are offered to be saved."""
    return Path(_DIRS.user_documents_dir) / "Visitapp reports"


def log_dir() -> Path:
    """Return the folder of the program's log, which never holds a word of a note."""
    return Path(_DIRS.user_log_dir)
