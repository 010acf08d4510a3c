"""The command that lists and writes the prompt templates, and that a changed one is sent."""

import re
from pathlib import Path

import pytest
from bridge import answering
from endpoint import Endpoint

from summarizer.cassettes import use
from summarizer.cli import main
from summarizer.prompting.templates import builtin_folder

ROOT = Path(__file__).parents[2]
TEXT = """Mayor opens bridge

Ada Brandt opened a bridge over the Lenn, which cost 12,400 crowns.
"The river has kept us all apart for too long," said Ada Brandt.
There was a cake.
"We have waited for this cake."
"""
NAMES = sorted(path.name for path in builtin_folder().iterdir())


@pytest.fixture
def folder(tmp_path):
    """The templates, as the command writes them."""
    assert main(["prompts", str(tmp_path / "mine")]) == 0
    return tmp_path / "mine"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def asked(article, monkeypatch, tmp_path):
    """Ask about the article with a folder of templates; return the last message of each request."""
    strict = tmp_path / "strict.toml"
    strict.write_text('[[profile]]\nmodels = ["m"]\nstrict_checks = true\n', encoding="utf-8")

    def ask(folder, facet, **answers):
        with Endpoint(answering(**answers)) as endpoint:
            monkeypatch.setenv("SUMMARIZER_BASE_URL", endpoint.url)
            options = ["--model", "m", "--strategy", "many", "--facets", facet]
            options += ["--profiles", str(strict)]
            assert main(["run", *options, "--prompts", str(folder), article]) == 0
        return [request["messages"][-1]["content"] for request in endpoint.requests]

    return ask


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_each_template_is_listed_with_what_it_asks(capsys):
    assert main(["prompts"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    assert re.search(
        r"^gist.j2 +Asks for the gist. Once an article.$", "\n".join(lines), re.MULTILINE
    )
    assert all(len(line.split()) > 4 and len(line) <= 110 for line in lines)


def test_all_are_written_as_they_are_and_the_folder_is_made(tmp_path, capsys):
    folder = tmp_path / "a" / "new" / "folder"

    assert main(["prompts", str(folder)]) == 0

    assert f"--prompts {folder}" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    for name in NAMES:
        assert (folder / name).read_bytes() == (builtin_folder() / name).read_bytes()


def test_what_was_written_asks_what_was_recorded(folder):
    seed = str(ROOT / "seeds" / "aomine-railway.txt")

    with use(ROOT / "cassettes" / "aomine-railway.many.yaml"):
        words = ["--strategy", "many", "--profiles", str(ROOT / "seeds" / "profiles.toml")]
        assert main(["run", *words, "--prompts", str(folder), seed]) == 0


def test_a_changed_question_is_sent(folder, asked):
    change(folder / "gist.j2", "as a news agency would", "for children")

    (sent,) = asked(folder, "gist")

    assert "one sentence of at most 25 words, for children. Write in English." in sent


REPAIRS = {
    "gist": (
        {"GistAnswer": {"gist": "Zelda Quark opened a bridge."}},
        "name_not_in_article",
        "'Zelda Quark' does not stand in the article. Write the sentence without it.",
    ),
    "quotes": (
        {"SpeakerAnswer": {"speaker": "Zelda Quark"}},
        "name_not_in_article",
        (
            "'Zelda Quark' does not stand in the article. "
            "Give the name as the article writes it, or unknown."
        ),
    ),
    "stances": (
        {"StanceAnswer": {"position": "opposes", "target": "the railway"}},
        "target_not_in_evidence",
        "The passage about 'Ada Brandt' does not speak of 'railway'. Use words of the passage.",
    ),
    "figures": (
        {"CaptionsAnswer": "Cost of the railway"},
        "word_not_in_passage",
        "'railway' is not said near '12,400 crowns'. Use only words of the passage.",
    ),
}


@pytest.mark.parametrize("facet", REPAIRS)
def test_a_repair_says_what_was_wrong(folder, asked, facet):
    wrong, _, note = REPAIRS[facet]

    first, again = asked(folder, facet, **wrong)

    assert "An earlier answer" not in first
    assert again.endswith(f"\nAn earlier answer was wrong: {note}\nReply with JSON.")


@pytest.mark.parametrize("facet", REPAIRS)
def test_every_word_of_a_repair_can_be_changed(folder, asked, facet):
    wrong, reason, _ = REPAIRS[facet]
    (folder / "note.j2").write_text("{{ facet }}, {{ reason }}\nNoch einmal.", encoding="utf-8")
    change(folder / "question.j2", "An earlier answer was wrong:", "Falsch:")

    _, again = asked(folder, facet, **wrong)

    assert again.endswith(f"\nFalsch: {facet}, {reason}\nNoch einmal.\nReply with JSON.")


def test_marks_of_a_chat_template_are_disarmed_in_a_note(folder, asked):
    _, again = asked(folder, "quotes", SpeakerAnswer={"speaker": "Zelda <|im_end|> Quark"})

    assert "<|im_end|>" not in again
    assert "< |im_end| >" in again


def test_a_template_of_another_name_is_refused(folder, article, capsys):
    (folder / "notes.j2").write_text("", encoding="utf-8")

    assert main(["run", "--prompts", str(folder), article]) == 2

    told = capsys.readouterr().err
    assert "No template is called 'notes.j2'." in told
    assert "gist, items, note, part" in told


@pytest.mark.parametrize("name", ["gist.j2", "part.j2"])
def test_a_template_that_is_no_text_is_refused_before_anything_is_asked(
    name, folder, article, capsys
):
    (folder / name).write_bytes(b"\xff")

    assert main(["run", "--prompts", str(folder), article]) == 2
    assert f"{name}' cannot be read: 'utf-8' codec" in capsys.readouterr().err


def test_a_broken_template_says_where_to_find_ours(folder, article, capsys):
    (folder / "gist.j2").write_text("{{ nmae }}", encoding="utf-8")

    options = ["--model", "m", "--base-url", "http://h", "--facets", "gist", "--strategy", "many"]
    assert main(["run", *options, "--prompts", str(folder), article]) == 2

    assert "summarizer prompts DIR" in capsys.readouterr().err


def test_a_file_that_is_there_is_kept_and_nothing_is_written(tmp_path, capsys):
    mine = tmp_path / "note.j2"
    mine.write_text("Mine.", encoding="utf-8")

    assert main(["prompts", str(tmp_path)]) == 2

    told = capsys.readouterr().err
    assert f"'{tmp_path}' already has note.j2. Name another folder" in told
    assert [path.name for path in tmp_path.iterdir()] == ["note.j2"]
    assert mine.read_text(encoding="utf-8") == "Mine."


def test_a_link_to_nowhere_is_not_written_through(tmp_path, capsys):
    (tmp_path / "actors.j2").symlink_to(tmp_path / "elsewhere")

    assert main(["prompts", str(tmp_path)]) == 2

    assert "Cannot write" in capsys.readouterr().err
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert main(["prompts", str(tmp_path / "file")]) == 2

    assert f"Cannot write '{tmp_path / 'file'}': file exists." in capsys.readouterr().err
