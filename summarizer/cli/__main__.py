"""``python -m summarizer.cli``: the command line, where the script is not on the path."""

import sys

from summarizer.cli import main

sys.exit(main())
