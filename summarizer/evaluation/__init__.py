"""Evaluation: readers of gold data, scorers, confidence intervals and the report."""
