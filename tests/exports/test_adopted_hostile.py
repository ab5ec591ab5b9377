"""A hostile template puts nothing of its payload into a report: no program, no address, no hidden data."""

import io
import posixpath
import re
import zipfile

import docx
import pytest
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from exports.word.adopted.check import check_template
from exports.word.write import word_bytes, written_word
from tests.exports.hostile_templates import HOSTILE, MARKER, WORDED
from tests.exports.sample_reports import partner_report
from visitapp.errors import TemplateRefusedError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALLOWED_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app|custom)\.xml|word/(document|styles|numbering|settings"
    r"|fontTable|theme/theme1|header\d+|footer\d+)\.xml|word/_rels/(document|header\d+|footer\d+)\.xml\.rels"
    r"|word/media/template\d+\.(png|jpeg|gif)"
)
_ALLOWED_FIELDS = re.compile(r'\s*(PAGE|NUMPAGES|TITLE|SUBJECT|SEQ \w+ \\\* ARABIC|TOC \\o "1-2" \\h \\z \\u \\n)\s*')
_FORBIDDEN = (
    "sdt object pict altChunk subDoc control contentPart AlternateContent fldSimple attachedTemplate mailMerge "
    "docVars OLEObject imagedata hlinkClick txbxContent vanish del ins comment footnoteReference endnoteReference "
    "embedRegular numPicBullet movie script include"
)
_BUILT_IN = word_bytes(partner_report())
_OWN_BOOKMARKS = re.compile(r"rv_[0-9a-f]{32}(_\d+)?|rvp_\w+|rvB_report|rvR_[0-9a-f]{32}_r\d")


def harm(content):
    """Return what of a Word file may not go out, in words; nothing for a sound one."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
        found += ["a part twice"] * (len(parts) != len(package.namelist()))
    for name, part in parts.items():
        found += [f"the part {name}"] * (not _ALLOWED_PARTS.fullmatch(name))
        found += [f"the payload in {name}"] * (MARKER.encode() in part)
        if name.endswith((".xml", ".rels")):
            found += _harm_in(name, etree.fromstring(part), parts)
    return found


def _harm_in(name, root, parts):
    tags = {etree.QName(element).localname for element in root.iter(etree.Element)}
    found = [f"{tag} in {name}" for tag in tags & set(_FORBIDDEN.split())]
    if name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        for link in root:
            target = posixpath.normpath(posixpath.join(folder, link.get("Target")))
            found += ["a link outside"] * (link.get("TargetMode") is not None or target not in parts)
    found += [f"field {one.text}" for one in root.iter(f"{W}instrText") if not _ALLOWED_FIELDS.fullmatch(one.text)]
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    found += [f"bookmark {one}" for one in names if not _OWN_BOOKMARKS.fullmatch(one)]
    found += ["an instruction to a program"] * any(True for _ in root.iter(etree.PI, etree.Comment))
    return found


def by_an_engine_without_a_sieve(content):
    """Return a report appended to a template by python-docx alone; None when that would not open it."""
    try:
        document = docx.Document(io.BytesIO(content))
        for section in partner_report().sections:
            document.add_heading(section.heading, section.level)
        saved = io.BytesIO()
        document.save(saved)
    except (LookupError, ValueError, AttributeError, etree.LxmlError, zipfile.BadZipFile, PackageNotFoundError):
        return None
    return saved.getvalue()


def refusal_of(content):
    """Return the sentence with which a template is refused; empty when it is not."""
    try:
        check_template(content)
    except TemplateRefusedError as refused:
        return str(refused)
    return ""


def has_payload(content):
    """Return whether a payload stands in a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return any(MARKER.encode() in package.read(name) for name in package.namelist())


def test_there_are_enough_of_them_in_every_part():
    assert len(HOSTILE) >= 150
    named = " ".join(HOSTILE)
    parts = (
        "document header footer styles numbering settings theme fontTable core app custom comments footnotes "
        "endnotes glossary customXml embeddings charts webSettings .rels [Content_Types] PNG package"
    )
    for part in parts.split():
        assert part in named, part


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_or_its_payload_left_out(name):
    refused = refusal_of(HOSTILE[name])
    content, said = written_word(partner_report(), HOSTILE[name])
    if refused:
        assert refused.startswith("Reports keep the look they have: ")
        assert content == _BUILT_IN
        assert [refused in sentence for sentence in said] == [True]
    else:
        assert content != _BUILT_IN
        assert harm(content) == []


@pytest.mark.parametrize("name", WORDED)
def test_braces_and_the_like_stay_words(name):
    content, _ = written_word(partner_report(), WORDED[name])
    assert content != _BUILT_IN
    assert harm(content) == []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        texts = {one.text for part in package.namelist() if part.endswith(".xml")
                 for one in etree.fromstring(package.read(part)).iter(f"{W}t")}  # fmt: skip
    assert any(text.startswith(name.rpartition(" in ")[0]) for text in texts)


def test_an_engine_without_a_sieve_lets_payloads_through():
    saved = {name: by_an_engine_without_a_sieve(content) for name, content in list(HOSTILE.items())[::3]}
    let_through = [name for name, content in saved.items() if content is not None and has_payload(content)]
    assert len(let_through) > 100
    assert any("DDEAUTO" in name for name in let_through)
    assert any("attachedTemplate" in name for name in let_through)


def test_the_check_would_see_a_payload():
    saved = by_an_engine_without_a_sieve(HOSTILE["DDEAUTO, _as_whole"])
    assert any("field" in one for one in harm(saved))
    assert any("the payload" in one for one in harm(saved))
