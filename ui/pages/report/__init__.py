"""The report: every section on one page, what it rests on, and the way out to Word."""

from ui.pages.report.page import ReportPage

__all__ = ["ReportPage"]
