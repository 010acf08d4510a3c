"""``python -m summarizer``: the command line without the installed script."""

import sys

from summarizer.cli import main

if __name__ == "__main__":  # not in a process that reads for another one
    sys.exit(main())
