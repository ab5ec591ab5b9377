"""Whatever becomes of a register file on its way, reading it never fails and never loses a row silently."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from visitapp.domain.published.batches import REJECTED, Scope, Tally
from visitapp.domain.published.schools import RegisterSchool
from visitapp.errors import ImportRefusedError
from visitapp.imports.published.read import read_file, tallied

SAMPLES = Path(__file__).parents[2] / "files" / "published"
NAMES = ("register-search.csv", "register-whole.csv", "register-links.csv")
ROWS = {
    name: list(csv.reader(io.StringIO((SAMPLES / name).read_text(encoding="utf-8"), newline=""))) for name in NAMES
}
SCOPES = (Scope(), Scope(frozenset({"850"})), Scope(frozenset({"936"}), frozenset({"115850"})))
WORDS = st.one_of(
    st.sampled_from(
        ["", " ", "SUPP", "5.00E+06", "29/05/1993", "31-02-2020", "-1", "1e400", "=1+1", "01-May", "\ufeff"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
)


def dry_run(path, scope, **said):
    """Return profile and tally of a file of which nothing is kept."""
    return tallied(read_file(path, scope, **said))


def cut(rows, data):
    """End some rows early."""
    for row in rows[1:]:
        if data.draw(st.booleans()):
            del row[data.draw(st.integers(0, len(row))) :]


def widened(rows, data):
    """Put a column of something in."""
    place = data.draw(st.integers(0, len(rows[0])))
    for row in rows:
        row.insert(place, data.draw(WORDS))


def narrowed(rows, data):
    """Take a column out."""
    widest = max(len(row) for row in rows)
    place = data.draw(st.integers(0, max(widest - 1, 0)))
    for row in rows:
        del row[place : place + 1]


def titled(rows, data):
    """Put a title above."""
    rows.insert(0, [data.draw(st.sampled_from(["Schools", "Schools, as at 31 August 2026", "sep=,"]))])


def spoiled(rows, data):
    """Write something else into a few cells."""
    for _ in range(data.draw(st.integers(1, 8))):
        row = rows[data.draw(st.integers(0, len(rows) - 1))]
        if row:
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(WORDS)


def doubled(rows, data):
    """Have a row twice, and lines of nothing."""
    rows.append(list(rows[data.draw(st.integers(0, len(rows) - 1))]))
    rows.insert(data.draw(st.integers(1, len(rows))), [""] * data.draw(st.integers(0, 111)))


def aged(rows, data):
    """Give the header of another time."""
    former = data.draw(
        st.sampled_from([["OfstedRating (name)", "RSCRegion (name)"], ["CensusAreaStatisticWard (name)"]])
    )
    for row in rows:
        row += former if row is rows[0] else ["Good"] * len(former)


CHANGES = (cut, widened, narrowed, titled, spoiled, doubled, aged)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


def written(rows, data):
    """Return the bytes of rows in some encoding and delimiter; letters it has not become question marks."""
    text = io.StringIO(newline="")
    csv.writer(
        text,
        delimiter=data.draw(st.sampled_from(",\t;")),
        lineterminator="\r\n",
        quoting=data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    ).writerows(rows)
    return text.getvalue().encode(data.draw(st.sampled_from(ENCODINGS)), "replace")


def outcome_of(content, scope):
    """Read a file of these bytes and return its tally, or how it was refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "changed.csv"
        path.write_bytes(content)
        try:
            _, tally = dry_run(path, scope)
        except ImportRefusedError as refused:
            tally = refused
        if isinstance(tally, Tally):
            check_rows(path, scope, tally)
        else:
            assert str(tally).startswith("Nothing in Visitapp was changed: ")
        return tally


def check_rows(path, scope, tally):
    """Check that the rows say what the tally counts, and that each refused one says why."""
    assert tally.balances
    again = Tally()
    for row in read_file(path, scope):
        again.count(row)
        assert bool(row.items) == (row.outcome == "kept")
        assert row.outcome != REJECTED or any(one.code.startswith("E-") and one.says for one in row.faults)
        schools = [one for one in row.items if isinstance(one, RegisterSchool)]
        assert all(len(one.urn) == 6 and one.name and one.phase and one.status for one in schools)
        assert not any(one.head for one in schools if one.urn not in scope.own)
    assert (again.read, again.kept, again.rejected) == (tally.read, tally.kept, tally.rejected)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_changed_file_loses_no_row_silently(data):
    source = ROWS[data.draw(st.sampled_from(NAMES))]
    rows = [list(row) for row in source]
    changes = data.draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3))
    for change in changes:
        change(rows, data)
    tally = outcome_of(written(rows, data), data.draw(st.sampled_from(SCOPES)))
    if isinstance(tally, Tally) and set(changes) <= {widened, aged}:
        assert tally.read == len(source) - 1


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.data())
def test_a_file_damaged_in_its_bytes_is_read_or_refused_but_never_fails(name, data):
    content = bytearray((SAMPLES / name).read_bytes()[:20_000])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content)))
        content[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=6))
    outcome_of(bytes(content), data.draw(st.sampled_from(SCOPES)))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00\x00a\x00")
@example(b"PK\x03\x04")
@example(b'"')
@example(b"URN,LinkURN,LinkType\n")
def test_bytes_of_any_sort_are_refused_in_a_sentence_or_read(content):
    outcome_of(content, Scope())


def test_a_file_cut_anywhere_keeps_all_whole_rows_before_the_cut():
    content = (SAMPLES / "register-search.csv").read_bytes()
    whole = content.split(b"\r\n")
    for end in range(len(whole[0]) + 2000, len(content), 1777):
        tally = outcome_of(content[:end], Scope())
        lines = content[:end].count(b"\r\n")
        assert lines - 1 <= tally.kept <= lines
        assert tally.read in (lines - 1, lines)
