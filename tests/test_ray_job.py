"""Articles through a real Ray of two workers: the example of the docs, and an endpoint for each.

python -m pytest -m ray
"""

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
from endpoint import Endpoint, failure
from fault_server import article_of, right
from pyarrow import parquet
from test_many import about, texts

from summarizer import Summary
from summarizer.storage.failure import Failure

pytestmark = pytest.mark.ray

DOCS = Path(__file__).parents[1] / "docs" / "many.md"
EXAMPLE = re.search(r"```python\n(import ray\n.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[1]
SCRIPT = f"""
import os, sys
import ray
from summarizer import Settings

ray.init(num_cpus=2, include_dashboard=False)

{EXAMPLE}

def one_for_each(folder=os.getcwd(), urls=sys.argv[1:]):
    for number, url in enumerate(urls):
        try:
            os.close(os.open(f"{{folder}}/taken-{{number}}", os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            continue
        return Settings(model="m", base_url=url, facets=("gist",))

articles = ray.data.read_json("lines/", lines=True)
articles.map_batches(
    Summarizer,
    fn_constructor_kwargs={{"settings": one_for_each}},
    compute=ray.data.ActorPoolStrategy(size=2),
).write_parquet("lines-out/")
"""
ALONE = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "disabled",
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # nothing listens but on the loopback address
}
STORIES = 12


def answer(request):
    return failure(400) if about(request, "rained 3 ") else right(request)


class Pair:
    """Answers of two endpoints, which keep the first back until both have been asked."""

    def __init__(self):
        self._asked = [threading.Event(), threading.Event()]

    def answer(self, number):
        def answer_when_both_are_asked(request):
            self._asked[number].set()
            self._asked[1 - number].wait(60)
            return answer(request)

        return answer_when_both_are_asked


def fill(folder):
    """Write the stories, two a file, as Parquet and as JSON Lines."""
    (folder / "news").mkdir()
    (folder / "lines").mkdir()
    stories = [{"id": f"s{number}", "text": text} for number, text in enumerate(texts(STORIES))]
    for number in range(0, STORIES, 2):
        two = stories[number : number + 2]
        parquet.write_table(pa.Table.from_pylist(two), folder / f"news/{number}.parquet")
        (folder / f"lines/{number}.jsonl").write_text("\n".join(map(json.dumps, two)))


def run(folder, url, *urls):
    """Run the script, with one endpoint in its environment and the others as its arguments."""
    own = {"HOME": folder, "RAY_TMPDIR": folder}
    asked = {"SUMMARIZER_MODEL": "m", "SUMMARIZER_BASE_URL": url}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *urls],
        cwd=folder,
        env=os.environ | ALONE | own | asked,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def job():
    """The folder where the script was run, and the endpoints that it asked."""
    pair = Pair()
    with (
        TemporaryDirectory(prefix="ray") as folder,  # pytest's is too long a path for a socket
        Endpoint(answer) as endpoint,
        Endpoint(pair.answer(0)) as one,
        Endpoint(pair.answer(1)) as other,
    ):
        fill(Path(folder))
        run(folder, endpoint.url, one.url, other.url)
        yield Path(folder), endpoint, one, other


def articles(endpoint):
    return {article_of(request) for request in endpoint.requests}


@pytest.mark.parametrize("out", ["out", "lines-out"])
def test_every_article_is_a_row_and_a_failed_one_has_an_error(out, job):
    found = parquet.read_table(job[0] / out).to_pylist()

    assert sorted(row["text"] for row in found) == sorted(texts(STORIES))
    assert [row["id"] for row in found if row["error"]] == ["s3"]
    for row in found:
        kind = Failure if row["error"] else Summary
        assert kind.model_validate_json(row["record"]).article.id == row["id"]


def test_the_environment_of_the_workers_names_their_endpoint(job):
    assert len(articles(job[1])) == STORIES


def test_each_worker_may_have_an_endpoint_of_its_own(job):
    _, _, one, other = job

    assert articles(one)
    assert articles(other)
    assert not articles(one) & articles(other)
    assert len(articles(one) | articles(other)) == STORIES
