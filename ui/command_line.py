"""Commands for scripting: list visits, export one, hand one over, or play the sample visits without a screen."""

import getpass
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from visitapp.errors import VisitappError
from visitapp.paths import data_dir, vault_dir

if TYPE_CHECKING:
    from sqlmodel import Session

    from ui.workspace.opening import Opened
    from visitapp.domain.record import VisitRecord

commands = typer.Typer(add_completion=False, no_args_is_help=True, help="Visitapp without a window.")

_Vault = Annotated[Path | None, typer.Option(help="Folder of the vault; your own when left out.")]
_Sample = Annotated[bool, typer.Option("--sample", help="Use the sample vault, which needs no passphrase.")]
PASSPHRASE_VARIABLE = "VISITAPP_PASSPHRASE"


@commands.command()
def visits(vault: _Vault = None, sample: _Sample = False) -> None:
    """List the visits in a vault: id, first day, programme, school."""
    with _opened(vault, sample=sample) as opened:
        from visitapp.store.visits import list_visits

        with opened.database.reading() as session:
            for one in list_visits(session):
                typer.echo(f"{one.id}  {one.starts_on}  {one.programme}  {one.school}")


@commands.command()
def export(
    visit: Annotated[str, typer.Argument(help="Id of the visit, or the beginning of its school's name.")],
    out: Annotated[Path, typer.Option("--out", help="The Word file to write.")],
    vault: _Vault = None,
    sample: _Sample = False,
    final: Annotated[bool, typer.Option("--final", help="Mark the report FINAL instead of DRAFT.")] = False,
    template: Annotated[Path | None, typer.Option(help="A Word file whose look the report gets.")] = None,
) -> None:
    """Write the report of a visit to Word, read it back and count what is in it."""
    with _opened(vault, sample=sample) as opened:
        for line in _export(opened, visit, out, "FINAL" if final else "DRAFT", template):
            typer.echo(line)


@commands.command()
def handover(
    visit: Annotated[str, typer.Argument(help="Id of the visit, or the beginning of its school's name.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write into.")],
    vault: _Vault = None,
    sample: _Sample = False,
    word: Annotated[bool, typer.Option("--word", help="As a Word document.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="As a spreadsheet.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As a folder of comma-separated files.")] = False,
    private: Annotated[bool, typer.Option("--private", help="With the private notes, left out otherwise.")] = False,
) -> None:
    """Hand over everything of a visit so far, finished or not; in every format when none is named."""
    chosen = {one for one, wanted in (("word", word), ("xlsx", xlsx), ("csv", csv)) if wanted}
    with _opened(vault, sample=sample) as opened:
        for line in _hand_over(opened, visit, out, chosen or {"word", "xlsx", "csv"}, private=private):
            typer.echo(line)


@commands.command("import-report")
def import_report(
    files: Annotated[list[Path], typer.Argument(help="Reports as Word or text files, or folders of them.")],
    vault: _Vault = None,
    sample: _Sample = False,
) -> None:
    """Make visits of earlier reports by their headings, and say of each what was not understood."""
    with _opened(vault, sample=sample) as opened:
        from ui.workspace.reading_in import read_in

        refused = read_in(opened, tuple(files), typer.echo)
        if refused:
            raise typer.Exit(refused)


@commands.command("import")
def import_files(
    files: Annotated[list[Path], typer.Argument(help="Published tables: CSV or an Excel workbook, zipped or not.")],
    vault: _Vault = None,
    sample: _Sample = False,
    authority: Annotated[
        list[str] | None, typer.Option("--authority", help="Keep rows of this authority (850); may be given again.")
    ] = None,
    try_out: Annotated[bool, typer.Option("--try", help="Only say what reading them in would give.")] = False,
    rejects: Annotated[Path | None, typer.Option("--rejects", help="Write the rows left out to this CSV.")] = None,
    sheet: Annotated[str, typer.Option("--sheet", help="The sheet to read of a workbook with several tables.")] = "",
) -> None:
    """Read in the school register, outcomes or inspections, and account for every row."""
    with _opened(vault, sample=sample) as opened:
        from ui.workspace.bringing_in import bring_in_all

        asked = tuple(authority or ())
        told = typer.echo
        code = bring_in_all(opened, tuple(files), asked, told, try_out=try_out, rejects=rejects, sheet=sheet)
        if code:
            raise typer.Exit(code)


@commands.command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for the reports and pictures.")] = Path("build/demo"),
    few: Annotated[bool, typer.Option("--few", help="Take only one picture of each screen.")] = False,
) -> None:
    """Play the sample visits through the real window, write both reports, and take pictures of every screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.demo.play import play

    with _plain_errors():
        sys.exit(play(out, few=few))


@commands.command("read-picture", hidden=True)
def read_picture() -> None:
    """Decode one picture from standard input, in this process of its own."""
    from ui.workspace import picture_child

    sys.exit(picture_child.main())


@commands.command("read-camera", hidden=True)
def read_camera() -> None:
    """Look through the camera for the window, in this process of its own."""
    from ui.workspace import camera_child

    camera_child.main()


class _plain_errors:  # noqa: N801
    """Turns expected faults into one sentence and exit code 1."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, VisitappError):
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from None


class _opened:  # noqa: N801
    """Opens a vault for one command and lets it go again."""

    def __init__(self, folder: Path | None, *, sample: bool) -> None:
        self._folder = folder or (data_dir() / "sample" if sample else vault_dir())
        self._sample = sample
        self._opened: Opened | None = None

    def __enter__(self) -> "Opened":
        from ui.workspace.opening import open_here

        with _plain_errors():
            self._opened = open_here(self._folder, "" if self._sample else _passphrase())
        assert self._opened is not None
        return self._opened

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if self._opened is not None:
            self._opened.database.close()
            self._opened.lock.release()
        _plain_errors().__exit__(kind, error, trace)


def _passphrase() -> str:
    return os.environ.get(PASSPHRASE_VARIABLE) or getpass.getpass("Passphrase or recovery code: ")


def _export(opened: "Opened", wanted: str, out: Path, status: str, template: Path | None) -> list[str]:
    from ui.workspace.report_templates import offered_look
    from ui.workspace.reporting import finding_ids, write_and_count
    from visitapp.domain.composition import compose_report
    from visitapp.domain.report_words import spelt_out
    from visitapp.domain.shorthand import in_force, read
    from visitapp.domain.versions import revision_for
    from visitapp.frameworks.shorthand_list import starting_shorthand

    with opened.database.reading() as session:
        record = _visit(session, wanted)
    report = compose_report(record, 0, status, datetime.now().astimezone(), sample=opened.vault.is_sample)
    report = spelt_out(report, in_force(starting_shorthand(), read(record.reviewer.shorthand)))
    report = replace(report, revision=revision_for(record, report))
    done = write_and_count(report, out, finding_ids(record), offered_look(template))
    written = f"Written and read back: {done.path}, {done.sections} sections, {done.findings} findings"
    return [written, *done.fell_back]


def _hand_over(opened: "Opened", wanted: str, out: Path, formats: set[str], *, private: bool) -> list[str]:
    from exports.handover.write import write_handover
    from ui.workspace.desk import zone_here
    from visitapp.domain.handover import compose_handover
    from visitapp.domain.shorthand import in_force, read
    from visitapp.frameworks.measures import load_measures
    from visitapp.frameworks.shorthand_list import starting_shorthand
    from visitapp.store.drafts import drafts_of

    with opened.database.reading() as session:
        record = _visit(session, wanted)
        drafts = drafts_of(session, record.visit_id)
    now, sample = datetime.now().astimezone(), opened.vault.is_sample
    words = in_force(starting_shorthand(), read(record.reviewer.shorthand))
    known = load_measures()
    handed = compose_handover(
        record, now, zone_here(), private=private, sample=sample, drafts=drafts, words=words, measures=known
    )
    paths = write_handover(handed, out, formats)
    return [f"Written and read back: {path}, {handed.note_count()}" for path in paths]


def _visit(session: "Session", wanted: str) -> "VisitRecord":
    from visitapp.frameworks.freezing import thaw
    from visitapp.store.visits import list_visits, load_visit

    found = [one for one in list_visits(session) if one.id == wanted or one.school.startswith(wanted)]
    if len(found) != 1:
        raise VisitappError(f"Nothing was written. {len(found)} visits match {wanted!r}: name one by its id.")
    return load_visit(session, found[0].id, thaw)
