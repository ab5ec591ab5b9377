"""What the school sent back: each change and comment beside what was sent, and a verdict on it."""
