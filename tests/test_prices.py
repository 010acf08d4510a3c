"""Prices: ours, the user's, and the unknown ones, which are never guessed."""

import pytest

from summarizer import Settings, Usage
from summarizer.errors import SettingsError
from summarizer.llm.prices import FREE, OURS, Prices, price_of

OPENAI = "https://api.openai.com/v1"
SPENT = Usage(prompt_tokens=3_000_000, cached_tokens=1_000_000, completion_tokens=500_000)


def settings(model="gpt-4.1-mini", base_url=OPENAI):
    return Settings(model=model, base_url=base_url)


def test_cached_tokens_are_priced_apart():
    assert price_of(settings()).of(SPENT) == pytest.approx(2 * 0.40 + 0.10 + 0.5 * 1.60)


def test_every_price_of_ours_says_where_and_when_it_was_checked():
    for price in Prices.read(OURS).root.values():
        assert price.endpoint
        assert price.checked


@pytest.mark.parametrize(
    "unknown",
    [settings("gpt-99"), settings(base_url="https://proxy.example/v1"), settings("gpt-4.1-mini-x")],
)
def test_a_price_that_nobody_gave_is_unknown(unknown):
    assert price_of(unknown) is None


def test_an_embedded_model_costs_nothing():
    assert price_of(Settings()) == FREE


def test_the_user_s_prices_come_first(tmp_path):
    own = tmp_path / "prices.toml"
    own.write_text('["gpt-4.1-mini"]\ninput = 1\noutput = 2\n')

    assert price_of(settings(base_url=OPENAI + "/"), own).of(SPENT) == 4.0
    assert price_of(settings(base_url="https://proxy.example/v1"), own).of(SPENT) == 4.0
    assert price_of(settings("gpt-4o"), own) == price_of(settings("gpt-4o"))


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
        price_of(settings(), own)
