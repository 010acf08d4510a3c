"""Who is an actor, what each is, and what the article calls it: by code alone."""

import pytest

from summarizer import Article, summarize
from summarizer.document.document import Document
from summarizer.verify import faults

OPENING = "Story of the day\n\nIt rained in the north on Monday and the river rose again. "


def actors(text):
    return {actor.name: actor for actor in summarize(OPENING + text, model="none").actors}


def role(text, name):
    return actors(text)[name].role


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“No,” Jane Roe said.", "Jane Roe", "person"),
        ("Premier Lidya Osei left Oslo.", "Lidya Osei", "person"),
        ("“No,” said Zuri Okafor, who runs the mill.", "Zuri Okafor", "person"),
        ("The Lenn Trust sued the town.", "Lenn Trust", "organisation"),
        ("Tarn Vale, a nonprofit, said no.", "Tarn Vale", "organisation"),
        ("Tarn Vale, a consultancy that left, said no.", "Tarn Vale", "organisation"),
        ("Norrtarn Line sent ships to the port.", "Norrtarn Line", "organisation"),
        ("Selectwoman Tove Lind said no.", "Tove Lind", "person"),
        ("Assemblyman Tove Lind said no.", "Tove Lind", "person"),
        ("MLA Tove Lind said no.", "Tove Lind", "person"),
        ("District Collector Tove Lind said no.", "Tove Lind", "person"),
        ("Prosecutor-general Tove Lind said no.", "Tove Lind", "person"),
        ("Retired Chief Engineer T. Alva Lind said no.", "T. Alva Lind", "person"),
        ("Malta-registered Nordhang Rohrbau rejected it.", "Nordhang Rohrbau", "organisation"),
        ("Lenn Ferries cut its fares.", "Lenn Ferries", "organisation"),
        ("The University of Lenn closed its doors.", "University of Lenn", "organisation"),
        ("The teaching union EduNorth opposes the plan.", "EduNorth", "organisation"),
        ("Kessel, which is based in Graz, sued the town.", "Kessel", "organisation"),
        ("Marek, which is based in Graz, sued the town.", "Marek", "organisation"),
        ("Dunmore Vale, which owns the port, praised the plan.", "Dunmore Vale", "organisation"),
        ("Norway sent ships to the port.", "Norway", "country"),
        ("Bo Poe praised Jane Roe, Eve Ray and others.", "Bo Poe", "person"),  # no more behind
        ("Moscow backed the plan.", "Moscow", "country"),
        ("The Republic of Tarro rejected the plan.", "Republic of Tarro", "country"),
        ("The Republic of Tarro left. Tarro rejected the plan.", "Tarro", "country"),
        ("Opposition leader Bo Ferris criticised the plan.", "Bo Ferris", "person"),
        ("Fishermen are furious about the plan.", "Fishermen", "group"),
        ("Democrats rejected the plan.", "Democrats", "group"),
        ("The Scottish Greens rejected the plan.", "Scottish Greens", "organisation"),
        ("The Liberal Democrats rejected the plan.", "Liberal Democrats", "organisation"),
        ("Its minister, Zora Reyes-Sen, left.", "Zora Reyes-Sen", "person"),
        ("Zeal Hydro, the contractor, left.", "Zeal Hydro", "organisation"),
        ("The collector Bo Lindgren III left.", "Bo Lindgren III", "person"),
        ("Zorin Tarbel sued. The company lost. Zorin left.", "Zorin Tarbel", "organisation"),
        ("Keld rejected it. Keld's foreign minister left.", "Keld", "country"),
        ("Karvelia rejected the plan. The Karvelians left.", "Karvelia", "country"),
        ("The family rejected the plan.", "family", "group"),
        ("Open Rent left us. Its head, Ann Poe, left too.", "Open Rent", "organisation"),
        ("Tarn & Lister rejected the plan.", "Tarn & Lister", "organisation"),
        (
            "The applicant, Stillwater Memorial, rejected the plan.",
            "Stillwater Memorial",
            "organisation",
        ),
        ("The Liberty Forum rejected the plan, in an alliance.", "Liberty Forum", "organisation"),
        ("Italian-Americans rejected the plan.", "Italian-Americans", "group"),
        ("Oslo Republicans rejected the plan.", "Oslo Republicans", "group"),
        ("Shopkeepers rejected the plan.", "Shopkeepers", "group"),
        ("Cementos Varela rejected the plan.", "Cementos Varela", "organisation"),
        ("Real Varela rejected the plan.", "Real Varela", "organisation"),
        ("Torvik Shipping rejected the plan.", "Torvik Shipping", "organisation"),
        ("XRK Norden rejected the plan.", "XRK Norden", "organisation"),
        ("Keldor rejected it. Keldor's army left.", "Keldor", "country"),
        ("Merkel rejected the plan.", "Merkel", "person"),
        ("Respondents rejected the plan.", "Respondents", "group"),
        ("Union officials rejected the plan.", "Union officials", "group"),
        ("The town council rejected the plan.", "town council", "organisation"),
        ("Mr and Mrs Adler opposed the plan.", "Mr and Mrs Adler", "group"),
        ("“No,” said Kessel CEO Tim Baker.", "Tim Baker", "person"),
        ("They back Ann Poe, which is mad. “No,” Ann Poe said.", "Ann Poe", "person"),
        (
            "The plan angered Our Mills PAC. “No,” Our Mills PAC said.",
            "Our Mills PAC",
            "organisation",
        ),
        ("Rain fell, it emerged, and Routers reported it.", "Routers", "organisation"),
        ("The port's neighbour, Keldra, accused it. Keldran ships left.", "Keldra", "country"),
        ("Ann Poe's landlord, the Orr Estate, sued.", "Orr Estate", "organisation"),
        ("The Charlotte Chronicle reported rain.", "Charlotte Chronicle", "organisation"),
        ("Boats from neighbouring Keldra left. Keldra rejected it.", "Keldra", "country"),
        ("“No,” said Zora Tarrant KC, for the town.", "Zora Tarrant", "person"),
        ("Orr-West Fonds, a holder of shares, left.", "Orr-West Fonds", "organisation"),
        ("Many part-time workers rejected the plan.", "part-time workers", "group"),
        ("After the Poe camp announced that it would sue, it rained.", "Poe camp", "organisation"),
    ],
)
def test_each_actor_has_a_kind(text, name, kind):
    assert actors(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Finance minister Leif Strand left.", "Leif Strand", "Finance minister"),
        ("NYPD commissioner Bo Orr left.", "Bo Orr", "NYPD commissioner"),
        ("Former transport minister Ann Poe left.", "Ann Poe", "Former transport minister"),
        ("Council leader Ann Poe left.", "Ann Poe", "Council leader"),
        ("Lenn's mayor, Ann Poe, left.", "Ann Poe", "Lenn's mayor"),
        ("The council's housing convener, Ann Poe, left.", "Ann Poe", "council's housing convener"),
        ("The Blue party's head, Ann Poe, left.", "Ann Poe", "Blue party's head"),
        ("Its head, retired baker Ann Poe, left.", "Ann Poe", "head"),
        ("The town's chief, Labour's Ann Poe, left.", "Ann Poe", "town's chief"),
        ("The police and crime chief, Ann Poe, left.", "Ann Poe", "police and crime chief"),
        (
            "Ann Poe left. Former mayor Bo Orr sang. Her husband, Bo Orr, left.",
            "Bo Orr",
            "Former mayor",
        ),
        ("“No,” Lenn's sporting director Ann Poe said.", "Ann Poe", "Lenn's sporting director"),
        ("Climatologist Zora Pell of Lenn Bank left.", "Zora Pell", "Climatologist"),
        ("Its regional secretary, Ann Poe, left.", "Ann Poe", "regional secretary"),
        ("Ann Poe, head of the union, left.", "Ann Poe", "head of the union"),
        ("Ann Poe, 42, a nurse from Lenn, left.", "Ann Poe", "a nurse from Lenn"),
        ("“No,” said Ann Poe, who runs the mill.", "Ann Poe", "who runs the mill"),
        ("Retired teacher Ann Poe left.", "Ann Poe", "Retired teacher"),
        ("Former Lenn mayor Ann Poe left.", "Ann Poe", "Former Lenn mayor"),
        ("Lenn's former partner, Ann Poe, left.", "Ann Poe", "Lenn's former partner"),
        ("Nurse Zora Pell criticised the plan.", "Zora Pell", "Nurse"),
        ("Beekeeper Zora Pell criticised the plan.", "Zora Pell", "Beekeeper"),
        ("Joiner Bo Orr and baker and poet Zora Pell left.", "Zora Pell", "poet"),
        ("Baker and poet Zora Pell criticised the plan.", "Zora Pell", "Baker and poet"),
        ("“No,” said bus inspector Zora Pell.", "Zora Pell", "bus inspector"),
        ("Lenn's founding chairman, Zora Pell, left.", "Zora Pell", "Lenn's founding chairman"),
        ("Councillor Ann Poe, the head of the port, left.", "Ann Poe", "the head of the port"),
        (
            "Bo Orr, a nurse and the club's founder, left.",
            "Bo Orr",
            "a nurse and the club's founder",
        ),
        ("Bo Orr, a chemist in Lenn and a poet, left.", "Bo Orr", "a chemist in Lenn and a poet"),
        ("Coun Ann Poe left.", "Ann Poe", "Coun"),
        ("“No,” said Del. Ann Poe.", "Ann Poe", "Del."),
        ("Former head of security Ann Poe left.", "Ann Poe", "Former head of security"),
        ("It paid the payments Gov. Ann Poe vetoed.", "Ann Poe", "Gov."),
        (
            "Ann Poe, who follows banks at Lenn Bright, left.",
            "Ann Poe",
            "who follows banks at Lenn Bright",
        ),
        ("Former mayor Ann Poe left. Director Ann Poe sang.", "Ann Poe", "Director"),
        ("The captain, Ann Poe, whose mill is old, left.", "Ann Poe", "captain"),
        (
            "Ann Poe, the anchor of LNB's “News”, left.",
            "Ann Poe",
            "the anchor of LNB's “News”",
        ),
        ("He was regional manager Ann Poe.", "Ann Poe", "regional manager"),
        ("Ann Poe — a trained nurse and TV star — left.", "Ann Poe", "a trained nurse and TV star"),
        (
            "Ann Poe, Mills of Lenn's executive director, left.",
            "Ann Poe",
            "Mills of Lenn's executive director",
        ),
        ("Ann Poe, Orr's fired campaign manager, left.", "Ann Poe", "Orr's fired campaign manager"),
        ("“No,” said Ann Poe, MP for the Green Lane (GL).", "Ann Poe", "MP for the Green Lane"),
        ("The alleged shooter, Ann Poe, left.", "Ann Poe", "alleged shooter"),
        ("Lenn's newly elected leader, Ann Poe, left.", "Ann Poe", "Lenn's newly elected leader"),
        ("Ann Poe, a newly retired bus driver, left.", "Ann Poe", "a newly retired bus driver"),
        ("Radio host and former baker Ann Poe left.", "Ann Poe", "Radio host and former baker"),
        ("“No,” said Local 12-B President Ann Poe.", "Ann Poe", "Local 12-B President"),
        ("A former boxing champion named Ann Poe left.", "Ann Poe", "former boxing champion"),
        ("Lenn's envoy, a former boxer named Ann Poe, left.", "Ann Poe", "Lenn's envoy"),
        ("A baker, who can be named only as Captain Poe, left.", "Poe", "baker"),
        ("“No,” Ann Poe (R-Iowa) said.", "Ann Poe", "R-Iowa"),
        (
            "“No,” said Captain Ann Poe, who is leading the search.",
            "Ann Poe",
            "who is leading the search",
        ),
        ("Sen. Ann Poe left. Poe, the senator for Lenn, sang.", "Ann Poe", "the senator for Lenn"),
        ("The other, freshman Rep. Ann Poe, left.", "Ann Poe", "freshman Rep."),
        ("Republican Ann Poe left. Mayor Ann Poe sang.", "Ann Poe", "Mayor"),
        ("Her colleague, Ann Poe, the panel's head, left.", "Ann Poe", "the panel's head"),
        ("Ann Poe, a professor at Lenn State, left.", "Ann Poe", "a professor at Lenn State"),
        ("The prime minister, Ann Poe, left.", "Ann Poe", "prime minister"),
        ("Retired GP Dr Ann Poe left.", "Ann Poe", "Retired GP"),
        ("Captain Ann Poe, who chairs the crew, left.", "Ann Poe", "who chairs the crew"),
        ("A charity calling itself Lenn Lantern left.", "Lenn Lantern", "charity"),
        ("“No,” said Zora Pell at Lenn Nord, who left.", "Zora Pell", "at Lenn Nord"),
        ("Rep. Ann Poe (D-Ore.), head of the panel, left.", "Ann Poe", "head of the panel"),
        ("Ann Poe, the Labour MP for East Lenn, left.", "Ann Poe", "the Labour MP for East Lenn"),
        (
            "The head of the town's club, 21-year-old Ann Poe, left.",
            "Ann Poe",
            "head of the town's club",
        ),
        ("“No,” said Ann Poe of Lenn-based Orr Bank.", "Ann Poe", "of Lenn-based Orr Bank"),
        (
            "Ann Poe, who runs mills in Lenn and Orr, left.",
            "Ann Poe",
            "who runs mills in Lenn and Orr",
        ),
        ("Small Lives, a charity that keeps bees, left.", "Small Lives", "a charity"),
        ("The local MP, Conservative Ruth Poe, left.", "Ruth Poe", "local MP"),
        ("Labour leader Tom Poe left.", "Tom Poe", "Labour leader"),
        ("“No,” said Lenn and District Judge Bo Orr.", "Bo Orr", "District Judge"),
        ("The bank lost Chairman Sir Bo Roe.", "Bo Roe", "Chairman"),
        ("Port commissioner Prof Ann Poe left.", "Ann Poe", "Port commissioner"),
        ("“No,” said Prof Bo Roe.", "Bo Roe", "Prof"),
        ("“No,” said the Rev. Bo Roe, who advises Lenn Bank.", "Bo Roe", "who advises Lenn Bank"),
        ("The town's coroner, Dr Bo Sheikh, left.", "Bo Sheikh", "town's coroner"),
        ("The village priest, Father Bo Roe, left.", "Bo Roe", "village priest"),
        ("Sister Ann Poe opposed the plan.", "Ann Poe", None),
        ("Premier Ann Poe left. Poe, the first woman to be premier, sang.", "Ann Poe", "Premier"),
        ("Mayor Ann Poe, a mother of three, left.", "Ann Poe", "Mayor"),
        ("In a letter to the Post, the owner, Ann Poe, criticised the plan.", "Ann Poe", "owner"),
        ("“No,” said managing director Ann Poe.", "Ann Poe", "managing director"),
        ("“No,” lead author Dr. Ann Poe said.", "Ann Poe", "lead author"),
        ("Bo Orr left. “No,” said Orr aide Ann Poe.", "Ann Poe", "Orr aide"),
        ("Bo Orr left. Ivo Orr backs rival Ann Poe.", "Ann Poe", "rival"),
        ("They bowed to deputy port chief Ann Poe.", "Ann Poe", "deputy port chief"),
        ("Ann Poe, who was head of the port, left.", "Ann Poe", "head of the port"),
        (
            "“No,” said Ann Poe, founder and CEO of Lenn Ferries.",
            "Ann Poe",
            "founder and CEO of Lenn Ferries",
        ),
        ("Ann Poe is the leader of the team. “No,” Poe said.", "Ann Poe", "the leader of the team"),
        ("“No,” the Lenn Post's Ann Poe said.", "Ann Poe", "Lenn Post"),
        ("“No,” Ann Poe of the Lenn Trust said.", "Ann Poe", "of the Lenn Trust"),
        ("Ann Poe of the Lenn Trust left. Mayor Ann Poe sang.", "Ann Poe", "Mayor"),
        ("Hotelier Zora Pell criticised the plan.", "Zora Pell", "Hotelier"),
        ("Auctioneer Zora Pell was blunter. “No,” Pell said.", "Zora Pell", "Auctioneer"),
        ("The bakers, whose head, Lady Zora Pell, left, sued.", "Zora Pell", "head"),
        ("Ann Poe, whose landlord, Bo Orr, left, sued.", "Bo Orr", "landlord"),
        ("“No,” said Ann Poe, 26, who rents a mill.", "Ann Poe", "who rents a mill"),
        (
            "“No,” said Ann Poe, the keeper of the key from which it came.",
            "Ann Poe",
            "the keeper of the key",
        ),
        (
            "The woman, Zora Pell, left. Pell, a baker from Lenn, sang.",
            "Zora Pell",
            "a baker from Lenn",
        ),
        ("“No,” Zora Pell at the Lenn Review said.", "Zora Pell", "at the Lenn Review"),
        ("“No,” said trucking magnate Zora Pell.", "Zora Pell", "trucking magnate"),
        ("“No,” said publishing heiress Zora Pell.", "Zora Pell", "publishing heiress"),
        ("“No,” said Ann Poe, who sits on the board.", "Ann Poe", "who sits on the board"),
    ],
)
def test_the_role_is_what_the_article_calls_it(text, name, words):
    assert role(text, name) == words


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ann Poe left. “No,” Dr Poe said.",
        "Ann Poe, 42, left school at 16. “No,” Poe said.",
        "Ann Poe, the day before, had sung. “No,” Poe said.",
        "Ann Poe, the mayor and the council left. “No,” Poe said.",
        "Ann Poe, whose husband, a baker, sang, left. “No,” Poe said.",
        "Last winter Ann Poe left. “No,” Poe said.",
        "Ann Poe, and, of course, Bo Orr left. “No,” Poe said.",
        "It was hard to hammer Ann Poe for it. “No,” Poe said.",
        "He could force Mrs. Ann Poe to pay. “No,” Poe said.",
        "She worked in the same firm as Ann Poe. “No,” Poe said.",
        "Ann Poe, her future on the line, left. “No,” Poe said.",
        "Ann Poe, whose contract ends in May, left. “No,” Poe said.",
        "Ann Poe, who lost a barn in the fire, left. “No,” Poe said.",
    ],
)
def test_what_is_no_role(text):
    assert role(text, "Ann Poe") is None


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Open Rent sued. Its organiser, Ann Poe, left.", "Ann Poe", "organiser (Open Rent)"),
        ("The Lenn Trust met in Akron. Its head, Ann Poe, left.", "Ann Poe", "head (Lenn Trust)"),
        (
            "The bakers' union rejected it. Its head, Ann Poe, left.",
            "Ann Poe",
            "head (bakers' union)",
        ),
        ("The Greens met. Their head, Ann Poe, left.", "Ann Poe", "head (Greens)"),
        ("It rained in neighbouring Keldra. Its head, Ann Poe, left.", "Ann Poe", "head (Keldra)"),
        ("The Moss group met. Its head, Ann Poe, left.", "Ann Poe", "head (Moss group)"),
        (
            "Orr Foods lost. A group of buyers sued, said its lawyer, Ann Poe.",
            "Ann Poe",
            "lawyer (group of buyers)",
        ),
        (
            "The Bakers' Union's Lenn branch met. Its head, Ann Poe, left.",
            "Ann Poe",
            "head (Bakers' Union's Lenn branch)",
        ),
        (
            "The main group, the Lenn Union, met. Its head, Ann Poe, left.",
            "Ann Poe",
            "head (Lenn Union)",
        ),
        ("Ann Poe left. Her deputy, Bo Orr, sang.", "Bo Orr", "deputy (Ann Poe)"),
        ("“No,” Sen. Ann Poe (D-Ore.) said.", "Ann Poe", "Sen. (D-Ore.)"),
        ("“No,” Sen. Ann Poe, D-Ore., said.", "Ann Poe", "Sen. (D-Ore.)"),
        ("“No,” Senator Ann Poe of Iowa said.", "Ann Poe", "Senator (Iowa)"),
        ("“No,” baker Ann Poe of the group Open Mill said.", "Ann Poe", "baker (Open Mill)"),
        ("“No,” baker Ann Poe at Lenn Bank said.", "Ann Poe", "baker (Lenn Bank)"),
        ("“No,” baker Ann Poe of the Baltic Forum said.", "Ann Poe", "baker (Baltic Forum)"),
        ("Rain fell on Orr. In Lenn Falls, Mayor Ann Poe left.", "Ann Poe", "Mayor (Lenn Falls)"),
        (
            "Orr Foods sued. Orr Foods lost.\n\nFinance chief Ann Poe left.",
            "Ann Poe",
            "Finance chief (Orr Foods)",
        ),
        ("Orr Foods sued. “No,” said founder Ann Poe.", "Ann Poe", "founder (Orr Foods)"),
        (
            "Orr Foods sued. Orr Foods lost.\n\nThe Lenn Trust sued. Director Ann Poe left.",
            "Ann Poe",
            "Director (Lenn Trust)",
        ),
        ("The Dock Union struck at Lenn Bank. Director Ann Poe left.", "Ann Poe", "Director"),
        (
            "Orr Trust sued Lenn Corp. “No,” Chief Executive Ann Poe said.",
            "Ann Poe",
            "Chief Executive",
        ),
        ("It rained in the town of Lenn. The mayor, Ann Poe, left.", "Ann Poe", "mayor (Lenn)"),
        ("It cut Lenn's port, whose head, Ann Poe, left.", "Ann Poe", "head (Lenn's port)"),
        ("The panel met. Its head, Ann Poe, left.", "Ann Poe", "head (panel)"),
        (
            "The bakers' union met. The union's chief clerk, Ann Poe, left.",
            "Ann Poe",
            "union's chief clerk (bakers' union)",
        ),
        (
            "The Lenn Museum shut. Ann Poe, the museum's director, left.",
            "Ann Poe",
            "the museum's director (Lenn Museum)",
        ),
        (
            "The charity Safe Home shut. The charity's head, Ann Poe, left.",
            "Ann Poe",
            "charity's head (Safe Home)",
        ),
        (
            "It rained in the town of Lenn. The town's clerk, Ann Poe, left.",
            "Ann Poe",
            "town's clerk (Lenn)",
        ),
        (
            "Orr Foods lost. Orr Foods sued.\n\nAnn Poe, who heads the firm's works council, left.",
            "Ann Poe",
            "who heads the firm's works council (Orr Foods)",
        ),
        (
            "Sen. Ann Poe, a Republican from Lenn who sang, left.",
            "Ann Poe",
            "Sen. (a Republican from Lenn)",
        ),
        ("The chairman, retired judge Sir Ann Poe, left.", "Ann Poe", "chairman (retired judge)"),
        (
            "Trustee Ann Poe left. Poe, a retired nurse, sang.",
            "Ann Poe",
            "Trustee (a retired nurse)",
        ),
        ("Mayor Ann Poe, a Democrat, left. Her aide, Bo Orr, sang.", "Bo Orr", "aide (Ann Poe)"),
        ("Orr Foods sued. It split the jury. Its head, Ann Poe, left.", "Ann Poe", "head (jury)"),
        ("The Lenn Trust left. Co-leader Ann Poe sang.", "Ann Poe", "Co-leader (Lenn Trust)"),
        (
            "Orr Foods sued. Orr Foods lost. The company left. Its head, Ann Poe, sang.",
            "Ann Poe",
            "head (Orr Foods)",
        ),
        ("Rep. Zora Pell of Oklahoma, who left us, sang.", "Zora Pell", "Rep. (Oklahoma)"),
        (
            "The Tarn Bank likes it; the Lenn Trust does not, though its head, Ann Poe, sang.",
            "Ann Poe",
            "head (Lenn Trust)",
        ),
        (
            "A man hired by the team, Lenn Labs, left. The team's owner, Ann Poe, sang.",
            "Ann Poe",
            "team's owner",
        ),
    ],
)
def test_whose_role_it_is_is_said_where_the_role_does_not(text, name, words):
    assert actors(text)[name].full_role == words


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Akron. Its head, Ann Poe, left.",
        "The Lenn Trust left. It rained. Clouds came. It rained. Its head, Ann Poe, left.",
        "It rained on the Orr Trust and the Poll Trust. Its head, Ann Poe, left.",
        "Ann Poe left. His deputy, Ann Poe, sang.",
        "“No,” Sen. Ann Poe (pictured) said.",
        "“No,” baker Ann Poe of the Zorin Akkad backing crew said.",
        "Orr Foods sued. The Lenn Trust wants Chairman Ann Poe replaced.",
        "Orr Foods sued. Orr Foods lost.\n\nIt rained on the Lenn Trust. Director Ann Poe left.",
        "It rained in Lenn and in Orr. The mayor, Ann Poe, left.",
        "It rained on the Holt Trust. It fell on the Holt Trust.\n\nThe chairman, Ann Poe, left.",
        "Orr Foods sued. The Lenn Trust demanded that chairman Ann Poe step down.",
        "The senator said that Bo Orr attacked his aide, Ann Poe, a baker.",
        "A clerk saw it. She left. Her aide, Ann Poe, a baker, sang.",
        "Orr Foods sued. Orr Foods lost.\n\nThe trust's head left. The chair, Ann Poe, sang.",
        "Orr Foods sued. Orr Foods lost. “No,” Lenn Chairman and CEO Ann Poe said.",
        "The Lenn Museum and the Orr Museum shut. The museum's director, Ann Poe, left.",
        "President Ann Poe left. “No,” former Secretary Poe said.",
    ],
)
def test_an_open_owner_is_left_open(text):
    assert actors(text)["Ann Poe"].role_of is None


def test_the_owner_of_a_role_is_verified():
    text = OPENING + "Open Rent sued. Its head, Ann Poe, left."
    data = summarize(text, model="none").model_dump(mode="json")
    assert not faults(data, text)
    (poe,) = (each for each in data["actors"] if each["name"] == "Ann Poe")
    poe["role_of"] = "Orr Rent"
    assert faults(data, text)


def test_whom_a_person_works_for_is_no_reason_to_list_him():
    text = "“No,” Ann Poe said. The rain was hard for Bo Orr of Akron and Ivo Rask of Lenn."
    assert set(actors(text)) == {"Ann Poe"}


def test_a_verb_is_no_part_of_a_role():
    assert role("Voters back rival Ann Poe. “No,” Poe said.", "Ann Poe") == "rival"


def test_a_fuller_role_that_comes_later_is_shown():
    text = "The mayor, Ann Poe, left. Former Lenn mayor Ann Poe sang."
    assert role(text, "Ann Poe") == "Former Lenn mayor"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan was made in Akron, a town in the north, Ann Poe said.", "Akron"),
        ("The plan, Ann Poe said in Lenn, was mad.", "Lenn"),
        ("Ann Poe, who met him in Lenn, Greece, denied it.", "Greece"),
        ("It rained. So did the Catholic bishops, Ann Poe said.", "Catholic"),
        ("An aide told Lenn Radio in Akron of the plan, Ann Poe said.", "Akron"),
        ("Two men left, and a driver sang, Ann Poe said.", "Two men"),
        ("Ann Poe, who studied it in Lenn and Chile, said no.", "Chile"),
        ("Iowa, a state in the west, sent ships. It rains in Iowa, Ann Poe said.", "Iowa"),
        ("Ann Poe left. Rain fell in Charlotte. It stopped in Charlotte on Monday.", "Charlotte"),
        ("Ann Poe left Lenn, N.C., on Monday.", "N.C."),
        ("Ann Poe spoke at a news conference in the capital, Tarn, on Monday.", "Tarn"),
        ("Ann Poe met Bo Orr at a fair in the port city, Tarn.", "Tarn"),
        ("Orr Labs sold its heart pill Tarn. Tarn failed. Ann Poe praised Tarn.", "Tarn"),
        ("The app Tarn helped Ann Poe. Tarn won a prize.", "Tarn"),
        ("Ann Poe gave them a vaccine, known as TRV-7. TRV-7 helped.", "TRV-7"),
        ("Ann Poe praised a drug named Tarn. Tarn helped.", "Tarn"),
        (
            "“No,” Ann Poe told “The Laura Poll Show” on Monday. The Laura Poll Show ended.",
            "Laura Poll Show",
        ),
        ("Ann Poe spoke of the death of President Bo Orr.", "Bo Orr"),
        ("Ann Poe did better than the likes of Sen. Bo Orr (Fla.) or Sen. Ivo Rask.", "Ivo Rask"),
        ("The Clean Water Plan failed. Ann Poe said the Clean Water Plan was bad.", "Plan"),
        ("Nurses at the old hospital left. The hospital lies by the river.", "hospital"),
        ("The hashtag LennUnited spread. Ann Poe left.", "LennUnited"),
        ("Ann Poe spoke of the purchase of rival Orr Drugs for a lot.", "Orr Drugs"),
        ("Asked how many nurses would be there, Ann Poe left.", "nurses"),
        ("Ann Poe allowed her aides and the public to think so.", "public"),
        ("A tanker ran aground. The Bright Halcyon leaked, Ann Poe said.", "Bright Halcyon"),
        ("The ferry Queen Ebba sank. Ann Poe left.", "Ebba"),
        ("The Fair Rents Act would help, Ann Poe said.", "Fair Rents Act"),
        ("Ann Poe spoke on Queen Ebba Bridge.", "Ebba Bridge"),
        ("In the Tarn Inn, the landlady, a nurse all her life, met Ann Poe.", "Tarn Inn"),
        ("Ann Poe works on Operation Elm, an inquiry into fraud.", "Operation Elm"),
        ("Two men led Operation Oak, a raid on Akron, Ann Poe said.", "Operation Oak"),
        ("Please note that it rained. Ann Poe left.", "Please"),
        ("Ann Poe left in a hurry He said that it rained.", "He"),
        ("MANDAL Norway It rained there, Ann Poe said.", "MANDAL Norway It"),
        ("It was bad. (No one saw it.) That said, Ann Poe left.", "That"),
    ],
)
def test_places_and_who_cannot_be_told_apart_are_no_actors(text, name):
    assert name not in actors(text)


def test_who_does_something_or_has_a_role_is_listed_without_a_word():
    found = actors("The minister, Ann Poe, was away. Bo Orr waited. The Lenn Trust sued the town.")
    assert set(found) == {"Ann Poe", "Bo Orr", "Lenn Trust"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tram drivers in Lenn ended a strike.", "Tram drivers in Lenn"),
        ("The families of those injured rejected the plan.", "families of those injured"),
        ("The LNB is expanding its search.", "LNB"),
        ("Supporters of Lenn Rovers danced.", "Supporters of Lenn Rovers"),
        ("Software companies attacked the plan.", "Software companies"),
        ("Film maker Klar, whose films are old, has hired guards.", "Klar"),
        ("The plan failed after members of the Lenn Bakers' Union voted.", "Lenn Bakers' Union"),
        ("It angered the company, Kessel Rail. Shares in Kessel Rail fell.", "Kessel Rail"),
        ("Labour and the Greens are split.", "Labour"),
        ("Labour and the Greens are split.", "Greens"),
        ("Sweden was glad. So did neighbouring Norway.", "Norway"),
        ("It was praised by the Lenn Bakers' Union.", "Lenn Bakers' Union"),
        ("The Orrin branch of the Lenn Bakers' Union left.", "Lenn Bakers' Union"),
        ("The town's biggest builder, Kessel Homes, on the other hand, is for it.", "Kessel Homes"),
        ("The main opposition group, the Socialist Union, wants a vote.", "Socialist Union"),
        ("The jury heard that 11 officers left.", "officers"),
        ("Dozens of residents brought bread.", "residents"),
        ("Residents are split.", "Residents"),
        ("Parents are less keen.", "Parents"),
        ("Several thousand demonstrators chanted.", "demonstrators"),
        ("Thousands of farmers rejected the plan.", "farmers"),
        ("Lady Poe rejected the plan.", "Lady Poe"),
        ("Twenty-three ministers rejected the plan.", "ministers"),
        ("Police rejected the plan.", "Police"),
        ("It was paid for by the Lenn Trust.", "Lenn Trust"),
        ("There was a plan by the Lenn Trust.", "Lenn Trust"),
        ("Critics urged the Lenn Trust to pay.", "Lenn Trust"),
        ("It was told by the Lenn Caller, which dug it up.", "Lenn Caller"),
        ("Bo Orr said the Lenn Trust had failed.", "Lenn Trust"),
        ("Bo Orr said the trade ministry had failed.", "trade ministry"),
        ("On Monday the Lenn Trust left.", "Lenn Trust"),
        ("Lenn Trust members left.", "Lenn Trust"),
        ("A Lenn Trust spokesperson declined to comment.", "Lenn Trust"),
        ("The attorney general of Lenn opened an inquiry.", "attorney general of Lenn"),
        ("Union members left.", "Union members"),
        ("It pleased the state Farm Bureau, whose head, Ann Poe, left.", "Farm Bureau"),
        ("Zora Pell, 22, who drives a taxi, left.", "Zora Pell"),
        ("Chile, Peru and Ecuador had pressed for it.", "Chile"),
        ("It was contested by consumer body LennChoice.", "LennChoice"),
        ("Small groups of demonstrators chanted.", "demonstrators"),
        ("They like Orr. They met Orr Coatings Ltd. Orr rejected the plan.", "Orr"),
        ("It met Orr Foods near Orr Mills. Orr rejected the plan.", "Orr"),
        ("Animal welfare groups have seized on it.", "Animal welfare groups"),
        (
            "Akron City Council's planning committee left us.",
            "Akron City Council's planning committee",
        ),
        ("Skippers in the old port of Lenn left.", "Skippers in the old port of Lenn"),
        ("The navy estimates that oil has leaked.", "navy"),
        ("Outside, the claimants danced.", "claimants"),
        ("The sale needs the approval of the Lenn League.", "Lenn League"),
        ("It will cost a lot, the nonpartisan Lenn Office says — more than before.", "Lenn Office"),
        ("Lenn police released a film.", "Lenn police"),
        ("Peru's energy minister declined to comment.", "Peru's energy minister"),
        ("Birdlife said it was looking at the plan.", "Birdlife"),
        ("Many young voters rejected the plan.", "young voters"),
        ("The Lenn Ministry and 29 towns sued us.", "Lenn Ministry"),
        ("A deeply split Lenn Council voted for it.", "Lenn Council"),
        ("It met First Tarn Financial. Rain fell as First Tarn sued.", "First Tarn Financial"),
        ("Some young voters rejected the plan.", "Some young voters"),
    ],
)
def test_groups_and_bodies_that_have_a_part_are_listed(text, name):
    assert name in actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Maroa River burst its banks.",
        "Storm Odo hit the coast.",
        "Mount Odo destroyed the town.",
        "The Rio Odo burst its banks.",
        "The guild, representing 41,000 bakers, left.",
        "The guild, representing bakers, left.",
    ],
)
def test_waters_storms_and_asides_are_no_actors(text):
    assert set(actors(text)) <= {"guild"}


def test_a_body_with_a_storm_or_water_in_its_name_is_an_actor():
    found = actors("The Lake Poe Trust sued the town. Storm Roe, a baker, left.")
    assert set(found) == {"Lake Poe Trust", "Storm Roe"}


def test_a_short_form_means_no_body_that_is_named_later():
    assert set(actors("The union left. The teachers' union rejected the plan.")) == {
        "union",
        "teachers' union",
    }


@pytest.mark.parametrize("name", ["Lenn Supporters' Trust", "Players' League", "Farmers' Network"])
def test_plurals_own_trusts_and_leagues(name):
    assert actors(f"The {name} sued the town.")[name].kind == "organisation"


@pytest.mark.parametrize("name", ["Ministry of Trade and Energy", "Board of Trade"])
def test_the_first_word_of_a_body_is_a_part_of_its_name(name):
    assert name in actors(f"{name} sued the town. The {name.split()[0].lower()} said so.")


@pytest.mark.parametrize("opening", ["", "The ", "Neighbouring "])
def test_and_district_is_within_the_name_of_a_body(opening):
    for name in ("Lenn and District Health Trust", "Port Lenn and District Cricket Club"):
        assert name in actors(f"{opening}{name} sued the town.")


def test_companies_that_cannot_be_told_apart_are_no_actors():
    text = "Several companies left. The guild, which represents 38 businesses, rejected the plan."
    assert set(actors(text)) == {"guild"}


def test_bodies_that_open_a_clause_of_the_lead_are_listed():
    text = "Firm fined over leak\n\nLenn Gas was fined £2m on Monday. Orr Gas is glad.\n\n"
    assert set(_listed(text + "It was in June at Pell Gas.")) == {"Lenn Gas", "Orr Gas"}


def test_what_else_an_actor_is_called_is_in_also():
    text = "The Lenn News Service (LNS) asked. LNS criticised Bo Orr. “No,” Mr. Orr said. Orr left."
    assert {name: actor.also for name, actor in actors(text).items()} == {
        "Lenn News Service": ("LNS",),
        "Bo Orr": ("Orr",),
    }


def _listed(text):
    return [actor.name for actor in summarize(text, model="none").actors]


def test_a_group_is_listed_once_and_its_quotes_are_its():
    text = (
        "The families were angry. “We will march,” the families said. Families rejected the plan."
    )
    summary = summarize(OPENING + text, model="none")
    (group,) = summary.actors
    assert (group.name.lower(), group.kind, len(group.mentions)) == ("families", "group", 3)
    assert {quote.speaker for quote in summary.quotes} == {group.id}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Port officials left. “No,” officials said.", {"Port officials"}),
        ("Shops on Mill Row closed. Growers on Elm Row backed the plan.", {"Growers on Elm Row"}),
        ("Officials left. Port officials sang.", {"Officials", "Port officials"}),
        (
            "Port officials left. Bank officials sang. “No,” officials said.",
            {"Port officials", "Bank officials", "officials"},
        ),
        ("Bo Orr, head of the port, left. The head rejected the plan.", {"Bo Orr"}),
        ("Republicans said no. Lenn Republicans left.", {"Republicans", "Lenn Republicans"}),
    ],
)
def test_a_group_is_one_with_its_shorter_words_where_they_mean_no_other(text, names):
    assert names <= set(actors(text)) <= names | {"Poe"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Lenn Trust sued. The trust rejected the plan.", "Lenn Trust"),
        ("The Lenn Post reported it. The Post criticised the plan.", "Lenn Post"),
        ("The Bakers' Guild sued. The Guild rejected the plan.", "Bakers' Guild"),
        ("The Bakers' Guild sued. The union rejected the plan.", "Bakers' Guild"),
        ("The town council sued. The council rejected the plan.", "town council"),
        ("Activist fund Zeal Row applauded it. “No,” Zeal said.", "Zeal Row"),
        ("It met Zeal Row. Zeal wants more.", "Zeal Row"),
        ("It met Zeal Foods. The Zeal family sold it. Zeal wants more. Zeal left.", "Zeal Foods"),
        ("Lenn Inc sued. Lenn left.", "Lenn Inc"),
        ("Lenn Inc sued the Lenn Store. Lenn left.", "Lenn Inc"),
        ("They like Lenn. It met Lenn Inc. Lenn rejected the plan.", "Lenn Inc"),
        ("Lenn Nord Corp sued. Lenn left.", "Lenn Nord Corp"),
        ("Lenn Ferries sued. Lenn Ferries lost. The operator rejected the plan.", "Lenn Ferries"),
        ("Shareholder group Klar backed Kessel and urged Poe to quit.", "Klar"),
        (
            "Ann Calloway and her younger brother, Rowan, left. Rowan Calloway sang.",
            "Rowan Calloway",
        ),
        ("We met Ann Poe there. Imagine Ann Poe left. “No,” Poe said.", "Ann Poe"),
        ("We trust Ann Poe. Can men Trust Ann Poe? “No,” Poe said.", "Ann Poe"),
        ("The GOP met. Republicans rejected the plan.", "Republicans"),
        ("The U.S. Mill Council sued. The Mill Council rejected it.", "U.S. Mill Council"),
        ("The Mill Office backed it. The department rejected the plan.", "Mill Office"),
        ("The department backed it. The Ministry of Mills left.", "Ministry of Mills"),
        ("The force was wrong. Lenn Police rejected the plan.", "Lenn Police"),
        ("A governor may reject it. Gov. Ann Poe criticised the plan.", "Ann Poe"),
        ("One member, Bo Orr, rejected the plan.", "Bo Orr"),
    ],
)
def test_short_forms_are_the_same_actor(text, name):
    found = actors(text)
    assert name in found
    assert not {
        "Trust",
        "trust",
        "Guild",
        "union",
        "council",
        "Zeal",
        "Lenn",
        "operator",
        "Post",
        "Shareholder group",
        "Rowan",
        "GOP",
        "Mill Council",
        "department",
        "force",
        "governor",
        "member",
        "Imagine Ann Poe",
        "Trust Ann Poe",
    } & set(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Patient Safety Learning criticised the plan.", "Patient Safety Learning"),
        ("The Farmers' Defence League criticised the plan.", "Farmers' Defence League"),
        ("The Lenn Fishermen's Union criticised the plan.", "Lenn Fishermen's Union"),
        ("The Boys & Girls Club criticised the plan.", "Boys & Girls Club"),
        ("Our MP, Conservative Wim Tarrel, criticised the plan.", "Wim Tarrel"),
        ("Ann Poe did this:\n\nKeeps saying she opposed the war.\n\nIt rained.", "Ann Poe"),
        (
            "The United Mill and Commercial Workers criticised the plan.",
            "United Mill and Commercial Workers",
        ),
        ("Rain hit the Al Lenn Group. Al Lenn criticised the plan.", "Al Lenn Group"),
        ("It met Klar Vale Capital. Klar Vale criticised the plan.", "Klar Vale Capital"),
        ("“No,” said Zora Tarrant KC. Ms Tarrant criticised the plan.", "Zora Tarrant"),
        ("Developer Tarn & Lister criticised the plan.", "Tarn & Lister"),
        ("“No,” said Zora Tarrant KBE. Tarrant criticised the plan.", "Zora Tarrant"),
        ("It rained. Backing Ann Poe is hard. “No,” Poe said.", "Ann Poe"),
        ("Oversight Council members left the oversight to us.", "Oversight Council"),
        ("The Norwegian-owned Vind Nord criticised the plan.", "Vind Nord"),
        ("Student Finance Wales criticised the plan.", "Student Finance Wales"),
        ("The Bakers' Union rejected the plan. Two bakers left.", "Bakers' Union"),
        ("The campaign group Lenn on Wheels backed the plan.", "Lenn on Wheels"),
        ("Youth group Friends of Oslo Moor backed the plan.", "Friends of Oslo Moor"),
        ("The group Klar on Monday rejected the plan.", "Klar"),
        ("Hedge fund Tarn Vale, which left, called it “a sale” and sued.", "Tarn Vale"),
        ("Building society Tarn Vale, which left, called it “a sale”.", "Tarn Vale"),
        ("The Hotel and Pub Association rejected the plan.", "Hotel and Pub Association"),
        ("The Police and Prison Guild rejected the plan.", "Police and Prison Guild"),
        ("In New Tarn, a grid of old houses, the widow Ann Poe met a new upper clerk.", "Ann Poe"),
        ("The Lenn News Service asked. LNS criticised the plan.", "Lenn News Service"),
        (
            "The Campaign to Save Our Mills (CSOM) rejected the plan. CSOM backed the strike.",
            "Campaign to Save Our Mills",
        ),
        ("“No,” said Sen. Bo Orr, R-S.C., on Monday.", "Bo Orr"),
        ("St. Louis said no. St Louis criticised the plan.", "St. Louis"),
        ("The St. Lenn Rovers said they would criticise it.", "St. Lenn Rovers"),
        ("“No,” St. Clair said. “Yes,” Anna St. Clair said.", "Anna St. Clair"),
        ("Gov. Anna St. Clair criticised the plan.", "Anna St. Clair"),
        ("Mx. X criticised the plan.", "Mx. X"),
        ("Mt. Tarn criticised the plan.", "Mt. Tarn"),
        ("The union 3F criticised the plan.", "3F"),
        ("Shares of 3M fell. 3M criticised the plan.", "3M"),
        ("“No,” 50Hertz said. “Yes,” said 50Hertz.", "50Hertz"),
        ("7-Eleven said no. 7-Eleven criticised the plan.", "7-Eleven"),
        ("20th Lenn Studios criticised the plan.", "20th Lenn Studios"),
        ("2K Tarns criticised the plan.", "2K Tarns"),
        ("“Nein“, sagte 99designs. 99designs sagte, es regne.", "99designs"),
        ("St. Mary’s Hospital criticised the plan.", "St. Mary’s Hospital"),
        ("St Anne's Primary School criticised the plan.", "St Anne's Primary School"),
        (
            "The International Lenn Fund left the international market. “No,” the fund said.",
            "International Lenn Fund",
        ),
    ],
)
def test_bodies_have_their_whole_name(text, name):
    assert set(actors(text)) == {name}


def test_a_newspaper_has_not_the_role_of_who_wrote_to_it():
    text = "In a letter to the Courier, the mill's owner, Ann Poe, criticised the plan."
    assert set(actors(text)) == {"Ann Poe"}


def test_a_short_form_whose_long_form_is_not_there_keeps_its_name():
    assert "US" in actors("The US rejected the plan.")


def test_a_script_without_capitals_shows_no_kind():
    text = "市議会が計画を可決\n\n市議会は計画を可決した。トヨタの佐藤社長は「反対だ」と話した。"
    assert {actor.kind for actor in summarize(text, model="none").actors} == {None}


def test_german_titles_are_no_part_of_a_name():
    text = (
        "Der Streit um den Plan der Stadt ist noch nicht zu Ende.\n\nDie Vorsitzende Richterin "
        "Helga Strunk sagte, der Plan sei falsch. „Nein“, sagte Rentnerin Elfriede Maas."
    )
    found = {actor.name: actor.role for actor in summarize(text, model="none").actors}
    assert found == {"Helga Strunk": "Vorsitzende Richterin", "Elfriede Maas": "Rentnerin"}


@pytest.mark.parametrize("hedge", ["not the mayor", "never the head", "nearly the mayor"])
def test_what_someone_is_not_is_no_role(hedge):
    assert role(f"Jane Roe is {hedge} of Lenn. Jane Roe said so.", "Jane Roe") is None


def test_an_and_alone_behind_a_name_is_no_role():
    document = Document.read(Article("Marion, and, well, the toll ended."))
    assert document.descriptions.bearer("the mayor") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bo Orr met the nominee for president, who praised the plan.", "president"),
        ("Bo Orr spoke of a man elected as mayor, who praised the plan.", "mayor"),
        ("“It is sums for people who hate sums,” Bo Orr said.", "people"),
        ("“We spent hundreds of years fighting against the plan,” Bo Orr said.", "hundreds"),
        ("Bo Orr signed a letter condemning the plan.", "letter"),
        ("Bo Orr has written a letter calling on Norway to leave.", "letter"),
        ("The campaign turned on water, Bo Orr said.", "campaign"),
        ("The camp lies on the river, and the campaign went on, Bo Orr said.", "camp"),
        ("Bo Orr said no. The computers said yes.", "computers"),
    ],
)
def test_words_for_no_one_and_for_things_are_no_actors(text, name):
    assert not [each for each in actors(text) if each.startswith(name)]


def test_a_party_of_two_words_is_no_part_of_a_name():
    assert "Zora Pell" in actors("Our MP, Lib Dem Zora Pell, left.")


def test_an_article_is_no_part_of_what_a_group_is_called():
    found = actors("An appeals court overturned it. The plan was praised by an appeals court.")
    assert [each.lower() for each in found if "court" in each] == ["appeals court"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“No,” said Zora Pell, whose mill is the oldest in Lenn.", None),
        ("Zora Pell, whose son Bo sang there in 2018, said no.", "whose son Bo sang there in 2018"),
    ],
)
def test_a_clause_with_whose_is_a_role_where_it_names_a_relative(text, words):
    assert role(text, "Zora Pell") == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The official Lenn News reported it. Lenn News said so.", "Lenn News"),
        ("The Lenn Bar, the group that sued, left.", "Lenn Bar"),
        ("“No,” said Bo Orr, an aide to the head of the parent firm, Orr Foods.", "Orr Foods"),
    ],
)
def test_a_body_has_no_office_of_a_person_and_no_role_that_says_nothing(text, name):
    found = actors(text)
    assert name not in found or found[name].role is None


@pytest.mark.parametrize("behind", ["(Jr.)", "(Tues.)", "(Mon.)"])
def test_a_day_or_a_generation_is_no_seat(behind):
    found = summarize(f"Sen. Tim Falk {behind} said no.", model="none").actors
    assert [each.full_role for each in found] == ["Sen."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Poe’s campaign rejected the plan, Bo Orr said.", "Poe’s campaign"),
        ("The plan was praised by millions of working people, Bo Orr said.", "millions"),
    ],
)
def test_a_campaign_of_somebody_and_many_people_are_actors(text, name):
    assert name in actors(text)


def test_mama_is_a_title():
    (poe,) = actors("“No,” Mama Odile Poe said. That is not what Mama Odile wants.").values()
    assert (poe.name, poe.role) == ("Odile Poe", None)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("A diplomat met Norway's leaders. Norway's exports have fallen, Bo Orr said.", True),
        ("A diplomat met Norway's leaders. It rains in Norway, Bo Orr said.", False),
    ],
)
def test_a_country_of_the_headline_that_has_a_part_is_listed(text, listed):
    found = summarize(f"Envoy presses Norway on fish\n\n{text}", model="none").actors
    assert ("Norway" in [each.name for each in found]) is listed


def test_a_body_is_no_person_for_a_clause_with_whose():
    found = actors("He met the Green Accord, whose six seats may decide it. Bo Orr said no.")
    assert "Green Accord" not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It rained after Lenn officials advised him. The officials objected to it.",
            "Lenn officials",
        ),
        ("Lenn voters rejected the plan.", "Lenn voters"),
        ("Orr Police officers left the port, Bo Orr said.", "Orr Police officers"),
    ],
)
def test_people_named_after_a_body_or_a_place_are_listed_by_both_words(text, name):
    assert {name: "group"} == {n: a.kind for n, a in actors(text).items() if n.endswith(name[-8:])}
