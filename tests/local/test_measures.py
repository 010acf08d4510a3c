"""What the benchmark of the embedded model counts, on an engine without a model."""

import re

import embedded
import pytest

pytestmark = pytest.mark.usefixtures("stand_in")

TEXT = "It rained for {} days in Quillport, and 40 roads closed. " * 20


@pytest.fixture
def measured(gguf, tmp_path, capsys):
    """Return what a measure prints about made-up articles."""

    def measure(name, *days):
        files = [tmp_path / f"{each}.txt" for each in days]
        for file in files:
            file.write_text(TEXT.format(*[file.stem] * 20))
        facets = ("--facets", "gist,figures", "--model", f"gguf:{gguf()}")
        embedded.main([name, *map(str, files), *facets])
        return capsys.readouterr().out

    return measure


def test_the_limit_counts_what_is_shared_once(measured):
    printed = measured("limit", 3, 5)

    found = re.findall(r"(\d+) questions, read (\d+) at", printed)
    assert len(found) == 2
    assert all(len(TEXT) < int(read) < int(asked) * len(TEXT) / 2 for asked, read in found)
    assert printed.endswith("tokens read over once 1.00\n")


def test_every_number_of_slots_is_measured_beside_the_loop(measured):
    lines = measured("slots", 3).splitlines()

    assert [line.split(":")[0].strip() for line in lines] == ["loop", "1", "2", "3", "4", "6"]
    assert lines[0].endswith(" 1.00")
