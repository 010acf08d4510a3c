"""The kinds of models, by their names: the only place that looks at a prefix."""

from pathlib import Path
from typing import Literal, NamedTuple

from summarizer.errors import nearest

Kind = Literal["none", "local", "gguf", "hf", "remote"]
PREFIXES: tuple[Kind, ...] = ("local", "gguf", "hf")
"""The kinds that are written before a colon; all of them run inside the process."""


DEFAULT = "qwen2.5-coder-1.5b"
"""The weights of the catalogue that ``local`` means."""


class ModelName(NamedTuple):
    """A model's name, taken apart.

    Args:
        kind: ``none`` for no model, ``local`` for the catalogue's weights, ``gguf`` for a file of
            the user's, ``hf`` for a repository of the Hugging Face hub, ``remote`` for a model at
            an endpoint.
        rest: What follows the prefix; the whole name of a remote model.
    """

    kind: Kind
    rest: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.rest}" if self.embedded and self.rest else self.rest or self.kind

    @property
    def embedded(self) -> bool:
        """Whether the model runs on this machine, inside the process."""
        return self.kind in PREFIXES

    @property
    def alias(self) -> str:
        """What the model is called in requests and answers.

        Example:
            >>> parse("gguf:/models/mine.gguf").alias, parse("local").alias
            ('mine', 'qwen2.5-coder-1.5b')
            >>> parse("hf:Qwen/Qwen3-4B-GGUF:Q8_0").alias
            'Qwen3-4B-GGUF:Q8_0'
        """
        if self.kind == "gguf":
            return Path(self.rest).stem
        if self.kind == "hf":
            return self.rest.rpartition("/")[2]
        return self.rest or (DEFAULT if self.kind == "local" else self.kind)


def parse(name: str) -> ModelName:
    """Take a model's name apart.

    Example:
        >>> parse("local:gemma3-270m")
        ModelName(kind='local', rest='gemma3-270m')
        >>> str(ModelName("gguf", "mine.gguf"))
        'gguf:mine.gguf'
        >>> parse("qwen3:8b").kind, parse("none").kind
        ('remote', 'none')
    """
    before, colon, rest = name.partition(":")
    if name == "none":
        return ModelName("none")
    for kind in PREFIXES:
        if before == kind and (colon or kind == "local"):
            return ModelName(kind, rest)
    return ModelName("remote", name)


def nearest_model(name: str) -> str:
    """Return a hint at what a name without an endpoint may mean; empty if nothing is near.

    Example:
        >>> nearest_model("lokal"), nearest_model("lcoal:gemma3-270m"), nearest_model("gpt-5")
        ("Did you mean 'local'?", "Did you mean 'local'?", '')
    """
    before = name.partition(":")[0]
    return nearest(before.lower(), ("none", *PREFIXES)).rstrip()
