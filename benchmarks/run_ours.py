"""Run this library, with one form or many questions.

python benchmarks/run_ours.py GOLD.jsonl -o many.jsonl --strategy many
"""

import runs

from summarizer import Article, Settings, summarize
from summarizer.llm.profiles import Strategy
from summarizer.settings import FACETS


def ask(
    article: runs.Article, endpoint: runs.Endpoint, strategy: Strategy, facets: str
) -> runs.Prediction:
    """Summarise an article as a user would."""
    settings = Settings.of(
        model=endpoint.model,
        base_url=endpoint.base_url,
        api_key=endpoint.key,
        strategy=strategy,
        facets=FACETS if facets == "all" else ("quotes",),
    )
    read = Article(article.text, id=article.id, title=article.title)
    return summarize(read, settings=settings).model_dump(mode="json")


def main() -> None:
    """Run."""
    parser = runs.arguments(__doc__)
    parser.add_argument("--strategy", choices=("one", "many"), required=True)
    args = parser.parse_args()
    runs.run(args, lambda article, at: ask(article, at, args.strategy, args.facets))


if __name__ == "__main__":
    main()
