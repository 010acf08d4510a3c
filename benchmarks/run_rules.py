"""The rules alone: what the library's code says of quotations and figures, without a model.

python benchmarks/run_rules.py GOLD.jsonl -o rules.jsonl
"""

import runs

from summarizer import Article
from summarizer.document.document import Document
from summarizer.prompting.collector import Collector
from summarizer.schema import Provenance, Usage
from summarizer.settings import Settings


def ask(article: runs.Article, _: runs.Endpoint) -> runs.Prediction:
    """Build the summary of which no question was asked."""
    document = Document(Article(article.text, id=article.id, title=article.title))
    draft = Collector(document, Settings(facets=("quotes", "figures")))
    provenance = Provenance(
        model="none",
        strategy="many",
        facets=("quotes", "figures"),
        prompts="none",
        version="none",
        usage=Usage(),
        seconds=0,
    )
    return draft.summary(provenance).model_dump(mode="json")


if __name__ == "__main__":
    runs.run(runs.arguments(__doc__, model=False).parse_args(), ask)
