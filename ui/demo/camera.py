"""Pictures of the window as somebody sees it: light and dark, tall and short."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.demo.sitting import Sitting

_QUICKLY = 85
TALL, SHORT = (1280, 800), (1280, 640)
_EVERYWHERE = (("light", TALL), ("dark", TALL))
_OF_A_VISIT = (("light", TALL), ("light", SHORT), ("dark", TALL))


class Camera:
    """Saves pictures as PNG, named by screen and look. With `few`, only light ones of a tall window."""

    def __init__(self, sitting: Sitting, folder: Path, *, few: bool) -> None:
        self._sitting, self._folder, self._few = sitting, folder, few
        self._look, self._size = "light", TALL
        self.taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._hold_still(still=True)

    def take(self, name: str) -> None:
        """Take what is on the window, light and dark."""
        for _ in self.views():
            self.shoot(name)

    def take_of_visit(self, name: str, *, contrast: bool = False) -> None:
        """Take what is on the window, light and dark, and light in a short window; with more contrast if asked."""
        for _ in self._views((*_OF_A_VISIT, ("contrast", TALL)) if contrast else _OF_A_VISIT):
            self.shoot(name)

    def views(self) -> Iterator[None]:
        """Make the window light, then dark, to walk through screens in each."""
        return self._views(_EVERYWHERE)

    def views_of_visit(self) -> Iterator[None]:
        """Put the window into each view of a visit in turn, to walk through its screens in it."""
        return self._views(_OF_A_VISIT)

    def _views(self, wanted: tuple[tuple[str, tuple[int, int]], ...]) -> Iterator[None]:
        # A change of look takes half a second, so what is in the look of now comes first, and it is not put back.
        in_order = sorted(wanted[:1] if self._few else wanted, key=self._is_another)
        for look, size in in_order:
            self._show(look, size)
            yield
        self._show(self._look, TALL)

    def shoot(self, name: str) -> None:
        """Save what is on the window now, with any dialog or menu in front of it."""
        self._hold_still(still=False)
        self._sitting.hands.settle()
        picture = self._sitting.window.grab()
        for front in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
            if front is not None:
                _lay_over(picture, front.grab())
        self._save(f"{name}-short" if self._size == SHORT else name, picture)
        self._hold_still(still=True)

    def shoot_alone(self, name: str, window: QWidget) -> None:
        """Save another window by itself, as tall and wide as it is."""
        self._sitting.hands.settle()
        self._save(name, window.grab())

    def _is_another(self, view: tuple[str, tuple[int, int]]) -> bool:
        return view[0] != self._look

    def _show(self, look: str, size: tuple[int, int]) -> None:
        if look != self._look:
            self._sitting.wishes.choose_look(look)
        if size != self._size:
            self._sitting.window.resize(*size)
        self._look, self._size = look, size
        self._sitting.hands.settle()
        self._sitting.hands.settle()

    def _save(self, name: str, picture: QPixmap) -> None:
        path = self._folder / f"{name}-{self._look}.png"
        picture.save(str(path), "PNG", _QUICKLY)
        self.taken.append(path)

    def _hold_still(self, *, still: bool) -> None:
        """Between pictures nothing has to be drawn where nobody looks on."""
        if QApplication.platformName() == "offscreen":
            self._sitting.window.setUpdatesEnabled(not still)


def _lay_over(picture: QPixmap, front: QPixmap) -> None:
    ratio = picture.devicePixelRatio()
    left = (picture.width() - front.width()) / 2 / ratio
    top = (picture.height() - front.height()) / 2 / ratio
    with QPainter(picture) as painter:
        painter.drawPixmap(QPoint(round(left), round(top)), front)
