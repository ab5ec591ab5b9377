"""What stands in the fields of a form: the answer given, or a first value drawn from the visit."""

from datetime import date

from visitapp.domain.framework import Field, Option, Section
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import answer_id

KIND, COMMISSIONED = "Kind of visit", "How the visit came about"
"""What forms call the context of a visit, and its commissioning."""


def front_key(field: Field) -> str:
    """Return the key under which a front-page field is answered; an estimate is answered once, in its own place."""
    return field.default if field.default.startswith(("estimate.", "fact.")) else f"front.{field.code}"


def section_key(section: Section, field: Field) -> str:
    """Return the key under which a field of a report section is answered."""
    return f"field.{section.code}.{field.code}"


def field_text(record: VisitRecord, field: Field, key: str) -> str:
    """Return a field as a reader sees it: the label of a choice, a date in words; empty when nothing is known."""
    value = record.answer(key).value
    text = _default(record, field) if value is None else str(value)
    chosen = next((option.label for option in field_options(record, field, key) if option.code == text), None)
    if chosen is not None:
        return chosen
    return long_date(text) if field.kind == "date" else text


def field_value(record: VisitRecord, field: Field, key: str) -> str:
    """Return what stands in the field's box: the code of a choice, an ISO day, or text."""
    value = record.answer(key).value
    return _default(record, field) if value is None else str(value)


def commissioned(record: VisitRecord) -> str:
    """Return in the programme's words how the visit came about, empty when nobody said."""
    return _printed(record.framework.commissioning, record.visit.commissioned)


def kind_of_visit(record: VisitRecord) -> str:
    """Return in the programme's words in which context the visit takes place, empty when nobody said."""
    return _printed(record.framework.contexts, record.visit.context)


def anchor(record: VisitRecord, key: str) -> str:
    """Return the id under which an answer stands in a report."""
    return answer_id(record.visit_id, key)


def long_date(day: str) -> str:
    """Return an ISO day as "20 November 2025"; any other text is returned as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%B %Y}"


def short_date(day: str) -> str:
    """Return an ISO day as "20 Nov 2025"; any other text is returned as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%b %Y}"


def visit_dates(record: VisitRecord) -> str:
    """Return the day or days of the visit in words, such as "1 to 3 December 2025"."""
    first, last = record.visit.starts_on, record.visit.ends_on
    if not last or last == first:
        return long_date(first)
    if first[:7] == last[:7]:
        return f"{int(first[8:])} to {long_date(last)}"
    return f"{long_date(first)} to {long_date(last)}"


def short_dates(record: VisitRecord) -> str:
    """Return the day or days of the visit in few letters, such as "1 to 3 Dec 2025"."""
    return " ".join(word[:3] if word.isalpha() and word != "to" else word for word in visit_dates(record).split())


def field_options(record: VisitRecord, field: Field, key: str) -> tuple[Option, ...]:
    """Return the choices of a field; an estimate's are those of its scale."""
    wanted = key.removeprefix("estimate.")
    scale = next((one.options for one in record.framework.judgement.estimates if one.code == wanted), ())
    return field.options or (scale if wanted != key else ())


def _printed(options: tuple[Option, ...], code: str) -> str:
    return next((one.says or one.label for one in options if one.code == code), code)


def _default(record: VisitRecord, field: Field) -> str:
    root, _, name = field.default.partition(".")
    if field.default.startswith("="):
        return field.default[1:]
    if field.default == "visit.dates":
        return visit_dates(record)
    if root == "school" and name == "phase":
        return record.framework.label("phases", record.school.phase)
    source = {"school": record.school, "visit": record.visit, "reviewer": record.reviewer}.get(root)
    return str(getattr(source, name, "")) if source is not None else ""
