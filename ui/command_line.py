"""Commands for scripting: list visits, export one, or play the sample visits without a screen."""

import getpass
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from visitapp.errors import VisitappError
from visitapp.paths import data_dir, vault_dir

if TYPE_CHECKING:
    from ui.workspace.opening import Opened

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
) -> None:
    """Write the report of a visit to Word, read it back and count what is in it."""
    with _opened(vault, sample=sample) as opened:
        done = _export(opened, visit, out, "FINAL" if final else "DRAFT")
        typer.echo(done)


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


def _export(opened: "Opened", wanted: str, out: Path, status: str) -> str:
    from ui.workspace.reporting import finding_ids, write_and_count
    from visitapp.domain.composition import compose_report
    from visitapp.frameworks.freezing import thaw
    from visitapp.store.visits import list_visits, load_visit

    with opened.database.reading() as session:
        found = [one for one in list_visits(session) if one.id == wanted or one.school.startswith(wanted)]
        if len(found) != 1:
            raise VisitappError(f"Nothing was written. {len(found)} visits match {wanted!r}: name one by its id.")
        record = load_visit(session, found[0].id, thaw)
    revision = 1 + max((one.revision for one in record.exports), default=0)
    report = compose_report(record, revision, status, datetime.now().astimezone(), sample=opened.vault.is_sample)
    done = write_and_count(report, out, finding_ids(record))
    return f"Written and read back: {done.path}, {done.sections} sections, {done.findings} findings"
