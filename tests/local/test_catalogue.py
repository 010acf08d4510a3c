import pytest

from summarizer.errors import SettingsError
from summarizer.llm.local import catalogue


def test_the_default_is_in_the_catalogue():
    assert catalogue.find(catalogue.DEFAULT).name == catalogue.DEFAULT


def test_an_unknown_name_gets_the_known_ones_as_a_hint():
    with pytest.raises(SettingsError, match="'gpt'") as caught:
        catalogue.find("gpt")

    assert all(weights.name in caught.value.hint for weights in catalogue.KNOWN)


def test_names_and_digests_are_each_one_of_a_kind():
    known = catalogue.KNOWN

    assert len(known) == len({weights.name for weights in known})
    assert len(known) == len({weights.sha256 for weights in known})
    assert all(len(weights.parts) == len(set(weights.parts)) for weights in known)


def test_the_cache_can_be_moved(tmp_path, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path))

    assert catalogue.find("gemma3-270m").path == tmp_path / "models" / "gemma3-270m.gguf"


def test_the_cache_is_the_users_own_if_none_is_named(monkeypatch):
    monkeypatch.delenv("SUMMARIZER_CACHE", raising=False)

    assert "summarizer" in catalogue.folder().parts
