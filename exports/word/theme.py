"""The colours and font Word offers beside its own to whoever edits a report."""

from exports.word.markup import DECLARATION
from exports.word.styles import ACCENT, FONT

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2430",
    "lt2": "EEF1FB",
    "accent1": ACCENT,
    "accent2": "1F6F54",
    "accent3": "9A6700",
    "accent4": "A2333F",
    "accent5": "4A5160",
    "accent6": "6B4FA0",
    "hlink": ACCENT,
    "folHlink": "6B4FA0",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part() -> bytes:
    """Return word/theme/theme1.xml: flat fills, thin lines, no effects (the format asks for three of each)."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="Report"><a:themeElements>'
        f'<a:clrScheme name="Report">{colours}</a:clrScheme><a:fontScheme name="Report">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Report">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()
