"""Codes of the tabs, as places name them."""

FINDINGS = "findings"
JUDGEMENT = "judgement"
ACTIONS = "actions"
READ_BACK = "readback"
