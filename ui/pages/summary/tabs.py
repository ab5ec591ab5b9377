"""Codes of the tabs, as places name them."""

FINDINGS = "findings"
EXCELLENCE = "excellence"
MEASURES = "measures"
JUDGEMENT = "judgement"
ACTIONS = "actions"
READ_BACK = "readback"
