"""The tokens of a text as attribution reads them, and the phrases and persons among them."""
