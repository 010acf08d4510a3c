from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.document.attribution import attribute
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.document import Document
from summarizer.document.names import read_names
from summarizer.document.outline import outline
from summarizer.languages.detection import guess_language
from summarizer.languages.table import language


def names_of(text):
    return read_names(text, language(guess_language(text)))


def attributions(text):
    read = Document.read(Article(text))
    return attribute(read.parsed)


def speakers(text):
    return [one and (one.name or one.speaker) for one in attributions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We won the cup,” Jane Roe said.",
        "“We won the cup,” said Jane Roe.",
        "“We won the cup,” said Jane Roe of the Rowing Club.",
        "“We won the cup,” said Jane Roe, the mayor.",
        "“We won the cup,” Jane Roe, the mayor, said.",
        "“We won the cup,” the mayor, Jane Roe, said.",
        "“We won the cup,” its author, hydrologist Jane Roe, told this newspaper.",
        "“We won the cup,” said the author, hydrologist Jane Roe.",
        "“We won the cup,” said the mayor, Jane Roe.",
        "“We won the cup,” Poe campaign spokeswoman Jane Roe said.",
        "“We won the cup,” said former secretary of state Jane Roe.",
        "“We won the cup,” Jane Roe, who lost before, said.",
        "“We won the cup,” Jane Roe later told the Gazette.",
        "“Did we win?” asked Jane Roe.",
        "Jane Roe said: “We won the cup.”",
        "Jane Roe said on Monday, “We won the cup.”",
        "Jane Roe told Bo Poe: “We won the cup.”",
        "In Oslo, Jane Roe told the Gazette, “We won the cup.”",
        "“We won the cup,” according to Jane Roe.",
        "Jane Roe said the plan was a “disaster” for Oslo.",
        "„Wir gewinnen“, sagte Bürgermeisterin Jane Roe am Montag.",
        "« Nous gagnons », a déclaré Jane Roe à la presse.",
        '"Ganamos", dijo la alcaldesa Jane Roe.',
        "«Vinciamo», ha detto Jane Roe.",
        '"Ganhamos", disse a prefeita Jane Roe.',
    ],
)
def test_explicit_and_adjacent_is_certain(text):
    (found,) = attributions(text)
    assert (found.name, found.certain) == ("Jane Roe", True)
    assert text[found.start : found.end] == found.speaker


@pytest.mark.parametrize(
    "text",
    [
        "“We won the cup.”\n\n- Jane Roe, Oslo\n\nIt rained.",
        "Bo Poe cannot say so, Jane Roe added, saying it was “up to Oslo” now.",
        "Jane Roe, citing “the luck of Oslo,” said the mayor could win.",
        "“We won the cup,” Jane Roe, who is chairman of the Poe Club said.",
        "Jane Roe, who declined to be named said it was “up to Oslo” now.",
        "Jane Roe, president and owner of the club said “we lost”.",
        "Jane Roe regretted having said “never again”.",
    ],
)
def test_the_verb_is_given_to_its_own_subject(text):
    assert speakers(text) == ["Jane Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe released a statement saying that Oslo “won the cup” again.",
        "Jane Roe called the claim of Bo Poe a “joke.”",
        "It was rain, which Jane Roe called late and promised to “stop at once” soon.",
        "“We won the cup now,” and the rain began again, Jane Roe said.",
    ],
)
def test_what_stands_between_a_speaker_and_the_words_speaks_not(text):
    assert speakers(text) == ["Jane Roe"]


def test_a_name_on_a_line_of_its_own_signs_or_introduces():
    text = """“It is too narrow for two carts.”

Jane Roe, 34, a carter from Oslo

Ann Fox

“No one asked us about the bridge.”

“We will say no again.”

Bo Poe slept.

“I never cross it.” """
    assert speakers(text) == ["Jane Roe", "Ann Fox", "Ann Fox", None]
    assert [one and one.certainty for one in attributions(text)] == [
        "explicit",
        "explicit",
        "guessed",
        None,
    ]


def test_who_makes_a_claim_says_no_more_than_that():
    found = speakers("Jane Roe called Bo Poe’s claim of a “right of way” quite “absurd.”")
    assert found == ["Bo Poe", "Jane Roe"]


def test_a_person_who_is_described_and_says_it_is_the_source():
    text = "Jane Roe spoke. In a later post, the candidate said the vote was “very close” there."
    (found,) = attributions(text)
    assert (found.speaker, found.name, found.certain) == ("the candidate", None, True)


def test_what_is_told_of_a_source_is_no_source():
    found = speakers("A surveyor who asked not to be named said it was “worse than the council.”")
    assert found == ["A surveyor"]


def test_a_body_that_speaks_of_itself_is_the_source():
    text = "The Rowers Union said it opposed the plan and demanded talks “before one job is lost.”"
    assert speakers(text) == ["Rowers Union"]


def test_a_source_that_is_introduced_is_nobody_before_it():
    text = "Jane Roe slept. An aide to the mayor later said the plan was “a disaster” for Oslo."
    (found,) = attributions(text)
    assert (found.speaker, found.name, found.certain) == ("An aide to the mayor", None, True)


@pytest.mark.parametrize(
    "text",
    [
        "The plan was described by Jane Roe as a “disaster” for Oslo.",
        "As Jane Roe put it: “We won.”",
        "Jane Roe’s claim that it was a “disaster” is wrong.",
        "The cup was a “disaster” for Oslo, Jane Roe said.",
        "Bo Poe said no. Jane Roe met the “best friends” of Oslo.",
        "Jane Roe voted for it, calling the plan a “success” for Oslo.",
    ],
)
def test_looser_forms_are_found_but_not_certain(text):
    (found,) = attributions(text)
    assert (found.name, found.certain) == ("Jane Roe", False)


@pytest.mark.parametrize(
    ("text", "name", "certain"),
    [
        ("“We won,” Jane Roe said. “Twice.”", "Jane Roe", True),
        ("“We,” said Jane Roe, “won.”", "Jane Roe", True),
        ("“One,” said Jane Roe. “Two.\n\n“Three.”", "Jane Roe", True),
        ("“One,” Jane Roe said, and Bo Poe cut in. “Two.”", "Jane Roe", False),
        ("“One,” Jane Roe said. Then came rain. “Two.”", "Jane Roe", False),
        ("“One,” Jane Roe said.\n\n“Two.”", "Jane Roe", False),
    ],
)
def test_what_follows_an_attributed_quotation(text, name, certain):
    last = attributions(text)[-1]
    assert (last.name, last.certain) == (name, certain)


def test_pronouns_fit_the_last_subject():
    text = (
        "Mr. Bo Poe lost. Ms. Jane Roe won. “Good,” she said. “Bad,” he said.\n\n"
        "“I slept,” she added."
    )
    assert speakers(text) == ["Jane Roe", "Bo Poe", "Jane Roe"]
    assert not any(found.certain for found in attributions(text))


def test_unnamed_sources_have_no_name():
    (found,) = attributions("“We lost,” a spokesman for the ministry said.")
    assert (found.speaker, found.name) == ("a spokesman for the ministry", None)


def test_a_name_that_belongs_to_a_noun_does_not_speak():
    assert speakers("“We lost,” the Roe campaign said.") == ["the Roe campaign"]
    assert speakers("“We lost,” Roe’s lawyer said.") == ["Roe’s lawyer"]


def test_what_somebody_else_reports_is_not_certain():
    (found,) = attributions("“We lost,” Jane Roe said, according to the Gazette.")
    assert (found.name, found.certain) == ("Jane Roe", False)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe and Bo Poe said: “We won the cup.”",
        "“We won the cup,” Jane Roe and Bo Poe said.",
        "“We won the cup,” said a spokesman and Jane Roe.",
        "“We won the cup,” reads the letter.",
        "“We won the cup,” she said.",
    ],
)
def test_more_than_one_speaker_or_none_that_can_speak_is_not_certain(text):
    assert not any(found.certain for found in attributions(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Akron, Ohio, Jane Roe called it “a bad day.”", "Jane Roe"),
        ("It was a “good day” and a “better night,” Jane Roe said.", "Jane Roe"),
        ("According to Jane Roe, the vote is “rigged for good.”", "Jane Roe"),
        ("Bo Poe, Jane Roe said, is a “man of rain.”", "Jane Roe"),
        ("The film shows Jane Roe saying “I will win it.”", "Jane Roe"),
        ("Jane Roe on Monday said Bo Poe was “unfit to serve.”", "Jane Roe"),
    ],
)
def test_the_subject_is_found_behind_what_opens_or_interrupts_the_sentence(text, name):
    assert speakers(text)[0] == name


def test_the_name_of_a_programme_has_no_speaker():
    text = "“We won,” Jane Roe said on the Gazette’s “Morning Hour.” “Twice.”"
    assert speakers(text) == ["Jane Roe", None, "Jane Roe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("山田首相は10日、「雨が降る」と述べた。", "山田"),
        ("田中氏が「晴れだ」と話した。", "田中"),
        ("王小明在北京表示：“我们赢了。”", "王小明"),
        ("“很好，”李华说。", "李华"),
    ],
)
def test_japanese_and_chinese(text, name):
    assert speakers(text) == [name]


def test_a_surname_shared_by_two_is_that_of_the_one_named_last():
    [found] = attributions("We saw Jane Roe and Tim Roe. “Yes,” Roe said.")
    assert found
    assert (found.name, found.certainty) == ("Tim Roe", "inferred")


PIECES = (
    '“|”|"| said |Jane Roe| Roe|, |. |\n\n|he | by |’s | according to |山は「|」と述べ| who |:|'
    "the |Mr. | in |also "
)
texts = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_one_answer_for_each_quotation_and_offsets_that_hold(text):
    text = f".{text}"  # an article is never empty
    found = attributions(text)
    assert len(found) == len(outline(text).quotations)
    for one in found:
        assert one is None or text[one.start : one.end] == one.speaker


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(0, 3))
def test_sentences_are_not_needed(text, skipped):
    parts = outline(text)
    parsed = ParsedText(names_of(text), parts.quotations, parts.sentences[skipped:])
    found = attribute(parsed)
    assert len(found) == len(parts.quotations)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jane Roe was asked by Bo Poe: “Who are you?”", "Bo Poe"),
        ("“Never come back,” Jane Roe was warned by police.", "police"),
        ("The Gazette quoted Jane Roe as saying: “We won.”", "Jane Roe"),
        ("KCNA quoted Jane Roe as saying the test was “a success”.", "Jane Roe"),
        ("Jane Roe was quoted by the Gazette as saying: “We won.”", "Jane Roe"),
        ("Jane Roe did not say “we lost”.", "Jane Roe"),
        ("Neither Jane Roe nor Bo Poe said “yes”.", "Bo Poe"),
        ("Jane Roe denied that Bo Poe was “sacked”.", "Jane Roe"),
    ],
)
def test_words_that_the_subject_hears_relays_or_denies_are_nobodys_for_certain(text, speaker):
    (found,) = attributions(text)

    assert (found.name or found.speaker) == speaker
    assert not found.certain


def test_a_caption_above_a_quotation_does_not_speak_over_its_own_verb():
    text = "Bo Poe, left, in Oslo last year\n\n“We won,” Jane Roe said."

    assert speakers(text) == ["Jane Roe"]


def test_a_title_of_office_is_no_part_of_a_name():
    assert speakers("Labour MP Jane Roe said: “Yes.”\n\nThe MP said: “No.”") == [
        "Jane Roe",
        "The MP",
    ]


def test_whoever_writes_is_nobody_by_name():
    assert attributions("“Come in,” I told Jane Roe.")[0].name is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("OSLO, Norway (AP) — Jane Roe spoke, calling it a “farce”.", "Jane Roe"),
        ("Oslo (Reuters) – Jane Roe spoke, saying it was a “farce”.", "Jane Roe"),
        ("The plan failed, with Jane Roe calling it a “farce” and walking out.", "Jane Roe"),
        ("As Jane Roe (D-Ohio) has pointed out, that’s a “farce”.", "Jane Roe"),
        ("Jane Roe less than two weeks ago said it was a “farce” to vote.", "Jane Roe"),
        ("The key to rain, says Jane Roe, an expert, is that it is “wet”.", "Jane Roe"),
        ("The loss signals “the beginning of the end”, said Jane Roe, a banker.", "Jane Roe"),
        ("Jane Roe said that when Bo Poe railed against it, “he was right”.", "Jane Roe"),
        ("It drew a reply from Jane Roe, who called it a “farce”.", "Jane Roe"),
        ("They sent papers labelled “secret stuff” by Jane Roe to us.", "Jane Roe"),
        ("Jane Roe sent out a message to supporters saying: “We won.”", "Jane Roe"),
        ("It was replaced by a message that said, “We are sorry.”", "a message"),
        ("Any notes were lost - Jane Roe told us it was a “farce” to read.", "Jane Roe"),
        ("April Roe, an aide, said in Oslo that it was a “farce” to vote.", "April Roe"),
        ("He was a man whom Jane Roe introduced as “my big brother” then.", "Jane Roe"),
        ("Jane Roe promised to “change it all,” the Gazette reported.", "Jane Roe"),
    ],
)
def test_what_stands_around_a_subject_and_its_verb_is_passed_over(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jane Roe met Bo Poe. “We won,” she said.", "Jane Roe"),
        ("Thomas Roe met Anna Poe. “We won,” she said.", "Anna Poe"),
        ("Jane Roe told us that Mary Poe lost. “We won,” she said.", "Jane Roe"),
        ("Bo Li asked Al Poe whether it rained. “It does,” he said.", "Al Poe"),
        ("Bo Li met Al Poe. Al Poe sang. “Mr. Poe is a fool,” he said.", "Bo Li"),
        ("Bo Li won the game against the Roe Rovers and Poe Tigers. “Yes,” he said.", "Bo Li"),
        ("Bo Li is a friend and Al Poe supporter. He called it “a farce” then.", "Bo Li"),
        ("The Rain Office said no. It added: “We are sorry.”", "Rain Office"),
    ],
)
def test_whom_a_pronoun_means(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”", "Jane Roe"),
        ("“Yes,” Bo Poe said.\n\nJane Roe agreed, writing:\n\n“Do come.”", "Jane Roe"),
        ("“Yes,” Bo Poe said.\n\nJane Roe wrote to us.\n\n“Do come,” they say.", "they"),
    ],
)
def test_the_sentence_before_a_quotation_may_say_who_speaks(text, speaker):
    found = attributions(text)[-1]
    assert (found.name or found.speaker) == speaker
    assert not found.certain


def test_a_verb_that_only_follows_a_quotation_is_nobodys_for_certain():
    text = "While Bo Poe spoke of “a better world,” Jane Roe, the mayor, used her time to sing."
    assert not attributions(text)[0].certain


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe was said to be “furious” with us.",
        "Jane Roe was told: “You are out.”",
        "Jane Roe asked for it and was told that there was “no need”.",
    ],
)
def test_who_only_heard_it_did_not_say_it(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Said Jane Roe, who lives in Oslo, “We were proud of him.”", "Jane Roe"),
        ("“Rain” is sickening, Jane Roe said Tuesday.", "Jane Roe"),
        ("Former House speaker Jane Roe, an ally, said we should “ignore” it.", "Jane Roe"),
        ("“It is time,” said Bo Poe's opponent, actress Jane Roe.", "Jane Roe"),
        ("Jane Roe's long call for a “revolution” drew thousands.", "Jane Roe"),
        ("It rained, when a young boy shouted, “Look, snow!”", "a young boy"),
        ("They asked who lost so much that Mayor Jane Roe said, “Go home now.”", "Jane Roe"),
        ("Jane Roe made a point of saying it “was a place of peace” then.", "Jane Roe"),
        ("Jane Roe cited a case to say that courts must see “what is right” now.", "Jane Roe"),
        ("“We lost,” the memo states, “by far.”", "the memo"),
        ("The senator and former candidate told us it was “a farce” to vote.", None),
        ("Jane Roe called it “her car,” and recently to it. \n\n- Reuters.", "Jane Roe"),
    ],
)
def test_more_places_of_a_speaker(text, speaker):
    assert speakers(text)[0] == (speaker or "The senator and former candidate")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jane Kelly sang. “No,” Bo Poe said. Kelly responded, with a smile: “Yes.”", "Jane Kelly"),
        ("Ann King won in Oslo. King says it was “the best” of games.", "Ann King"),
        ("Tennis great Billie Jean King saw Bo Poe. “He won,” she said.", "Billie Jean King"),
        ("“It is sad,” Bo Li told us. Al Fox is no fool, he said. “He knows.”", "Bo Li"),
        ("Mr. Max Roe met Bo Poe. Ivana Roe, 34, sang. “My father won,” she said.", "Ivana Roe"),
        ("Meanwhile Rihanna, who sang, met us. “I won,” she said.", "Rihanna"),
        (
            "Doreen Roe sang. Oslo Transit left. Tom Poe and Roe met. “He lies,” she said.",
            "Doreen Roe",
        ),
        ("Ann Roe held a sign that read “15!” Her father, Bo, worried that it rained.", "a sign"),
    ],
)
def test_whom_names_and_pronouns_of_all_kinds_mean(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voices\n\nJane Roe, 34.\n\nGetty.\n\n“We won.”\n\nBo Poe, 31.\n\n“We lost.”", "above"),
        ("Voices\n\nJane Roe\n\nGetty Images\n\n“We won.”\n\nBo Poe\n\n“We lost.”", "above"),
        ("Letters\n\n“We won.”\n\nJane Roe, 34.\n\n“We lost.”\n\nBo Poe, 31.", "below"),
    ],
)
def test_names_on_lines_stand_all_above_or_all_below(text, found):
    assert speakers(text) == ["Jane Roe", "Bo Poe"], found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Yes,” said one Republican. Yet another said, “Maybe.”", "one Republican"),
        ("NEWS—“Gallery moves,” by the Times' Jane Roe: “It moves uptown.”", "Jane Roe"),
        ("More from Jane Roe: “It moves uptown.”", "Jane Roe"),
    ],
)
def test_digests(text, speaker):
    assert speaker in speakers(text)


def test_who_wrote_something_else_did_not_write_the_words():
    text = "After he spoke of “rain” and “hail”, actress Jane Roe wrote a long letter."
    assert not any(found.certain for found in attributions(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We must go,” Fight for Rain organizing director Jane Roe told us.", "Jane Roe"),
        ("Saturday at the party in Oslo Mayor Jane Roe said it was “a farce” to vote.", "Jane Roe"),
        ("Rain had “come to stay” with us, Jane Roe said in a video message.", "Jane Roe"),
        ("“Yes!” the audience screamed back.", "the audience"),
        (
            "A former mayor -- Jane Roe, who lost last year -- said it was “a farce” then.",
            "Jane Roe",
        ),
        (
            "After Bo Poe asked about it, they became “agitated” at once, according to Jane Roe.",
            "Jane Roe",
        ),
        ("Jane Roe said Bo Poe’s criticism of the judge was “a farce” to her.", "Jane Roe"),
        (
            "Jane Roe, who has called it “toxic,” portrayed her own party’s nominee as bad.",
            "Jane Roe",
        ),
        ("One early supporter, Representative Jane Roe, said it was “a farce” then.", "Jane Roe"),
        ("Bo Li won.\n\nFULL TEXT.\n\nHe called it “a farce” in Oslo.", "Bo Li"),
        ("Bo Poe sang. His wife, Jane, called for votes. “Go on,” she said.", "Jane"),
        ("Jane Roe said no, she did. ‘We,’ said Bo Poe. “I,” said Jane Roe.", "Bo Poe"),
    ],
)
def test_names_among_offices_asides_and_labels(text, speaker):
    assert speaker in speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe declined to say “we won it all and lost it again.”",
        "“We won it all,” the Gazette reported, quoting Jane Roe.",
        "“We won it all,” said Jane Roe and Tim Poe.",
        "Jane Roe or Tim Poe said: “We won it all.”",
        "If Jane Roe said “we won it all,” she lied.",
        "Jane Roe should say: “We won it all.”",
        "Jane Roe read a letter from Tim Poe: “We won it all.”",
        "“We have one message.\n“Make Rain Great Again.”",
    ],
)
def test_what_nobody_may_have_said_is_not_certain(text):
    assert not any(found and found.certain for found in attributions(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It was great,” agreed Tim Poe.", "Tim Poe"),
        ("By Saturday, Jane Roe said, “we won it all and lost it again”\n\nIt rained.", "Jane Roe"),
        ("LOS ANGELES — Jane Roe won, calling it “a farce” then.", "Jane Roe"),
        ("“We won it all,” said Ms. Roe. Tim Roe met Tim Poe.", "Ms. Roe"),
        ("“We won it all,” said Mr. Roe. Jane Roe met Tim Roe.", "Tim Roe"),
        ("Rep. Steve King said: “We won it all.”", "Steve King"),
        ("“We won it all,” said Prime Minister John Major.", "John Major"),
        ("“We won it all,” said Martin Luther King Jr.", "Martin Luther King Jr"),
    ],
)
def test_names_are_whole_and_whose_they_are(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("text", ["“We won” in Oslo, said", "“We won,” said", "“We won” by"])
def test_a_text_may_end_anywhere(text):
    assert len(attributions(text)) == 1


@pytest.mark.parametrize("unit", ["went ", "slowly went ", "to say ", "A B — ", "by By "])
def test_words_without_end_are_read_in_their_time(unit):
    started = process_time()
    attributions("Jane Roe left. “We won it,” he said. " + unit * (40_000 // len(unit)))
    assert process_time() - started < 4
