"""What no_network lets through and what not."""

import http.client
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from endpoint import Endpoint, completion

from summarizer.cassettes import no_network
from summarizer.errors import CassetteError


def test_this_machine_can_be_reached():
    with no_network(), Endpoint(lambda _: completion("x")) as endpoint:
        host = endpoint.url.removeprefix("http://").removesuffix("/v1")
        connection = http.client.HTTPConnection(host, timeout=10)
        connection.request("POST", "/v1", body="{}")
        assert connection.getresponse().status == 200
        connection.close()


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.com", b"example.com"])
def test_nothing_else_can(host):
    with no_network(), pytest.raises(CassetteError, match="The network is blocked") as caught:
        socket.create_connection((host, 80), timeout=0.1)
    assert "cassette" in caught.value.hint


def test_other_threads_are_held_back_too():
    with no_network(), ThreadPoolExecutor(1) as thread:
        work = thread.submit(socket.create_connection, ("192.0.2.1", 80), 0.1)
        with pytest.raises(CassetteError):
            work.result()


def test_what_was_there_comes_back(monkeypatch):
    reached = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked: reached.append(asked))
    with no_network(), pytest.raises(CassetteError):
        socket.getaddrinfo("example.com", 80)
    socket.getaddrinfo("example.com", 80)
    assert reached == [("example.com", 80)]
