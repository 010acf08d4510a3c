"""``python -m summarizer``: the command line without the installed script."""

import sys

from summarizer.cli import main

sys.exit(main())
