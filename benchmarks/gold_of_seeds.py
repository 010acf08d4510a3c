"""Convert the gold of seeds to JSON Lines, the format of the runs, on standard output.

python benchmarks/gold_of_seeds.py seeds/putin-thanks-kim.gold.json > seed.jsonl
"""

import argparse
import json
import sys
from collections.abc import Iterator

from summarizer.article import Article
from summarizer.evaluation.gold import Gold, read_seed


def line(article: Article, gold: Gold) -> dict[str, object]:
    """Return one line of gold."""
    quotes = list(_quotes(gold, article.text))
    others = [[span.start, span.end] for span in gold.not_quotes]
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "direct_quotes": quotes,
        "attributions": [{"source": _source(actor.name, article.text)} for actor in gold.actors],
        "segments": [[quote["start"], quote["end"]] for quote in quotes] + others,
        "discard": [],
        "stances": [stance.model_dump(mode="json") for stance in gold.stances],
    }


def _quotes(gold: Gold, text: str) -> Iterator[dict[str, object]]:
    for quote in gold.quotes:
        for span in quote.spans:
            yield {
                **span.model_dump(),
                "speaker_text": quote.speaker,
                "speaker_start": text.find(quote.speaker) if quote.speaker else None,
                "kind": quote.kind,
                "words": len(span.text.split()),
            }


def _source(name: str, text: str) -> dict[str, object]:
    start = text.find(name)
    return {"text": name, "start": start, "end": start + len(name)}


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("seeds", nargs="+", metavar="NAME.gold.json")
    for path in parser.parse_args().seeds:
        sys.stdout.write(json.dumps(line(*read_seed(path)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
