"""The page of the day plan on a real vault."""

from contextlib import ExitStack, contextmanager

from stage_desk import vault
from ui_support import shown

from ui.pages.plan import PlanPage


@contextmanager
def plan_pages(qtbot, folder, *, high):
    """Lend a function that shows the page of a visit with these records, so many px high; the vaults are closed at
    the end."""
    with ExitStack() as stack:

        def open_page(*before, high=high, earlier=None, programme=None, **more):
            kept = stack.enter_context(vault(folder, programme, before=before, **more))
            kept.desk.earlier_plan = lambda _visit: earlier
            page = PlanPage(kept.desk, folder / "out")
            page.resize(1208, high)
            return shown(qtbot, page), kept

        yield open_page
