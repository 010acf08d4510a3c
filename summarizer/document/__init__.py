"""What code finds in an article without a model: sentences, quotations, figures, names, opinions.

Nothing here imports a model's client, and nothing here raises on any text.
"""
