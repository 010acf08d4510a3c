"""Fills the form of strategy ``one`` from answers to the questions of ``many``."""

import re
from typing import Any

NAMES = re.compile(r"^Names: (.*)$", re.MULTILINE)
QUOTATION = re.compile(r"^(Q\d+) \[\d+\] .*?(, said by .*)?$", re.MULTILINE)
FIGURE = re.compile(r"(?:^\d+:|;) (F\d+) (.*?)(?=; F\d|$)", re.MULTILINE)
STANCE = {"id": None, "actor": "", "sentences": [], "position": "none", "target": ""}


def form(prompt: str, answers: dict[str, Any]) -> dict[str, Any]:
    """A filled form: every quotation has one speaker, every figure one caption.

    ``answers["Form"]`` replaces the lists of some facets, or leaves them out where it has None.
    """
    listed = prompt.rpartition("FOUND BY CODE")[2]
    lists = {
        "gist": {"text": answers.get("GistAnswer", {}).get("gist", ""), "sentences": [1]},
        "actors": [_actor(name, answers["KindsAnswer"]) for name in _names(listed)],
        "stances": [],
        "statements": [],
        "quotes": answers.get("quotes")
        or [
            {"id": key, "said": "yes"} | answers["SpeakerAnswer"]
            for key, known in QUOTATION.findall(listed)
            if not known
        ],
        "figures": [
            {"id": key, "measures": _caption(text, answers["CaptionsAnswer"])}
            for key, text in FIGURE.findall(listed)
        ],
    } | answers.get("Form", {})
    return {name: part for name, part in lists.items() if part is not None}


def _names(listed: str) -> list[str]:
    found = NAMES.search(listed)
    return found[1].split("; ") if found else []


def _actor(name: str, kinds: Any) -> dict[str, Any]:
    kind = kinds if isinstance(kinds, str) else kinds.get(name, "none")
    return {"name": name, "kind": "none" if kind == "place" else kind, "role": None, "also": []}


def _caption(text: str, captions: Any) -> Any:
    return captions if isinstance(captions, str) else captions.get(text, "")
