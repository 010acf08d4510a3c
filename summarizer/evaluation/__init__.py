"""How right summaries are, against gold: readers of gold, scorers, intervals, the report."""
