"""The counts by rule and by level, on a gold of one article."""

import json

import certainty

from summarizer import Article, summarize

TEXT = "“We won the cup,” Jane Roe said.\n\nBo Poe sat by “the finest river of all”."


def quoted(words, speaker):
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words), "speaker_text": speaker}


def test_it_counts_right_speakers_by_level_and_rule(tmp_path, monkeypatch, capsys):
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    quotes = [quoted("We won the cup,", "Jane Roe"), quoted("the finest river of all", "Jane Roe")]
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "direct_quotes": quotes}), "utf-8")
    summary = summarize(Article(TEXT, id="a"), model="none")
    predicted.write_text(summary.model_dump_json(), "utf-8")
    monkeypatch.setattr("sys.argv", ["certainty.py", str(gold), str(predicted)])
    certainty.main()
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["after-subject", "1", "of", "1", "1.000"] in lines
    assert ["main-subject", "0", "of", "1", "0.000"] in lines
    assert ["explicit", "1", "of", "1", "1.000", "50.0%", "of", "all"] in lines
