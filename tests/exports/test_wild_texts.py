"""Texts nobody would type, many at once: each comes back from Word, and from what a PDF is set from, as cleaned.

WILD_TEXTS=20000 in the environment tries that many of them; a few hundred are tried otherwise.
"""

import json
import os
import random

import pytest

from exports.pdf.literal import array, texts
from exports.word.read_back import read_content
from exports.word.write import word_bytes
from tests.exports.sample_reports import report_of
from visitapp.domain.report import Bullet, Bullets, Paragraph, Table
from visitapp.domain.text import clean

COUNT = int(os.environ.get("WILD_TEXTS", "400"))
TOGETHER = 200
_PIECES = [
    "{{ x.__class__ }}",
    "{% for a in b %}",
    "{%p endfor %}",
    "{#",
    "${",
    "<%= 1 %>",
    "<w:p/>",
    "</w:t>",
    "]]>",
    "<!--",
    "&amp;",
    "&#x0;",
    "&",
    "<",
    ">",
    '"',
    "'",
    "\\",
    "\\u{41}",
    "#panic()",
    "$x$",
    "*b*",
    "//",
    "/*",
    "@a",
    "=HYPERLINK()",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\n\n\n",
    "\t",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    " ",
    "  ",
    "\u00a0",
    "\u200b",
    "\ud800",
    "\udfff",
    "\ud83d",
    "\ufffe",
    "\uffff",
    "\ufdd0",
    "\U0001fffe",
    "\ufeff",
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\u202e",
    "\u2066",
    "\u202c",
    "\u2069",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u5b66\u6821",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f1ec\U0001f1e7",
    "\u2764\ufe0f",
    "e\u0301",
    "\u0e01\u0e33",
    "\u1100\u1161",
    "**bold**",
    "[E12]",
    "- ",
    "1. ",
    "\u2022",
    "Teachers check understanding.",
    "61%",
    "caf\u00e9",
    "word",
    "Year 4",
]


def wild_text(chance):
    """Return one wild text: pieces in a row, any characters at all, or a word of ten thousand letters."""
    kind = chance.random()
    if kind < 0.005:
        return chance.choice("ab\u00e9\u05d0\U0001f600") * 10_000
    if kind < 0.3:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 30)))
    return "".join(chance.choice(_PIECES) for _ in range(chance.randrange(1, 12)))


def batches():
    """Yield all the wild texts, so many together."""
    chance = random.Random(20_251_120)
    for start in range(0, COUNT, TOGETHER):
        yield [wild_text(chance) for _ in range(min(TOGETHER, COUNT - start))]


def test_wild_texts_come_back_from_word_as_cleaned():
    tried = 0
    for wild in batches():
        third = len(wild) // 3
        paragraphs = [Paragraph(f"p{n}", text) for n, text in enumerate(wild[:third])]
        items = tuple(Bullet(f"b{n}", text) for n, text in enumerate(wild[third : 2 * third]))
        rows = tuple((text,) for text in wild[2 * third :])
        row_ids = tuple(f"r{n}" for n in range(len(rows)))
        report = report_of(*paragraphs, Bullets(items), Table("t", wild[0], (wild[1],), rows, row_ids))
        found = read_content(word_bytes(report)).bookmarks
        for record_id, text in [
            *((one.id, one.text) for one in (*paragraphs, *items)),
            *zip(row_ids, wild[2 * third :], strict=True),
        ]:
            tried += 1
            if clean(text).strip():
                assert found[f"rv_{record_id}"] == clean(text)
            else:
                assert found.get(f"rv_{record_id}", "Not recorded") == "Not recorded"
    assert tried == COUNT


def test_wild_texts_come_back_from_what_a_pdf_is_set_from(tmp_path):
    typst = pytest.importorskip("typst")
    path = tmp_path / "wild.typ"
    for wild in batches():
        path.write_text(f"#metadata({array([texts(wild)])})<said>\n", encoding="utf-8")
        compiler = typst.Compiler(str(path), root=str(tmp_path), ignore_system_fonts=True)
        assert json.loads(compiler.query("<said>", field="value")) == [[list(map(clean, wild))]]
