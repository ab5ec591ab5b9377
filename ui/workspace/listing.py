"""The list of visits, light enough to be shown before anything heavy is loaded."""

from visitapp.store.summaries import VisitSummary, listed

__all__ = ["VisitSummary", "listed"]
