"""The schemas that go to endpoints: in the form that strict decoding wants, as they are."""

from copy import deepcopy

import pytest
from bridge import answering, ask
from llguidance import LLMatcher
from openai.lib._pydantic import _ensure_strict_json_schema

from summarizer.llm.structured_output import grammar


@pytest.fixture(scope="module", params=["one", "many"])
def schemas(request):
    """The schemas of all questions about the bridge."""
    _, endpoint = ask(answering(), strategy=request.param)
    sent = [each["response_format"]["json_schema"] for each in endpoint.requests]
    assert all(each["strict"] is True for each in sent)
    return {each["name"]: each["schema"] for each in sent}


def test_openais_own_converter_leaves_them_unchanged(schemas):
    for name, schema in schemas.items():
        strict = _ensure_strict_json_schema(deepcopy(schema), path=(), root=schema)

        assert strict == schema, name


def test_llama_cpps_engine_of_grammars_takes_them(schemas):
    """As the embedded model gets them, and as a server makes a grammar of a response format."""
    for name, schema in schemas.items():
        for written in (grammar(schema)["grammar"], LLMatcher.grammar_from_json_schema(schema)):
            assert LLMatcher.validate_grammar(written) == "", name


def test_the_engine_tells_what_it_does_not_take():
    assert "harbour" in LLMatcher.validate_grammar(grammar({"type": "harbour"})["grammar"])
