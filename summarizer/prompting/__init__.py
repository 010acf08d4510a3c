"""From questions to answers: chunks, templates, the form, asking, and collecting what holds."""
