"""Given names that tell whether a person is a man or a woman.

Among the most common of the last hundred years in English, German, French, Spanish and Italian;
names that both bear ("Robin", "Andrea", "Leslie") stand in neither list.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE = _words("""
    aaron adam alan albert alberto alejandro alfred alfredo allan allen andreas andrew anthony
    antonio arnold arthur ben benjamin bernard bernd bernhard bernie bill billy bob bobby boris
    brad bradley brandon brendan brett brian bruce bruno bryan carl carlos charles christian
    christoph christopher claude colin craig curtis daniel danny dave david dean dennis derek
    diego dieter dirk donald doug douglas dylan ed eddie edgar eduardo edward elliot emmanuel
    enrique eric erik ernest ernst ethan eugene felipe felix ferdinand fernando francesco francisco
    franck frank franz fred frederick friedrich gary gavin geoff geoffrey george gerald gerard
    gerhard gilbert giovanni giuseppe glenn gordon graham greg gregory guillaume günther guy hans
    harold harry heinrich heinz helmut henri henry herbert hermann horst howard hugh hugo hunter
    ian igor isaac ivan jack jacob jacques jake james jamal jared jason javier jeff jeffrey jens
    jeremy jerome jerry jim jimmy joachim joe joel johann johannes john johnny jon jonathan jorge
    josé josef joseph josh joshua juan juergen julio jürgen justin karl keith ken kenneth kevin
    klaus konrad kurt kyle larry lars laurent lawrence leo leonard lloyd louis luca lucas ludwig
    luigi luis lukas manfred manuel marc marcel marco marcus mario mark markus marshall martin
    marvin matt matteo matthew matthias max michael michel miguel mike mitch mitchell mohammed
    mohamed muhammad nathan nathaniel neil nicholas nick nicolas norbert norman oliver oscar oskar
    otto pablo patrick paul paulo pedro peter phil philip philipp philippe pierre rafael ralph
    ramón randy raul raymond reinhard ricardo richard rick rob robbie robert roberto rodney roger
    roland ron ronald roy rudolf rupert russell ryan salvatore santiago scott sean sebastian
    sergio seth shane simon stanley stefan stefano stephan stephen steve steven stewart stuart
    ted theodore thierry thomas tim timothy tobias todd tom tommy tony travis trevor tyler ulrich
    uwe victor vincent vincenzo vladimir walter warren wayne werner wilhelm will william wolfgang
    xavier zachary
""")
FEMALE = _words("""
    abigail adriana agnes alexandra alice alicia alison allison amanda amelia amy ana anastasia
    angela angelika anita ann anna anne annette annie antoinette april astrid audrey barbara
    beatrice bernadette beth betty beverly billie brenda bridget brigid brigitte brittany camille
    carla
    carmen caroline carolyn catherine cathy cecilia charlotte chelsea chiara christina christine
    cindy claire clara claudia colleen cristina cynthia daniela danielle deborah debra denise diana
    diane dolores donna dora doreen doris dorothy edith eileen elaine eleanor elena elisabeth elise
    elizabeth ellen elsa emily emma erica erika esther eva evelyn fiona florence frances francesca
    franziska frieda gabriela gabrielle georgia geraldine gertrude gisela giulia gloria
    grace greta gretchen hannah harriet heather heidi heike helen helena hélène helga hilary
    hillary ilse ines ingrid irene isabel isabella isabelle jane janet janice jeanne jennifer
    jenny jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie
    juliette karen karin karla kate katherine kathleen kathryn kathy katie katja katrin kimberly
    kirsten kristen kristin kristina laura lauren laurie leah lena lillian linda lisa liz loretta
    lorraine louise lucia lucille lucy lydia lynn madeleine madeline maggie marcia margaret
    margarita maria marianne marie marilyn marina marjorie marlene marta martha martina mary
    mathilde maureen megan meghan melanie melissa michelle mildred miriam molly monica monika
    monique nadine nancy naomi natalia natalie nathalie nicole nina nora norma olga olivia pamela
    patricia paula pauline petra phyllis priscilla rachel raquel rebecca regina renate rita
    roberta rosa rosemary ruth sabine sabrina sally samantha sandra sara sarah sharon sheila
    sheryl shirley silvia sofia sophia sophie stacy stephanie susan susana susanne suzanne
    sylvia sylvie tamara teresa theresa tiffany tina ursula valentina valeria valerie vanessa vera
    veronica victoria virginia vivian wendy wilma yolanda yvonne
""")
