"""How a PDF report looks: the functions its source calls, in the typesetter's own language.

Sizes and colours follow those of the Word report. `said` prints a text and notes it down, so that what was really
set can be asked for afterwards; `shown` only prints.
"""

from exports.word.tight import BODY_HALF_POINTS, MARGIN, SIZE, SMALLEST
from visitapp.domain.framework import ReportLook

FONT = "Inter"
_SPACE = 0.6
"""How much of the room around a text a tight paper has; here it is counted from the letters, not from their lines."""

_LOOK = r"""
#let accent = rgb("#ACCENT")
#let ink = rgb("#1F2430")
#let muted = rgb("#4A5160")
#let rule = rgb("#RULE")
#let tint = rgb("#TINT")
#let shown(s) = s.replace("\t", "\u{2003}").split("\n").map(line => text(line)).join(linebreak())
#let noted(s) = [#metadata(s)<said>]
#let said(s) = { noted(s); shown(s) }
#let sized(points) = if tight { calc.max(SMALLEST, calc.round(points * SIZE * 2) / 2) * 1pt } else { points * 1pt }
#let body-size = if tight { BODY-POINTS * 1pt } else { 12pt }
#let room(length) = if tight { length * SPACE } else { length }

#set page(
  paper: "a4",
  margin: if tight { MARGIN } else { (top: 2.2cm, bottom: 2cm, x: 2.2cm) },
  header: context {
    set text(size: 9pt, fill: muted)
    if warning != "" or counter(page).get().first() > 1 {
      if warning != "" { strong(shown(warning)); [ #sym.dot.c ] }
      shown(running)
    }
  },
  footer: context {
    set text(size: 9pt, fill: muted)
    set par(spacing: 1.1em)
    line(length: 100%, stroke: 0.5pt + rule)
    v(-0.6em)
    shown(foot)
    h(1fr)
    [Page #counter(page).display() of #counter(page).final().first()]
  },
)
#set text(font: "FONT", size: body-size, fill: ink, lang: language, region: region, hyphenate: false)
#set par(leading: if tight { 0.5em } else { 0.66em }, spacing: room(1.1em), justify: false)
#set list(indent: 0.3em, body-indent: 0.7em, spacing: room(0.85em), marker: text(fill: accent)[•])
#set enum(indent: 0.3em, body-indent: 0.7em, spacing: room(0.85em), numbering: n => strong[#n])
#set table(stroke: none, inset: (x: 6pt, y: room(6pt)), align: left + top)
#set strong(delta: 200)
#show heading: set text(fill: accent, weight: "semibold")
#show heading.where(level: 1): set text(size: sized(17))
#show heading.where(level: 2): set text(size: sized(14))
#show heading.where(level: 3): set text(size: sized(12), fill: ink)
#show heading.where(level: 1): set block(above: room(1.7em), below: room(0.8em))
#show heading.where(level: 2): set block(above: room(1.5em), below: room(0.75em))
#show heading.where(level: 3): set block(above: room(1.3em), below: room(0.7em))
#show figure.caption: set text(size: sized(11), weight: "semibold", fill: muted)
#show figure.caption: set align(left)
#show figure: set figure.caption(position: top)
#show figure: set block(above: room(1.4em), below: room(1.4em))
#show figure.caption: set block(below: room(0.9em))
#show figure.where(kind: image): set align(left)
#show table.cell.where(y: 0): set text(weight: "semibold", fill: HEADER-INK)
#show table.cell: set text(size: sized(11))
#show title: set text(size: sized(26), weight: "semibold")
#show title: set par(leading: 0.4em)
#show outline.entry: set text(fill: accent)

#let line-of(s, size, weight, colour) = block(
  below: 0.55em, text(size: sized(size), weight: weight, fill: colour, said(s)),
)
#let rule-cover(body) = {
  show title: set text(fill: accent)
  body
  block(above: room(0.9em), below: room(1.6em), line(length: 100%, stroke: 1.5pt + accent))
}
#let band-cover(body) = block(width: 100%, fill: accent, inset: (x: 14pt, y: room(16pt)), below: room(1.6em), {
  set text(fill: white)
  body
})
#let bar-cover(body) = block(
  width: 100%, stroke: (left: 6pt + accent), inset: (left: 16pt, y: 4pt), below: room(1.6em),
  { show title: set text(fill: accent); body },
)
#let cover = TITLE-BLOCK
#let (cover-ink, cover-muted) = (TITLE-INK, TITLE-MUTED)
#let panel(body, fill, bar) = block(
  width: 100%, fill: fill, stroke: (left: 3pt + bar), inset: (x: 12pt, y: room(9pt)),
  above: room(1.1em), below: room(1.2em), breakable: false, body,
)
#let head(level, s) = { noted(s); heading(level: level, shown(s)) }
#let rich(parts) = parts.map(one => if one.at(1) { strong(shown(one.at(0))) } else { shown(one.at(0)) }).join()
#let before(number) = if number > 0 { strong[#number]; h(0.9em) }
#let prose(kind, number, whole, parts, further) = {
  let body = { before(number); noted(whole); rich(parts) }
  if kind == "statement" { panel(body, tint, accent) }
  else if kind == "guidance" { block(inset: (left: 12pt), text(fill: muted, body)) }
  else { par(body) }
  for one in further { par(said(one)) }
}
#let item(number, whole, parts, further) = {
  noted(whole)
  rich(parts)
  for one in further { parbreak(); said(one) }
}
#let items(all) = if all.first().first() > 0 {
  enum(..all.map(one => enum.item(one.first(), item(..one))))
} else { list(..all.map(one => item(..one))) }
#let cell(lead, s) = if lead { strong(said(s)) } else { said(s) }
#let grid-of(header, rows, widths, rowheads, figures) = table(
  columns: widths.map(one => one * 1fr),
  align: (x, y) => (if figures and x > 0 { right } else { left }) + top,
  fill: (x, y) => if y == 0 { HEADER-FILL },
  stroke: (x, y) => (bottom: if y == 0 { 1pt + accent } else { 0.5pt + rule }),
  table.header(..header.map(shown)),
  ..rows.map(row => row.enumerate().map(((i, s)) => cell(rowheads and i == 0, s))).flatten(),
)
#let tabled(caption, header, rows, widths, parted, figures) = {
  show figure: set block(breakable: parted)
  noted(caption)
  for name in header { noted(name) }
  let words = if caption == "" { figure.caption(separator: [], []) } else { shown(caption) }
  figure(kind: table, supplement: [Table], caption: words, grid-of(header, rows, widths, false, figures))
}
#let drawn(title, alt, names, values) = {
  noted(title)
  set text(size: sized(11))
  let most = calc.max(1, ..values)
  let bar(value) = stack(
    dir: ltr, spacing: 5pt, rect(width: 8.8cm * value / most, height: 0.9em, fill: accent, stroke: none), [#value],
  )
  figure(
    kind: image, supplement: [Figure], caption: shown(title), alt: alt,
    grid(
      columns: (4.5cm, 1fr), align: (right + horizon, left + horizon), column-gutter: 8pt, row-gutter: 7pt,
      ..names.zip(values).map(((name, value)) => (shown(name), bar(value))).flatten(),
    ),
  )
}
#let facts(header, rows, widths) = {
  for name in header { noted(name) }
  block(above: room(1.2em), below: room(1.4em), grid-of(header, rows, widths, true, false))
}
"""

_HEADER_ROWS = {"solid": ("accent", "white"), "tint": ("tint", "accent")}


def look_source(look: ReportLook, *, tight: bool = False) -> str:
    """Return the functions in the colours of a look; `tight` is for a paper that is to stand on one page, whose head
    and foot stay as they are."""
    fill, ink = _HEADER_ROWS[look.tables]
    named = {"ACCENT": look.accent, "RULE": look.rule, "TINT": look.tint, "FONT": FONT}
    inks = ("white", "white") if look.cover == "band" else ("ink", "muted")
    named |= {"HEADER-FILL": fill, "HEADER-INK": ink, "TITLE-BLOCK": f"{look.cover}-cover"}
    named |= dict(zip(("TITLE-INK", "TITLE-MUTED"), inks, strict=True))
    named |= {
        "SMALLEST": f"{SMALLEST:g}",
        "SIZE": f"{SIZE:g}",
        "BODY-POINTS": f"{BODY_HALF_POINTS / 2:g}",
        "SPACE": f"{_SPACE:g}",
        "MARGIN": f"{MARGIN / 20:g}pt",
    }
    source = f"#let tight = {'true' if tight else 'false'}\n{_LOOK}"
    for name, value in named.items():
        source = source.replace(name, value)
    return source
