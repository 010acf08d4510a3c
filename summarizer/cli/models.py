"""The command that lists, downloads and serves the embedded models."""

import argparse
import sys
from typing import TYPE_CHECKING

from summarizer.cli.arguments import count, port

if TYPE_CHECKING:
    from summarizer.llm.local.catalogue import Weights


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "models",
        help="list, download or serve the embedded models",
        description="List, download or serve the models that run on this machine.",
        epilog="example: summarizer models pull qwen2.5-coder-0.5b",
    )
    parser.set_defaults(run=run, act=_list)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    listing = actions.add_parser("list", help="list the models of the catalogue (default)")
    listing.set_defaults(act=_list)
    for name, act, text in (
        ("pull", _pull, "download a model and print its path"),
        ("path", _path, "print the path of a downloaded model"),
        ("serve", _serve, "run an OpenAI-compatible server for other tools until Ctrl-C"),
    ):
        action = actions.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        action.add_argument("name", metavar="NAME", nargs="?", help="a name from the list")
        action.set_defaults(act=act)
    action.add_argument("--port", type=port, default=0, help="port (default: any free one)")
    action.add_argument(
        "--context", type=count, default=8192, help="context in tokens (default: 8192)"
    )


def run(args: argparse.Namespace) -> int:
    """Run the action; return 0, because failures raise."""
    args.act(args)
    return 0


def _list(_: argparse.Namespace) -> None:
    from summarizer.llm.local import catalogue

    for weights in catalogue.KNOWN:
        mark = "*" if weights.name == catalogue.DEFAULT else " "
        there = str(weights.path) if weights.path.exists() else "not downloaded"
        size = f"{weights.size / 1e6:.0f} MB"
        print(f"{mark} {weights.name:20}{size:>8}  {weights.licence:12}{there}")


def _pull(args: argparse.Namespace) -> None:
    from summarizer.llm.local.download import fetch

    print(fetch(_weights(args.name)))


def _path(args: argparse.Namespace) -> None:
    from summarizer.errors import LocalModelError

    weights = _weights(args.name)
    if not weights.path.exists():
        raise LocalModelError(
            f"{weights.name} is not downloaded.", hint=f"Run: summarizer models pull {weights.name}"
        )
    print(weights.path)


def _serve(args: argparse.Namespace) -> None:
    from summarizer.errors import LocalModelError
    from summarizer.llm.local.engine import Engine, locate
    from summarizer.llm.names import ModelName

    path, alias = locate(str(ModelName("local", _weights(args.name).name)))
    with Engine(path, alias=alias, context=args.context, port=args.port) as engine:
        print(f"export SUMMARIZER_BASE_URL={engine.base_url}")
        print(f"export SUMMARIZER_API_KEY={engine.key}")
        print(f"export SUMMARIZER_MODEL={engine.alias}", flush=True)
        print(f"Serving {alias} until Ctrl-C.", file=sys.stderr)
        try:
            engine.wait()
        except KeyboardInterrupt:
            return
    raise LocalModelError(
        f"The server of {alias} ended by itself.",
        hint="Memory may have run out: try a smaller --context or a smaller model.",
    )


def _weights(name: str | None) -> "Weights":
    from summarizer.llm.local import catalogue

    return catalogue.find(name or catalogue.DEFAULT)
