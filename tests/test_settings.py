"""Settings that come from arguments, from other settings and from the environment."""

import pytest

from summarizer import Settings, summarize_many
from summarizer.errors import SettingsError

URL = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("environment", "given"),
    [
        ({"SUMMARIZER_BASE_URL": URL}, {"model": "m"}),
        ({"SUMMARIZER_MODEL": "m"}, {"base_url": URL}),
        ({"SUMMARIZER_MODEL": "m", "SUMMARIZER_BASE_URL": URL}, {"model": "local"}),
    ],
)
def test_arguments_win_over_the_environment_and_need_the_rest_of_it(
    environment, given, monkeypatch
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert list(summarize_many([], **given)) == []


def test_an_embedded_model_in_the_place_of_another_needs_no_endpoint():
    settings = Settings(model="m", base_url=URL).changed(model="local")

    assert (settings.model, settings.base_url) == ("local", None)


def test_a_key_in_the_address_is_refused_and_not_shown():
    with pytest.raises(SettingsError, match="SUMMARIZER_API_KEY") as raised:
        Settings.of(environment={}, model="m", base_url="https://me:s3cret@example.org/v1")

    assert "s3cret" not in str(raised.value)
