"""Files that are no plain Word document are refused by name, and nothing is fetched, run or changed."""

import io
import socket
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports.sample_reports import partner_report
from tests.imports.word_edits import Edited, unzipped, zipped
from visitapp.errors import UnreadableFileError
from visitapp.imports.word import package
from visitapp.imports.word.reader import read_content, read_file

GOOD = Edited(partner_report()).bytes()
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def linked(kind, target, outside=True, name="word/_rels/document.xml.rels", **parts):
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rIdBad" Type="{_LINK}/{kind}" Target="{target}"{mode}/>'
    found = unzipped(GOOD)
    before = found.get(
        name, b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    found[name] = before.replace(b"</Relationships>", link.encode() + b"</Relationships>")
    return zipped(found | {one.replace("__", "/"): content for one, content in parts.items()})


def replaced(name, old, new):
    found = unzipped(GOOD)
    assert old in found[name]
    return zipped(found | {name: found[name].replace(old, new, 1)})


def within(markup):
    return replaced("word/document.xml", b"<w:body>", b"<w:body>" + markup.encode())


def with_part(name, content=b"x"):
    return zipped(unzipped(GOOD) | {name: content})


def twice():
    content = io.BytesIO(GOOD)
    with zipfile.ZipFile(content, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("word/document.xml", b"<other/>")
    return content.getvalue()


def bomb():
    content = io.BytesIO(GOOD)
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/large.xml", b"\0" * 30_000_000)
    return content.getvalue()


def ole(*words):
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + b"".join(word.encode("utf-16-le") for word in words)


def other_zip(**parts):
    return zipped({name.replace("__", "/"): content for name, content in parts.items()})


def declared(text, encoding="UTF-8"):
    whole = f'<?xml version="1.0" encoding="{encoding}"?>{text}'
    return zipped(unzipped(GOOD) | {"word/document.xml": whole.encode(encoding)})


def xxe(entity):
    body = f'<w:document xmlns:w="{_NAMESPACE}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    return f"<!DOCTYPE w:document [{entity}]>{body}"


_LAUGHS = '<!ENTITY b "ha"><!ENTITY a "' + "&b;" * 50 + '">'
_MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

HOSTILE = {
    "empty": (b"", "it is empty"),
    "old word": (ole("WordDocument"), "old Word format"),
    "password": (ole("EncryptedPackage"), "protected by a password"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "rich text": (b"{\\rtf1 hello}", "Rich Text"),
    "web page": (b"  <html><body>hello</body></html>", "web page"),
    "noise": (b"PK\x03\x04" + b"noise" * 50, "damaged"),
    "cut short": (GOOD[: len(GOOD) // 2], "damaged"),
    "open document": (other_zip(mimetype=b"application/vnd.oasis.opendocument.text"), r"\.odt"),
    "excel": (zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "Excel"),
    "slides": (zipped({"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"}), "PowerPoint"),
    "pages": (zipped({"Index/Document.iwa": b"x"}), "Pages"),
    "any zip": (zipped({"hello.txt": b"hello"}), "damaged or is not a Word document"),
    "macro type": (replaced("[Content_Types].xml", _DOCUMENT_TYPE, _MACRO_TYPE), "macros"),
    "macro part": (with_part("word/vbaProject.bin"), "macros"),
    "macro part elsewhere": (with_part("word/sub/VBAPROJECT.BIN"), "macros"),
    "macro link": (linked("vbaProject", "other.bin", outside=False), "macros"),
    "template": (
        linked("attachedTemplate", "http://192.0.2.1/a.dotm", name="word/_rels/settings.xml.rels"),
        "template",
    ),
    "shared template": (linked("attachedTemplate", "file://server/a.dotm"), "template"),
    "template by path": (linked("attachedTemplate", "a.dotm", outside=False), "template"),
    "picture": (linked("image", "http://192.0.2.1/a.png"), "picture from elsewhere"),
    "picture unmarked": (linked("image", "http://192.0.2.1/a.png", outside=False), "picture from elsewhere"),
    "frame": (linked("frame", "http://192.0.2.1/"), "page from elsewhere"),
    "document in document": (linked("subDocument", "http://192.0.2.1/a.docx"), "another document"),
    "anything remote": (linked("unheardOf", "http://192.0.2.1/"), "something from elsewhere"),
    "linked object": (linked("oleObject", "file:///c:/a.exe"), "object from elsewhere"),
    "object": (linked("oleObject", "embeddings/o.bin", outside=False), "embedded object"),
    "embedded file": (linked("package", "embeddings/a.xlsx", outside=False), "embedded object"),
    "active x": (linked("control", "activeX/activeX1.xml", outside=False), "ActiveX"),
    "active x part": (with_part("word/activeX/activeX1.xml", b"<a/>"), "ActiveX"),
    "other kind inside": (linked("aFChunk", "a.html", outside=False), "another document inside"),
    "dde": (within('<w:p><w:fldSimple w:instr=" DDEAUTO c:\\\\a.exe "/></w:p>'), "DDEAUTO"),
    "dde in runs": (
        within(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DD</w:instrText></w:r>'
            "<w:r><w:instrText>E c:a</w:instrText></w:r></w:p>"
        ),
        "DDE",
    ),
    "include": (within('<w:p><w:fldSimple w:instr="INCLUDETEXT \\\\server\\a"/></w:p>'), "INCLUDETEXT"),
    "two of a name": (None, "same name"),
    "bomb": (None, "enormous"),
    "many parts": (None, "more than 3,000 parts"),
    "outside entity": (declared(xxe('<!ENTITY a SYSTEM "file:///etc/passwd">')), "entities"),
    "network entity": (declared(xxe('<!ENTITY a SYSTEM "http://192.0.2.1/">')), "entities"),
    "parameter entity": (declared(xxe('<!ENTITY % p SYSTEM "http://192.0.2.1/"> %p;')), "entities"),
    "laughs": (declared(xxe(_LAUGHS)), "entities"),
    "wide entity": (declared(xxe(_LAUGHS), "UTF-16"), "entities"),
    "odd encoding": (declared(xxe(_LAUGHS), "UTF-7"), "character set"),
    "no document": (zipped({"[Content_Types].xml": b"<a/>"}), "damaged or is not"),
    "no body": (declared("<w:document xmlns:w='a'/>"), "damaged or is not"),
    "broken": (replaced("word/document.xml", b"</w:body>", b"</w:bod>"), "broken"),
    "deep": (within("<w:sdt>" * 400 + "</w:sdt>" * 400), "broken"),
    "strict": (declared(f'<w:document xmlns:w="{_STRICT.decode()}"><w:body/></w:document>'), "Strict"),
}


def content_of(name):
    made = {"two of a name": twice, "bomb": bomb, "many parts": many}
    return made[name]() if name in made else HOSTILE[name][0]


def outcome(content):
    """Return that the file was read, or the words with which it was refused."""
    try:
        read_content(content)
    except UnreadableFileError as refused:
        return str(refused)
    return "read"


def many():
    return zipped(unzipped(GOOD) | {f"word/a{number}.xml": b"" for number in range(3001)})


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_by_name_and_the_text_is_said_to_be_safe_first(name, monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    with pytest.raises(UnreadableFileError, match=HOSTILE[name][1]) as refused:
        read_content(content_of(name))
    said = str(refused.value)
    assert said.startswith("Nothing in Visitapp was changed")
    assert "Error" not in said
    assert said.count(". ") <= 1
    assert said.endswith(".")


def test_the_good_file_they_are_made_from_is_read():
    assert len(read_content(GOOD).paragraphs) > 50


def test_links_to_pages_are_no_reason_to_refuse():
    assert read_content(linked("hyperlink", "https://www.example.org/")).paragraphs


def test_a_workbook_behind_a_chart_is_no_reason_to_refuse():
    content = linked("package", "../embeddings/a.xlsx", False, "word/charts/_rels/chart1.xml.rels")
    assert read_content(content).paragraphs


def test_a_file_that_is_encrypted_inside_is_refused():
    content = bytearray(GOOD)
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<H", content, at + 8, struct.unpack_from("<H", content, at + 8)[0] | 1)
        at += 4
    with pytest.raises(UnreadableFileError, match="password"):
        read_content(bytes(content))


def test_a_file_too_large_is_not_even_read(tmp_path, monkeypatch):
    path = tmp_path / "large.docx"
    path.write_bytes(GOOD)
    monkeypatch.setattr(package, "LARGEST_FILE", 1000)
    with pytest.raises(UnreadableFileError, match="larger than"):
        read_file(path)


@pytest.mark.parametrize("name", ["folder", "missing.docx"])
def test_what_is_no_file_is_refused(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableFileError, match="Nothing in Visitapp was changed"):
        read_file(tmp_path / name)


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(place, noise):
    damaged = GOOD[:place] + noise + GOOD[place + len(noise) :]
    assert outcome(damaged).startswith(("read", "Nothing in Visitapp was changed"))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_damaged_document_inside_a_sound_file_is_read_or_refused_and_nothing_else(data):
    parts = unzipped(GOOD)
    name = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, max(0, len(parts[name]) - 1)))
    noise = data.draw(st.binary(max_size=30))
    cut = data.draw(st.integers(0, 60))
    parts[name] = parts[name][:place] + noise + parts[name][place + cut :]
    assert outcome(zipped(parts)).startswith(("read", "Nothing in Visitapp was changed"))


def test_a_part_whose_sum_is_wrong_is_damaged():
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 16, zlib.crc32(b"other"))
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_content(bytes(content))
