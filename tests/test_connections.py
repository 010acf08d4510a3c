"""Connections that cannot be made: told in one sentence, and no concern of the embedded model."""

import shutil
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from bridge import TEXT

from summarizer import Settings, summarize
from summarizer.errors import EndpointError, MissingExtraError, SettingsError
from summarizer.llm import http
from summarizer.llm.client import Endpoint, OpenAIModel


@pytest.fixture(autouse=True)
def certificates_are_read_anew():
    http.trusted.cache_clear()
    yield
    http.trusted.cache_clear()


def ask(url="http://endpoint.invalid/v1"):
    settings = Settings(model="m", base_url=url, strategy="many", attempts=3)
    return summarize(TEXT, settings=settings, facets=("gist",))


NOWHERE = {
    "socks": ("ALL_PROXY", "socks5://127.0.0.1:9", MissingExtraError, "'socksio'"),
    "proxy": ("HTTP_PROXY", "ftp://127.0.0.1:9", SettingsError, "proxy"),
    "certificates": ("SSL_CERT_FILE", "/none/such.pem", SettingsError, "SSL_CERT_FILE"),
}


@pytest.mark.parametrize(("name", "value", "kind", "said"), NOWHERE.values(), ids=NOWHERE)
def test_what_the_environment_spoils_is_told(monkeypatch, name, value, kind, said):
    monkeypatch.setenv(name, value)
    monkeypatch.setitem(sys.modules, "socksio", None)  # as where it is not installed

    with pytest.raises(kind, match=said) as told:
        ask()

    assert told.value.hint
    assert type(told.value) is kind
    assert told.value.__cause__ is not None


def test_the_embedded_model_minds_none_of_it(monkeypatch):
    for name, value, *_ in NOWHERE.values():
        monkeypatch.setenv(name, value)

    endpoint = Endpoint("http://127.0.0.1:9/v1", "m", "", embedded=True)

    assert OpenAIModel(endpoint)._client


class Untrusted:
    """A server that shows a certificate which it has made itself, and counts who asks."""

    def __init__(self, folder):
        files = [folder / "cert.pem", folder / "key.pem"]
        names = "/CN=127.0.0.1"
        command = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
        ]
        command += ["-nodes", "-days", "1", "-subj", names]
        made = ["-out", str(files[0]), "-keyout", str(files[1])]
        subprocess.run([*command, *made], check=True, capture_output=True)
        self.greeted = 0
        self._server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(*files)
        self._server.get_request = self._greet
        self._server.handle_error = lambda *_: None
        self.url = f"https://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def _greet(self):
        connection, address = self._server.socket.accept()
        self.greeted += 1
        return self._context.wrap_socket(connection, server_side=True), address

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_a_certificate_that_is_not_trusted_is_told_at_once(tmp_path):
    with (
        Untrusted(tmp_path) as server,
        pytest.raises(EndpointError, match="not trusted: self") as told,
    ):
        ask(server.url)

    assert server.greeted == 1
    assert "SSL_CERT_FILE" in told.value.hint
