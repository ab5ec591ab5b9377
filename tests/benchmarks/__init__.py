"""How long things take, each beside a floor measured in the same run. Run with `python -m tests.benchmarks`."""
