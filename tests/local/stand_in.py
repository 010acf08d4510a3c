"""Stands in for ``summarizer/local/server.py``: the same protocol, and no model.

A model whose file's name starts with ``damaged`` does not load; one that starts with ``crashing``
ends without a word. Every model was trained on 20 000 tokens. A token is a character here, a state
is the prompt, and every answer is the same in each of its fields. What is asked is noted in
``NAME.asked`` beside the model, as lines of JSON. A state that starts with ``crashing`` ends it.
"""

import json
import os
import signal
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

signal.signal(signal.SIGINT, signal.SIG_IGN)
settings = json.loads(sys.stdin.readline())
name = os.path.basename(settings["path"])  # noqa: PTH119  starts faster without pathlib
slots = [""] * settings["slots"]


def complete(body):
    """Answer a question, in the time that lets others come between."""
    prompt = "".join(message["content"] for message in body["messages"])
    slot = body["id_slot"]
    known = len(os.path.commonprefix([prompt, slots[slot]]))  # noqa: RUF071  of two strings
    note(slot=slot, nonce=prompt.partition("ARTICLE ")[2][:8], read=len(prompt) - known)
    time.sleep(0.02)
    slots[slot] = prompt
    fields = json.loads(body["grammar"].partition("%json ")[2])["required"]
    content = json.dumps(dict.fromkeys(fields, "It rained in Quillport."))
    usage = {
        "prompt_tokens": len(prompt),
        "completion_tokens": 9,
        "total_tokens": len(prompt) + 9,
        "prompt_tokens_details": {"cached_tokens": known},
    }
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"model": settings["alias"], "choices": [choice], "usage": usage}


def move(path, filename):
    """Save or restore what a slot has read."""
    slot, _, action = path.removeprefix("/slots/").partition("?action=")
    file = os.path.join(settings["states"], filename)  # noqa: PTH118
    if action == "save":
        with open(file, "x", encoding="utf-8") as state:  # noqa: PTH123
            return {"n_written": state.write(slots[int(slot)])}
    with open(file, encoding="utf-8") as state:  # noqa: PTH123
        slots[int(slot)] = state.read()
    if slots[int(slot)].startswith("crashing"):
        os.abort()
    return {"n_read": len(slots[int(slot)])}


def note(**what):
    """Take note of a request."""
    with open(settings["path"] + ".asked", "a", encoding="utf-8") as file:  # noqa: PTH123
        file.write(json.dumps({"engine": os.getpid(), "slots": len(slots), **what}) + "\n")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        meta = {"n_ctx": settings["context"], "n_ctx_train": 20_000}
        self.reply({"data": [{"id": settings["alias"], "meta": meta}]})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.reply(ANSWERS[self.path.partition("/slots")[1] or self.path](self.path, body))

    def reply(self, data):
        assert self.headers["Authorization"] == f"Bearer {settings['key']}"
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


ANSWERS = {
    "/v1/chat/completions": lambda _, body: complete(body),
    "/slots": lambda path, body: move(path, **body),
    "/tokenize": lambda _, body: {"tokens": [ord(each) for each in body["content"]]},
    "/completion": lambda *_: {"timings": {"prompt_per_second": 1e4, "predicted_per_second": 1e3}},
}

if name.startswith("damaged"):
    sys.exit("0.00.003 E llama_model_load: error loading model: tensors are missing")
if name.startswith("crashing"):
    os.abort()
server = ThreadingHTTPServer(("127.0.0.1", settings["port"]), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
sys.stdout.flush()
sys.stdin.read()
os._exit(0)
