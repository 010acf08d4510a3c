"""Round trips: an export is read back with nothing but its format's rules."""

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import HARBOUR, bare, harbour

from summarizer import export
from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.export import brat
from summarizer.facets import ranked
from summarizer.schema import Figure, Quote, Span, Stance

TEXT = "“Ça va,” said Ida Ö 👍.\r\nShe said:\n“No,\u2028not\tnow!\n\nNever 3 times.”\n"


def annotations(*summaries):
    [document] = export.pieces(summaries, "webannotation")
    return json.loads(document)


def targets(annotation):
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def resolved(selectors, text):
    """Resolve both selectors as the specification says and return what they agree on."""
    quote, position = selectors
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    start, end = position["start"], position["end"]
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])
    return Span.of(text, start, end)


def read_back(annotation, text):
    facet, _, facts = (body["value"] for body in annotation["body"])
    spans = [resolved(target["selector"], text) for target in targets(annotation)]
    key = {"quotes": "spans", "stances": "evidence", "actors": "mentions"}.get(facet)
    return facet, json.loads(facts) | ({key: spans} if key else {"span": spans[0]})


def test_web_annotations_hold_the_whole_summary():
    gist, *items = annotations(harbour())["first"]["items"]
    assert gist["body"][1]["value"] == harbour().gist
    found = {"actors": [], "stances": [], "quotes": [], "figures": []}
    for item in items:
        facet, facts = read_back(item, HARBOUR)
        found[facet].append(facts)
    undecided = dict.fromkeys(("decided_by", "certainty", "rule"))
    plain = {
        facet: tuple(item.model_copy(update=undecided) for item in getattr(harbour(), facet))
        for facet in ("actors", "stances", "quotes")
    }
    assert harbour(**found) == harbour(**plain)


def test_web_annotations_follow_the_model():
    collection = annotations(harbour(), harbour(gist=None))
    items = collection["first"]["items"]
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(items) == 21
    for item in items:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")
        assert all(
            body["purpose"] in {"tagging", "commenting", "describing"} for body in item["body"]
        )


def test_the_same_summary_makes_the_same_web_annotations():
    assert annotations(harbour()) == annotations(harbour())
    ids = {item["id"] for item in annotations(harbour())["first"]["items"]}
    assert len(ids) == 11


def test_an_article_without_an_address_is_named_by_its_text():
    article = Article("Rain fell.", url="javascript:alert(1)")
    [item] = annotations(bare(article, gist="Rain."))["first"]["items"]
    assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", item["target"])


def test_web_annotations_need_no_text():
    info = harbour().article.model_copy(update={"text": None})
    item = annotations(harbour().model_copy(update={"article": info}))["first"]["items"][1]
    assert "prefix" not in targets(item)[0]["selector"][0]


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
    lambda ends: Span.of(TEXT, min(ends[0], ends[1] - 1), max(ends[0] + 1, ends[1]))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, min_size=1, max_size=3))
def test_any_span_survives_web_annotations(found):
    summary = bare(Article(TEXT), quotes=(Quote(id="Q1", spans=tuple(found), kind="mixed"),))
    [item] = annotations(summary)["first"]["items"]
    assert read_back(item, TEXT)[1]["spans"] == found


def parsed(lines, text):
    """Read brat standoff by brat's rules: one line an annotation, each fragment checked."""
    found = {"T": {}, "R": [], "A": [], "#": {}, "*": []}
    for line in "".join(f"{line}\n" for line in lines).splitlines():
        mark, _, rest = line.partition("\t")
        if mark[0] == "T":
            kind_and_places, _, copied = rest.partition("\t")
            kind, _, places = kind_and_places.partition(" ")
            ends = [tuple(map(int, place.split())) for place in places.split(";")]
            assert copied == " ".join(text[start:end] for start, end in ends)
            assert "\t" not in copied
            assert all(a[1] < b[0] for a, b in pairwise(ends))
            found["T"][mark] = (kind, ends)
        elif mark[0] == "#":
            kind_and_mark, _, note = rest.partition("\t")
            found["#"][kind_and_mark.split()[1]] = json.loads(note)
        else:
            found[mark[0]].append(rest)
    return found


def test_brat_holds_the_whole_summary(tmp_path):
    export.save([harbour()], "brat", tmp_path)
    text = (tmp_path / "harbour.txt").read_bytes().decode()
    assert text == HARBOUR
    lines = (tmp_path / "harbour.ann").read_text(encoding="utf-8").split("\n")[:-1]
    found = parsed(lines, text)
    assert found["T"]["T5"] == ("Quote", [(110, 153)])
    assert found["*"] == ["Alias T3 T4"]
    assert [line.split()[0] for line in found["R"]] == ["Said", "Said", "Said", "Holds"]
    assert "Position T9 opposes" in found["A"]
    assert "Approximate T10" in found["A"]
    assert found["#"]["T10"]["measures"] == "Cost of the works"
    assert found["#"]["T8"] == {"speaker_name": "The harbour master"}
    assert found["#"]["T3"]["role"] == "chairman of the Fishers' Union"


@settings(max_examples=60, deadline=None)
@given(spans)
def test_any_span_survives_brat(span):
    lines = list(brat.annotations(bare(Article(TEXT), figures=(Figure(id="F1", span=span),))))
    found = parsed(lines, TEXT)["T"]
    kept = {at for _, ends in found.values() for start, end in ends for at in range(start, end)}
    lost = {at for at in range(span.start, span.end) if at not in kept}
    assert all(TEXT[at].isspace() for at in lost)
    assert kept <= set(range(span.start, span.end))


def test_a_span_over_lines_becomes_fragments():
    text = "One\n\ntwo\u2028three four"
    figure = Figure(id="F1", span=Span.of(text, 0, len(text)))
    assert next(brat.annotations(bare(Article(text), figures=(figure,)))) == (
        "T1\tFigure 0 3;5 8;9 19\tOne two three four"
    )


def test_a_note_stays_in_its_line():
    text = "Rain fell on Ada Mole."
    figure = Figure(id="F1", span=Span.of(text, 0, 4), measures="a\nb\u2028c\x85d\te")
    _, note = brat.annotations(bare(Article(text), figures=(figure,)))
    assert len(note.splitlines()) == 1
    assert parsed([note], text)["#"] == {"T1": {"measures": figure.measures}}


def test_the_configuration_knows_every_type():
    sections = brat.configuration(ranked("standoff"))
    kinds = {
        line.split("\t")[1].split()[0] for line in brat.annotations(harbour()) if line[0] in "TRA*"
    }
    assert all(re.search(rf"^{kind}\b", sections, re.MULTILINE) for kind in kinds)


def test_names_of_files_stay_in_the_folder(tmp_path):
    names = ["../../etc/passwd", "a b", "a b", "..", "x" * 300]
    export.save([bare(Article(f"Rain {n}.", id=n)) for n in names], "brat", tmp_path / "out")
    found = sorted(path.name for path in (tmp_path / "out").glob("*.txt"))
    assert found == [
        "_.._etc_passwd.txt",
        "a_b.txt",
        "a_b~2.txt",
        "article.txt",
        "x" * 100 + ".txt",
    ]


def test_brat_needs_the_text(tmp_path):
    info = harbour().article.model_copy(update={"text": None})
    with pytest.raises(ArticleError, match="kept without its article"):
        export.save([harbour().model_copy(update={"article": info})], "brat", tmp_path)


def test_two_stances_may_show_in_one_sentence():
    [stance] = harbour().stances
    twice = Stance(
        actor="A2", position="demands", target="x", evidence=(*stance.evidence, *stance.evidence)
    )
    found = parsed(list(brat.annotations(harbour(stances=(stance, twice)))), HARBOUR)
    assert [ends for kind, ends in found["T"].values() if kind == "Stance"][0:2] == [
        [(stance.evidence[0].start, stance.evidence[0].end)]
    ] * 2


@pytest.mark.parametrize(
    ("ids", "stems"),
    [
        (("News", "news"), {"News", "news~2"}),
        (("nul", "Con.txt"), {"_nul", "_Con.txt"}),
        (("橋" * 90,), {"橋" * 33}),
    ],
)
def test_names_stand_apart_on_every_file_system(ids, stems, tmp_path):
    brat.save([bare(Article("It rained.", id=each)) for each in ids], tmp_path)

    assert {path.stem for path in tmp_path.glob("*.ann")} == stems
