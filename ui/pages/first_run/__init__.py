"""Making a vault of one's own, or looking around first."""
