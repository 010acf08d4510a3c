"""Weights from the Hugging Face hub: the file that llama.cpp would take, fetched once and verified.

What is here is used without asking the hub again. The file is chosen as llama.cpp's ``-hf`` does.
"""

import importlib.util
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import LocalModelError, MissingExtraError, SettingsError
from summarizer.llm.local import catalogue
from summarizer.llm.local.digest import intact, sha256_of
from summarizer.llm.local.download import alone

if TYPE_CHECKING:
    from huggingface_hub.hf_api import ModelInfo

PREFERRED = ("Q4_K_M", "Q8_0")
"""The quantisations that are looked for if none is named; then any is taken."""

NAME = re.compile(r"(?P<repo>\w[\w.-]*/\w[\w.-]*)(?::(?P<quant>[\w.-]+))?", re.ASCII)
PART = re.compile(r"(?P<whole>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE)
NO_MODEL = ("mmproj", "imatrix")
"""What is in the names of GGUF files that are no language models."""


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a repository.

    Args:
        name: Its path there.
        size: Its length, in bytes.
        sha256: Its digest, by the hub.
        revision: The commit of the repository.
    """

    name: str
    size: int
    sha256: str
    revision: str


def fetch(name: str) -> Path:
    """Return the weights of a repository, fetched first if they are not here.

    The token is that of ``HF_TOKEN``, the hub that of ``HF_ENDPOINT``.

    Args:
        name: ``ORG/REPO``, or ``ORG/REPO:QUANT`` with the quantisation.

    Returns:
        The verified file; of weights in several files, the first.

    Raises:
        SettingsError: The name is none of these.
        MissingExtraError: The client of the hub is not installed.
        LocalModelError: The hub has no such file, it cannot be fetched, or its digest is wrong.

    Example:
        >>> fetch("Qwen/Qwen2.5-1.5B-Instruct-GGUF:Q4_K_M")  # doctest: +SKIP
        PosixPath('…/hf/Qwen--Qwen2.5-1.5B-Instruct-GGUF/qwen2.5-1.5b-instruct-q4_k_m.gguf')
    """
    found = named(name)
    folder = catalogue.folder() / "hf" / found["repo"].replace("/", "--")
    record = folder / f"{found['quant'] or 'default'}.json"
    known = _recorded(record)
    if known:
        return known
    with _reported(found["repo"]):
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / "download", name):
            return _recorded(record) or _fetch_all(found["repo"], found["quant"] or "", record)


def named(name: str) -> re.Match[str]:
    """Return a name taken apart into ``repo`` and ``quant``.

    Args:
        name: ``ORG/REPO``, or ``ORG/REPO:QUANT``.

    Raises:
        SettingsError: The name is none of these.

    Example:
        >>> named("Qwen/Qwen3-4B-GGUF:Q8_0").group("repo", "quant")
        ('Qwen/Qwen3-4B-GGUF', 'Q8_0')
    """
    if found := NAME.fullmatch(name):
        return found
    raise _unnamed(name)


def choose(names: list[str], quant: str) -> list[str]:
    """Return the files to fetch: one, or all parts of one in order; none if there is none.

    Args:
        names: The files of a repository.
        quant: The quantisation; empty for any.

    Example:
        >>> choose(["mmproj-F16.gguf", "m-Q8_0.gguf", "m-q4_k_m.gguf", "README.md"], "")
        ['m-q4_k_m.gguf']
        >>> choose(["m-F16-00001-of-00002.gguf", "m-F16-00002-of-00002.gguf"], "f16")
        ['m-F16-00001-of-00002.gguf', 'm-F16-00002-of-00002.gguf']
    """
    models = [name for name in names if _is_model(name)]
    wanted = [quant] if quant else list(PREFERRED)
    fitting = [name for each in wanted for name in models if _has(name, each)]
    first = next(iter(fitting or ([] if quant else models)), None)
    return sorted(name for name in names if _together(name, first)) if first else []


def _is_model(name: str) -> bool:
    """Return whether a file is a model, or the first part of one."""
    last = name.rpartition("/")[2]
    part = PART.fullmatch(name)
    is_first = part is None or int(part["number"]) == 1
    return last.endswith(".gguf") and is_first and not any(each in last for each in NO_MODEL)


def _has(name: str, quant: str) -> bool:
    return re.search(rf"{re.escape(quant)}[.-]", name, re.IGNORECASE) is not None


def _together(name: str, first: str) -> bool:
    """Return whether a file is the chosen one, or another part of it."""
    one, other = PART.fullmatch(first), PART.fullmatch(name)
    if one is None or other is None:
        return name == first
    return (one["whole"], one["count"]) == (other["whole"], other["count"])


def _recorded(record: Path) -> Path | None:
    """Return the weights that a record says are here, if they are, and as they were verified."""
    try:
        files = [(record.parent / name, *facts) for name, *facts in json.loads(record.read_text())]
        whole = bool(files) and all(intact(*each) for each in files)
    except (OSError, ValueError, RecursionError, TypeError):
        return None
    return files[0][0] if whole else None


def _fetch_all(repo: str, quant: str, record: Path) -> Path:
    """Fetch and verify what is missing, and only then write the record."""
    files = _listed(repo)
    names = choose(list(files), quant)
    if not names:
        found = ", ".join(name for name in files if _is_model(name)) or "none"
        raise LocalModelError(
            f"{repo} has no GGUF file{f' of the quantisation {quant!r}' if quant else ''}.",
            hint=f"Its GGUF models are: {found}.",
        )
    for name in names:
        _fetch(repo, files[name], record.parent)
    written = record.with_suffix(".new")
    written.write_text(json.dumps([(name, files[name].size, files[name].sha256) for name in names]))
    written.replace(record)
    return record.parent / names[0]


def _listed(repo: str) -> dict[str, HubFile]:
    """Return the files of a repository for which the hub has a digest."""
    from huggingface_hub import HfApi  # noqa: PLC0415  an extra

    info: ModelInfo = HfApi().model_info(repo, files_metadata=True)
    return {
        each.rfilename: HubFile(each.rfilename, each.lfs.size, each.lfs.sha256, info.sha or "main")
        for each in info.siblings or ()
        if each.lfs
    }


def _fetch(repo: str, file: HubFile, folder: Path) -> None:
    """Fetch a file, from where an earlier attempt stopped, and verify it."""
    target = folder / file.name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise LocalModelError(
            f"{repo} has a file with the impossible name {file.name!r}.",
            hint="Name another repository.",
        )
    if intact(target, file.size, file.sha256):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = folder / f"{file.sha256}.part"
    _download(repo, file, part)
    digest = sha256_of(part)
    if digest != file.sha256:
        part.unlink()
        raise LocalModelError(
            f"The downloaded {file.name} is not the file that the hub names: its SHA-256 is "
            f"{digest}.",
            hint="Try again; if it stays so, the hub or a proxy sends other files.",
        )
    part.replace(target)


def _download(repo: str, file: HubFile, part: Path) -> None:
    from huggingface_hub import get_token, hf_hub_url  # noqa: PLC0415  an extra
    from huggingface_hub.file_download import http_get  # noqa: PLC0415

    token = get_token()

    with part.open("ab") as written:
        if written.tell() >= file.size:
            return
        http_get(
            hf_hub_url(repo, file.name, revision=file.revision),
            written,
            resume_size=written.tell(),
            headers={"Authorization": f"Bearer {token}"} if token else {},
            expected_size=file.size,
            displayed_filename=file.name,
        )


@contextmanager
def _reported(repo: str) -> Iterator[None]:
    """Turn what the client of the hub raises into an error of one sentence."""
    if importlib.util.find_spec("huggingface_hub") is None:
        raise MissingExtraError(
            "Models of the Hugging Face hub need huggingface_hub, which is not installed.",
            hint="Run: pip install 'huggingface_hub>=2.4,<3'",
        )
    from httpx2 import HTTPError  # noqa: PLC0415  loads the client
    from huggingface_hub import errors  # noqa: PLC0415  an extra

    try:
        yield
    except errors.HFValidationError as error:
        raise _unnamed(repo) from error
    except errors.GatedRepoError as error:
        raise LocalModelError(
            f"{repo} is given only to those who have accepted its terms.",
            hint="Accept them on its page, and set HF_TOKEN.",
        ) from error
    except errors.RepositoryNotFoundError as error:
        raise LocalModelError(
            f"The Hugging Face hub does not show {repo}.",
            hint="Check the name; for a private repository set HF_TOKEN.",
        ) from error
    except errors.OfflineModeIsEnabled as error:
        raise LocalModelError(
            f"{repo} is not here, and HF_HUB_OFFLINE forbids to fetch it.",
            hint="Fetch it once without HF_HUB_OFFLINE.",
        ) from error
    except HTTPError as error:
        raise LocalModelError(
            f"{repo} could not be fetched: the Hugging Face hub {_what(error)}.",
            hint="Run it again: what has arrived is kept.",
        ) from error
    except OSError as error:
        raise LocalModelError(
            f"{repo} could not be fetched: "
            f"{(error.strerror or 'the file that came is not whole').lower()}.",
            hint="Run it again: what has arrived is kept. SUMMARIZER_CACHE names another folder.",
        ) from error


def _unnamed(name: str) -> SettingsError:
    return SettingsError(
        f"{name!r} names no repository of the Hugging Face hub.",
        hint="Say hf:ORG/REPO, or hf:ORG/REPO:QUANT with a quantisation such as Q4_K_M.",
    )


def _what(error: Exception) -> str:
    status = getattr(getattr(error, "response", None), "status_code", None)
    return f"failed with status {status}" if status else "was not reached, or broke off"
