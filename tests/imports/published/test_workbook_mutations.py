"""Whatever becomes of a workbook on its way, reading it never fails and never loses a row silently."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from workbook_files import numbered, packed, parts_of, sheet_of, styles_of, text, texts_of

from tests.imports.published.test_register_mutations import (
    CHANGES,
    NAMES,
    ROWS,
    SCOPES,
    aged,
    check_rows,
    dry_run,
    widened,
)
from visitapp.domain.published.batches import Scope, Tally
from visitapp.errors import ImportRefusedError

ORDINARY = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def letters(column):
    """Return a column (from 1) as a sheet names it."""
    return (letters((column - 1) // 26) if column > 26 else "") + chr(65 + (column - 1) % 26)


def cell(place, said, data):
    """Return a cell as some program would have written it."""
    if said.isdecimal() and said.isascii() and (said == "0" or said[0] != "0") and data.draw(st.booleans()):
        return f'<c r="{place}"><v>{said}</v></c>'
    return text(place, "".join(one for one in said if one.isprintable() or one in "\n\t"))


def book_of(rows, data):
    """Return the parts of a workbook with these rows, some rows left out between."""
    lines = [
        [cell(f"{letters(at)}{number}", said, data) for at, said in enumerate(row, 1) if said]
        for number, row in enumerate(rows, 1)
    ]
    return parts_of(sheet_of(*lines))


def outcome_of(parts, scope):
    """Read a workbook of these parts and return its tally, or how it was refused."""
    with tempfile.TemporaryDirectory() as folder:
        return read_or_refused(packed(Path(folder) / "changed.xlsx", parts), scope)


def read_or_refused(path, scope):
    try:
        _, tally = dry_run(path, scope)
    except ImportRefusedError as refused:
        said = str(refused)
    else:
        said = ""
    if said:
        assert said.startswith("Nothing in Visitapp was changed: the file was not read, because")
        return said
    check_rows(path, scope, tally)
    return tally


@ORDINARY
@given(st.data())
def test_a_changed_workbook_loses_no_row_silently(data):
    source = ROWS[data.draw(st.sampled_from(NAMES))]
    rows = [list(row) for row in source[: data.draw(st.integers(3, 14))]]
    whole = len(rows) - 1
    changes = data.draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3))
    for change in changes:
        change(rows, data)
    tally = outcome_of(book_of(rows, data), data.draw(st.sampled_from(SCOPES)))
    if isinstance(tally, Tally) and set(changes) <= {widened, aged}:
        assert tally.read == whole


def small():
    """Return the parts of a small workbook with every sort of cell."""
    names = ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")
    head = [numbered(f"{letters(at)}1", at - 1) for at, _ in enumerate(names, 1)]
    first = ['<c r="A2"><v>100000</v></c>', '<c r="B2" t="str"><f>A2+1</f><v>100001</v></c>', text("C2", "Quill")]
    second = ['<c r="A3"><f>1+1</f></c>', '<c r="C3" t="e"><v>#N/A</v></c>', '<c r="E3" s="1"><v>45536</v></c>']
    rows = sheet_of(head, [*first, numbered("D2", 5), '<c r="E2" s="0"><v>0.5</v></c>'], second)
    return parts_of(rows, texts=texts_of(*names, "Successor"), styles=styles_of("0%", "dd/mm/yyyy"))


def spoiled(content, data):
    """Write something else into the bytes of a text."""
    changed = bytearray(content.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed)))
        piece = data.draw(
            st.sampled_from([b"", b"<", b">", b'"', b"&", b"9", b"-1", b"\xff", b"\0", b"<row>", b"</c>"])
        )
        changed[place : place + data.draw(st.integers(0, 12))] = piece
    return bytes(changed)


@settings(ORDINARY, max_examples=250)
@given(st.sampled_from(sorted(small())), st.data())
def test_a_workbook_damaged_in_one_of_its_parts_is_read_or_refused_but_never_fails(name, data):
    parts = small()
    parts[name] = spoiled(parts[name], data)
    outcome_of(parts, Scope())


@settings(ORDINARY, max_examples=120)
@given(st.data())
def test_a_workbook_damaged_in_its_bytes_is_read_or_refused_but_never_fails(data):
    with tempfile.TemporaryDirectory() as folder:
        path = packed(Path(folder) / "damaged.xlsx", small())
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(4, len(content)))
            content[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=6))
        path.write_bytes(bytes(content))
        read_or_refused(path, Scope())


@settings(ORDINARY, max_examples=80)
@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["n", "s", "str", "b", "e", "d", "x", ""]))
@example("1e400", "0%", "n")
@example("-", "yyyy", "n")
@example("0x10", "[h]:mm", "n")
@example("1_000", "000", "n")
@example("\u0663", "0%", "n")
def test_a_cell_of_any_sort_and_format_is_read_or_refused(said, code, sort):
    plain = ["".join(one for one in words if one.isprintable() and one not in '<>&"') for words in (said, code)]
    markup = f'<c r="B2" t="{sort}" s="0"><v>{plain[0]}</v></c>'
    rows = sheet_of(
        [text("A1", "URN"), text("B1", "LinkURN"), text("C1", "LinkType")], [text("A2", "100000"), markup]
    )
    outcome_of(parts_of(rows, styles=styles_of(plain[1])), Scope())
