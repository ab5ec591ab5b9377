"""A report on an organisation's own template: its look, its words round the report, and all of the report."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Twips
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from exports.word.adopted.check import check_template
from exports.word.adopted.pictures import picture_of
from exports.word.adopted.starter import starter_template
from exports.word.bookmarks import record_bookmarks
from exports.word.read_back import read_content
from exports.word.verify import verify, verify_content
from exports.word.write import word_bytes, write_word, written_word
from tests.exports.accessibility_check import findings
from tests.exports.branded_templates import GREEN, branded, branded_parts, letterhead
from tests.exports.hostile_templates import inserted, png, starter_parts, zipped
from tests.exports.sample_papers import paper
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.test_adopted_hostile import W, harm
from tests.exports.test_charts import charted
from tests.exports.word_files import format_errors
from visitapp.domain.report import Bullet, Bullets, Paragraph, Table
from visitapp.errors import TemplateRefusedError

SAVED_BY_LIBREOFFICE = (Path(__file__).parents[1] / "files" / "template-saved-by-libreoffice.docx").read_bytes()
"""Our own: `branded()` opened in LibreOffice 7.4 and saved as Word; the organisation in it is invented."""

_TEMPLATES = {
    "starter": starter_template(partner_report()),
    "branded": branded(),
    "libreoffice": SAVED_BY_LIBREOFFICE,
}
_REPORTS = {
    "partner draft": partner_report(),
    "partner final": partner_report("FINAL", 2),
    "paired draft": paired_report("DRAFT", 1),
    "paired final": paired_report(),
    "one empty section": report_of(),
    "only a table": report_of(Table("t", "", ("A", "B"), (("", ""),), ("r",)), front=(("Name", ""),)),
    "blank texts": report_of(Paragraph("p", ""), Bullets((Bullet("b", " "),))),
    "no subtitle": report_of(Paragraph("p", "Text"), subtitle=""),
    "charts": charted(),
}
_BOTH = [(template, report) for template in _TEMPLATES for report in _REPORTS]


def saved(content, folder):
    path = folder / "report.docx"
    path.write_bytes(content)
    return path


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def said_of(content):
    return [point.says for point in check_template(content).missing]


@pytest.mark.parametrize("template", _TEMPLATES)
def test_a_whole_template_is_found_whole(template):
    check = check_template(_TEMPLATES[template])
    assert check.missing == check.left_out == check.to_look_at == ()
    found = {point.what for point in check.points}
    assert {"title", "school", "visit and date", "report", "heading 1", "List Bullet", "Report Table"} <= found


@pytest.mark.parametrize(("template", "report"), _BOTH)
def test_a_report_on_it_has_no_barrier_and_keeps_to_the_format(template, report, tmp_path):
    content, said = written_word(_REPORTS[report], _TEMPLATES[template])
    path = saved(content, tmp_path)
    assert said == ()
    assert findings(path, _REPORTS[report].status) == []
    assert format_errors(path) == []
    verify(_REPORTS[report], path)


@pytest.mark.parametrize("template", _TEMPLATES)
@pytest.mark.parametrize("report", [partner_report(), paired_report()], ids=["partner", "paired"])
def test_every_record_keeps_its_bookmark_and_its_text(template, report):
    found = read_content(word_bytes(report, _TEMPLATES[template]))
    assert {one: found.bookmarks.get(name) for one, name in record_bookmarks(report).items()} == report.texts()


@pytest.mark.parametrize("template", _TEMPLATES)
def test_it_gives_the_same_bytes_twice(template):
    assert word_bytes(charted(), _TEMPLATES[template]) == word_bytes(
        charted(), bytes(bytearray(_TEMPLATES[template]))
    )


@pytest.mark.parametrize("template", _TEMPLATES)
def test_nothing_of_a_control_or_of_a_place_is_left(template):
    content = word_bytes(paired_report(), _TEMPLATES[template])
    everything = b"".join(part for name, part in parts_of(content).items() if name.endswith(".xml"))
    for trace in (b"w:sdt", b"rvs_", b"rv.title", b"urn:visitapp", b"visitapp-report", b"[Title", b"[The report"):
        assert trace not in everything


@pytest.mark.parametrize("template", ["branded", "libreoffice"])
def test_the_words_round_the_report_stay_where_they_were(template, tmp_path):
    document = docx.Document(str(saved(word_bytes(partner_report(), _TEMPLATES[template]), tmp_path)))
    texts = [one.text for one in document.paragraphs]
    assert texts[:2] == ["Moorside Schools Partnership", "Annual partner review"]
    places = [
        texts.index(one) for one in ("Confidential to the school.", "Context", "Confidentiality", "What happens next")
    ]
    assert places == sorted(places)
    assert [one.text for one in document.sections[0].footer.paragraphs] == ["Sallowfield Primary School\tPage 1 of 1"]


@pytest.mark.parametrize("template", ["branded", "libreoffice"])
def test_the_look_is_the_template_s(template, tmp_path):
    content = word_bytes(charted(), _TEMPLATES[template])
    document = docx.Document(str(saved(content, tmp_path)))
    assert str(document.styles["Heading 1"].font.color.rgb) == GREEN
    assert document.sections[0].left_margin == Twips(1800)
    assert GREEN.encode() in parts_of(content)["word/charts/report1.xml"]
    assert [name for name in parts_of(content) if "media" in name] == ["word/media/template1.png"]


@pytest.mark.parametrize("template", ["branded", "letterhead"])
def test_tables_and_charts_keep_within_the_margins(template):
    content = word_bytes(charted(), _TEMPLATES.get(template) or letterhead())
    document = etree.fromstring(parts_of(content)["word/document.xml"])
    size, margins = next(document.iter(f"{W}pgSz")), next(document.iter(f"{W}pgMar"))
    room = int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    for grid in document.iter(f"{W}tblGrid"):
        assert sum(int(column.get(f"{W}w")) for column in grid) <= room
    drawn = [int(one.get("cx")) for one in document.iter() if one.tag.endswith("}extent")]
    assert drawn
    assert all(width <= room * 635 for width in drawn)


def test_a_narrow_line_does_not_cut_a_word_of_a_table():
    document = etree.fromstring(parts_of(word_bytes(partner_report(), branded()))["word/document.xml"])
    widths = [int(column.get(f"{W}w")) for column in list(document.iter(f"{W}tblGrid"))[1]]
    assert widths[3] > 1400


@pytest.mark.parametrize("kind", ["accuracy", ""])
def test_numbered_paragraphs_and_the_lists_of_the_template_never_meet(kind, tmp_path):
    report = paper("harrowmead", kind)
    path = saved(word_bytes(report, branded()), tmp_path)
    parts = parts_of(path.read_bytes())
    numbering = etree.fromstring(parts["word/numbering.xml"])
    numbers = [one.get(f"{W}numId") for one in numbering.iter(f"{W}num")]
    defined = [one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")]
    assert len(set(numbers)) == len(numbers)
    assert len(set(defined)) == len(defined)
    used = {
        one.get(f"{W}val")
        for name in ("document", "styles")
        for one in etree.fromstring(parts[f"word/{name}.xml"]).iter(f"{W}numId")
    }
    assert used <= set(numbers)
    assert {one.get(f"{W}val") for one in numbering.iter(f"{W}abstractNumId")} <= set(defined)
    assert "word/charts/report1.xml" in parts
    assert findings(path, report.status) == []
    assert format_errors(path) == []


def test_ids_of_the_template_do_not_collide_with_those_of_the_report(tmp_path):
    ours = "<w:r><w:t>Ours</w:t></w:r>"
    more = f'<w:p><w:bookmarkStart w:id="1" w:name="rv_section"/>{ours}<w:bookmarkEnd w:id="1"/></w:p>'
    content = word_bytes(charted(), zipped(inserted("word/document.xml", more, branded_parts())))
    parts = parts_of(content)
    for name, attribute in (("bookmarkStart", f"{W}id"), ("bookmarkStart", f"{W}name"), ("docPr", "id")):
        found = [one.get(attribute) for part in parts if part.startswith("word/") and part.endswith(".xml")
                 for one in etree.fromstring(parts[part]).iter() if one.tag.endswith("}" + name)]  # fmt: skip
        assert len(set(found)) == len(found) > 0
    assert findings(saved(content, tmp_path)) == []


def test_styles_are_found_by_name_whatever_their_id_and_case(tmp_path):
    parts = starter_parts()
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        part = parts[name].replace(b'"Heading1"', b'"berschrift1"').replace(b'"ListBullet"', b'"a7"')
        parts[name] = part.replace(b'w:val="heading 1"', b'w:val="Heading 1,H1"')
    content, said = written_word(paired_report(), zipped(parts))
    assert said == ()
    assert findings(saved(content, tmp_path)) == []


def test_a_style_of_another_name_with_a_built_in_id_stays_another():
    parts = starter_parts()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:val="Statement"', b'w:val="Pull Quote"')
    content, said = written_word(partner_report(), zipped(parts))
    names = [one.get(f"{W}val") for one in etree.fromstring(parts_of(content)["word/styles.xml"]).iter(f"{W}name")]
    assert said == ("The template has no style \u201cStatement\u201d: the built-in one stands in.",)
    assert {"Pull Quote", "Statement"} <= set(names)


@pytest.mark.parametrize("first_page", [False, True])
def test_a_draft_says_so_on_every_page(first_page):
    parts = branded_parts()
    if first_page:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:cols", b"<w:titlePg/><w:cols")
    draft = parts_of(word_bytes(partner_report(), zipped(parts)))
    headers = [name for name in draft if name.startswith("word/header")]
    assert len(headers) == 2
    assert all(b"DRAFT" in draft[name] for name in headers)
    document = draft["word/document.xml"]
    assert all(f'headerReference w:type="{page}"'.encode() in document for page in ("default", "first", "even"))
    final = parts_of(word_bytes(partner_report("FINAL"), zipped(parts)))
    assert all(b"DRAFT" not in part for part in final.values())


def test_a_template_without_header_and_footer_gets_the_built_in_ones(tmp_path):
    parts = starter_parts()
    document = parts["word/document.xml"].decode()
    start = document.index("<w:headerReference")
    parts["word/document.xml"] = (document[:start] + document[document.index("<w:pgSz") :]).encode()
    content, said = written_word(partner_report("FINAL"), zipped(parts))
    assert len(said) == 2
    assert "header" in said[0]
    assert "footer" in said[1]
    assert findings(saved(content, tmp_path)) == []


def test_the_report_is_where_its_place_is_even_in_a_paragraph_or_a_table():
    parts = starter_parts()
    document = parts["word/document.xml"].decode()
    start = document.index('<w:sdt><w:sdtPr><w:alias w:val="Report"/>')
    end = document.index("<w:sectPr>")
    slot = '<w:p><w:bookmarkStart w:id="5" w:name="rvs_body"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="5"/></w:p>'
    for held, moved in ((slot, 0), (f"<w:tbl><w:tr><w:tc>{slot}</w:tc></w:tr></w:tbl>", 1)):
        changed = document[:start] + held + "<w:p><w:r><w:t>After</w:t></w:r></w:p>" + document[end:]
        content = zipped(parts | {"word/document.xml": changed.encode()})
        assert len(check_template(content).to_look_at) == moved
        text = parts_of(word_bytes(partner_report(), content))["word/document.xml"].decode()
        assert text.index("rvB_report") < text.index(">Actions<") < text.index(">After<")


def test_a_ring_of_styles_does_no_harm():
    parts = starter_parts()
    ring = parts["word/styles.xml"].replace(
        b'<w:name w:val="Normal"/>', b'<w:name w:val="Normal"/><w:basedOn w:val="Title"/>'
    )
    assert check_template(zipped(parts | {"word/styles.xml": ring}))


# ---- what troubles a reader ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "old", "new", "what"),
    [
        ("word/styles.xml", "2A439E", "9FB0E8", "contrast of heading 1"),
        ("word/styles.xml", '<w:sz w:val="24"/>', '<w:sz w:val="20"/>', "size of the text"),
        ("word/document.xml", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "paper"),
        ("word/footer1.xml", " PAGE ", " DATE ", "page numbers"),
        ("word/document.xml", '<w:cols w:space="708"/>', '<w:cols w:num="2"/>', "columns"),
        (
            "word/styles.xml",
            '<w:spacing w:before="40"',
            '<w:jc w:val="both"/><w:spacing w:before="40"',
            "justified text",
        ),
    ],
)
def test_what_would_trouble_a_reader_is_named(part, old, new, what):
    parts = starter_parts()
    assert old in parts[part].decode()
    changed = parts[part].decode().replace(old, new)
    check = check_template(zipped(parts | {part: changed.encode()}))
    assert what in {point.what for point in check.to_look_at}


def test_a_picture_without_words_is_named_and_given_some(tmp_path):
    parts = branded_parts()
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b'descr="Crest of the council"', b"")
    assert {point.what for point in check_template(zipped(parts)).to_look_at} == {"alternative text"}
    assert findings(saved(word_bytes(partner_report(), zipped(parts)), tmp_path), "DRAFT") == []


def test_a_built_in_table_head_can_be_read_where_text_has_a_colour_of_its_own():
    styles = etree.fromstring(parts_of(word_bytes(partner_report(), letterhead()))["word/styles.xml"])
    (head,) = [one for one in styles if one.get(f"{W}styleId") == "TableHeading"]
    assert head.find(f"{W}rPr/{W}color").get(f"{W}val") == "FFFFFF"
    assert head.find(f"{W}pPr/{W}shd").get(f"{W}fill") == "7A1F3D"


# ---- damage -------------------------------------------------------------------------------------------------------

_PARTS = starter_parts()
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED = {
    "an old .doc": (_OLE + b"\0" * 600, "old Word format"),
    "a password": (_OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "cut short": (_TEMPLATES["branded"][:3000], "damaged"),
    "nothing": (b"", "empty"),
    "a web page": (b"<!doctype html><html></html>", "web page"),
    "rich text": (b"{\\rtf1 x}", "Rich Text"),
    "a PDF": (b"%PDF-1.7", "a PDF"),
    "macros": (
        zipped(_PARTS | {"[Content_Types].xml": _PARTS["[Content_Types].xml"].replace(
            _WORD + b"document.main+xml", b"application/vnd.ms-word.document.macroEnabled.main+xml")}),
        "macros",
    ),
    "a workbook": (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "Excel"),
    "an OpenDocument file": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "OpenDocument",
    ),
    "broken mark-up": (zipped(_PARTS | {"word/document.xml": _PARTS["word/document.xml"][:-40]}), "cannot be read"),
    "no document": (zipped({one: part for one, part in _PARTS.items() if "document" not in one}), "cannot be read"),
    "strict": (
        zipped({name: part.replace(b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument")
                for name, part in _PARTS.items()}), "Strict Open XML",
    ),
    "another zip": (zipped({"a.txt": b"x"}), "not a Word document"),
}  # fmt: skip


@pytest.mark.parametrize("name", _REFUSED)
def test_a_file_that_is_no_template_is_refused_by_name_and_stops_no_report(name, tmp_path):
    content, why = _REFUSED[name]
    with pytest.raises(TemplateRefusedError, match=why):
        check_template(content)
    said = write_word(partner_report(), tmp_path / "report.docx", content)
    assert len(said) == 1
    assert why in said[0]
    assert (tmp_path / "report.docx").read_bytes() == word_bytes(partner_report())


_SOUND = {
    "a .dotx": _PARTS | {"[Content_Types].xml": _PARTS["[Content_Types].xml"].replace(
        b"document.main", b"template.main")},
    "core properties as LibreOffice links them": _PARTS | {"_rels/.rels": _PARTS["_rels/.rels"].replace(
        b"package/2006/relationships/metadata", b"officedocument/2006/relationships/metadata")},
    "a document of another name": {name.replace("document.xml", "document2.xml"): part.replace(
        b"word/document.xml", b"word/document2.xml") for name, part in _PARTS.items()},
}  # fmt: skip


@pytest.mark.parametrize("name", _SOUND)
def test_an_unusual_but_sound_template_is_used_whole(name, tmp_path):
    content, said = written_word(partner_report(), zipped(_SOUND[name]))
    assert said == ()
    assert content == word_bytes(partner_report(), zipped(_PARTS))


@pytest.mark.parametrize(
    "gone", ["styles", "numbering", "settings", "fontTable", "theme/theme1", "header1", "footer1"]
)
@pytest.mark.parametrize("how", ["missing", "broken"])
def test_a_part_that_is_missing_or_broken_falls_back(gone, how, tmp_path):
    name = f"word/{gone}.xml"
    parts = {one: part for one, part in _PARTS.items() if one != name}
    parts |= {name: b"<w:broken"} if how == "broken" else {}
    content, said = written_word(partner_report(), zipped(parts))
    assert any(Path(name).name in one for one in said)
    path = saved(content, tmp_path)
    assert findings(path, "DRAFT") == []
    assert format_errors(path) == []


def test_a_letterhead_without_places_still_carries_the_report(tmp_path):
    content, said = written_word(paired_report(), letterhead())
    told = " ".join(said)
    for one in ("title", "school", "visit and date", "added at the end", "Statement", "Report Table", "footer"):
        assert one in told
    path = saved(content, tmp_path)
    texts = [one.text for one in docx.Document(str(path)).paragraphs]
    assert texts[:2] == ["Our reference: 2026/14", "Peer review report"]
    assert format_errors(path) == []
    assert harm(content) == []


_STYLE_NAMES = sorted(point.what for point in check_template(_TEMPLATES["starter"]).points
                      if point.where == "Styles" and point.sort == "found")  # fmt: skip
_SLOTS = {"title": "title", "school": "school", "subtitle": "visit and date", "body": "report"}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    styles=st.sets(st.sampled_from(_STYLE_NAMES)), slots=st.sets(st.sampled_from(sorted(_SLOTS))), draft=st.booleans()
)
def test_whatever_is_taken_away_a_report_goes_out_and_it_is_named(styles, slots, draft, tmp_path):
    parts = starter_parts()
    root = etree.fromstring(parts["word/styles.xml"])
    for style in list(root):
        name = style.find(f"{W}name")
        if name is not None and name.get(f"{W}val") in styles:
            root.remove(style)
    document = parts["word/document.xml"]
    for slot in slots:
        document = document.replace(f"rv.{slot}".encode(), b"x").replace(
            f"rvs_{slot}".encode(), b"x_" + slot.encode()
        )
    template = zipped(parts | {"word/styles.xml": etree.tostring(root), "word/document.xml": document})
    report = partner_report("DRAFT" if draft else "FINAL")
    content, said = written_word(report, template)
    told = " ".join(said)
    assert all(f"\u201c{name}\u201d" in told for name in styles)
    assert all(f"place for the {_SLOTS[slot]}:" in told for slot in slots)
    assert bool(said) == bool(styles or slots)
    verify_content(report, content)
    assert harm(content) == []
    path = saved(content, tmp_path)
    assert format_errors(path) == []
    assert not [one for one in findings(path, report.status) if "style" in one]


@settings(max_examples=120, deadline=None)
@given(st.integers(0, len(_TEMPLATES["branded"]) - 1), st.integers(1, 255), st.integers(1, 40))
def test_bytes_changed_at_random_stop_no_report(place, change, length):
    content = bytearray(_TEMPLATES["branded"])
    for at in range(place, min(place + length, len(content))):
        content[at] ^= change
    written, _ = written_word(report_of(Paragraph("p", "Text")), bytes(content))
    assert read_content(written).bookmarks["rv_p"] == "Text"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mark_up_shuffled_at_random_stops_no_report(data):
    name = data.draw(
        st.sampled_from(["word/document.xml", "word/header1.xml", "word/styles.xml", "word/numbering.xml"])
    )
    root = etree.fromstring(branded_parts()[name])
    for _ in range(data.draw(st.integers(1, 6))):
        elements = list(root.iter(etree.Element))[1:]
        moved, target = (data.draw(st.sampled_from(elements)) for _ in range(2))
        if target not in list(moved.iter()):
            target.append(moved)
        else:
            moved.getparent().remove(moved)
        if len(root) == 0:
            break
    written, _ = written_word(partner_report(), zipped(branded_parts() | {name: etree.tostring(root)}))
    verify_content(partner_report(), written)
    assert harm(written) == []


def test_pictures_go_in_without_what_is_hidden_in_them():
    assert picture_of(png((b"tEXt", b"Comment\0secret"))) == ("png", png())
    assert picture_of(png()[:-4]) is None
    assert picture_of(png(side=40_000)) is None
    assert picture_of(b"II*\0") is None


def test_a_report_in_welsh_is_marked_as_welsh():
    report = replace(partner_report(), language="cy-GB")
    parts = parts_of(word_bytes(report, branded()))
    assert b'<w:lang w:val="cy-GB"' in parts["word/styles.xml"]


def test_a_starter_holds_nothing_of_a_report():
    everything = b"".join(parts_of(starter_template(paired_report())).values())
    for word in (b"Quillmoor", b"Peer review", b"Lead Reviewer", paired_report().id.encode()):
        assert word not in everything
    assert starter_template(paired_report()) == starter_template(paired_report())
