"""LangExtract 1.7.1, set up as its README recommends for OpenAI-compatible endpoints.

    python -m venv lx && lx/bin/pip install langextract==1.7.1 openai
    lx/bin/python benchmarks/run_langextract.py GOLD.jsonl -o langextract.jsonl

That is: a ``ModelConfig`` that names the provider, because the model's name would select another;
the defaults of ``fence_output`` and ``use_schema_constraints``, so that the schema of the example
constrains the decoding; default chunks, workers and alignment; one example whose extractions are
word for word, in order, and do not overlap; and extractions that were not found in the article
(``char_interval`` is None) are dropped. Added, as for the other systems: temperature 0, and a limit
on the answer for one chunk of 1000 characters.

It needs its own environment, because its dependencies conflict with those of instructor.
"""

import warnings
from typing import Any

import langextract as lx
import runs
from langextract.factory import ModelConfig

LONGEST = 2048
"""Largest answer for a chunk, in tokens; a chunk has about 250. Only a runaway model needs more."""

RULES = """
Extract {what} in order of appearance.
Use exact text for extractions. Do not paraphrase or overlap entities.
{how}"""

EVERYTHING = RULES.format(
    what="the direct quotations, actors, figures and stances of a news article",
    how="""A quote is what stands between quotation marks; give the full name of its speaker.
An actor is a person, organisation or country that acts or speaks; give its kind and role.
A figure is a number with its unit; give what it measures.
A stance is a position that an actor takes; give the actor, the position and the target.""",
)

QUOTES = RULES.format(
    what="the direct quotations of a news article",
    how="A quote is what stands between quotation marks; give the full name of its speaker.",
)

STANCES = RULES.format(
    what="the stances of a news article",
    how="""A stance is a position that an actor takes; give the actor, the position (supports, \
opposes, praises, criticises or demands) and the target.""",
)

PROMPTS = {"all": EVERYTHING, "quotes": QUOTES, "stances": STANCES}
CLASSES = {"quotes": {"quote"}, "stances": {"stance"}}

TEXT = (
    "The council of Port Alder voted on Tuesday to close the old harbour. “We will not let the "
    "quay fall into the sea,” Mayor Ines Calloway said. The works will cost about 12.5 million "
    "crowns. Tomas Reed, who leads the dockers, opposes the plan. “It is the end of a trade,” he "
    "said."
)

EXTRACTIONS = [
    ("actor", "council of Port Alder", {"kind": "organisation", "role": "council"}),
    ("quote", "We will not let the quay fall into the sea,", {"speaker": "Ines Calloway"}),
    ("actor", "Ines Calloway", {"kind": "person", "role": "Mayor"}),
    ("figure", "about 12.5 million crowns", {"measures": "cost of the works"}),
    ("actor", "Tomas Reed", {"kind": "person", "role": "leads the dockers"}),
    (
        "stance",
        "opposes the plan",
        {"actor": "Tomas Reed", "position": "opposes", "target": "closing the old harbour"},
    ),
    ("quote", "It is the end of a trade,", {"speaker": "Tomas Reed"}),
]


def example(classes: frozenset[str]) -> lx.data.ExampleData:
    """Return the worked example with extractions of these classes."""
    chosen = [
        lx.data.Extraction(extraction_class=name, extraction_text=text, attributes=attributes)
        for name, text, attributes in EXTRACTIONS
        if name in classes
    ]
    return lx.data.ExampleData(text=TEXT, extractions=chosen)


def ask(article: runs.Article, endpoint: runs.Endpoint, facets: str) -> runs.Prediction:
    """Extract from an article."""
    result = lx.extract(
        article.text,
        prompt_description=PROMPTS[facets],
        examples=[example(_classes(facets))],
        config=_config(endpoint),
        show_progress=False,
    )
    found = [each for each in result.extractions or () if each.char_interval]
    return {
        "id": article.id,
        "quotes": [_quote(each) for each in found if each.extraction_class == "quote"],
        "stances": [_stance(each) for each in found if each.extraction_class == "stance"],
        "extractions": [_plain(each) for each in result.extractions or ()],
    }


def _classes(facets: str) -> frozenset[str]:
    return frozenset(CLASSES.get(facets) or (each[0] for each in EXTRACTIONS))


def _config(endpoint: runs.Endpoint) -> ModelConfig:
    return ModelConfig(
        model_id=endpoint.model,
        provider="openai",
        provider_kwargs={
            "api_key": endpoint.key,
            "base_url": endpoint.base_url,
            "temperature": 0,
            "max_output_tokens": LONGEST,
        },
    )


def _quote(each: lx.data.Extraction) -> dict[str, Any]:
    """Return the words that the model wrote, with the place that LangExtract gives them."""
    speaker = (each.attributes or {}).get("speaker")
    return {
        "text": each.extraction_text,
        "speaker": ", ".join(speaker) if isinstance(speaker, list) else speaker,
        "start": each.char_interval.start_pos,
        "end": each.char_interval.end_pos,
    }


def _stance(each: lx.data.Extraction) -> dict[str, Any]:
    """Return a stance, with the words that the model pointed at as evidence."""
    given = {name: str(value) for name, value in (each.attributes or {}).items()}
    place = {"start": each.char_interval.start_pos, "end": each.char_interval.end_pos}
    evidence = [{**place, "text": each.extraction_text}]
    fields = {name: given.get(name, "") for name in ("actor", "position", "target")}
    return {**fields, "evidence": evidence}


def _plain(each: lx.data.Extraction) -> dict[str, Any]:
    return {
        "class": each.extraction_class,
        "text": each.extraction_text,
        "attributes": each.attributes,
        "alignment": each.alignment_status and each.alignment_status.value,
    }


def main() -> None:
    """Run."""
    warnings.filterwarnings("ignore", message="With 'config', schema constraints")  # as wanted
    args = runs.arguments(__doc__).parse_args()
    runs.run(args, lambda article, endpoint: ask(article, endpoint, args.facets))


if __name__ == "__main__":
    main()
