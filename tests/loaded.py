"""What processes that are forked need not load: a batch is run once with all that it needs."""

import gc
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest  # noqa: F401
from endpoint import Endpoint, completion

import summarizer.batch.remote
import summarizer.storage.cache  # noqa: F401
from summarizer.cli import main

with (
    TemporaryDirectory() as folder,
    Endpoint(lambda _: completion('{"gist": "It rained."}')) as endpoint,
    redirect_stderr(StringIO()),
):
    (Path(folder) / "a.txt").write_text("It rained in Oslo.", encoding="utf-8")
    words = ["batch", f"{folder}/a.txt", "-o", f"{folder}/out.jsonl", "--facets", "gist"]
    main([*words, "--strategy", "many", "--model", "m", "--base-url", endpoint.url])
gc.freeze()
