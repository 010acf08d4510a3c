"""An endpoint that answers questions about any article, and fails at random; see docs/faults.md.

python tests/fault_server.py --faults 0.3 --seed 1
python tests/fault_server.py --always no-temperature
"""

import argparse
import json
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

from endpoint import Endpoint, Response, completion, filled, name_of
from faults import HANGING, HARMLESS, LASTING, LEARNT, PASSING, UNUSABLE

ANSWERS = {
    "KindsAnswer": "place",
    "ActorsAnswer": {"actors": []},
    "StanceAnswer": {"position": "none", "target": ""},
    "SpeakerAnswer": {"speaker": "unknown"},
    "CaptionsAnswer": "",
}
"""An answer to each question that is right, or at least in shape, for every article."""


class Misbehaviour:
    """Answers requests, or commits one of the faults.

    Args:
        rate: The share of requests that meet a fault.
        seed: The same seed, article and number of the request give the same fault.
        faults: The names of the faults.
    """

    def __init__(self, rate: float, seed: int, faults: list[str]) -> None:
        self._rate = rate
        self._seed = seed
        self._faults = faults
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, request: dict[str, Any]) -> Response:
        """Answer a request, and log it on standard error."""
        article = article_of(request)
        with self._lock:
            self._asked[article] += 1
            fault = self._fault(f"{self._seed} {article} {self._asked[article]}")
            line = {"article": article, "question": name_of(request), "fault": fault}
            print(json.dumps(line), file=sys.stderr, flush=True)  # noqa: T201
        return (PASSING | UNUSABLE)[fault]() if fault else right(request)

    def _fault(self, occasion: str) -> str | None:
        chance = Random(occasion)
        return chance.choice(self._faults) if chance.random() < self._rate else None


def always(name: str) -> Callable[[dict[str, Any]], Response]:
    """An endpoint with one behaviour of the table, at every request."""
    if name in LEARNT:
        return lambda request: LEARNT[name](request) or right(request)
    if name in HARMLESS:
        return lambda request: HARMLESS[name](right(request))
    return lambda _: (PASSING | LASTING | UNUSABLE)[name]()


def article_of(request: dict[str, Any]) -> str:
    """The first digits of the article's digest, from the mark before its text."""
    found = re.search(
        r"^(?:SENTENCES OF )?ARTICLE (\w+)$", request["messages"][-1]["content"], re.MULTILINE
    )
    return found[1] if found else "?"


def right(request: dict[str, Any]) -> Response:
    """The article's first words as its gist, and nothing else."""
    prompt = request["messages"][-1]["content"]
    first = re.search(r"^\[1\] (.*)$", prompt, re.MULTILINE)
    gist = " ".join(first[1].split()[:20]) if first else ""
    answers = ANSWERS | {"GistAnswer": {"gist": gist}}
    return completion(json.dumps(filled(request, answers)))


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=float, default=0.3, help="share of faulty requests")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--hanging", action="store_true", help="also faults that never end")
    every = PASSING | LASTING | UNUSABLE | LEARNT | HARMLESS
    parser.add_argument("--always", metavar="NAME", choices=every, help="one behaviour, always")
    args = parser.parse_args()
    names = [name for name in PASSING | UNUSABLE if args.hanging or name not in HANGING]
    random = Misbehaviour(args.faults, args.seed, names)
    with Endpoint(always(args.always) if args.always else random, args.port) as endpoint:
        print(endpoint.url, flush=True)  # noqa: T201
        sys.stdin.read()


if __name__ == "__main__":
    main()
