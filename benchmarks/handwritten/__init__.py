"""Answers written by hand, the model that puts them into a form, and what is counted of them."""
