"""Statements: what sources are reported to have said, without quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Article
from summarizer.document.document import Document
from summarizer.document.statements.constructions import CONSTRUCTIONS


def read(text):
    return Document.read(Article(text)).statements


def words(text, found):
    return " … ".join(text[start:end] for start, end in found.places)


def told(text):
    """Return who is reported to have said what, as the sentence's only statement."""
    (found,) = read(text)
    return found.name or found.source, words(text, found)


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda each: each.name)
def test_a_construction_reads_its_own_example(construction):
    assert read(construction.example)[-1].rule == construction.name


def test_the_names_of_the_constructions_are_their_own():
    assert len({each.name for each in CONSTRUCTIONS}) == len(CONSTRUCTIONS)


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Ada Ruiz said the mine would close by May.", "Ada Ruiz", "the mine would close by May"),
        ("Ada Ruiz says that the mine is safe.", "Ada Ruiz", "the mine is safe"),
        ("The miners said Monday they would stay.", "The miners", "they would stay"),
        ("Ada Ruiz said in a letter to Oslo that it rains.", "Ada Ruiz", "it rains"),
        ("The mine would close, Ada Ruiz said on Friday.", "Ada Ruiz", "The mine would close"),
        ("The mine would close, said Ada Ruiz, the mayor.", "Ada Ruiz", "The mine would close"),
        ("The mine, Ada Ruiz said, would close.", "Ada Ruiz", "The mine … would close"),
        ("Rents rose, Ada Ruiz said, by a fifth.", "Ada Ruiz", "Rents rose … by a fifth"),
        ("It would be shut, Ada Ruiz said, until May.", "Ada Ruiz", "It would be shut … until May"),
        ("It was late, Ada Ruiz said, after a vote.", "Ada Ruiz", "It was late"),
        (
            "The mine was wet, a spokesman, Tim Orr, said on Friday.",
            "Tim Orr",
            "The mine was wet",
        ),
        ("The mine was wet, the ministry told Tim Orr.", "the ministry", "The mine was wet"),
        ("The Post quoted Ada Ruiz as saying that it rains.", "Ada Ruiz", "it rains"),
        ("Ada Ruiz pointed out that it rains.", "Ada Ruiz", "it rains"),
        ("OSLO, Norway (AP) — It was wet in May, police said.", "police", "It was wet in May"),
        (
            "Ada Ruiz promised Monday to end a war that hurts.",
            "Ada Ruiz",
            "to end a war that hurts",
        ),
        ("Ada Ruiz went on to say that it rains.", "Ada Ruiz", "it rains"),
        ("Asked by Tim Orr to resign, she laughed.", "Tim Orr", "to resign"),
        ("When asked by Tim Orr whether it rains, she left.", "Tim Orr", "whether it rains"),
        ("All of the miners condemn the plan.", "All of the miners", "the plan"),
        ("Ada Ruiz praised the plan on Monday.", "Ada Ruiz", "the plan"),
        ("The miners are quick to point out that it rains.", "The miners", "it rains"),
        ("The survey asks where each miner was born.", "The survey", "where each miner was born"),
        ("According to the Post average, Ruiz is up.", "the Post average", "Ruiz is up"),
        ("According to the mayor, Ada Ruiz, it rains.", "Ada Ruiz", "it rains"),
        ("Ada Ruiz made it clear that it rains.", "Ada Ruiz", "it rains"),
        ("Ada Ruiz criticized the plan for its cost.", "Ada Ruiz", "the plan for its cost"),
        (
            "About 9 million were lost, the company said.",
            "the company",
            "About 9 million were lost",
        ),
        (
            "It was wet, a senior mine (MO) official said.",
            "a senior mine (MO) official",
            "It was wet",
        ),
        ("Tim Orr had left for Oslo, officials said.", "officials", "Tim Orr had left for Oslo"),
        ("In a speech on Friday Ada Ruiz said it rains.", "Ada Ruiz", "it rains"),
        ("Of these, 49 percent believe that it rains.", "49 percent", "it rains"),
        ("According to the ministry, 9 % of miners left.", "the ministry", "9 % of miners left"),
        ("The mine was wet, according to Ada Ruiz.", "Ada Ruiz", "The mine was wet"),
        ("As Ada Ruiz noted, the mine was wet.", "Ada Ruiz", "the mine was wet"),
        ("According to Ada Ruiz, the mayor, the mine was wet.", "Ada Ruiz", "the mine was wet"),
        ("The report shows that the mine was wet.", "The report", "the mine was wet"),
        ("Ada Ruiz told Tim Orr the mine would close.", "Ada Ruiz", "the mine would close"),
        ("Ada Ruiz asked whether the mine was safe.", "Ada Ruiz", "whether the mine was safe"),
        ("Ada Ruiz urged the miners to leave.", "Ada Ruiz", "the miners to leave"),
        ("Ada Ruiz called for a new vote.", "Ada Ruiz", "a new vote"),
        ("Some 9% said they would leave.", "Some 9%", "they would leave"),
        ("Ada Ruiz said she had left $5 million.", "Ada Ruiz", "she had left $5 million"),
        ("Ada Ruiz endorsed Tim Orr.", "Ada Ruiz", "Tim Orr"),
        ("Both have promised to stay.", "Both", "to stay"),
        ("It rains. The two said they would stay.", "two", "they would stay"),
        ("According to informed sources, it rains.", "informed sources", "it rains"),
        ("According to Tim Orr the mine is wet.", "Tim Orr", "the mine is wet"),
        ("It rained a lot, according to estimates by Orr.", "estimates by Orr", "It rained a lot"),
        ("It rained for hours, the miners said this week.", "the miners", "It rained for hours"),
        ("It rained for hours, Ada Ruiz says; the mine is wet.", "Ada Ruiz", "It rained for hours"),
        (
            "The first secretary of the Oslo club, Tim Orr, said it rained.",
            "Tim Orr",
            "it rained",
        ),
        (
            "In Oslo it rained hard for the whole of the day, Ada Ruiz said.",
            "Ada Ruiz",
            "In Oslo it rained hard for the whole of the day",
        ),
        ("It rains, but most believe the mine is safe.", "most", "the mine is safe"),
        ("A report released Friday by the town says mines kill.", "A report", "mines kill"),
        (
            "The company said in a statement Monday the mine was wet.",
            "The company",
            "the mine was wet",
        ),
        ("The mine, according to Ada Ruiz, was wet.", "Ada Ruiz", "The mine … was wet"),
        (
            "Ada Ruiz said that, if it rains, the mine is wet.",
            "Ada Ruiz",
            "if it rains, the mine is wet",
        ),
        (
            "Ada Ruiz said it rained, but hasn’t decided what to do.",
            "Ada Ruiz",
            "it rained, but hasn’t decided what to do",
        ),
        (
            "Ada Ruiz said it rained, but that it was dry.",
            "Ada Ruiz",
            "it rained, but that it was dry",
        ),
        ("The mine, said Ada Ruiz, would close.", "Ada Ruiz", "The mine … would close"),
        ("Ada Ruiz warned of “a real danger” to miners.", "Ada Ruiz", "“a real danger” to miners"),
        (
            "According to a survey by the town, 9 in 10 miners left, a figure that Orr disputes.",
            "a survey by the town",
            "9 in 10 miners left",
        ),
        ("According to Ada Ruiz, who owns it, the mine is wet.", "Ada Ruiz", "the mine is wet"),
        ("Ada Ruiz condemns new fees for the mine.", "Ada Ruiz", "new fees for the mine"),
        ("Ada Ruiz wants the miners to stay.", "Ada Ruiz", "the miners to stay"),
        ("Ada Ruiz has warned they would leave.", "Ada Ruiz", "they would leave"),
        (
            "A survey of 90 voters shows a lead of 9 points.",
            "A survey of 90 voters",
            "a lead of 9 points",
        ),
        ("Ada Ruiz told the council the mine was wet.", "Ada Ruiz", "the mine was wet"),
        (
            "Ada Ruiz said the mine was old but that it was safe.",
            "Ada Ruiz",
            "the mine was old but that it was safe",
        ),
    ],
)
def test_reads_who_says_what(text, source, said):
    assert told(text) == (source, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ruiz said it rained, but he did not look outside.", "it rained"),
        ("Ruiz said it rained, and said the mine was wet.", "it rained"),
        ("Ruiz said it rained, as it often does.", "it rained"),
        ("When Ruiz said it rained, the miners left.", "it rained"),
        ("Tim Orr, who said it rained, left.", "it rained"),
        ("Ruiz said it rained; the miners left.", "it rained"),
        ("Ruiz is confident that it rains, but the miners have doubts.", "it rains"),
        ("Ruiz says it rained, calls it a shame.", "it rained"),
        ("The miners left (Tim Orr thinks it rained).", "it rained"),
        ("Ruiz called for a vote after the mine was dry.", "a vote"),
        ("Ruiz announced the end of it, which many had feared.", "the end of it"),
        ("Ruiz called the mine a farce and has left.", "the mine a farce"),
        ("Ruiz proposed closing the mine and signaled regret.", "closing the mine"),
        ("Ruiz questioned the plan and made clear that it rains.", "the plan"),
        ("Ruiz praised Orr - the first time in years.", "Orr"),
        ("Ruiz blamed many things, including the rain.", "many things, including the rain"),
        ("Ruiz outlined a plan to end it and may not return.", "a plan to end it"),
        (
            "Ruiz pledged to end a war — 9 years long — in May.",
            "to end a war — 9 years long — in May",
        ),
        ("Ruiz praised the miners — for the first time in years.", "the miners"),
        ("Tim Orr, who once accused Ruiz of lying, has left.", "Ruiz of lying"),
        (
            "Ruiz said the mine cost 9 million, a figure that Orr disputed.",
            "the mine cost 9 million",
        ),
        ("Ruiz said 9 miners left, a number that the union called low.", "9 miners left"),
        ("Ruiz said 9 miners left, a claim that the union denied.", "9 miners left"),
        ("Ruiz said 9 miners left, a far higher figure than Orr gave.", "9 miners left"),
        ("Ruiz said she moved to Oslo, where it rains.", "she moved to Oslo"),
        ("Ruiz said she left Oslo, which is wet, and it rained.", "she left Oslo"),
        ("Ruiz said the plan, which cost £3, was dead.", "the plan, which cost £3, was dead"),
        ("Ruiz said the shop, where we met, would shut.", "the shop, where we met, would shut"),
        ("Ruiz said her mine, which fell in, has gone.", "her mine, which fell in, has gone"),
        ("Ruiz said she sold the mill, which Orr had built.", "she sold the mill"),
        ("Ruiz said it was “wet” and urged Orr to leave.", "it was “wet”"),
        ("Ruiz thinks it rained, and she regards it as a shame.", "it rained"),
        ("Ruiz blamed Orr for waiting before calling.", "Orr for waiting before calling"),
        (
            "It rained when Ruiz said he had a mine, no bus and a mill.",
            "he had a mine, no bus and a mill",
        ),
        ("Up came Ruiz, who promised a mine, a bus and a mill.", "a mine, a bus and a mill"),
        ("Tim Orr, who promised a mine, left the town and the mill.", "a mine"),
        ("The mine fell in, according to Tim Orr, who added that it rained.", "The mine fell in"),
        ("The mine fell in, according to Tim Orr, who owns it.", "The mine fell in"),
        ("The mine fell in, according to a report by Orr & Li, which is new.", "The mine fell in"),
        ("According to the report, which Orr wrote, the mine fell in.", "the mine fell in"),
    ],
)
def test_what_the_reporter_adds_is_not_reported(text, said):
    assert words(text, read(text)[0]) == said


@pytest.mark.parametrize(
    "text",
    [
        "Ada Ruiz said the mine was wet, adding that it would close.",
        "The mine was wet, said Ada Ruiz, adding that it would close.",
        "Orr opposed the plan, said Ada Ruiz on Monday, noting that it would close.",
        "The mine was wet, said Ada Ruiz, head of the union, warning that it would close.",
    ],
)
def test_a_participle_goes_on_with_the_same_source(text):
    one, other = read(text)
    assert (one.name, other.name) == ("Ada Ruiz", "Ada Ruiz")
    assert words(text, other) == "it would close"


@pytest.mark.parametrize(
    "text",
    [
        "The state of the mine was poor.",
        "Ruiz denied this.",
        "Ruiz condemned both on Monday.",
        "The report that could end the vote is due.",
        "Pledged delegates met in Oslo.",
        "Her claims are many and his answers are few.",
        "The show was seen by thousands.",
        "“It rains,” Ada Ruiz said on Friday.",
        "Ada Ruiz said: “It rains.”",
        "Ada Ruiz was told that it rains.",
        "Before they could call the mine a home, it rained.",
        "Tim Orr, the owner of the mill, said no.",
        "The word reminds me of lands that were at war.",
        "There were orders stretching all the way back to Oslo.",
        "The tax, which he said has grown, ends in May.",
        "The miners met to say goodbye to the mine.",
        "It is clear that it rains.",
        "After the vote in the town hall on Monday night, Ada Ruiz said.",
        "The study shows are popular with parents.",
        "A claim that the army denied was false.",
        "Ruiz won most of the 20 pledged delegates.",
        "As Ada Ruiz continued to eat, it rained.",
        "Most of it is unspoken, as the miners make their jokes.",
        "There are problems, such as saying that it rains.",
        "Ada Ruiz has not ruled it out.",
        "Ada Ruiz did not want it there when the miners came.",
        "The mine had nine faults, four of them related to the roof.",
    ],
)
def test_not_every_word_of_saying_reports(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "headline",
    [
        "State report slams plan",
        "Mayor rejects bid",
        "Ada Ruiz praised miners on Friday",
    ],
)
def test_a_judgement_of_one_bare_noun_says_nothing(headline):
    assert read(f"{headline}\n\nOSLO — It rained.") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Ruiz admitted mistakes.", "mistakes"),
        ("Ada Ruiz denied wrongdoing on Friday.", "wrongdoing"),
        ("Ada Ruiz endorsed Brandt.", "Brandt"),
        ("Ada Ruiz slammed the plan.", "the plan"),
    ],
)
def test_one_word_may_be_a_statement(text, said):
    assert told(text) == ("Ada Ruiz", said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mine was wet, said the police on Monday.", "the police"),
        ("The mine was wet, said officials at the mill on Monday.", "officials at the mill"),
        ("The mine was wet, said the police in Oslo.", "the police in Oslo"),
    ],
)
def test_a_day_is_no_part_of_a_source(text, source):
    assert told(text) == (source, "The mine was wet")


HEADLINES = [
    "Ferry operator drops plan to end winter sailings",
    "Mayor delays vow to close the mine",
    "Court blocks request to open the mine",
    "Minister ignores warning of floods",
    "Miners accept offer to leave",
    "Mayor weighs demand that miners leave",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_noun_behind_a_verb_of_deciding_is_no_verb(headline):
    assert read(f"{headline}\n\nOSLO — It rained.") == ()


@pytest.mark.parametrize(
    ("headline", "source", "said"),
    [
        ("Bakers threaten to strike", "Bakers", "to strike"),
        ("City growers threaten to sue the mine", "City growers", "to sue the mine"),
        ("Officials vow to close the mine", "Officials", "to close the mine"),
        ("Union rejects offer to end the strike", "Union", "offer to end the strike"),
    ],
)
def test_a_headline_has_its_own_verb(headline, source, said):
    assert told(f"{headline}\n\nOSLO — It rained.") == (source, said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Ruiz keeps saying that it rains.", "Ada Ruiz"),
        ("The mayor of Oslo kept insisting that it rains.", "The mayor of Oslo"),
        ("Tim Orr stopped saying that it rains.", "Tim Orr"),
    ],
)
def test_a_gerund_behind_a_verb_of_deciding_reports(text, source):
    assert told(text) == (source, "it rains")


@pytest.mark.parametrize(
    "text",
    [
        "Tom and Ana Orr said the mine was wet.",
        "The mine was wet, Tom and Ana Orr said.",
        "The mine was wet, said Tom and Ana Orr.",
        "The mine, Tom and Ana Orr said, was wet.",
        "According to Tom and Ana Orr, the mine was wet.",
        "Tom and Ana Orr, who own it, said the mine was wet.",
    ],
)
def test_a_couple_speaks_as_one(text):
    (found,) = read(text)
    assert (found.name, found.source) == ("Tom and Ana Orr", "Tom and Ana Orr")


def test_who_speaks_together_is_no_one_of_them():
    (found,) = read("Ada Ruiz, Tim Orr and the miners said it was wet.")
    assert (found.name, found.certainty) == (None, "inferred")
    assert found.source == "Ada Ruiz, Tim Orr and the miners"


def test_a_semicolon_ends_what_is_about_one_source():
    text = "Ada Ruiz said it rained; one miner, Tim Orr, said the mine was wet."
    assert [each.name for each in read(text)] == ["Ada Ruiz", "Tim Orr"]


def test_a_name_before_another_clause_does_not_speak():
    assert told("Tim Orr left for Oslo and Ada Ruiz said it rains.") == ("Ada Ruiz", "it rains")


def test_a_pronoun_means_the_source_before():
    text = "Ada Ruiz left the mine. She said it was wet."
    assert told(text) == ("Ada Ruiz", "it was wet")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ada Ruiz said that it rains.", "said"),
        ("Ada Ruiz denied that it rains.", "denied"),
        ("Ada Ruiz did not say that it rains.", "unsaid"),
        ("Ada Ruiz never said that it rains.", "unsaid"),
        ("Ada Ruiz refused to say that it rains.", "unsaid"),
        ("Ada Ruiz asked whether it rains.", "asked"),
    ],
)
def test_what_is_denied_or_not_said_is_told_apart(text, polarity):
    assert [each.polarity for each in read(text)] == [polarity]


def test_a_mixed_sentence_is_linked_to_its_quotation():
    text = "“No,” he said. Ada Ruiz said the mine was “a danger to all” of the town."
    (found,) = read(text)
    assert found.quote == "Q2"
    assert words(text, found) == "the mine was “a danger to all” of the town"


def test_a_statement_within_another_one_is_left_out():
    text = "Ada Ruiz said that Tim Orr believes that it rains."
    assert told(text) == ("Ada Ruiz", "Tim Orr believes that it rains")


def test_what_an_outlet_relays_is_also_its_speakers():
    text = "Ada Ruiz denied that it rains, according to the Post."
    post, ruiz = read(text)
    assert (post.rule, words(text, post)) == ("according", "Ada Ruiz denied that it rains")
    assert (ruiz.name, ruiz.polarity, words(text, ruiz)) == ("Ada Ruiz", "denied", "it rains")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Ada Ruiz said that it rains.", "explicit"),
        ("The miners said that it rains.", "inferred"),
        ("Ada Ruiz left. She said that it rains.", "inferred"),
        ("He said that it rains.", "guessed"),
        ("Engineers said that it rains.", "inferred"),
    ],
)
def test_how_sure_it_is(text, certainty):
    assert read(text)[-1].certainty == certainty


def test_keys_are_in_the_order_of_the_article():
    text = "It rains, Ada Ruiz said. Tim Orr said that it snows.\n\nAccording to Orr, it is late."
    assert [each.key for each in read(text)] == ["T1", "T2", "T3"]


PIECES = (
    "Ada Ruiz|Tim Orr| said | that |, |. |according to |the mine |was wet|“a farce” |: |; |\n\n|"
    "he |who |asked |whether |to come|called |it |a |claim |and |but |as | — |9 % |\ufeff|both |"
    " sagte|, dass |laut |nach Angaben von |Das Werk |zufolge |a-t-elle |dit |comme "
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join))
def test_every_statement_is_a_place_in_the_text(text):
    text = f"x{text}"
    found = read(text)
    for each in found:
        assert each.places == tuple(sorted(each.places))
        for start, end in (*each.places, each.cue):
            assert text[start:end].strip() == text[start:end] != ""
        assert each.source in text
    assert list(found) == sorted(found, key=lambda each: each.start)


@pytest.mark.parametrize("verb", ["declined to criticise", "did not praise", "never condemned"])
def test_a_thing_that_is_not_spoken_of_is_no_statement(verb):
    assert read(f"Ada Ruiz {verb} the decision.") == ()


@pytest.mark.parametrize("verb", ["denied", "confirmed", "disputed"])
def test_a_person_set_off_is_not_what_is_denied(verb):
    assert read(f"Bo Roe, a former engineer, {verb} it.") == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Jane Roe called for calm.", "called for"),
        ("Jane Roe pointed out that it rained.", "pointed out"),
        ("It was late, as Jane Roe pointed out.", "pointed out"),
        ("Jane Roe called on Bo Li to resign.", "called on"),
        ("Jane Roe spoke of a failure.", "spoke of"),
        ("Jane Roe said on Monday that it rained.", "said"),
        ("Jane Roe wrote to the board that it was late.", "wrote"),
    ],
)
def test_a_cue_has_the_small_word_that_belongs_to_it(text, cue):
    (found,) = read(text)
    assert text[slice(*found.cue)] == cue
