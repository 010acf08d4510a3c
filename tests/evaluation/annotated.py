"""Two made-up articles with annotated quotations, and predictions of several qualities."""

FERRY = """Ferry strike ends after nine days

The ferry strike in Port Alder ended on Friday. “We got what we came for,” said Tomas Reed, who
leads the dockers. “Not a crown less.”

Mayor Ines Calloway called the deal “hard but fair” and thanked both sides. Her brother, Rowan
Calloway, runs the Alder Line. “It will cost us two boats,” he said, “and perhaps a third one next
winter.”

The so-called “floating picket” had blocked the harbour. A spokesman for the Alder Line said the
company ''regrets every hour of it''.

“We got what we came for,” a banner on the quay said on Saturday."""

BAKERY = """Baker wins prize for old bread

«Bread is a memory you can eat,» Odalys Brennick told the jury. She bakes in Little Tern.

"My mother burnt more loaves than I have sold," Brennick said. "She would have laughed at this."

Critics said the prize had “lost its crust”."""


def _quote(text, words, speaker, kind="direct", nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {
        "text": words,
        "start": start,
        "end": start + len(words),
        "speaker_text": speaker,
        "speaker_start": text.index(speaker) if speaker else None,
        "kind": kind,
    }


def _stretch(text, words, nth=0):
    quote = _quote(text, words, None, nth=nth)
    return [quote["start"], quote["end"]]


def _record(name, text, quotes, *, others=(), discard=()):
    sources = dict.fromkeys(quote["speaker_text"] for quote in quotes if quote["speaker_text"])
    return {
        "id": name,
        "text": text,
        "direct_quotes": quotes,
        "attributions": [
            {"source": {"text": source, "start": text.index(source)}} for source in sources
        ],
        "segments": [[quote["start"], quote["end"]] for quote in quotes] + list(others),
        "discard": list(discard),
    }


GOLD = [
    _record(
        "ferry",
        FERRY,
        [
            _quote(FERRY, "We got what we came for,", "Tomas Reed"),
            _quote(FERRY, "Not a crown less.", "Tomas Reed"),
            _quote(FERRY, "hard but fair", "Mayor Ines Calloway", "mixed"),
            _quote(FERRY, "It will cost us two boats,", "he"),
            _quote(FERRY, "and perhaps a third one next\nwinter.", "he"),
            _quote(FERRY, "regrets every hour of it", "A spokesman for the Alder Line", "mixed"),
            _quote(FERRY, "We got what we came for,", "a banner", nth=1),
        ],
        others=[_stretch(FERRY, "floating picket")],
        discard=[_stretch(FERRY, "We got what we came for,", 1)],
    ),
    _record(
        "bakery",
        BAKERY,
        [
            _quote(BAKERY, "Bread is a memory you can eat,", "Odalys Brennick"),
            _quote(BAKERY, "My mother burnt more loaves than I have sold,", "Brennick"),
            _quote(BAKERY, "She would have laughed at this.", "Brennick"),
            _quote(BAKERY, "lost its crust", "Critics", "mixed"),
        ],
    ),
]


def _said(text, speaker=None, **place):
    return {"text": text, "speaker": speaker, **place}


def _as_gold(record):
    said = [
        _said(each["text"], each["speaker_text"], start=each["start"], end=each["end"])
        for each in record["direct_quotes"]
    ]
    return {"id": record["id"], "quotes": said}


PREDICTIONS = {
    "the gold itself": [_as_gold(record) for record in GOLD],
    "nothing": [],
    "other marks, no offsets": [
        {
            "id": "ferry",
            "quotes": [
                _said('"We got  what we came for"', "Mr. Reed"),
                _said("and perhaps a third one next winter", "Rowan Calloway"),
                _said("‘hard but fair’", "Rowan Calloway"),
                _said("regrets every hour of it", "the Alder Line"),
            ],
        },
        {"id": "bakery", "quotes": [_said("Bread is a memory you can eat", "odalys brennick")]},
    ],
    "misquoted, doubled, scare quotes": [
        {
            "id": "ferry",
            "quotes": [
                _said("We got what we wanted", "Tomas Reed"),
                _said("Not a crown less.", "Calloway"),
                _said("Not a crown less.", "Tomas Reed", start=0, end=4),
                _said("floating picket", "Tomas Reed"),
            ],
        },
        {
            "id": "bakery",
            "quotes": [_said("lost its crust", "The critics"), _said("Bread is a memory", "she")],
        },
    ],
    "in pieces, and run together": [
        {
            "id": "bakery",
            "quotes": [
                _said("My mother burnt more loaves", "Odalys Brennick"),
                _said("than I have sold,", "Tomas Reed"),
                _said("Bread is a memory you can eat,» Odalys", "Brennick"),
            ],
        },
        {
            "id": "ferry",
            "quotes": [
                _said("It will cost us two boats,” he said, “and perhaps a third one next\nwinter.")
            ],
        },
        {"id": "elsewhere", "quotes": [_said("Hello there", "Nobody")]},
    ],
}
"""Predictions by what is wrong with them, in the plain format."""
