import asyncio
import gzip
import time
import tracemalloc
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
from endpoint import Endpoint, completion

from summarizer.article import Article
from summarizer.cli import main
from summarizer.errors import ArticleError
from summarizer.schema import Summary
from summarizer.sources import address, read, web

PAGE = (
    "<!DOCTYPE html><html><head><title>Swan stops train</title></head><body><article>"
    "<h1>Swan stops train</h1><p>A swan stopped a train near Saltmarsh for forty minutes on "
    "Monday morning, and nobody was hurt.</p><p>“It would not move,” said the driver, Olu "
    "Brandt. “So we waited until it had finished with its reeds.”</p></article></body></html>"
)

FEED = (
    "<rss version='2.0'><channel><item><title>A</title><description>B</description></item>"
    "</channel></rss>"
)


def one(url: str) -> Article:
    (article,) = read(url, allow_private=True)
    return article


def refusal(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(ArticleError) as caught:
        list(read(url, allow_private=allow_private))
    assert caught.value.hint
    return str(caught.value)


@pytest.fixture
def only_home_is_public(monkeypatch):
    """Let 127.0.0.1 pass for a public address, and it alone."""
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1")


def test_a_page_is_read_with_its_address(site):
    url = site.puts("/swan", PAGE)
    article = one(url)
    assert article.text.startswith("Swan stops train\n\nA swan stopped a train")
    assert "“It would not move,” said the driver, Olu Brandt." in article.text
    assert (article.url, article.source) == (url, url)
    assert site.agents == [web._HEADERS["User-Agent"]] * 2
    assert web._HEADERS["User-Agent"].startswith("summarizer/0.")


def test_the_command_reads_a_page_and_keeps_what_it_tells(site, capsys):
    url = site.puts("/swan", PAGE.replace("<head>", '<head><meta name="author" content="Bo Ek">'))
    with Endpoint(lambda _: completion('{"speaker": "Olu Brandt"}')) as endpoint:
        place = ["--model", "made-up", "--base-url", endpoint.url, "--facets", "quotes"]
        assert main(["run", "--json", *place, url]) == 1
        assert "Pass --allow-private" in capsys.readouterr().err
        assert main(["run", "--json", "--strategy", "many", *place, "--allow-private", url]) == 0
    summary = Summary.model_validate_json(capsys.readouterr().out)
    assert (summary.article.url, summary.article.author) == (url, "Bo Ek")
    assert [quote.speaker_name for quote in summary.quotes] == ["Olu Brandt"] * 2


def test_a_page_is_read_while_an_event_loop_runs(site):
    async def notebook() -> Article:
        return one(site.puts("/swan", PAGE))

    assert asyncio.run(notebook()).title == "Swan stops train"


def test_compressed_pages_are_read(site):
    assert one(site.puts("/z", gzip.compress(PAGE.encode()), Content_Encoding="gzip")).text


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252"])
def test_what_calls_itself_latin_keeps_its_quotation_marks(site, charset):
    data = PAGE.encode("cp1252")
    assert (
        "“It would not move,”" in one(site.puts("/l", data, f"text/html; charset={charset}")).text
    )


@pytest.mark.parametrize(
    ("path", "told", "body", "texts"),
    [
        ("/a.txt", "text/plain", "Rain\n\nIt rained.\n", ["Rain\n\nIt rained.\n"]),
        ("/a.md", "text/plain", "# Rain\n\nIt *rained*.", ["Rain\n\nIt rained."]),
        ("/a", "text/markdown", "# Rain\n\nIt *rained*.", ["Rain\n\nIt rained."]),
        ("/a", "application/x-ndjson", '{"text":"One."}\n{"text":"Two."}', ["One.", "Two."]),
        ("/rss", "text/html", FEED, ["A\n\nB"]),
    ],
)
def test_other_kinds_are_read(site, path, told, body, texts):
    url = site.puts(path, body, told)
    assert [article.text for article in read(url, allow_private=True)] == texts


# Places


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.1",
        "0.0.0.0",
        "localhost",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "[ff02::1]",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "127。0。0。1",
        "169.254.169.254",
        "100.100.100.200",
        "224.0.0.1",
        "255.255.255.255",
    ],
)
def test_inner_addresses_are_refused_however_they_are_written(site, host):
    message = refusal(site.url("/", host), allow_private=False)
    assert "not on the public network" in message
    assert site.asked == []


@pytest.mark.parametrize("host", ["0177.0.0.1", "①②⑦.0.0.1"])
def test_what_only_resembles_an_address_is_refused(site, host):
    assert "cannot be fetched: Invalid" in refusal(site.url("/", host))
    location = site.url("/", host).encode().decode("latin-1")
    refusal(site.redirects("/out", location), allow_private=True)
    assert site.asked == ["/robots.txt", "/out"]


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("192.0.43.8", True),
        ("2620:0:2d0:200::8", True),
        ("::ffff:192.0.43.8", True),
        ("64:ff9b::c000:2b08", True),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::1", False),
        ("2001:0:1:2:3:4:80ff:fffe", False),
        ("fec0::1", False),
        ("::127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("240.0.0.1", False),
    ],
)
def test_public_addresses_are_told_from_inner_ones(ip, public):
    assert address.is_public(ip) is public


def test_a_name_with_one_inner_address_is_refused(site, monkeypatch):
    found = [(0, 0, 0, "", (ip, 80)) for ip in ("192.0.43.8", "10.0.0.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    assert "10.0.0.1" in refusal("http://news.example/", allow_private=False)


@pytest.mark.usefixtures("only_home_is_public")
def test_a_name_is_looked_up_once_and_the_checked_address_is_visited(site, names):
    site.puts("/robots.txt", "")
    site.puts("/swan", PAGE)
    # The page's own look-up, then the one for robots.txt; a third would lead elsewhere.
    names["news.example"] = ["127.0.0.1", "127.0.0.1", "127.0.0.9"]
    (article,) = read(site.url("/swan", "news.example"))
    assert article.title == "Swan stops train"
    assert set(site.hosts) == {f"news.example:{site.port}"}
    assert names["news.example"] == ["127.0.0.9"]


@pytest.mark.usefixtures("only_home_is_public")
def test_a_name_that_turns_inward_is_refused(site, names):
    names["news.example"] = ["127.0.0.1", "10.0.0.1"]
    message = refusal(site.url("/swan", "news.example"), allow_private=False)
    assert "10.0.0.1" in message
    assert site.asked == []


def test_the_next_address_is_tried_where_the_first_does_not_answer(site, monkeypatch):
    found = [(0, 0, 0, "", (ip, site.port)) for ip in ("127.0.0.2", "127.0.0.1")]
    site.puts("/swan", PAGE)
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    assert one(site.url("/swan", "news.example")).text


def test_an_unknown_host_is_named():
    assert "'nowhere.invalid' is unknown" in refusal("http://nowhere.invalid/")


def test_a_host_that_does_not_answer_is_told(site):
    assert "cannot be fetched" in refusal("http://127.0.0.1:1/")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://127.0.0.1/a", "http://", "gopher://x"]
)
def test_other_schemes_are_refused(url):
    assert "not an http or https URL" in refusal(url)


@pytest.mark.parametrize("port", ["0", "65536", "99999999999999999999"])
def test_what_is_no_port_is_refused(port):
    assert "port" in refusal(f"http://127.0.0.1:{port}/")


def test_credentials_are_refused_and_not_repeated(site):
    message = refusal(f"http://jo:secret@127.0.0.1:{site.port}/")
    assert "contains a user name" in message
    assert "secret" not in message


# Redirects


def test_five_redirects_are_followed(site):
    for step in range(5):
        site.redirects(f"/{step}", f"/{step + 1}")
    site.puts("/5", PAGE)
    assert one(site.url("/0")).url == site.url("/5")


@pytest.mark.usefixtures("only_home_is_public")
@pytest.mark.parametrize("host", ["127.0.0.2", "[::1]", "2130706434"])
def test_a_redirect_inward_is_refused(site, host):
    url = site.redirects("/out", site.url("/in", host))
    assert "not on the public network" in refusal(url, allow_private=False)
    assert "/in" not in site.asked


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "data:text/plain,a"])
def test_a_redirect_to_another_scheme_is_refused(site, target):
    assert "not an http or https URL" in refusal(site.redirects("/out", target))


def test_a_redirect_to_credentials_is_refused(site):
    url = site.redirects("/out", f"http://a:b@127.0.0.1:{site.port}/")
    assert "contains a user name" in refusal(url)


def test_redirects_without_end_are_refused(site):
    assert "More than 5 redirects" in refusal(site.redirects("/loop", "/loop"))
    assert site.asked.count("/loop") == 6


# Size and time


def seconds_and_peak(url: str) -> tuple[str, float, int]:
    tracemalloc.start()
    begun = time.monotonic()
    message = refusal(url)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return message, time.monotonic() - begun, peak


def test_a_stream_without_end_is_cut(site):
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.closing.is_set():
            handler.wfile.write(b"<p>more</p>" * 10_000)

    site.answers["/endless"] = endless
    message, seconds, peak = seconds_and_peak(site.url("/endless"))
    assert "longer than 10 MB" in message
    assert seconds < 20
    assert peak < 40_000_000


@pytest.mark.parametrize("layers", [1, 2])
def test_a_compression_bomb_is_cut(site, layers):
    packer = zlib.compressobj(1, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    coding = "gzip"
    if layers == 2:
        bomb, coding = gzip.compress(bomb), "gzip, gzip"
    url = site.puts("/bomb", bomb, Content_Encoding=coding)
    message, seconds, peak = seconds_and_peak(url)
    assert "longer than 10 MB" in message
    assert seconds < 20
    assert peak < 40_000_000


def drip(site, handler: BaseHTTPRequestHandler) -> None:
    while not site.closing.wait(0.02):
        handler.wfile.write(b"x")
        handler.wfile.flush()


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\n"])
def test_a_slow_answer_is_cut(site, monkeypatch, head):
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        if not head.endswith(b" "):
            handler.wfile.write(b"Content-Type: text/html\r\n\r\n")
        drip(site, handler)

    site.answers["/slow"] = slow
    monkeypatch.setattr(web, "MAX_SECONDS", 0.4)
    message, seconds, _ = seconds_and_peak(site.url("/slow"))
    assert "took longer than" in message
    assert seconds < 10


def test_a_slow_robots_txt_is_cut(site, monkeypatch):
    site.answers["/robots.txt"] = lambda handler: drip(site, handler)
    monkeypatch.setattr(web, "MAX_SECONDS", 0.4)
    assert "took longer than" in refusal(site.puts("/swan", PAGE))


# Types


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("text/html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("text/html", b"%PDF-1.7 ..."),
        ("application/pdf", PAGE.encode()),
        ("text/plain", b"PK\x03\x04\x14\0\0\0"),
    ],
)
def test_a_server_that_lies_about_the_type_is_not_believed(site, told, body):
    assert "though its server says so" in refusal(site.puts("/lie", body, told))


@pytest.mark.parametrize("told", ["image/png", "application/octet-stream", "video/mp4", ""])
def test_other_types_are_refused_unread(site, told):
    assert "not a text that can be read" in refusal(site.puts("/x", bytes(100), told))


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis"])
def test_text_that_is_not_in_the_told_encoding_is_refused(site, charset):
    url = site.puts("/t", "Naïve “words”".encode("cp1252"), f"text/plain; charset={charset}")
    assert f"is not in {charset!r}" in refusal(url)


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (503, "503 Service")])
def test_an_error_of_the_server_is_told(site, status, words):
    assert words in refusal(site.puts("/gone", PAGE, status=status))


def test_broken_compression_is_told(site):
    url = site.puts("/z", b"not gzip at all", Content_Encoding="gzip")
    assert "cannot be fetched" in refusal(url)


def test_a_broken_answer_is_told(site):
    site.answers["/odd"] = lambda handler: handler.wfile.write(b"220 mail.example ESMTP\r\n")
    assert "cannot be fetched" in refusal(site.url("/odd"))


# Courtesy


def test_robots_txt_is_respected(site):
    site.puts("/robots.txt", "User-agent: summarizer\nDisallow: /private\n", "text/plain")
    assert "forbids" in refusal(site.puts("/private/a", PAGE))
    assert one(site.puts("/open", PAGE)).text
    assert site.asked == ["/robots.txt", "/open"]


def test_robots_txt_is_read_as_the_standard_says(site):
    rules = "User-agent: *\nDisallow: /*?\nDisallow: /news\nAllow: /news/open\n"
    site.puts("/robots.txt", rules, "text/plain")
    assert "forbids" in refusal(site.puts("/a?page=2", PAGE))
    assert "forbids" in refusal(site.puts("/news/a", PAGE))
    assert one(site.puts("/news/open", PAGE)).text


def test_robots_txt_holds_for_where_a_redirect_leads(site):
    site.puts("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain")
    site.puts("/private", PAGE)
    assert "forbids" in refusal(site.redirects("/open", "/private"))
    assert "/private" not in site.asked


def test_nothing_is_read_while_robots_txt_cannot_be_had(site):
    site.puts("/robots.txt", status=500)
    assert "reading is not allowed now" in refusal(site.puts("/a", PAGE))
    site.puts("/robots.txt", "")
    assert one(site.url("/a")).text


@pytest.mark.usefixtures("only_home_is_public")
def test_robots_txt_may_not_lead_inward(site):
    site.redirects("/robots.txt", site.url("/robots.txt", "127.0.0.2"))
    assert "not on the public network" in refusal(site.puts("/a", PAGE), allow_private=False)
