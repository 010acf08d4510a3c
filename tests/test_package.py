"""The public surface, and that the package is whole: names, errors, templates, sizes."""

import ast
import doctest
import importlib.util
import pkgutil
import sys
from pathlib import Path
from typing import get_type_hints

import forked
import pytest

import summarizer
from summarizer import errors
from summarizer.prompting.templates import Templates, builtin_folder

ROOT = Path(summarizer.__file__).parent
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer.")
    if not module.name.endswith("__main__")
)
NOT_IMPORTED = {"summarizer.llm.local.server", "summarizer.cassettes.plugin"}
IMPORTED = [name for name in MODULES if name not in NOT_IMPORTED]
WITH_EXAMPLES = [
    name
    for name in IMPORTED
    if ">>> " in Path(importlib.util.find_spec(name).origin).read_text(encoding="utf-8")
]


def test_every_public_name_is_there_and_sorted():
    assert list(summarizer.__all__) == sorted(summarizer.__all__)
    for name in summarizer.__all__:
        assert getattr(summarizer, name).__name__ == name


@pytest.mark.parametrize(
    "name", ["asummarize", "explain", "outline", "summarize", "summarize_many"]
)
def test_the_types_of_a_public_function_can_be_read_while_it_runs(name):
    assert "return" in get_type_hints(getattr(summarizer, name))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonesuch"):
        summarizer.nonesuch  # noqa: B018


def test_every_error_is_in_the_tree_of_the_docstring():
    for name, error in vars(errors).items():
        if isinstance(error, type) and issubclass(error, Exception):
            assert issubclass(error, errors.SummarizerError)
            assert name in errors.__doc__


def test_the_templates_are_found_and_have_a_digest():
    assert builtin_folder().is_dir()
    assert Templates().digest.startswith("sha256:")


def test_the_examples_in_the_docstrings_run():
    runs = {name: doctest.testmod(importlib.import_module(name)) for name in WITH_EXAMPLES}

    assert [name for name, run in runs.items() if run.failed] == []


def test_modules_and_functions_stay_small():
    sources = {path: path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py")}
    assert [path for path, source in sources.items() if len(source.splitlines()) > 300] == []
    long = {path: list(long_functions(ast.parse(source))) for path, source in sources.items()}
    assert {path: names for path, names in long.items() if names} == {}


def long_functions(tree):
    """Yield the names of the functions with 40 lines and more, their docstrings left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node) is not None
            body = node.body[1:] if documented and len(node.body) > 1 else node.body
            if body[-1].end_lineno - body[0].lineno >= 40:
                yield node.name


def test_every_module_can_be_the_first_that_is_imported():
    # What a package's own import brings has been first with it. Other rooms stay loaded: a
    # circle is possible within a room only, since the layers point one way.
    code = f"""
import importlib, sys
for name in [name for name in sys.modules if name.partition(".")[0] == "summarizer"]:
    del sys.modules[name]
brought = {{"summarizer": set()}}
for name in {IMPORTED!r}:
    if name in brought[name.rpartition(".")[0]]:
        brought.setdefault(name, brought[name.rpartition(".")[0]])
        continue
    importlib.import_module(name)
    room = name.split(".")[:2]
    brought[name] = {{each for each in sys.modules if each.split(".")[:2] == room}}
    for loaded in brought[name]:
        del sys.modules[loaded]
"""
    done = forked.run([sys.executable, "-c", code], capture_output=True)

    assert (done.returncode, done.stderr) == (0, "")
