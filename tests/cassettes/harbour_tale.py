"""A made-up article, right answers about it, and a server that gives them."""

import json

from endpoint import Endpoint, completion, filled

from summarizer import summarize

TEXT = """Pilots end strike

The pilots of Fennmouth went back to work on Monday. “They got 40 berths — and an apology,” said
Ada Brandt, who led the strike.
"""

ANSWERS = {
    "GistAnswer": {"gist": "The pilots of Fennmouth went back to work."},
    "CaptionsAnswer": "berths",
}


def right(request):
    return completion(json.dumps(filled(request, ANSWERS)))


def ask(base_url="http://elsewhere.invalid/v1", *, model="made-up-model", **arguments):
    """Ask for the gist and the figures: two questions."""
    arguments = {"facets": ("gist", "figures"), "strategy": "many"} | arguments
    return summarize(arguments.pop("text", TEXT), model=model, base_url=base_url, **arguments)


def recorded(path, answer=right, **arguments):
    """Record the questions and answers to a cassette, and return the summary."""
    from summarizer.cassettes import use

    with Endpoint(answer) as endpoint, use(path, record=True):
        return ask(endpoint.url, **arguments)
