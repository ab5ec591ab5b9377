"""Faults that lie outside the program. Each message is a plain sentence fit to show a person."""


class VisitappError(Exception):
    """Any fault the program expects and can explain."""


class StorageError(VisitappError):
    """The disk or the database refused: full, busy, read-only, damaged or gone."""


class PublishedLostError(StorageError):
    """The file of published data is damaged or gone. Nothing a person wrote is in it; it can be begun anew."""


class VaultError(VisitappError):
    """The vault cannot be created or opened as asked; nothing in it was changed."""


class WrongPassphraseError(VaultError):
    """No key slot opens with the words given."""


class FileTooNewError(VaultError):
    """A newer version of the program wrote this vault; it was left untouched."""


class FrameworkError(VisitappError):
    """A framework or vocabulary file is not as it must be; the message names file, key and expectation."""


class ExportError(VisitappError):
    """A report could not be written or did not read back whole; any older file is untouched."""


class VaultInUseError(VaultError):
    """Another copy of the program has this vault open."""


class PictureError(VisitappError):
    """A picture was not taken in; what was typed is untouched and nothing of the picture was kept."""


class UnreadableFileError(VisitappError):
    """A file from outside was left unread; nothing in the record was changed."""


class ImportRefusedError(UnreadableFileError):
    """A published table was not read in; `code` is stable, `columns` its column names where there are any."""

    def __init__(self, says: str, code: str = "E-KIND", columns: tuple[str, ...] = ()) -> None:
        super().__init__(says)
        self.code = code
        self.columns = columns


class SeveralSheetsError(ImportRefusedError):
    """A workbook holds several tables and nobody said which is meant; `sheets` are their names."""

    def __init__(self, says: str, code: str, sheets: tuple[str, ...]) -> None:
        super().__init__(says, code)
        self.sheets = sheets


class CancelledImportError(VisitappError):
    """Reading a file in was stopped because the person asked for it; nothing in the record was changed."""


class TemplateRefusedError(VisitappError):
    """A Word template cannot be used; reports keep the look they have."""
