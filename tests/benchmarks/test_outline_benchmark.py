"""The benchmark of the outline takes its measures."""

import outline


def test_the_outline_is_measured(capsys):
    news = outline.print_news(["Jane Roe lost 5 boats in 2024."], repeats=1)
    outline.print_hostile(50, news)

    printed = capsys.readouterr().out
    assert "1 articles, 30 characters" in printed
    assert "'5\\n'" in printed
