"""Weights from the Hugging Face hub, with a small hub on the loopback address."""

import hashlib
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import forked
import pytest

from summarizer.errors import SettingsError
from summarizer.llm.local import engine, hub
from summarizer.llm.local.engine import engine_for, locate
from summarizer.llm.local.hub import choose

REVISION = "c0ffee" + "0" * 34
WEIGHTS = b"GGUF" + bytes(range(256)) * 40
LARGE = b"GGUF" + os.urandom(25 * 2**20)
"""The client of the hub writes ten megabytes at a time."""

FETCH = """
import sys
from summarizer.errors import SummarizerError
from summarizer.llm.local.hub import fetch
try:
    print(fetch(sys.argv[1]))
except SummarizerError as error:
    sys.exit(f"{type(error).__name__}: {error} {error.hint}")
"""


class Hub:
    """A hub with one repository, ``org/tiny-GGUF``.

    Attributes:
        files: The files of the repository.
        digests: What it says of their digests, where that is not right.
        sizes: What it says of their lengths, where that is not right.
        status: What it answers, and the code of the error.
        stalls_after: Bytes of a file after which the next answer stalls.
        store: Where the files are, if they are elsewhere.
        calls: Path and headers of each request.
        stalled: Set when an answer has stalled.
    """

    def __init__(self):
        self.files = {
            "README.md": b"Tiny.",
            "tiny-Q4_K_M.gguf": WEIGHTS,
            "tiny-Q8_0.gguf": b"GGUF8",
        }
        self.digests = {}
        self.sizes = {}
        self.status = 200
        self.code = ""
        self.stalls_after = None
        self.store = None
        self.calls = []
        self.stalled = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def port(self):
        return self._server.server_address[1]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def info(self):
        files = [
            {"rfilename": name, "size": len(data), "blobId": "0" * 40, **self._lfs(name, data)}
            for name, data in self.files.items()
        ]
        return {"id": "org/tiny-GGUF", "sha": REVISION, "siblings": files}

    def _lfs(self, name, data):
        if not name.endswith(".gguf"):
            return {}
        sha256 = self.digests.get(name) or hashlib.sha256(data).hexdigest()
        return {
            "lfs": {"sha256": sha256, "size": self.sizes.get(name, len(data)), "pointerSize": 130}
        }

    @property
    def fetched(self):
        return [path.rpartition("/")[2] for path, _ in self.calls if "/resolve/" in path]


def handler(this):  # noqa: C901  a class of short methods
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            path = self.path.partition("?")[0]
            headers = {name.lower(): each for name, each in self.headers.items()}
            this.calls.append((path, headers))
            name = path.removeprefix(f"/org/tiny-GGUF/resolve/{REVISION}/")
            if this.status != 200:
                self._send(this.status, b"{}", {"X-Error-Code": this.code})
            elif path == "/api/models/org/tiny-GGUF":
                self._send(200, json.dumps(this.info()).encode(), {})
            elif this.store and name in this.files:
                self._send(302, b"", {"Location": f"{this.store}{path}"})
            elif name in this.files:
                self._send_file(this.files[name])
            else:
                self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"})

        def _send(self, status, body, headers):
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _send_file(self, data):
            start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(data) - start))
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.end_headers()
            if this.stalls_after:
                self.wfile.write(data[start : this.stalls_after])
                this.stalls_after = None
                this.stalled.set()
                self.rfile.read(1)  # until the client is gone
            else:
                self.wfile.write(data[start:])

        def log_message(self, *_):
            pass

    return Handler


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Where the weights are kept."""
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path))
    return tmp_path / "models/hf/org--tiny-GGUF"


@pytest.fixture
def served(here):
    with Hub() as running:
        yield running


def started(served, name, **environment):
    """Fetch in a process of its own: the client of the hub reads its settings when it is loaded."""
    settings = {"HF_ENDPOINT": served.url, "HF_HOME": os.environ["SUMMARIZER_CACHE"] + "/home"}
    return forked.Popen(
        [sys.executable, "-c", FETCH, name],
        env=os.environ | settings | environment,
        stdout=forked.PIPE,
        stderr=forked.PIPE,
    )


def fetched(served, name, **environment):
    """The file that is fetched, or what is said of it."""
    with started(served, name, **environment) as process:
        out, err = process.communicate(timeout=60)
    return out.strip() or err.splitlines()[-1]


def test_the_file_is_fetched_once_and_then_needs_no_hub(served, here):
    path = Path(fetched(served, "org/tiny-GGUF"))

    assert path == here / "tiny-Q4_K_M.gguf"
    assert path.read_bytes() == WEIGHTS
    assert served.fetched == ["tiny-Q4_K_M.gguf"]
    asked = len(served.calls)
    for settings in ({}, {"HF_HUB_OFFLINE": "1"}):
        assert fetched(served, "org/tiny-GGUF", **settings) == str(path)
    assert len(served.calls) == asked
    assert hub.fetch("org/tiny-GGUF") == path, "without the client of the hub, too"


def test_the_quantisation_is_that_which_is_named(served, here):
    assert fetched(served, "org/tiny-GGUF:q8_0") == str(here / "tiny-Q8_0.gguf")


def test_all_parts_are_fetched_and_the_first_is_given(served, here):
    parts = {f"F16/big-F16-0000{n}-of-00002.gguf": b"GGUF" + bytes([n]) for n in (2, 1)}
    served.files |= parts

    assert fetched(served, "org/tiny-GGUF:F16") == str(here / "F16/big-F16-00001-of-00002.gguf")
    assert {name: (here / name).read_bytes() for name in parts} == parts


def test_a_download_that_was_killed_goes_on_where_it_stopped(served, here):
    served.files["tiny-Q4_K_M.gguf"] = LARGE
    served.stalls_after = 23 * 2**20
    with started(served, "org/tiny-GGUF") as process:
        served.stalled.wait(30)
        while not any(each.stat().st_size >= 20 * 2**20 for each in here.glob("*.part")):
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()

    path = Path(fetched(served, "org/tiny-GGUF"))

    assert path.read_bytes() == LARGE
    assert served.calls[-1][1]["range"] == f"bytes={20 * 2**20}-"
    assert list(here.glob("*.part")) == []


def test_a_file_with_another_digest_than_the_hubs_is_not_kept(served, here):
    served.digests["tiny-Q4_K_M.gguf"] = "0" * 64

    said = fetched(served, "org/tiny-GGUF")

    assert said.startswith("LocalModelError: The downloaded tiny-Q4_K_M.gguf is not the file")
    assert not list(here.glob("*.gguf")) + list(here.glob("*.part"))
    served.digests.clear()
    assert fetched(served, "org/tiny-GGUF") == str(here / "tiny-Q4_K_M.gguf")


def test_a_file_of_another_length_than_the_hub_says_is_not_kept(served, here):
    served.sizes["tiny-Q4_K_M.gguf"] = len(WEIGHTS) - 1

    assert "the file that came is not whole" in fetched(served, "org/tiny-GGUF")

    served.sizes.clear()
    assert Path(fetched(served, "org/tiny-GGUF")).read_bytes() == WEIGHTS


def test_a_file_that_has_gone_is_fetched_again(served, here):
    Path(fetched(served, "org/tiny-GGUF")).unlink()

    assert Path(fetched(served, "org/tiny-GGUF")).read_bytes() == WEIGHTS


def test_a_file_that_has_changed_is_fetched_again(served, here):
    path = Path(fetched(served, "org/tiny-GGUF"))
    path.write_bytes(bytes(len(WEIGHTS)))

    assert Path(fetched(served, "org/tiny-GGUF")).read_bytes() == WEIGHTS


def test_the_token_goes_to_the_hub_and_not_to_the_store_of_its_files(served):
    with Hub() as store:
        served.store = f"http://localhost:{store.port}"
        fetched(served, "org/tiny-GGUF", HF_TOKEN="hf_secret")

        assert store.fetched == ["tiny-Q4_K_M.gguf"]
        assert "hf_secret" not in str(store.calls)
    asked = [headers["authorization"] for path, headers in served.calls if "/org/" in path]
    assert asked == ["Bearer hf_secret"] * 2


LACKS = {
    "org/tiny-GGUF:Q2_K": "LocalModelError: org/tiny-GGUF has no GGUF file of the quantisation "
    "'Q2_K'. Its GGUF models are: tiny-Q4_K_M.gguf, tiny-Q8_0.gguf.",
    "org/none": "LocalModelError: The Hugging Face hub does not show org/none. Check the name; for "
    "a private repository set HF_TOKEN.",
    "org--a/b..c": "SettingsError: 'org--a/b..c' names no repository of the Hugging Face hub. Say "
    "hf:ORG/REPO, or hf:ORG/REPO:QUANT with a quantisation such as Q4_K_M.",
}


@pytest.mark.parametrize("name", LACKS)
def test_what_the_hub_does_not_have_is_said_in_a_sentence(name, served):
    assert fetched(served, name) == LACKS[name]


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (403, "GatedRepo", "org/tiny-GGUF is given only to those who have accepted its terms."),
        (401, "RepoNotFound", "The Hugging Face hub does not show org/tiny-GGUF."),
        (
            418,
            "",
            "org/tiny-GGUF could not be fetched: the Hugging Face hub failed with status 418.",
        ),
    ],
)
def test_what_the_hub_refuses_is_said_in_a_sentence(status, code, said, served):
    served.status, served.code = status, code

    assert fetched(served, "org/tiny-GGUF").startswith(f"LocalModelError: {said}")


def test_without_a_network_it_says_so(served):
    assert "HF_HUB_OFFLINE forbids" in fetched(served, "org/tiny-GGUF", HF_HUB_OFFLINE="1")
    nowhere = fetched(served, "org/tiny-GGUF", HF_ENDPOINT="http://127.0.0.1:9")
    assert "the Hugging Face hub was not reached, or broke off." in nowhere


def test_a_name_that_leads_out_of_its_folder_is_refused(served, here):
    served.files = {"../../../../out-Q4_K_M.gguf": WEIGHTS}

    assert "impossible name" in fetched(served, "org/tiny-GGUF")


@pytest.mark.parametrize(
    "name", ["", "tiny", "a/b/c", "a/b:", "a/b:c:d", "../b", "a/b c", "a/b:../c"]
)
def test_other_names_are_no_repositories(name, here):
    with pytest.raises(SettingsError, match="names no repository"):
        locate(f"hf:{name}")


def test_without_the_extra_it_says_what_to_install(here, monkeypatch):
    monkeypatch.setattr(hub.importlib.util, "find_spec", lambda name: name == "xllamacpp" or None)

    with pytest.raises(SettingsError, match="need huggingface_hub") as caught:
        locate("hf:org/tiny-GGUF")
    assert "huggingface_hub>=2.4" in caught.value.hint


def test_the_engine_gets_the_file(served, here, stand_in, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_CACHE", str(here.parents[2]))
    path = Path(fetched(served, "org/tiny-GGUF:Q8_0"))

    assert locate("hf:org/tiny-GGUF:Q8_0") == (path, "tiny-GGUF:Q8_0")
    running = engine_for("hf:org/tiny-GGUF:Q8_0", 100)
    assert (running.path, running.alias) == (path, "tiny-GGUF:Q8_0")
    engine._shared.clear()


NAMES = [
    "m-BF16.gguf",
    "m-IQ4_XS.gguf",
    "m-Q8_0.gguf",
    "sub/m-UD-Q4_K_M.gguf",
    "mmproj-m-Q4_K_M.gguf",
]


@pytest.mark.parametrize(
    ("names", "quant", "chosen"),
    [
        (NAMES, "", ["sub/m-UD-Q4_K_M.gguf"]),
        (NAMES[:3], "", ["m-Q8_0.gguf"]),
        (NAMES[:2], "", ["m-BF16.gguf"]),
        (NAMES[1:], "bf16", []),
        (NAMES, "f16", ["m-BF16.gguf"]),  # as llama.cpp does: it looks for "f16" anywhere
        (NAMES, "UD-Q4_K_M", ["sub/m-UD-Q4_K_M.gguf"]),
        (NAMES, "Q4_K", []),
        (["m.imatrix.gguf", "mmproj.gguf", "m.safetensors"], "", []),
        (
            ["m-00002-of-00002.gguf", "m-00001-of-00002.gguf", "m-00001-of-00003.gguf"],
            "",
            ["m-00001-of-00002.gguf", "m-00002-of-00002.gguf"],
        ),
        ([], "", []),
    ],
)
def test_the_file_is_that_which_llama_cpp_takes(names, quant, chosen):
    assert choose(names, quant) == chosen
