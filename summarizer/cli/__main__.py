"""``python -m summarizer.cli``: the command line without the installed script."""

import sys

from summarizer.cli import main

sys.exit(main())
