"""The pytest plugin: a test marked ``cassette`` is answered from its cassette, offline.

::

    @pytest.mark.cassette                 # cassettes/MODULE/TEST.yaml beside the test
    def test_my_own_code(): ...

    @pytest.mark.cassette("harbour.yaml")  # cassettes/harbour.yaml beside the test
    def test_another(): ...

    @pytest.mark.cassette(live=True)       # asks the model itself, each time
    def test_the_model(): ...

``pytest --record-cassettes`` records the cassettes of the tests that it runs; without it nothing
is ever recorded, the network is blocked, and what a cassette holds in vain fails its test. The
fixtures of a test play from its cassette, too. In a run with marked tests, one without the marker
that asks a model fails. pytest loads this module in every run, so it imports the rest when it is
needed.
"""

import hashlib
import re
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from summarizer.llm.base import Choice, OpenModel

LONGEST = 120
"""Characters of a cassette's name; file systems take 255 bytes."""

MARKED = pytest.StashKey[bool]()
"""Whether a run has marked tests."""

OPEN = pytest.StashKey[ExitStack]()
"""What a test plays from."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that records."""
    parser.getgroup("summarizer").addoption(
        "--record-cassettes",
        action="store_true",
        help="record the cassettes of the tests that run, asking the model that they name",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line(
        "markers",
        "cassette(path=None, live=False): answer the test's requests from a cassette in "
        "cassettes/ beside it",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note whether there are marked tests, also among those that are deselected later."""
    config.stash[MARKED] = any(item.get_closest_marker("cassette") for item in items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Open the cassette of a test before its fixtures ask anything."""
    with ExitStack() as opened:
        opened.enter_context(_played(item))
        result = yield
        item.stash[OPEN] = opened.pop_all()  # it stays open for the test itself
        return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test within its cassette, and close it."""
    with item.stash[OPEN]:
        return (yield)


def _played(item: pytest.Item) -> AbstractContextManager[object]:
    """Return the context of a test: its cassette, a guard against live models, or nothing."""
    marker = item.get_closest_marker("cassette")
    if marker is None:
        return _guarded(item) if item.config.stash.get(MARKED, False) else nullcontext()
    return nullcontext() if marker.kwargs.get("live") else _in_cassette(item, marker)


@contextmanager
def _in_cassette(item: pytest.Item, marker: pytest.Mark) -> Iterator[None]:
    from summarizer.cassettes import no_network, use  # noqa: PLC0415  only marked tests need it

    record = bool(item.config.getoption("--record-cassettes"))
    again = f"pytest --record-cassettes '{item.nodeid}'"
    path = _path(item, marker, record=record)
    with use(path, record=record, again=again), nullcontext() if record else no_network():
        yield


@contextmanager
def _guarded(item: pytest.Item) -> Iterator[None]:
    """Let a test ask no model but one of a server on this machine."""
    from summarizer.llm.address import is_loopback  # noqa: PLC0415  only runs with marked tests
    from summarizer.llm.opening import open_model, opening_by  # noqa: PLC0415

    def opened(choice: "Choice") -> "OpenModel":
        if not (choice.base_url and is_loopback(choice.base_url)):
            _refuse(choice.name, item)
        return open_model(choice)

    with opening_by(opened):
        yield


def _refuse(model: str, item: pytest.Item) -> NoReturn:
    from summarizer.errors import CassetteError  # noqa: PLC0415  only where it is raised

    raise CassetteError(
        f"The test asks the model {model!r}, and is not marked.",
        hint="Mark it with @pytest.mark.cassette, and record it: pytest --record-cassettes "
        f"'{item.nodeid}'. With @pytest.mark.cassette(live=True) it asks the model each time.",
    )


def _path(item: pytest.Item, marker: pytest.Mark, *, record: bool) -> Path:
    """Return the cassette of a test: the one that it names, or its own."""
    folder = item.path.parent / "cassettes"
    if marker.args:
        return folder / str(marker.args[0])
    own = folder / item.path.stem / f"{_name(item)}.yaml"
    former = folder / item.path.stem / f"{_former_name(item)}.yaml"
    return former if former.exists() and not own.exists() and not record else own


def _name(item: pytest.Item) -> str:
    """Return the name of a test with its classes and case, as a file's: ``TestA.test_x-case``.

    Where it has signs that a file's name cannot hold, or is too long, a digest keeps it apart.
    """
    test = ".".join(item.nodeid.partition("::")[2].split("::"))
    plain = re.sub(r"\[(.*)\]$", r"-\1", test, flags=re.DOTALL)
    safe = re.sub(r"[^\w.-]", "-", plain)[:LONGEST]
    digest = hashlib.sha256(test.encode()).hexdigest()[:8]
    return safe if safe == plain else f"{safe}-{digest}"


def _former_name(item: pytest.Item) -> str:
    """Return the name of version 0.1.0, which tests of several classes and cases could share."""
    return re.sub(r"[^\w.-]+", "-", item.name).strip("-")
