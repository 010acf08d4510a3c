"""A town that is divided: articles in which actors take positions on one target."""

TOWN = """\
Council splits over plan to close Ardle baths

ARDLE, Nov. 29 - The council's plan to close the baths has divided the town before the vote.

Mayor Petra Lindqvist defended the plan to close the baths. "The roof will cost 2.4 million \
crowns," she said.

Opposition leader Owen Marsh strongly opposes the plan. Marsh praised the swimming club, and the \
club condemned the plan.

Residents welcomed the parking fee. The Ardle Traders' Guild opposes the parking fee, and \
Lindqvist supports the parking fee. Marsh opposed the plan again on Friday.
"""

TRADERS = """\
Traders sue over Ardle parking fee

Petra Lindqvist supports the parking fee. Owen Marsh opposes the parking fee. Residents opposed \
the parking fee. The club condemned the plan.
"""

THIRD = """\
Marsh speaks again

Owen Marsh criticised the parking fee. A spokesman left.
"""

WEEK = (TOWN, TRADERS, THIRD)
