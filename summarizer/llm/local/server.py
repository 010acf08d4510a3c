"""The process that holds the model: llama.cpp's server, alive for as long as its standard input.

Started by :mod:`summarizer.llm.local.engine` as a script of its own, because llama.cpp ends the
whole process when it runs out of memory, and waits for ever when it is stopped during a request.
Reads its settings, key included, as one line of JSON; answers with its address, or with nothing and
the reason on standard error. Imports nothing of the library.
"""

import json
import os
import signal
import sys
from typing import Any

ERRORS_ONLY = 1
PROMPT_CACHE_MIB = 256
"""Memory for the prompts of slots that have moved on to another; llama.cpp would take 8 GiB."""


def parameters(settings: dict[str, Any]) -> Any:
    """Return llama.cpp's parameters for the settings that the engine sent."""
    import xllamacpp  # noqa: PLC0415  only this process has it

    params = xllamacpp.CommonParams()
    params.model.path = settings["path"]
    params.model_alias = [settings["alias"]]  # a bare string would be read as a set of letters
    params.api_keys = [settings["key"]]
    params.hostnames = ["127.0.0.1"]
    params.port = settings["port"]
    params.n_ctx = settings["context"] * settings["slots"]
    params.n_parallel = settings["slots"]
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = settings["threads"]
    params.cache_ram_mib = PROMPT_CACHE_MIB
    if settings["states"]:
        params.slot_save_path = os.path.join(settings["states"], "")  # noqa: PTH118  it wants the slash
    params.verbosity = ERRORS_ONLY
    params.cors_origins = ""
    params.ui = False
    return params


def main() -> None:
    """Serve until standard input ends, which it does when the engine's process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the engine's process
    os.umask(0o077)  # what it writes is the user's alone
    settings = json.loads(sys.stdin.readline())
    # Threads that spin while they wait stop the server when another program wants a
    # core; OpenMP reads this when xllamacpp is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    import xllamacpp  # noqa: PLC0415

    try:
        server = xllamacpp.Server(parameters(settings))
    except RuntimeError as error:
        sys.exit(str(error))
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()
    os._exit(0)  # without the destructor, which waits for requests that will not end


if __name__ == "__main__":
    main()
