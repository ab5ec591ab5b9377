"""Plays the sample visits through the real window: typed, exported, read back, compared, and photographed."""

import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import TracebackType

import typer
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ui.demo.programme import Programme
from ui.demo.reporting import Delivered
from visitapp.errors import VisitappError

_NOT_HERE = "This plugin does not support"


def play(out: Path, *, few: bool = False) -> int:
    """Play everything into the folder `out` and return 0 when both reports were exported and nothing was lost.

    A fresh vault in a temporary folder is used and removed; with `few`, fewer pictures are taken.
    """
    began = time.monotonic()
    faults = _Faults()
    try:
        _make(out)
        with tempfile.TemporaryDirectory(prefix="visitapp-demo-", ignore_cleanup_errors=True) as folder, faults:
            programme = Programme(Path(folder), out, typer.echo, few=few)
            delivered = programme.play()
    except VisitappError as error:
        typer.echo(str(error), err=True)
        return 1
    if faults.found:
        typer.echo(f"The visits were played, but something went wrong on the way: {faults.found[0]}", err=True)
        return 1
    for one in delivered:
        typer.echo(_in_words(one))
    typer.echo(f"{programme.pictures} pictures in {out}")
    typer.echo(f"Played in {time.monotonic() - began:.0f} seconds.")
    return 0


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise VisitappError(f"Nothing was played: {out} cannot be made a folder. Name another one.") from fault


class _Faults:
    """Keeps what Qt would only print: errors in slots. Lines about what a plugin cannot do are dropped."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def __enter__(self) -> "_Faults":
        self._hook = sys.excepthook
        sys.excepthook = self._keep
        qInstallMessageHandler(_pass_on)
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook = self._hook
        qInstallMessageHandler(None)

    def _keep(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.found.append(f"{kind.__name__}: {error}")
        traceback.print_exception(kind, error, trace)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if not words.startswith(_NOT_HERE):
        typer.echo(words, err=True)


def _in_words(one: Delivered) -> str:
    counted = f"{one.sections} sections, {one.bullets} bullets, {one.paragraphs} paragraphs, {one.rows} table rows"
    return f"Written and read back: {one.path} ({counted})"
