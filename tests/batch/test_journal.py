"""The output of a batch: one process, whole records; nothing asked twice; what a kill leaves."""

import json
import os
import resource
import sys
from contextlib import ExitStack

import forked
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import bare

from summarizer import Article, Settings
from summarizer.batch.journal import Journal
from summarizer.errors import ArticleError, EndpointError, SettingsError
from summarizer.storage.failure import Failure

SETTINGS = Settings(model="made-up", base_url="http://127.0.0.1:9/v1")
STORIES = [Article(f"Story {number}: “ça va”.", id=f"s{number}") for number in range(4)]
FAILED = Failure.of(EndpointError("It is down."), STORIES[3])


def written(path, *records, **how):
    """Write records to a journal."""
    with Journal.open(path, SETTINGS, **how) as journal:
        for record in records:
            journal.add(record)
    return path


@pytest.fixture
def path(tmp_path):
    return written(tmp_path / "out.jsonl", *map(bare, STORIES[:3]), FAILED)


def claims(path, **how):
    with Journal.open(path, SETTINGS, **how) as journal:
        return [journal.claim(story) for story in STORIES]


def test_a_record_is_on_disk_before_its_article_counts_as_done(tmp_path, monkeypatch):
    """A file system that loses what was not synced would lose none of these records."""
    out, synced = tmp_path / "out.jsonl", []
    fsync = os.fsync

    def noted(file):
        fsync(file)
        synced.append(os.fstat(file).st_size)

    monkeypatch.setattr(os, "fsync", noted)
    with Journal.open(out, SETTINGS) as journal:
        for number in range(3):
            journal.add(bare(Article(f"It rained for {number} days.")))
            assert synced[-1] == out.stat().st_size
    assert len(set(synced)) == 3


def test_what_has_a_record_is_done(path):
    assert claims(path, resume=True) == ["done"] * 4


def test_failures_are_taken_out_to_be_tried_again(path):
    assert claims(path, retry_failed=True) == ["done", "done", "done", "new"]
    assert "error" not in path.read_text()


def test_an_article_is_known_by_its_id_and_its_text(tmp_path):
    variants = [
        Article("One text.", id="a"),
        Article("One text.", id="a", source="elsewhere.txt"),
        Article("One text.", id="b"),
        Article("One text, corrected.", id="a"),
    ]

    with Journal.open(tmp_path / "out.jsonl", SETTINGS) as journal:
        found = [journal.claim(each) for each in variants]

    assert found == ["new", "repeated", "new", "new"]


def test_an_input_that_could_not_be_read_is_tried_again(tmp_path):
    """It may be there now, or fail for another reason; its old record goes."""
    failure = Failure.of(ArticleError("news.jsonl, line 7 holds no article."))
    path = written(tmp_path / "out.jsonl", bare(STORIES[0]), failure)

    with Journal.open(path, SETTINGS, resume=True) as journal:
        assert journal.claim(failure) == "new"
        assert journal.claim(STORIES[0]) == "done"
        assert journal.failures == 0


@settings(max_examples=20, deadline=None)
@given(kept=st.floats(0, 1))
def test_wherever_a_record_is_torn_it_alone_is_lost(kept, tmp_path_factory):
    path = written(tmp_path_factory.mktemp("torn") / "out.jsonl", *map(bare, STORIES))
    lines = path.read_bytes().splitlines(keepends=True)
    size = round(kept * sum(map(len, lines)))
    os.truncate(path, size)
    whole = sum(len(b"".join(lines[: n + 1])) - 1 <= size for n in range(4))

    how = {"resume": True}
    assert claims(path, **how) == ["done"] * whole + ["new"] * (4 - whole)
    written(path, *map(bare, STORIES[whole:]), **how)
    assert path.read_bytes() == b"".join(lines)


def test_a_last_line_of_any_length_is_mended(tmp_path):
    path = written(tmp_path / "out.jsonl", *map(bare, STORIES))
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"article": "' + b"x" * 200_000)

    written(path, resume=True)

    assert path.read_bytes() == whole


def test_an_output_with_records_is_not_written_to_unasked(path):
    before = path.read_bytes()

    with pytest.raises(SettingsError, match="holds records already") as caught:
        written(path, bare(STORIES[0]))

    assert "--resume" in caught.value.hint
    assert path.read_bytes() == before


def test_a_file_that_is_no_output_is_left_alone(path):
    path.write_text('{"id": "a1", "text": "An input."}\n')

    with pytest.raises(SettingsError, match="line 1, is not the record"):
        written(path, resume=True)

    assert path.read_text().startswith('{"id"')


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"model": "other"}, "model was 'made-up', is 'other'"),
        ({"facets": ("quotes",)}, "facets was actors, "),
        ({"strategy": "many"}, "strategy was 'one', is 'many'"),
        ({"context": 4096}, "context was not set, is 4096"),
        ({"reasoning_effort": "low"}, "reasoning_effort was not set, is 'low'"),
    ],
)
def test_other_settings_do_not_go_on_with_an_output(path, changed, told):
    other = SETTINGS.changed(**changed)

    with pytest.raises(SettingsError, match=told), Journal.open(path, other, resume=True):
        pass


def test_how_an_endpoint_is_asked_may_change(path):
    other = SETTINGS.changed(timeout=1, attempts=9, api_key="another")

    with Journal.open(path, other, resume=True) as journal:
        assert journal.failures == 1


@pytest.mark.parametrize("content", [None, "", "[]"])
def test_an_output_without_its_manifest_is_not_gone_on_with(path, content):
    manifest = path.with_name("out.manifest.json")
    manifest.unlink() if content is None else manifest.write_text(content)

    with pytest.raises(SettingsError, match="settings"):
        written(path, resume=True)


OPEN = (
    "import sys; from pathlib import Path; from summarizer import Settings\n"
    "from summarizer.batch.journal import Journal\n"
    "settings = Settings(model='made-up', base_url='http://127.0.0.1:9/v1')\n"
    "with Journal.open(Path(sys.argv[1]), settings, resume=True): pass"
)


@pytest.mark.parametrize("name", ["itself", "link", "folder", "hard link"])
def test_two_processes_do_not_write_one_output(path, tmp_path, name):
    """Whatever the second one calls it."""
    other_name = path
    if name == "link":
        other_name = tmp_path / "link.jsonl"
        other_name.symlink_to(path)
    if name == "folder":
        (tmp_path / "folder").symlink_to(tmp_path)
        other_name = tmp_path / "folder" / path.name
    if name == "hard link":
        other_name = tmp_path / "hard.jsonl"
        other_name.hardlink_to(path)
        (tmp_path / "hard.manifest.json").hardlink_to(tmp_path / "out.manifest.json")
    before = path.read_bytes()

    with Journal.open(path, SETTINGS, resume=True):
        other = forked.run([sys.executable, "-c", OPEN, other_name], capture_output=True)

    assert "Another process is writing" in other.stderr
    assert path.read_bytes() == before


def test_the_lock_beside_an_output_is_enough_where_files_have_none(path, monkeypatch):
    """So it is on Windows, and while the output is replaced by one without its failures."""
    monkeypatch.setattr("summarizer.batch.journal.fcntl", None)

    with (
        Journal.open(path, SETTINGS, resume=True),
        pytest.raises(SettingsError, match="Another process is writing"),
        Journal.open(path, SETTINGS, resume=True),
    ):
        pass


def test_an_output_is_continued_through_a_link(path, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere/link.jsonl"
    link.symlink_to(path)

    assert claims(link, resume=True) == ["done"] * 4


def replaced(path):
    path.rename(path.with_name("moved"))
    path.write_bytes(path.with_name("moved").read_bytes())


CHANGES = {
    "removed": os.unlink,
    "replaced": replaced,
    "emptied": lambda path: os.truncate(path, 0),
    "cut": lambda path: os.truncate(path, path.stat().st_size - 10),
    "extended": lambda path: os.truncate(path, path.stat().st_size + 10),
}


@pytest.mark.parametrize("how", CHANGES)
@pytest.mark.parametrize("last", [False, True], ids=["at the next record", "at the end"])
def test_an_output_that_is_changed_while_it_is_written_is_noticed(path, how, last):
    batch = ExitStack()
    journal = batch.enter_context(Journal.open(path, SETTINGS, retry_failed=True))
    CHANGES[how](path)

    noticed = pytest.raises(SettingsError, match="by another program while")
    if not last:
        with noticed:
            journal.add(bare(STORIES[3]))
    with noticed as caught:
        batch.close()
    assert caught.value.hint


def test_an_error_of_a_batch_is_not_taken_for_one_of_its_output(path):
    with pytest.raises(OSError, match="elsewhere"), Journal.open(path, SETTINGS, resume=True):
        raise OSError("elsewhere")


@pytest.mark.parametrize("name", ["/dev/null", "fifo"])
def test_what_keeps_no_records_is_no_output(tmp_path, name):
    path = tmp_path / name
    if name == "fifo":
        os.mkfifo(path)
    before = sorted(path.parent.iterdir())

    with pytest.raises(SettingsError, match="is not a regular file"):
        written(path, bare(STORIES[0]))

    assert sorted(path.parent.iterdir()) == before


def test_a_link_to_itself_is_no_output(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(SettingsError, match="Cannot write"):
        written(tmp_path / "loop")


def test_a_record_that_does_not_fit_on_the_disk_is_taken_back(tmp_path):
    path = written(tmp_path / "out.jsonl", bare(STORIES[0]))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, before[1]))
    try:
        with pytest.raises(SettingsError, match="Cannot write"):
            written(path, bare(STORIES[1]), resume=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert [json.loads(line)["article"]["id"] for line in path.read_text().splitlines()] == ["s0"]


def test_an_output_that_cannot_be_written_is_a_clear_error(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match="Cannot write"):
        written(tmp_path / "file/out.jsonl")


def test_a_folder_is_no_output(tmp_path):
    with pytest.raises(SettingsError, match="is a directory"):
        written(tmp_path, resume=True)


def test_outputs_that_differ_in_their_suffix_have_manifests_of_their_own(path, tmp_path):
    with Journal.open(tmp_path / "out.txt", SETTINGS.changed(model="other")):
        pass

    assert claims(path, resume=True) == ["done"] * 4
