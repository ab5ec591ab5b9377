"""The plan that is sent stands on one page another word processor makes of it; skipped where there is none."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree
from sample_records import told

from exports.pdf.write import pdf_bytes
from exports.word.package import unpacked
from exports.word.styles import TEXT_WIDTH
from exports.word.tight import BODY_HALF_POINTS, TIGHT_WIDTH
from exports.word.write import word_bytes
from tests.exports.accessibility_check import findings
from tests.exports.word_files import format_errors
from visitapp.domain.composition import compose_report
from visitapp.domain.papers.plan import plan_page
from visitapp.domain.visit import Slot

_READER = shutil.which("pdftotext")
_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_SMALLEST = 19
"""Half points under which nothing is printed."""


def plan(record):
    return plan_page(record, compose_report(record, 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC), sample=True))


def with_slots(record, slots):
    return replace(record, shelves={**record.shelves, "slot": {one.id: one for one in slots}})


def one_day():
    """A day as the sample has it, with fifteen classroom visits, each with somebody of its own."""
    record = told("sallowfield")
    homes = [one for one in record.slots if not one.part_of]
    walk = next(one for one in homes if one.activity == "learning-walk")
    lessons = [_lesson(walk, number, 585 + 9 * number, f"Leader of subject {number}") for number in range(15)]
    return with_slots(record, [*homes, *lessons])


def three_days():
    """Three days of eight activities, on two of them six classroom visits by a pair."""
    record = told("quillmoor")
    codes = [one.code for one in record.framework.activities]
    people = "Deputy headteacher and the leaders of both phases"
    slots = []
    for day in (1, 2, 3):
        for number in range(8):
            code = "learning-walk" if number == 1 and day < 3 else codes[(day * 5 + number) % len(codes)]
            starts = 525 + number * 50
            home = Slot(
                f"d{day}-{number}", record.visit_id, day, starts, starts + 45, code, "", "Meeting room", people
            )
            slots.append(home)
            slots += [_lesson(home, at, starts + 7 * at) for at in range(6 if number == 1 and day < 3 else 0)]
    return with_slots(record, slots)


def _lesson(home, number, starts, people=""):
    years = (f"y{1 + number % 6}",)
    place = f"Room {number + 1}"
    return Slot(
        f"{home.id}-l{number}", home.visit_id, home.day, starts, starts + 9, home.activity, "", place, people, years,
        "maths", part_of=home.id,
    )  # fmt: skip


PLANS = {"one-day": one_day, "three-days": three_days}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """How many pages each plan has as a PDF of another word processor."""
    folder = tmp_path_factory.mktemp("plans")
    paths = [folder / f"{name}.docx" for name in PLANS]
    for path in paths:
        path.write_bytes(word_bytes(plan(PLANS[path.stem]())))
    command = [_OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=120
    )
    kind = re.compile(rb"/Type\s*/Page\b")
    return {path.stem: len(kind.findall(path.with_suffix(".pdf").read_bytes())) for path in paths}


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", PLANS)
def test_a_full_plan_stands_on_one_page(name, pages):
    assert pages[name] == 1


@pytest.mark.parametrize("name", PLANS)
def test_a_full_plan_stands_on_one_page_of_a_pdf_too(name):
    page = re.compile(rb"/Type\s*/Page\b")
    assert len(page.findall(pdf_bytes(plan(PLANS[name]())))) == 1
    assert len(page.findall(pdf_bytes(replace(plan(PLANS[name]()), tight=False)))) == 2


def heights(report, path):
    """Return how high the letters of the body and of the foot of a PDF stand, in points."""
    path.write_bytes(pdf_bytes(report))
    told = subprocess.run([_READER, "-bbox", str(path), "-"], check=True, capture_output=True).stdout
    words = etree.fromstring(told).iter("{*}word")
    found = {one.text: float(one.get("yMax")) - float(one.get("yMin")) for one in words}
    return found["enquiry:"], found["Page"]


@pytest.mark.skipif(_READER is None, reason="no program here reads a PDF")
def test_the_letters_of_a_pdf_get_smaller_as_those_of_word_do_and_its_foot_stays(tmp_path):
    report = plan(one_day())
    body, foot = heights(replace(report, tight=False), tmp_path / "wide.pdf")
    assert heights(report, tmp_path / "tight.pdf") == pytest.approx((body * BODY_HALF_POINTS / 24, foot), rel=0.01)


def test_the_foot_of_a_plan_ends_at_the_end_of_its_wider_lines():
    parts = unpacked(word_bytes(plan(one_day())))
    assert f'w:pos="{TIGHT_WIDTH}"'.encode() in parts["word/styles.xml"]
    assert f'w:pos="{TEXT_WIDTH}"'.encode() not in parts["word/styles.xml"]


@pytest.mark.parametrize("name", PLANS)
def test_nothing_on_a_plan_is_smaller_than_nine_and_a_half_points(name):
    parts = unpacked(word_bytes(plan(PLANS[name]())))
    sizes = re.findall(rb'<w:sz w:val="(\d+)"', parts["word/styles.xml"] + parts["word/document.xml"])
    assert sizes
    assert min(map(int, sizes)) >= _SMALLEST


def test_a_report_keeps_its_paper_and_its_letters():
    report = replace(plan(one_day()), tight=False)
    parts = unpacked(word_bytes(report))
    assert b'w:left="1361"' in parts["word/document.xml"]
    assert b'<w:sz w:val="24"/>' in parts["word/styles.xml"]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_keeps_to_the_format_and_has_no_barrier_but_its_smaller_letters(name, tmp_path):
    path = tmp_path / f"{name}.docx"
    path.write_bytes(word_bytes(plan(PLANS[name]())))
    assert format_errors(path) == []
    assert [one for one in findings(path, "DRAFT") if "point" not in one] == []
