"""Small doings on Word files that several tests share."""

import zipfile

from docx import Document
from openxml_audit import FileFormat, OpenXmlValidator

from exports.word.read_back import read_back
from exports.word.write import write_word


def written(report, folder):
    """Return the path of `report` as a Word file in `folder`."""
    path = folder / "report.docx"
    write_word(report, path)
    return path


def read(report, folder):
    """Return what is read back from `report` as a Word file."""
    return read_back(written(report, folder))


def lines(report, folder, style):
    """Return the text of every paragraph in a style, read by a library that is not ours."""
    document = Document(str(written(report, folder)))
    return [found.text for found in document.paragraphs if found.style.name.lower() == style.lower()]


def part(path, name="word/document.xml"):
    """Return one part of a Word file as text."""
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def altered(path, old, new, name="word/document.xml"):
    """Change the first `old` in one part of the file at `path`, which must be there; return the path."""
    with zipfile.ZipFile(path) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    assert old in parts[name].decode()
    parts[name] = parts[name].decode().replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for entry, content in parts.items():
            package.writestr(entry, content)
    return path


def format_errors(path):
    """Return what breaks the Office Open XML format in the file at `path`."""
    checked = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    return [str(error) for error in checked.errors]
