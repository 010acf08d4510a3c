"""Prices: those of providers, the user's, and the unknown ones, which are never guessed."""

import pytest

from summarizer import Usage
from summarizer.batch.tally import Tally
from summarizer.cli.progress import line
from summarizer.errors import SettingsError
from summarizer.llm.prices import FREE, price_of

OPENAI = "https://api.openai.com/v1"
SPENT = Usage(prompt_tokens=3_000_000, cached_tokens=1_000_000, completion_tokens=500_000)


MINI = ("gpt-4.1-mini", OPENAI)
PROXY = "https://proxy.example/v1"


def test_cached_tokens_are_priced_apart():
    assert price_of(*MINI).of(SPENT) == pytest.approx(2 * 0.40 + 0.10 + 0.5 * 1.60)


@pytest.mark.parametrize(
    ("model", "base_url"),
    [
        ("gpt-5-mini", "https://api.openai.com/v1/"),
        ("claude-sonnet-4-5", "https://api.anthropic.com/v1"),
        ("openai/gpt-5", "https://openrouter.ai/api/v1"),
        ("gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta/openai"),
        ("mistral-small-latest", "https://api.mistral.ai/v1"),
        ("llama-3.3-70b-versatile", "https://api.groq.com/openai/v1"),
        ("deepseek-chat", "https://api.deepseek.com"),
    ],
)
def test_models_of_common_providers_have_a_price(model, base_url):
    price = price_of(model, base_url)

    assert 0 < price.cached <= price.input < price.output


def test_a_price_in_tiers_is_that_of_the_lowest():
    assert price_of("claude-sonnet-4-5", "https://api.anthropic.com/v1").input == 3


@pytest.mark.parametrize(
    "unknown",
    [
        ("gpt-99", OPENAI),
        ("gpt-4.1-mini", PROXY),
        ("gpt-4.1-mini-x", OPENAI),
        ("gpt-4.1-mini", "http://127.0.0.1:4000/v1"),
        ("sonar", "https://api.perplexity.ai"),  # asks a fee for each request as well
    ],
)
def test_a_price_that_nobody_gave_is_unknown(unknown):
    assert price_of(*unknown) is None


@pytest.mark.parametrize("model", ["local", "gguf:mine.gguf", "none"])
def test_an_embedded_model_and_none_cost_nothing(model):
    assert price_of(model, None) == FREE


def test_the_user_s_prices_come_first(tmp_path):
    own = tmp_path / "prices.toml"
    own.write_text('["gpt-4.1-mini"]\ninput = 1\noutput = 2\n')

    assert price_of("gpt-4.1-mini", OPENAI + "/", own).of(SPENT) == 4.0
    assert price_of("gpt-4.1-mini", PROXY, own).of(SPENT) == 4.0
    assert price_of("gpt-4o", OPENAI, own) == price_of("gpt-4o", OPENAI)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"input =", "prices"),
        (b"\xff", "prices"),
        (b'["m"]\ninput = 1\n', "m.output: it is missing"),
        (b'["m"]\ninput = -1\noutput = 1\n', "m.input"),
        (b'["m"]\ninput = nan\noutput = 1\n', "m.input"),
        (b'["m"]\ninput = 1\noutput = 1\nper = "token"\n', "m.per"),
        (None, "Cannot read"),
    ],
)
def test_prices_that_cannot_be_used_are_a_clear_error(content, told, tmp_path):
    own = tmp_path / "prices.toml"
    if content is not None:
        own.write_bytes(content)

    with pytest.raises(SettingsError, match=told):
        price_of(*MINI, own)


@pytest.mark.parametrize(
    ("model", "told"), [("local", "no cost: no endpoint was asked"), ("m", "cost unknown")]
)
def test_the_last_line_of_a_batch_says_what_is_known(model, told):
    assert line(Tally(price_of(model, PROXY), started=1)).endswith(f"0 tokens, {told}")
