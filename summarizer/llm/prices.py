"""What the tokens of a model cost.

The prices of providers are those of ``genai-prices``, which others keep current; a file of the
user's comes before them. A price that is in neither is unknown, and never guessed.
"""

from datetime import date
from pathlib import Path
from typing import Self

from pydantic import Field, RootModel

from summarizer.llm.names import parse
from summarizer.llm.toml_file import read_toml
from summarizer.schema import FrozenModel, Usage

SAMPLE = 1000
"""Tokens of the request whose price is looked up: the lowest tier of providers that have some."""

MILLION = 1_000_000


class Price(FrozenModel):
    """What a model's tokens cost, in US dollars a million.

    Example:
        >>> price = Price(input=0.4, cached=0.1, output=1.6)
        >>> price.of(Usage(prompt_tokens=3_000_000, cached_tokens=1_000_000))
        0.9
    """

    input: float = Field(ge=0, allow_inf_nan=False, description="Tokens read.")
    output: float = Field(ge=0, allow_inf_nan=False, description="Tokens written.")
    cached: float | None = Field(
        default=None,
        ge=0,
        allow_inf_nan=False,
        description="Tokens read that the endpoint had read before; null: as the others.",
    )
    endpoint: str | None = Field(
        default=None, description="The endpoint that asks this price; null: any."
    )
    checked: date | None = Field(default=None, description="When it was last looked up.")

    def of(self, usage: Usage) -> float:
        """Return what the tokens cost, in US dollars."""
        again = min(usage.cached_tokens, usage.prompt_tokens)
        cached = self.input if self.cached is None else self.cached
        read = (usage.prompt_tokens - again) * self.input + again * cached
        return (read + usage.completion_tokens * self.output) / MILLION


FREE = Price(input=0, output=0)
"""The price of a model that runs on this machine, and of none."""


class Prices(RootModel[dict[str, Price]]):
    """Prices by the names of their models."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file of prices.

        Args:
            path: TOML, a table a model: ``["my-model"]``, then ``input``, ``output`` and, if they
                are known, ``cached`` and ``endpoint``.

        Returns:
            The prices.

        Raises:
            SettingsError: It cannot be read, or holds something else.
        """
        form = (
            'A model is a table, ["my-model"], with input = 0.4, output = 1.6 and, if known, '
            "cached = 0.1, each on its own line, in US dollars a million tokens."
        )
        return read_toml(path, cls, "prices", form)

    def find(self, model: str, base_url: str | None = None) -> Price | None:
        """Return the price of a model at an endpoint; None if it is unknown.

        Example:
            >>> Prices({"m": Price(input=1, output=2)}).find("m").output
            2.0
        """
        price = self.root.get(model)
        asked = (base_url or "").rstrip("/")
        return price if price and (price.endpoint or asked).rstrip("/") == asked else None


def price_of(model: str, base_url: str | None, own: Path | None = None) -> Price | None:
    """Return the price of a model at an endpoint: the user's, else the provider's, else None.

    Args:
        model: The model's name.
        base_url: The endpoint.
        own: The user's file of prices.

    Raises:
        SettingsError: The file cannot be used.

    Example:
        >>> price_of("local", None) == FREE
        True
    """
    given = Prices.read(own).find(model, base_url) if own else None
    if given or parse(model).kind != "remote":
        return given or FREE
    return _known(model, base_url or "")


def _known(model: str, base_url: str) -> Price | None:
    """Look a price up by the address and the name; one that is not per token is unknown."""
    from genai_prices import Usage as Tokens  # noqa: PLC0415  a fifth of a second
    from genai_prices import calc_price  # noqa: PLC0415

    fresh = Tokens(input_tokens=SAMPLE, output_tokens=SAMPLE)
    again = Tokens(input_tokens=SAMPLE, cache_read_tokens=SAMPLE)
    try:
        price, cached = (
            calc_price(each, model, provider_api_url=base_url) for each in (fresh, again)
        )
    except LookupError:
        return None
    if price.total_price != price.input_price + price.output_price:  # a fee for each request
        return None
    each = [float(part) * MILLION / SAMPLE for part in (price.input_price, price.output_price)]
    return Price(input=each[0], output=each[1], cached=float(cached.input_price) * MILLION / SAMPLE)
