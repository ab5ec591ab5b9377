"""Start-up only: the window, or one of the commands for scripting."""

import gc
import sys


def main() -> int:
    """Open the app; with words behind it, run a command without a window."""
    if len(sys.argv) > 1:
        from ui.command_line import commands

        commands()
        return 0
    gc.disable()  # nothing made while loading is rubbish, and looking for it takes a tenth of the time
    from ui.app.start import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
