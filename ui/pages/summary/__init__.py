"""The summary stage: what was found, what is decided, what is agreed, and reading it back."""
