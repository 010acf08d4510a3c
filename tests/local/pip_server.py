"""The real pip at once: loaded in one process, which forks for each command.

``python -m pip`` takes a second of processor time to start, a fork of a process that has loaded it
next to none.
"""

import gc
import json
import os
import socket
import socketserver
import subprocess
import sys
import tempfile
import time

DEVNULL = subprocess.DEVNULL


class Command(socketserver.StreamRequestHandler):
    """Runs one command of pip in a process of its own."""

    def handle(self):
        asked = json.loads(self.rfile.readline())
        os.environ.clear()
        os.environ.update(asked["env"])
        tempfile.tempdir = None  # another may be set
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            try:
                code = main(asked["words"])
            except SystemExit as ended:
                code = ended.code
            sys.stdout.flush()
            sys.stderr.flush()
            answer = {"returncode": code, "stdout": _text(out), "stderr": _text(err)}
        self.wfile.write(json.dumps(answer).encode())


class Server(socketserver.ForkingMixIn, socketserver.UnixStreamServer):
    """Forks for each command."""


def _text(file):
    file.seek(0)
    return file.read().decode(errors="replace")


def run(command, *, env, **_):
    """Stand in for subprocess.run, where the command is one of pip.

    While the file is there that PIP_HELD names, no part comes but the first.
    """
    assert command[:3] == [sys.executable, "-m", "pip"]
    while "part1" not in str(command) and os.path.exists(env.get("PIP_HELD", "")):  # noqa: PTH110
        time.sleep(0.01)
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(os.environ["PIP_SERVER"])
        asking.sendall(json.dumps({"words": command[3:], "env": dict(env)}).encode() + b"\n")
        with asking.makefile() as file:
            answer = json.loads(file.read())
    return subprocess.CompletedProcess(command, **answer)


if __name__ == "__main__":
    from pip._internal.cli.main import main

    # what a download loads is loaded here, once
    main(["download", "--quiet", "--quiet", "--quiet", "--no-index", "nonesuch"])
    gc.freeze()
    with Server(sys.argv[1], Command) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()
