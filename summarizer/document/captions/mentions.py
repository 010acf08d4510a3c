"""What an earlier mention of a noun says of it."""

from summarizer.document.captions.clauses import Clauses

LONGEST = 10
"""Words of what is put before a caption."""


def said_of(clauses: Clauses, at: int, article: str) -> int:
    """Return where what belongs to a noun ends: "of the coast", "to cut grants", "Nordal"."""
    known, low = clauses.known, clauses.low
    if clauses.is_capital(at):
        return next(end for end in range(at, at + LONGEST) if not clauses.is_capital(end))
    to = low(at) in known.infinitive and low(at + 1) in known.verbs
    new = article in known.indefinite
    to = to and (new or article not in known.articles)  # not "told the mayor to act"
    aimed = new and low(at) in known.aims - known.infinitive and low(at + 1) not in known.times
    belongs = low(at) in known.ofs | known.by or to or aimed
    done = clauses.is_form(at) and low(at + 1) in known.by | known.prepositions
    doing = clauses.is_gerund(at + 1) or clauses.kind(at + 1) == "quoted"  # "of lying"
    if doing or not (belongs or done) or low(at) in known.helpers:
        return at
    end = at + 1
    while clauses.kind(end) in {"word", "quoted"} and end - at < LONGEST:
        joins = low(end) in known.openers | known.ands
        if joins or (clauses.is_verb(end) and low(end - 1) not in known.infinitive):
            break
        end += 1
    if done and not clauses.is_verb(end):  # "the law passed in May"
        return at
    while end > at and low(end - 1) in known.prepositions | known.ofs | known.articles:
        end -= 1
    return end
