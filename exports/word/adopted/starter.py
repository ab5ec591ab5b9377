"""A Word file to begin a template of one's own from: the built-in styles, a cover and the places for a report."""

from exports.word.markup import bookmark, field, paragraph, part, run
from exports.word.package import packed
from exports.word.page import FOOTER_LINK, HEADER_LINK
from exports.word.properties import core_part, settings_part
from exports.word.template import template_parts
from visitapp.domain.report import Report

_COVER = {
    "title": ("Title", "Report title", "[Title of the report]"),
    "school": ("Subtitle", "School", "[Name of the school]"),
    "subtitle": ("ReportDetails", "Visit and date", "[Visit and date]"),
    "status": ("ReportStatus", "Version and date", "[Version, date and reviewer]"),
}
_BODY = "[The report is written here.]"
_A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1361" w:bottom="1247" w:left="1361" '
    'w:header="624" w:footer="567" w:gutter="0"/><w:cols w:space="708"/>'
)
_FIRST_CONTROL = 41_000_000


def starter_template(report: Report) -> bytes:
    """Return a Word file to make a template from, in the language of `report`; the same bytes for the same report.

    It holds nothing of the report. Restyle it in Word, add a logo, move the places: what is in it stays in every
    report.
    """
    cover = "".join(
        paragraph(style, _control(number, name, label, shown))
        for number, (name, (style, label, shown)) in enumerate(_COVER.items(), 1)
    )
    body = _block(len(_COVER) + 1, "body", "Report", paragraph("Normal", run(_BODY)))
    references = (
        f'<w:headerReference w:type="default" r:id="{HEADER_LINK}"/>'
        f'<w:footerReference w:type="default" r:id="{FOOTER_LINK}"/>'
    )
    document = f"<w:body>{cover}{body}<w:sectPr>{references}{_A4}</w:sectPr></w:body>"
    plain = _plain(report)
    changed = {
        "word/document.xml": part("document", "", document),
        "word/header1.xml": part("hdr", "", paragraph("Header", _header())),
        "word/footer1.xml": part("ftr", "", paragraph("Footer", _footer())),
        "word/settings.xml": settings_part(plain),
        "docProps/core.xml": core_part(plain),
    }
    return packed(template_parts(report.language) | changed)


def _header() -> str:
    return _control(11, "title", "Report title", "[Title]") + run(": ") + _control(13, "school", "School", "[School]")


def _footer() -> str:
    pages = run("\tPage ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return _control(12, "school", "School", "[Name of the school]") + pages


def _control(number: int, name: str, label: str, shown: str) -> str:
    """Return a place within a line, as a control and as a bookmark: some programs keep only the one or the other."""
    start, end = _ends(number, name if number <= len(_COVER) else f"{name}_{number}")
    return f"{start}{_block(number, name, label, run(shown), '<w:text/>')}{end}"


def _block(number: int, name: str, label: str, content: str, kind: str = "") -> str:
    if name == "body":
        start, end = _ends(number, name)
        content = content.replace("<w:r>", f"{start}<w:r>", 1).replace("</w:p>", f"{end}</w:p>", 1)
    look = f'<w:alias w:val="{label}"/><w:tag w:val="rv.{name}"/><w:id w:val="{_FIRST_CONTROL + number}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{look}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _ends(number: int, name: str) -> tuple[str, str]:
    return bookmark(number, f"rvs_{name}")


def _plain(report: Report) -> Report:
    """Return a report without words, so that nothing of a real one is in a file that is passed on."""
    return Report(
        id="template",
        revision=0,
        title="Report template",
        school="",
        subtitle="",
        status="FINAL",
        author="",
        created=report.created,
        front=(),
        sections=(),
        language=report.language,
    )
