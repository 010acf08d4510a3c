"""Settings that cannot work together."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.errors import SettingsError
from summarizer.llm.address import is_web
from summarizer.llm.names import nearest_model, parse
from summarizer.settings.sources import EXTRAS

if TYPE_CHECKING:
    from summarizer.settings.settings import Settings


_OPTIONS = {"extra_headers": " (--header)", "extra_body": " (--extra-body)"}


def refuse_conflicts(settings: "Settings") -> None:
    """Refuse what the chosen model cannot be given, and a remote model without an endpoint.

    Args:
        settings: The settings, each of which is valid by itself.

    Raises:
        SettingsError: The model needs an endpoint.
        ValueError: A setting does not fit the model or the endpoint.
    """
    model, remote = settings.model, parse(settings.model).kind == "remote"
    if not remote:
        _refuse_endpoint(settings)
    elif not settings.base_url:
        raise SettingsError(
            f"The model {model!r} needs an endpoint: give --base-url or "
            "SUMMARIZER_BASE_URL, or use 'local'.",
            hint=nearest_model(model),
        )
    if settings.base_url and urlsplit(settings.base_url).username is not None:
        raise ValueError("the endpoint holds a user name: give its key in SUMMARIZER_API_KEY")
    if settings.base_url and not is_web(settings.base_url):
        raise ValueError(
            f"the endpoint {settings.base_url!r} is not an http or https address, such as "
            "http://127.0.0.1:8000/v1"
        )


def _refuse_endpoint(settings: "Settings") -> None:
    """Refuse what only a model at an endpoint can be given, and what ``none`` cannot do."""
    model, none = settings.model, settings.model == "none"
    if settings.base_url:
        what = "the model" if none else "the embedded model"
        raise ValueError(
            f"{what} {model!r} has no endpoint: name the model at "
            f"{settings.base_url!r} with --model"
        )
    for name in EXTRAS:
        if getattr(settings, name):
            said = _OPTIONS.get(name, "")
            raise ValueError(f"the model {model!r} has no endpoint to send {name} to{said}")
    if settings.reasoning_effort:
        raise ValueError(
            f"the model {model!r} takes no reasoning effort: leave it out, or name a "
            "model at an endpoint"
        )
    if settings.strategy and none:
        raise ValueError("the model 'none' is asked nothing: leave the strategy out")
    if settings.gist_mode == "write" and none:
        raise ValueError("the model 'none' writes no gist: it can only be copied")
