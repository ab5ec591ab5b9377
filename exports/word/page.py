"""What surrounds the text: paper, running header and footer."""

from exports.word.markup import field, paragraph, part, run
from exports.word.tight import MARGIN
from exports.word.wording import document_title, is_draft, version
from visitapp.domain.report import Report
from visitapp.domain.text import first_words

HEADER_LINK = "rId5"
FOOTER_LINK = "rId6"
_LONGEST_SCHOOL = 60
_LONGEST_TITLE = 80
_A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
_MARGINS = (
    '<w:pgMar w:top="1304" w:right="1361" w:bottom="1247" w:left="1361" w:header="624" w:footer="567" w:gutter="0"/>'
)

_TIGHT = (
    f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN + 200}" w:left="{MARGIN}" w:header="400" '
    'w:footer="400" w:gutter="0"/>'
)


def section_properties(report: Report) -> str:
    """Return the paper and margins; the first page shows the header only when it must warn."""
    links = [_link("header", "default", HEADER_LINK)]
    links += [_link("header", "first", HEADER_LINK)] if warnings(report) else []
    links += [_link("footer", "default", FOOTER_LINK), _link("footer", "first", FOOTER_LINK)]
    margins = _TIGHT if report.tight else _MARGINS
    return f'<w:sectPr>{"".join(links)}{_A4}{margins}<w:cols w:space="708"/><w:titlePg/></w:sectPr>'


def warnings(report: Report) -> str:
    """Return what every page must warn of: that this is a draft, or a sample; empty where there is no cause."""
    return " ".join(word for word, holds in (("DRAFT", is_draft(report)), ("SAMPLE", report.sample)) if holds)


def header_part(report: Report) -> bytes:
    """Return word/header1.xml: a warning where there is cause, and the title."""
    warns = warnings(report)
    title = first_words(document_title(report), _LONGEST_TITLE)
    content = run(warns, "Strong") + run(f" \u00b7 {title}") if warns else run(title)
    return part("hdr", "", paragraph("Header", content))


def footer_part(report: Report) -> bytes:
    """Return word/footer1.xml: school and status at the left, the page and how many there are at the right."""
    school = first_words(report.school, _LONGEST_SCHOOL)
    left = " \u00b7 ".join(filter(None, (school, version(report))))
    page = run("\tPage ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return part("ftr", "", paragraph("Footer", run(left) + page))


def _link(kind: str, pages: str, link: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{link}"/>'
