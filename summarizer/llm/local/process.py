"""The child process that runs ``server.py``: started, asked for its address, and ended."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from summarizer.errors import LocalModelError


def start(server: Path, settings: dict[str, str | int]) -> tuple[subprocess.Popen[str], str]:
    """Start the server; return it with its address once the model is loaded.

    Args:
        server: The script.
        settings: What it is given; ``alias`` names the model in an error.

    Raises:
        LocalModelError: The server ended before the model was loaded.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        process = subprocess.Popen(  # noqa: S603  runs our own script
            [sys.executable, "-P", str(server)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            address = _address(process, settings)
        except BaseException:
            stop(process)
            raise
        if not address:
            stop(process)
            log.seek(0)
            raise LocalModelError(
                f"The model {settings['alias']} does not start: {_cause(log)}.",
                hint="Check the file, free some memory, or use a smaller model; "
                "'summarizer models' lists them.",
            )
        return process, address


def stop(process: subprocess.Popen[str]) -> None:
    """End the server, whatever it is doing."""
    process.kill()
    process.wait()
    for pipe in _pipes(process):
        pipe.close()


def _address(process: subprocess.Popen[str], settings: dict[str, str | int]) -> str:
    """Send the settings; return the answer, or nothing if the server has ended."""
    stdin, stdout = _pipes(process)
    stdin.write(json.dumps(settings) + "\n")
    stdin.flush()
    return stdout.readline().strip()


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("the server is started with pipes")
    return process.stdin, process.stdout


def _cause(log: IO[str]) -> str:
    """Return the first error that llama.cpp logged (``0.00.003 E function: what happened``)."""
    lines = log.read().splitlines()
    errors = [line.partition(" E ")[2] for line in lines if " E " in line]
    return (errors or lines or ["it was ended from outside"])[0].rpartition(": ")[2].rstrip(".")
