"""How sure it is who said a quotation."""
