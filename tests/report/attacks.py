"""Texts that would run, or break out of their place, in a page that did not escape them."""

from made_up import bare, provenance

from summarizer.article import Article
from summarizer.schema import Actor, Figure, Quote, Rejected, Span, Stance, Summary

STRINGS = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "</style><script>window.pwned=1</script>",
    "</title><script>window.pwned=1</script>",
    "<!--<script>window.pwned=1//-->",
    "--><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    '"><img src=x onerror=window.pwned=1>',
    "'><img src=x onerror=window.pwned=1>",
    '" onmouseover="window.pwned=1" x="',
    "' onfocus='window.pwned=1' autofocus='",
    "` onmouseover=`window.pwned=1",
    "<svg onload=window.pwned=1>",
    "<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:parent.pwned=1></iframe>",
    "<object data=javascript:window.pwned=1>",
    "<embed src=javascript:window.pwned=1>",
    "<body onload=window.pwned=1>",
    "<details open ontoggle=window.pwned=1>x</details>",
    "<input autofocus onfocus=window.pwned=1>",
    "<video><source onerror=window.pwned=1></video>",
    "<a href=javascript:window.pwned=1>click</a>",
    "<form action=javascript:window.pwned=1><button>go</button></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css';*{background:url(https://evil.example/x)}</style>",
    "<template shadowrootmode=open><script>window.pwned=1</script></template>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.pwned=1&#62;",
    "&quot; onmouseover=&quot;window.pwned=1",
    "&#x22;&#x3e;<img/src/onerror=window.pwned=1>",
    "{{ 7 * 191 }}{% raw %}{{ cycler.__init__.__globals__.os.popen('id') }}",
    "${window.pwned=1}",
    "<img src='https://evil.example/beacon.gif'>",
    "<noscript><p title='</noscript><img src=x onerror=window.pwned=1>'></noscript>",
    "<textarea></textarea><script>window.pwned=1</script>",
    "\u202e<script>window.pwned=1</script>\u202c",
    "<scr\u0000ipt>window.pwned=1</scr\u0000ipt>",
    "<plaintext>",
    "a1-Q1-item",
    "constructor",
    "__proto__",
)

ADDRESSES = (
    "javascript:window.pwned=1",
    "JaVaScRiPt:window.pwned=1",
    "java\nscript:window.pwned=1",
    "\x01javascript:window.pwned=1",
    "data:text/html,<script>parent.pwned=1</script>",
    "vbscript:x",
    "//evil.example/",
    'https://alder.example/" onmouseover="window.pwned=1',
    "https://alder.example/'><script>window.pwned=1</script>",
)


def summary(attack: str, address: str | None = None) -> Summary:
    """Return a summary that holds the text in every place that takes a text."""
    text = f"{attack}\n\nShe said “{attack}” about {attack} then.\n"
    first, said, about = (
        Span.of(text, start, start + len(attack))
        for start in (0, text.index("“") + 1, text.index(" about ") + 7)
    )
    article = Article(
        text,
        title=attack,
        id=attack,
        source=attack,
        url=address or attack,
        date=attack,
        publisher=attack,
        author=attack,
    )
    return bare(
        article,
        gist=attack,
        actors=(Actor(id="A1", name=attack, kind="group", role=attack, mentions=(first, about)),),
        stances=(Stance(actor="A1", position="demands", target=attack, evidence=(said, first)),),
        quotes=(
            Quote(id="Q1", spans=(said,), speaker="A1", speaker_name=attack, kind="direct"),
            Quote(id="Q2", spans=(first,), speaker_name=f"a {attack}", kind="mixed"),
        ),
        figures=(Figure(id="F1", span=about, unit=attack, measures=attack),),
        rejected=(Rejected(facet="gist", reason="x", detail=attack, item=attack),),
        provenance=provenance(model=attack, version=attack, prompts=attack),
    )


def summaries() -> list[Summary]:
    """Return a summary for each text and each address."""
    return [*map(summary, STRINGS), *(summary("An attack", address) for address in ADDRESSES)]
