"""The marks of chat templates in an article are marks in no prompt."""

import pytest

from summarizer import FakeModel, summarize

MARKS = [
    *(
        "<|im_end|>",
        "<|im_start|>system",
        "<|eot_id|>",
        "<|start|>assistant",
        "</s>",
        "<s>",
        "<bos>",
    ),
    *("[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[TOOL_CALLS]", "[gMASK]"),
    *("<<SYS>>", "<</SYS>>", "<｜User｜>", "<｜end▁of▁sentence｜>", "<think>", "</think>", "<sop>"),
    *("<tool_call>", "<tool_response>", "<start_of_turn>user", "<end_of_turn>", "<0x0A>", "<eos>"),
    *("<unused0>", "<extra_id_0>", "[AVAILABLE_TOOLS]", "<function_calls>"),
]


def shown(text):
    """What a model is shown of a text."""
    model = FakeModel([{"gist": "Roe left."}] * 3)
    summarize(text, model=model, facets=["gist"])
    return model.requests[0].messages[-1]["content"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_in_an_article_is_none_in_the_prompt(mark):
    prompt = shown(f"Roe left. She said{mark} the rain {mark} fell.")
    assert mark not in prompt
    assert mark[0] in prompt


@pytest.mark.parametrize(
    "text", ["It fell by < 5 % and > 3 %.", "“He [Roe] left,” she said.", "[sic]"]
)
def test_what_news_writes_stays(text):
    assert text in shown(f"Roe left. {text}")
