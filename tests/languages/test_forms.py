import pytest

from summarizer.languages.forms import conjugate
from summarizer.languages.table import language


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("announce", "announces announced announced announcing"),
        ("wish", "wishes wished wished wishing"),
        ("deny", "denies denied denied denying"),
        ("say", "says said said saying"),
        ("agree", "agrees agreed agreed agreeing"),
        ("extol", "extols extolled extolled extolling"),
        ("label", "labels labeled labelled labeled labelled labeling labelling"),
        ("write", "writes wrote written writing"),
        ("hit", "hits hit hit hitting"),
    ],
)
def test_english_verbs(lemma, forms):
    assert " ".join(sum(conjugate(lemma, language("en"))[1:], ())) == forms


@pytest.mark.parametrize(
    ("code", "lemma", "forms"),
    [
        ("de", "fordern", "fordert forderte forderten gefordert"),
        ("de", "befürworten", "befürwortet befürwortete befürworteten"),
        ("fr", "exiger", "exige exigent exigea exigé exigeant"),
        ("fr", "soutenir", "soutient soutiennent soutint soutenu"),
        ("es", "decir", "dice dicen dijo dijeron dicho"),
        ("es", "criticar", "critica criticó criticaron criticado"),
    ],
)
def test_verbs_of_other_languages(code, lemma, forms):
    assert set(forms.split()) <= conjugate(lemma, language(code)).forms
