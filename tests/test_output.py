"""Files that are written whole or not at all, and what stood there before."""

import os
import stat
import threading

import pytest

from summarizer.errors import SettingsError
from summarizer.storage.atomic_write import check, whole


def write(path, text="new"):
    with whole(path) as part:
        part.write_text(text, encoding="utf-8")


def test_a_file_is_replaced_only_when_all_went_well(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write(path, "half \ud800")

    assert path.read_text(encoding="utf-8") == "old"
    write(path)
    assert path.read_text(encoding="utf-8") == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)

    write(link)

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_what_is_closed_to_others_stays_so(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)

    write(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_of_the_users_beside_it_is_left_alone(tmp_path):
    beside = tmp_path / "page.html.part"
    beside.write_text("mine", encoding="utf-8")

    check(tmp_path / "page.html")
    write(tmp_path / "page.html")

    assert beside.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    path, read = tmp_path / "pipe", []
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: read.append(path.read_text(encoding="utf-8")))
    reader.start()

    check(path)
    write(path)

    reader.join(10)
    assert read == ["new"]
    assert stat.S_ISFIFO(path.stat().st_mode)


@pytest.mark.parametrize("name", [".", "none/page.html"])
def test_where_nothing_can_be_written_is_told_before(name, tmp_path):
    with pytest.raises(SettingsError, match="Cannot write"):
        check(tmp_path / name)
