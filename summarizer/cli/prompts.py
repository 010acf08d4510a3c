"""The command that lists the prompt templates, or writes them to a folder."""

import argparse
from pathlib import Path

EPILOG = """\
examples:
  summarizer prompts                      what each template asks, and when
  summarizer prompts mine                 write them to the folder mine
  summarizer run --prompts mine news.txt  ask with the templates of that folder
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "prompts",
        help="list the prompt templates, or write them to a folder",
        description="List the templates of all prompts, or write them to a folder, where you can\n"
        "change them for --prompts.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="write them there; the folder is created, and no file in it is replaced",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the templates, or write them; return 0, because failures raise."""
    from summarizer.prompting.templates import SUFFIX, builtin_folder

    templates = sorted(builtin_folder().glob(f"*{SUFFIX}"))
    if args.folder is None:
        _list(templates)
    else:
        _write(templates, args.folder)
    return 0


def _list(templates: list[Path]) -> None:
    """Print each name with the comment at the start of the template."""
    width = max(len(path.name) for path in templates)
    for path in templates:
        about = path.read_text(encoding="utf-8").partition("#}")[0].removeprefix("{#")
        print(f"{path.name:{width}}  {about.strip()}")


def _write(templates: list[Path], folder: Path) -> None:
    from summarizer.storage.atomic_write import writing

    with writing(folder):
        _refuse_files_that_are_there(templates, folder)
        folder.mkdir(parents=True, exist_ok=True)
        for path in templates:
            with (folder / path.name).open("xb") as file:
                file.write(path.read_bytes())
    print(f"Wrote {len(templates)} templates. Use them with: --prompts {folder}")


def _refuse_files_that_are_there(templates: list[Path], folder: Path) -> None:
    from summarizer.errors import SettingsError

    there = [path.name for path in templates if (folder / path.name).exists()]
    if there:
        raise SettingsError(
            f"{str(folder)!r} already has {', '.join(there)}.",
            hint="Name another folder, or move them away first; nothing was written.",
        )
