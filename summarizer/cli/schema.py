"""The command that prints the JSON Schema of a summary."""

import argparse


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of a summary",
        description="Print the JSON Schema of what `summarizer run --json` prints.",
        epilog="example: summarizer schema > summary.schema.json",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001  every command takes its arguments
    """Print the schema."""
    import json

    from summarizer.schema import Summary

    print(json.dumps(Summary.model_json_schema(mode="serialization"), indent=2))
    return 0
