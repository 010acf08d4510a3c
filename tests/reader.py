"""A model that knows nothing but the prompt it is shown, and a long article for it to read."""

import json
import re

from endpoint import FORMS, completion, failure, filled, name_of

SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
QUOTATION = re.compile(r"^(Q\d+) \[\d+\] (.*)$", re.MULTILINE)
PERSON = re.compile(r"([A-Z]\w+ [A-Z]\w+) (?:keeps|demands)")
SHUT = '"Gate {} stays shut, come what may, this year and every year after it."'
WORDS = "amber birch cedar dune ember fern grove heath iris jade kelp linden moss oak".split()
NAMES = ["Ada Brandt", "Bela Corwin", "Cora Dunmore", "Davi Ellwood", "Edda Farrow"]


def story(paragraphs):
    """An article of so many paragraphs; each has a keeper, a quotation, a figure, and a wish."""
    return "Keepers hold the gates\n\n" + "\n\n".join(map(_paragraph, range(paragraphs)))


def _paragraph(number):
    word = f"{WORDS[number % len(WORDS)]} {WORDS[number // len(WORDS)]}"
    name = NAMES[number % len(NAMES)]
    return (
        f"{name} keeps the {word} gate. {SHUT.format(word)} "
        f"The walls there are {1000 + 7 * number} metres long. "
        f"{name} demands the {word} bridge. Rain fell all week long on every road there is."
    )


class Reader:
    """Answers from the numbered sentences of the prompt; ``refused`` counts the prompts too long.

    Args:
        most: Characters of a prompt that it reads; all, if not given.
    """

    def __init__(self, most=10**9):
        self.most = most
        self.refused = 0

    def __call__(self, request):
        prompt = request["messages"][-1]["content"]
        if len(prompt) > self.most:
            self.refused += 1
            return failure(400, "context_length_exceeded")
        return completion(json.dumps(filled(request, _answers(request, prompt))))


def _answers(request, prompt):
    shown, question = _shown(prompt), _question(prompt)
    quoted = QUOTATION.findall(prompt) if name_of(request) in FORMS else []
    return {
        "GistAnswer": {"gist": shown[0][1]},
        "KindsAnswer": "person",
        "SpeakerAnswer": {"speaker": _speaker(shown, question)} if "stays shut" in question else {},
        "CaptionsAnswer": "length of the walls",
        "quotes": [
            {"id": key, "said": "yes", "speaker": _speaker(shown, words)} for key, words in quoted
        ],
    }


def numbers(prompt):
    """The numbers of the sentences that a prompt shows."""
    return [number for number, _ in _shown(prompt)]


def _shown(prompt):
    return [(int(number), text) for number, text in SENTENCE.findall(prompt)]


def _question(prompt):
    return prompt.rpartition("QUESTION\n")[2]


def _speaker(shown, question):
    """Name the keeper of the gate that is quoted, if the prompt shows one."""
    gate = re.search(r"(\w+ \w+) (?:stays shut)", question)[1]
    return next((PERSON.match(t)[1] for _, t in shown if f" keeps the {gate} gate" in t), "unknown")
