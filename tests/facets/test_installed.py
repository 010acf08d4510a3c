"""A facet from a separate package, found by its entry point, through every command."""

import json
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from endpoint import Endpoint, completion, name_of

from summarizer import Summary, cassettes, summarize
from summarizer.cli import main
from summarizer.errors import CassetteError

PACKAGE = """\
from typing import Literal

from summarizer import Copied, Facet, Item


class Location(Item):
    name: Copied
    kind: Literal["country", "region", "city", "building"]


locations = Facet("locations", Location, "Where does the news happen?", line="{name} ({kind})")
"""
"""All that a user writes: well under fifteen lines."""

FILES = {
    "newsplaces/__init__.py": PACKAGE,
    "newsplaces/broken.py": "raise RuntimeError('it was loaded')\n",
    "newsplaces-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: newsplaces\nVersion: 1.0\n",
    "newsplaces-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: hand\n"
    "Root-Is-Purelib: true\nTag: py3-none-any\n",
    "newsplaces-1.0.dist-info/entry_points.txt": "[summarizer.facets]\n"
    "locations = newsplaces:locations\n"
    "weather = newsplaces.broken:weather\n"
    "words = newsplaces:PACKAGE\n"
    "twice = newsplaces:locations\n",
    "newsplaces-1.0.dist-info/RECORD": "",
}
OTHER = {
    "otherplaces-2.0.dist-info/METADATA": "Metadata-Version: 2.1\n"
    "Name: otherplaces\nVersion: 2.0\n",
    "otherplaces-2.0.dist-info/entry_points.txt": "[summarizer.facets]\n"
    "twice = otherplaces:locations\n",
}
STORY = "Ferry stops\n\nThe ferry to Lund stops in {month}. It is wet in Oslo.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with the package, as pip installs it from a wheel."""
    folder = tmp_path_factory.mktemp("site")
    wheel = folder / "newsplaces-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    pip = ["-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", folder, wheel]
    subprocess.run([sys.executable, *map(str, pip)], check=True, capture_output=True)
    return folder


@pytest.fixture
def package(site, monkeypatch):
    monkeypatch.syspath_prepend(site)
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "newsplaces"]:
        del sys.modules[name]


def answer(request):
    """Say that Lund is a city, and invent a town that the article does not have."""
    invented = {"evidence": [3], "name": "Bergen", "kind": "city"}
    lund = {"evidence": [2], "name": "Lund", "kind": "city"}
    items = [invented] if _is_again(request) else [lund, invented]
    answers = {
        "GistAnswer": {"gist": "The ferry stops."},
        "LocationsAnswer": {"items": items},
        "Form": {"gist": {"text": "The ferry stops.", "sentences": [1]}, "locations": items},
        "Again": {"gist": None, "locations": items},
    }
    return completion(json.dumps(answers[name_of(request)]))


def _is_again(request):
    asked = request["messages"][-1]["content"]
    return name_of(request) == "Again" or "Give only this item again" in asked


@pytest.fixture
def endpoint(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for month in ("May", "June", "July"):
        path = tmp_path / f"news/{month}.txt"
        path.write_text(STORY.format(month=month), encoding="utf-8")
    with Endpoint(answer) as running:
        monkeypatch.setenv("SUMMARIZER_MODEL", "made-up-model")
        monkeypatch.setenv("SUMMARIZER_BASE_URL", running.url)
        yield running


def records():
    lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    return {data["article"]["id"]: data for data in map(json.loads, lines)}


@pytest.mark.usefixtures("package")
def test_run_asks_for_the_facet_of_the_package_and_prints_it(endpoint, capsys):
    assert main(["run", "--facets", "gist,locations", "news/May.txt"]) == 0

    told = capsys.readouterr().out
    assert "\nLocations\n  Lund (city)\n" in told
    assert "locations: 'Bergen' is not in the article." in told
    assert [name_of(request) for request in endpoint.requests] == ["Form", "Again"]
    assert "newsplaces.broken" not in sys.modules


@pytest.mark.usefixtures("package", "endpoint")
def test_a_batch_goes_on_with_the_facet_and_with_no_other():
    batch = ["batch", "news", "-o", "out.jsonl", "--facets", "locations"]
    assert main([*batch, "--limit", "1"]) in {0, 3}
    assert main([*batch, "--resume"]) == 0
    assert sorted(records()) == ["July", "June", "May"]
    facets = json.loads(Path("out.manifest.json").read_text(encoding="utf-8"))["facets"]
    assert [each.partition("@")[0] for each in facets] == ["locations"]
    assert main(["batch", "news", "-o", "out.jsonl", "--resume", "--facets", "gist"]) == 2


@pytest.fixture
def stored(package, endpoint, tmp_path):
    """A file of three summaries, made with the package."""
    out = tmp_path / "out.jsonl"
    assert main(["batch", "news", "-o", str(out), "--facets", "locations"]) == 0
    return out


def without_package(*words):
    """Run a command in a process that cannot import the package."""
    command = [sys.executable, "-m", "summarizer", *map(str, words)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_a_stored_summary_is_shown_without_the_package(stored, tmp_path):
    page, database = tmp_path / "page.html", tmp_path / "out.db"

    assert without_package("verify", stored).returncode == 0
    assert without_package("report", stored, "--html", page).returncode == 0
    assert "Lund (city)" in page.read_text(encoding="utf-8")
    assert without_package("export", "--to", "sqlite", stored, "-o", database).returncode == 0
    rows = sqlite3.connect(database)
    assert (
        rows.execute("SELECT line, name, kind FROM more_locations").fetchall()
        == [("Lund (city)", "Lund", "city")] * 3
    )
    rows.close()
    assert (
        '"locations","locations-1","Lund (city)",'
        in without_package("export", "--to", "csv", stored).stdout
    )


def test_an_invented_item_is_refused_without_the_package(stored):
    data = json.loads(stored.read_text(encoding="utf-8").splitlines()[0])
    data["more"]["locations"]["items"][0]["name"] = {"start": 0, "end": 4, "text": "Rome"}
    stored.write_text(json.dumps(data), encoding="utf-8")

    done = without_package("verify", stored)
    assert done.returncode == 1
    assert "locations[0]: 'Rome' is not in the article." in done.stdout
    assert "0 of 1 summary is valid." in done.stderr


@pytest.mark.usefixtures("package")
def test_a_cassette_holds_the_exchange_and_replays_it(endpoint, tmp_path):
    from newsplaces import locations

    text, path = STORY.format(month="May"), tmp_path / "ferry.yaml"
    with cassettes.use(path, record=True):
        live = summarize(text, facets=["gist", locations], strategy="many")
    asked = len(endpoint.requests)
    with cassettes.use(path):
        replayed = summarize(text, facets=["gist", locations], strategy="many")
    with pytest.raises(CassetteError), cassettes.use(path):
        summarize(text, facets=["gist"], strategy="many")

    assert len(endpoint.requests) == asked == 3
    assert replayed[locations] == live[locations] != ()
    assert Summary.model_validate_json(live.model_dump_json())[locations] == live[locations]


@pytest.mark.usefixtures("package", "endpoint")
def test_the_cache_asks_no_second_time(endpoint, capsys):
    for _ in range(2):
        assert main(["run", "--facets", "locations", "--cache", "kept.db", "news/May.txt"]) == 0

    assert len(endpoint.requests) == 2
    assert "Lund (city)" in capsys.readouterr().out.rpartition("Ferry stops")[2]


@pytest.mark.usefixtures("package", "endpoint")
@pytest.mark.parametrize(
    ("facets", "words"),
    [
        ("locatoins", "No facet is called 'locatoins'. Did you mean 'locations'?"),
        ("nothing", "Known are: gist, actors, stances, quotes, statements, figures, "),
        ("weather", "'newsplaces.broken:weather' of newsplaces cannot be loaded: RuntimeError("),
        ("words", "'newsplaces:PACKAGE' of newsplaces cannot be loaded: AttributeError("),
        ("newsplaces:Copied", "'newsplaces:Copied' of the command line is no facet"),
        ("nowhere:locations", "ModuleNotFoundError("),
        ("quotes,locations,newsplaces:locations", "Two facets are called 'locations'."),
    ],
)
def test_what_names_no_facet_is_an_error_at_once(facets, words, capsys, endpoint):
    assert main(["run", "--facets", facets, "news/May.txt"]) == 2

    assert words in capsys.readouterr().err
    assert endpoint.requests == []


@pytest.mark.usefixtures("package", "endpoint")
def test_a_name_of_two_packages_is_an_error_that_names_both(tmp_path, monkeypatch, capsys):
    for name, text in OTHER.items():
        (tmp_path / "more" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "more" / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "more")

    assert main(["run", "--facets", "locations", "news/May.txt"]) == 0
    assert main(["run", "--facets", "twice", "news/May.txt"]) == 2
    assert "newsplaces and otherplaces both have a facet 'twice'." in capsys.readouterr().err


@pytest.mark.usefixtures("endpoint")
def test_a_module_that_exits_is_an_error_like_any_other(tmp_path, capsys):
    (tmp_path / "leaving.py").write_text("raise SystemExit(0)", encoding="utf-8")

    assert main(["run", "--facets", "leaving:locations", "news/May.txt"]) == 2
    assert "cannot be loaded: SystemExit(0)" in capsys.readouterr().err


@pytest.mark.usefixtures("endpoint")
def test_a_module_of_the_current_folder_is_found(tmp_path, capsys):
    (tmp_path / "places_here.py").write_text(PACKAGE, encoding="utf-8")

    assert main(["run", "--facets", "places_here:locations", "news/May.txt"]) == 0
    assert "Lund (city)" in capsys.readouterr().out
    assert str(tmp_path) not in sys.path
    del sys.modules["places_here"]
