"""The built-in look as a Word file: `resources/report.docx`, from whose parts every report starts.

`python -m exports.word.template` makes it again after a change to the styles.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from exports.whole_file import write_whole
from exports.word.body import document_part
from exports.word.markup import DECLARATION, escaped
from exports.word.numbers import numbered_part
from exports.word.package import packed, unpacked
from exports.word.page import FOOTER_LINK, HEADER_LINK, footer_part, header_part
from exports.word.properties import core_part, custom_part, settings_part
from exports.word.style_markup import LANGUAGE, fonts_part, numbering_part, styles_part
from exports.word.theme import theme_colours, theme_part
from visitapp.domain.framework.looking import BUILT_IN, ReportLook
from visitapp.domain.report import Report
from visitapp.paths import resource

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LINK_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

TYPES = {
    "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
    "/word/numbering.xml": f"{WORD_TYPE}.numbering+xml",
    "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
    "/word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
    "/word/theme/theme1.xml": f"{_OFFICE}.theme+xml",
    "/word/header1.xml": f"{WORD_TYPE}.header+xml",
    "/word/footer1.xml": f"{WORD_TYPE}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    "/docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
}
_PACKAGE_LINKS = {
    "rId1": (f"{LINK_TYPES}/officeDocument", "word/document.xml"),
    "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    "rId3": (f"{LINK_TYPES}/extended-properties", "docProps/app.xml"),
    "rId4": (f"{LINK_TYPES}/custom-properties", "docProps/custom.xml"),
}
DOCUMENT_LINKS = {
    "rId1": (f"{LINK_TYPES}/styles", "styles.xml"),
    "rId2": (f"{LINK_TYPES}/numbering", "numbering.xml"),
    "rId3": (f"{LINK_TYPES}/settings", "settings.xml"),
    "rId4": (f"{LINK_TYPES}/fontTable", "fontTable.xml"),
    HEADER_LINK: (f"{LINK_TYPES}/header", "header1.xml"),
    FOOTER_LINK: (f"{LINK_TYPES}/footer", "footer1.xml"),
    "rId7": (f"{LINK_TYPES}/theme", "theme/theme1.xml"),
}
_PLACEHOLDER = Report(
    id="template",
    revision=1,
    title="Report title",
    school="School name",
    subtitle="Visit and date",
    status="FINAL",
    author="Reviewer",
    created=datetime(2026, 1, 1, tzinfo=UTC),
    front=(),
    sections=(),
)


def template_parts(language: str = LANGUAGE, look: ReportLook = BUILT_IN, *, tight: bool = False) -> dict[str, bytes]:
    """Return the parts of the bundled Word file by name in a look, its text marked as in `language` (BCP 47); `tight`
    is for a paper that is to stand on one page.

    Raises OSError when the file is missing.
    """
    parts = unpacked(resource("report.docx").read_bytes())
    if look != BUILT_IN or tight:
        parts |= _looked(look, tight)
    in_language = parts["word/styles.xml"].replace(LANGUAGE.encode(), escaped(language).encode())
    return parts | {"word/styles.xml": in_language}


@lru_cache(maxsize=8)
def _looked(look: ReportLook, tight: bool) -> dict[str, bytes]:
    """Return the parts of the bundled file that a look changes."""
    return {
        "word/styles.xml": styles_part(look, tight=tight),
        "word/numbering.xml": numbering_part(look=look),
        "word/theme/theme1.xml": theme_part(theme_colours(look)),
    }


def report_parts(report: Report) -> dict[str, bytes]:
    """Return the parts that differ from report to report; all others come from the bundled file."""
    return {
        "word/document.xml": document_part(report),
        "word/header1.xml": header_part(report),
        "word/footer1.xml": footer_part(report),
        "word/settings.xml": settings_part(report),
        "docProps/core.xml": core_part(report),
        "docProps/custom.xml": custom_part(report),
    } | numbered_part(report, look=report.look)


def build_template() -> bytes:
    """Return the bundled Word file, made from the styles alone; the same bytes every time."""
    fixed = {
        "[Content_Types].xml": content_types(TYPES),
        "_rels/.rels": links_part(_PACKAGE_LINKS),
        "word/_rels/document.xml.rels": links_part(DOCUMENT_LINKS),
        "word/styles.xml": styles_part(),
        "word/numbering.xml": numbering_part(),
        "word/fontTable.xml": fonts_part(),
        "word/theme/theme1.xml": theme_part(),
        "docProps/app.xml": _program_part(),
    }
    return packed(fixed | report_parts(_PLACEHOLDER))


def content_types(types: Mapping[str, str], pictures: Iterable[str] = ()) -> bytes:
    """Return [Content_Types].xml: the type of each part by its name, and the kinds of picture there are."""
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    drawn = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in pictures)
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{drawn}{overrides}</Types>'
    ).encode()


def links_part(links: Mapping[str, tuple[str, str]]) -> bytes:
    """Return the part that says where another leads: the type and the target of each link by its id."""
    listed = "".join(
        f'<Relationship Id="{link}" Type="{kind}" Target="{target}"/>' for link, (kind, target) in links.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _program_part() -> bytes:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{namespace}"><Application>Visitapp</Application></Properties>'.encode()


if __name__ == "__main__":
    write_whole(resource("report.docx"), build_template())
