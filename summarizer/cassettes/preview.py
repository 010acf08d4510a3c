"""What recording would send: the first questions about an article, and how long they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.document.document import Document
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.collector import Collector
from summarizer.prompting.prompt import Prompt, tokens_of
from summarizer.prompting.templates import Templates
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class Preview:
    """One request that would be sent.

    Args:
        key: What it asks about: 'Q3', 'gist', or 'form' for everything.
        question: Its last message, the article included.
        tokens: How long it is, in tokens; an upper guess.
        answer: The longest answer, in tokens.
    """

    key: str
    question: str
    tokens: int
    answer: int


def preview(article: Article, settings: Settings) -> Iterator[Preview]:
    """Yield the first requests about an article; what they lead to depends on the answers.

    Args:
        article: The article.
        settings: Strategy, facets and templates.

    Yields:
        The requests.

    Example:
        >>> settings = Settings(strategy="one", gist_mode="write")
        >>> [each.key for each in preview(Article("It took 40 days."), settings)]
        ['form']
    """
    chunk = Chunk(Document.read(article))
    prompt = Prompt(chunk, Templates(settings.prompts))
    for question in Collector(chunk.document, settings).questions(chunk):
        messages = prompt.messages(question)
        size = sum(tokens_of(message["content"]) for message in messages)
        yield Preview(question.key, messages[-1]["content"], size, question.max_tokens)
