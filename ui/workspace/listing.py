"""The list of visits, light enough to be shown before anything heavy is loaded."""

from visitapp.store.summaries import SUMMARIES, VisitSummary, summaries

__all__ = ["SUMMARIES", "VisitSummary", "summaries"]
