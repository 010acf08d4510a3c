"""Asks through a real LiteLLM proxy: every provider that it translates, every fault of our table.

    python -m venv litellm && litellm/bin/pip install 'litellm[proxy]'
    python benchmarks/litellm_proxy.py litellm/bin/litellm

The proxy has an environment of its own, before a server of ours on the loopback address;
nothing leaves the machine. Prints a line for each route and each fault, and what of them works as
without the proxy.
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from bridge import ANSWERS, TEXT  # noqa: E402
from endpoint import Endpoint, Response, completion  # noqa: E402
from faults import HANGING, HARMLESS, LASTING, LEARNT, PASSING, UNUSABLE  # noqa: E402

from summarizer import Settings, summarize  # noqa: E402
from summarizer.errors import SummarizerError  # noqa: E402

TABLE = TESTS.parent / "docs" / "faults.md"
KEY = "made-up-proxy-key"
GIST = json.dumps(ANSWERS["GistAnswer"])
SLOW = {*HANGING, "gigantic", "gzip-bomb"}
"""Faults that would measure the proxy's patience and memory."""

PROVIDERS = (
    "openai hosted_vllm lm_studio deepseek groq mistral openrouter together_ai fireworks_ai xai "
    "cerebras nvidia_nim sambanova moonshot dashscope custom_openai azure anthropic gemini "
    "ollama_chat ollama"
).split()
"""Providers whose requests the proxy writes, each in the provider's own form."""

ADDRESSES = ("/v1", "", "/engines/openai-right", "/openai/deployments/openai-right")
"""What may come before /chat/completions in the proxy's addresses."""


def answer(request: dict[str, Any]) -> Response:
    """Answer in the form of the provider that was asked, or commit the fault that is the model."""
    name = str(request.get("model", "right")).rpartition("/")[2]
    if name in PASSING | LASTING | UNUSABLE:
        return (PASSING | LASTING | UNUSABLE)[name]()
    if name in HARMLESS:
        return HARMLESS[name](completion(GIST))
    if name in LEARNT and (refused := LEARNT[name](request)):
        return refused
    return _native(request) or completion(GIST, service_tier="default")  # Groq's has one


def _native(request: dict[str, Any]) -> Response | None:
    """Google's, Ollama's and Anthropic's own answers, by the shape of the request."""
    if "contents" in request:
        candidate = {
            "content": {"parts": [{"text": GIST}], "role": "model"},
            "finishReason": "STOP",
        }
        used = {"promptTokenCount": 10_000, "candidatesTokenCount": 9, "totalTokenCount": 10_009}
        return _json({"candidates": [candidate], "usageMetadata": used})
    if "options" in request:
        done = {"model": "m", "created_at": "2026-01-01T00:00:00Z", "done": True}
        counted = {"prompt_eval_count": 10_000, "eval_count": 9, "done_reason": "stop"}
        message = {"role": "assistant", "content": GIST}
        return _json(done | counted | {"message": message, "response": GIST})
    if "system" in request or "input_schema" in json.dumps(request):
        return _json(_anthropic(request))
    return None


def _anthropic(request: dict[str, Any]) -> dict[str, Any]:
    tools = request.get("tools")
    part = {"type": "text", "text": GIST}
    if tools:
        made = {"name": tools[0]["name"], "input": ANSWERS["GistAnswer"]}
        part = {"type": "tool_use", "id": "toolu_1", **made}
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": [part],
        "stop_reason": "tool_use" if tools else "end_turn",
        "usage": {"input_tokens": 10_000, "output_tokens": 9},
    }


def _json(body: object) -> Response:
    return Response(json.dumps(body).encode())


def config(url: str, faults: list[str]) -> dict[str, Any]:
    """The proxy's configuration: a model for each provider, and one for each fault."""
    base = url.removesuffix("/v1")
    native = {"anthropic", "gemini", "ollama", "ollama_chat", "azure"}
    models = [
        _model(f"{name}-right", f"{name}/right", base if name in native else url)
        for name in PROVIDERS
    ]
    models += [_model(f"fault-{name}", f"openai/{name}", url) for name in faults]
    return {
        "model_list": models,
        "router_settings": {"num_retries": 0, "disable_cooldowns": True},
        "litellm_settings": {"telemetry": False, "num_retries": 0},
        "general_settings": {"master_key": KEY},
    }


def _model(name: str, model: str, base: str) -> dict[str, Any]:
    asked = {"model": model, "api_base": base, "api_key": "made-up-key", "max_retries": 0}
    if model.startswith("azure"):
        asked["api_version"] = "2024-10-21"
    return {"model_name": name, "litellm_params": asked}


@contextmanager
def proxy(command: Path, settings: dict[str, Any]) -> Iterator[str]:
    """Run the proxy before a configuration, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.yaml"
        path.write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
        words = [command, "--config", path, "--port", str(port), "--host", "127.0.0.1"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        here = os.environ | {"LITELLM_LOCAL_MODEL_COST_MAP": "True"}
        process = subprocess.Popen(list(map(str, words)), env=here, **quiet)  # noqa: S603  the user's
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address)
            yield address
        finally:
            process.terminate()
            process.wait(30)


def _wait(address: str) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            urlopen(f"{address}/health/liveliness", timeout=5).close()  # noqa: S310  our own
        except OSError:
            time.sleep(1)
        else:
            return
    raise SystemExit("The proxy does not start.")


def outcome(base_url: str, model: str) -> str:
    """What comes of an article: ``nothing`` is left out, or the error's name."""
    settings = Settings.of(
        environment={"SUMMARIZER_API_KEY": KEY},
        model=model,
        base_url=base_url,
        strategy="many",
        attempts=2,
    )
    try:
        return "nothing" if summarize(TEXT, settings=settings, facets=("gist",)).gist else "empty"
    except SummarizerError as error:
        return type(error).__name__


def expected() -> dict[str, str]:
    """The outcomes of the table, by the names of faults."""
    rows = re.findall(
        r"^\| `([^`]+)` \| .+ \| (\w+) \| (\w+) \| \d \|$", TABLE.read_text("utf-8"), re.MULTILINE
    )
    return {name: outcome for name, kind, outcome in rows if kind != "item" and name not in SLOW}


def main() -> int:
    """Ask through the proxy."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("litellm", type=Path, help="the proxy's command")
    args = parser.parse_args()
    table = expected()
    with (
        Endpoint(answer) as server,
        proxy(args.litellm, config(server.url, list(table))) as address,
    ):
        routes = {f"provider {name}": (f"{address}/v1", f"{name}-right") for name in PROVIDERS}
        routes |= {
            f"address {each or '/'}": (f"{address}{each}", "openai-right") for each in ADDRESSES
        }
        works = [_report(name, outcome(*route), "nothing") for name, route in routes.items()]
        same = [
            _report(f"fault {name}", outcome(f"{address}/v1", f"fault-{name}"), wanted)
            for name, wanted in table.items()
        ]
    print(f"routes {sum(works)} of {len(works)}; faults {sum(same)} of {len(same)} as without it")
    return 0


def _report(name: str, got: str, wanted: str) -> bool:
    print(f"{name}: {got}" if got == wanted else f"{name}: {got}, not {wanted}", flush=True)
    return got == wanted


if __name__ == "__main__":
    sys.exit(main())
