"""What the words around a quotation say of its speaker, read from one side each.

Which reading counts is decided by the order of the rules in
:mod:`summarizer.document.attribution.rules`.
"""
