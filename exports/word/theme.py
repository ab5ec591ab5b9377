"""The colours and font Word offers beside its own to whoever edits a report."""

from collections.abc import Mapping

from exports.word.markup import DECLARATION, escaped
from exports.word.styles import FONT
from visitapp.domain.framework.looking import BUILT_IN, ReportLook

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_colours(look: ReportLook = BUILT_IN) -> Mapping[str, str]:
    """Return the twelve colours of a look, by the names of the format."""
    return {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "1F2430",
        "lt2": look.tint,
        "accent1": look.accent,
        "accent2": "1F6F54",
        "accent3": "9A6700",
        "accent4": "A2333F",
        "accent5": "4A5160",
        "accent6": "6B4FA0",
        "hlink": look.accent,
        "folHlink": "6B4FA0",
    }


def theme_part(colours: Mapping[str, str] | None = None, major: str = FONT, minor: str = FONT) -> bytes:
    """Return word/theme/theme1.xml: flat fills, thin lines, no effects (the format asks for three of each).

    `colours` are twelve, by the names of the format; `major` is the font of headings, `minor` that of text.
    """
    listed = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in (colours or theme_colours()).items()
    )
    fonts = f"<a:majorFont>{_font(major)}</a:majorFont><a:minorFont>{_font(minor)}</a:minorFont>"
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="Report"><a:themeElements>'
        f'<a:clrScheme name="Report">{listed}</a:clrScheme><a:fontScheme name="Report">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Report">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()


def _font(name: str) -> str:
    return f'<a:latin typeface="{escaped(name)}"/><a:ea typeface=""/><a:cs typeface=""/>'
