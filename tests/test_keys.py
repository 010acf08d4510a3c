"""Keys go to the host that they belong to, and into no file, log, error or output."""

import asyncio
import json
import logging
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from traceback import TracebackException

import pytest
from bridge import TEXT, answering
from endpoint import Endpoint, Response, failure

from summarizer import Settings, SummarizerError, summarize, summarize_many
from summarizer.cassettes import use
from summarizer.cli import main
from summarizer.errors import AuthenticationError, RequestError, SettingsError
from summarizer.llm import client
from summarizer.settings.choice import choice_of

OWN = "own-key-3f9a"
IN_ADDRESS = "key-in-address-77c1"
IN_HEADER = "key-in-header-90ab"
SCHEME = "Bearer"
OPENAIS = {
    "OPENAI_API_KEY": "openai-key-51d0",
    "OPENAI_ADMIN_KEY": "openai-admin-key-88aa",
    "OPENAI_ORG_ID": "openai-org-19e2",
    "OPENAI_PROJECT_ID": "openai-project-42b7",
    "OPENAI_CUSTOM_HEADERS": "\n".join(
        ["X-Custom: openai-custom-06f3", f"authorization: {SCHEME} openai-head-5e5e"]
    ),
    "OPENAI_WEBHOOK_SECRET": "openai-webhook-00d1",
}
SECRETS = re.findall(r"openai-\w+-\w+(?:-\w+)?", str(OPENAIS))
ELSEWHERE = [
    "http://api.openai.com/v1",
    "https://api.openai.com:8443/v1",
    "https://api.openai.com.evil.example/v1",
    "https://evil.example/api.openai.com/v1",
    "https://notapi.openai.com.evil.example",
    "https://evil.example/?https://api.openai.com/v1",
]


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """Set every variable of OpenAI's, and leave the folder of the repository."""
    for name, value in OPENAIS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def endpoint():
    with Endpoint(answering()) as server:
        yield server


def ask(endpoint, **given):
    return summarize(TEXT, **{"model": "m", "base_url": endpoint.url, "facets": ["gist"]} | given)


def sent_to(base_url, **given):
    """Return the headers that would leave for an address, at the connection itself."""
    seen = {}

    async def wire(request, _):
        import httpx2

        seen.update(request.headers)
        return httpx2.Response(400, json={"error": {"message": "no"}}, request=request)

    async def run():
        from summarizer.llm.base import Request

        settings = Settings.of(model="m", base_url=base_url, attempts=1, **given)
        model = client.OpenAIModel(client.Endpoint.of(choice_of(settings, 1)), wire=wire)
        with pytest.raises(RequestError):
            await model.answer(Request([{"role": "user", "content": "?"}], "Gist", {}, 9))
        await model.aclose()

    asyncio.run(run())
    return seen


def test_nothing_of_openai_s_leaves_for_another_host(environment, endpoint):
    assert len(SECRETS) == 7
    ask(endpoint)

    sent = str(endpoint.headers) + str(endpoint.requests)
    assert endpoint.keys == {""}
    assert not [secret for secret in SECRETS if secret in sent]


@pytest.mark.parametrize("base_url", ELSEWHERE)
def test_a_host_that_looks_like_openai_s_gets_nothing_of_it(base_url, environment):
    sent = sent_to(base_url)

    assert "authorization" not in sent
    assert not [secret for secret in SECRETS if secret in str(sent)]


@pytest.mark.parametrize("host", ["api.openai.com", "eu.api.openai.com"])
def test_openai_s_own_host_gets_what_is_its(host, environment):
    sent = sent_to(f"https://{host}/v1")

    assert sent["openai-organization"] == OPENAIS["OPENAI_ORG_ID"]
    assert sent["openai-project"] == OPENAIS["OPENAI_PROJECT_ID"]
    assert sent["x-custom"] == "openai-custom-06f3"


def test_openai_s_own_host_gets_its_key(environment, monkeypatch):
    monkeypatch.delenv("OPENAI_CUSTOM_HEADERS")

    assert sent_to("https://api.openai.com/v1")["authorization"] == "Bearer openai-key-51d0"


@pytest.mark.parametrize("how", ["variable", "argument", "settings"])
def test_the_key_of_ours_goes_to_the_address_that_is_given(how, environment, endpoint, monkeypatch):
    given = {}
    if how == "variable":
        monkeypatch.setenv("SUMMARIZER_API_KEY", OWN)
        monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://another.example/v1")
    elif how == "argument":
        given["api_key"] = OWN
    else:
        given["settings"] = Settings(model="m", base_url=endpoint.url, api_key=OWN)
    ask(endpoint, **given)

    assert endpoint.keys == {f"Bearer {OWN}"}


def test_many_articles_take_a_key_as_well(environment, endpoint):
    given = {"model": "m", "base_url": endpoint.url, "facets": ["gist"], "api_key": OWN}
    [outcome] = summarize_many([TEXT], **given)

    assert outcome.summary
    assert endpoint.keys == {f"Bearer {OWN}"}


def test_a_key_does_not_go_along_to_another_host():
    settings = Settings(
        model="m", base_url="https://a.example/v1", api_key=OWN, extra_headers={"api-key": OWN}
    )

    same = settings.changed(base_url="https://a.example/v2")
    other = settings.changed(base_url="https://b.example/v1")
    later = settings.changed(model="local").changed(model="m", base_url="https://b.example/v1")

    assert same.api_key.get_secret_value() == OWN
    for settings in (other, later):
        assert (settings.api_key, settings.extra_headers) == (None, {})


def test_the_key_of_a_file_stays_with_the_address_of_the_file(environment, tmp_path, monkeypatch):
    (tmp_path / "summarizer.toml").write_text(
        f'model = "m"\nbase_url = "https://a.example/v1"\napi_key = "{OWN}"\n'
        f'extra_headers = {{ "api-key" = "{OWN}" }}\n'
    )

    assert Settings.of().api_key.get_secret_value() == OWN
    moved = Settings.of(base_url="https://b.example/v1")
    monkeypatch.setenv("SUMMARIZER_MODEL", "local")
    later = Settings.of(model="m", base_url="https://b.example/v1")
    for settings in (moved, later):
        assert (settings.api_key, settings.extra_headers) == (None, {})


def test_a_redirect_takes_no_key_along(environment, endpoint):
    there = Response(b"", 307, {"Location": f"{endpoint.url}/chat/completions"})
    with Endpoint(lambda _: there) as first, pytest.raises(RequestError, match="redirects"):
        ask(first, api_key=OWN)

    assert endpoint.requests == []


class Proxy:
    """A proxy that notes what it is told, and connects nobody."""

    def __init__(self):
        seen = self.seen = []

        class Handler(BaseHTTPRequestHandler):
            def refuse(self):
                seen.append((self.command, self.path, dict(self.headers)))
                self.send_response(502)
                self.send_header("Content-Length", "0")
                self.end_headers()
                self.close_connection = True

            do_CONNECT = do_POST = refuse  # noqa: N815

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self):
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def proxy(monkeypatch):
    with Proxy() as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, server.url)
            monkeypatch.setenv(name.lower(), server.url)
        yield server


def test_a_proxy_of_https_sees_the_host_and_no_key(environment, proxy):
    address = f"https://endpoint.invalid/v1?key={IN_ADDRESS}"
    settings = Settings(model="m", base_url=address, api_key=OWN, attempts=1)
    with pytest.raises(SummarizerError):
        summarize(TEXT, settings=settings, facets=["gist"])

    assert [(command, path) for command, path, _ in proxy.seen] == [
        ("CONNECT", "endpoint.invalid:443")
    ]
    seen = str(proxy.seen)
    assert not [key for key in (OWN, IN_ADDRESS, *SECRETS) if key in seen]


def test_this_machine_is_asked_through_no_proxy(environment, proxy, endpoint):
    ask(endpoint, api_key=OWN)

    assert proxy.seen == []
    assert endpoint.keys == {f"Bearer {OWN}"}


@pytest.mark.parametrize(
    ("end", "path"),
    [
        ("?api-version=2024-10-21", "/v1/chat/completions?api-version=2024-10-21"),
        ("/chat/completions", "/v1/chat/completions"),
        ("/chat/completions/?a=1&b=x%26y", "/v1/chat/completions?a=1&b=x%26y"),
        ("/#top", "/v1/chat/completions"),
    ],
)
def test_a_query_stays_behind_the_path(end, path, environment, endpoint):
    ask(endpoint, base_url=endpoint.url + end)

    assert set(endpoint.paths) == {path}


def test_extra_headers_query_and_body_are_sent(environment, endpoint):
    settings = Settings(
        model="m",
        base_url=endpoint.url + "?a=1",
        extra_headers={"X-Title": "Newsroom"},
        extra_query={"b": "2"},
        extra_body={"top_p": 0.5, "temperature": 0.3},
    )
    summarize(TEXT, settings=settings, facets=["gist"])

    assert endpoint.paths == ["/v1/chat/completions?a=1&b=2"]
    assert endpoint.headers[0]["x-title"] == "Newsroom"
    assert (endpoint.requests[0]["top_p"], endpoint.requests[0]["temperature"]) == (0.5, 0.3)


def test_a_header_may_take_the_place_of_the_key(environment, endpoint):
    settings = {"extra_headers": {"authorization": "Basic dXNlcg=="}, "api_key": OWN}
    ask(endpoint, settings=Settings(model="m", base_url=endpoint.url, **settings))

    assert endpoint.keys == {"Basic dXNlcg=="}


def echoing(request):
    """Refuse the key, and repeat it."""
    body = {"error": {"message": f"Wrong key {IN_ADDRESS} or {OWN}.", "code": "wrong_key"}}
    return Response(json.dumps(body).encode(), 401)


def test_keys_are_in_no_error_even_if_the_endpoint_repeats_them(environment):
    with Endpoint(echoing) as server, pytest.raises(AuthenticationError) as caught:
        ask(server, base_url=f"{server.url}?key={IN_ADDRESS}", api_key=OWN)

    told, error = "", caught.value
    while error:
        told += f"{error} {error!r} {getattr(error, 'body', '')}"
        error = error.__cause__ or error.__context__
    assert "Wrong key" in told
    assert not [key for key in (OWN, IN_ADDRESS) if key in told]


class Unshown(dict):
    """What a caller holds: its own local variables are no concern of the library."""

    def __repr__(self):
        return "given"


def shown_with_locals(**given):
    """Return a traceback as pytest --showlocals, Sentry or rich show it."""
    given = Unshown(given)
    with pytest.raises(SummarizerError) as caught:
        summarize(TEXT, **given)
    shown = TracebackException.from_exception(caught.value, capture_locals=True)
    return "".join(shown.format())


@pytest.mark.parametrize("answer", [echoing, lambda _: Response(b"", cut=True), None])
def test_keys_are_in_no_traceback_with_locals(environment, answer):
    with Endpoint(answer or echoing) as server:
        address = server.url if answer else "http://127.0.0.1:9/v1"
        told = shown_with_locals(
            api_key=OWN,
            settings=Settings(
                model="m",
                base_url=address,
                attempts=1,
                extra_headers={"x-api-key": IN_HEADER},
                extra_query={"key": IN_ADDRESS},
            ),
        )
    assert "api_key = '**********'" in told
    assert not [key for key in (OWN, IN_HEADER, IN_ADDRESS) if key in told]


def test_a_key_that_cannot_be_sent_is_in_no_traceback_with_locals(environment):
    assert "s3cret" not in shown_with_locals(
        model="m", base_url="http://a.example", api_key="s3cret-é"
    )


def test_keys_are_in_no_file_log_or_output(environment, endpoint, tmp_path, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    for name in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    (tmp_path / "a.txt").write_text(TEXT)
    address = ["--model", "m", "--base-url", f"{endpoint.url}?key={IN_ADDRESS}"]
    key = ["--header", f"x-api-key: {OWN}", "--facets", "gist", "-vv"]

    assert main(["batch", "a.txt", "-o", "out.jsonl", "--cache", "cache.db", *address, *key]) == 0
    assert main(["run", "--json", "a.txt", *address, *key]) == 0
    with use(tmp_path / "cassette.yaml", record=True):
        ask(endpoint, base_url=address[-1], settings=Settings(extra_headers={}))
    settings = Settings(model="m", base_url=address[-1], extra_headers={"x-api-key": OWN})

    (tmp_path / "settings.json").write_text(settings.model_dump_json() + repr(settings))
    assert endpoint.headers[0]["x-api-key"] == OWN
    assert endpoint.paths[0].endswith(f"?key={IN_ADDRESS}")
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    shown = "".join(capfd.readouterr()) + caplog.text
    assert "asks: " in shown
    for each in (OWN, IN_ADDRESS):
        assert each.encode() not in written
        assert each not in shown


def test_a_batch_does_not_go_on_with_another_body_and_does_not_show_it(
    environment, endpoint, tmp_path, capsys
):
    (tmp_path / "a.txt").write_text(TEXT)
    given = ["batch", "a.txt", "-o", "out.jsonl", "--model", "m", "--base-url", endpoint.url]

    def batch(top_p, *words):
        body = json.dumps({"top_p": top_p, "key": OWN})
        return main([*given, "--facets", "gist", "--extra-body", body, *words])

    assert (batch(0.5), batch(0.5, "--resume"), batch(0.6, "--resume")) == (0, 0, 2)
    assert "extra_body was 'sha256:" in capsys.readouterr().err
    assert OWN not in (tmp_path / "out.manifest.json").read_text()


def test_a_wrong_key_is_not_shown_by_the_settings():
    with pytest.raises(SettingsError, match="api_key") as caught:
        Settings(api_key="s3cret-é")

    assert "s3cret" not in str(caught.value)


def test_without_a_key_none_is_sent(endpoint):
    ask(endpoint)

    assert endpoint.keys == {""}


def test_a_refused_key_says_where_the_key_is_read(environment):
    with Endpoint(lambda _: failure(401)) as server, pytest.raises(AuthenticationError) as caught:
        ask(server)

    assert "SUMMARIZER_API_KEY" in caught.value.hint
