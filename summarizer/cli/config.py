"""The command that shows the settings, and where each of them comes from."""

import argparse
from typing import TYPE_CHECKING, Any

from summarizer.cli.run import add_settings, given_by
from summarizer.cli.terminal import plain

if TYPE_CHECKING:
    from summarizer.settings import Settings

EPILOG = """\
examples:
  summarizer config                         what holds in this folder
  summarizer config --model local           what would hold with these options
  SUMMARIZER_TIMEOUT=60 summarizer config   every setting but cache has such a variable

An option wins over a variable, a variable over summarizer.toml, and that over [tool.summarizer] in
pyproject.toml, both in the working folder. A file has the names that this command prints:

  model = "gpt-4.1-mini"
  base_url = "https://api.openai.com/v1"
  timeout = 60

Put a key into SUMMARIZER_API_KEY, not into a file.
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "config",
        help="show the settings, and where each comes from",
        description="Show the settings that hold here, and where each of them comes from. Keys,\n"
        "and the values of headers, of the query and of the extra body, are hidden.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_settings(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a line for each setting; return 0, because a wrong one raises."""
    from summarizer.cli.run import settings_of
    from summarizer.settings import Settings
    from summarizer.settings.sources import gather

    settings = settings_of(args)
    found = gather(Settings, given_by(args))
    sources = {name: each.source for name, each in found.items()}
    if settings.extra_query and "extra_query" not in sources:
        sources["extra_query"] = sources["base_url"]  # of which it was a part
    if args.profiles:
        sources["profile"] = "argument"
    rows = [(name, plain(shown(settings, name))) for name in Settings.model_fields]
    wide, wider = (max(map(len, column)) for column in zip(*rows, strict=True))
    for name, value in rows:
        print(f"{name:{wide}}  {value:{wider}}  {sources.get(name, 'default')}")
    return 0


def shown(settings: "Settings", name: str) -> str:
    """Return the value of a setting as text, without what may be a key.

    Example:
        >>> from summarizer import Settings
        >>> shown(Settings(api_key="s3cret"), "api_key")
        '(hidden)'
    """
    value: Any = getattr(settings, name)
    if value is None or value in ({}, ()):
        return "-"
    if name == "api_key":
        return "(hidden)"
    if name == "facets":
        return ", ".join(settings.facet_stamps)
    if isinstance(value, dict):
        return ", ".join(f"{key}=(hidden)" for key in value)
    return str(value)
