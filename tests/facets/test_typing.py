"""What a type checker sees of a user's facet without pydantic's plugin.

With the plugin `mypy` reads the same file: `files` in pyproject.toml.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

FILE = Path(__file__).parents[1] / "typing" / "facets.py"
CONFIG = """\
[mypy]
strict = True

[mypy-anyio.*,httpx2.*,markdown_it.*,openai.*,opentelemetry.*,rich.*,summarizer.document.*]
follow_imports = skip
"""
"""What a user's facet has nothing to do with is not read: that would be most of the time."""


def test_a_facet_is_typed_under_strict(tmp_path):
    config = tmp_path / "mypy.ini"
    config.write_text(CONFIG, encoding="utf-8")
    command = ["-m", "mypy", "--config-file", config, "--cache-dir", os.devnull, FILE]
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert done.stdout == "Success: no issues found in 1 source file\n"
