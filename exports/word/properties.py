"""What a Word file says about itself: title, author, dates, language, the report's id, and how it may be edited."""

from datetime import UTC

from exports.word.markup import DECLARATION, escaped, part
from exports.word.wording import document_title, is_draft
from visitapp.domain.marks import REPORT_PROPERTY, REVISION_PROPERTY
from visitapp.domain.report import Report

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_TRACKED = '<w:trackRevisions/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def core_part(report: Report) -> bytes:
    """Return docProps/core.xml."""
    status = f"<cp:contentStatus>{escaped(report.status)}</cp:contentStatus>" if report.status else ""
    made = f"{report.created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    author = escaped(report.author)
    return (
        f"{DECLARATION}<cp:coreProperties {_CORE}>"
        f"<dc:title>{escaped(document_title(report))}</dc:title><dc:subject>{escaped(report.subtitle)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified>'
        f"<dc:identifier>{escaped(report.id)}</dc:identifier><dc:language>{escaped(report.language)}</dc:language>"
        f"{status}</cp:coreProperties>"
    ).encode()


def custom_part(report: Report) -> bytes:
    """Return docProps/custom.xml: which report and which revision of it this is."""
    values = {REPORT_PROPERTY: report.id, REVISION_PROPERTY: str(report.revision)}
    properties = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f"{DECLARATION}<Properties {_CUSTOM}>{properties}</Properties>".encode()


def settings_part(report: Report, mirrored: bool = False, even_pages: bool = False) -> bytes:
    """Return word/settings.xml; in a draft every change is tracked, and tracking cannot be switched off unseen.

    `mirrored`: left and right pages have their margins the other way round; `even_pages`: and their own headers.
    """
    language = escaped(report.language)
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return part(
        "settings",
        "",
        f'<w:zoom w:percent="100"/>{"<w:mirrorMargins/>" if mirrored else ""}'
        f'{_TRACKED if is_draft(report) else ""}<w:defaultTabStop w:val="720"/>'
        f"{'<w:evenAndOddHeaders/>' if even_pages else ''}"
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )
