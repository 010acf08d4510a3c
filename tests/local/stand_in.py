"""Stands in for ``summarizer/local/server.py``: the same protocol, and no model.

A model whose file's name starts with ``damaged`` does not load; one that starts with ``crashing``
ends without a word. Every model was trained on 20 000 tokens.
"""

import json
import os
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

signal.signal(signal.SIGINT, signal.SIG_IGN)
settings = json.loads(sys.stdin.readline())
name = os.path.basename(settings["path"])  # noqa: PTH119  starts faster without pathlib


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        assert self.headers["Authorization"] == f"Bearer {settings['key']}"
        meta = {"n_ctx": settings["context"], "n_ctx_train": 20_000}
        body = json.dumps({"data": [{"id": settings["alias"], "meta": meta}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


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
