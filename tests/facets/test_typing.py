"""What a type checker sees of a user's facet, with pydantic's plugin and without it."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

FILE = Path(__file__).parents[1] / "typing" / "facets.py"


@pytest.mark.parametrize("plugins", ["", "plugins = pydantic.mypy\n"], ids=["bare", "plugin"])
def test_a_facet_is_typed_under_strict(plugins, tmp_path):
    config = tmp_path / "mypy.ini"
    config.write_text(f"[mypy]\nstrict = True\n{plugins}", encoding="utf-8")
    command = ["-m", "mypy", "--config-file", config, "--cache-dir", tmp_path / "cache", FILE]
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert done.stdout == "Success: no issues found in 1 source file\n"
