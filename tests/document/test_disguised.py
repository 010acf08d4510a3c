"""Names that hide their capital are names: a written gist with one is refused."""

import json

import pytest

from summarizer import Profile, Reply, summarize

TEXT = (
    "Vladimir Orlov met the Harbour Union in Oslo on Monday and used his iPhone. “We agree,” "
    "Orlov said. The union, x_team and the μ-lab asked for talks about 40 GWh."
)
GEORGIAN = "ვლადიმერ ორლოვი ოსლოში შეხვდა კავშირს. „ვეთანხმებით“, თქვა ორლოვმა."


def gist(written, text=TEXT):
    class Writer:
        profile = Profile(strategy="many")

        async def answer(self, request, /):
            return Reply(json.dumps({"gist": written}))

    return summarize(text, model=Writer(), facets=["gist"])


@pytest.mark.parametrize(
    "name",
    [
        "zElda",
        "x_Zelda",
        "vladimirOrlov",
        "Ⓩⓔⓛⓓⓐ",
        "🅉🄴🄻🄳🄰",
        "🆉🅴🅻🅳🅰",
        "𝓩𝓮𝓵𝓭𝓪",
        "Ｚｅｌｄａ",
        "zеlda",  # its first e is Cyrillic
        "ზელდა",
        "eBay",
    ],
)
def test_a_disguised_name_is_refused(name):
    found = gist(f"The union met {name} in Oslo.")
    assert found.gist_decided_by == "rule"
    assert [each.reason for each in found.rejected] == ["name_not_in_article"]


@pytest.mark.parametrize(
    "written",
    [
        "Orlov used an iPhone.",
        "The union and x_team saw iPhones.",
        "The union asked about 40 gWh.",
        "The μ-lab asked for talks.",
    ],
)
def test_what_the_article_has_is_kept(written):
    assert gist(written).gist == written


def test_a_sign_that_nobody_sees_hides_no_name():
    found = gist("The union met \u202eadleZ\u202c.")
    assert found.gist_decided_by == "rule"
    assert gist("The union\u200b met Orlov\u202e.").gist == "The union met Orlov."


def test_a_georgian_name_that_the_article_lacks_is_doubtful():
    assert gist("ზელდა შეხვდა კავშირს.", GEORGIAN).gist_doubt == "name_not_in_article"
    assert gist("ორლოვი შეხვდა კავშირს.", GEORGIAN).gist_doubt is None
