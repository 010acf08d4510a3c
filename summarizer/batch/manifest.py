"""The settings that an output was made with, in a file beside it.

All records of an output answer the same questions, so a batch goes on only with the settings that
it began with. How fast and how often the endpoint is asked is free to change.
"""

import json
from pathlib import Path

from summarizer import __version__
from summarizer.errors import SettingsError
from summarizer.prompting.templates import Templates
from summarizer.settings import Settings
from summarizer.storage.atomic_write import whole


def manifest_of(output: Path) -> Path:
    """Return where the manifest of an output stands.

    Example:
        >>> manifest_of(Path("news.jsonl")).name
        'news.manifest.json'
    """
    return output.with_name(f"{output.name.removesuffix('.jsonl')}.manifest.json")


def hold(output: Path, settings: Settings, *, new: bool) -> None:
    """Write the manifest of a new output, or hold these settings against that of an old one.

    Args:
        output: The output.
        settings: The settings of this run.
        new: Whether the output holds nothing yet.

    Raises:
        SettingsError: The output was made with others, or its manifest is missing or broken.
    """
    path, now = manifest_of(output), _facts(settings)
    if new:
        with whole(path) as part:
            part.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        return
    was = _read(path)
    changed = [name for name in {**now, **was} if was.get(name) != now.get(name)]
    if changed:
        told = "; ".join(f"{name} was {was.get(name)!r}, is {now.get(name)!r}" for name in changed)
        raise SettingsError(
            f"{str(output)!r} was made with other settings: {told}.",
            hint="Go on with those, or name a new file with -o.",
        )


def _facts(settings: Settings) -> dict[str, object]:
    """What the content of a summary depends on."""
    own = {"profile": settings.profile.model_dump(mode="json")} if settings.profile else {}
    return {
        "version": __version__,
        "model": settings.model,
        "base_url": settings.base_url,
        "strategy": settings.resolved_strategy,
        "facets": sorted(settings.facet_stamps),
        "repairs": settings.repairs,
        "context": settings.context,
        "prompts": Templates(settings.prompts).digest,
        **own,
    }


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{str(path)!r}, which tells the settings of the output, cannot be read.",
            hint="Name a new file with -o.",
        ) from error
    return data if isinstance(data, dict) else {}
