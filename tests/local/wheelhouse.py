"""Weights made up for the tests, published as small wheels in a folder."""

import hashlib
import zipfile
from pathlib import Path

from summarizer.llm.local.catalogue import Weights

VERSION = "1.0"


def publish(folder: Path, pieces: list[bytes], *, sha256: str = "") -> Weights:
    """Build one wheel a piece in the folder; return the weights that they are parts of."""
    folder.mkdir(exist_ok=True)
    data = b"".join(pieces)
    names = tuple(f"made-up-part{n}" for n in range(1, len(pieces) + 1))
    for name, piece in zip(names, pieces, strict=True):
        build(folder, name, {"data/piece.bin": piece})
    return Weights(
        name="made-up",
        title="Made up",
        parts=names,
        version=VERSION,
        size=len(data),
        sha256=sha256 or hashlib.sha256(data).hexdigest(),
        licence="CC0-1.0",
        context=4096,
    )


def build(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """Build a wheel that would show if it were imported."""
    package = name.replace("-", "_")
    info = f"{package}-{VERSION}.dist-info"
    wheel = folder / f"{package}-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{package}/__init__.py", "raise SystemExit('imported')\n")
        for path, content in files.items():
            archive.writestr(f"{package}/{path}", content)
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {VERSION}\n"
        archive.writestr(f"{info}/METADATA", metadata)
        tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{info}/WHEEL", tags)
        archive.writestr(f"{info}/RECORD", "")
    return wheel
