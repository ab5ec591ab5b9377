"""Word templates that mean harm: each is the starter template with one payload in one of its parts.

Every payload carries MARKER where it would do its harm: in an address, an instruction, a program, hidden data. What
a reader would see as plain words (the braces of template languages) carries WORDS instead.
"""

import io
import struct
import zipfile
import zlib

from exports.word.adopted.starter import starter_template
from tests.exports.sample_reports import partner_report

MARKER = "PAYLOAD-7f3a"
WORDS = "{{ 7*7 }}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT, _HEADER, _FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
_TEXTS = {_DOCUMENT: "<w:sectPr>", _HEADER: "</w:hdr>", _FOOTER: "</w:ftr>"}
_ENDS = {
    **_TEXTS,
    "word/styles.xml": "</w:styles>",
    "word/numbering.xml": "</w:numbering>",
    "word/settings.xml": "</w:settings>",
    "word/fontTable.xml": "</w:fonts>",
    "word/theme/theme1.xml": "</a:theme>",
    "docProps/core.xml": "</cp:coreProperties>",
    "docProps/app.xml": "</Properties>",
    "docProps/custom.xml": "</Properties>",
}


def starter_parts():
    """Return the parts of the starter template."""
    with zipfile.ZipFile(io.BytesIO(starter_template(partner_report()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts, kind=zipfile.ZIP_DEFLATED):
    """Return parts, a mapping or pairs (a name may then come twice), as the bytes of a zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", kind) as package:
        for name, part in parts.items() if isinstance(parts, dict) else parts:
            package.writestr(name, part)
    return content.getvalue()


def inserted(name, more, parts=None):
    """Return the parts with `more` at the end of one of them."""
    parts = dict(parts or _STARTER)
    end = _ENDS[name]
    text = parts[name].decode()
    assert end in text
    parts[name] = text.replace(end, more + end).encode()
    return parts


def linked(owner, kind, target, link="rIdEvil", outside=True, parts=None):
    """Return the parts with one more relationship of `owner` (empty: of the package)."""
    parts = dict(parts or _STARTER)
    folder, _, file = owner.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/") if owner else "_rels/.rels"
    text = parts.get(name, f'<Relationships xmlns="{_RELS}"></Relationships>'.encode()).decode()
    mode = ' TargetMode="External"' if outside else ""
    new = f'<Relationship Id="{link}" Type="{_R}/{kind}" Target="{target}"{mode}/>'
    parts[name] = text.replace("</Relationships>", new + "</Relationships>").encode()
    return parts


def typed(parts, name, kind):
    """Return the parts with the content type of one of them."""
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    text = parts["[Content_Types].xml"].decode()
    return parts | {"[Content_Types].xml": text.replace("</Types>", override).encode()}


def with_part(name, content, kind="xml", owner=_DOCUMENT, content_type="application/xml"):
    """Return the parts with one more, and a relationship that leads to it."""
    parts = linked(owner, kind, f"/{name}", outside=False) | {name: content}
    return typed(parts, name, content_type)


_STARTER = starter_parts()
_PARAGRAPH = "<w:p><w:r>{}</w:r></w:p>"

# ---- fields -------------------------------------------------------------------------------------------------------

_FIELDS = (
    "DDE DDEAUTO INCLUDETEXT INCLUDEPICTURE MACROBUTTON LINK EMBED AUTOTEXT AUTOTEXTLIST IMPORT DATABASE ADVANCE "
    "HYPERLINK RD GOTOBUTTON INCLUDE FILLIN ASK QUOTE MERGEFIELD DOCPROPERTY DOCVARIABLE PRINT SET SHAPE CONTROL "
    "HTMLCONTROL ADDIN PRIVATE BIDIOUTLINE"
)


def _complex(pieces):
    words = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r>{words}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _as_simple(name, words):
    return f'<w:p><w:fldSimple w:instr=" {name} {words} " w:dirty="1"><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>'


def _as_whole(name, words):
    return _complex([f" {name} {words} "])


def _split(name, words):
    return _complex([" ", *name, f" {words[:7]}", words[7:]])


def _after_page(name, words):
    return _complex(["PAGE", f" \\* MERGEFORMAT {name} {words}"])


def _nested(name, words):
    inner = _complex([f"QUOTE {words}"])[5:-6]
    return (
        _complex(["PAGE@@"])
        .replace("PAGE@@</w:instrText></w:r>", f"PAGE</w:instrText></w:r>{inner}")
        .replace("PAGE<", f"{name[:1]}<")
    )


def _in_lower_case(name, words):
    return _complex([f"\t{name.lower()}\n{words}"])


def _unended(name, words):
    return _as_whole(name, words).replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")


def _in_control(name, words):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{_as_whole(name, words)}</w:sdtContent></w:sdt>"


def _in_link(name, words):
    return (
        _as_simple(name, words)
        .replace("<w:p>", '<w:p><w:hyperlink w:anchor="x">')
        .replace("</w:p>", "</w:hyperlink></w:p>")
    )


_SHAPES = (_as_simple, _as_whole, _split, _after_page, _nested, _in_lower_case, _unended, _in_control, _in_link)
_ADDRESS = f"&quot;\\\\{MARKER}\\share\\x&quot; cmd"


def _fields():
    for number, name in enumerate(_FIELDS.split()):
        for place, part in enumerate(_TEXTS):
            shape = _SHAPES[(number + place * 4) % len(_SHAPES)]
            yield f"{name}, {shape.__name__}, {part}", zipped(inserted(part, shape(name, _ADDRESS)))
    for shape in _SHAPES:
        yield f"DDEAUTO, {shape.__name__}", zipped(inserted(_DOCUMENT, shape("DDEAUTO", _ADDRESS)))


# ---- what leads outside -------------------------------------------------------------------------------------------

_OUTSIDE = {
    "attachedTemplate": f"http://{MARKER}.invalid/t.dotm",
    "image": f"file://{MARKER}/logo.png",
    "hyperlink": f"javascript:{MARKER}()",
    "oleObject": f"\\\\{MARKER}\\share\\x.xls",
    "subDocument": f"http://{MARKER}.invalid/sub.docx",
    "frame": f"http://{MARKER}.invalid/frame.htm",
    "aFChunk": f"file:///{MARKER}.htm",
    "mailMergeSource": f"file:///{MARKER}.csv",
    "header": f"http://{MARKER}.invalid/header.xml",
    "styles": f"http://{MARKER}.invalid/styles.xml",
}
_OWNERS = (*_TEXTS, "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml",
           "word/theme/theme1.xml", "")  # fmt: skip


def _outside():
    for number, (kind, target) in enumerate(_OUTSIDE.items()):
        for place, owner in enumerate(_OWNERS):
            if (number + place) % 2 == 0:
                yield f"outside {kind} of {owner or 'the package'}", zipped(linked(owner, kind, target))
    for scheme in (
        f"file:///C:/{MARKER}",
        f"\\\\{MARKER}\\x",
        f"smb://{MARKER}/x",
        f"ms-msdt:/{MARKER}",
        f"mhtml:{MARKER}",
    ):
        link = '<w:p><w:hyperlink r:id="rIdEvil"><w:r><w:t>words</w:t></w:r></w:hyperlink></w:p>'
        for part in _TEXTS:
            yield (
                f"link {scheme[:7]} in {part}",
                zipped(linked(part, "hyperlink", scheme, parts=inserted(part, link))),
            )
    yield "a link without mode", zipped(linked(_DOCUMENT, "image", f"http://{MARKER}.invalid/x.png", outside=False))


# ---- elements -----------------------------------------------------------------------------------------------------

_V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def drawing(inside="", blip="", uri=_PIC, words=""):
    """Return a drawing that shows a picture, with more inside."""
    return _PARAGRAPH.format(
        f'<w:drawing xmlns:wp="{_WP}" xmlns:a="{_A}"><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="900000" cy="900000"/><wp:docPr id="7" name="Logo" descr="Crest of the council">{words}'
        f'</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">{inside}'
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="0" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip {blip}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


_BOOKMARK = '<w:p><w:bookmarkStart w:id="9" w:name="{}"/><w:bookmarkEnd w:id="9"/></w:p>'
_SET = "<w:p><w:pPr>{}</w:pPr></w:p>"
_ELEMENTS = {
    "object": _PARAGRAPH.format(
        f'<w:object><o:OLEObject {_V} Type="Link" ProgID="{MARKER}" r:id="rIdEvil" UpdateMode="Always"/></w:object>'
    ),
    "control": _PARAGRAPH.format(f'<w:object><w:control r:id="rIdEvil" w:name="{MARKER}"/></w:object>'),
    "pict": _PARAGRAPH.format(
        f'<w:pict><v:shape {_V} href="http://{MARKER}.invalid"><v:imagedata r:id="rIdEvil" o:href="{MARKER}"/>'
        "</v:shape></w:pict>"
    ),
    "text box": _PARAGRAPH.format(
        f"<mc:AlternateContent {_MC}><mc:Choice Requires='wps'><w:drawing/></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox {_V}><w:txbxContent>{_as_simple('DDE', _ADDRESS)}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    ),
    "altChunk": f'<w:altChunk r:id="rId{MARKER}"/>',
    "subDoc": f'<w:p><w:subDoc r:id="rId{MARKER}"/></w:p>',
    "contentPart": _PARAGRAPH.format(f'<w:contentPart r:id="rId{MARKER}"/>'),
    "data-bound control": f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/{MARKER}" w:storeItemID="x"/><w:docPartObj>'
    f'<w:docPartGallery w:val="{MARKER}"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    "control with a hostile tag": f'<w:sdt><w:sdtPr><w:tag w:val="rv.title{MARKER}"/><w:id w:val="1"/></w:sdtPr>'
    "<w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    "hidden text": f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{MARKER}</w:t></w:r></w:p>",
    "struck out text": f'<w:p><w:del w:id="1" w:author="{MARKER}"><w:r><w:delText>{MARKER}</w:delText></w:r></w:del>'
    "</w:p>",
    "tracked insertion": f'<w:p><w:ins w:id="1" w:author="{MARKER}"><w:r><w:t>in</w:t></w:r></w:ins></w:p>',
    "smart tag": f'<w:p><w:smartTag w:uri="urn:{MARKER}" w:element="x"><w:r><w:t>in</w:t></w:r></w:smartTag></w:p>',
    "custom mark-up": f'<w:customXml w:uri="urn:{MARKER}" w:element="x"><w:p/></w:customXml>',
    "frame of another page": f'<w:p><w:pPr><w:divId w:val="{MARKER}"/></w:pPr></w:p>',
    "movie": _PARAGRAPH.format(f'<w:movie r:id="{MARKER}"/>'),
    "script in an unknown namespace": f'<x:script xmlns:x="urn:x">{MARKER}</x:script>',
    "include of another file": f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///{MARKER}"/>',
    "processing instruction": f'<?mso-application progid="{MARKER}"?>',
    "comment in the mark-up": f"<!-- {MARKER} -->",
    "comment": _PARAGRAPH.format(f'<w:commentReference w:id="{MARKER}"/>'),
    "footnote": _PARAGRAPH.format(f'<w:footnoteReference w:id="{MARKER}"/>'),
    "endnote": _PARAGRAPH.format(f'<w:endnoteReference w:id="{MARKER}"/>'),
    "anchor of another report": _BOOKMARK.format(f"rv_{MARKER}"),
    "another report's name": _BOOKMARK.format(f"rvR_{MARKER}_r9"),
    "mark round a report": f'<w:bookmarkStart w:id="9" w:name="rvB_report"/><w:p>'
    f'<w:hyperlink w:docLocation="{MARKER}"/></w:p>',
    "linked picture": drawing(blip=f'r:link="rId{MARKER}"'),
    "picture from nowhere": drawing(blip=f'r:embed="rId{MARKER}"'),
    "picture with a link": drawing(blip='r:embed="x"', words=f'<a:hlinkClick r:id="rId{MARKER}"/>'),
    "chart": drawing(f'<c:chart xmlns:c="urn:c" r:id="rId{MARKER}"/>', uri="urn:c"),
    "shape": drawing(f'<wps:wsp xmlns:wps="{_WPS}"><wps:txbx>{MARKER}</wps:txbx></wps:wsp>', uri=_WPS),
    "form field that runs a macro": _complex([" FORMTEXT "]).replace(
        'w:dirty="1"/>', f'><w:ffData><w:entryMacro w:val="{MARKER}"/></w:ffData></w:fldChar>'
    ),
    "formula": f'<w:p><m:oMath xmlns:m="urn:m"><m:t>{MARKER}</m:t></m:oMath></w:p>',
    "settings of a printer": _SET.format(f'<w:sectPr><w:printerSettings r:id="rId{MARKER}"/></w:sectPr>'),
    "revision of a look": _SET.format(f'<w:pPrChange w:id="1" w:author="{MARKER}"><w:pPr/></w:pPrChange>'),
}


def _elements():
    for number, (name, markup) in enumerate(_ELEMENTS.items()):
        for place, part in enumerate(_TEXTS):
            if place == 0 or (number + place) % 2:
                yield f"{name} in {part}", zipped(inserted(part, markup))


# ---- settings, styles, lists, theme, fonts, properties ------------------------------------------------------------

_IN_PARTS = {
    "word/settings.xml": (
        '<w:attachedTemplate r:id="{m}"/>',
        '<w:mailMerge><w:dataSource r:id="{m}"/><w:query w:val="{m}"/></w:mailMerge>',
        '<w:docVars><w:docVar w:name="x" w:val="{m}"/></w:docVars>',
        '<w:documentProtection w:edit="readOnly" w:hash="{m}"/>',
        '<w:writeProtection w:hash="{m}"/>',
        '<w:saveThroughXslt r:id="{m}" w:solutionID="{m}"/>',
        '<w:attachedSchema w:val="{m}"/>',
        '<w:smartTagType w:namespaceuri="{m}" w:url="{m}" w:name="x"/>',
        '<w:updateFields w:val="{m}"/>',
        '<sl:schemaLibrary xmlns:sl="urn:sl"><sl:schema sl:uri="{m}"/></sl:schemaLibrary>',
        '<w:hdrShapeDefaults><w:x w:val="{m}"/></w:hdrShapeDefaults>',
        '<w:clickAndTypeStyle w:val="{m}"/>',
    ),
    "word/styles.xml": (
        '<w:style w:type="paragraph" w:styleId="E"><w:name w:val="E"/><w:personal w:val="{m}"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="{m}"/>',
        '<w:style w:type="paragraph" w:styleId="E"><w:name w:val="E"/><w:rPr><w:x r:id="{m}"/></w:rPr></w:style>',
        '<w:latentStyles w:count="{m}"/>',
        '<x:script xmlns:x="urn:x">{m}</x:script>',
        '<w:style w:type="paragraph" w:styleId="E"><w:name w:val="E"/><w:aliases w:val="{m}"/></w:style>',
    ),
    "word/numbering.xml": (
        '<w:numPicBullet w:numPicBulletId="0"><w:pict r:id="{m}"/></w:numPicBullet>',
        '<w:abstractNum w:abstractNumId="7"><w:nsid w:val="{m}"/></w:abstractNum>',
        '<w:num w:numId="7"><w:abstractNumId w:val="{m}"/></w:num>',
        '<x:script xmlns:x="urn:x">{m}</x:script>',
        '<w:numIdMacAtCleanup w:val="{m}"/>',
    ),
    "word/fontTable.xml": (
        '<w:font w:name="E"><w:embedRegular r:id="{m}" w:fontKey="{m}"/></w:font>',
        '<w:font w:name="E"><w:embedBold r:id="{m}"/></w:font>',
        '<x:script xmlns:x="urn:x">{m}</x:script>',
    ),
    "word/theme/theme1.xml": (
        '<a:extLst><a:ext uri="{m}"/></a:extLst>',
        '<a:objectDefaults><a:spDef><a:blip r:link="{m}" xmlns:r="urn:r"/></a:spDef></a:objectDefaults>',
        "<a:custClrLst>{m}</a:custClrLst>",
    ),
    "docProps/core.xml": (
        '<cp:keywords>{m}</cp:keywords>',
        '<dc:description>{m}</dc:description>',
        '<cp:category>{m}</cp:category>',
    ),
    "docProps/app.xml": (
        "<Template>\\\\{m}\\x.dotm</Template>",
        "<HyperlinkBase>http://{m}.invalid</HyperlinkBase>",
        "<Company>{m}</Company>",
        "<HLinks>{m}</HLinks>",
    ),
    "docProps/custom.xml": (
        '<property fmtid="x" pid="9" name="Visitapp report"><vt:lpwstr>{m}</vt:lpwstr></property>',
        '<property fmtid="x" pid="9" name="x" linkTarget="{m}"><vt:lpwstr>{m}</vt:lpwstr></property>',
    ),
}  # fmt: skip


def _in_parts():
    for part, payloads in _IN_PARTS.items():
        for number, markup in enumerate(payloads, 1):
            yield f"{part}, {number}", zipped(inserted(part, markup.replace("{m}", MARKER)))


# ---- whole parts --------------------------------------------------------------------------------------------------

_MARKED = MARKER.encode()
_EVIL_TEXT = f'<w:x xmlns:w="{_W}"><w:p><w:fldSimple w:instr="DDEAUTO {MARKER}"/></w:p></w:x>'.encode()
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "word/vbaProject.bin": ("vbaProject", "application/vnd.ms-office.vbaProject"),
    "word/vbaData.xml": ("vbaData", "application/vnd.ms-word.vbaData+xml"),
    "word/activeX/activeX1.xml": ("control", "application/vnd.ms-office.activeX+xml"),
    "word/activeX/activeX1.bin": ("activeXControlBinary", "application/vnd.ms-office.activeX"),
    "word/embeddings/oleObject1.bin": ("oleObject", "application/vnd.openxmlformats-officedocument.oleObject"),
    "word/embeddings/inner.docm": ("package", "application/vnd.ms-word.document.macro"),
    "customXml/item1.xml": ("customXml", "application/xml"),
    "customXml/itemProps1.xml": ("customXmlProps", "application/xml"),
    "word/glossary/document.xml": ("glossaryDocument", f"{_WORD}.document.glossary+xml"),
    "word/printerSettings1.bin": ("printerSettings", f"{_WORD}.printerSettings"),
    "word/fonts/font1.odttf": ("font", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
    "customUI/customUI14.xml": ("extensibility", "application/xml"),
    "userCustomization/customUI.xml": ("userCustomization", "application/xml"),
    "word/webSettings.xml": ("webSettings", f"{_WORD}.webSettings+xml"),
    "word/comments.xml": ("comments", f"{_WORD}.comments+xml"),
    "word/commentsExtended.xml": ("commentsExtended", f"{_WORD}.commentsExtended+xml"),
    "word/people.xml": ("people", f"{_WORD}.people+xml"),
    "word/footnotes.xml": ("footnotes", f"{_WORD}.footnotes+xml"),
    "word/endnotes.xml": ("endnotes", f"{_WORD}.endnotes+xml"),
    "word/charts/chart1.xml": ("chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    "word/charts/report1.xml": ("chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    "word/diagrams/data1.xml": ("diagramData", "application/xml"),
    "word/recipientData.xml": ("recipientData", f"{_WORD}.mailMergeRecipientData+xml"),
    "word/stylesWithEffects.xml": ("stylesWithEffects", "application/vnd.ms-word.stylesWithEffects+xml"),
    "word/keyMapCustomizations.xml": ("keyMapCustomizations", "application/vnd.ms-word.keyMapCustomizations+xml"),
    "word/afchunk.htm": ("aFChunk", "text/html"),
    "word/afchunk.mht": ("aFChunk", "message/rfc822"),
    "docProps/thumbnail.jpeg": ("thumbnail", "image/jpeg"),
    "word/ink/ink1.xml": ("customXml", "application/inkml+xml"),
    "_xmlsignatures/sig1.xml": ("signature", "application/xml"),
    "word/media/evil.exe": ("image", "image/png"),
    "word/header9.xml": ("header", f"{_WORD}.header+xml"),
    "payload.lnk": ("image", "image/png"),
    "word/webextensions/taskpanes.xml": ("webextensiontaskpanes", "application/xml"),
    "word/model3d1.glb": ("model3d", "model/gltf.binary"),
}  # fmt: skip


def _whole_parts():
    for name, (kind, content_type) in _PARTS.items():
        yield f"part {name}", zipped(with_part(name, _EVIL_TEXT, kind, content_type=content_type))
    for owner in (_HEADER, _FOOTER, "word/settings.xml", ""):
        kept = with_part("customXml/item1.xml", _EVIL_TEXT, "customXml", owner)
        yield f"hidden data of {owner or 'the package'}", zipped(kept)


# ---- pictures -----------------------------------------------------------------------------------------------------


def png(*more, side=1):
    """Return a small PNG with further chunks before its end, sound if it has one pixel a side."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    pixels = zlib.compress(b"\x00\x00\x52\x54" * 1)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(chunk(*one) for one in more)
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


_GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
_GIF_PICTURE = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b"
_JPEG_HEAD, _JPEG_SCAN = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
    b"\xff\xda\x00\x02ab\xff\xd9",
)
_SEGMENT = struct.pack(">H", len(_MARKED) + 2) + _MARKED
_PICTURES = {
    "vector picture with a script": ("svg", b"<svg><script>" + _MARKED + b"</script></svg>"),
    "metafile": ("emf", b"\x01\x00\x00\x00" + b"\0" * 36 + b" EMF" + _MARKED),
    "old metafile": ("wmf", b"\xd7\xcd\xc6\x9a" + _MARKED),
    "program called PNG": ("png", b"MZ" + _MARKED),
    "page called PNG": ("png", b"<html><script>" + _MARKED),
    "PNG with a zip behind it": ("png", png() + zipped({"x": _MARKED}, zipfile.ZIP_STORED)),
    "PNG with words": ("png", png((b"tEXt", b"Comment\0" + _MARKED))),
    "PNG with camera data": ("png", png((b"eXIf", _MARKED))),
    "PNG cut short": ("png", png()[:40] + _MARKED),
    "JPEG with a comment": ("jpg", _JPEG_HEAD + b"\xff\xfe" + _SEGMENT + _JPEG_SCAN),
    "JPEG with camera data": ("jpg", _JPEG_HEAD + b"\xff\xe1" + _SEGMENT + _JPEG_SCAN),
    "JPEG with a program behind it": ("jpg", _JPEG_HEAD + _JPEG_SCAN + b"<?php " + _MARKED),
    "GIF with a comment": ("gif", _GIF + b"\x21\xfe" + bytes([len(_MARKED)]) + _MARKED + b"\0" + _GIF_PICTURE),
    "GIF with a program behind it": ("gif", _GIF + _GIF_PICTURE + _MARKED),
    "PNG of a billion pixels": ("png", png((b"tEXt", _MARKED), side=40_000)),
    "TIFF": ("tiff", b"II*\0" + _MARKED),
}  # fmt: skip


def pictured(content, extension="png", part=_HEADER):
    """Return the parts with a picture shown in one of them."""
    name = f"word/media/image1.{extension}"
    parts = linked(part, "image", f"media/image1.{extension}", "rIdPic", False)
    parts = inserted(part, drawing(blip='r:embed="rIdPic"'), parts) | {name: content}
    kind = f'<Default Extension="{extension}" ContentType="image/{extension}"/></Types>'
    return parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", kind.encode())}


def _pictures():
    for number, (name, (extension, content)) in enumerate(_PICTURES.items()):
        part = tuple(_TEXTS)[number % 3]
        yield f"{name} in {part}", zipped(pictured(content, extension, part))


# ---- mark-up and package ------------------------------------------------------------------------------------------

_DTD = f'<!DOCTYPE x [<!ENTITY a "{MARKER}"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
_LAUGHS = (
    "<!DOCTYPE x [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else MARKER}">' for n in range(9)) + "]>"
)


def _declared(name, declaration):
    text = _STARTER[name].decode()
    head, mark, rest = text.partition("?>")
    return _STARTER | {name: f"{head}{mark}{declaration}{rest}".encode()}


def _declarations():
    names = [name for name in _STARTER if name.endswith((".xml", ".rels"))]
    for name in names:
        yield f"entities in {name}", zipped(_declared(name, _DTD))
    for name in (_DOCUMENT, _HEADER, "word/styles.xml"):
        yield f"entities of entities in {name}", zipped(_declared(name, _LAUGHS))
    wide = (
        _declared(_DOCUMENT, _DTD)[_DOCUMENT]
        .decode()
        .replace('encoding="UTF-8"', 'encoding="UTF-16"')
        .encode("utf-16")
    )
    yield "entities in UTF-16", zipped(_STARTER | {_DOCUMENT: wide})


def _packages():
    pairs = list(_STARTER.items())
    for name in (
        "../../evil.sh",
        "/etc/evil",
        "C:\\evil.bat",
        "word/../../evil",
        "word\\evil",
        "word/./x",
        "a:b",
        "x./y",
    ):
        yield f"name {name}", zipped([*pairs, (name, _MARKED)])
    with_warning = {"word/Document.xml": _EVIL_TEXT, "WORD/STYLES.XML": _EVIL_TEXT}
    for name, content in with_warning.items():
        yield f"twin {name}", zipped([*pairs, (name, content)])
    yield "thousands of parts", zipped([*pairs, *((f"word/{n}.xml", _MARKED) for n in range(2000))])
    yield "bomb", zipped(_STARTER | {"word/media/x.png": b"\0" * 30_000_000 + _MARKED})
    yield "bomb of mark-up", zipped(inserted(_DOCUMENT, "<w:p/>" * 1_500_000 + MARKER))
    yield "elements", zipped(inserted(_DOCUMENT, "<w:p/>" * 160_000 + MARKER))
    yield "depth", zipped(inserted(_DOCUMENT, "<w:sdt>" * 3000 + MARKER + "</w:sdt>" * 3000))
    yield (
        "depth of tables",
        zipped(inserted(_DOCUMENT, "<w:tbl><w:tr><w:tc>" * 300 + MARKER + "</w:tc></w:tr></w:tbl>" * 300)),
    )
    for kind in ("document", "template"):
        main = f"application/vnd.ms-word.{kind}.macroEnabled.main+xml".encode()
        types = _STARTER["[Content_Types].xml"].replace(f"{_WORD}.document.main+xml".encode(), main)
        yield f"{kind} with macros", zipped(_STARTER | {"[Content_Types].xml": types})


def _words():
    for part in _TEXTS:
        for words in (
            WORDS,
            "{% for x in y %}",
            "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
            "${7*7}",
            "<%= 1 %>",
        ):
            said = words.replace("<", "&lt;").replace(">", "&gt;")
            yield f"{words[:12]} in {part}", zipped(inserted(part, _PARAGRAPH.format(f"<w:t>{said}</w:t>")))


_MAKERS = (_fields, _outside, _elements, _in_parts, _whole_parts, _pictures, _declarations, _packages)
HOSTILE = {name: content for make in _MAKERS for name, content in make()}
"""The bytes of each hostile template by what is hostile in it."""
WORDED = dict(_words())
"""Templates in which only the words look like a program."""
