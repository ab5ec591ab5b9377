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
from tests.exports.wild_texts import wild_text
from visitapp.domain.report import Bullet, Bullets, Paragraph, Table
from visitapp.domain.text import clean

COUNT = int(os.environ.get("WILD_TEXTS", "400"))
TOGETHER = 200


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
