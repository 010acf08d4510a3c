"""What a model is good at, as data: how it is asked, and what it is trusted with.

Our profiles are in ``profiles.toml``, found by the model's name. A user's own come before them:
in ``Settings(profile=…)``, in a file of the same form (``--profiles``), or on a model object.
"""

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field, field_serializer

from summarizer.llm.toml_file import read_toml
from summarizer.schema import FacetName, FrozenModel

OURS = Path(__file__).with_suffix(".toml")

Strategy = Literal["one", "many"]


class Profile(FrozenModel):
    """What a model is good at, and so how it is asked.

    The defaults are those of a large model at an endpoint.

    Example:
        >>> sorted(Profile(strategy="many", asks={"quotes", "figures"}).asks)
        ['figures', 'quotes']
    """

    strategy: Strategy = Field(
        default="one",
        description="'many' short questions, which small models answer better, or 'one' form.",
    )
    asks: frozenset[FacetName] = Field(
        default=frozenset(get_args(FacetName)),
        description="Facets about which it is asked; the others are code's alone.",
    )
    gaps_only: frozenset[FacetName] = Field(
        default=frozenset(),
        description="Facets about which it is asked only where code has no answer.",
    )
    context: int | None = Field(
        default=None,
        ge=2048,
        description="Longest prompt in tokens, its answer included; null: what the endpoint takes, "
        "or what an embedded model was trained on.",
    )
    strict_checks: bool = Field(
        default=False,
        description="Whether a written text is refused for what is only doubtful, not just marked.",
    )
    output: int | None = Field(
        default=None,
        ge=256,
        description="Longest answer in tokens; null: any. A form that may need more is split.",
    )
    at_once: int = Field(
        default=8, ge=1, description="Questions about one article that it is asked at once."
    )

    reasoning: int = Field(
        default=0,
        ge=0,
        description="Tokens that its unseen reasoning may take, over those of the answer.",
    )

    @field_serializer("asks", "gaps_only", when_used="json")
    def _in_order(self, names: frozenset[FacetName]) -> list[FacetName]:
        """Sort: the order of a set differs from process to process, and manifests are compared."""
        return sorted(names)


class _Entry(Profile, defer_build=True):
    """A profile in a file, with the patterns of the names that it is for."""

    models: tuple[str, ...] = Field(min_length=1)

    def fits(self, name: str) -> bool:
        return any(fnmatchcase(name, pattern) for pattern in self.models)


class _File(FrozenModel, defer_build=True):
    profile: tuple[_Entry, ...]


def find(name: str, own: Path | None = None) -> Profile:
    """Return the profile of a model: the first that fits its name, the user's before ours.

    Args:
        name: The model's name, as in the settings.
        own: A file of the user's: TOML, a table ``[[profile]]`` each, with ``models``, a list of
            names in which ``*`` is any text, and fields of :class:`Profile`.

    Raises:
        SettingsError: The file cannot be used.

    Example:
        >>> len(find("local").asks), len(find("some-large-model").asks)
        (0, 6)
    """
    entries = (*(_read(own) if own else ()), *_ours())
    found = next((each for each in entries if each.fits(name)), None)
    return Profile(**found.model_dump(exclude={"models"})) if found else Profile()


@cache
def _ours() -> tuple[_Entry, ...]:
    return _read(OURS)


def _read(path: Path) -> tuple[_Entry, ...]:
    form = (
        'A profile is a table, [[profile]], with models = ["my-model*"] and, as needed, '
        'strategy = "many", asks = ["quotes", "figures"], gaps_only = ["quotes"], '
        "context = 8192, at_once = 1 and reasoning = 8000."
    )
    return read_toml(path, _File, "profiles", form).profile
