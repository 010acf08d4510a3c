"""Where settings come from: arguments over the environment over the files of the working folder.

Two rules keep keys where they belong. The keys of OpenAI's own variables go to OpenAI's own hosts
alone. What a file holds for its endpoint does not go along to another one.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import new_class
from typing import Any, NamedTuple

from pydantic import BaseModel

from summarizer.errors import SettingsError
from summarizer.llm.address import is_openai, origin
from summarizer.llm.names import Kind, parse

EXTRAS = ("extra_headers", "extra_query", "extra_body")
"""What is sent to an endpoint beside the request itself."""

ENDPOINT = ("base_url", "reasoning_effort", *EXTRAS)
"""The settings that have no meaning for a model without an endpoint."""

KEPT = ("api_key", *EXTRAS)
"""The settings that may hold a key, and belong to the address that they were given with."""

FILES = ("pyproject.toml", "summarizer.toml")
"""The files of the working folder; what is in the later one wins."""

PREFIX = "SUMMARIZER_"

LIKE = 0.8
"""How alike a variable's name is to a setting's, from 0 to 1, if it is a slip of the keyboard."""

OPENAI_HEADERS = {"OPENAI_ORG_ID": "OpenAI-Organization", "OPENAI_PROJECT_ID": "OpenAI-Project"}


class Found(NamedTuple):
    """A value, and where it was found: ``argument``, a variable's name, or a file's."""

    value: Any
    source: str


Values = dict[str, Found]


def gather(
    settings: type[BaseModel],
    given: Mapping[str, object],
    environment: Mapping[str, str] | None = None,
) -> Values:
    """Find the value of each setting that is given somewhere.

    Args:
        settings: The class with the fields that may be set.
        given: The arguments.
        environment: The variables; if None, those of the process, and the files are read, too.

    Returns:
        The values by the names of the settings. Nothing is validated.

    Raises:
        SettingsError: A file cannot be read, or a variable holds no JSON where it should.

    Example:
        >>> from summarizer import Settings
        >>> gather(Settings, {"timeout": 9}, {"SUMMARIZER_MODEL": "local"})["model"]
        Found(value='local', source='SUMMARIZER_MODEL')
    """
    variables = os.environ if environment is None else environment
    values: Values = {}
    for layer in _files() if environment is None else ():
        _lay(layer, values)
    _lay(_variables(settings, variables), values)
    _lay({name: Found(value, "argument") for name, value in given.items()}, values)
    _add_openai(values, variables)
    return values


def kind_of(given: Mapping[str, object]) -> Kind:
    """Return the kind of the model that is named, if one is; else all that was named may stay."""
    return parse(str(given["model"])).kind if "model" in given else "remote"


def moves(before: object, after: object) -> bool:
    """Return whether a new address is on another host than the one before.

    Example:
        >>> moves("https://a.example/v1", "https://a.example/v2"), moves(None, "https://a.example")
        (False, False)
    """
    return bool(before and after) and origin(str(before)) != origin(str(after))


def _lay(layer: Values, values: Values) -> None:
    """Lay values over those below, and drop what was meant for another model or address."""
    leaves = kind_of({name: each.value for name, each in layer.items()}) != "remote"
    address, before = layer.get("base_url"), values.get("base_url")
    if leaves or (address and before and moves(before.value, address.value)):
        for name in [name for name in KEPT if name in values and values[name].source in FILES]:
            del values[name]
    for name in ENDPOINT if leaves else ():
        values.pop(name, None)
    values |= layer


@cache
def _declared(settings: type[BaseModel]) -> Any:
    """Return the settings as a class that pydantic-settings reads from the environment."""
    from pydantic_settings import BaseSettings, SettingsConfigDict  # noqa: PLC0415  takes a while

    config = SettingsConfigDict(env_prefix=PREFIX)
    bases = (settings, BaseSettings)
    return new_class("Declared", bases, exec_body=lambda body: body.update(model_config=config))


def _files() -> Iterator[Values]:
    for path in filter(Path.is_file, map(Path, FILES)):
        try:
            table = _table(path)
        except (OSError, ValueError, RecursionError, AttributeError, TypeError) as error:
            raise SettingsError(
                f"The settings in {path} cannot be read: {error}.",
                hint="A file of settings is TOML; in pyproject.toml the table is "
                "[tool.summarizer].",
            ) from error
        yield {key: Found(value, str(path)) for key, value in table.items()}


def _table(path: Path) -> dict[str, Any]:
    table = _parsed(path.read_text(encoding="utf-8"))
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("summarizer", {})
    return {name.lower(): value for name, value in table.items()}


@lru_cache(maxsize=len(FILES))  # each call of summarize reads them
def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  most folders have no such file

    return tomllib.loads(text)


def _variables(settings: type[BaseModel], variables: Mapping[str, str]) -> Values:
    if not any(name.upper().startswith(PREFIX) for name in variables):
        return {}
    from pydantic_settings import EnvSettingsSource  # noqa: PLC0415  takes a while
    from pydantic_settings.exceptions import SettingsError as Misread  # noqa: PLC0415

    source = EnvSettingsSource(_declared(settings))
    source.env_vars = {name.lower(): value for name, value in variables.items() if value}
    try:
        found = source()
    except (Misread, RecursionError) as error:
        raise SettingsError(
            f"The environment cannot be read: {error}.",
            hint=f"""Lists and tables are JSON, such as {PREFIX}FACETS='["quotes"]'.""",
        ) from error
    _refuse_misspelt(settings, source.env_vars)
    found.pop("cache", None)  # SUMMARIZER_CACHE is the folder of the models
    return {name: Found(value, f"{PREFIX}{name.upper()}") for name, value in found.items()}


def _refuse_misspelt(settings: type[BaseModel], names: Iterable[str]) -> None:
    """Refuse a variable that is nearly a setting's: it would be passed over without a word."""
    ours = [name.removeprefix(PREFIX.lower()) for name in names if name.startswith(PREFIX.lower())]
    for name in ours:
        from difflib import get_close_matches  # noqa: PLC0415  seldom needed

        meant = get_close_matches(name, settings.model_fields, n=1, cutoff=LIKE)
        if meant and name not in settings.model_fields:
            raise SettingsError(
                f"No setting is called {PREFIX}{name.upper()}.",
                hint=f"Did you mean {PREFIX}{meant[0].upper()}?",
            )


def _add_openai(values: Values, variables: Mapping[str, str]) -> None:
    """Add what OpenAI's own variables hold, if the address is OpenAI's own."""
    address = values.get("base_url")
    if not address or not is_openai(str(address.value)):
        return
    if "api_key" not in values and variables.get("OPENAI_API_KEY"):
        values["api_key"] = Found(variables["OPENAI_API_KEY"], "OPENAI_API_KEY")
    headers = _openai_headers(variables)
    if headers:
        own = values.get("extra_headers", Found({}, "OPENAI_…"))
        values["extra_headers"] = Found(headers | dict(own.value), own.source)


def _openai_headers(variables: Mapping[str, str]) -> dict[str, str]:
    lines = [line.partition(":") for line in variables.get("OPENAI_CUSTOM_HEADERS", "").split("\n")]
    custom = {name.strip(): value.strip() for name, colon, value in lines if colon}
    named = {header: variables.get(name, "") for name, header in OPENAI_HEADERS.items()}
    return {name: value for name, value in (named | custom).items() if value}
