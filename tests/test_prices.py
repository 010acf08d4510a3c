"""Prices: ours, the user's, and the unknown ones, which are never guessed."""

import pytest

from summarizer import Usage
from summarizer.errors import SettingsError
from summarizer.llm.prices import FREE, OURS, Prices, price_of

OPENAI = "https://api.openai.com/v1"
SPENT = Usage(prompt_tokens=3_000_000, cached_tokens=1_000_000, completion_tokens=500_000)


MINI = ("gpt-4.1-mini", OPENAI)
PROXY = "https://proxy.example/v1"


def test_cached_tokens_are_priced_apart():
    assert price_of(*MINI).of(SPENT) == pytest.approx(2 * 0.40 + 0.10 + 0.5 * 1.60)


def test_every_price_of_ours_says_where_and_when_it_was_checked():
    for price in Prices.read(OURS).root.values():
        assert price.endpoint
        assert price.checked


@pytest.mark.parametrize(
    "unknown",
    [("gpt-99", OPENAI), ("gpt-4.1-mini", PROXY), ("gpt-4.1-mini-x", OPENAI)],
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
        (b'["m"]\ninput = 1\n', "m: output: Field required"),
        (b'["m"]\ninput = -1\noutput = 1\n', "m: input"),
        (b'["m"]\ninput = nan\noutput = 1\n', "m: input"),
        (b'["m"]\ninput = 1\noutput = 1\nper = "token"\n', "m: per"),
        (None, "Cannot read"),
    ],
)
def test_prices_that_cannot_be_used_are_a_clear_error(content, told, tmp_path):
    own = tmp_path / "prices.toml"
    if content is not None:
        own.write_bytes(content)

    with pytest.raises(SettingsError, match=told):
        price_of(*MINI, own)
