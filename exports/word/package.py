"""The zip a Word file is: named parts in, the same bytes out every time."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from visitapp.errors import ExportError

Parts = Mapping[str, bytes]

_DATE = (1980, 1, 1, 0, 0, 0)
_LARGEST = 200 * 1024 * 1024


def packed(parts: Parts) -> bytes:
    """Return the zip of these parts, in their order, dated 1980 so that equal parts give equal bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, part)
    return content.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name; raises ExportError when it is no zip, damaged or a zip bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _LARGEST:
                raise ExportError("The Word file was left unread: unpacked, it would fill more than 200 MB.")
            return {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError) as fault:
        raise ExportError("The Word file is damaged or is not a Word document.") from fault
