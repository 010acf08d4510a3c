"""The pytest plugin, as a user's own project meets it."""

import gc
import hashlib
import subprocess
import sys

import forked
import pytest
from endpoint import Endpoint
from harbour_tale import TEXT, recorded, right

from summarizer.cli import main

pytest_plugins = ["pytester"]

TESTS = f"""
import socket
import pytest
from summarizer import summarize

TEXT = {TEXT!r}

def gist(text=TEXT):
    asked = dict(model="made-up-model", base_url=URL, facets=["gist"])
    return summarize(text, **asked).gist

@pytest.mark.cassette
def test_unnamed():
    assert "Fennmouth" in gist()

@pytest.mark.cassette("mine.yaml")
def test_named():
    assert "Fennmouth" in gist()

@pytest.mark.cassette("mine.yaml")
def test_network():
    gist()
    with pytest.raises(Exception, match="network is blocked"):
        socket.create_connection(("192.0.2.1", 80), 0.1)
"""


@pytest.fixture(scope="module", autouse=True)
def loaded(tmp_path_factory):
    """Load the clients once: pytester would unload and load them in each run."""
    recorded(tmp_path_factory.mktemp("warm") / "up.yaml")


@pytest.fixture
def project(pytester):
    """A project with its tests; ``project(URL, *options)`` runs them.

    It shows no captured logs: asyncio may log there what an earlier test of this process left.
    Nor is garbage collected meanwhile: what that has to say is formatted with the parser of Python,
    which in 3.11 may not be asked while pytest has it parse a traceback.
    """

    def run(url, *options, tests=TESTS):
        pytester.makepyfile(test_mine=f"URL = {url!r}\n{tests}")
        plugin = ("-p", "no:summarizer", "-p", "summarizer.cassettes.plugin")
        quiet = ("-p", "no:cacheprovider", "--show-capture=no")
        gc.collect()
        gc.disable()
        try:
            return pytester.runpytest_inprocess(*plugin, *quiet, *options)
        finally:
            gc.enable()

    run.path = pytester.path
    return run


def record(project, *options, tests=TESTS):
    with Endpoint(right) as endpoint:
        return project(
            endpoint.url, "--record-cassettes", "-k", "not network", *options, tests=tests
        )


def test_cassettes_are_recorded_when_asked_and_replayed_without_network(project):
    record(project).assert_outcomes(passed=2, deselected=1)
    files = sorted(path.relative_to(project.path) for path in project.path.rglob("*.yaml"))
    assert list(map(str, files)) == ["cassettes/mine.yaml", "cassettes/test_mine/test_unnamed.yaml"]
    project("http://elsewhere.invalid/v1").assert_outcomes(passed=3)


def test_nothing_is_recorded_unasked(project):
    with Endpoint(right) as endpoint:
        result = project(endpoint.url)
        assert endpoint.requests == []
    result.assert_outcomes(errors=3)
    result.stdout.fnmatch_lines(
        [
            "*There is no cassette *mine.yaml'.",
            "*Record it: pytest --record-cassettes 'test_mine.py::test_named'",
        ]
    )


def test_a_change_fails_with_what_changed_and_what_to_do(project):
    record(project)
    changed = TESTS.replace("on Monday", "on Friday")
    result = project("http://elsewhere.invalid/v1", "-k", "named", tests=changed)
    result.assert_outcomes(failed=2, deselected=1)
    result.stdout.fnmatch_lines(
        [
            "*-*on Monday.*",
            "*+*on Friday.*",
            "*record it anew: pytest --record-cassettes 'test_mine.py::test_unnamed'",
        ]
    )
    result.stdout.no_fnmatch_line("*site-packages*")


def test_what_is_not_asked_fails(project):
    record(project)
    idle = TESTS.replace('assert "Fennmouth" in gist()', "pass")
    result = project("http://elsewhere.invalid/v1", "-k", "named", tests=idle)
    result.assert_outcomes(failed=2, deselected=1)
    result.stdout.fnmatch_lines(["*1 recorded requests were not asked*"])


def test_tests_without_the_marker_are_left_alone(project):
    project("", tests="def test_it():\n    pass").assert_outcomes(passed=1)


def test_each_case_of_a_test_has_its_own_cassette(project):
    tests = TESTS + (
        "\n@pytest.mark.cassette\n@pytest.mark.parametrize('day', ['Friday', 'a/b'])\n"
        "def test_days(day):\n    assert gist(TEXT.replace('Monday', day))\n"
    )
    record(project, tests=tests).assert_outcomes(passed=4, deselected=1)
    names = {path.name for path in project.path.rglob("test_days*")}
    assert names == {"test_days-Friday.yaml", f"test_days-a-b-{digest('test_days[a/b]')}.yaml"}
    project("http://elsewhere.invalid/v1", tests=tests).assert_outcomes(passed=5)


def digest(test):
    return hashlib.sha256(test.encode()).hexdigest()[:8]


SAME_NAMES = (
    TESTS
    + """
class TestMonday:
    @pytest.mark.cassette
    def test_day(self):
        assert gist()

class TestFriday:
    @pytest.mark.cassette
    @pytest.mark.parametrize("day", ["Fri/day", "Fri-day", "Fri day"])
    def test_day(self, day):
        assert gist(TEXT.replace("Monday", day))
"""
)


def test_each_test_has_its_own_cassette_whatever_its_class_and_case(project):
    record(project, tests=SAME_NAMES).assert_outcomes(passed=6, deselected=1)
    names = {path.name for path in project.path.rglob("*test_day*.yaml")}
    assert names == {
        "TestMonday.test_day.yaml",
        "TestFriday.test_day-Fri-day.yaml",
        f"TestFriday.test_day-Fri-day-{digest('TestFriday.test_day[Fri/day]')}.yaml",
        f"TestFriday.test_day-Fri-day-{digest('TestFriday.test_day[Fri day]')}.yaml",
    }
    project("http://elsewhere.invalid/v1", tests=SAME_NAMES).assert_outcomes(passed=7)


def test_a_cassette_with_its_former_name_is_still_found(project):
    tests = SAME_NAMES.replace('["Fri/day", "Fri-day", "Fri day"]', '["Fri/day"]')
    record(project, tests=tests).assert_outcomes(passed=4, deselected=1)
    folder = project.path / "cassettes" / "test_mine"
    (folder / "TestMonday.test_day.yaml").rename(folder / "test_day.yaml")
    [own] = folder.glob("TestFriday*")
    own.rename(folder / "test_day-Fri-day.yaml")

    project("http://elsewhere.invalid/v1", tests=tests).assert_outcomes(passed=5)

    record(project, tests=tests)
    assert (folder / "TestMonday.test_day.yaml").exists()


FIXTURE = (
    TESTS
    + """
@pytest.fixture
def asked():
    yield gist(TEXT.replace("Monday", "Friday"))

@pytest.mark.cassette
def test_fixture(asked):
    assert asked and gist()
"""
)


def test_a_fixture_plays_from_the_cassette_of_its_test(project):
    record(project, tests=FIXTURE).assert_outcomes(passed=3, deselected=1)
    text = (project.path / "cassettes" / "test_mine" / "test_fixture.yaml").read_text("utf-8")
    assert "on Friday" in text
    assert "on Monday" in text
    project("http://elsewhere.invalid/v1", tests=FIXTURE).assert_outcomes(passed=4)


def test_a_fixture_without_a_cassette_asks_nobody(project):
    with Endpoint(right) as endpoint:
        project(endpoint.url, "-k", "fixture", tests=FIXTURE).assert_outcomes(
            errors=1, deselected=3
        )
        assert endpoint.requests == []


UNMARKED = (
    TESTS
    + """
def test_forgotten():
    summarize(TEXT, model="m", base_url="https://models.example/v1", facets=["gist"])

@pytest.fixture
def asked():
    from summarizer import Settings

    summarize(TEXT, settings=Settings(model="local", gist_mode="write"), facets=["gist"])

def test_forgotten_fixture(asked):
    pass

@pytest.mark.cassette(live=True)
def test_live():
    assert gist()

def test_own_server():
    assert gist()

def test_own_model():
    from summarizer import FakeModel
    assert summarize(TEXT, model=FakeModel([{"gist": "It rained."}] * 3), facets=["gist"])
"""
)


def test_a_test_that_asks_a_model_without_the_marker_fails(project):
    with Endpoint(right) as endpoint:
        result = project(endpoint.url, "-k", "forgotten or live or own", tests=UNMARKED)
    result.assert_outcomes(failed=1, errors=1, passed=3, deselected=3)
    result.stdout.fnmatch_lines_random(
        [
            "*The test asks the model 'm', and is not marked.",
            "*The test asks the model 'local', and is not marked.",
            "*Mark it with @pytest.mark.cassette*'test_mine.py::test_forgotten'*",
        ]
    )


MARKED = f"""
import pytest
from summarizer import summarize

@pytest.mark.cassette
@pytest.mark.parametrize("day", ["Monday", "Tuesday", "Friday", "Sunday"])
def test_day(day):
    summary = summarize(f"{{day}}. " + {TEXT!r}, facets=["gist"])
    assert "Fennmouth" in summary.gist
"""


def test_the_command_records_the_tests_of_pytest_and_a_worker_replays_them(
    tmp_path, monkeypatch, capfd
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")  # loaded by each process
    monkeypatch.setattr("summarizer.cli.record.subprocess", forked)
    (tmp_path / "test_mine.py").write_text(MARKED, encoding="utf-8")

    def recorded():
        return sorted(path.name for path in tmp_path.rglob("*.yaml"))

    with Endpoint(right) as endpoint:
        given = ["record", "test_mine.py", "--model", "made-up", "--base-url", endpoint.url]
        assert main([*given, "--dry-run"]) == 0
        assert (endpoint.requests, recorded()) == ([], [])
        assert main(given) == 0
    assert len(recorded()) == 4
    assert main(["record", "test_missing.py"]) == 1

    monkeypatch.setenv("SUMMARIZER_MODEL", "made-up")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://elsewhere.invalid/v1")
    worker = [sys.executable, "-m", "pytest", "-q", "-n", "1", "-p", "no:cacheprovider"]
    assert subprocess.run([*worker, "test_mine.py"], check=False).returncode == 0
    assert "4 passed" in capfd.readouterr().out


def test_pytest_starts_without_loading_any_client():
    import subprocess
    import sys

    code = (
        "import sys, summarizer.cassettes.plugin;"
        "print([m for m in ('yaml', 'httpx2', 'openai', 'pydantic') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
