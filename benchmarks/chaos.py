"""Kill a batch of 2,000 articles five times, at an endpoint with 30 % faults: is anything lost?

The output is a symbolic link. Once the disk is full, as far as the batch can see, and once a second
batch is started on the file that the link leads to.

python benchmarks/chaos.py [--articles 2000] [--kills 5] [--faults 0.3] [--seed 1]
"""

import argparse
import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from summarizer import Article, Summary
from summarizer.storage.failure import Failure, is_failure

SERVER = Path(__file__).parents[1] / "tests" / "fault_server.py"

Process = subprocess.Popen[str]


@dataclass
class Aftermath:
    """The result of a batch.

    Args:
        records: Number of records for each article, by its mark.
        failures: Number of records that are failures.
        killed_at: Number of complete records at each kill.
        torn: Number of kills that left an incomplete last line.
        full: Exit code of the batch that found no room for a record; None if there was room.
        refused: Whether a second batch on the same file was refused.
        again: Articles with a request after their record was written.
        requests: Requests that reached the server, over all runs.
        faults: Requests that it answered with a fault.
        seconds: Wall time.
    """

    records: Counter[str] = field(default_factory=Counter)
    failures: int = 0
    killed_at: list[int] = field(default_factory=list)
    torn: int = 0
    full: int | None = None
    refused: bool = False
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
        self._output = folder / "elsewhere" / "records.jsonl"
        self._output.parent.mkdir()
        link = folder / "out.jsonl"
        link.symlink_to(self._output)
        self._log = folder / "requests.jsonl"
        self._log.touch()
        self._faults = ["--faults", str(faults), "--seed", str(seed)]
        self._chance = Random(seed)  # noqa: S311  not for secrets
        lines = (json.dumps({"id": f"a{n}", "text": _story(n)}) for n in range(articles))
        (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
        words = ["--resume", "--facets", "gist", "--concurrency", str(concurrency)]
        batch = [sys.executable, "-m", "summarizer", "batch", str(folder / "in.jsonl"), *words]
        self._command = [*batch, "-o", str(link)]
        self._rival = [*batch, "-o", str(self._output)]

    def run(self, kills: int) -> Aftermath:
        """Kill the batch this many times, each time after a random record, then let it finish.

        In between, once, the disk is full after some more records.
        """
        found, began = Aftermath(), time.monotonic()
        moments = sorted(self._chance.sample(range(len(self.marks) * 8 // 10), kills))
        with self._server() as url:
            for moment in moments:
                self._go_on(url, found, lambda process, moment=moment: self._kill(process, moment))
            self._go_on(url, found, self._fill)
            found.full = self._returned
            self._go_on(url, found, lambda process: self._compete(process, url, found))
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

    def _go_on(self, url: str, found: Aftermath, meanwhile: Callable[[Process], None]) -> None:
        """Run the batch to its end, and do something meanwhile.

        Note the articles with a request although their record was there before.
        """
        done = {_mark_of(json.loads(line)) for line in self._whole()}
        before = len(self._asked())
        with start(self._command, url, subprocess.DEVNULL) as process:
            meanwhile(process)
        self._returned = process.returncode
        if process.returncode == -signal.SIGKILL:
            found.killed_at.append(len(self._whole()))
            found.torn += not self._output.read_bytes().endswith(b"\n")
        found.again |= done & {each["article"] for each in self._asked()[before:]}

    def _fill(self, process: Process) -> None:
        """Leave room for a few records more: then a write fails, as on a full disk."""
        room = self._output.stat().st_size * 21 // 20
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    def _compete(self, process: Process, url: str, found: Aftermath) -> None:
        """Hold the batch up, and start a second one on the file that the link leads to."""
        count = len(self._whole())
        while len(self._whole()) == count and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGSTOP)
        with start(self._rival, url, subprocess.PIPE) as rival:
            found.refused = "Another process is writing" in rival.communicate()[1]
        process.send_signal(signal.SIGCONT)

    def _kill(self, process: Process, until: int) -> None:
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


def start(command: list[str], url: str, stderr: int) -> Process:
    """Start a command of the command line."""
    return subprocess.Popen(command, env=environment(url), stderr=stderr, text=True)  # noqa: S603  our own


def environment(url: str) -> dict[str, str]:
    """Return the environment of a command."""
    return os.environ | {"SUMMARIZER_MODEL": "m", "SUMMARIZER_BASE_URL": url}


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
    """Run it, print the result, and return 1 if anything was lost, repeated or asked again.

    It is 1, too, if a full disk is no error, or a second batch is not refused.
    """
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
    print(f"full disk: exit code            {found.full!s:>6}")
    print(f"second batch refused            {found.refused!s:>6}")
    print(f"requests, of them with a fault  {found.requests:6} {found.faults:6}")
    print(f"records, of them failures       {found.records.total():6} {found.failures:6}")
    print(f"lost                            {len(lost):6}")
    print(f"recorded twice                  {len(doubled):6}")
    print(f"asked again after their record  {len(found.again):6}")
    print(f"seconds                         {found.seconds:6.0f}")
    return int(bool(lost or doubled or found.again or found.full != 2 or not found.refused))


if __name__ == "__main__":
    sys.exit(main())
