"""Kill a batch of 2,000 articles five times, at an endpoint with 30 % faults: is anything lost?

python benchmarks/chaos.py [--articles 2000] [--kills 5] [--faults 0.3] [--seed 1]
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from summarizer import Article, Summary
from summarizer.storage.failure import Failure, is_failure

SERVER = Path(__file__).parents[1] / "tests" / "fault_server.py"


@dataclass
class Aftermath:
    """The result of a batch.

    Args:
        records: Number of records for each article, by its mark.
        failures: Number of records that are failures.
        killed_at: Number of complete records at each kill.
        torn: Number of kills that left an incomplete last line.
        again: Articles with a request after their record was written.
        requests: Requests that reached the server, over all runs.
        faults: Requests that it answered with a fault.
        seconds: Wall time.
    """

    records: Counter[str] = field(default_factory=Counter)
    failures: int = 0
    killed_at: list[int] = field(default_factory=list)
    torn: int = 0
    again: set[str] = field(default_factory=set)
    requests: int = 0
    faults: int = 0
    seconds: float = 0


class Chaos:
    """One input, one output, a server with faults, and a process that is killed.

    Args:
        folder: An empty folder.
        articles: Number of articles.
        faults: Share of the requests that get a fault.
        seed: Seed for the faults and the moments of the kills.
        concurrency: Requests at once.
    """

    def __init__(
        self, folder: Path, *, articles: int, faults: float, seed: int, concurrency: int
    ) -> None:
        self.marks = [_mark(text) for text in map(_story, range(articles))]
        self._output = folder / "out.jsonl"
        self._log = folder / "requests.jsonl"
        self._log.touch()
        self._faults = ["--faults", str(faults), "--seed", str(seed)]
        self._chance = Random(seed)  # noqa: S311  not for secrets
        lines = (json.dumps({"id": f"a{n}", "text": _story(n)}) for n in range(articles))
        (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
        words = ["batch", str(folder / "in.jsonl"), "-o", str(self._output), "--resume"]
        words += ["--facets", "gist", "--concurrency", str(concurrency)]
        self._command = [sys.executable, "-m", "summarizer", *words]

    def run(self, kills: int) -> Aftermath:
        """Kill the batch this many times, each time after a random record, then let it finish."""
        found, began = Aftermath(), time.monotonic()
        moments = sorted(self._chance.sample(range(len(self.marks) * 9 // 10), kills))
        with self._server() as url:
            for moment in moments:
                self._go_on(url, found, until=moment)
            self._go_on(url, found)
        self._read(found)
        found.seconds = time.monotonic() - began
        return found

    @contextmanager
    def _server(self) -> Iterator[str]:
        command = [sys.executable, str(SERVER), *self._faults]
        with (
            self._log.open("w") as log,
            subprocess.Popen(  # noqa: S603  our own server
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
            ) as server,
        ):
            assert server.stdout  # noqa: S101  it is a pipe
            yield server.stdout.readline().strip()
            server.communicate("")

    def _go_on(self, url: str, found: Aftermath, until: int | None = None) -> None:
        """Run the batch to its end, or kill it after this many records.

        Note the articles with a request although their record was there before.
        """
        done = {_mark_of(json.loads(line)) for line in self._whole()}
        before = len(self._asked())
        environment = os.environ | {"SUMMARIZER_MODEL": "m", "SUMMARIZER_BASE_URL": url}
        with subprocess.Popen(  # noqa: S603  our own command
            self._command, env=environment, stderr=subprocess.DEVNULL
        ) as process:
            if until is not None:
                self._kill(process, until)
        if process.returncode == -signal.SIGKILL:
            found.killed_at.append(len(self._whole()))
            found.torn += not self._output.read_bytes().endswith(b"\n")
        found.again |= done & {each["article"] for each in self._asked()[before:]}

    def _kill(self, process: "subprocess.Popen[bytes]", until: int) -> None:
        while len(self._whole()) <= until and process.poll() is None:
            time.sleep(0.02)
        time.sleep(self._chance.uniform(0, 0.05))
        process.kill()

    def _whole(self) -> list[bytes]:
        data = self._output.read_bytes() if self._output.exists() else b""
        return data[: data.rfind(b"\n") + 1].splitlines()

    def _asked(self) -> list[dict[str, str]]:
        """Return the requests in the log of the server, which also has connection errors."""
        found = re.findall(r'\{"article": [^{}]*\}', self._log.read_text())
        return [json.loads(line) for line in found]

    def _read(self, found: Aftermath) -> None:
        """Read and validate the output, and read the server's log."""
        for line in self._output.read_bytes().splitlines():
            data = json.loads(line)
            (Failure if is_failure(data) else Summary).model_validate(data)
            found.records[_mark_of(data)] += 1
            found.failures += is_failure(data)
        asked = self._asked()
        found.requests = len(asked)
        found.faults = sum(each["fault"] is not None for each in asked)


def _story(number: int) -> str:
    return (
        f"Flood in ward {number}\n\nThe river Lenn rose {number + 2} feet in Quillport on Friday."
    )


def _mark(text: str) -> str:
    """Return the name of an article in the prompt."""
    return Article(text).digest[7:15]


def _mark_of(record: dict[str, dict[str, str]]) -> str:
    return record["article"]["digest"][7:15]


def main() -> int:
    """Run it, print the result, and return 1 if anything was lost, repeated or asked again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--faults", type=float, default=0.3)
    parser.add_argument("--concurrency", type=int, default=32)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chaos = Chaos(
            Path(folder),
            articles=args.articles,
            faults=args.faults,
            seed=args.seed,
            concurrency=args.concurrency,
        )
        return _report(chaos.marks, chaos.run(args.kills))


def _report(marks: list[str], found: Aftermath) -> int:
    lost = set(marks) - found.records.keys()
    doubled = [mark for mark, count in found.records.items() if count > 1]
    print(f"articles                        {len(marks):6}")
    print(f"whole records at each kill      {found.killed_at}, {found.torn} with a torn last line")
    print(f"requests, of them with a fault  {found.requests:6} {found.faults:6}")
    print(f"records, of them failures       {found.records.total():6} {found.failures:6}")
    print(f"lost                            {len(lost):6}")
    print(f"recorded twice                  {len(doubled):6}")
    print(f"asked again after their record  {len(found.again):6}")
    print(f"seconds                         {found.seconds:6.0f}")
    return int(bool(lost or doubled or found.again))


if __name__ == "__main__":
    sys.exit(main())
