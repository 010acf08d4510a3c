"""The manifest of a batch: the settings of its output, in a file beside it.

All records of an output are made with the same settings, so a batch resumes only with these.
Concurrency, timeout and attempts may change.
"""

import hashlib
import json
import os
from pathlib import Path

from summarizer import __version__
from summarizer.errors import SettingsError
from summarizer.prompting.templates import Templates
from summarizer.settings import Settings
from summarizer.storage.atomic_write import whole


def manifest_of(output: Path) -> Path:
    """Return the path of the manifest of an output: beside the file that its path leads to.

    Example:
        >>> manifest_of(Path("news.jsonl")).name
        'news.manifest.json'
    """
    output = Path(os.path.realpath(output))
    return output.with_name(f"{output.name.removesuffix('.jsonl')}.manifest.json")


def write_or_compare(output: Path, settings: Settings, *, new: bool) -> None:
    """Write the manifest of a new output, or compare the settings with an existing manifest.

    Args:
        output: The output of the batch.
        settings: The settings of this run.
        new: Whether the output is empty.

    Raises:
        SettingsError: The settings differ, or the manifest is missing or broken.
    """
    path, now = manifest_of(output), _facts(settings)
    if new:
        with whole(path) as part:
            part.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        return
    was = _read(path)
    changed = [name for name in {**now, **was} if was.get(name) != now.get(name)]
    if changed:
        changes = "; ".join(
            f"{name} was {_words(was.get(name))}, is {_words(now.get(name))}" for name in changed
        )
        raise SettingsError(
            f"{str(output)!r} was made with other settings: {changes}.",
            hint="Go on with those, or name a new file with -o.",
        )


def _words(value: object) -> str:
    if value is None:
        return "not set"
    return ", ".join(map(str, value)) if isinstance(value, list) else repr(value)


def _facts(settings: Settings) -> dict[str, object]:
    """Return the settings that the content of a summary depends on."""
    body = json.dumps(settings.extra_body, sort_keys=True).encode()  # which may hold a key
    later = {
        "profile": settings.profile and settings.profile.model_dump(mode="json"),
        "gist_mode": settings.gist_mode,
        "min_certainty": settings.min_certainty,
        "extra_body": settings.extra_body and f"sha256:{hashlib.sha256(body).hexdigest()}",
        "reasoning_effort": settings.reasoning_effort,
    }
    return {
        "version": __version__,
        "model": settings.model,
        "base_url": settings.base_url,
        "strategy": settings.resolved_strategy,
        "facets": sorted(settings.facet_stamps),
        "repairs": settings.repairs,
        "context": settings.context,
        "prompts": Templates(settings.prompts).digest,
        **{name: value for name, value in later.items() if value},
    }


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(
            f"{str(path)!r}, which holds the settings of the output, cannot be read.",
            hint="Name a new file with -o.",
        ) from error
    return data if isinstance(data, dict) else {}
