"""Run one plain instructor call per article: the model copies everything into a Pydantic model.

python benchmarks/run_plain.py GOLD.jsonl -o plain.jsonl

As in instructor's introduction, with the mode for structured output (JSON Schema). In this mode
servers such as llama.cpp do not show the schema to the model, so the prompt describes each field.
"""

import functools

import instructor
import openai
import runs
from pydantic import BaseModel, Field

LONGEST = 4096
"""Largest answer, in tokens; full lists need about half of it."""

MOST = 30
"""Largest number of items in a list. Without a limit, small models go on until the answer is cut
off, and then it is no valid JSON."""

QUOTES = """\
You extract facts from news articles. Reply with JSON.
quotes: every direct quotation, each once: text, what stands between the quotation marks, copied \
exactly; speaker, the full name of who said it."""

EVERYTHING = f"""{QUOTES}
gist: one sentence that says what the article is about.
actors: the persons, organisations and countries that act or speak: name, kind, role.
stances: the clearest positions that actors take: actor, position, target, and as evidence the \
sentence that shows it, copied exactly.
figures: every number with its unit: text, copied exactly; measures, what it counts or measures."""


STANCES = """\
You extract facts from news articles. Reply with JSON.
stances: the positions that actors take, each once: actor; position, one of supports, opposes, \
praises, criticises, demands; target; and as evidence the sentence that shows it, copied exactly."""


class Quotation(BaseModel):
    """A direct quotation."""

    text: str
    speaker: str


class Actor(BaseModel):
    """A person, organisation or country that acts or speaks."""

    name: str
    kind: str
    role: str


class Stance(BaseModel):
    """A position that an actor takes."""

    actor: str
    position: str
    target: str
    evidence: str


class Figure(BaseModel):
    """A number given in the article."""

    text: str
    measures: str


class Stances(BaseModel):
    """The stances of the article."""

    stances: list[Stance] = Field(max_length=MOST)


class Quotations(BaseModel):
    """The direct quotations of the article."""

    quotes: list[Quotation] = Field(max_length=MOST)


class News(Quotations):
    """All direct quotations, actors, stances and figures of the article."""

    gist: str
    actors: list[Actor] = Field(max_length=10)
    stances: list[Stance] = Field(max_length=6)
    figures: list[Figure] = Field(max_length=MOST)


@functools.cache
def _client(endpoint: runs.Endpoint) -> instructor.Instructor:
    client = openai.OpenAI(
        base_url=endpoint.base_url, api_key=endpoint.key, timeout=1800, max_retries=0
    )
    return instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)


FORMS = {"all": (EVERYTHING, News), "quotes": (QUOTES, Quotations), "stances": (STANCES, Stances)}


def ask(article: runs.Article, endpoint: runs.Endpoint, facets: str) -> runs.Prediction:
    """Let the model fill in the form."""
    instructions, form = FORMS[facets]
    answer = _client(endpoint).create(
        response_model=form,
        model=endpoint.model,
        messages=[
            {"role": "system", "content": instructions},
            {"role": "user", "content": article.text},
        ],
        temperature=0,
        max_tokens=LONGEST,
        max_retries=0,
    )
    given = answer.model_dump()
    for stance in given.get("stances", ()):
        stance["evidence"] = _placed(stance["evidence"], article.text)
    return {"id": article.id, **given}


def _placed(words: str, text: str) -> list[dict[str, object]]:
    """Return where words that the model copied are in the article; nothing if they are not."""
    start = text.find(words) if words else -1
    return [] if start < 0 else [{"start": start, "end": start + len(words), "text": words}]


def main() -> None:
    """Run."""
    args = runs.arguments(__doc__).parse_args()
    runs.run(args, lambda article, endpoint: ask(article, endpoint, args.facets))


if __name__ == "__main__":
    main()
