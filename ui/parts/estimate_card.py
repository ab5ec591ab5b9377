"""The graded judgements a programme asks for, each with its reasoning and the views of the team."""

from ui.parts.estimate_choice import EstimateEditor
from ui.widgets.layout import Line, column
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk


class EstimateCard(Card):
    """Every estimate of the framework; having none is an answer like any other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        title = self.tr("Estimates")
        self.editors = [EstimateEditor(desk, one) for one in desk.record.framework.judgement.estimates]
        yours = Text(self.tr("Yours to make. The app never scores them."), "caption", "text2", wrap=True)
        layout = column(Text(title, "heading"), yours, spacing=4, margins=(18, 14, 16, 16))
        for number, editor in enumerate(self.editors):
            layout.addSpacing(8)
            if number:
                layout.addWidget(Line())
                layout.addSpacing(8)
            layout.addWidget(editor)
        self.setLayout(layout)
        self.setAccessibleName(title)

    def editor(self, key: str) -> EstimateEditor | None:
        """Return the editor of the estimate that is answered under `key`, None when there is none."""
        return next((one for one in self.editors if one.key == key), None)

    def refresh(self) -> None:
        """Show what the record holds."""
        for editor in self.editors:
            editor.refresh()
