"""The papers of an invented visit, made from their words when they are wanted: small PDF and Word files."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ui.workspace.sample_file import SampleVisit
from ui.workspace.sample_parts import SamplePaper
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import Attachment

if TYPE_CHECKING:
    from visitapp.vault.photos import PhotoFiles

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_MADE = (2025, 1, 1, 0, 0, 0)
"""When every part says it was made, so that the same words give the same bytes."""


def attached(sample: SampleVisit, visit_id: str, at: datetime) -> tuple[Attachment, ...]:
    """Return the papers of a visit as its record names them."""
    made = ((one, octets_of(one)) for one in sample.papers)
    return tuple(
        Attachment(
            new_id(),
            visit_id,
            one.name,
            "pdf" if one.is_pdf else "word",
            hashlib.sha256(octets).hexdigest(),
            len(octets),
            len(one.pages),
            one.item,
            at.isoformat(timespec="milliseconds"),
        )
        for one, octets in made
    )


def keep_papers(samples: Sequence[SampleVisit], files: "PhotoFiles") -> None:
    """Keep every paper of invented visits in a vault. Raises StorageError when the disk refuses."""
    for sample in samples:
        for one in sample.papers:
            files.keep(octets_of(one))


def octets_of(paper: SamplePaper) -> bytes:
    """Return a paper as the bytes of its file; the same words give the same bytes."""
    return _pdf(paper.pages) if paper.is_pdf else _docx(paper.pages)


def _pdf(pages: Sequence[str]) -> bytes:
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 595 842] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in zip(numbers, pages, strict=True):
        drawn = "\n".join(_pdf_lines(words))
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        parts.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return _pdf_file(parts)


def _pdf_file(parts: Sequence[str]) -> bytes:
    """Return numbered parts with the table that says where each begins."""
    written, places = "%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(parts) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{written}{end}startxref\n{len(written)}\n%%EOF\n".encode("ascii")


def _pdf_lines(words: str) -> Iterator[str]:
    yield "BT /F1 12 Tf 18 TL 60 770 Td"
    for line in words.strip().splitlines():
        said = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        yield f"({said}) Tj T*"
    yield "ET"


def _docx(pages: Sequence[str]) -> bytes:
    paragraphs = [f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for one in pages for line in one.splitlines()]
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _LINKS), ("word/document.xml", document)):
            package.writestr(zipfile.ZipInfo(name, _MADE), f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return made.getvalue()
