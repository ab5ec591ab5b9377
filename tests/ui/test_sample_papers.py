"""The papers of the sample visit: made from words, the same each time, and there to be opened in a sample vault."""

import io
import re

import pytest
from docx import Document

from ui.workspace.attaching import sort_of
from ui.workspace.opening import open_here
from ui.workspace.sample import samples
from ui.workspace.sample_papers import octets_of
from visitapp.frameworks.freezing import thaw
from visitapp.store.visits import list_visits, load_visit
from visitapp.vault.photos import PhotoFiles

PAPERS = {one.name: one for sample in samples() for one in sample.papers}


def test_the_sample_has_a_pdf_and_a_word_document():
    assert [sort_of(octets_of(one), one.name)[0] for one in PAPERS.values()] == ["pdf", "word"]


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_words_give_the_same_bytes(name):
    assert octets_of(PAPERS[name]) == octets_of(PAPERS[name])


def test_the_table_of_the_pdf_says_where_each_part_begins():
    paper = next(one for one in PAPERS.values() if one.is_pdf)
    octets = octets_of(paper)
    begins = int(re.search(rb"startxref\n(\d+)", octets)[1])
    assert octets[begins : begins + 4] == b"xref"
    places = [int(one) for one in re.findall(rb"(\d{10}) 00000 n ", octets)]
    heads = [octets[place:].partition(b"\n")[0] for place in places]
    assert heads == [f"{number} 0 obj".encode() for number in range(1, len(places) + 1)]
    assert octets.count(b"/Type /Page ") == len(paper.pages) == 2
    assert b"(Quality of education: Good) Tj" in octets


def test_the_word_document_opens_with_all_its_words():
    paper = next(one for one in PAPERS.values() if not one.is_pdf)
    said = [one.text for one in Document(io.BytesIO(octets_of(paper))).paragraphs]
    assert said == [line for page in paper.pages for line in page.splitlines()]


def test_a_sample_vault_holds_the_papers_its_records_name(tmp_path):
    opened = open_here(tmp_path / "sample", "")
    try:
        files = PhotoFiles(opened.vault.folder / "photos", opened.vault.key)
        with opened.database.reading() as session:
            records = [load_visit(session, one.id, thaw) for one in list_visits(session)]
        kept = {one.name: files.read(one.sha256) for record in records for one in record.living("attachment")}
        assert kept == {name: octets_of(one) for name, one in PAPERS.items()}
    finally:
        opened.database.close()
        opened.lock.release()
