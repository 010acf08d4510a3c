"""A made-up story about a bridge, and the right answers to every question about it."""

import json

from endpoint import Endpoint, completion, filled

from summarizer import Settings, summarize
from summarizer.errors import SummarizerError

TEXT = """Mayor opens bridge

The mayor of Quillport, Ada Brandt, opened a bridge over the Lenn on Friday.
It cost about 12,400 crowns, the town council said.
Ada Brandt praised the builders and the town council of Quillport.
Nobody else spoke. There was a cake. "The river has kept us apart for too long."
"""

ANSWERS = {
    "GistAnswer": {"gist": "Ada Brandt opened a bridge over the Lenn."},
    "KindsAnswer": {"Ada Brandt": "person", "Quillport": "place", "Lenn": "other"},
    "StanceAnswer": {"position": "criticises", "target": "the river"},
    "SpeakerAnswer": {"speaker": "Ada Brandt"},
    "CaptionsAnswer": "Cost of the bridge over the Lenn",
}


def answering(**changes):
    """An answer function that gives the right answers, but for the changes."""
    answers = ANSWERS | changes
    return lambda request: completion(json.dumps(filled(request, answers)))


def ask(answer, text=TEXT, **arguments):
    """Ask an endpoint with that answer function; an error carries the number of requests."""
    with Endpoint(answer) as endpoint:
        settings = Settings.of(
            environment={"SUMMARIZER_API_KEY": "made-up-key"},
            model="made-up-model",
            base_url=endpoint.url,
            strategy=arguments.pop("strategy", "many"),
            attempts=arguments.pop("attempts", 1),
            repairs=arguments.pop("repairs", 1),
            timeout=arguments.pop("timeout", 300),
            profile=arguments.pop("profile", None),
        )
        try:
            return summarize(text, settings=settings, **arguments), endpoint
        except SummarizerError as error:
            error.requests = len(endpoint.requests)
            raise


def reasons(summary):
    """The reasons of all that was rejected."""
    return {each.reason for each in summary.rejected}
